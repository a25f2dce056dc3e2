import Vectors

/// What is known of columns: where their numbers lie in every draw that comes under a program.
struct ColumnRanges {
  private let constants: [Double]
  /// Ends by column; those of one that may be no number cross.
  private var known: [NumberRange]

  private static let unknown = NumberRange(.infinity, -.infinity)

  init(columns: Int, constants: [Double]) {
    self.constants = constants
    known = Array(repeating: ColumnRanges.unknown, count: columns)
  }

  /// That of an operand; nil where it may be no number.
  subscript(operand: Int32) -> NumberRange? {
    get {
      if operand < 0 {
        let value = constants[Int(~operand)]
        return value.isNaN ? nil : NumberRange(value)
      }
      let range = known[Int(operand)]
      return range.low <= range.high ? range : nil
    }
    set {
      if operand >= 0 { known[Int(operand)] = newValue ?? ColumnRanges.unknown }
    }
  }

  /// Whether an operand is known to lie in a range; from here on it does.
  mutating func meets(_ operand: Int32, _ range: NumberRange) -> Bool {
    guard let own = self[operand] else {
      self[operand] = range
      return false
    }
    if range.contains(own) { return true }
    limit(operand, to: range)
    return false
  }

  /// Whether a comparison is known to say the same of every draw; from here on it does.
  mutating func tell(_ mask: ColumnInstruction, _ holds: Bool) -> Bool {
    guard let a = self[mask.a], let b = self[mask.b] else { return false }
    switch (mask.kind, holds) {
    case (.less, true):
      if a.high < b.low { return true }
      limit(mask.a, to: NumberRange(-.infinity, b.high))
      limit(mask.b, to: NumberRange(a.low, .infinity))
    case (.less, false):
      if b.high <= a.low { return true }
      limit(mask.a, to: NumberRange(b.low, .infinity))
      limit(mask.b, to: NumberRange(-.infinity, a.high))
    case (.equal, true):
      if a.low == a.high, a == b { return true }
      limit(mask.a, to: b)
      limit(mask.b, to: a)
    case (.equal, false):
      if a.high < b.low || b.high < a.low { return true }
    default: break
    }
    return false
  }

  /// Says that an operand lies in a range too. Where it cannot, nothing more is said: no draw comes under
  /// the program then.
  private mutating func limit(_ operand: Int32, to range: NumberRange) {
    guard let own = self[operand] else { return }
    let both = own.limited(to: range)
    if both.low <= both.high { self[operand] = both }
  }

  /// Which of two operands is the greater, or the less, in every draw; nil where that may differ.
  func chosen(by next: ColumnInstruction) -> Int32? {
    guard let a = self[next.a], let b = self[next.b] else { return nil }
    let isGreatest = next.kind == .maximum
    if isGreatest ? a.low >= b.high : a.high <= b.low { return next.a }
    if isGreatest ? a.high < b.low : b.high < a.low { return next.b }
    return nil
  }

  /// What follows of operands for a column that is made of them.
  mutating func learn(_ next: ColumnInstruction, _ draft: ProgramDraft) {
    let count = next.kind.operands
    let a = count > 0 ? self[next.a] : nil
    let b = count > 1 ? self[next.b] : nil
    let c = count > 2 ? self[next.c] : nil
    let made: NumberRange?
    switch next.kind {
    case .add: made = a + b
    case .subtract: made = a - b
    case .multiply: made = a * b
    case .divide: made = a / b
    case .maximum: made = join(a, b) { NumberRange(max($0.low, $1.low), max($0.high, $1.high)) }
    case .minimum: made = join(a, b) { NumberRange(min($0.low, $1.low), min($0.high, $1.high)) }
    case .positiveProduct: made = a?.positive * b
    case .addProduct: made = a + b * c
    case .subtractProduct: made = a - b * c
    case .select: made = join(b, c) { $0.with($1) }
    case .paid: made = (a - b - c)?.positive
    case .left: made = (b + c - a)?.positive
    case .levy: made = (a * b * c)?.positive * self[next.d] * self[next.e]
    case .rounded: made = a + NumberRange(-1, 1)
    case .copy: made = a
    case .weigh:
      let rows = draft.listed(by: next).map { self[draft.places[$0]] }
      var factor = Int(next.d)
      for (to, before) in zip(draft.written(by: next), draft.before(next)) {
        var sum = self[draft.places[before]]
        for row in rows {
          sum = sum + row * NumberRange(draft.numbers[factor])
          factor += 1
        }
        self[draft.places[to]] = sum
      }
      return
    case .area:
      made = (0..<next.c).reduce(NumberRange(0)) { sum, piece in
        let key = draft.numbers[Int(next.b + piece)].magnitude
        let value = draft.numbers[Int(next.b + next.c + piece)].magnitude
        guard let a else { return nil }
        let most = (max(a.low.magnitude, a.high.magnitude) + key) * value * 2
        return sum + NumberRange(-most, most)
      }
    case .exponential: made = a.flatMap { $0.exponential }
    case .ramp:
      // From its first share up to full size, or nothing before the opening.
      guard let b, let c, b.low >= 0, b.high <= 1, c.low >= 0, a != nil else { return }
      made = NumberRange(-0x1p-40, 1 + 0x1p-40)
    case .survival:
      // Hazards of nothing or more leave nobody more than there were.
      let values = draft.numbers[Int(next.c + 1 + next.d)..<Int(next.c + 1 + 2 * next.d)]
      guard let a, let b, a.low >= 0, b.low >= 0, values.allSatisfy({ $0 >= 0 }) else { return }
      made = NumberRange(0, 1 + 0x1p-40)
    default: return
    }
    self[next.to] = made
  }

  private func join(
    _ a: NumberRange?, _ b: NumberRange?, _ body: (NumberRange, NumberRange) -> NumberRange
  ) -> NumberRange? {
    guard let a, let b else { return nil }
    return body(a, b)
  }
}
