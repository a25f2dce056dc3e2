import Diagnostics
import Language
import Quantities

extension Scenario {
  /// The script that makes this scenario, laid out as `parkline fmt` does, comments kept, nothing
  /// that depends on how it came about. Reading it gives the same scenario and the same script.
  public var script: String {
    var printer = ScenarioPrinter()
    print(into: &printer)
    return printer.script()
  }

  /// Adds the statements that make this scenario, and the comments behind them.
  func print(into printer: inout ScenarioPrinter) {
    // A unit stands before what is measured in it, also where that was declared first.
    var waiting = entities(.unit)
    func printUnits(of entities: [Declaration], _ printer: inout ScenarioPrinter) {
      let used = Set(entities.flatMap(\.references))
      for unit in waiting where used.contains(unit.name) { printer.declaration(unit) }
      waiting.removeAll { used.contains($0.name) }
    }
    for item in items {
      switch item {
      case .header: if let header { printer.declaration(header) }
      case .library(let name):
        print(library: name, into: &printer, units: printUnits)
      case .declaration(let name):
        guard let own = entities[name] else { continue }
        if own.kind == .unit {
          guard waiting.contains(where: { $0.name == name }) else { continue }
          waiting.removeAll { $0.name == name }
        } else if !waiting.isEmpty {
          printUnits(of: [own], &printer)
        }
        printer.declaration(own)
      }
    }
    for statement in modelAdjustments { printer.adjustment(statement) }
    for comment in closingComments { printer.line(comment) }
  }

  /// `use`, with what this scenario says otherwise than the library.
  /// `units` prints the units of the things that are measured otherwise.
  private func print(
    library name: String, into printer: inout ScenarioPrinter,
    units: ([Declaration], inout ScenarioPrinter) -> Void
  ) {
    let use = libraries.first { $0.name == name }
    printer.statement(words: ["use", name], use?.comments ?? Comments())
    for use in libraries(changing: name) {
      printer.statement(words: ["use", use.name], use.comments)
    }
    let removals = removals(from: name)
    for name in removals.early { printer.removal(name, adjustmentComments[name]) }
    let adjusted = adjustments(to: name)
    units(adjusted.compactMap { entities[$0.name] }, &printer)
    for adjusted in adjusted {
      if !adjusted.isLate { printer.adjustment(adjusted) }
      if !adjusted.meanwhile.isEmpty { printer.statement(adjusted.meanwhile, Comments()) }
    }
    for name in removals.late { printer.removal(name, adjustmentComments[name]) }
    for adjusted in adjusted where adjusted.isLate { printer.adjustment(adjusted) }
  }

  /// What is said of one thing that a library declared.
  struct Adjustment {
    var statements: [[StatementCells.Cell]]
    /// Whether it speaks of names that are something else's once the library's own are removed, so that
    /// all of it is said after that.
    var isLate = false
    /// What is said until then in the place of what keeps those in use.
    var meanwhile: [StatementCells.Cell] = []
    var citations: [Citation]
    var name: String
    var comments: Comments
  }

  private var modelAdjustments: [Adjustment] {
    adjustment(from: asInLibraries(Library.defaults), to: model).map { [$0] } ?? []
  }

