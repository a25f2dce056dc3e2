extension Chinese {
  /// Settings of levers that are good whatever comes.
  static let robust: [String: String] = [
    "search settings of levers that are good whatever comes: none is better in everything":
      "寻找无论如何都较好的取值组合：没有哪一个在所有指标上都更好",
    "in how many draws each setting is tried": "每个组合在多少次抽样中试算",
    "settings of a round": "每轮的组合数", "how many rounds follow the first": "第一轮之后还有几轮",
    "the seed of the search": "搜索的种子",
    "the points of this search are 1 to {}": "本次搜索的方案点为 1 至 {1}",
    "less of `{}` is better": "`{1}` 越少越好", "more of `{}` is better": "`{1}` 越多越好",
    "{} settings, each over the first {} draws: of {} none is better in everything":
      "共试 {1} 个组合，各用前 {2} 次抽样：其中 {3} 个没有谁在所有指标上都更好",
    "{} settings have no value in some draw and are left out: {}":
      "有 {1} 个组合在某次抽样中没有值，未计入：{2}",
    "firms count by their chance of closing here": "此处企业按歇业概率计",
    "expected `by` and what can be set": "此处应为 `by` 和可以调整的数字",
    "expected `draws` behind `among`": "`among` 之后应为 `draws`",
    "`point` takes the number of a point, from 1 on": "`point` 需要方案点的序号，从 1 起",
    "`{}` takes a whole number from {} to {}": "`{1}` 需要 {2} 至 {3} 的整数",
    "an objective is one figure, or one `expected`, `quantile`, `chance` or `spread` of it":
      "目标是一个指标，或其 `expected`、`quantile`、`chance`、`spread` 之一",
    "several stand with commas between them": "几个目标用逗号分开",
    "`robust` takes figures with one value in each draw": "`robust` 需要每次抽样只有一个值的指标",
    "name a period: `tax[2030]`": "请写明期间：`tax[2030]`",
    "no setting has a value of each objective in every draw":
      "没有一个组合在每次抽样中各项目标都有值",
    "point {} of branch {}": "分支{2}的第 {1} 点", "robust {} by": "robust {1} by",
  ]
}
