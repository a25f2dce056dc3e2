import Analysis
import Diagnostics
import Language
import ParkModel
import Reports
import Simulation

/// What has to be said of figures that are not those of a plain run in real money.
struct BasisText {
  let view: RunView
  let scenario: Scenario

  /// What stands behind the unit of a figure.
  func bases(_ basis: FigureBasis) -> [Table.Basis] {
    (view.isNominal && basis.isOfMoney ? [.nominal] : [])
      + (view.closures == .none && basis.dependsOnFirms ? [.noClosures] : [])
  }

  /// The sentences below some figures.
  func notes(_ figures: [FigureRequest]) -> [Table.Note] {
    let all = figures.map(\.basis)
    var notes = figures.compactMap { $0.yearlyShare.map { Table.Note($0.remark) } }
    if view.isNominal {
      if all.contains(where: \.isOfMoney) { notes.append(nominal) }
      if all.contains(where: { $0.isOfMoney && $0.hasStatedMoney }) {
        notes.append(
          Table.Note(
            "money that is stated stays in prices of \(year)", chinese: "写明的金额仍按\(year)年价格"))
      }
    }
    if view.closures == .none, all.contains(where: \.dependsOnFirms) {
      notes.append(
        Table.Note("as if no firm closed (`closures=none`)", chinese: "假定没有企业关闭（`closures=none`）"))
    }
    return notes
  }

  /// In prices of which year the money of some figures is, for whoever reads a table alone; nil where
  /// there is none, or `notes` say more.
  func priceYear(_ figures: [FigureRequest]) -> Int? {
    !view.isNominal && figures.contains(where: \.basis.isOfMoney) ? year : nil
  }

  /// In which prices nominal money is.
  private var nominal: Table.Note {
    let stated = scenario.model[Model.inflation]
    var isNone = stated == nil
    if case .constant(0)? = stated?.number { isNone = true }
    if isNone {
      return Table.Note(
        "nominal, but as in prices of \(year) while `model.inflation` is 0: "
          + "for example `set model inflation=2%`",
        chinese: "现价，但 `model.inflation` 为 0 时与\(year)年价格相同：例如 `set model inflation=2%`")
    }
    let inflation = stated?.expression.canonical ?? "0"
    return Table.Note(
      "nominal: prices of \(year), carried to each time by `model.inflation` (\(inflation))",
      chinese: "现价：由\(year)年价格按 `model.inflation`（\(inflation)）推算")
  }

  /// That something stays in real money though answers are nominal; nil where they are not.
  static func real(_ what: Sentence, _ session: Session) -> Sentence? {
    guard session.settings.isNominal, let header = session.scenario.header else { return nil }
    return "\(what) in prices of \(ScenarioHeader.priceYear(of: header)), whatever `format` says"
  }

  private var year: Int { scenario.header.map(ScenarioHeader.priceYear) ?? 0 }

  /// What has to be said where named firms may have closed.
  static let expected = Table.Note(
    "expected, after the chance that a firm closes; `closures=none` is as if none did",
    chinese: "期望值，已计入企业关闭的可能；`closures=none` 按没有企业关闭计算")
}
