/// What stands before a `=`.
extension TypedChinese {
  /// Words that are another attribute's in some kinds.
  static let attributesByKind: [String: [String: String]] = [
    "boost": ["开始": "from", "结束": "until"],
    "cite": ["类型": "kind"],
    "cohort": ["开始": "from", "结束": "until"],
    "link": ["开始": "from"],
  ]

  static let attributeRows: [(english: String, chinese: [String])] = [
    // Times.
    ("start", ["开始", "开工", "起"]), ("end", ["结束", "止"]), ("step", ["步长"]), ("fiscal", ["财年"]),
    ("prices", ["价格年"]), ("from", ["起点", "自"]), ("until", ["截止"]), ("to", ["终点"]),
    ("complete", ["建成", "竣工", "完工"]), ("arrives", ["入驻", "投产", "落户", "到达"]), ("opens", ["开通"]),
    ("delay", ["延误"]), ("build", ["建设期"]), ("ramp", ["达产期"]), ("half_life", ["半衰期"]),
    // Cities and lines.
    ("gdp", ["生产总值"]), ("population", ["人口"]), ("internal_time", ["市内时间"]),
    ("core", ["核心城市"]), ("handover_base", ["上解基数"]), ("time", ["用时"]), ("saves", ["节省", "节约"]),
    ("employment", ["就业带动"]),
    // Parks and phases.
    ("area", ["面积"]), ("jurisdiction", ["辖区"]), ("urban", ["城区"]), ("reference_jobs", ["基准就业"]),
    ("land_price", ["地价", "土地价格"]), ("land_set_aside", ["土地计提"]), ("public", ["政府出资"]),
    ("overrun", ["超支"]), ("profile", ["进度"]), ("spending", ["分年支出"]),
    // Firms.
    ("jobs", ["就业", "岗位"]), ("output", ["产值"]), ("local_tax", ["地方税收", "地方纳税额"]),
    ("total_tax", ["税收", "纳税额", "总税收", "税收总额"]), ("investment", ["投资", "投资额"]), ("land", ["用地"]),
    ("floor", ["建筑面积"]), ("origin", ["迁出地"]), ("moved", ["迁移比例"]), ("pattern", ["到来方式"]),
    ("firms", ["企业数", "数量"]), ("p", ["创新系数"]), ("q", ["模仿系数"]), ("replace", ["补位比例"]),
    // Profiles of sectors.
    ("output_per_job", ["人均产值"]), ("value_added", ["增加值率"]), ("margin", ["利润率"]),
    ("wage", ["工资", "人均工资"]), ("jobs_per_area", ["就业密度"]), ("floor_per_job", ["人均建筑面积"]),
    ("investment_per_area", ["投资强度"]), ("exports", ["出口比例"]), ("building_share", ["建筑占比"]),
    ("growth", ["增长率"]), ("job_growth", ["就业增长率"]), ("first", ["首日规模"]), ("hazard", ["关停率"]),
    ("survival_scale", ["关停系数"]), ("break_even", ["盈亏平衡点"]), ("creditable", ["可抵扣比例"]),
    ("research", ["研发比例"]), ("energy", ["单位能耗"]), ("emissions", ["碳排放系数"]),
    ("rail_elasticity", ["铁路弹性"]), ("attraction_elasticity", ["吸引弹性"]),
    ("indirect", ["间接就业系数"]), ("induced", ["引致就业系数"]), ("vat", ["增值税"]),
    ("cit", ["企业所得税"]), ("pit", ["个人所得税"]),
    // Taxes and incentives.
    ("base", ["计税依据"]), ("rate", ["税率"]), ("county_rate", ["县域税率"]), ("central", ["中央"]),
    ("province", ["省级"]), ("local", ["地方"]), ("input_equipment", ["设备进项税率"]),
    ("input_buildings", ["建筑进项税率"]), ("refund", ["退税比例"]), ("refund_local", ["退税地方负担"]),
    ("carry_losses", ["亏损结转"]), ("research_deduction", ["研发加计扣除"]), ("type", ["类型"]),
    ("schedule", ["各年比例"]), ("counts", ["起算"]), ("agreements_until", ["协议截止"]),
    // Enclaves, effects and screens.
    ("host", ["飞入地"]), ("home", ["飞出地"]), ("share", ["比例", "份额"]), ("net", ["净额"]),
    ("fixed", ["固定数额"]), ("honour", ["兑现率"]), ("contribution", ["出资"]), ("sectors", ["行业范围"]),
    ("between", ["两园区"]), ("complementarity", ["互补系数"]), ("attraction", ["吸引系数"]),
    ("multiplier", ["乘数"]), ("productivity", ["生产率"]), ("max_energy", ["能耗上限"]),
    ("min_tax", ["税收下限"]), ("min_investment", ["投资强度下限"]), ("max_emissions", ["排放上限"]),
    // The model.
    ("agglomeration_cap", ["集聚上限"]), ("construction_jobs", ["建设用工系数"]),
    ("deadweight", ["无谓损失"]), ("discount", ["折现率"]), ("displacement", ["挤出比例"]),
    ("inflation", ["通胀率"]), ("leakage", ["漏出比例"]), ("least_time", ["最短时间"]),
    ("queue_decay", ["等候流失率"]), ("rail_decay", ["距离衰减"]), ("ramp_share", ["达产比例"]),
    ("siphon", ["虹吸"]), ("siphon_far", ["虹吸远界"]), ("siphon_half_life", ["虹吸半衰期"]),
    ("siphon_near", ["虹吸近界"]), ("siphon_size", ["虹吸规模"]), ("substitution", ["替代比例"]),
    // Draws, facts and sources.
    ("draws", ["次数"]), ("seed", ["种子"]), ("sampling", ["抽样方法"]), ("closures", ["关停方式"]),
    ("value", ["数值"]), ("evidence", ["证据"]), ("source", ["来源"]), ("yoy", ["同比"]),
    ("note", ["备注"]), ("holdout", ["留出"]), ("checked", ["核对日期"]), ("url", ["网址"]),
    ("second", ["第二项"]), ("coefficient", ["相关系数"]),
    // Commands.
    ("years", ["年份"]), ("by", ["按"]), ("every", ["每隔"]), ("per", ["每"]), ("vs", ["对照"]),
    ("top", ["前"]), ("statistic", ["统计量"]), ("title", ["标题"]), ("author", ["作者"]),
    ("date", ["日期"]), ("language", ["语言"]), ("layout", ["版式"]), ("kind", ["图形"]),
    ("depth", ["层数"]), ("keep", ["保留"]), ("terminal", ["期末价值"]), ("additional", ["净增"]),
    ("units", ["数位"]), ("decimals", ["小数位"]), ("headings", ["表头"]),
    ("pager", ["分页"]), ("boxes", ["箱体数"]), ("size", ["每轮组数"]), ("rounds", ["轮数"]),
  ]
}
