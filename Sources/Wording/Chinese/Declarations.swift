extension Chinese {
  /// What a declaration says that does not fit, kind by kind.
  static let declarations: [String: String] = [
    "tax and has no job": "税收，但没有就业", "{} of tax a job and year": "每个就业每年 {1} 税收",
    "`{}` pledges {}": "`{1}` 承诺{2}",
    "`{}` changes nothing: {}it {} on {}, and the scenario ends on {}":
      "`{1}` 不起作用：{2}于 {4} {3}，而情景于 {5} 结束",
    "`net` of `{}` changes nothing: `{}` pays no rebate": "`{1}` 的 `net` 不起作用：`{2}` 没有返还",
    "{} {} away {}: `{}` stays empty": "{1} {2}{3}：`{4}` 没有企业",
    "`{}`, the only one": "唯一的 `{1}`", "all that come": "全部到来的企业",
    "{} of land": " {1} 土地", "{} of floor": " {1} 建筑面积", "{} has {}": "{1}只有 {2}",
    "the largest phase of `{}`": "`{1}` 最大的分期 ",
    "`{}` offers no land": "`{1}` 没有土地", "`{}` offers no floor": "`{1}` 没有建筑面积",
    "no phase of `{}` has both": "`{1}` 没有两者都够的分期",
    "others have what `{}` offers until the scenario's end": "到情景终点为止 `{1}` 的空间由其他企业占用",
    "`handover_base` of `{}` is read only with `handover`, which it has not":
      "`{1}` 的 `handover_base` 只与 `handover` 一起读取，而它没有写",
    "`{}` of `{}` is read only with `{}`, which it has not": "`{2}` 的 `{1}` 只与 `{3}` 一起读取，而它没有写",
    "write for example `{}=2025`, `{}=2025H1` or `{}=2025-06-15`":
      "例如写 `{1}=2025`、`{2}=2025H1` 或 `{3}=2025-06-15`",
    "`{}` of {} goes by dates, not by ages": "{2}的 `{1}` 按日期，不按年龄",
    "`{}` goes with itself anyway: name two different parameters": "`{1}` 与自身必然相关：请写两个不同的参数",
    "`{}` has no distribution of its own": "`{1}` 自身没有分布",
    "`{}` has no distribution of its own: it is `{}`": "`{1}` 自身没有分布：它是 `{2}`",
    "`{}` needs a `share` of the local tax, a `fixed` sum a year or a `contribution`":
      "`{1}` 需要地方税收的 `share`、每年的 `fixed` 数额或 `contribution`",
    "`contribution` is one sum of money, and not a schedule": "`contribution` 是一笔金额，不是时间表",
    "write for example `contribution=5亿元`; it is paid as the park's phases are built":
      "例如写 `contribution=5亿元`；随园区各分期建设支付",
    "{} draws would take weeks or more: the most is {}": "{1} 次抽样需数周以上：至多 {2} 次",
    "an ensemble of {} draws says nothing: it takes one or more": "{1} 次抽样没有意义：至少一次",
    "`{}` takes a whole number, and this is `{}`": "`{1}` 应为整数，而这里是 `{2}`",
    "`ensemble draws=100000` knows a mean to a thousandth of what it is spread over":
      "`ensemble draws=100000` 可使均值的误差为离散程度的千分之一",
    "write for example `ensemble {}=1000`": "例如写 `ensemble {1}=1000`",
    "`moved` means nothing without an `origin`": "没有 `origin` 时 `moved` 没有意义",
    "name the city that loses the tax with `origin`, or leave `moved` out":
      "请用 `origin` 写明减少税收的城市，或不写 `moved`",
    "name the city that loses the tax, for example `set {} origin={} {}`":
      "请写明减少税收的城市，例如 `set {1} origin={2} {3}`",
    "`{}` has to be {} `{}`, {}": "`{1}` 须{2} `{3}`（{4}）",
    "`yoy` speaks of one period, and `{}` of several": "`yoy` 针对一个期间，而 `{1}` 有多个期间",
    "what fell by all of it says nothing of the year before": "全部减少时不能推算上年",
    "what was reported is one number, as it stands": "报道的数值应为写明的一个数字",
    "`observe` takes a figure with its period": "`observe` 需要带期间的数字",
    "write for example `value=10亿元`": "例如写 `value=10亿元`",
    "`{}` starts on {}, when it is complete already": "`{1}` 于 {2} 开工，而此时已经建成",
    "take the other away first: `unset {} {}`": "请先取消另一个：`unset {1} {2}`",
    "`time` is the time to one city, but `{}` names {}": "`time` 是到一个城市的时间，而 `{1}` 写了 {2} 个",
    "say how many minutes it `saves`, or declare one rail for each city":
      "请写节省的分钟数 `saves`，或为每个城市各声明一条铁路",
    "the scenario starts on {}, when it has ended already": "情景于 {1} 开始，而此时已经结束",
    "from {} to {} is not a whole number of steps": "{1} 至 {2} 不是整数步",
    "no {} begins on {} where `fiscal` is {}": "没有{1}从 {2} 开始（`fiscal` 为 {3}）",
    "no {} of the calendar begins on {}": "没有公历{1}从 {2} 开始", "the step is one {}": "步长为一个{1}",
    "is at least {} and below {}": "至少为 {1}，低于 {2}", "lies between {} and {}": "须在 {1} 与 {2} 之间",
    "take the other away first: `{}`": "请先取消另一个：`{1}`",
    "`prices` takes a calendar year, and this is `{}`": "`prices` 应为公历年，而这里是 `{1}`",
    "write for example `end={}`": "例如写 `end={1}`",
    "write for example `prices={}`": "例如写 `prices={1}`",
    "write for example `start={}`": "例如写 `start={1}`",
    "a tax on land needs money per area and year, and this is a share": "土地税需要每年单位面积的金额，这里是比例",
    "this is money per area and year, but `{}` is not levied on land": "这是每年单位面积的金额，而 `{1}` 不按土地计征",
    "write a share, for example `{}=5%`": "请写比例，例如 `{1}=5%`",
    "write for example `{}=4 yuan/m2/year`": "例如写 `{1}=4 yuan/m2/year`",
    "both ends of `{}` are `{}`": "`{1}` 两端都是 `{2}`",
    "the time within a city is its `internal_time`": "市内时间为其 `internal_time`",
    "for nothing until then: `set {} spending={{}: 0, {}`": "此前不支出：`set {1} spending={{2}: 0, {3}`",
    "the levels of government here are {}, and `{}` of library `{}` goes to `{}`":
      "此处的政府层级为 {1}，而库 `{3}` 的 `{2}` 归 `{4}`",
    "`{}` is no level of government here": "`{1}` 不是此处的政府层级",
    "divide `{}` among {}": "请把 `{1}` 分给 {2}",
    "use it in a scenario without library `{}`": "请在不采用库 `{1}` 的情景中使用",
    "the levels are {}": "层级为 {1}", "`{}` is {}: name one of its attributes": "`{1}` 是{2}：请写其属性",
    "`{}` of `{}` is {}, and `{}` is {}": "`{2}` 的 `{1}` 是{3}，而 `{4}` 是{5}",
    "`{}` of `{}` is `{}`, which is neither a number nor a date":
      "`{2}` 的 `{1}` 为 `{3}`，既不是数字也不是日期",
    "say what is to be worked out: `{}`": "请写明要计算的内容：`{1}`",
    "say what it is to be: `set {} {}={}`": "请写明取值：`set {1} {2}={3}`",
    "`{}` holds while nothing is said": "未写时取 `{1}`",
    "this fact is kept already: `{}`": "此事实已经记录：`{1}`",
    "they have to add up from each of their dates on, and in every draw": "自各时点起、在每次抽样中，合计都须相符",
    "`{}` differs from sector to sector": "`{1}` 因行业而异",
    "expected the source, in quotes": "此处应为引号中的来源",
    "`{}` of `{}` is read once, {}, so this counts for nothing": "`{2}` 的 `{1}` 只读取一次（{3}），因此不起作用",
    "at age 0": "年龄为 0 时", "on {}, {}": "{1}，{2}",
    "`{}` opens at `first`, {}, and the ramp leads only to `ramp_share`, {}":
      "`{1}` 投产时 `first` 为 {2}，而达产进度只到 `ramp_share` {3}",
    "these taxes are levied on each other: {}": "这些税互相作为计税依据：{1}",
    "pledge more, or give fewer `jobs`, less `land` or less `investment`":
      "请提高承诺额，或减少 `jobs`、`land` 或 `investment`",
    "`{}` would pay {} yuan a year of taxes that do not depend on output, more than it pledges":
      "`{1}` 每年与产值无关的税为 {2} 元，超过承诺额",
  ]
}
