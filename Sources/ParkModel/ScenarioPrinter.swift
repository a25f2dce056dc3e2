import Language
import OrderedCollections

extension Scenario {
  /// The script that makes this scenario: one statement a line, comments kept, nothing that
  /// depends on how it came about. Reading it gives the same scenario and the same script.
  public var script: String {
    var printer = ScenarioPrinter()
    var position = 0
    let own = Array(entities.values)
    func marks(at index: Int, _ printer: inout ScenarioPrinter) {
      if let header, headerPosition == index { printer.declaration(header) }
      for use in libraries where use.position == index {
        printer.statement("use \(use.name)", use.comments)
        for adjusted in adjustments(to: use.name) { printer.adjustment(adjusted) }
        // What refers comes after what it refers to, so the last goes first.
        for removed in Library.declarations(of: use.name).reversed()
        where entities[removed.name] == nil {
          let comments = adjustmentComments[removed.name] ?? Comments()
          printer.statement("remove \(removed.name)", comments)
        }
      }
    }
    while position < own.count {
      marks(at: position, &printer)
      if own[position].library == nil { printer.declaration(own[position]) }
      position += 1
    }
    marks(at: position, &printer)
    for statement in modelAdjustments { printer.adjustment(statement) }
    for comment in closingComments { printer.line(comment) }
    return printer.text
  }

  /// One statement about what a library declared.
  struct Adjustment {
    var statements: [String]
    var citations: [Citation]
    var name: String
    var comments: Comments
  }

  private var modelAdjustments: [Adjustment] {
    adjustment(from: Library.defaults, to: model).map { [$0] } ?? []
  }

  /// How this scenario's version of a library differs from the library.
  private func adjustments(to library: String) -> [Adjustment] {
    Library.declarations(of: library).compactMap { original in
      entities[original.name].flatMap { adjustment(from: original, to: $0) }
    }
  }

  private func adjustment(from original: Declaration, to current: Declaration) -> Adjustment? {
    let name = original.name
    let comments = adjustmentComments[name] ?? Comments()
    var statements: [String] = []
    let gone = original.attributes.filter { current.attribute(named: $0.name) == nil }
    if !gone.isEmpty {
      statements.append("unset \(name) " + gone.map(\.name).joined(separator: ", "))
    }
    var words: [String] = []
    if let title = current.title, title != original.title { words.append(quoted(title)) }
    for attribute in current.attributes {
      let canonical = attribute.canonical
      if original.attribute(named: attribute.name)?.canonical != canonical {
        words.append(canonical)
      }
    }
    if !words.isEmpty { statements.append("set \(name) " + words.joined(separator: " ")) }
    let kept = original.citations.filter { citation in
      !gone.contains { $0.name == citation.attribute }
    }
    let citations = Array(current.citations.dropFirst(kept.count))
    guard !statements.isEmpty || !citations.isEmpty || comments != Comments() else { return nil }
    return Adjustment(
      statements: statements, citations: citations, name: name, comments: comments)
  }
}

/// Puts statements and their comments into lines.
struct ScenarioPrinter {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func statement(_ statement: String, _ comments: Comments) {
    for comment in comments.leading where !(comment.isEmpty && text.isEmpty) { line(comment) }
    line(statement + (comments.trailing.map { "  " + $0 } ?? ""))
  }

  mutating func declaration(_ declaration: Declaration) {
    statement(declaration.canonical, declaration.comments)
    for citation in declaration.citations { cite(citation, of: declaration.name) }
  }

  mutating func adjustment(_ adjustment: Scenario.Adjustment) {
    var comments = adjustment.comments
    for line in adjustment.statements {
      statement(line, comments)
      comments = Comments()
    }
    for comment in comments.leading { line(comment) }
    if let trailing = comments.trailing { line(trailing) }
    for citation in adjustment.citations { cite(citation, of: adjustment.name) }
  }

  private mutating func cite(_ citation: Citation, of name: String) {
    let target = citation.attribute.map { "\(name).\($0)" } ?? name
    let words = ["cite", target, quoted(citation.source)] + citation.details.map(\.canonical)
    statement(words.joined(separator: " "), citation.comments)
  }
}
