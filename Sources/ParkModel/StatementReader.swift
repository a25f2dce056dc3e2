public import Diagnostics
public import Language
public import Quantities

/// Reads the statements that change a scenario.
public enum StatementReader {
  /// What the places of dates are in that nobody wrote: `today:1:1`.
  public static let todaySource = "today"

  /// What a change of what is declared begins with.
  enum Word: String, CaseIterable {
    case cite, remove, rename, set, unset, use
  }

  /// The words that begin one.
  public static let words =
    EntityKind.allCases.filter { $0 != .model }.map(\.rawValue) + Word.allCases.map(\.rawValue)

  /// How a statement with this first word is laid out; nil where it begins no edit.
  public static func shape(of word: String) -> StatementShape? {
    if let kind = EntityKind(rawValue: word) {
      if kind == .correlate { return .correlation }
      if kind == .observe { return .observation }
      return kind.isDefinition ? .definition : .declaration(named: kind.isNamed)
    }
    switch Word(rawValue: word) {
    case .set: return .change
    case .cite: return .citation
    case .remove, .rename, .unset, .use: return .expressions
    case nil: return nil
    }
  }

  /// The edit that a statement asks for; nil where its first word begins none.
  ///
  /// The scenario tells which kind a name is, and so which attributes it has. What is declared
  /// without the date when it begins begins on `today`, where there is one.
  public static func edit(
    _ statement: StatementText, in scenario: Scenario, today: CalendarDate? = nil
  ) throws(Diagnostic) -> ScenarioEdit? {
    var reader = ArgumentReader(statement, units: scenario.units)
    guard let word = reader.word()?.text else { return nil }
    let comments = Comments(leading: statement.leading, trailing: statement.trailing)
    if let kind = EntityKind(rawValue: word), kind != .model {
      if kind == .ensemble || kind == .correlate,
        let edit = try switching(kind, reader, scenario, comments)
      {
        return edit
      }
      var reading = DeclarationReader(
        reader: reader, comments: comments, today: today, scenario: scenario)
      let declaration = try reading.declaration(kind)
      return kind == .scenario ? .begin(declaration) : .declare(declaration)
    }
    switch Word(rawValue: word) {
    case .set: return try set(&reader, scenario, comments)
    case .unset: return try unset(&reader, scenario, comments)
    case .remove: return try remove(&reader, comments)
    case .rename: return try rename(&reader, comments)
    case .use:
      let target = try target(&reader, "the name of a library, such as `china`")
      try reader.end()
      return .use(target, comments)
    case .cite: return try cite(&reader, comments)
    case nil: return nil
    }
  }

  public static func target(
    _ reader: inout ArgumentReader, _ what: String = "the name of what to change"
  ) throws(Diagnostic) -> ScenarioEdit.Target {
    let name = try reader.name(of: what)
    if name.text == EntityKind.observe.rawValue, !reader.isAtEnd, !reader.isAttributeAhead {
      let figure = try reader.expression()
      return ScenarioEdit.Target(
        name: Observation.name(figure), location: reader.location(name.span.joined(figure.span)))
    }
    guard name.text == EntityKind.correlate.rawValue else {
      return ScenarioEdit.Target(name: name.text, location: reader.location(name.span))
    }
    let ends = try correlated(&reader)
    return ScenarioEdit.Target(
      name: ends.name, location: reader.location(name.span.joined(ends.span)))
  }

  /// The two parameters of a correlation, which it is named by.
  private static func correlated(
    _ reader: inout ArgumentReader
  ) throws(Diagnostic) -> (name: String, span: Span) {
    let first = try reader.path(of: "an uncertain parameter, such as `saving` or `p2.delay`")
    let second = try reader.path(of: "the parameter that it goes together with")
    return (
      ParameterCorrelation.name(
        first.parts.joined(separator: "."), second.parts.joined(separator: ".")),
      first.span.joined(second.span)
    )
  }

