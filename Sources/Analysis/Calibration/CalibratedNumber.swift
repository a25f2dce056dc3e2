public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// A number of a scenario that facts are to settle, between two ends: `network.vat in 6% to 13%`.
public struct CalibratedNumber: Sendable {
  /// `tenants.firms`, or the name of an assumption.
  public let name: String
  /// Where it is named.
  public let location: Location
  /// The ends, in what stands behind their digits.
  public let low: Double
  public let high: Double
  /// What stands behind the digits: `%`, `亿元/year`.
  private let ending: String
  /// `set NAME attribute=`
  private let begin: String

  /// Throws where the name is no number that can be set, and where the ends are none.
  public init(
    path: [String], at place: Location, range: Expression, _ source: SourceText,
    in scenario: Scenario
  ) throws(Diagnostic) {
    name = path.joined(separator: ".")
    location = place
    begin = try CalibratedNumber.begin(path, at: place, in: scenario)
    let rangePlace = Location(source, range.span)
    guard case .binary(.to, let first, let last) = range.kind else {
      throw Diagnostic(
        "syntax", "expected two ends with `to` between them", at: rangePlace,
        help: ["write for example `calibrate \(name) in 20 to 200`"])
    }
    let evaluator = Evaluator(source: source)
    let ends = try (evaluator.quantity(first), evaluator.quantity(last))
    // Both ends in the words of the one that says its unit.
    let model = Words(last) ?? Words(first)
    let own = Words(first).flatMap { $0.ending.isEmpty ? nil : $0 } ?? model
    let unit = own.map(\.quantity) ?? ends.0
    let scale = own?.scale ?? 1
    guard let low = ends.0.value(in: unit.unit), let high = ends.1.value(in: unit.unit) else {
      throw .wrongDimension(
        expected: ends.0.dimension, found: ends.1.dimension,
        at: Location(source, last.span))
    }
    guard low < high, (high - low).isFinite else {
      throw Diagnostic(
        "out-of-range", "the lower end of a range stands first", at: rangePlace,
        help: ["write for example `calibrate \(name) in \(last.canonical) to \(first.canonical)`"])
    }
    ending = own?.ending ?? unit.unit.text
    self.low = low / scale
    self.high = high / scale
    for end in [self.low, self.high] {
      var copy = scenario
      do throws(Diagnostic) {
        try set(end, in: &copy)
      } catch {
        var problem = error
        problem.location = rangePlace
        throw problem
      }
    }
  }

  private static func begin(
    _ path: [String], at place: Location, in scenario: Scenario
  ) throws(Diagnostic) -> String {
    let entity = try scenario.declared(ScenarioEdit.Target(name: path[0], location: place))
    if entity.kind == .assume, path.count == 1 { return "set \(entity.name) = " }
    let row = entity.kind.row(in: scenario)
    guard path.count == 2 else {
      let names = row.attributes.filter(\.isNumber).map { "`\(entity.name).\($0.name)`" }
      throw Diagnostic(
        "missing-attribute", "`\(path[0])` is \(entity.kind.phrase): say which number of it",
        at: place,
        help: names.isEmpty ? [] : ["for example \(names[0])"])
    }
    guard let attribute = row.listed(path[1]) else {
      throw Diagnostic(
        "unknown-attribute", "\(entity.kind.phrase) has no `\(path[1])`", at: place,
        help: didYouMean(path[1], among: row.attributes.map(\.name)))
    }
    guard attribute.isNumber else {
      throw Diagnostic(
        "wrong-kind", "`\(path.joined(separator: "."))` is no number, and so nothing to calibrate",
        at: place)
    }
    return "set \(entity.kind.isNamed ? entity.name : entity.kind.rawValue) \(attribute.name)="
  }

  /// A value as it is written.
  public func text(_ value: Double) -> String { NumberFormat.shortest(value) + ending }

  /// The statement that gives it a value.
  public func statement(_ value: Double) -> String { begin + text(value) }

  /// Gives it a value; the edit that does.
  @discardableResult
  public func set(
    _ value: Double, in scenario: inout Scenario
  ) throws(Diagnostic) -> ScenarioEdit? {
    let script = Script(SourceText(name: "calibrate", text: statement(value)))
    guard let edit = try StatementReader.edit(script.statements[0], in: scenario) else {
      return nil
    }
    try edit.apply(to: &scenario)
    return edit
  }

  /// A value with six digits, within the range.
  func rounded(_ value: Double) -> Double {
    if value == low || value == high { return value }
    return min(max(sixDigits(value), low), high)
  }

  /// The value as the scenario states it, in the same words; nil where it states none, or no plain number.
  func stated(in scenario: Scenario) -> Double? {
    let path = name.split(separator: ".").map(String.init)
    guard let entity = scenario.entity(named: path[0]),
      let attribute = path.count == 1
        ? entity[Assumption.value] : entity.attribute(named: path[1]),
      let quantity = try? Evaluator(source: attribute.location.source)
        .quantity(attribute.expression),
      let one = Words(of: text(1)), let value = quantity.value(in: one.quantity.unit)
    else { return nil }
    return value / one.quantity.value
  }
}

/// A number as it is written with six digits.
private func sixDigits(_ value: Double) -> Double {
  guard value != 0, value.isFinite else { return value }
  var (size, power) = (value.magnitude, 0)
  while size >= 1e6, power < 300 { (size, power) = (size / 10, power + 1) }
  while size < 1e5, power > -300 { (size, power) = (size * 10, power - 1) }
  let whole = size.rounded() * (value < 0 ? -1 : 1)
  var scale = 1.0
  for _ in 0..<power.magnitude { scale *= 10 }
  return power < 0 ? whole / scale : whole * scale
}

/// The pieces of a number as it is written.
private struct Words {
  let quantity: Quantity
  let scale: Double
  let ending: String

  /// Nil for what is no plain number.
  init?(_ expression: Expression) {
    guard case .quantity(let quantity, let text) = expression.kind else { return nil }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || ".,".contains($0)) }
    guard let number = Double(digits.filter { $0 != "," }), number != 0 else { return nil }
    self.quantity = quantity
    scale = quantity.value / number
    ending = String(text.dropFirst(digits.count))
  }

  init?(of text: String) {
    let script = Script(SourceText(name: "calibrate", text: text))
    guard let statement = script.statements.first else { return nil }
    var reader = ArgumentReader(statement)
    guard let expression = try? reader.expression() else { return nil }
    self.init(expression)
  }
}

extension AttributeRow {
  /// Whether a number can be what it says.
  fileprivate var isNumber: Bool {
    switch form {
    case .number, .taxRate: true
    default: false
    }
  }
}
