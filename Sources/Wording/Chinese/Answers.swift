extension Chinese {
  /// What commands answer in sentences.
  static let answers: [String: String] = [
    "it has {} row(s), and the run {}": "有 {1} 行，而运行得 {2} 行",
    "only branches with the same years and steps are appraised against each other":
      "只有起止和步长相同的分支才能相互评价",
    "`{}` goes from {} to {} in steps of {} months": "`{1}` 为 {2} 至 {3}，步长 {4} 个月",
    "make them the same, for example with `set scenario end=2035`":
      "请使其一致，例如用 `set scenario end=2035`",
    "no solution in {}: {} is between {} and {} there, as far as {} values show":
      "在 {1} 之内无解：就试算的 {5} 个值而言，{2}在 {3} 与 {4} 之间",
    "no solution in {}: {} is {} whatever `{}` is": "在 {1} 之内无解：无论 `{4}` 取何值，{2}都为 {3}",
    "no solution in {}: {} jumps from {} to {} at `{}`":
      "在 {1} 之内无解：{2}在 `{5}` 处从 {3} 跳到 {4}",
    "several solutions in {}: {}; narrow it with `within`":
      "在 {1} 之内有多个解：{2}；请用 `within` 缩小范围",
    "between {} and {}": "{1} 与 {2} 之间", "at {}": "在 {1}",
    "{} is that whatever `{}` is in {}": "`{2}` 在 {3} 之内无论取何值，{1}都如此",
    "{} has no value in {}": "{1} 在 {2} 之内没有数值",
    "this goes against what is said here": "这与此处所说的不符",
    "this divides by zero": "此处除以零",
    "`rewind` goes back to the beginning; `set scenario end={}` makes it longer":
      "`rewind` 回到起点；`set scenario end={1}` 可延长",
    "nothing says which years the scenario covers": "没有说明情景的起止年份",
    "no change was taken back since the last one": "上次修改之后没有撤销过",
    "only {} changes can be made again": "只能重做 {1} 项修改",
    "this replaces `{}` as typed just before; `undo` brings that back":
      "这替换了刚才输入的 `{1}`；`undo` 可恢复",
    "{} of branch {}{}": "分支 {2} 的{1}{3}",
    "from {} to {}, present values at {} at {}, cash in the middle of each step":
      "{1} 至 {2}，现值折算到 {3}，年折现率 {4}，现金流按每步的中点计",
    "all of them are additional: `model` states no leakage, displacement, substitution or deadweight":
      "全部计为新增：`model` 没有写明漏出、挤出、替代或无谓损失",
    "local tax and land income count at {}, the share that is additional":
      "地方税收和土地收入按新增部分的比例 {1} 计入",
    "over the draws net present value is above zero in {}: {}": "各次抽样中净现值大于零的占 {1}：{2}",
    "money stays": "金额仍",
    "money is judged": "金额判断",
    "money is": "金额",
    "{} in prices of {}, whatever `format` says": "{1}按{2}年价格，与 `format` 的设定无关",
    "{} draw(s) ({}, seed {})": "{1} 次抽样（{2}，种子 {3}）",
    "{} of {} draws: interrupted ({}, seed {})": "{2} 次抽样中完成 {1} 次：已中断（{3}，种子 {4}）",
    "{}; one could not be run and is in no figure; draw {}: {}":
      "{1}；有一次不能运行，不计入任何数字；第 {2} 次抽样：{3}",
    "{}; {} could not be run and is in no figure; draw {}: {}":
      "{1}；有 {2} 次不能运行，不计入任何数字；第 {3} 次抽样：{4}",
    "the ensemble is on: {}": "抽样已开启：{1}",
    "nothing is uncertain, so that every draw is the plain run": "没有不确定的数字，每次抽样都与一般运行相同",
    "nothing is uncertain": "没有不确定的数字",
    "branch {}: {}": "分支 {1}：{2}",
    "draw {}: `{}` is {}": "第 {1} 次抽样：`{2}` 为 {3}",
    "which firms have left in this draw is not in it: here each counts by its chance again":
      "此次抽样中哪些企业已经退出不在其内：这里仍按各自的概率计",
    "true in {} of the draws": "在 {1} 的抽样中成立",
    "it has two humps: {}, {}": "分布有两个峰：{1}，{2}",
    "{} of the draws lie around {}": "{1} 的抽样在 {2} 附近",
    "at full size: {}": "满员时：{1}",
    "each firm at full size: {}": "每家企业满员时：{1}",
    "output {}": "产值 {1}",
    "jobs {}": "就业 {1} 人",
    "land {}": "用地 {1}",
    "floor {}": "建筑面积 {1}",
    "investment {}": "投资 {1}",
    "taxes on output at f = {} times their rates": "按产值计征的税为税率的 f = {1} 倍",
    ", ": "，",
    "in all: budget {}": "合计：预算 {1}",
    "in all: budget {}, {} with the overrun": "合计：预算 {1}，含超支 {2}",
    "before {} {} receives {}": "到 {1} 止，{2} 分得 {3}",
    "before {} {} contributes {}, and receives {}": "到 {1} 止，{2} 出资 {3}，分得 {4}",
    "before {} {} contributes {}, {} of that before the start, and receives {}":
      "到 {1} 止，{2} 出资 {3}（其中开始之前 {4}），分得 {5}",
    "source  {}{}{}": "来源  {1}{2}{3}",
    "1 fact is": "1 项事实",
    "{} facts are": "{1} 项事实",
    "{} missed by {} (root mean square); {} runs": "{1}的误差为 {2}（均方根）；运行 {3} 次",
    "{} missed by {} (root mean square), and by {} as the scenario stands; {} runs":
      "{1}的误差为 {2}（均方根），按现有情景为 {3}；运行 {4} 次",
    "`{}` is at the lower end of its range: the facts ask for less": "`{1}` 在范围的下限：事实要求更小的值",
    "`{}` is at the upper end of its range: the facts ask for more": "`{1}` 在范围的上限：事实要求更大的值",
    "the facts say nothing of {}: across its whole range it moves none by more than {}":
      "事实不能说明 {1}：在整个范围内变动，各项事实变化不超过 {2}",
    "the facts do not tell {} and {} apart: together they can go across their whole ranges and move none by more than {}":
      "事实不能区分 {1} 和 {2}：两者一起在整个范围内变动，各项事实变化不超过 {3}",
    "`{}` makes it so ({} runs)": "`{1}` 即可达到（运行 {2} 次）",
    "{} runs have no value: {}": "{1} 次运行没有值：{2}",
    "`yoy` says that {} was {}": "由 `yoy` 推算，{1} 为 {2}",
    "{} imported from {}": "从 {2} 导入{1}",
    "1 firm": " 1 家企业",
    "{} firms": " {1} 家企业",
    "{}, read as {}": "{1}，按 {2} 读取",
    "{}; {} bad row(s) left out": "{1}；略去 {2} 行有误的数据",
    "{}, {} of them shown": "{1}，显示其中 {2} 行",
    "not taken: {}": "未取用：{1}",
    "wrote {} to {}": "已将{1}写入 {2}",
    "wrote {} to {} (replaced)": "已将{1}写入 {2}（替换原文件）",
    "wrote {} to {}, in the place of {} there": "已将{1}写入 {2}，替换其中{3}",
    "added {} to {}": "已将{1}加入 {2}",
    "{} value(s)": " {1} 个数值", "{} row(s)": " {1} 行", "a picture": "图",
    "a tree of {} line(s)": " {1} 行的树状说明",
    "{} of {} branches": "{2} 个分支的{1}",
    "money in prices of {}": "金额按{1}年价格",
    "{}; `--nominal` writes nominal money": "{1}；`--nominal` 写出现价金额",
    "this does not hold: `{}`": "条件不成立：`{1}`",
    "this does not hold in {}: `{}`": "条件在 {1} 不成立：`{2}`",
    "`{}` is {}": "`{1}` 为{2}",
    "`{}`: {} row(s), the same to the last digit, of scenario {}":
      "`{1}`：{2} 行，逐位相同，情景编号 {3}",
    "`{}`: the same to the last byte, of scenario {}": "`{1}`：逐字节相同，情景编号 {2}",
  ]
}