  /// How this scenario's version of a library differs from the library.
  private func adjustments(to library: String) -> [Adjustment] {
    let removed = removedNames(of: library)
    return Library.declarations(of: library).compactMap { original in
      guard let current = entities[original.name], current.library == library else { return nil }
      return adjustment(from: asInLibraries(original), to: current, removed: removed)
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

  private func adjustment(
    from original: Declaration, to current: Declaration, removed: Set<String> = []
  ) -> Adjustment? {
    let name = original.name
    let comments = adjustmentComments[name] ?? Comments()
    let citations = current.citations.filter { !$0.isBuiltIn }
    let isUnchanged =
      original.title == current.title && original.attributes.sharesStorage(with: current.attributes)
    let isLate = current.attributes.contains { !removed.isDisjoint(with: $0.references) }
    let held = isLate ? removed : []
    let statements =
      isUnchanged && !isLate ? [] : statements(from: original, to: current, besides: held)
    guard !statements.isEmpty || !citations.isEmpty || comments != Comments() else { return nil }
    return Adjustment(
      statements: statements, isLate: isLate, meanwhile: meanwhile(of: original, besides: held),
      citations: citations, name: name, comments: comments)
  }

  /// The `set` that names nothing of what is removed, where the library does.
  private func meanwhile(
    of original: Declaration, besides removed: Set<String>
  ) -> [StatementCells.Cell] {
    let held = original.kind.row.every.filter { row in
      original[row].map { !removed.isDisjoint(with: $0.references) } ?? false
    }
    guard !held.isEmpty else { return [] }
    return [StatementCells.Cell("set"), .name(original.name)]
      + held.map { .attribute($0.name, $0.standIn(for: original)) }
  }

  /// `unset` and `set`, where something is said otherwise, or was meanwhile because it names what is
  /// removed.
  private func statements(
    from original: Declaration, to current: Declaration, besides removed: Set<String>
  ) -> [[StatementCells.Cell]] {
    let name = original.name
    var statements: [[StatementCells.Cell]] = []
    var gone = original.attributes.map(\.name).filter { wasUnset($0, original, current) }
    if original.title != nil, current.title == nil { gone.append(ScenarioEdit.titleWord) }
    // The shares of a tax have to add up before one of them can be unset; all else goes first, so that
    // what belongs to a base is gone when the base is changed.
    let shares = original.kind == .tax ? Array(Tax.everyShare) : []
    let isShare = { (name: String) in shares.contains(name) }
    for names in [gone.filter { !isShare($0) }, gone.filter(isShare)] {
      guard let last = names.last else { continue }
      let list = names.dropLast().map { $0 + "," } + [last]
      statements.append((["unset", name] + list).map { StatementCells.Cell($0) })
    }
    var change: [StatementCells.Cell] = []
    if let title = current.title, title != original.title { change.append(.title(title)) }
    for row in original.kind.row.every {
      guard let attribute = current[row] else {
        if isShare(row.name), gone.contains(row.name) {
          change.append(.attribute(row.name, "0%"))
        }
        continue
      }
      let wasHeld = original[row].map { !removed.isDisjoint(with: $0.references) } ?? false
      if wasHeld || gone.contains(row.name) || original[row]?.canonical != attribute.canonical {
        change.append(attribute.cell)
      }
    }
    if !change.isEmpty {
      change.insert(contentsOf: [StatementCells.Cell("set"), .name(name)], at: 0)
      let isBeforeLast = gone.contains(where: isShare)
      statements.insert(change, at: statements.count - (isBeforeLast ? 1 : 0))
    }
    return statements
  }
}

extension AttributeRow {
  /// A value that names nothing which is removed of a library.
  fileprivate func standIn(for original: Declaration) -> String {
    switch form {
    case .taxBase: return TaxBase.words[0].0
    case .entity: return original.name
    case .entities: return "[\(original.name)]"
    case .number(let unit, let range):
      let suffix = unit.text.hasPrefix("1/") ? String(unit.text.dropFirst()) : " " + unit.text
      return AttributeRow.laidOut(
        NumberFormat.shortest(range.lowerBound) + (unit.text.isEmpty ? "" : suffix))
    case .taxRate: return "0%"
    case .from, .until, .choice, .statistics, .text, .expression: return fallback ?? ""
    }
  }

  /// A value as `fmt` lays it out.
  private static func laidOut(_ text: String) -> String {
    var reader = ArgumentReader(Script(SourceText(name: "value", text: text)).statements[0])
    return (try? reader.expression().canonical) ?? text
  }
}

/// Whether an attribute of a library was unset, perhaps to be set again: its source went with it.
private func wasUnset(_ name: String, _ original: Declaration, _ current: Declaration) -> Bool {
  if current.attribute(named: name) == nil { return true }
  let isItsSource = { (citation: Citation) in citation.isBuiltIn && citation.attribute == name }
  return original.citations.contains(where: isItsSource)
    && !current.citations.contains(where: isItsSource)
}

/// Collects statements with their comments, for the layout to put into lines.
struct ScenarioPrinter {
  private var statements: [StatementCells] = []
  /// Comments and blank lines that stand before the next statement.
  private var waiting: [String] = []
  /// Whether what was typed in Chinese is printed so. What nobody typed is in the language of the first
  /// declaration.
  private let keepsChinese: Bool
  private var beginsInChinese: Bool?

  init(keepsChinese: Bool = false) { self.keepsChinese = keepsChinese }

  /// Adds a comment or a blank line.
  mutating func line(_ line: String) { waiting.append(line) }

  mutating func statement(words: [String], _ comments: Comments) {
    statement(words.map { StatementCells.Cell($0) }, comments)
  }

  mutating func statement(
    _ cells: [StatementCells.Cell], _ comments: Comments, isAside: Bool = false,
    isChinese: Bool? = nil
  ) {
    var printed = StatementCells(
      cells, leading: waiting + comments.leading, trailing: comments.trailing, isAside: isAside)
    printed.isChinese = keepsChinese && (isChinese ?? beginsInChinese ?? false)
    statements.append(printed)
    waiting = []
  }

  mutating func declaration(_ declaration: Declaration) {
    let isChinese = declaration.isTypedInChinese
    beginsInChinese = beginsInChinese ?? isChinese
    statement(declaration.cells, declaration.comments, isChinese: isChinese)
    for citation in declaration.citations { cite(citation, of: declaration.name) }
  }

  mutating func removal(_ name: String, _ comments: Comments?) {
    statement(words: ["remove", name], comments ?? Comments())
  }

  mutating func adjustment(_ adjustment: Scenario.Adjustment) {
    var comments = adjustment.comments
    for cells in adjustment.statements {
      statement(cells, comments)
      comments = Comments()
    }
    waiting += comments.leading + [comments.trailing].compactMap(\.self)
    for citation in adjustment.citations { cite(citation, of: adjustment.name) }
  }

  mutating func cite(_ citation: Citation, of name: String) {
    let target = citation.attribute.map { "\(name).\($0)" } ?? name
    let details = citation.details.map(\.canonical)
    statement(
      StatementCells.citation(of: target, source: citation.source, details), citation.comments,
      isAside: true)
  }

  /// The statements alone, each in a line of its own, with attributes in the order of their names: they
  /// mean the same in any.
  func plainScript() -> String {
    var text = ""
    for statement in statements {
      let isAttribute = { (cell: StatementCells.Cell) in
        cell.key.map { $0.count > 1 && $0.hasSuffix("=") } ?? false
      }
      var cells = statement.cells
      let start = cells.firstIndex(where: isAttribute) ?? cells.endIndex
      if cells[start...].allSatisfy(isAttribute) {
        cells[start...].sort { ($0.key ?? "") < ($1.key ?? "") }
      }
      text += cells.map(\.text).joined(separator: " ") + "\n"
    }
    return text
  }

  /// The statements alone, each in a line, with attributes as they were written.
  var lines: [String] { statements.map { StatementCells($0.cells).line } }

  /// Everything in lines.
  func script() -> String { ScriptLayout.script(of: statements, closing: waiting) }
}
