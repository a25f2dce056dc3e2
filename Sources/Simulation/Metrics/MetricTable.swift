import Diagnostics
public import ParkModel

/// Every metric; a new one is one row.
public enum MetricTable {
  /// Those that every scenario has where no library brings levels of government of its own.
  public static let rows = rows(of: .standard)

  /// Those of a scenario with some levels of government, by name.
  public static func rows(of levels: Levels) -> [MetricRow] {
    let count = levels.all.count
    let ofLevels = levels.all.enumerated().flatMap { index, level in
      let place = Level(index, of: count)
      return [
        MetricRow(
          "refunds.\(level.name)", "\(level.chinese)留抵退税", .flow, "yuan", by: Division.ofTaxes,
          .money([.refunds(place)]), "\(possessive(level.receiver)) part of refunds"),
        MetricRow(
          "tax.\(level.name)", "\(level.chinese)税收", .flow, "yuan", by: Division.ofTaxes,
          .tax(place), "\(possessive(level.receiver)) part of tax"),
      ]
    }.sorted { $0.name < $1.name }
    return common.flatMap { row in
      [row] + ofLevels.filter { row.name == $0.name.prefix { $0 != "." } }
    }
  }

  /// `the city's or county's`
  private static func possessive(_ receiver: String) -> Sentence {
    guard let or = receiver.firstRange(of: " or ") else { return "\(receiver)'s" }
    return "\(String(receiver[..<or.lowerBound]))'s or \(String(receiver[or.upperBound...]))'s"
  }

