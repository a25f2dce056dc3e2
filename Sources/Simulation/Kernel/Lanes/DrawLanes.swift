import Quantities

/// A number in each draw of a block: one for all of them, or one each.
///
/// What no draw changes is worked out once for the block, whatever stage works it out. Every lane
/// goes through the operations that a `Double` goes through, so it comes to the same bits.
struct DrawLanes: Lane {
  /// Of every draw, where there is no buffer.
  private var value: Double
  private var buffer: LaneBuffer?

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

  var settled: DrawLanes {
    guard let buffer else { return self }
    let first = SIMD8(repeating: buffer.numbers[0].bitPattern)
    let bits = UnsafeRawPointer(buffer.base).assumingMemoryBound(to: SIMD8<UInt64>.self)
    for place in 0..<LaneBuffer.vectors where bits[place] != first { return self }
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

  private typealias Vector = SIMD8<Double>

  @inline(__always)
  private static func combine(
    _ a: DrawLanes, _ b: DrawLanes, _ one: (Double, Double) -> Double,
    _ many: (Vector, Vector) -> Vector
  ) -> DrawLanes {
    guard let left = a.buffer else {
      guard let right = b.buffer else { return DrawLanes(one(a.value, b.value)) }
      let result = LaneBuffer()
      let (to, from, other) = (result.base, right.base, Vector(repeating: a.value))
      for place in 0..<LaneBuffer.vectors { to[place] = many(other, from[place]) }
      return DrawLanes(result)
    }
    let result = LaneBuffer()
    let (to, from) = (result.base, left.base)
    if let right = b.buffer {
      let other = right.base
      for place in 0..<LaneBuffer.vectors { to[place] = many(from[place], other[place]) }
    } else {
      let other = Vector(repeating: b.value)
      for place in 0..<LaneBuffer.vectors { to[place] = many(from[place], other) }
    }
    return DrawLanes(result)
  }

  static func + (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    combine(a, b, { $0 + $1 }, { $0 + $1 })
  }
  static func - (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    combine(a, b, { $0 - $1 }, { $0 - $1 })
  }
  static func * (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    combine(a, b, { $0 * $1 }, { $0 * $1 })
  }
  static func / (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    combine(a, b, { $0 / $1 }, { $0 / $1 })
  }

  func maximum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(
      self, other, { $0 < $1 ? $1 : $0 }, { $0.replacing(with: $1, where: $0 .< $1) })
  }
  func minimum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(
      self, other, { $1 < $0 ? $1 : $0 }, { $0.replacing(with: $1, where: $1 .< $0) })
  }

  mutating func add(_ a: DrawLanes, times b: DrawLanes) {
    guard buffer != nil, isKnownUniquelyReferenced(&buffer), let to = buffer?.base else {
      self = self + a * b
      return
    }
    switch (a.buffer?.base, b.buffer?.base) {
    case (let left?, let right?):
      for place in 0..<LaneBuffer.vectors { to[place] += left[place] * right[place] }
    case (let left?, nil):
      let right = Vector(repeating: b.value)
      for place in 0..<LaneBuffer.vectors { to[place] += left[place] * right }
    case (nil, let right?):
      let left = Vector(repeating: a.value)
      for place in 0..<LaneBuffer.vectors { to[place] += left * right[place] }
    case (nil, nil):
      let both = Vector(repeating: a.value * b.value)
      for place in 0..<LaneBuffer.vectors { to[place] += both }
    }
  }

  static func += (a: inout DrawLanes, b: DrawLanes) {
    guard let buffer = a.buffer, isKnownUniquelyReferenced(&a.buffer) else {
      a = a + b
      return
    }
    let to = buffer.base
    if let right = b.buffer {
      let from = right.base
      for place in 0..<LaneBuffer.vectors { to[place] += from[place] }
    } else {
      let other = Vector(repeating: b.value)
      for place in 0..<LaneBuffer.vectors { to[place] += other }
    }
  }

  // MARK: Choice

  @inline(__always)
  private static func compare(
    _ a: DrawLanes, _ b: DrawLanes, _ one: (Double, Double) -> Bool,
    _ many: (Vector, Vector) -> SIMDMask<SIMD8<Int64>>
  ) -> LaneMask {
    if a.buffer == nil, b.buffer == nil { return LaneMask(one(a.value, b.value)) }
    let result = LaneBuffer()
    let to = result.masks
    let yes = SIMD8<Int64>(repeating: -1)
    let none = SIMD8<Int64>(repeating: 0)
    var (some, every) = (none, yes)
    @inline(__always) func note(_ place: Int, _ x: Vector, _ y: Vector) {
      let bits = none.replacing(with: yes, where: many(x, y))
      to[place] = bits
      some |= bits
      every &= bits
    }
    let (left, right) = (Vector(repeating: a.value), Vector(repeating: b.value))
    switch (a.buffer?.base, b.buffer?.base) {
    case (let x?, let y?): for place in 0..<LaneBuffer.vectors { note(place, x[place], y[place]) }
    case (let x?, nil): for place in 0..<LaneBuffer.vectors { note(place, x[place], right) }
    case (nil, let y?): for place in 0..<LaneBuffer.vectors { note(place, left, y[place]) }
    case (nil, nil): break
    }
    return LaneMask(result, some: some, every: every)
  }

  func isLess(than other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, { $0 < $1 }, { $0 .< $1 })
  }

  func isEqual(to other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, { $0 == $1 }, { $0 .== $1 })
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
    guard let bits = mask.buffer?.masks else { return mask.holds ? yes : no }
    if yes.buffer == nil, no.buffer == nil, yes.value.bitPattern == no.value.bitPattern {
      return yes
    }
    let result = LaneBuffer()
    let to = result.masks
    func raw(_ buffer: LaneBuffer?) -> UnsafeMutablePointer<SIMD8<Int64>>? { buffer?.masks }
    let one = SIMD8<Int64>(repeating: Int64(bitPattern: yes.value.bitPattern))
    let other = SIMD8<Int64>(repeating: Int64(bitPattern: no.value.bitPattern))
    switch (raw(yes.buffer), raw(no.buffer)) {
    case (let a?, let b?):
      for place in 0..<LaneBuffer.vectors {
        to[place] = (a[place] & bits[place]) | (b[place] & ~bits[place])
      }
    case (let a?, nil):
      for place in 0..<LaneBuffer.vectors {
        to[place] = (a[place] & bits[place]) | (other & ~bits[place])
      }
    case (nil, let b?):
      for place in 0..<LaneBuffer.vectors {
        to[place] = (one & bits[place]) | (b[place] & ~bits[place])
      }
    case (nil, nil):
      for place in 0..<LaneBuffer.vectors {
        to[place] = (one & bits[place]) | (other & ~bits[place])
      }
    }
    return DrawLanes(result)
  }

  // MARK: Functions

  /// By adding and taking off the number from which on all are whole: as `rounded()` does, which is a
  /// call for each lane on older processors.
  var rounded: DrawLanes {
    guard let buffer else { return DrawLanes(value.rounded(.toNearestOrEven)) }
    let result = LaneBuffer()
    let (from, to) = (buffer.masks, result.masks)
    let whole = Vector(repeating: 0x1p52)
    let sign = SIMD8<Int64>(repeating: .min)
    for place in 0..<LaneBuffer.vectors {
      let bits = from[place]
      let magnitude = unsafeBitCast(bits & ~sign, to: Vector.self)
      let near = (magnitude + whole) - whole
      let kept = near.replacing(with: magnitude, where: magnitude .>= whole)
      to[place] = unsafeBitCast(kept, to: SIMD8<Int64>.self) | (bits & sign)
    }
    return DrawLanes(result)
  }

  func magnitudeIs(atMost limit: Double) -> LaneMask {
    guard let buffer else { return LaneMask(value.magnitude <= limit) }
    let result = LaneBuffer()
    let sign = SIMD8<Int64>(repeating: .min)
    let most = Vector(repeating: limit)
    let (yes, none) = (SIMD8<Int64>(repeating: -1), SIMD8<Int64>(repeating: 0))
    var (some, every) = (none, yes)
    for place in 0..<LaneBuffer.vectors {
      let magnitude = unsafeBitCast(buffer.masks[place] & ~sign, to: Vector.self)
      let bits = none.replacing(with: yes, where: magnitude .<= most)
      result.masks[place] = bits
      some |= bits
      every &= bits
    }
    return LaneMask(result, some: some, every: every)
  }

  static func exponential(_ x: DrawLanes) -> DrawLanes {
    guard let from = x.buffer?.base else { return DrawLanes(Numerics.exponential(x.value)) }
    let result = LaneBuffer()
    for place in 0..<LaneBuffer.vectors { result.base[place] = Numerics.exponential(from[place]) }
    return DrawLanes(result)
  }

  static func logarithm(_ x: DrawLanes) -> DrawLanes {
    guard let from = x.buffer?.base else { return DrawLanes(Numerics.logarithm(x.value)) }
    let result = LaneBuffer()
    for place in 0..<LaneBuffer.vectors { result.base[place] = Numerics.logarithm(from[place]) }
    return DrawLanes(result)
  }

  static func power(_ x: DrawLanes, _ y: DrawLanes) -> DrawLanes {
    combine(x, y, { Numerics.power($0, $1) }, { Numerics.power($0, $1) })
  }
}
