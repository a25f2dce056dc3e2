import Quantities
import VectorChoice
import Vectors

/// A number in each draw of a block: one for all of them, or one each.
///
/// What no draw changes is worked out once for the block, whatever stage works it out. Every lane
/// goes through the operations that a `Double` goes through, so it comes to the same bits.
struct DrawLanes: Lane {
  typealias Life = DrawMemory

  /// Of every draw, where there is no buffer.
  private(set) var value: Double
  private(set) var buffer: LaneBuffer?

  static var count: Int { LaneBuffer.width }

  init(_ value: Double) {
    self.value = value
    buffer = nil
  }

  private init(_ buffer: LaneBuffer) {
    value = 0
    self.buffer = buffer
  }

  /// The numbers of as many draws as there are lanes.
  init(_ numbers: [Double]) {
    let buffer = LaneBuffer()
    for lane in 0..<LaneBuffer.width { buffer.numbers[lane] = numbers[lane] }
    self = DrawLanes(buffer).settled
  }

  var isUniform: Bool { buffer == nil }

  func isKnown(toBe other: DrawLanes) -> Bool {
    buffer === other.buffer && (buffer != nil || value.bitPattern == other.value.bitPattern)
  }

  var settled: DrawLanes {
    guard let buffer, DrawLanes.loops.areAlike(buffer.base, LaneBuffer.vectors) else {
      return self
    }
    return DrawLanes(buffer.numbers[0])
  }

  subscript(lane: Int) -> Double {
    get { buffer?.numbers[lane] ?? value }
    set {
      if let buffer {
        if !isKnownUniquelyReferenced(&self.buffer) { self.buffer = buffer.copy() }
      } else {
        guard newValue.bitPattern != value.bitPattern else { return }
        let buffer = LaneBuffer()
        buffer.base.update(repeating: SIMD8(repeating: value), count: LaneBuffer.vectors)
        self.buffer = buffer
      }
      self.buffer?.numbers[lane] = newValue
    }
  }

  // MARK: Arithmetic

  typealias Vector = SIMD8<Double>

  /// The loops of the processor, chosen as the program began.
  static let loops = VectorLoops.current

  /// Hands over where the numbers stand, and how far it is from one vector to the next.
  @inline(__always)
  func row<Result>(_ body: (UnsafePointer<Vector>, Int) -> Result) -> Result {
    if let buffer { return withExtendedLifetime(buffer) { body(UnsafePointer(buffer.base), 1) } }
    return withUnsafePointer(to: Vector(repeating: value)) { body($0, 0) }
  }

  @inline(__always)
  private static func combine(
    _ a: DrawLanes, _ b: DrawLanes, _ one: (Double, Double) -> Double, _ many: VectorLoops.Binary
  ) -> DrawLanes {
    if a.buffer == nil, b.buffer == nil { return DrawLanes(one(a.value, b.value)) }
    let result = LaneBuffer()
    a.row { x, xStep in
      b.row { y, yStep in many(result.base, x, xStep, y, yStep, LaneBuffer.vectors) }
    }
    return DrawLanes(result)
  }

  static func + (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    if b.isNought { return a }
    return a.isNought ? b : combine(a, b, +, loops.add)
  }
  static func - (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    b.isNought ? a : combine(a, b, -, loops.subtract)
  }
  static func * (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    if b.isOne { return a }
    return a.isOne ? b : combine(a, b, *, loops.multiply)
  }
  static func / (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    b.isOne ? a : combine(a, b, /, loops.divide)
  }

  /// Whether it is known to be 1, by which nothing changes.
  private var isOne: Bool { buffer == nil && value == 1 }

  /// Whether it is known to be nought, which adds nothing.
  private var isNought: Bool { buffer == nil && value == 0 }

  func positive(times factor: DrawLanes) -> DrawLanes {
    DrawLanes.combine(
      self, factor, { ($0 < 0 ? 0 : $0) * $1 }, DrawLanes.loops.positiveProduct)
  }

  static func paid(
    _ due: DrawLanes, credit: DrawLanes, input: DrawLanes
  ) -> (paid: DrawLanes, left: DrawLanes) {
    if due.isUniform, credit.isUniform, input.isUniform {
      let one = Double.paid(due.value, credit: credit.value, input: input.value)
      return (DrawLanes(one.paid), DrawLanes(one.left))
    }
    let (paid, left) = (LaneBuffer(), LaneBuffer())
    due.row { due, dueStep in
      credit.row { credit, creditStep in
        input.row { input, inputStep in
          loops.pay(
            paid.base, left.base, due, dueStep, credit, creditStep, input, inputStep,
            LaneBuffer.vectors)
        }
      }
    }
    return (DrawLanes(paid), DrawLanes(left))
  }

