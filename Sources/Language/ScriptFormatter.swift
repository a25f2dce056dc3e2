public import Diagnostics

/// Lays a script out: `parkline fmt`. It reads each statement as far as its form goes, runs nothing
/// and knows no names, so it takes scripts that would not run.
public enum ScriptFormatter {
  /// The shape of the statements that a word begins; throws where no statement begins with it.
  public typealias Shapes = (_ word: String, _ place: Location) throws(Diagnostic) -> StatementShape

  /// The script laid out, or what does not read in it, in order.
  public enum Outcome: Sendable {
    case text(String)
    case problems([Diagnostic])
  }

  /// Lays a script out: each statement in the language of its first word, or all in one, Chinese or not.
  public static func format(
    _ source: SourceText, inChinese: Bool? = nil, shapes: Shapes
  ) -> Outcome {
    let script = Script(source)
    var statements: [StatementCells] = []
    statements.reserveCapacity(script.statements.count)
    var problems: [Diagnostic] = []
    for (index, statement) in script.statements.enumerated() {
      do throws(Diagnostic) {
        var reader = CellReader(statement)
        var cells = try reader.cells(shapes)
        cells.isChinese = inChinese ?? cells.isChinese
        if problems.isEmpty { statements.append(cells) }
      } catch {
        let isSwallowing = script.isUnfinished && index == script.statements.count - 1
        problems.append(isSwallowing ? .unclosedBracket(in: statement) ?? error : error)
      }
    }
    guard problems.isEmpty else { return .problems(problems) }
    return .text(ScriptLayout.script(of: statements, closing: script.closing))
  }
}
