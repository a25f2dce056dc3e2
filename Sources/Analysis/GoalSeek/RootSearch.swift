/// Looks for the place between two numbers at which a function is nought.
///
/// A scan of nine places finds where it changes its sign; then guesses from all that is known close in
/// (`RootGuesses`). A function that is continuous takes fewer than 20 evaluations, but for one that grows by
/// e³⁰ and more between the ends. What changes its sign between two places between which no number lies
/// jumps there.
public struct RootSearch: Sendable {
  /// What was found.
  public enum Result: Sendable, Equatable {
    case root(Double)
    /// It is nought wherever it was looked at.
    case everywhere
    /// It changes its sign from one number to the next, and is these there.
    case jump(at: Double, from: Double, to: Double)
    /// It changes its sign so often, between these numbers each time.
    case several([ClosedRange<Double>])
    /// It has one sign throughout, and lies between these.
    case none(ClosedRange<Double>)
    /// It has no value wherever it was looked at, or none where it closes in.
    case undefined
  }

  public private(set) var result = Result.undefined
  /// How often the function was asked.
  public private(set) var evaluations = 0
  /// How fast it changes around a root, at least roughly: its change over that of the place.
  public private(set) var slope = 0.0
  private let low: Double
  private let high: Double
  /// As near to nought as counts for it.
  private let tolerance: Double

  private static let most = 120

  /// - Parameters:
  ///   - scan: how many parts of the way are looked at first.
  ///   - also: what else is looked at first, where it lies between them.
  ///   - looksCloser: whether more is looked at where no sign changes.
  ///   - function: its values at some places at once; nil where it has none. Throws what ends the search.
  public init<Failure: Error>(
    from low: Double, to high: Double, tolerance: Double, scan: Int = 8,
    also: [Double] = [], looksCloser: Bool = true,
    _ function: ([Double]) throws(Failure) -> [Double?]
  ) throws(Failure) {
    self.low = low
    self.high = high
    self.tolerance = tolerance
    let parts = RootSearch.places(low, high, scan)
    let others = Set(also).filter { $0 > low && $0 < high && !parts.contains($0) }
    var places = (parts + others).sorted()
    var values = try ask(places, function)
    var brackets = self.brackets(places, values)
    if brackets.isEmpty, looksCloser {
      // Nothing: look closer around what comes nearest, and then around what comes next.
      for part in 0..<2 {
        let more = closer(places, values, part)
        let found = try ask(more, function)
        let all = (Array(zip(places, values)) + Array(zip(more, found))).sorted { $0.0 < $1.0 }
        (places, values) = (all.map { $0.0 }, all.map { $0.1 })
        brackets = self.brackets(places, values)
        if !brackets.isEmpty { break }
      }
    }
    let known = values.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else { return }
    if max(least.magnitude, most.magnitude) <= tolerance {
      result = .everywhere
    } else if brackets.isEmpty {
      result = .none(least...most)
    } else if brackets.count > 1 {
      result = .several(brackets.map { $0.low...$0.high })
    } else {
      try close(brackets[0], Array(zip(places, values)), scale: most - least, function)
    }
  }

  private struct Bracket {
    var low: Double
    var high: Double
    var atLow: Double
    var atHigh: Double
  }