  static func levied(
    on base: DrawLanes, times a: DrawLanes, times b: DrawLanes, rate: DrawLanes, factor: DrawLanes
  ) -> DrawLanes {
    if base.isUniform, a.isUniform, b.isUniform, rate.isUniform, factor.isUniform {
      let one = Double.levied(
        on: base.value, times: a.value, times: b.value, rate: rate.value, factor: factor.value)
      return DrawLanes(one)
    }
    let result = LaneBuffer()
    base.row { base, baseStep in
      a.row { a, aStep in
        b.row { b, bStep in
          rate.row { rate, rateStep in
            factor.row { factor, factorStep in
              loops.levy(
                result.base, base, baseStep, a, aStep, b, bStep, rate, rateStep, factor, factorStep,
                LaneBuffer.vectors)
            }
          }
        }
      }
    }
    return DrawLanes(result)
  }

  func maximum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(self, other, { $0 < $1 ? $1 : $0 }, DrawLanes.loops.maximum)
  }
  func minimum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(self, other, { $1 < $0 ? $1 : $0 }, DrawLanes.loops.minimum)
  }

  mutating func add(_ a: DrawLanes, times b: DrawLanes) {
    if a.isNought || b.isNought { return }
    guard a.buffer != nil || b.buffer != nil else {
      self += DrawLanes(a.value * b.value)
      return
    }
    combine(a, b, DrawLanes.loops.addProduct)
  }

  mutating func subtract(_ a: DrawLanes, times b: DrawLanes) {
    if a.isNought || b.isNought { return }
    guard a.buffer != nil || b.buffer != nil else {
      self = self - DrawLanes(a.value * b.value)
      return
    }
    combine(a, b, DrawLanes.loops.subtractProduct)
  }

  /// Itself with two others, in its own column where nobody else has it.
  private mutating func combine(
    _ a: DrawLanes, _ b: DrawLanes, _ loop: VectorLoops.Ternary
  ) {
    let isOwn = buffer != nil && isKnownUniquelyReferenced(&buffer)
    let result = isOwn ? buffer : LaneBuffer()
    guard let result else { return }
    row { sum, sumStep in
      a.row { x, xStep in
        b.row { y, yStep in
          loop(
            result.base, sum, sumStep, x, xStep, y, yStep, LaneBuffer.vectors)
        }
      }
    }
    if !isOwn { self = DrawLanes(result) }
  }

  static func += (a: inout DrawLanes, b: DrawLanes) {
    if b.isNought { return }
    if a.isNought {
      a = b
      return
    }
    guard a.buffer != nil, isKnownUniquelyReferenced(&a.buffer), let to = a.buffer?.base else {
      a = a + b
      return
    }
    b.row { y, yStep in loops.add(to, to, 1, y, yStep, LaneBuffer.vectors) }
  }

  // MARK: Choice

  @inline(__always)
  private static func compare(
    _ a: DrawLanes, _ b: DrawLanes, _ one: (Double, Double) -> Bool,
    _ many: VectorLoops.Comparison
  ) -> LaneMask {
    if a.buffer == nil, b.buffer == nil { return LaneMask(one(a.value, b.value)) }
    let result = LaneBuffer()
    let agreement = a.row { x, xStep in
      b.row { y, yStep in many(result.base, x, xStep, y, yStep, LaneBuffer.vectors) }
    }
    return LaneMask(result, agreement)
  }

  func isLess(than other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, <, DrawLanes.loops.less)
  }

  func isEqual(to other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, ==, DrawLanes.loops.equal)
  }

  func magnitudeIs(atMost limit: Double) -> LaneMask {
    DrawLanes.compare(
      self, DrawLanes(limit), { $0.magnitude <= $1 }, DrawLanes.loops.within)
  }

  var greatest: Double {
    guard let buffer else { return value }
    var most = buffer.base[0]
    for place in 1..<LaneBuffer.vectors {
      let other = buffer.base[place]
      most = most.replacing(with: other, where: most .< other)
    }
    return most.max()
  }

  var isSomething: Bool {
    guard let buffer else { return value != 0 }
    let none = SIMD8<Double>(repeating: 0)
    for place in 0..<LaneBuffer.vectors where buffer.base[place] != none { return true }
    return false
  }

  static func any(_ mask: LaneMask) -> Bool { mask.holds || mask.buffer != nil }
  static func all(_ mask: LaneMask) -> Bool { mask.holds && mask.buffer == nil }

  static func select(_ mask: LaneMask, _ yes: DrawLanes, _ no: DrawLanes) -> DrawLanes {
    guard let bits = mask.buffer else { return mask.holds ? yes : no }
    if yes.buffer == nil, no.buffer == nil, yes.value.bitPattern == no.value.bitPattern {
      return yes
    }
    let result = LaneBuffer()
    yes.row { x, xStep in
      no.row { y, yStep in
        loops.select(result.base, bits.base, x, xStep, y, yStep, LaneBuffer.vectors)
      }
    }
    return DrawLanes(result)
  }

  // MARK: Functions

  private func map(
    _ one: (Double) -> Double, _ many: VectorLoops.Unary
  ) -> DrawLanes {
    guard let buffer else { return DrawLanes(one(value)) }
    let result = LaneBuffer()
    many(result.base, buffer.base, LaneBuffer.vectors)
    return DrawLanes(result)
  }

  var rounded: DrawLanes {
    map({ $0.rounded(.toNearestOrEven) }, DrawLanes.loops.rounded)
  }
  static func exponential(_ x: DrawLanes) -> DrawLanes {
    x.map({ Numerics.exponential($0) }, loops.exponential)
  }
  static func logarithm(_ x: DrawLanes) -> DrawLanes {
    x.map({ Numerics.logarithm($0) }, loops.logarithm)
  }
  static func power(_ x: DrawLanes, _ y: DrawLanes) -> DrawLanes {
    combine(x, y, { Numerics.power($0, $1) }, loops.power)
  }
}

