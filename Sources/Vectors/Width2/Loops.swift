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
  subtractProduct: { to, a, aStep, b, bStep, c, cStep, count in
    var (to, a, b, c) = (to, a, b, c)
    for _ in 0..<count {
      to.pointee = a.pointee - b.pointee * c.pointee
      (to, a, b, c) = (to + 1, a + aStep, b + bStep, c + cStep)
    }
  },
  levy: { to, a, aStep, b, bStep, c, cStep, d, dStep, e, eStep, count in
    var (to, a, b, c, d, e) = (to, a, b, c, d, e)
    for _ in 0..<count {
      let base = a.pointee * b.pointee * c.pointee
      to.pointee = positive(base) * d.pointee * e.pointee
      (to, a, b, c) = (to + 1, a + aStep, b + bStep, c + cStep)
      (d, e) = (d + dStep, e + eStep)
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
  rounded: { unary($0, $1, $2, nearest) },
  exponential: { unary($0, $1, $2) { Numerics.exponential($0) } },
  logarithm: { unary($0, $1, $2) { Numerics.logarithm($0) } },
  weigh: weigh,
  positiveProduct: { binary($0, $1, $2, $3, $4, $5) { positive($0) * $1 } },
  pay: { paid, left, due, dueStep, credit, creditStep, input, inputStep, count in
    var (due, credit, input) = (due, credit, input)
    for place in 0..<count {
      let (owed, stands, more) = (due.pointee, credit.pointee, input.pointee)
      paid[place] = positive(owed - stands - more)
      left[place] = positive(stands + more - owed)
      (due, credit, input) = (due + dueStep, credit + creditStep, input + inputStep)
    }
  },
  addFen: { to, a, aStep, b, bStep, c, cStep, weight, most, mostSum, count in
    let (most, mostSum) = (Vector(repeating: most), Vector(repeating: mostSum))
    var every = Bits(repeating: -1)
    var (a, b, c) = (a, b, c)
    for place in 0..<count {
      let yuan = a.pointee + b.pointee * c.pointee
      let sum = to[place] + wholeFen(yuan) * weight
      to[place] = sum
      let isWithin = (magnitude(yuan) .<= most) .& (magnitude(sum) .<= mostSum)
      every = every.replacing(with: Bits.zero, where: .!isWithin)
      (a, b, c) = (a + aStep, b + bStep, c + cStep)
    }
    return some(~every) == 0
  },
  addWithin: { to, a, aStep, limit, count in
    let most = Vector(repeating: limit)
    var every = Bits(repeating: -1)
    var a = a
    for place in 0..<count {
      let sum = to[place] + a.pointee
      to[place] = sum
      every = every.replacing(with: Bits.zero, where: .!(magnitude(sum) .<= most))
      a += aStep
    }
    return some(~every) == 0
  },
  follow: followAll, run: run,
  area: area, mean: mean, ramp: ramp, survival: survival,
  areWithin: { rows, rowCount, limit, count in
    let most = Vector(repeating: limit)
    var every = Bits(repeating: -1)
    for row in 0..<rowCount {
      let numbers = rows[row]
      for place in 0..<count {
        every = every.replacing(with: Bits.zero, where: .!(magnitude(numbers[place]) .<= most))
      }
    }
    return some(~every) == 0
  },
  areAlike: { row, count in
    let first = Bits(repeating: laneBits(row.pointee)[0])
    for place in 0..<count where some(laneBits(row[place]) ^ first) != 0 { return false }
    return true
  })

typealias Vector = VectorLoops.Vector
typealias Bits = SIMD8<Int64>

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

/// Two sums of four vectors at a time, whose numbers stay in registers while row after row is added: of
/// each row so much is read at once as stands side by side.
private func weigh(
  _ sums: UnsafePointer<VectorLoops.Row>, _ sumCount: Int,
  _ rows: UnsafePointer<UnsafePointer<Vector>>,
  _ rowCount: Int, _ factors: UnsafePointer<Double>, _ count: Int
) {
  var place = 0
  while place + 4 <= count {
    var sum = 0
    while sum + 2 <= sumCount {
      weigh(sums + sum, rows, rowCount, factors + sum * rowCount, at: place)
      sum += 2
    }
    if sum < sumCount { weighOne(sums[sum], rows, rowCount, factors + sum * rowCount, at: place) }
    place += 4
  }
  for place in place..<count {
    for sum in 0..<sumCount {
      weigh(sums[sum], rows, rowCount, factors + sum * rowCount, at: place)
    }
  }
}

/// Two sums of four vectors.
@inline(__always)
private func weigh(
  _ sums: UnsafePointer<VectorLoops.Row>, _ rows: UnsafePointer<UnsafePointer<Vector>>,
  _ rowCount: Int, _ factors: UnsafePointer<Double>, at place: Int
) {
  let (first, second) = (sums[0] + place, sums[1] + place)
  var (a0, a1, a2, a3) = (first[0], first[1], first[2], first[3])
  var (b0, b1, b2, b3) = (second[0], second[1], second[2], second[3])
  for row in 0..<rowCount {
    let number = rows[row] + place
    let (x, y) = (factors[row], factors[rowCount + row])
    let (n0, n1, n2, n3) = (number[0], number[1], number[2], number[3])
    a0 += n0 * x
    a1 += n1 * x
    a2 += n2 * x
    a3 += n3 * x
    b0 += n0 * y
    b1 += n1 * y
    b2 += n2 * y
    b3 += n3 * y
  }
  (first[0], first[1], first[2], first[3]) = (a0, a1, a2, a3)
  (second[0], second[1], second[2], second[3]) = (b0, b1, b2, b3)
}

/// One sum of four vectors.
@inline(__always)
private func weighOne(
  _ sum: VectorLoops.Row, _ rows: UnsafePointer<UnsafePointer<Vector>>, _ rowCount: Int,
  _ factors: UnsafePointer<Double>, at place: Int
) {
  let own = sum + place
  var (a0, a1, a2, a3) = (own[0], own[1], own[2], own[3])
  for row in 0..<rowCount {
    let number = rows[row] + place
    let x = factors[row]
    a0 += number[0] * x
    a1 += number[1] * x
    a2 += number[2] * x
    a3 += number[3] * x
  }
  (own[0], own[1], own[2], own[3]) = (a0, a1, a2, a3)
}

/// One sum of one vector.
@inline(__always)
private func weigh(
  _ sum: VectorLoops.Row, _ rows: UnsafePointer<UnsafePointer<Vector>>, _ rowCount: Int,
  _ factors: UnsafePointer<Double>, at place: Int
) {
  var a = sum[place]
  for row in 0..<rowCount { a += rows[row][place] * factors[row] }
  sum[place] = a
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
func some(_ bits: Bits) -> Int64 {
  (bits[0] | bits[1] | bits[2] | bits[3]) | (bits[4] | bits[5] | bits[6] | bits[7])
}

@inline(__always)
func laneBits(_ vector: Vector) -> Bits { unsafeBitCast(vector, to: Bits.self) }

@inline(__always)
func vector(_ bits: Bits) -> Vector { unsafeBitCast(bits, to: Vector.self) }

@inline(__always)
func magnitude(_ x: Vector) -> Vector { vector(laneBits(x) & Bits(repeating: .max)) }

/// What of it is above nought.
@inline(__always)
func positive(_ x: VectorLoops.Vector) -> VectorLoops.Vector {
  x.replacing(with: Vector(repeating: 0), where: x .< Vector(repeating: 0))
}

/// Of less than 10¹³ yuan, in fen and rounded: from a number on all are whole, and by adding and taking off
/// that nothing else is left.
@inline(__always)
func wholeFen(_ yuan: Vector) -> Vector {
  let whole = Vector(repeating: 0x1.8p52)
  return (yuan * 100 + whole) - whole
}

/// By adding and taking off the number from which on all are whole: as `rounded()` does, which is a call
/// for each lane on older processors.
@inline(__always)
func nearest(_ x: Vector) -> Vector {
  let whole = Vector(repeating: 0x1p52)
  let size = magnitude(x)
  let near = (size + whole) - whole
  let kept = near.replacing(with: size, where: size .>= whole)
  return vector(laneBits(kept) | (laneBits(x) & Bits(repeating: .min)))
}
