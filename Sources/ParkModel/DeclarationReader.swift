import Diagnostics
import Language
import Quantities

/// Reads `KIND NAME "Title" attribute=value …` and checks each attribute.
struct DeclarationReader {
  var reader: ArgumentReader
  let comments: Comments
  /// The day on which begins what says no other; nil where there is none.
  var today: CalendarDate?
  /// What it is declared in.
  let scenario: Scenario
  /// What is being changed, of which values may be said by how they differ; nil of what is new.
  var changed: Declaration?

  /// The statement's first word has been read.
  mutating func declaration(_ kind: EntityKind) throws(Diagnostic) -> Declaration {
    if kind == .correlate { return try correlation() }
    if kind == .observe { return try observation() }
    var name = kind.rawValue
    var span = reader.start.span
    if kind.isNamed {
      guard let word = kind.isDefinition ? reader.definedName() : reader.word() else {
        throw Diagnostic(
          "missing-name", "\(kind.phrase) needs a name", at: reader.here,
          help: ["for example `\(kind.row(in: scenario).example)`"])
      }
      (name, span) = word
      try Names.check(
        name, written: reader.source.text(in: span), kind: kind, at: reader.location(span))
    }
    // An ensemble is no thing with a title.
    let title = kind == .ensemble ? nil : try reader.quotedText()?.text
    var attributes =
      kind.isDefinition
      ? [try definition(of: kind, name)] : try attributes(of: kind)
    try reader.end()
    if let beginning = try beginning(of: kind, attributes) { attributes.append(beginning) }
    let declaration = Declaration(
      kind: kind, name: name, title: title, attributes: attributes,
      location: reader.location(span), comments: comments)
    try declaration.check()
    return declaration
  }

  /// `A B 0.5` of a correlation.
  private mutating func correlation() throws(Diagnostic) -> Declaration {
    let place = reader.start
    var attributes: [Attribute] = []
    for row in [ParameterCorrelation.first, ParameterCorrelation.second] {
      let path = try reader.path(of: "an uncertain parameter, such as `saving` or `p2.delay`")
      attributes.append(
        Attribute(
          name: row.name, expression: Expression(path: path.parts, path.span), value: .expression,
          location: reader.location(path.span)))
    }
    let row = ParameterCorrelation.coefficient
    guard !reader.isAtEnd else {
      throw Diagnostic(
        "missing-value", "`correlate` takes the correlation last, from -1 to 1", at: reader.here,
        help: ["for example `correlate slow dear 0.5`"])
    }
    let expression = try reader.expression()
    attributes.append(
      Attribute(
        name: row.name, expression: expression,
        value: try ValueReader(source: reader.source, row: row, kind: .correlate)
          .value(expression),
        location: reader.location(expression.span)))
    try reader.end()
    var declaration = Declaration(
      kind: .correlate, name: "", attributes: attributes, location: place, comments: comments)
    declaration.name = ParameterCorrelation.name(of: declaration)
    try declaration.check()
    return declaration
  }

  /// `FIGURE attribute=value …` of an observation.
  private mutating func observation() throws(Diagnostic) -> Declaration {
    let place = reader.start
    guard !reader.isAtEnd, !reader.isAttributeAhead else {
      throw Observation.noFigure(reader.here)
    }
    let figure = try reader.expression()
    var declaration = Declaration(
      kind: .observe, name: Observation.name(figure),
      attributes: [
        Attribute(
          name: Observation.figure.name, expression: figure, value: .expression,
          location: reader.location(figure.span))
      ], location: place, comments: comments)
    try Observation.checkFigure(declaration)
    declaration.attributes += try attributes(of: .observe)
    try reader.end()
    try declaration.check()
    return declaration
  }

  /// That it begins today, where nothing says when; nil for what has no beginning.
  private func beginning(
    of kind: EntityKind, _ given: [Attribute]
  ) throws(Diagnostic) -> Attribute? {
    guard let today, let row = kind.row.beginning, !given.contains(where: { $0.name == row.name }),
      let period = CalendarPeriod(today.shortText)
    else { return nil }
    let source = SourceText(name: StatementReader.todaySource, text: period.text)
    let expression = Expression(period)
    return Attribute(
      name: row.name, expression: expression,
      value: try ValueReader(source: source, row: row, kind: kind).value(expression),
      location: Location(source, expression.span))
  }

  /// `= EXPRESSION`, what a definition says.
  mutating func definition(of kind: EntityKind, _ name: String) throws(Diagnostic) -> Attribute {
    guard !reader.isAtEnd else {
      throw Diagnostic(
        "missing-value", "`\(name)` has no value", at: reader.here,
        help: ["for example `\(kind.row(in: scenario).example)`"])
    }
    let (expression, isAdded) = try reader.definition(relative: changed != nil)
    if let changed, isAdded {
      return try RelativeChange(changed, Assumption.value, reader.source)
        .attribute(expression, isAdded: true)
    }
    return Attribute(
      name: Assumption.value.name, expression: expression, value: .expression,
      location: reader.location(expression.span))
  }

  /// Attributes to the end of the statement, each of a known row and each once.
  mutating func attributes(of kind: EntityKind) throws(Diagnostic) -> [Attribute] {
    var attributes: [Attribute] = []
    while let written = try reader.attribute(relative: changed != nil) {
      let place = reader.location(written.nameSpan)
      guard let row = kind.row.attribute(named: written.name), !row.isName(of: kind) else {
        throw .unknownAttribute(
          written.name, of: kind, among: kind.row(in: scenario).attributes,
          at: place)
      }
      if let first = attributes.first(where: { $0.name == row.name }) {
        throw Diagnostic(
          "twice", "`\(row.name)` is given twice", at: place,
          notes: [Diagnostic.Note("it was given here before", at: first.location)])
      }
      if let changed,
        RelativeChange.isMeant(written.value, row, of: changed, isAdded: written.isAdded)
      {
        attributes.append(
          try RelativeChange(changed, row, reader.source)
            .attribute(written.value, isAdded: written.isAdded))
        continue
      }
      let value = try ValueReader(source: reader.source, row: row, kind: kind).value(written.value)
      attributes.append(
        Attribute(
          name: row.name, expression: written.value, value: value,
          location: reader.location(written.value.span)))
    }
    return attributes
  }
}

extension AttributeRow {
  /// Whether it stands in the place of a name, and so is never said by its own.
  fileprivate func isName(of kind: EntityKind) -> Bool {
    kind == .observe && name == Observation.figure.name
  }
}
