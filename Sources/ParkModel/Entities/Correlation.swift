import Diagnostics
import Language
import Quantities

/// How two uncertain parameters go together: `correlate saving p2.delay 0.5`. Model 9, Language 5.
///
/// It is named by the two: `correlate p2.delay saving`, the first in the order of the alphabet, so that
/// either order is the same.
public enum ParameterCorrelation {
  public static let first = AttributeRow.special(
    "first", .expression, required: true, "an uncertain parameter: an assumption or NAME.attribute")
  public static let second = AttributeRow.special(
    "second", .expression, required: true, "the other one")
  public static let coefficient = AttributeRow.number(
    "coefficient", "", -1...1, required: true, "the correlation, -1 to 1, of their normal scores")

  static let row = EntityRow(
    kind: .correlate, summary: "let two uncertain parameters go together",
    attributes: [first, second, coefficient],
    example: "correlate slow dear 0.5")

  /// What `remove` and `set` know it by.
  public static func name(_ first: String, _ second: String) -> String {
    ([EntityKind.correlate.rawValue] + [first, second].sorted()).joined(separator: " ")
  }

  /// What it is named by, from what it says.
  static func name(of correlation: Declaration) -> String {
    let ends = parameters(of: correlation)
    return name(ends.first, ends.second)
  }

  /// The names of both parameters, as they are written.
  public static func parameters(of correlation: Declaration) -> (first: String, second: String) {
    (
      correlation[first]?.expression.canonical ?? "",
      correlation[second]?.expression.canonical ?? ""
    )
  }

  /// What cannot be a correlation; nil where nothing is wrong with it.
  static func problem(ofCoefficient expression: Expression, at place: Location) -> Diagnostic? {
    guard let value = try? Evaluator(source: place.source).quantity(expression).value(in: .one),
      !(-1...1).contains(value)
    else { return nil }
    return Diagnostic(
      "out-of-range", "a correlation lies between -1 and 1", at: place,
      help: ["write `\(value < 0 ? "-0.9" : "0.9")` for one that is strong"])
  }

  /// The coefficient, which stands as a number.
  public static func coefficient(of correlation: Declaration) -> Double {
    if case .constant(let value)? = correlation[coefficient]?.number { return value }
    return 0
  }

  static func check(_ correlation: Declaration) throws(Diagnostic) {
    let ends = parameters(of: correlation)
    if ends.first == ends.second {
      throw Diagnostic(
        "bad-correlation", "`\(ends.first)` goes with itself anyway: name two different parameters",
        at: correlation[second]?.location ?? correlation.location)
    }
    guard let value = correlation[coefficient], case .constant? = value.number else {
      throw Diagnostic(
        "wrong-kind", "a correlation is a number as it stands, from -1 to 1",
        at: correlation[coefficient]?.location ?? correlation.location,
        help: ["write for example `correlate \(ends.first) \(ends.second) 0.5`"])
    }
  }
}

extension Scenario {
  /// Correlations of what is not uncertain, in order of declaration.
  func correlationProblems() -> [Diagnostic] {
    let correlations = entities(.correlate)
    guard !correlations.isEmpty else { return [] }
    let names = (Array(all) + [model]).flatMap { entity in
      entity.attributes.filter { !$0.expression.distributions.isEmpty }.map { attribute in
        entity.kind.isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
      }
    }
    return correlations.flatMap { correlation in
      [ParameterCorrelation.first, ParameterCorrelation.second].compactMap { row in
        correlation[row].flatMap { problem(of: $0, among: names) }
      }
    }
  }

  private func problem(of end: Attribute, among names: [String]) -> Diagnostic? {
    let name = end.expression.canonical
    if names.contains(name) { return nil }
    let parts = name.split(separator: ".").map(String.init)
    let list = names.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
    let known: Sentence =
      names.isEmpty
      ? "nothing is uncertain in this scenario: give it a range, such as `2min to 34min`"
      : names.count > 6
        ? "uncertain are \(typed: list) and \(names.count - 6) more"
        : "uncertain are \(typed: list)"
    guard let first = parts.first, let entity = entity(named: first) else {
      return Diagnostic(
        "unknown-name", "there is no `\(name)`", at: end.location,
        notes: [Diagnostic.Note(known)], help: didYouMean(name, among: names))
    }
    let said =
      entity.kind == .assume && parts.count == 1
      ? entity[Assumption.value]
      : parts.count == 2 ? entity.attribute(named: parts[1]) : nil
    return Diagnostic(
      "certain",
      said.map { "`\(name)` has no distribution of its own: it is `\($0.expression.canonical)`" }
        ?? "`\(name)` has no distribution of its own",
      at: end.location, notes: [Diagnostic.Note(known)])
  }
}
