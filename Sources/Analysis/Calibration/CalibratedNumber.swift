public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// A number of a scenario that facts are to settle, between two ends: `network.vat in 6% to 13%`.
public struct CalibratedNumber: Sendable {
  /// Where it is named.
  public let location: Location
  /// The ends, in what stands behind their digits.
  public let low: Double
  public let high: Double
  private let input: NamedInput
  private let form: LiteralForm

  /// Throws where the name is no number that can be set, and where the ends are none. `asker` is what
  /// stands before the name in an example.
  public init(
    path: [String], at place: Location, range: Expression, _ source: SourceText,
    in scenario: Scenario, for asker: String = "calibrate"
  ) throws(Diagnostic) {
    input = try NamedInput(path, at: place, in: scenario)
    location = place
    guard input.kind == .assume || input.row.isNumber else {
      throw Diagnostic(
        "wrong-kind", "`\(input.name)` is no number that can lie between two ends", at: place)
    }
    let rangePlace = Location(source, range.span)
    guard let ends = range.ends, let first = ends.low.quantity, let last = ends.high.quantity else {
      throw Diagnostic(
        "syntax", "expected two ends with `to` between them", at: rangePlace,
        help: ["write for example `\(asker) \(input.name) in 20 to 200`"])
    }
    form = ends.form
    guard let low = first.value(in: form.unit), let high = last.value(in: form.unit) else {
      throw .wrongDimension(
        expected: first.dimension, found: last.dimension, at: Location(source, ends.high.span))
    }
    guard low < high, (high - low).isFinite else {
      throw Diagnostic(
        "out-of-range", "the lower end of a range stands first", at: rangePlace,
        help: [
          "write for example `\(asker) \(input.name) in "
            + "\(ends.high.canonical) to \(ends.low.canonical)`"
        ])
    }
    (self.low, self.high) = (form.number(low), form.number(high))
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

  /// `tenants.firms`, or the name of an assumption.
  public var name: String { input.name }

  /// A value as it is written.
  public func text(_ value: Double) -> String { form.text(value) }

  /// The statement that gives it a value.
  public func statement(_ value: Double) -> String { input.statement(text(value)) }

  /// Gives it a value; the edit that does.
  @discardableResult
  public func set(_ value: Double, in scenario: inout Scenario) throws(Diagnostic) -> ScenarioEdit {
    let edit = try input.edit(value, form, for: "calibrate")
    try edit.apply(to: &scenario)
    return edit
  }

  /// The change that leaves it open between its ends; nil where it is no number by itself.
  func opening() throws(Diagnostic) -> ScenarioEdit? {
    guard let first = try quantity(low), let last = try quantity(high), first.unit == last.unit
    else { return nil }
    return try input.opening(between: first.value, and: last.value, first.unit)
  }

  /// A value in the unit of what it is set to.
  func quantity(_ value: Double) throws(Diagnostic) -> Quantity? {
    let text = form.text(value)
    return try input.number(
      form.expression(value, at: Span(0, text.utf8.count)), SourceText(name: "lever", text: text))
  }

  /// A value with six digits, within the range.
  func rounded(_ value: Double) -> Double {
    if value == low || value == high { return value }
    return min(max(LiteralForm.rounded(value, digits: 6), low), high)
  }

  /// The value as the scenario states it, in the same words; nil where it states none, or no plain number.
  func stated(in scenario: Scenario) -> Double? {
    guard let attribute = input.attribute(in: scenario),
      let quantity = try? Evaluator(source: attribute.location.source)
        .quantity(attribute.expression)
    else { return nil }
    return quantity.value(in: form.unit).map(form.number)
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
