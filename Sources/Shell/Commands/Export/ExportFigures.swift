import Analysis
import Diagnostics
import ParkModel
import Reports

/// `export projection.csv tax, jobs`: figures of the run at hand.
extension Export {
  /// Exact rows for programs; for people what `table` shows, and what it rests on.
  static func figures(
    _ target: ExportTarget, _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) -> ExportContent {
    // Years across are for people: programs would read them as names.
    let isForPeople = target.format.content == .tables
    let layout = try target.layout(
      of: target.format.hasYearsAcross
        ? [.wide, .years] : isForPeople ? [.wide] : [.wide, .tidy])
    let request = try ViewRequest(&invocation.reader, &session, view: RunView())
    let title = session.scenario.header?.title ?? ""
    guard !isForPeople else {
      var table = try session.table(request)
      table.name = Table.Note("figures", chinese: "数据")
      var assumptions = Assumptions.table(session.scenario)
      assumptions.name = Table.Note("assumptions", chinese: "假设")
      var content = ExportContent(
        Document(title: title, blocks: [.table(table), .table(assumptions)]))
      content.hasYearsAcross = layout == .years
      content.namesPlaces = true
      return content
    }
    var content = try rows(request, layout, &session)
    if !request.view.isNominal, request.figures.contains(where: \.basis.isOfMoney),
      let note = BasisText.real("money is", session)
    {
      content.remarks.append("\(note); `--nominal` writes nominal money")
    }
    // Formats that hold nothing but rows leave it out.
    for table in content.document.tables {
      content.remarks += table.notes.map { Sentence(verbatim: $0.text(session.settings.style)) }
    }
    return content
  }

  /// Exact figures, asked for as they are written; those of draws are at hand.
  private static func rows(
    _ request: ViewRequest, _ layout: ExportLayout, _ session: inout Session
  ) throws(Diagnostic) -> ExportContent {
    let projection = try session.project(request.view)
    let (scenario, branch) = (session.scenario, session.branch)
    let title = scenario.header?.title ?? ""
    let table: Table
    switch (try session.draws(request.view), layout) {
    case (nil, .tidy):
      let rows = TidyRows.source(request, projection, scenario: scenario.title, branch: branch)
      return ExportContent(Document(title: title, rows: rows))
    case (let draws?, .tidy):
      table = try FileTable.tidy(
        request, projection, scenario: scenario.title, branch: branch, draws)
    case (nil, _):
      let rows = try WideRows.source(request, projection, scenario)
      return ExportContent(Document(title: title, rows: rows))
    case (let draws?, _): table = try FileTable.wide(request, projection, scenario, draws)
    }
    return ExportContent(Document(title: title, blocks: [.table(table)]))
  }
}
