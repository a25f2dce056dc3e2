extension Chinese {
  /// What `check` doubts.
  static let doubts: [String: String] = [
    "usual: {} ({}; evidence {})": "通常：{1}（{2}；证据 {3}）",
    "doubted where {}": "存疑条件：{1}",
    "`gdp` of `{}` is {} a year": "`{1}` 的 `gdp` 为每年 {2}",
    "did you mean `set {} gdp={}亿元`?": "是否指 `set {1} gdp={2}亿元`？",
    "`{}` saves {} between `{}` and `{}`, which are {} apart: 5 min are left":
      "`{1}` 使 `{3}` 与 `{4}` 之间缩短 {2}，而两地相距 {5}：只剩 5 分钟",
    "for the travel time with it, write `time` instead of `saves`": "若指通车后的时间，请用 `time` 代替 `saves`",
    "a job of `{}` makes {} a year": "`{1}` 的人均产值为每年 {2}",
    "`{}` pays {} of its value added in taxes at full operation{}": "`{1}` 满员时税收占增加值的 {2}{3}",
    "`{}` is a rebate for firms that come after July 2024, such as `{}`; rewards by tax paid are forbidden from 2024-08-01":
      "`{1}` 返还 2024 年 7 月以后落户的企业，如 `{2}`；自 2024-08-01 起禁止按缴税给予奖励",
    "`set {} agreements_until=2024-07` keeps to it": "`set {1} agreements_until=2024-07` 即符合规定",
    "{} of public money, {} of all, is spent before the scenario starts: `appraise` says what the rest is worth, without it and with it":
      "公共资金中有 {1}（占 {2}）在情景开始之前支出：`appraise` 分别给出不含与含这部分时其余投入的价值",
    "to count it: `set scenario start={}`": "要计入：`set scenario start={1}`",
    "`{}` never opens in the scenario: it takes {} months to build, until {}":
      "`{1}` 在情景内不会投产：建设需 {2} 个月，至 {3}",
    "`{}` changes nothing: it is over before the scenario starts on {}":
      "`{1}` 不起作用：在情景于 {2} 开始之前已结束",
    "`{}` is over before the scenario starts on {}, so it has no firms":
      "`{1}` 在情景于 {2} 开始之前已结束，因此没有企业",
    "{} of the {} firms of `{}` come before the scenario starts on {}, and no run has them":
      "`{3}` 的 {2} 家企业中有 {1} 家在情景于 {4} 开始之前到来，运行不含这些企业",
    "write the past as firms, each like `{}`": "请把过去的部分写成企业，每家如 `{1}`",
    "`contribution` of `{}` is never paid: it is paid as the phases of its park spend public money, and they spend none":
      "`{1}` 的 `contribution` 从不支付：它随园区各分期的公共支出支付，而各分期没有公共支出",
    "`{}` contributes {} to a park that costs the public {}": "`{1}` 出资 {2}，而园区的公共投入为 {3}",
    "`fixed` of `{}` is never paid: no phase of its park is complete before the end":
      "`{1}` 的 `fixed` 从不支付：园区没有分期在终点之前建成",
    "`show {}` says what it asks for": "`show {1}` 说明其要求",
    "`time` of `{}` changes nothing: `{}` and `{}` are {} apart without it":
      "`{1}` 的 `time` 不起作用：没有它时 `{2}` 与 `{3}` 相距 {4}",
    "`{}` takes {} between `{}` and `{}`, and the model takes no less than {}":
      "`{1}` 使 `{3}` 与 `{4}` 之间用时 {2}，而模型取值不低于 {5}",
    "for less: `set model least_time={}min`": "要更短：`set model least_time={1}min`",
    "did you mean `set model discount={}`?": "是否指 `set model discount={1}`？",
    "did you mean `set model inflation={}`?": "是否指 `set model inflation={1}`？",
    "did you mean `set {} growth={}`?": "是否指 `set {1} growth={2}`？",
    "did you mean `set {} {}={}`?": "是否指 `set {1} {2}={3}`？",
    "did you mean `set {} = {}`?": "是否指 `set {1} = {2}`？",
    "the rate of `npv` in `{}` is {}": "`{1}` 中 `npv` 的折现率为 {2}",
    "the rate of `npv` is {}": "`npv` 的折现率为 {1}",
    "`{}` of `{}` is {}": "`{2}` 的 `{1}` 为 {3}",
    "`{}` waits for ever: {} needs {}, and {}": "`{1}` 一直等候：{2}需要{3}，而{4}",
    "the phases of `{}` have {}, more than the {} of the park": "`{1}` 各分期合计 {2}，超过园区的 {3}",
    "{} of the {} of `{}` are in no phase, so nobody can come there":
      "`{3}` 的 {2} 中有 {1} 不在任何分期内，无人可以入驻",
    "for more land: `set {} area={}ha`": "要更多土地：`set {1} area={2}ha`",
    "{} a year, {} of the GDP of `{}`": "每年 {1}，占 `{3}` 生产总值的 {2}",
    "`{}` sells {}": "`{1}` 销售 {2}",
    "the firms of `{}` together sell {}": "`{1}` 的企业合计销售 {2}",
    "{} of `{}` together sell {}, in {}": "`{2}` 的{1}在 {4} 合计销售 {3}",
    "`{}` pays {} of tax a mu and year at full operation": "`{1}` 满员时亩均税收为每年 {2}",
    "`{}` pays {} of tax a mu of occupied land in {}": "`{1}` 在 {3} 按占用土地计亩均税收为 {2}",
    "all parks together pay {} of tax a mu of occupied land in {}": "各园区合计在 {2} 按占用土地计亩均税收为 {1}",
    "`table tax_per_serviced_mu` is over all serviced land": "`table tax_per_serviced_mu` 按全部熟地计",
    "{} of the serviced land of `{}` is occupied: `table tax_per_serviced_mu[{}]` is over all of it":
      "`{2}` 的熟地有 {1} 已占用：`table tax_per_serviced_mu[{3}]` 按全部熟地计",
    "nothing in the scenario uses the {} `{}`": "情景中没有用到{1} `{2}`",
    "nothing uses the {} `{}`": "没有用到{1} `{2}`",
    "take it away: `remove {}`": "请删除：`remove {1}`",
    "no tax is declared, so no firm pays any": "没有声明税种，因此企业不缴税",
    "take up the taxes of China: `use china`": "采用中国的税种：`use china`",
    "`share` of `{}` passes nothing on: `{}` has neither firms nor cohorts":
      "`{1}` 的 `share` 没有可分的内容：`{2}` 既无企业也无企业群",
    "`{}` is for nobody: `{}` has neither firms nor cohorts": "`{1}` 没有对象：`{2}` 既无企业也无企业群",
    "`{}` is for sectors of which `{}` has no firm: {}": "`{1}` 针对的行业在 `{2}` 没有企业：{3}",
    "`{}` changes nothing: its {} is 0": "`{1}` 不起作用：其{2}为 0",
    "`{}` changes nothing: it has no {}": "`{1}` 不起作用：没有{2}",
    "`opex` of `{}` is a share of what its phases cost, and it has none":
      "`{1}` 的 `opex` 是各分期投资的比例，而它没有分期",
    "`{}` saves time between `{}` and `{}`, but no time is declared":
      "`{1}` 缩短 `{2}` 与 `{3}` 之间的时间，但没有声明时间",
    "no travel time leads from `{}` to its core `{}`, so it feels no pull":
      "`{1}` 到其核心城市 `{2}` 没有声明时间，因此不受其带动",
    "`{}` is for nobody: its agreements end before {}, and the first firm comes on {}":
      "`{1}` 没有对象：协议在 {2} 之前截止，而首家企业于 {3} 到来",
    "`{}` never has more than its {} `reference_jobs`, so they change nothing":
      "`{1}` 的就业从未超过 {2} 个 `reference_jobs`，因此不起作用",
    "`{}` of `{}` changes on {}, and {} ends on {}, so this counts for nothing":
      "`{2}` 的 `{1}` 于 {3} 变化，而{4}于 {5} 结束，因此不起作用",
    "`spending` of `{}` begins on {}, and building on {}: nothing is spent before that":
      "`{1}` 的 `spending` 自 {2} 起，建设自 {3} 起：此前没有支出",
    "`spending` of `{}` begins on {}, and building on {}: as much as its first value is spent from there on already":
      "`{1}` 的 `spending` 自 {2} 起，建设自 {3} 起：自建设起即按首个值支出",
    "`spending` of `{}` ends with the building, on {}, so this is never spent":
      "`{1}` 的 `spending` 随建设于 {2} 结束，因此这部分不会支出",
    "to spend it too: `set {} start={}`": "要计入支出：`set {1} start={2}`",
    "to spend it too: `set {} complete={}`": "要计入支出：`set {1} complete={2}`",
  ]
}