  /// Those of no level of government.
  private static let common: [MetricRow] = [
    MetricRow(
      "agglomeration", "集聚系数", .stock, "", by: [.park], .agglomeration,
      "what a park's size makes of each firm's output, as a factor"),
    MetricRow(
      "contributions", "飞地共建出资", .flow, "yuan", by: [.jurisdiction, .park],
      .money([.plus(.contribution)]),
      "what an enclave's home city pays for the park: less for the home, more for the host"),
    MetricRow(
      "displaced", "异地税收损失", .flow, "yuan", by: Division.ofTenants.union([.tax]),
      .money([.displaced]), "local tax that cities lose of which firms have left"),
    MetricRow(
      "emissions", "碳排放量", .flow, "t", .measure(.emissions), "carbon dioxide from the firms' energy"
    ),
    MetricRow(
      "emissions.cumulative", "累计碳排放量", .stock, "t", .measureToDate(.emissions),
      "all carbon dioxide since the scenario's start"),
    MetricRow("energy", "能源消费量", .flow, "tce", .measure(.energy), "energy that firms use"),
    MetricRow("firms", "企业数", .stock, "firms", .measure(.firms), "expected firms that are open"),
    MetricRow(
      "firms.rejected", "未准入企业数", .stock, "firms", by: [.firm, .jurisdiction, .park, .sector],
      .measure(.rejected), "firms that screens have turned away so far"),
    MetricRow(
      "firms.waiting", "等候企业数", .stock, "firms", by: [.firm, .jurisdiction, .park, .sector],
      .measure(.waiting), "firms that wait for land, floor or their phase"),
    MetricRow(
      "floor.occupied", "已用建筑面积", .stock, "m2", .measure(.occupiedFloor),
      "floor space taken by firms"),
    MetricRow(
      "floor.serviced", "建成建筑面积", .stock, "m2", by: Division.ofPlaces, .measure(.servicedFloor),
      "floor space of complete phases"),
    MetricRow(
      "floor.vacant", "空置建筑面积", .stock, "m2", by: Division.ofPlaces,
      .difference(.servicedFloor, .occupiedFloor), "floor space of complete phases not taken"),
    MetricRow(
      "grants", "投资补助", .flow, "yuan", .money([.plus(.grants)]),
      "what firms are paid of their own investment"),
    MetricRow(
      "handover", "上解上级支出", .flow, "yuan", by: [.jurisdiction], .money([.plus(.handover)]),
      "what cities hand over to the level above of what their local tax has grown by"),
    MetricRow(
      "investment", "固定资产投资", .flow, "yuan",
      .money([.plus(.publicInvestment), .plus(.privateInvestment)]),
      "what phases and firms invest"),
    MetricRow(
      "investment.cumulative", "累计固定资产投资", .stock, "yuan",
      .moneyToDate([.plus(.publicInvestment), .plus(.privateInvestment)]),
      "all that was invested by the end, also before the scenario"),
    MetricRow(
      "investment.private", "民间投资", .flow, "yuan", .money([.plus(.privateInvestment)]),
      "the private part of investment"),
    MetricRow(
      "investment.public", "政府投资", .flow, "yuan", .money([.plus(.publicInvestment)]),
      "the public part of investment"),
    MetricRow(
      "investment_per_mu", "亩均投资", .ratio, "yuan/mu", by: Division.ofPlaces,
      .quotient(
        .moneyToDate([.plus(.publicInvestment), .plus(.privateInvestment)]),
        .measure(.servicedLand),
        factor: squareMetresPerMu, perYear: false),
      "all investment by the end for each mu of serviced land"),
    MetricRow("jobs", "就业人数", .stock, "jobs", .measure(.jobs), "direct jobs"),
    MetricRow(
      "jobs.construction", "建设用工", .flow, "job-years", .measure(.constructionJobs),
      "years of work in construction, never part of jobs"),
    MetricRow(
      "jobs.indirect", "间接就业", .stock, "jobs", .measure(.indirectJobs), "jobs at suppliers"),
    MetricRow(
      "jobs.induced", "引致就业", .stock, "jobs", .measure(.inducedJobs), "jobs that spent wages make"),
    MetricRow(
      "jobs.net", "净增就业", .stock, "jobs", .additional(.jobs),
      "net additional jobs: direct ones after leakage, displacement, substitution, multiplier and "
        + "deadweight"),
    MetricRow(
      "jobs.total", "就业总数", .stock, "jobs", .total([.jobs, .indirectJobs, .inducedJobs]),
      "direct, indirect and induced jobs"),
    MetricRow(
      "jobs_per_ha", "每公顷就业", .ratio, "jobs/ha",
      .quotient(.measure(.jobs), .measure(.occupiedLand), factor: 10_000, perYear: false),
      "direct jobs for each hectare of occupied land"),
    MetricRow(
      "jobs_per_serviced_ha", "建成土地每公顷就业", .ratio, "jobs/ha", by: Division.ofPlaces,
      ofFirms: "jobs_per_ha",
      .quotient(.measure(.jobs), .measure(.servicedLand), factor: 10_000, perYear: false),
      "direct jobs for each hectare of serviced land, occupied or not"),
    MetricRow(
      "land_income", "土地出让收入", .flow, "yuan", .money([.plus(.landIncome)]),
      "what firms pay for land, once for each plot"),
    MetricRow(
      "land.occupied", "已用土地", .stock, "ha", scale: 10_000, .measure(.occupiedLand),
      "land of admitted firms"),
    MetricRow(
      "land.serviced", "建成土地", .stock, "ha", scale: 10_000, by: Division.ofPlaces,
      .measure(.servicedLand), "land of complete phases"),
    MetricRow(
      "land.vacant", "闲置土地", .stock, "ha", scale: 10_000, by: Division.ofPlaces,
      .difference(.servicedLand, .occupiedLand), "land of complete phases not taken"),
    MetricRow(
      "local_share", "地方留成比例", .ratio, "share", by: Division.ofTenants.union([.tax]),
      .quotient(.tax(.local), .tax(nil), factor: 1, perYear: false),
      "local tax as a share of tax"),
    MetricRow(
      "market_potential", "市场潜力", .stock, "yuan/year", by: [.jurisdiction, .park], .potential,
      "the markets a city reaches, each worth less with travel time"),
    MetricRow(
      "net_local", "地方净收益", .flow, "yuan",
      .money(netLocal),
      "local tax and land income less set-asides, rebates, refunds, grants, public investment and "
        + "running costs; for a city, with what enclaves pass on and contribute, what it hands over "
        + "and what it loses to other parks"
    ),
    MetricRow(
      "net_local.additional", "净增地方净收益", .flow, "yuan",
      .additionalMoney(netLocal, judged: [.localTax, .plus(.landIncome)]),
      "the same, less the part of local tax and land income that would come anyway or is lost "
        + "elsewhere"),
    MetricRow(
      "opex", "运营支出", .flow, "yuan", .money([.plus(.opex)]), "running costs of complete phases"),
    MetricRow(
      "occupancy", "土地利用率", .ratio, "share", by: Division.ofPlaces,
      .quotient(
        .measure(.occupiedLand), .measure(.servicedLand), factor: 1, perYear: false),
      "occupied land as a share of serviced land"),
    MetricRow("output", "产值", .flow, "yuan", .money([.plus(.output)]), "what firms make and sell"),
    MetricRow(
      "payroll", "工资总额", .flow, "yuan", .money([.plus(.payroll)]), "what firms pay their people"),
    MetricRow(
      "profit", "利润总额", .flow, "yuan", .money([.plus(.profit)]), "what firms earn before tax on it"),
    MetricRow(
      "rail_uplift", "铁路带来的市场准入增幅", .stock, "share", by: [.jurisdiction, .park], .uplift,
      "the rise in market potential that is felt, as a share"),
    MetricRow(
      "rebates", "税收返还", .flow, "yuan", by: Division.ofTenants.union([.tax]), .money([.rebates]),
      "local tax that is paid back to firms"),
    MetricRow(
      "refunds", "留抵退税", .flow, "yuan", by: Division.ofTaxes, .money([.refunds(nil)]),
      "credits for tax on investment that are paid out"),
    MetricRow(
      "set_aside", "土地收入计提", .flow, "yuan", .money([.plus(.setAside)]),
      "land income that has to be spent elsewhere"),
    MetricRow("tax", "税收", .flow, "yuan", by: Division.ofTaxes, .tax(nil), "all taxes of firms"),
    MetricRow(
      "tax_per_mu", "亩均税收", .ratio, "yuan/mu/year",
      .quotient(
        .tax(nil), .measure(.occupiedLand), factor: squareMetresPerMu, perYear: true),
      "tax of a year for each mu of occupied land"),
    MetricRow(
      "tax_per_serviced_mu", "建成土地亩均税收", .ratio, "yuan/mu/year",
      by: Division.ofPlaces, ofFirms: "tax_per_mu",
      .quotient(
        .tax(nil), .measure(.servicedLand), factor: squareMetresPerMu, perYear: true),
      "tax of a year for each mu of serviced land, occupied or not"),
    MetricRow(
      "transfers", "飞地分成", .flow, "yuan", by: Division.ofTenants.union([.tax]),
      .money([.transfers]),
      "what enclaves pass on, of local tax and beside it: less for the host, more for the home city"
    ),
    MetricRow(
      "value_added", "增加值", .flow, "yuan", .money([.plus(.valueAdded)]),
      "what firms add to what they buy"),
  ]

