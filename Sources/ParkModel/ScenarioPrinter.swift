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
        let removals = removals(from: use.name)
        for name in removals.early { printer.removal(name, adjustmentComments[name]) }
        for adjusted in adjustments(to: use.name) { printer.adjustment(adjusted) }
        for name in removals.late { printer.removal(name, adjustmentComments[name]) }
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
      guard let current = entities[original.name], current.library == library else { return nil }
      return adjustment(from: original, to: current)
    }
  }

  /// What was removed of a library: at once where nothing of it refers to that, else only after
  /// what refers to it has been changed. What refers comes after what it refers to, so the last
  /// goes first.
  private func removals(from library: String) -> (early: [String], late: [String]) {
    let all = Library.declarations(of: library)
    let kept = all.filter { entities[$0.name]?.library == library }
    let removed = all.reversed().map(\.name).filter { entities[$0]?.library != library }
    var late: Set<String> = []
    for entity in kept { late.formUnion(entity.references) }
    // What is removed late holds up what it refers to.
    for entity in all.reversed() where late.contains(entity.name) {
      late.formUnion(entity.references)
    }
    return (removed.filter { !late.contains($0) }, removed.filter(late.contains))
  }

  private func adjustment(from original: Declaration, to current: Declaration) -> Adjustment? {
    let name = original.name
    let comments = adjustmentComments[name] ?? Comments()
    var statements: [String] = []
    var gone = original.attributes.map(\.name).filter { wasUnset($0, original, current) }
    if original.title != nil, current.title == nil { gone.append(ScenarioEdit.titleWord) }
    if !gone.isEmpty { statements.append("unset \(name) " + gone.joined(separator: ", ")) }
    var words: [String] = []
    if let title = current.title, title != original.title { words.append(quoted(title)) }
    for row in original.kind.row.attributes {
      guard let attribute = current[row] else {
        // The shares of a tax have to add up before one of them can be unset.
        if original.kind == .tax, gone.contains(row.name), row.fallback == "0" {
          words.append("\(row.name)=0%")
        }
        continue
      }
      if gone.contains(row.name) || original[row]?.canonical != attribute.canonical {
        words.append(attribute.canonical)
      }
    }
    if !words.isEmpty {
      let change = "set \(name) " + words.joined(separator: " ")
      statements.insert(change, at: original.kind == .tax ? 0 : statements.count)
    }
    let citations = current.citations.filter { !$0.isBuiltIn }
    guard !statements.isEmpty || !citations.isEmpty || comments != Comments() else { return nil }
    return Adjustment(
      statements: statements, citations: citations, name: name, comments: comments)
  }
}

/// Whether an attribute of a library was unset, perhaps to be set again: its source went with it.
private func wasUnset(_ name: String, _ original: Declaration, _ current: Declaration) -> Bool {
  if current.attribute(named: name) == nil { return true }
  let isItsSource = { (citation: Citation) in citation.isBuiltIn && citation.attribute == name }
  return original.citations.contains(where: isItsSource)
    && !current.citations.contains(where: isItsSource)
}

/// Puts statements and their comments into lines.
struct ScenarioPrinter {
  private(set) var text: String

  /// Goes on behind a text.
  init(text: String = "") {
    self.text = text
  }

  /// Adds a line; blank ones neither at the beginning nor two in a row.
  mutating func line(_ line: String) {
    if line.isEmpty, text.isEmpty || text.utf8.suffix(2).elementsEqual("\n\n".utf8) { return }
    text += line + "\n"
  }

  mutating func statement(_ statement: String, _ comments: Comments) {
    for comment in comments.leading { line(comment) }
    line(statement + (comments.trailing.map { "  " + $0 } ?? ""))
  }

  mutating func declaration(_ declaration: Declaration) {
    statement(declaration.canonical, declaration.comments)
    for citation in declaration.citations { cite(citation, of: declaration.name) }
  }

  mutating func removal(_ name: String, _ comments: Comments?) {
    statement("remove \(name)", comments ?? Comments())
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

  mutating func cite(_ citation: Citation, of name: String) {
    let target = citation.attribute.map { "\(name).\($0)" } ?? name
    let words = ["cite", target, quoted(citation.source)] + citation.details.map(\.canonical)
    statement(words.joined(separator: " "), citation.comments)
  }
}
