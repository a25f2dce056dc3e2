import Analysis
import Diagnostics
import Reports
import Simulation

/// The tree of an explanation as a file has it: a row for each number, behind the number that it is a part
/// of. Language 8.
struct ExplanationFile {
  private let explanation: Explanation
  /// Levels below the figure; nil for all.
  private let depth: Int?
  private let stop: StopSignal
  private var rows: [[Table.Cell]] = []

  /// More rows are no table for anybody.
  private static let most = 500_000

  init(_ explanation: Explanation, depth: Int?, stop: StopSignal) {
    self.explanation = explanation
    self.depth = depth
    self.stop = stop
  }

  /// Throws where there are too many rows.
  func table(_ text: BasisText, of request: FigureRequest) throws(Diagnostic) -> Table {
    var copy = self
    try copy.add(explanation.root, below: nil, level: 0)
    var table = Table(
      columns: [
        Table.Column("id", isNumeric: true), Table.Column("parent", isNumeric: true),
        Table.Column("level", chinese: "层次", isNumeric: true),
        Table.Column("label", chinese: "项目"), Table.Column("operation", chinese: "运算"),
        Table.Column("value", chinese: "数值", isNumeric: true),
        Table.Column("unit", chinese: "单位"), Table.Column("statement", chinese: "语句"),
        Table.Column("source", chinese: "来源"), Table.Column("evidence", chinese: "证据"),
        Table.Column("note", chinese: "说明"),
      ], rows: copy.rows)
    table.priceYear = text.priceYear([request])
    table.remark(text.notes([request]))
    return table
  }

  private mutating func add(
    _ factor: Factor, below parent: Int?, level: Int
  ) throws(Diagnostic) {
    try stop.check()
    guard rows.count < ExplanationFile.most else {
      throw Diagnostic(
        "too-large", "the tree has more than \(ExplanationFile.most) rows",
        help: ["write fewer levels, for example with `depth=4`"])
    }
    let id = rows.count + 1
    var note = factor.note
    if case .undefined(let reason) = factor.value { note = reason }
    let sources = factor.statements.compactMap { explanation.sources.source(of: $0) }
    func joined(_ text: (StatementSource) -> String) -> Table.Cell {
      .text(sources.map(text).joined(separator: "; "))
    }
    let (value, unit) = ExplanationFile.value(of: factor)
    rows.append([
      .number(Double(id)), parent.map { .number(Double($0)) } ?? .undefined,
      .number(Double(level)), .text(factor.label.text), .text(factor.kind.name), value, .text(unit),
      joined { "\($0.subject)=\($0.written)" },
      joined { $0.place.isEmpty ? $0.origin.rawValue : $0.place }, joined(\.evidence),
      .text(note.text),
    ])
    guard level < depth ?? Int.max else { return }
    for part in factor.parts { try add(part, below: id, level: level + 1) }
  }

  /// Money in yuan, exact to the fen where the run has whole fen.
  private static func value(of factor: Factor) -> (Table.Cell, String) {
    switch factor.value {
    case .fen(let fen): return (.money(fen: fen), "yuan")
    case .undefined: return (.undefined, factor.unit)
    case .number(let number):
      guard factor.unit == "fen" || factor.unit.hasPrefix("fen/") else {
        return (.number(number), factor.unit)
      }
      return (.number(number / 100), "yuan" + factor.unit.dropFirst("fen".count))
    }
  }
}
