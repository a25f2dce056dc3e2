import Analysis
import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

extension Session {
  /// What was reported, each with what it says of the year before and its source.
  mutating func showObservations() {
    let all = scenario.entities(.observe)
    guard !all.isEmpty else { return printLine("no observation is kept") }
    var table = Table(columns: [
      Table.Column("figure", chinese: "指标"),
      Table.Column("reported", chinese: "报道值", isNumeric: true),
      Table.Column("more than a year before", chinese: "同比", isNumeric: true),
      Table.Column("a year before", chinese: "上年同期", isNumeric: true),
      Table.Column("source", chinese: "来源", widest: 32), Table.Column("where", chinese: "出处"),
    ])
    table.rows = all.map { observation in
      let unit = (try? ReportedFact.request(observation, scenario))?.metric?.unit ?? ""
      return [
        .text(observation.shownName),
        Observation.reported(observation).map { cell($0, unit) } ?? .undefined,
        Observation.growth(of: observation).map {
          .measured(Table.Measured($0, "share", isSigned: true))
        } ?? .undefined,
        Observation.earlier(observation).map { cell($0.value, unit) } ?? .undefined,
        .text(observation.text(of: Observation.source)), .text(observation.location.place),
      ]
    }
    show(table)
  }

  /// A reported number: money in yuan, a share as one.
  private func cell(_ value: Quantity, _ unit: String) -> Table.Cell {
    FactCell.cell(value.value, of: value, unit)
  }
}

/// Numbers beside reported ones.
enum FactCell {
  /// A number in the unit of what was reported; `metric` is the unit of the metric that it is of.
  static func cell(
    _ value: Double, of reported: Quantity, _ metric: String, isSigned: Bool = false
  ) -> Table.Cell {
    let quantity = Quantity(value, reported.unit)
    if reported.dimension == .money, let yuan = quantity.value(in: UnitTable.known("yuan")) {
      return .measured(Table.Measured(yuan, "yuan", isSigned: isSigned))
    }
    let unit = reported.dimension == .number ? metric : reported.unit.text
    let plain = reported.dimension == .number ? quantity.value(in: .one) ?? value : value
    return .measured(Table.Measured(plain, unit, isSigned: isSigned))
  }
}

extension Declaration {
  /// A text that it says; empty where it says none.
  func text(of row: AttributeRow) -> String {
    if case .text(let text)? = self[row]?.value { return text }
    return ""
  }
}
