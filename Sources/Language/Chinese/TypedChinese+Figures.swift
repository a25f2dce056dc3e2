/// What stands in expressions and behind a `=`: metrics, functions, choices.
extension TypedChinese {
  static let figureRows: [(english: String, chinese: [String])] = [
    ("agglomeration", ["集聚系数", "集聚弹性"]), ("contributions", ["飞地共建出资"]),
    ("displaced", ["异地税收损失"]), ("emissions", ["碳排放量", "碳排放"]),
    ("emissions.cumulative", ["累计碳排放量"]), ("energy", ["能源消费量", "能耗"]), ("firms", ["企业数"]),
    ("firms.rejected", ["未准入企业数"]), ("firms.waiting", ["等候企业数"]),
    ("floor.occupied", ["已用建筑面积"]), ("floor.serviced", ["建成建筑面积"]),
    ("floor.vacant", ["空置建筑面积"]), ("grants", ["投资补助"]), ("handover", ["上解上级支出", "上解"]),
    ("investment", ["固定资产投资", "投资"]), ("investment.cumulative", ["累计固定资产投资", "累计投资"]),
    ("investment.private", ["民间投资"]), ("investment.public", ["政府投资"]),
    ("investment_per_mu", ["亩均投资"]), ("jobs", ["就业人数", "就业"]), ("jobs.construction", ["建设用工"]),
    ("jobs.indirect", ["间接就业"]), ("jobs.induced", ["引致就业"]), ("jobs.net", ["净增就业"]),
    ("jobs.total", ["就业总数"]), ("jobs_per_ha", ["每公顷就业"]),
    ("jobs_per_serviced_ha", ["建成土地每公顷就业"]), ("land_income", ["土地出让收入", "土地收入"]),
    ("land.occupied", ["已用土地"]), ("land.serviced", ["建成土地"]), ("land.vacant", ["闲置土地"]),
    ("local_share", ["地方留成比例"]), ("market_potential", ["市场潜力"]),
    ("net_local", ["地方净收益"]), ("net_local.additional", ["净增地方净收益"]), ("opex", ["运营支出"]),
    ("occupancy", ["土地利用率"]), ("output", ["产值"]), ("payroll", ["工资总额"]),
    ("profit", ["利润总额", "利润"]), ("rail_uplift", ["铁路带来的市场准入增幅"]),
    ("rebates", ["税收返还"]), ("refunds", ["留抵退税"]), ("refunds.central", ["中央留抵退税"]),
    ("refunds.local", ["地方留抵退税"]), ("refunds.province", ["省级留抵退税"]),
    ("set_aside", ["土地收入计提"]), ("tax", ["税收"]), ("tax.central", ["中央税收"]),
    ("tax.local", ["地方税收"]), ("tax.province", ["省级税收"]), ("tax_per_mu", ["亩均税收"]),
    ("tax_per_serviced_mu", ["建成土地亩均税收"]), ("transfers", ["飞地分成"]),
    ("value_added", ["增加值"]),
    // Functions.
    ("npv", ["净现值"]), ("irr", ["内部收益率"]), ("sum", ["合计"]), ("mean", ["均值"]),
    ("max", ["最大值"]), ("min", ["最小值"]), ("cumulative", ["累计"]), ("chance", ["概率"]),
    ("expected", ["期望值"]), ("quantile", ["分位数"]), ("spread", ["标准差"]), ("if", ["如果"]),
    // Distributions.
    ("uniform", ["均匀分布"]), ("triangular", ["三角分布"]), ("normal", ["正态分布"]),
    ("lognormal", ["对数正态分布"]), ("discrete", ["离散分布"]),
  ]

  static let choiceRows: [(english: String, chinese: [String])] = [
    ("holiday", ["减免"]), ("rebate", ["返还"]), ("capex", ["投资奖补"]), ("even", ["均匀"]),
    ("linear", ["匀速"]), ("yes", ["是"]), ("no", ["否"]), ("year", ["年度"]), ("half", ["半年"]),
    ("quarter", ["季度"]),
    ("month", ["月度"]), ("zh", ["中文"]), ("en", ["英文"]), ("tidy", ["长表"]),
    ("wide", ["宽表"]), ("random", ["随机"]), ("level", ["政府层级"]), ("areas", ["面积图"]),
    ("bars", ["柱形图"]), ("lines", ["折线图"]), ("none", ["无"]), ("china", ["中国"]), ("germany", ["德国"]),
    ("china-ranges", ["中国区间"]), ("jurisdiction", ["辖区"]), ("tax", ["税种"]),
  ]
}