  private static func places(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0...count).map { place in
      let share = Double(place) / Double(count)
      return place == count ? high : low * (1 - share) + high * share
    }
  }

  private mutating func ask<Failure: Error>(
    _ places: [Double], _ function: ([Double]) throws(Failure) -> [Double?]
  ) throws(Failure) -> [Double?] {
    evaluations += places.count
    return try function(places).map { $0.flatMap { $0.isFinite ? $0 : nil } }
  }

  /// Places to look at where no sign changes: first within the parts around the place that comes nearest
  /// to nought, three in each; then in the middle of both parts around the one that does then, and of two
  /// of the widest whose ends do.
  private func closer(_ places: [Double], _ values: [Double?], _ part: Int) -> [Double] {
    let sizes = values.map { $0?.magnitude ?? .infinity }
    guard let nearest = sizes.indices.min(by: { sizes[$0] < sizes[$1] }), sizes[nearest].isFinite
    else { return [] }
    if part == 0 {
      return [nearest - 1, nearest].filter { $0 >= 0 && $0 < places.count - 1 }.flatMap { index in
        RootSearch.places(places[index], places[index + 1], 4).dropFirst().dropLast()
      }
    }
    func middle(_ index: Int) -> Double { places[index] + (places[index + 1] - places[index]) / 2 }
    let around = [nearest - 1, nearest].filter { $0 >= 0 && $0 < places.count - 1 }
    let widest = zip(places, places.dropFirst()).map { $1 - $0 }.max() ?? 0
    let open = places.indices.dropLast().filter {
      places[$0 + 1] - places[$0] > widest / 2 && !around.contains($0)
    }
    let order = open.sorted { a, b in
      let (one, two) = (min(sizes[a], sizes[a + 1]), min(sizes[b], sizes[b + 1]))
      return one == two ? a < b : one < two
    }
    return (around + order.prefix(2)).map(middle)
  }

  /// Where the sign changes from one place to the next. A place at which it is nought is a bracket by
  /// itself.
  private func brackets(_ places: [Double], _ values: [Double?]) -> [Bracket] {
    var found: [Bracket] = []
    var before: (place: Double, value: Double)?
    for (place, value) in zip(places, values) {
      guard let value else {
        before = nil
        continue
      }
      if value.magnitude <= tolerance {
        if before.map({ $0.value.magnitude > tolerance }) ?? true {
          found.append(Bracket(low: place, high: place, atLow: value, atHigh: value))
        }
      } else if let before, before.value.magnitude > tolerance, (before.value < 0) != (value < 0) {
        found.append(
          Bracket(low: before.place, high: place, atLow: before.value, atHigh: value))
      }
      before = (place, value)
    }
    return found
  }

  // MARK: Closing in

  private mutating func close<Failure: Error>(
    _ bracket: Bracket, _ known: [(x: Double, y: Double?)], scale: Double,
    _ function: ([Double]) throws(Failure) -> [Double?]
  ) throws(Failure) {
    guard bracket.low < bracket.high else {
      slope = scale / (high - low)
      result = .root(bracket.low)
      return
    }
    slope = (bracket.atHigh - bracket.atLow) / (bracket.high - bracket.low)
    var guesses = RootGuesses(RootSearch.around(bracket, known))
    for _ in 0..<RootSearch.most {
      let best = guesses.best
      let (low, high) = (guesses.low, guesses.high)
      if best.y.magnitude <= tolerance {
        slope = guesses.slope
        result = .root(best.x)
        return
      }
      let near = max(2 * best.x.ulp, best.x.magnitude * 1e-13)
      if (high.x - low.x) / 2 <= near { break }
      let (x, made) = guesses.next(near: near)
      guard let value = try ask([x], function)[0] else { return }
      guesses.take(RootGuesses.Place(x: x, y: value), made)
    }
    let (from, to) = (guesses.low.y, guesses.high.y)
    // What is continuous is nearly the same on both sides of so little.
    if (to - from).magnitude > max(scale * 1e-6, 2 * tolerance) {
      result = .jump(at: guesses.high.x, from: from, to: to)
    } else {
      result = .root(guesses.best.x)
    }
  }

  /// What is known around a bracket without a gap, and without another change of the sign.
  private static func around(
    _ bracket: Bracket, _ known: [(x: Double, y: Double?)]
  ) -> [RootGuesses.Place] {
    let below = known.prefix { $0.x < bracket.low }.reversed()
      .prefix { ($0.y ?? 0) != 0 && ($0.y ?? 0 < 0) == (bracket.atLow < 0) }.reversed()
    let above = known.drop { $0.x <= bracket.high }
      .prefix { ($0.y ?? 0) != 0 && ($0.y ?? 0 < 0) == (bracket.atHigh < 0) }
    return below.map { RootGuesses.Place(x: $0.x, y: $0.y ?? 0) }
      + [
        RootGuesses.Place(x: bracket.low, y: bracket.atLow),
        RootGuesses.Place(x: bracket.high, y: bracket.atHigh),
      ] + above.map { RootGuesses.Place(x: $0.x, y: $0.y ?? 0) }
  }
}
