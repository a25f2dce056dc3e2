import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `observe tax[2021H1] value=10亿元 yoy=106.41%`: keeps a reported fact.
enum ObserveCommand {
  static let row = Command(
    EntityKind.observe.rawValue, .data,
    signature: [
      .needed(.figure),
      .needed(.attributes(.observe), as: "value=… [yoy=…] [source=\"…\"] [evidence=S|D|M|A]"),
    ],
    summary: EntityKind.observe.row.summary,
    details:
      "The figure names its period: `tax[2021H1]`, `tax.local[smart, 2020]`. `yoy` is how much more it was\n"
      + "than a year before, and so says what it was then. A fact belongs to the scenario and no run reads\n"
      + "it: `backtest` puts runs beside all facts, `calibrate` finds the numbers that meet them. `list\n"
      + "observe` lists them, `set observe tax[2021H1] value=…` and `remove observe tax[2021H1]` change them.",
    examples: [
      EntityKind.observe.row.example, "observe jobs[2021] value=1,200人; list observations",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    guard
      let edit = try StatementReader.edit(invocation.statement, in: session.scenario)
    else { return }
    if case .declare(let observation) = edit {
      try ReportedFact.check(observation, session.scenario)
    }
    try session.make(.edit(edit), edit.summary)
    guard case .declare(let observation) = edit else { return }
    if let earlier = Observation.earlier(observation) {
      session.printLine(
        ("`yoy` says that \(earlier.figure) was \(session.text(earlier.value, observation))"
          as Sentence).escapingControls)
    }
    if let doubt = ReportedFact.doubt(observation, session.scenario) {
      session.print(session.renderer.render(doubt))
    }
  }
}

extension Session {
  /// What was reported, in words; a share as one.
  func text(_ value: Quantity, _ observation: Declaration) -> String {
    let unit = (try? ReportedFact.request(observation, scenario))?.metric?.unit ?? ""
    guard case .measured(let measured) = FactCell.cell(value.value, of: value, unit) else {
      return ""
    }
    return figures.style.text(measured)
  }
}
