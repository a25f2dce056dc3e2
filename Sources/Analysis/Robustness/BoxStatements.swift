public import Diagnostics
public import Ensembles
import Language
public import ParkModel
import Quantities

/// A box as statements that lead a scenario into it.
extension Discovery {
  /// The ends of a range without the digits that make no difference: a five-hundredth of all values.
  public func rounded(_ value: Double, of input: Int) -> Double {
    guard case .range(let least, let most) = data.whole[input], (most - least).isFinite,
      most > least
    else { return value }
    var step = 1.0
    let finest = (most - least) / 500
    while step > finest, step > 1e-300 { step /= 10 }
    while step * 10 <= finest { step *= 10 }
    let rounded = (value / step).rounded() * step
    guard rounded.isFinite else { return value }
    return LiteralForm.tidy(rounded.magnitude < step / 2 ? 0 : rounded)
  }

  /// `set delay = uniform(1.2y, 3y)`, one for each thing whose numbers the box restricts, and what it
  /// takes away first: correlations of what is certain in it. Each distribution as it is in the box:
  /// a uniform one and one of several values exactly; of others between which values nine in ten of the
  /// box's draws lie, as `LOW to HIGH` says it.
  public func statements(
    of box: Box, in scenario: Scenario, stop: StopSignal
  ) throws(Diagnostic) -> [String] {
    var texts: [String: String] = [:]
    var certain: Set<String> = []
    for index in box.restricted {
      guard case .parameter(let parameter) = inputs[index].kind else { continue }
      let (text, isCertain) = expression(of: parameter, index, box)
      texts[parameter.name] = text
      if isCertain { certain.insert(parameter.name) }
    }
    let correlations = scenario.entities(.correlate).filter { correlation in
      let ends = ParameterCorrelation.parameters(of: correlation)
      return certain.contains(ends.first) || certain.contains(ends.second)
    }
    return correlations.map { "remove \($0.name)" }
      + (try scenario.statements(placing: texts, stop: stop))
  }

  /// Whether the box is also one of firms that live or close, which no statement says.
  public func restrictsClosings(_ box: Box) -> Bool {
    box.restricted.contains { if case .closing = inputs[$0].kind { true } else { false } }
  }

  private func expression(
    of parameter: UncertainParameter, _ input: Int, _ box: Box
  ) -> (text: String, isCertain: Bool) {
    let distribution = parameter.distribution
    func text(_ value: Double) -> String { Discovery.literal(value, distribution.unit) }
    switch box.limits[input] {
    case .kinds(let kinds):
      if kinds.count == 1 { return (text(kinds[0]), true) }
      let chances = kinds.map { kind in
        zip(distribution.parameters, distribution.probabilities).filter { $0.0 == kind }
          .reduce(0) { $0 + $1.1 }
      }
      let sum = chances.reduce(0, +)
      let pairs = zip(kinds, chances).map { "\(text($0)): \(NumberFormat.shortest($1 / sum))" }
      return ("discrete(\(pairs.joined(separator: ", ")))", false)
    case .range(let low, let high):
      var (from, to) = (rounded(low, of: input), rounded(high, of: input))
      if distribution.row.name == "uniform" {
        // An end that the box leaves alone is that of the distribution.
        if case .range(let least, let most) = data.whole[input] {
          if low <= least { from = distribution.parameters[0] }
          if high >= most { to = distribution.parameters[1] }
        }
        return from < to ? ("uniform(\(text(from)), \(text(to)))", false) : (text(from), true)
      }
      let inside = values(of: input, in: box)
      from = rounded(Discovery.quantile(inside, 0.05), of: input)
      to = rounded(Discovery.quantile(inside, 0.95), of: input)
      return from < to ? ("\(text(from)) to \(text(to))", false) : (text(from), true)
    }
  }

  /// What an input is in the draws of a box, from the smallest on.
  private func values(of input: Int, in box: Box) -> [Double] {
    let own = data.inputs[input].values
    return own.indices.filter { draw in
      box.restricted.allSatisfy { other in
        switch box.limits[other] {
        case .range(let low, let high):
          low <= data.inputs[other].values[draw] && data.inputs[other].values[draw] <= high
        case .kinds(let kinds): kinds.contains(data.inputs[other].values[draw])
        }
      }
    }.map { own[$0] }.sorted()
  }

  private static func quantile(_ values: [Double], _ share: Double) -> Double {
    guard let last = values.last else { return 0 }
    let place = share * Double(values.count - 1)
    let index = Int(place.rounded(.down))
    guard index + 1 < values.count else { return last }
    return values[index] + (values[index + 1] - values[index]) * (place - place.rounded(.down))
  }

  /// A value as one types it within a call: `1.2y`, `(-3%)`.
  static func literal(_ value: Double, _ unit: Unit) -> String {
    let number = NumberFormat.shortest(value)
    let isPlain = number.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    let text: String
    switch unit.text {
    case "": text = number
    case "%": text = number + "%"
    case let name where name.hasPrefix("1/"): text = number + name.dropFirst()
    case let name where name.hasPrefix("%"): text = number + name
    case let name where isPlain && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }:
      text = number + name
    case let name: text = number + " " + name
    }
    return value < 0 ? "(\(text))" : text
  }
}

extension Discovery {
  /// A value of an input as one types it.
  public static func literal(_ value: Double, of input: Input) -> String {
    switch input.kind {
    case .parameter(let parameter): literal(value, parameter.distribution.unit)
    case .closing: NumberFormat.shortest(LiteralForm.tidy(value * 100)) + "%"
    }
  }
}
