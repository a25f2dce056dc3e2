import Diagnostics
import Language
public import Quantities

/// Reads what an attribute's row takes from what is written, and checks it.
struct ValueReader {
  let source: SourceText
  let row: AttributeRow
  /// What it is an attribute of, to offer others of it.
  var kind: EntityKind?
  /// What names mean; nil while they need not mean anything yet.
  var context: (any ExpressionContext)?

  func value(_ expression: Expression) throws(Diagnostic) -> Value {
    let place = Location(source, expression.span)
    // What has names is worked out later; where it can never be, nothing is declared.
    if context == nil, row.form.takesSchedules { try expression.checkKeys(source) }
    switch row.form {
    case .number(let unit, let range):
      if kind == .ensemble, row.name == EnsembleHeader.draws.name,
        let problem = EnsembleHeader.problem(ofDraws: expression, at: place)
      {
        throw problem
      }
      if kind == .correlate,
        let problem = ParameterCorrelation.problem(ofCoefficient: expression, at: place)
      {
        throw problem
      }
      return .number(try number(expression, unit, range))
    case .from, .until:
      return try date(expression)
    case .entity:
      guard let word = expression.word else {
        throw .wrongKind(row, expected: "a name", found: expression, at: place)
      }
      return .name(word)
    case .entities:
      if let word = expression.word, word == row.fallback { return .choice(word) }
      return .names(try names(expression))
    case .choice(let choices):
      guard let word = expression.word ?? bareNumber(expression), choices.contains(word) else {
        throw .unknownChoice(expression.canonical, of: row, among: choices, at: place)
      }
      return .choice(word)
    case .taxBase:
      return .base(try base(expression))
    case .taxRate:
      return .rate(try rate(expression))
    case .text:
      if case .text(let text) = expression.kind { return .text(text) }
      if let year = expression.period { return .text(year.text) }
      guard let word = expression.word else {
        throw .wrongKind(row, expected: "a text in quotes", found: expression, at: place)
      }
      // A text is what was typed, also where that is a word of the language.
      let typed = source.text(in: expression.span)
      return .text(TypedChinese.names(of: word).contains(typed) ? typed : word)
    case .statistics:
      let words = try EnsembleHeader.statistics(expression, source)
      return .text(words.joined(separator: ", "))
    case .expression: return .expression
    }
  }

  /// A number without a unit as it is written: months are chosen by theirs.
  private func bareNumber(_ expression: Expression) -> String? {
    guard case .quantity(let number, let text) = expression.kind, number.value(in: .one) != nil
    else { return nil }
    return text
  }

  // MARK: Numbers

  /// A number, or an expression that is worked out with the scenario.
  private func number(
    _ expression: Expression, _ unit: Unit, _ range: ClosedRange<Double>
  ) throws(Diagnostic) -> NumberValue {
    guard context != nil || expression.isConstant else {
      try checkShape(expression)
      return .formula
    }
    return try NumberReader(
      source: source, row: row, kind: kind, unit: unit, range: range, context: context ?? NoNames()
    ).number(expression)
  }

  /// Refuses what is no number whatever its names mean.
  private func checkShape(_ expression: Expression) throws(Diagnostic) {
    switch expression.kind {
    case .list, .text, .date, .range:
      _ = try TypeChecker(source: source).type(expression)
    default: break
    }
  }

  // MARK: Dates and names

  /// A date as it stands, or an expression that is worked out with the scenario.
  private func date(_ expression: Expression) throws(Diagnostic) -> Value {
    if let period = expression.period { return .period(period) }
    // The scenario's own span is what everything else is worked out in.
    guard kind != .scenario, expression.mayBeDate else {
      throw .noDate(row, expression, at: Location(source, expression.span))
    }
    return .date
  }

  private func names(_ expression: Expression) throws(Diagnostic) -> [String] {
    if let word = expression.word { return [word] }
    guard case .list(let items) = expression.kind else {
      throw .wrongKind(
        row, expected: "names", found: expression, at: Location(source, expression.span),
        help: "write for example `\(row.name)=[a, b]`")
    }
    var names: [String] = []
    var seen: Set<String> = []
    for item in items {
      let place = Location(source, item.span)
      guard let word = item.word else {
        throw .wrongKind(row, expected: "a name", found: item, at: place)
      }
      guard seen.insert(word).inserted else {
        throw Diagnostic("twice", "`\(word)` stands twice in this list", at: place)
      }
      names.append(word)
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        "empty-list", "this list names nothing", at: Location(source, expression.span))
    }
    return names
  }

  // MARK: Taxes

  private func base(_ expression: Expression) throws(Diagnostic) -> TaxBase {
    let words = TaxBase.words.map(\.0)
    if let word = expression.word {
      if word.hasPrefix("tax:") { return .tax(String(word.dropFirst(4))) }
      if let base = TaxBase.words.first(where: { $0.0 == word }) { return base.1 }
    }
    throw .unknownChoice(
      expression.canonical, of: row, among: words + ["tax:NAME"],
      at: Location(source, expression.span))
  }

  private func rate(_ expression: Expression) throws(Diagnostic) -> TaxRate {
    let place = Location(source, expression.span)
    if case .path(let parts) = expression.kind, parts[0] == EntityKind.sector.rawValue {
      if parts.count == 2, let number = Sector.number(named: parts[1]) { return .sector(number) }
      throw .unknownChoice(
        expression.canonical, of: row, among: Sector.profile.map { "sector.\($0.name)" },
        at: place)
    }
    guard context != nil || expression.isConstant else { return .formula }
    let (unit, range) = try rateForm(expression)
    let value = try number(expression, unit, range)
    return unit == .one ? .share(value) : .perArea(value)
  }

  /// The unit and the range of a rate: of a share, or of money per area and year.
  func rateForm(_ expression: Expression) throws(Diagnostic) -> (Unit, ClosedRange<Double>) {
    let type = try TypeChecker(source: source, context: context ?? NoNames()).type(expression)
    return type.dimension?.area == -1
      ? (UnitTable.known("yuan/m2/year"), 0...1e9) : (.one, 0...1)
  }
}

extension AttributeRow.Form {
  fileprivate var takesSchedules: Bool {
    switch self {
    case .number, .taxRate, .expression: true
    default: false
    }
  }
}

extension AttributeRow {
  /// Whether the attribute takes a text as its value, whatever its names may mean.
  public func takes(_ text: String, units: UnitScope) -> Bool {
    let script = Script(SourceText(name: "value", text: "x \(name)=\(text)"))
    guard script.statements.count == 1, !script.isUnfinished else { return false }
    var reader = ArgumentReader(script.statements[0], units: units)
    guard reader.word() != nil, let written = try? reader.attribute(), reader.isAtEnd else {
      return false
    }
    return (try? ValueReader(source: reader.source, row: self).value(written.value)) != nil
  }
}
