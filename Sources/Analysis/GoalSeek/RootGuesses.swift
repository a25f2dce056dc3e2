/// What is known of a function around the one place where its sign changes, and guesses of where it is
/// nought. Docs/Decisions/0160.
struct RootGuesses {
  struct Place {
    var x: Double
    var y: Double
  }

  /// A way to guess, the one that is mostly nearest first.
  enum Way: Int, CaseIterable {
    /// x = (a + b y) / (1 + c y) through three places.
    case fraction
    /// A cubic in y through four.
    case cubic
    /// A quadratic in y through three.
    case quadratic
    /// Straight on from the two places on the left, on the right, and between those around it.
    case left, right, chord
  }

  /// By x; the sign changes once.
  private var known: [Place]
  /// The place of the last one before the change.
  private var place = 0
  /// Over how many steps each guess has stayed around the change.
  private var stayed: [Way: Int] = [:]
  /// How wide the bracket was at the last steps since it was halved.
  private var widths: [Double] = []
  /// Whether the last step brought the value to a tenth.
  private var isFast = true

  /// Guesses that differ by no more than this part of the bracket agree.
  private static let agreement = 0.02
  /// A guess that has stayed over so many steps is tried by itself.
  private static let trusted = 3

  /// - Parameter known: by x; those around one change of the sign without a gap.
  init(_ known: [Place]) {
    self.known = known
    place = change
  }

  var low: Place { known[place] }
  var high: Place { known[place + 1] }

  /// The nearer to nought of both.
  var best: Place { low.y.magnitude < high.y.magnitude ? low : high }

  /// The steeper of what it does on both sides of the best place, as far as places are known.
  var slope: Double {
    let middle = low.y.magnitude < high.y.magnitude ? place : place + 1
    let slopes = [middle - 1, middle].filter { $0 >= 0 && $0 + 1 < known.count }.map { index in
      (known[index + 1].y - known[index].y) / (known[index + 1].x - known[index].x)
    }
    return slopes.max { $0.magnitude < $1.magnitude } ?? 0
  }

  private var change: Int {
    zip(known, known.dropFirst()).enumerated().first { ($1.0.y < 0) != ($1.1.y < 0) }?.offset ?? 0
  }

  /// Where to look next, at least `near` from both ends; and all guesses.
  mutating func next(near: Double) -> (x: Double, guesses: [(way: Way, x: Double)]) {
    let width = high.x - low.x
    let guesses = self.guesses
    var chosen: Double?
    // Steps that neither halve the bracket nor bring the value down give way to the middle.
    let isSlow = !isFast && widths.count >= 2 && widths[widths.count - 2] * 0.5 < width
    if !isSlow {
      var least = RootGuesses.agreement
      for (index, one) in guesses.enumerated() {
        for other in guesses[(index + 1)...] {
          let apart = (one.x - other.x).magnitude / width
          if apart < least { (least, chosen) = (apart, one.x) }
        }
      }
      if chosen == nil,
        let one = guesses.first(where: { stayed[$0.way, default: 0] >= RootGuesses.trusted })
      {
        stayed[one.way] = -1
        chosen = one.x
      }
    }
    widths.append(width)
    if chosen == nil { widths = [] }
    let x = chosen ?? low.x + width / 2
    return (min(max(x, low.x + near), high.x - near), guesses)
  }

  /// Takes the value at a place between both, with the guesses that were made before.
  mutating func take(_ new: Place, _ guesses: [(way: Way, x: Double)]) {
    isFast = new.y.magnitude < 0.1 * best.y.magnitude
    known.insert(new, at: place + 1)
    place = change
    for way in Way.allCases {
      let guess = guesses.first { $0.way == way }
      let isWithin = guess.map { $0.x >= low.x && $0.x <= high.x } ?? false
      stayed[way] = isWithin ? stayed[way, default: 0] + 1 : 0
    }
  }

  // MARK: Guesses

  /// Those that lie between both places, in the order of their ways.
  private var guesses: [(way: Way, x: Double)] {
    let left = place > 0 ? known[place - 1] : nil
    let right = place + 2 < known.count ? known[place + 2] : nil
    let (low, high) = (low, high)
    var all: [(Way, Double?)] = [
      (.left, left.flatMap { RootGuesses.line($0, low) }),
      (.right, right.flatMap { RootGuesses.line(high, $0) }),
      (.chord, RootGuesses.line(low, high)),
    ]
    let third = [left, right].compactMap(\.self)
      .min { ($0.x - best.x).magnitude < ($1.x - best.x).magnitude }
    if let third {
      let three = [low, high, third].sorted { $0.x < $1.x }
      all.append((.fraction, RootGuesses.fraction(three)))
      all.append((.quadratic, RootGuesses.polynomial(three)))
    }
    if let left, let right {
      all.append((.cubic, RootGuesses.polynomial([left, low, high, right])))
    }
    return all.compactMap { way, x in
      guard let x, x > low.x, x < high.x else { return nil }
      return (way, x)
    }.sorted { $0.0.rawValue < $1.0.rawValue }
  }

  private static func line(_ a: Place, _ b: Place) -> Double? {
    a.y == b.y ? nil : a.x - a.y * ((b.x - a.x) / (b.y - a.y))
  }

  /// The polynomial in y at nought (Neville); nil where y does not go one way.
  private static func polynomial(_ places: [Place]) -> Double? {
    let rises = zip(places, places.dropFirst()).map { $1.y > $0.y }
    guard Set(rises).count == 1, !zip(places, places.dropFirst()).contains(where: { $0.y == $1.y })
    else { return nil }
    var x = places.map(\.x)
    for step in 1..<places.count {
      for index in 0..<(places.count - step) {
        let (a, b) = (places[index].y, places[index + step].y)
        x[index] = (a * x[index + 1] - b * x[index]) / (a - b)
      }
    }
    return x[0]
  }

  /// a of x = (a + b y) / (1 + c y): of a + b y - c x y = x, by Cramer's rule.
  private static func fraction(_ places: [Place]) -> Double? {
    func determinant(_ first: (Place) -> Double) -> Double {
      let (p, q, r) = (places[0], places[1], places[2])
      let minor = { (a: Place, b: Place) -> Double in a.y * (-b.y * b.x) - (-a.y * a.x) * b.y }
      return first(p) * minor(q, r) - first(q) * minor(p, r) + first(r) * minor(p, q)
    }
    let whole = determinant { _ in 1 }
    let part = determinant { $0.x }
    return whole == 0 ? nil : part / whole
  }
}