  /// What comes to a budget. Model 6, net local.
  private static let netLocal: [MetricRow.Amount] = [
    .localTax, .plus(.landIncome), .minus(.setAside), .lessRebates, .lessLocalRefunds,
    .minus(.grants), .minus(.publicInvestment), .minus(.opex), .minus(.handover), .lessDisplaced,
    .transfers, .plus(.contribution),
  ]

  /// The row of a tax instrument, `tax.NAME`.
  static let instrument = MetricRow(
    "tax.NAME", "税种", .flow, "yuan", by: Division.ofTaxes, .tax(nil), "one tax")

  /// Square metres of a mu.
  private static let squareMetresPerMu = 10_000.0 / 15

  /// The metric of a name, given the taxes of a scenario in the order of its plan.
  public static func metric(
    _ name: String, taxes: [String], levels: Levels = .standard
  ) -> Metric? {
    let isStandard = levels.library == Levels.standard.library
    if let row = (isStandard ? rows : rows(of: levels)).first(where: { $0.name == name }) {
      return Metric(row: row, name: name, tax: nil)
    }
    guard name.hasPrefix("tax."), let tax = taxes.firstIndex(of: String(name.dropFirst(4))) else {
      return nil
    }
    return Metric(row: instrument, name: name, tax: tax)
  }

  /// Every name that can be asked for.
  public static func names(taxes: [String], levels: Levels = .standard) -> [String] {
    rows(of: levels).map(\.name) + taxes.map { "tax.\($0)" }
  }
}
