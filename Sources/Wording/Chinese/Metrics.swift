extension Chinese {
  /// What metrics are, and runs that pass all bounds.
  static let metrics: [String: String] = [
    "time": "时间",
    "schedule": "时间表",
    "area": "面积",
    "land": "土地",
    "a scenario has at most {} taxes": "一个情景至多 {1} 个税种",
    "the {} derived for `{}` is beyond any firm's": "由 `{2}` 推算的{1}超出任何企业的规模",
    "give its `{}`, or check the numbers of its sector": "请写明 `{1}`，或检查其行业的数字",
    "some draws have what others have not": "有些抽样有的项目其他抽样没有",
    "the taxes derived for `{}` are beyond any firm's": "由 `{1}` 推算的税收超出任何企业的规模",
    "give its `output`, or check the numbers of its sector": "请写明 `output`，或检查其行业的数字",
    "no tax grows with the output of `{}`, so its pledge sets no output":
      "没有税种随 `{1}` 的产值增长，由其承诺推不出产值",
    "give its `jobs` or its `output`; or take up taxes with `use china`":
      "请写明 `jobs` 或 `output`；或用 `use china` 采用税种",
    "no tax depends on the output of `{}`, so none can be levied as it pledges":
      "没有税种取决于 `{1}` 的产值，无法按其承诺计征",
    "leave out the pledge or the `output`; or take up taxes with `use china`":
      "请去掉承诺或 `output`；或用 `use china` 采用税种",
    "with `{}` in {}, more would come than there are numbers for": "有 `{1}` 时，{2}到来的企业多到无法计数",
    "check its size, and its attraction and its `attraction_elasticity`":
      "请检查其规模、吸引力和 `attraction_elasticity`",
    "with `{}` in {}, the amounts of the run pass 90,000 trillion yuan":
      "有 `{1}` 时，{2}运行的金额超过9万万亿元",
    "check its size and its `growth`": "请检查其规模和 `growth`",
    "{} part of refunds": "退税中归{1}的部分",
    "{} part of tax": "税收中归{1}的部分",
    "what a park's size makes of each firm's output, as a factor": "园区规模使每家企业产出变为原来的倍数",
    "what an enclave's home city pays for the park: less for the home, more for the host":
      "派出城市为园区付出的资金：派出城市计减，所在城市计增",
    "local tax that cities lose of which firms have left": "企业迁出使各市减少的地方税收",
    "carbon dioxide from the firms' energy": "企业用能产生的二氧化碳",
    "all carbon dioxide since the scenario's start": "自情景开始以来的二氧化碳累计",
    "energy that firms use": "企业用能",
    "expected firms that are open": "在营企业期望数",
    "firms that screens have turned away so far": "因准入条件累计未获准入的企业",
    "firms that wait for land, floor or their phase": "等候土地、厂房或所属分期的企业",
    "floor space taken by firms": "企业占用的建筑面积",
    "floor space of complete phases": "已建成分期的建筑面积",
    "floor space of complete phases not taken": "已建成分期中未占用的建筑面积",
    "what firms are paid of their own investment": "对企业自身投资给予的补助",
    "what cities hand over to the level above of what their local tax has grown by":
      "各市因地方税收增长而上缴上级的部分",
    "what phases and firms invest": "各分期和企业的投资",
    "all that was invested by the end, also before the scenario": "期末累计投资，含情景开始之前",
    "the private part of investment": "投资中的非公共部分",
    "the public part of investment": "投资中的公共部分",
    "all investment by the end for each mu of serviced land": "期末每亩熟地的累计投资",
    "years of work in construction, never part of jobs": "建设期的人年数，不计入就业",
    "net additional jobs: direct ones after leakage, displacement, substitution, multiplier and deadweight":
      "净新增就业：直接就业计入漏出、挤出、替代、乘数和无谓损失之后",
    "direct, indirect and induced jobs": "直接、配套和消费带动就业",
    "direct jobs for each hectare of occupied land": "每公顷占用土地的直接就业",
    "direct jobs for each hectare of serviced land, occupied or not": "每公顷熟地（无论是否占用）的直接就业",
    "what firms pay for land, once for each plot": "企业为地块一次性支付的地价",
    "land of admitted firms": "已入驻企业的土地",
    "land of complete phases": "已建成分期的土地",
    "land of complete phases not taken": "已建成分期中未占用的土地",
    "local tax as a share of tax": "地方税收占税收的比例",
    "the markets a city reaches, each worth less with travel time": "城市所及的市场，按行程时间递减计",
    "local tax and land income less set-asides, rebates, refunds, grants, public investment and running costs; for a city, with what enclaves pass on and contribute, what it hands over and what it loses to other parks":
      "地方税收和土地出让收入，减计提、返还、退税、补助、公共投资和运行费用；对城市另计飞地分成和出资、上缴以及流失到其他园区的部分",
    "the same, less the part of local tax and land income that would come anyway or is lost elsewhere":
      "同上，减去地方税收和土地出让收入中本来就会有或在别处减少的部分",
    "running costs of complete phases": "已建成分期的运行费用",
    "occupied land as a share of serviced land": "占用土地占熟地的比例",
    "what firms make and sell": "企业的产值",
    "what firms pay their people": "企业支付的工资总额",
    "what firms earn before tax on it": "企业的税前利润",
    "the rise in market potential that is felt, as a share": "已显现的市场潜力升幅",
    "local tax that is paid back to firms": "返还企业的地方税收",
    "credits for tax on investment that are paid out": "投资留抵税额的退税",
    "all taxes of firms": "企业的全部税收",
    "tax of a year for each mu of occupied land": "每亩占用土地的年税收（亩均税收）",
    "tax of a year for each mu of serviced land, occupied or not": "每亩熟地（无论是否占用）的年税收",
    "what enclaves pass on, of local tax and beside it: less for the host, more for the home city":
      "飞地的地方税分成及其他往来：所在城市计减，派出城市计增",
    "what firms add to what they buy": "企业的增加值",
    "{}'s": "{1}",
    "{}'s or {}'s": "{1}{2}",
    "one tax": "一个税种",
    "in nominal money the amounts of the run pass 90,000 trillion yuan": "按现价计，运行的金额超过9万万亿元",
    "check `model.inflation` and the year of `prices`": "请检查 `model.inflation` 和 `prices` 的年份",
  ]
}
