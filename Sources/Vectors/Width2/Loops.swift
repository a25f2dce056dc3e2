public import Vectors

// Built three times over, each time for another kind of processor. Nothing here makes an array, a
// string or anything else of the standard library that is no number: what two such targets have in
// common is kept once, and might be kept as only one processor knows it.

public let loops = VectorLoops(
  add: { binary($0, $1, $2, $3, $4, $5) { $0 + $1 } },
  subtract: { binary($0, $1, $2, $3, $4, $5) { $0 - $1 } },
  multiply: { binary($0, $1, $2, $3, $4, $5) { $0 * $1 } },
  divide: { binary($0, $1, $2, $3, $4, $5) { $0 / $1 } },
  maximum: { binary($0, $1, $2, $3, $4, $5) { $0.replacing(with: $1, where: $0 .< $1) } },
  minimum: { binary($0, $1, $2, $3, $4, $5) { $0.replacing(with: $1, where: $1 .< $0) } },
  power: { binary($0, $1, $2, $3, $4, $5) { Numerics.power($0, $1) } },
  addProduct: { to, a, aStep, b, bStep, c, cStep, count in
    var (to, a, b, c) = (to, a, b, c)
    for _ in 0..<count {
      to.pointee = a.pointee + b.pointee * c.pointee
      (to, a, b, c) = (to + 1, a + aStep, b + bStep, c + cStep)
    }
  },
  less: { compare($0, $1, $2, $3, $4, $5) { $0 .< $1 } },
  equal: { compare($0, $1, $2, $3, $4, $5) { $0 .== $1 } },
  within: { compare($0, $1, $2, $3, $4, $5) { magnitude($0) .<= $1 } },
  select: { to, mask, a, aStep, b, bStep, count in
    var (to, mask, a, b) = (to, mask, a, b)
    for _ in 0..<count {
      let bits = laneBits(mask.pointee)
      to.pointee = vector((laneBits(a.pointee) & bits) | (laneBits(b.pointee) & ~bits))
      (to, mask, a, b) = (to + 1, mask + 1, a + aStep, b + bStep)
    }
  },
  rounded: { unary($0, $1, $2, rounded) },
  exponential: { unary($0, $1, $2) { Numerics.exponential($0) } },
  logarithm: { unary($0, $1, $2) { Numerics.logarithm($0) } },
  areAlike: { row, count in
    let first = Bits(repeating: laneBits(row.pointee)[0])
    for place in 0..<count where some(laneBits(row[place]) ^ first) != 0 { return false }
    return true
  })

private typealias Vector = VectorLoops.Vector
private typealias Bits = SIMD8<Int64>

@inline(__always)
private func unary(
  _ to: UnsafeMutablePointer<Vector>, _ a: UnsafePointer<Vector>, _ count: Int,
  _ body: (Vector) -> Vector
) {
  for place in 0..<count { to[place] = body(a[place]) }
}

@inline(__always)
private func binary(
  _ to: UnsafeMutablePointer<Vector>, _ a: UnsafePointer<Vector>, _ aStep: Int,
  _ b: UnsafePointer<Vector>, _ bStep: Int, _ count: Int, _ body: (Vector, Vector) -> Vector
) {
  var (to, a, b) = (to, a, b)
  for _ in 0..<count {
    to.pointee = body(a.pointee, b.pointee)
    (to, a, b) = (to + 1, a + aStep, b + bStep)
  }
}

@inline(__always)
private func compare(
  _ to: UnsafeMutablePointer<Vector>, _ a: UnsafePointer<Vector>, _ aStep: Int,
  _ b: UnsafePointer<Vector>, _ bStep: Int, _ count: Int,
  _ body: (Vector, Vector) -> SIMDMask<Bits>
) -> VectorLoops.Agreement {
  var (to, a, b) = (to, a, b)
  var (any, every) = (Bits.zero, Bits(repeating: -1))
  for _ in 0..<count {
    let holds = Bits.zero.replacing(with: Bits(repeating: -1), where: body(a.pointee, b.pointee))
    to.pointee = vector(holds)
    any |= holds
    every &= holds
    (to, a, b) = (to + 1, a + aStep, b + bStep)
  }
  if some(~every) == 0 { return .all }
  return some(any) == 0 ? .none : .some
}

/// The bits that any lane has.
@inline(__always)
private func some(_ bits: Bits) -> Int64 {
  (bits[0] | bits[1] | bits[2] | bits[3]) | (bits[4] | bits[5] | bits[6] | bits[7])
}

@inline(__always)
private func laneBits(_ vector: Vector) -> Bits { unsafeBitCast(vector, to: Bits.self) }

@inline(__always)
private func vector(_ bits: Bits) -> Vector { unsafeBitCast(bits, to: Vector.self) }

@inline(__always)
private func magnitude(_ x: Vector) -> Vector { vector(laneBits(x) & Bits(repeating: .max)) }

/// By adding and taking off the number from which on all are whole: as `rounded()` does, which is a call
/// for each lane on older processors.
@inline(__always)
private func rounded(_ x: Vector) -> Vector {
  let whole = Vector(repeating: 0x1p52)
  let size = magnitude(x)
  let near = (size + whole) - whole
  let kept = near.replacing(with: size, where: size .>= whole)
  return vector(laneBits(kept) | (laneBits(x) & Bits(repeating: .min)))
}