// MARK: Amounts

extension DrawLanes {
  /// Adds an amount and a part of another in fen, rounded, times a weight; whether the size of both
  /// together, in yuan, and that of the sum are no more than a limit each in every lane.
  mutating func add(
    fenOf yuan: DrawLanes, plus amount: DrawLanes, times part: DrawLanes, weight: Double,
    most: Double, sum mostSum: Double
  ) -> Bool {
    if yuan.isUniform, amount.isUniform, part.isUniform {
      let whole = yuan.value + amount.value * part.value
      let fen = (whole * 100).rounded(.toNearestOrEven) * weight
      let isWithin = whole.magnitude <= most
      return fen == 0 ? isWithin : add(DrawLanes(fen), most: mostSum) && isWithin
    }
    let own = ownColumn()
    return yuan.row { x, xStep in
      amount.row { y, yStep in
        part.row { z, zStep in
          DrawLanes.loops.addFen(
            own, x, xStep, y, yStep, z, zStep, weight, most, mostSum, LaneBuffer.vectors)
        }
      }
    }
  }

  /// Whether the size of numbers is no more than a limit in every lane.
  static func areWithin(_ numbers: [DrawLanes], most limit: Double) -> Bool {
    var rows: [UnsafePointer<Vector>] = []
    for number in numbers {
      if let buffer = number.buffer {
        rows.append(UnsafePointer(buffer.base))
      } else if !(number.value.magnitude <= limit) {
        return false
      }
    }
    return withExtendedLifetime(numbers) {
      loops.areWithin(rows, rows.count, limit, LaneBuffer.vectors)
    }
  }

  /// Adds another; whether the size of the sum is no more than a limit in every lane.
  mutating func add(_ other: DrawLanes, most limit: Double) -> Bool {
    guard !isUniform || !other.isUniform else {
      value += other.value
      return value.magnitude <= limit
    }
    let own = ownColumn()
    return other.row { row, step in
      DrawLanes.loops.addWithin(own, row, step, limit, LaneBuffer.vectors)
    }
  }
}

extension DrawLanes {
  /// A column that is yet to be written.
  static func blank() -> DrawLanes { DrawLanes(LaneBuffer()) }

  /// Where its numbers stand, a column that nobody else has.
  mutating func ownColumn() -> UnsafeMutablePointer<Vector> {
    if isKnownUniquelyReferenced(&buffer), let buffer { return buffer.base }
    let own = LaneBuffer()
    if let buffer {
      own.base.update(from: buffer.base, count: LaneBuffer.vectors)
    } else {
      own.base.update(repeating: Vector(repeating: value), count: LaneBuffer.vectors)
    }
    buffer = own
    return own.base
  }

  /// Its numbers as a column: its own, or one made of the number of all draws.
  var column: LaneBuffer {
    if let buffer { return buffer }
    let own = LaneBuffer()
    own.base.update(repeating: Vector(repeating: value), count: LaneBuffer.vectors)
    return own
  }
}
