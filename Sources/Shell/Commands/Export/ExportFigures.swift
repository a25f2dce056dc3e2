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
    let table = try table(request, layout, &session)
    var content = ExportContent(Document(title: title, blocks: [.table(table)]))
    if !request.view.isNominal, request.figures.contains(where: \.basis.isOfMoney),
      let note = BasisText.real("money is", session)
    {
      content.remarks.append(note + "; `--nominal` writes nominal money")
    }
    // Formats that hold nothing but rows leave it out.
    content.remarks += table.notes.map { $0.text(session.settings.style.language) }
    return content
  }

  private static func table(
    _ request: ViewRequest, _ layout: ExportLayout, _ session: inout Session
  ) throws(Diagnostic) -> Table {
    let projection = try session.project(request.view)
    let (scenario, branch) = (session.scenario, session.branch)
    guard let draws = try session.draws(request.view) else {
      return try layout == .tidy
        ? FileTable.tidy(request, projection, scenario: scenario.title, branch: branch)
        : FileTable.wide(request, projection, scenario)
    }
    return try layout == .tidy
      ? FileTable.tidy(request, projection, scenario: scenario.title, branch: branch, draws)
      : FileTable.wide(request, projection, scenario, draws)
  }
}