  /// `ensemble off`, `ensemble draws=500` where there is one, `correlate A B off`; nil for what
  /// declares.
  private static func switching(
    _ kind: EntityKind, _ reader: ArgumentReader, _ scenario: Scenario, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit? {
    var reader = reader
    let place = reader.start
    var name = kind.rawValue
    if kind == .correlate {
      guard let ends = try? correlated(&reader) else { return nil }
      name = ends.name
    }
    let target = ScenarioEdit.Target(name: name, location: place)
    if let word = reader.peekedWord, !reader.isAttributeAhead {
      guard word == "off" else {
        if kind == .correlate { return nil }
        throw Diagnostic(
          "syntax", "`ensemble` takes attributes, or `off`", at: reader.here,
          help: ["for example `\(kind.row.example)`"])
      }
      _ = reader.word()
      try reader.end()
      guard scenario.entity(named: name) != nil else {
        throw Diagnostic(
          "not-set",
          kind == .ensemble ? "there is no ensemble: it is off already" : "there is no `\(name)`",
          at: place, help: kind == .ensemble ? ["`ensemble` draws 10,000 futures"] : [])
      }
      return .remove(target, ScenarioEdit.Removal(), comments)
    }
    guard kind == .ensemble, scenario.entity(named: name) != nil, !reader.isAtEnd else {
      return nil
    }
    var reading = DeclarationReader(reader: reader, comments: comments, scenario: scenario)
    let attributes = try reading.attributes(of: kind)
    try reading.reader.end()
    return .set(target, title: nil, attributes, comments)
  }

  private static func set(
    _ reader: inout ArgumentReader, _ scenario: Scenario, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit {
    // `set g=6%` names a definition, and no attribute.
    let word = reader.isAttributeAhead ? reader.definedName() : nil
    let target: ScenarioEdit.Target
    if let word {
      target = ScenarioEdit.Target(name: word.text, location: reader.location(word.span))
    } else {
      target = try self.target(&reader)
    }
    let entity: Declaration
    do throws(Diagnostic) {
      entity = try scenario.declared(target)
    } catch {
      // What is not there yet is assumed first.
      guard error.help.isEmpty, word != nil || reader.next?.isMark("=") == true,
        let value = try? reader.definition(),
        (try? Names.check(target.name, kind: .assume, at: target.location)) != nil
      else { throw error }
      var problem = error
      problem.help = ["to begin with it, write `assume \(target.name) = \(value.canonical)`"]
      throw problem
    }
    if word != nil, !entity.kind.isDefinition {
      throw Diagnostic(
        "missing-attribute", "`\(target.name)` is \(entity.kind.phrase): say what to set of it",
        at: target.location,
        help: [
          "for example `set \(target.name) \(entity.attributes.first?.canonical ?? "\"A title\"")`"
        ])
    }
    // An ensemble is no thing with a title.
    let hasTitle = entity.kind != .ensemble && entity.kind != .observe
    let title = hasTitle ? try reader.quotedText()?.text : nil
    var reading = DeclarationReader(reader: reader, comments: comments, scenario: scenario)
    reading.changed = entity.kind == .ensemble || entity.kind == .correlate ? nil : entity
    let attributes: [Attribute]
    if entity.kind.isDefinition, title == nil || !reader.isAtEnd, !reader.isAttributeAhead {
      attributes = [try reading.definition(of: entity.kind, entity.name)]
    } else {
      attributes = try reading.attributes(of: entity.kind)
    }
    try reading.reader.end()
    guard title != nil || !attributes.isEmpty else {
      let sample = entity.attributes.first?.canonical ?? "\"A title\""
      throw Diagnostic(
        "syntax", "nothing to set on `\(target.name)`", at: reading.reader.here,
        help: ["for example `set \(target.name) \(sample)`"])
    }
    return .set(target, title: title, attributes, comments)
  }

  private static func unset(
    _ reader: inout ArgumentReader, _ scenario: Scenario, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit {
    let target = try target(&reader)
    let entity = try scenario.declared(target)
    var names: [String] = []
    repeat {
      let name = try reader.name(of: "the name of an attribute")
      let place = reader.location(name.span)
      if name.text == ScenarioEdit.titleWord {
        guard entity.title != nil else {
          throw Diagnostic("not-set", "`\(target.name)` has no title", at: place)
        }
        names.append(name.text)
        _ = reader.comma()
        continue
      }
      guard entity.kind.row.attribute(named: name.text) != nil else {
        throw .unknownAttribute(
          name.text, of: entity.kind, among: entity.kind.row(in: scenario).attributes, at: place)
      }
      guard entity.attribute(named: name.text) != nil else {
        throw Diagnostic("not-set", "`\(name.text)` of `\(entity.name)` is not set", at: place)
      }
      names.append(name.text)
      _ = reader.comma()
    } while !reader.isAtEnd
    return .unset(target, names, comments)
  }

  private static func remove(
    _ reader: inout ArgumentReader, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit {
    if reader.isOptionAhead, let option = try reader.option() {
      guard option.text == "all" else { throw .unknownRemoval(option, reader) }
      try reader.end()
      return .clear(comments)
    }
    let target = try target(&reader, "the name of what to remove")
    var removal = ScenarioEdit.Removal()
    while let option = try reader.option() {
      switch option.text {
      case "cascade": removal.cascade = true
      case "comments": removal.comments = true
      default: throw .unknownRemoval(option, reader)
      }
    }
    try reader.end()
    return .remove(target, removal, comments)
  }

  private static func rename(
    _ reader: inout ArgumentReader, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit {
    let old = try target(&reader, "the name of what to rename")
    let new = try target(&reader, "its new name")
    try reader.end()
    return .rename(old, to: new, comments)
  }

  private static func cite(
    _ reader: inout ArgumentReader, _ comments: Comments
  ) throws(Diagnostic) -> ScenarioEdit {
    let path = try reader.path(of: "what the source speaks of, such as `smart.area`")
    let target = ScenarioEdit.Target(name: path.parts[0], location: reader.location(path.span))
    guard path.parts.count <= 2 else {
      throw Diagnostic(
        "syntax", "a source speaks of an entity or of one attribute of it", at: target.location)
    }
    guard let source = try reader.quotedText() else {
      // In Chinese the word for it may mean a library's use, too.
      let library = Library.names.first { name in
        target.name == name || TypedChinese.names(of: name).contains(target.name)
      }
      throw Diagnostic(
        "syntax", "expected the source, in quotes", at: reader.here,
        help: library.map { ["write `use \($0)`"] } ?? [
          "for example `cite smart.area \"China Daily, 2021-07-16\" kind=reported`"
        ])
    }
    var details: [Attribute] = []
    while let written = try reader.attribute() {
      guard let row = Citation.rows.first(where: { $0.name == written.name }) else {
        throw Diagnostic(
          "unknown-attribute", "a source has no `\(written.name)`",
          at: reader.location(written.nameSpan),
          notes: [Diagnostic.Note("it has \(attributes: Citation.rows.map(\.name))")],
          help: didYouMean(
            written.name,
            among: TypedChinese.candidates(
              Citation.rows.map(\.name), for: written.name, at: .attribute(of: "cite"))))
      }
      if let first = details.first(where: { $0.name == row.name }) {
        throw Diagnostic(
          "twice", "`\(row.name)` is given twice", at: reader.location(written.nameSpan),
          notes: [Diagnostic.Note("it was given here before", at: first.location)])
      }
      details.append(
        Attribute(
          name: written.name, expression: written.value,
          value: try ValueReader(source: reader.source, row: row).value(written.value),
          location: reader.location(written.value.span)))
    }
    try reader.end()
    return .cite(
      target,
      Citation(
        attribute: path.parts.count == 2 ? path.parts[1] : nil, source: source.text,
        details: details, comments: comments))
  }
}

extension Diagnostic {
  fileprivate static func unknownRemoval(
    _ option: (text: String, span: Span), _ reader: ArgumentReader
  ) -> Diagnostic {
    Diagnostic(
      "unknown-option", "`remove` has no option `--\(option.text)` here",
      at: reader.location(option.span),
      help: ["behind a name it takes `--cascade` and `--comments`; without one, `remove --all`"])
  }
}
