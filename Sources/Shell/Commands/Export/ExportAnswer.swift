import Diagnostics
import Language
import ParkModel
import Reports

/// `export FILE compare main late tax`: the answer of another command.
extension Export {
  /// The command whose name comes next, and what it hands to files. Its name is no figure's.
  static func answering(_ reader: ArgumentReader) -> (row: Command, answer: FileAnswer)? {
    guard let word = reader.peekedWord, !reader.isAttributeAhead,
      let row = CommandTable.answering.first(where: { $0.name == word }), let answer = row.inFiles
    else { return nil }
    return (row, answer)
  }

  static func content(
    of row: Command, _ answer: FileAnswer, _ target: ExportTarget, _ session: inout Session,
    _ invocation: inout Invocation
  ) throws(Diagnostic) -> ExportContent {
    let place = invocation.reader.here
    _ = invocation.reader.word()
    if target.format.content == .picture, let pictures = answer.pictures {
      let charts = try pictures(&session, &invocation)
      return ExportContent(Document(blocks: charts.map { .chart($0) }))
    }
    guard target.format.content != .picture else {
      throw noPicture(row.name, answer, target, at: place)
    }
    let layout = try target.layout(of: answer.layouts)
    let title = session.scenario.header?.title ?? ""
    if target.format.showsTrees, let tree = answer.tree {
      let tree = try tree(&session, &invocation)
      var content = ExportContent(Document(title: title, blocks: [.tree(tree)]))
      content.namesPlaces = answer.namesPlaces
      content.remarks = tree.notes.map { Sentence(verbatim: $0.text(session.settings.style)) }
      return content
    }
    var table = try answer.table(&session, &invocation, layout)
    table.name = table.name ?? Table.Note(row.name)
    var content = ExportContent(Document(title: title, blocks: [.table(table)]))
    content.hasChart = false
    content.namesPlaces = answer.namesPlaces
    content.remarks = table.notes.map { Sentence(verbatim: $0.text(session.settings.style)) }
    return content
  }

  private static func noPicture(
    _ name: String, _ answer: FileAnswer, _ target: ExportTarget, at place: Location
  ) -> Diagnostic {
    let takers = FileFormat.rows.filter { $0.content == .rows || $0.content == .tables }.map {
      "`.\($0.name)`"
    }
    let isPlain = !target.path.contains { $0 == " " || $0 == "\"" }
    let file = isPlain ? target.path : "FILE.\(target.format.name)"
    return Diagnostic(
      "conflict", "`\(name)` answers with a table, and `.\(target.format.name)` holds a picture",
      at: place,
      help: ["\(typed: takers.joined(separator: ", ")) take it"]
        + (answer.asPicture.map { ["its picture is `export \(file) \($0)`"] } ?? []))
  }
}
