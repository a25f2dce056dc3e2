extension Chinese {
  /// What is usual, why a number is doubted, and where that is so.
  static let doubtReasons: [String: String] = [
    "4bn to 4,700bn yuan a year": "每年40亿至47000亿元",
    "from a county in 2004 to Shanghai in 2023": "从2004年的一个县到2023年的上海",
    "a part of the trip, of which at least 5 min are left": "只节省行程的一部分，至少剩 5 分钟",
    "the Hangzhou-Quzhou line was to save 34 min of 75, and saves 2":
      "杭衢线原计划从 75 分钟中节省 34 分钟，实际节省 2 分钟",
    "0.6 to 4M yuan a year, trade up to 20M": "60万至400万元，贸易类可到2000万元",
    "around NBS 2023: 1.815M yuan a worker": "参照国家统计局2023年：人均181.5万元",
    "15 to 30 % of value added": "增加值的 15 至 30 %",
    "Zhejiang's industry: 255,000 yuan of tax and 1.026M yuan of value added a mu":
      "浙江工业：每亩税收25.5万元、增加值102.6万元",
    "20,000 to 120,000 yuan a job and year": "每个就业每年2万至12万元",
    "Longyou toy plant: 7M yuan of local tax, 350 jobs; Information Port Town":
      "龙游玩具厂：地方税收700万元、就业350人；信息港小镇",
    "agreements until 2024-07": "2024年7月以前签订的协议",
    "Fair Competition Review Regulations, State Council order 783, in force on 2024-08-01":
      "《公平竞争审查条例》，国务院令第783号，2024年8月1日起施行",
    "a scenario that starts with its first public cost": "情景从首笔公共支出开始",
    "Model 10: what was spent before the start is sunk": "模型第10节：开始之前的支出为沉没成本",
    "a city's `gdp` is below 100M yuan a year": "城市的 `gdp` 低于每年1亿元",
    "a line `saves` the whole trip, or leaves less than 5 min of it":
      "铁路的 `saves` 等于或接近全部行程，剩余不足 5 分钟",
    "a job makes less than 0.2M or more than 20M yuan a year": "每个就业的产值低于20万元或高于2000万元",
    "taxes at full operation are more than 45 % of value added": "满员时的税收超过增加值的 45 %",
    "a pledge of tax comes to more than 2M yuan a job and year": "承诺的税收超过每个就业每年200万元",
    "rebates are for firms that come after July 2024": "返还给予2024年7月以后到来的企业",
    "more than a tenth of the public costs come before the start": "超过十分之一的公共支出在情景开始之前",
    ", as firms of `{}` do": "，`{1}` 行业的企业都是如此",
    "a firm, cohort, phase, line, boost or link begins at or after the end":
      "企业、企业群、分期、铁路、带动因素或园区联动始于终点或其后",
    "a firm arrives within the scenario, and opens at or after its end": "企业在情景之内到来，而在终点或其后投产",
    "a phase is complete at or after the end, so that nobody can use it": "分期在终点或其后建成，无人可用",
    "a boost ends before the scenario starts": "带动因素在情景开始之前已结束",
    "firms of a cohort fall before the start and are not simulated": "企业群中部分企业在起点之前，不参与测算",
    "nobody can use `{}`: it is complete on {} with its delay, and the scenario ends on {}":
      "无人可用 `{1}`：计入推迟，它于 {2} 建成，而情景于 {3} 结束",
    "nobody can use `{}`: it is complete on {}, and the scenario ends on {}":
      "无人可用 `{1}`：它于 {2} 建成，而情景于 {3} 结束",
    "one of the two": "两者取其一",
    "Lin 2017's 7 % of jobs and Ahlfeldt & Feddersen 2018's 12.5 % of output measure the same gain":
      "Lin（2017）的就业增 7 % 与 Ahlfeldt 和 Feddersen（2018）的产出增 12.5 % 衡量的是同一收益",
    "choose one: `unset {} employment`, or for `{}` `set {} attraction_elasticity=0 rail_elasticity=0`":
      "请选其一：`unset {1} employment`，或对 `{2}` 执行 `set {3} attraction_elasticity=0 rail_elasticity=0`",
    "a line adds to jobs by `employment`, and by its saved time to arrivals or output too":
      "铁路以 `employment` 增加就业，又以节省的时间增加到来或产出",
    "`{}` adds {} to jobs, and brings `{}` more {} by the time that it saves: the same gain twice":
      "`{1}` 使就业增加 {2}，又以节省的时间增加 `{3}` 的{4}：同一收益计了两次",
    "arrivals": "到来",
    "at most what the park's phases cost the public": "不超过园区各分期的公共投入",
    "an enclave has a `contribution`, which is paid as public money is spent, and its park spends none":
      "飞地写有随公共支出支付的 `contribution`，而其园区没有公共支出",
    "an enclave's `contribution` is more than its park costs the public":
      "飞地的 `contribution` 超过其园区的公共投入",
    "an enclave has a `fixed` sum, which begins with the park's first complete phase, and none is complete before the end":
      "飞地写有自园区首个分期建成起的 `fixed` 数额，而终点之前没有分期建成",
    "{}bn yuan": "{1}bn yuan",
    "{}M yuan": "{1}M yuan",
    "the screens of a park turn away every firm that comes": "园区的准入条件使所有企业都不能入驻",
    "a line's `time` is no shorter than the trip is without it": "铁路的 `time` 不短于没有它时的行程",
    "a line's `time` is below the model's `least_time`, which is taken instead":
      "铁路的 `time` 低于模型的 `least_time`，按后者计",
    "6 to 8 % a year": "每年 6 至 8 %",
    "Methods and Parameters, 3rd edition: 8 %; SL72-2013: 6 %":
      "《建设项目经济评价方法与参数》第三版：8 %；SL72-2013：6 %",
    "up to 12 % a year": "每年不超过 12 %",
    "Quzhou, 2016 to 2021: industrial output 8.9 %, fiscal revenue 11.9 %":
      "衢州2016至2021年：工业产值 8.9 %，财政收入 11.9 %",
    "0 to 5 % a year": "每年 0 至 5 %",
    "National Bureau of Statistics: consumer prices rose 0.2 to 2.9 % a year, 2012 to 2024":
      "国家统计局：2012至2024年居民消费价格年涨幅 0.2 至 2.9 %",
    "a share is written with `%`: Language 2": "比例用 `%` 书写：语言第2节",
    "the discount rate is above 50 % a year": "折现率高于每年 50 %",
    "output per job grows by more than 50 % a year": "人均产值年增长超过 50 %",
    "prices rise by more than 30 % a year": "物价年涨幅超过 30 %",
    "a share is written as a bare number above 1, which is more than 100 %":
      "比例写成大于 1 的裸数字，即超过 100 %",
    "phases that come to the park's area, or to less": "各分期合计等于或小于园区面积",
    "Model 3: phases are parts of it": "模型第3节：分期是园区的组成部分",
    "`{}` offers it after the scenario's end only": "`{1}` 在情景终点之后才提供",
    "a firm, or a whole cohort, is never admitted for want of land or floor":
      "企业或整个企业群因缺少土地或厂房始终不能入驻",
    "the phases of a park have more land than the park": "园区各分期的土地合计大于园区",
    "the phases of a park have less land than the park: the rest is on offer to nobody":
      "园区各分期的土地合计小于园区：其余土地无人可用",
    "a bound against slips; no figure was found": "用于防止笔误的界限；没有查到数字",
    "below 10 % of its city's GDP": "不超过所在城市地区生产总值的 10 %",
    "all firms": "全部企业",
    "all other firms": "其他全部企业",
    "the sales of a firm, of a cohort's firms or of all firms of a city together are more than 10 % of its city's GDP":
      "一家企业、企业群的各企业或一市全部企业的销售额超过所在城市地区生产总值的 10 %",
    "0.1 to 1.2M yuan a mu and year": "每亩每年10万至120万元",
    "DRC report 170/2018: 255,000 yuan a mu, Zhejiang's industry in 2017":
      "国务院发展研究中心报告170/2018：浙江工业2017年每亩25.5万元",
    "a firm pays more than 5M yuan of tax a mu of its land and year, or a park, or all parks together, a mu of occupied land in some year":
      "企业每亩用地年税收超过500万元，或某一园区、全部园区每亩占用土地的年税收超过此数",
    "what these pay is over the land of others, since they take none: {}":
      "这些企业不占用土地，其税收算在其他企业的土地上：{1}",
    "what these pay is over the land of others, since they take none: {} and {} more":
      "这些企业不占用土地，其税收算在其他企业的土地上：{1} 等，另有 {2} 家",
    "`county_rate` of `{}` is for parks with `urban=no`, and there is none":
      "`{1}` 的 `county_rate` 用于 `urban=no` 的园区，而这里没有",
    "a schedule has keys, and the number is read once; or keys after the end, or a phase's `spending` where nobody builds":
      "写了时间表而该数字只读取一次；或时点在终点之后；或分期的 `spending` 写在无人建设之时",
    "a unit, a sector or an assumption is used by nothing, or, once there are firms, a city or a park":
      "单位、行业或假设没有任何用处；或已有企业时，城市或园区没有用处",
    "there are firms and no tax is declared": "有企业而没有声明税种",
    "an incentive, a boost, a screen, a link or an enclave is for firms that its park has not":
      "优惠、带动因素、准入条件、园区联动或飞地所针对的企业，其园区没有",
    "a line, boost, link, incentive, enclave, cohort or tax says nothing that changes anything":
      "铁路、带动因素、园区联动、优惠、飞地、企业群或税种所写内容不起作用",
    "an attribute is read only beside another one that is not there": "属性只与另一个未写的属性一起读取",
    "a line saves time between cities without a travel time": "铁路在没有行程时间的城市之间节省时间",
    "no travel time leads from a city to its core": "没有行程时间由城市通往其核心城市",
    "a rebate's agreements end before any firm of its park comes": "返还的协议期在园区企业到来之前已结束",
    "a park never has more jobs than its `reference_jobs`, so nothing agglomerates":
      "园区的就业始终不超过其 `reference_jobs`，没有集聚效应",
    " and its ": "和",
    " and no ": "也没有",
  ]
}
