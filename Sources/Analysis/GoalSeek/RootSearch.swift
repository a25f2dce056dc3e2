/// Looks for the place between two numbers at which a function is nought.
///
/// A scan of nine places finds where it changes its sign; then Brent's method (Algorithms for Minimization
/// without Derivatives, 1973, chapter 4) closes in. A function that is continuous takes fewer than 20
/// evaluations. What changes its sign between two places between which no number lies jumps there.
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
  ///   - looksCloser: whether more is looked at where no sign changes.
  ///   - function: its values at some places at once; nil where it has none. Throws what ends the search.
  public init<Failure: Error>(
    from low: Double, to high: Double, tolerance: Double, scan: Int = 8, looksCloser: Bool = true,
    _ function: ([Double]) throws(Failure) -> [Double?]
  ) throws(Failure) {
    self.low = low
    self.high = high
    self.tolerance = tolerance
    var places = RootSearch.places(low, high, scan)
    var values = try ask(places, function)
    var brackets = self.brackets(places, values)
    if brackets.isEmpty, looksCloser {
      // Nothing: look closer, everywhere and then around what comes nearest.
      for part in 0..<2 {
        let more: [Double]
        if part == 0 {
          more = zip(places, places.dropFirst()).map { $0 + ($1 - $0) / 2 }
        } else {
          guard let nearest = nearest(values), nearest > 0, nearest < places.count - 1 else {
            break
          }
          more = RootSearch.places(places[nearest - 1], places[nearest + 1], scan)
            .filter { !places.contains($0) }
        }
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
      try close(brackets[0], scale: most - least, function)
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

  private func nearest(_ values: [Double?]) -> Int? {
    values.indices.filter { values[$0] != nil }
      .min { (values[$0] ?? 0).magnitude < (values[$1] ?? 0).magnitude }
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

  // MARK: Brent

  private mutating func close<Failure: Error>(
    _ bracket: Bracket, scale: Double, _ function: ([Double]) throws(Failure) -> [Double?]
  ) throws(Failure) {
    guard bracket.low < bracket.high else {
      slope = scale / (high - low)
      result = .root(bracket.low)
      return
    }
    slope = (bracket.atHigh - bracket.atLow) / (bracket.high - bracket.low)
    var (a, b, fa, fb) = (bracket.low, bracket.high, bracket.atLow, bracket.atHigh)
    var (c, fc) = (a, fa)
    var d = b - a
    var e = d
    for _ in 0..<RootSearch.most {
      if (fb > 0) == (fc > 0) {
        (c, fc) = (a, fa)
        d = b - a
        e = d
      }
      if fc.magnitude < fb.magnitude {
        (a, b, c) = (b, c, b)
        (fa, fb, fc) = (fb, fc, fb)
      }
      let near = max(2 * b.ulp, b.magnitude * 1e-13)
      let half = (c - b) / 2
      if fb.magnitude <= tolerance {
        if c != b { slope = (fc - fb) / (c - b) }
        result = .root(b)
        return
      }
      if half.magnitude <= near { break }
      if e.magnitude >= near, fa.magnitude > fb.magnitude {
        var p: Double
        var q: Double
        let s = fb / fa
        if a == c {
          p = 2 * half * s
          q = 1 - s
        } else {
          let t = fa / fc
          let r = fb / fc
          p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
          q = (t - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q }
        p = p.magnitude
        if 2 * p < min(3 * half * q - (near * q).magnitude, (e * q).magnitude) {
          e = d
          d = p / q
        } else {
          d = half
          e = d
        }
      } else {
        d = half
        e = d
      }
      (a, fa) = (b, fb)
      b += d.magnitude > near ? d : (half > 0 ? near : -near)
      guard let value = try ask([b], function)[0] else { return }
      fb = value
    }
    let (from, to) = b < c ? (fb, fc) : (fc, fb)
    // What is continuous is nearly the same on both sides of so little.
    if (to - from).magnitude > max(scale * 1e-6, 2 * tolerance) {
      result = .jump(at: max(b, c), from: from, to: to)
    } else {
      result = .root(b)
    }
  }
}
