import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `audit tax[2030]`: how much of a figure rests on which evidence.
enum AuditCommand {
  static let row = Command(
    "audit", .results,
    signature: [
      .needed(.figure), TornadoCommand.topAttribute, ViewRequest.closures, RunView.nominalOption,
    ],
    summary: "say how much of a figure rests on which evidence",
    details:
      "Each number is moved by itself: over its range from what 5 % to what 95 % of its draws do not\n"
      + "exceed, else a tenth lower and higher as far as is legal. Its share is how far the figure\n"
      + "moves, of the sum of all. The shares are summed by evidence code (`cite … evidence=`) and by the\n"
      + "age of the source at the scenario's start. `assumptions by FIGURE` sorts that list by them.",
    examples: ["audit tax[2030]", "audit npv(net_local) top=5"],
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let question = try question(&invocation.reader, view: RunView(), &session)
      return AuditTable(question.audit, question.request, question.basis).file(top: question.top)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, view: session.view, &session)
    session.doubt(question.request, in: invocation.statement)
    let answer = AuditTable(question.audit, question.request, question.basis)
    session.printLine(
      Sentence(verbatim: answer.headline.text(session.settings.style)))
    let tables = answer.tables(top: question.top ?? 12)
    if !tables.isEmpty { session.show(tables) }
  }

  private struct Question {
    let request: FigureRequest
    let audit: Audit
    /// How many inputs are shown; nil where nobody says.
    let top: Int?
    let basis: BasisText
  }

  private static func question(
    _ reader: inout ArgumentReader, view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let place = reader.here
    let expression = try reader.expression()
    var view = view
    var top: Int?
    while !reader.isAtEnd {
      let before = reader.here.span.lower
      var ahead = reader
      if let attribute = try ahead.attribute(), attribute.name == "top" {
        guard top == nil else {
          throw Diagnostic(
            "twice", "`top` is given twice", at: reader.location(attribute.nameSpan))
        }
        top = try TornadoCommand.count(attribute, reader)
        reader = ahead
      } else {
        try view.read(&reader)
      }
      guard reader.isAtEnd || reader.here.span.lower > before else { break }
    }
    try reader.end()
    let request = try FigureRequest(expression, reader.source, session.scenario)
    try request.checkIsSingle(for: "audit", at: place)
    return Question(
      request: request, audit: try audit(request, view, &session), top: top,
      basis: BasisText(view: view, scenario: session.scenario))
  }

  /// What a figure rests on in the branch at hand.
  static func audit(
    _ request: FigureRequest, _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Audit {
    var plain = view
    plain.isNominal = false
    let projection = try session.project(plain)
    let runs = VariedRuns(
      session.scenario, [request], closures: view.closures, isNominal: view.isNominal,
      threads: session.threads, stop: session.stop)
    return try Audit(request, runs, projection)
  }
}
