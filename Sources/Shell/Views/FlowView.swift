import ParkModel
import Quantities
import Reports
import Simulation

/// Who pays whom over the whole span: firms by sector their taxes, these to levels of government, and
/// what the city's or county's budget lays out.
enum FlowView {
  /// Nil where nothing flows.
  static func map(_ projection: Projection, _ scenario: Scenario) -> FlowMap? {
    let calendar = projection.calendar
    var map = FlowMap(
      title: Table.Note("who pays and who receives", chinese: "谁缴纳，谁受益"),
      period: Table.Note(
        "sums of \(calendar.date(ofStep: 0).text) to \(calendar.date(ofStep: calendar.count).text)",
        chinese:
          "\(calendar.date(ofStep: 0).text) 至 \(calendar.date(ofStep: calendar.count).text) 合计"),
      parties: [], flows: [], priceYear: projection.priceYear)
    for tax in projection.taxes {
      let party = Table.Note(scenario.entity(named: tax)?.title ?? tax)
      for (sector, amount) in parts("tax.\(tax)", by: .sector, projection, scenario) {
        map.add(amount, from: (sector, 0), to: (party, 1), for: party)
      }
      for (level, amount) in parts("tax.\(tax)", by: .level, projection, scenario) {
        map.add(amount, from: (party, 1), to: (level, 2), for: party)
      }
    }
    let own = FlowView.level(scenario.levels.own)
    let land = Table.Note("land", chinese: "土地出让")
    for (sector, amount) in parts("land_income", by: .sector, projection, scenario) {
      map.add(amount, from: (sector, 0), to: (land, 1), for: land)
      map.add(amount, from: (land, 1), to: (own, 2), for: land)
    }
    for (metric, name) in outlays {
      map.add(whole(metric, projection, scenario), from: (own, 2), to: (name, 3), for: name)
    }
    for level in scenario.levels.all {
      let name = Table.Note("refunds to firms", chinese: "退还企业")
      map.add(
        whole("refunds.\(level.name)", projection, scenario), from: (self.level(level), 2),
        to: (name, 3), for: name)
    }
    let between = ["transfers", "contributions"].filter { metric in
      parts(metric, by: .jurisdiction, projection, scenario).contains { $0.amount != 0 }
    }
    if !between.isEmpty {
      map.notes.append(
        Table.Note(
          "what cities pay each other for enclaves stays within their budgets and is not drawn",
          chinese: "飞地合作中城市之间的往来在地方财政内部，未画出"))
    }
    return map.flows.isEmpty ? nil : map
  }

  /// What the budget of a city or county pays, by metric.
  private static let outlays: [(metric: String, name: Table.Note)] = [
    ("investment.public", Table.Note("public investment", chinese: "公共投资")),
    ("opex", Table.Note("running costs", chinese: "运营支出")),
    ("rebates", Table.Note("rebates to firms", chinese: "返还企业")),
    ("grants", Table.Note("grants to firms", chinese: "补助企业")),
    ("handover", Table.Note("the level above", chinese: "上解上级")),
    ("displaced", Table.Note("what cities lose that firms left", chinese: "迁出地减收")),
    ("set_aside", Table.Note("set aside of land income", chinese: "土地收入计提")),
  ]

  private static func level(_ level: Levels.Level) -> Table.Note {
    Table.Note(level.receiver, chinese: level.chinese)
  }

  /// What a metric comes to over the span, by part.
  private static func parts(
    _ metric: String, by division: Division, _ projection: Projection, _ scenario: Scenario
  ) -> [(name: Table.Note, amount: Double)] {
    guard
      let metric = MetricTable.metric(
        metric, taxes: projection.taxes, levels: projection.levels)
    else { return [] }
    let all = 0..<projection.calendar.count
    return projection.series(metric, by: division, over: [all]).map { part in
      let name =
        part.isRemainder
        ? Table.Note("others", chinese: "其他")
        : scenario.levels.all.first { $0.name == part.part }.map(level)
          ?? Table.Note(scenario.entity(named: part.part)?.title ?? part.part)
      return (name, part.figures[0].value ?? 0)
    }
  }

  private static func whole(
    _ metric: String, _ projection: Projection, _ scenario: Scenario
  ) -> Double {
    guard
      let metric = MetricTable.metric(
        metric, taxes: projection.taxes, levels: projection.levels)
    else { return 0 }
    let all = 0..<projection.calendar.count
    return projection.series(metric, over: [all])[0].figures[0].value ?? 0
  }
}

extension FlowMap {
  fileprivate typealias Place = (name: Table.Note, column: Int)

  /// Adds what one party pays another; the same between them for the same is one flow.
  fileprivate mutating func add(
    _ amount: Double, from: Place, to: Place, for name: Table.Note
  ) {
    guard amount != 0 else { return }
    let (payer, receiver) = (party(from), party(to))
    let known = flows.firstIndex {
      $0.from == payer && $0.to == receiver && $0.name == name
    }
    if let known {
      flows[known].amount += amount
    } else {
      flows.append(Flow(from: payer, to: receiver, amount: amount, name: name))
    }
  }

  private mutating func party(_ place: Place) -> Int {
    let party = Party(name: place.name, column: place.column)
    if let known = parties.firstIndex(of: party) { return known }
    parties.append(party)
    return parties.count - 1
  }
}
