import Vectors

/// Goes through instructions up to the next call of a function, or to their end; how many were done. Operands
/// are told by how many vectors they stand behind the first column.
///
/// Each kind is a function of its own: a vector that is handed from one to another would be taken apart.
func run(
  _ code: UnsafePointer<ColumnInstruction>, _ count: Int, _ machine: UnsafePointer<ColumnMachine>
) -> Int {
  for place in 0..<count {
    let next = code + place
    switch next.pointee.kind {
    case .call: return place
    case .add: Operation.add(next, machine)
    case .subtract: Operation.subtract(next, machine)
    case .multiply: Operation.multiply(next, machine)
    case .divide: Operation.divide(next, machine)
    case .maximum: Operation.maximum(next, machine)
    case .minimum: Operation.minimum(next, machine)
    case .power: Operation.power(next, machine)
    case .positiveProduct: Operation.positiveProduct(next, machine)
    case .less: Operation.less(next, machine)
    case .equal: Operation.equal(next, machine)
    case .within: Operation.within(next, machine)
    case .addProduct: Operation.addProduct(next, machine)
    case .subtractProduct: Operation.subtractProduct(next, machine)
    case .select: Operation.select(next, machine)
    case .paid: Operation.paid(next, machine)
    case .left: Operation.left(next, machine)
    case .ramp: Operation.ramp(next, machine)
    case .levy: Operation.levy(next, machine)
    case .rounded: Operation.rounded(next, machine)
    case .exponential: Operation.exponential(next, machine)
    case .logarithm: Operation.logarithm(next, machine)
    case .copy: Operation.copy(next, machine)
    case .addFen: Operation.addFen(next, machine)
    case .addKnownFen: Operation.addKnownFen(next, machine)
    case .addWithin: Operation.addWithin(next, machine)
    case .area: Operation.area(next, machine)
    case .mean: Operation.mean(next, machine)
    case .survival: Operation.survival(next, machine)
    case .weigh: Operation.weigh(next, machine)
    case .follow: Operation.follow(next, machine)
    case .expectMask: Operation.expectMask(next, machine)
    case .expectBits: Operation.expectBits(next, machine)
    case .expectRange: Operation.expectRange(next, machine)
    }
  }
  return count
}

private typealias Next = UnsafePointer<ColumnInstruction>
private typealias Machine = UnsafePointer<ColumnMachine>

/// What is done to columns.
private enum Operation {
  // MARK: Operands

  /// Where an operand stands, and how far it is from one vector of it to the next.
  @inline(__always)
  static func operand(
    _ place: Int32, _ machine: Machine
  ) -> (numbers: UnsafePointer<Vector>, step: Int) {
    (UnsafePointer(machine.pointee.columns + Int(place)), place < 0 ? 0 : 1)
  }

  @inline(__always)
  static func unary(_ next: Next, _ machine: Machine, _ body: (Vector) -> Vector) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (a, aStep) = operand(next.pointee.a, machine)
    for _ in 0..<machine.pointee.vectors {
      to.pointee = body(a.pointee)
      (to, a) = (to + 1, a + aStep)
    }
  }

  @inline(__always)
  static func binary(_ next: Next, _ machine: Machine, _ body: (Vector, Vector) -> Vector) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (a, aStep) = operand(next.pointee.a, machine)
    var (b, bStep) = operand(next.pointee.b, machine)
    for _ in 0..<machine.pointee.vectors {
      to.pointee = body(a.pointee, b.pointee)
      (to, a, b) = (to + 1, a + aStep, b + bStep)
    }
  }

  @inline(__always)
  static func ternary(
    _ next: Next, _ machine: Machine, _ body: (Vector, Vector, Vector) -> Vector
  ) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (a, aStep) = operand(next.pointee.a, machine)
    var (b, bStep) = operand(next.pointee.b, machine)
    var (c, cStep) = operand(next.pointee.c, machine)
    for _ in 0..<machine.pointee.vectors {
      to.pointee = body(a.pointee, b.pointee, c.pointee)
      (to, a, b, c) = (to + 1, a + aStep, b + bStep, c + cStep)
    }
  }

  @inline(__always)
  static func expect(
    _ next: Next, _ machine: Machine, _ isStrange: (Vector, Vector) -> SIMDMask<Bits>
  ) {
    var (a, aStep) = operand(next.pointee.a, machine)
    let other = operand(next.pointee.b, machine).numbers.pointee
    var strangers = machine.pointee.strangers
    for _ in 0..<machine.pointee.vectors {
      strangers.pointee = estrange(strangers.pointee, where: isStrange(a.pointee, other))
      (a, strangers) = (a + aStep, strangers + 1)
    }
  }

  /// All bits also of the lanes of a mask.
  @inline(__always)
  static func estrange(_ strangers: Vector, where isOther: SIMDMask<Bits>) -> Vector {
    strangers.replacing(with: vector(Bits(repeating: -1)), where: isOther)
  }

  @inline(__always)
  static func mask(_ holds: SIMDMask<Bits>) -> Vector {
    vector(Bits.zero.replacing(with: Bits(repeating: -1), where: holds))
  }

  // MARK: Arithmetic

  @inline(never)
  static func add(_ next: Next, _ machine: Machine) { binary(next, machine) { $0 + $1 } }
  @inline(never)
  static func subtract(_ next: Next, _ machine: Machine) { binary(next, machine) { $0 - $1 } }
  @inline(never)
  static func multiply(_ next: Next, _ machine: Machine) { binary(next, machine) { $0 * $1 } }
  @inline(never)
  static func divide(_ next: Next, _ machine: Machine) { binary(next, machine) { $0 / $1 } }
  @inline(never)
  static func maximum(_ next: Next, _ machine: Machine) {
    binary(next, machine) { $0.replacing(with: $1, where: $0 .< $1) }
  }
  @inline(never)
  static func minimum(_ next: Next, _ machine: Machine) {
    binary(next, machine) { $0.replacing(with: $1, where: $1 .< $0) }
  }
  @inline(never)
  static func power(_ next: Next, _ machine: Machine) {
    let (a, aStep) = operand(next.pointee.a, machine)
    let (b, bStep) = operand(next.pointee.b, machine)
    let to = machine.pointee.columns + Int(next.pointee.to)
    loops.power(to, a, aStep, b, bStep, machine.pointee.vectors)
  }
  @inline(never)
  static func positiveProduct(_ next: Next, _ machine: Machine) {
    binary(next, machine) { positive($0) * $1 }
  }
  @inline(never)
  static func addProduct(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { $0 + $1 * $2 }
  }
  @inline(never)
  static func subtractProduct(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { $0 - $1 * $2 }
  }
  @inline(never)
  static func rounded(_ next: Next, _ machine: Machine) {
    unary(next, machine) { nearest($0) }
  }
  @inline(never)
  static func exponential(_ next: Next, _ machine: Machine) {
    unary(next, machine) { Numerics.exponential($0) }
  }
  @inline(never)
  static func logarithm(_ next: Next, _ machine: Machine) {
    unary(next, machine) { Numerics.logarithm($0) }
  }
  @inline(never)
  static func copy(_ next: Next, _ machine: Machine) { unary(next, machine) { $0 } }

  // MARK: Choice

  @inline(never)
  static func less(_ next: Next, _ machine: Machine) {
    binary(next, machine) { mask($0 .< $1) }
  }
  @inline(never)
  static func equal(_ next: Next, _ machine: Machine) {
    binary(next, machine) { mask($0 .== $1) }
  }
  @inline(never)
  static func within(_ next: Next, _ machine: Machine) {
    binary(next, machine) { mask(magnitude($0) .<= $1) }
  }
  @inline(never)
  static func select(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { $2.replacing(with: $1, where: laneBits($0) .< Bits.zero) }
  }
  @inline(never)
  static func expectMask(_ next: Next, _ machine: Machine) {
    expect(next, machine) { (laneBits($0) ^ laneBits($1)) .< Bits.zero }
  }
  @inline(never)
  static func expectBits(_ next: Next, _ machine: Machine) {
    expect(next, machine) { (laneBits($0) ^ laneBits($1)) .!= Bits.zero }
  }
  @inline(never)
  static func expectRange(_ next: Next, _ machine: Machine) {
    var (a, aStep) = operand(next.pointee.a, machine)
    let ends = machine.pointee.numbers + Int(next.pointee.b)
    let (low, high) = (Vector(repeating: ends[0]), Vector(repeating: ends[1]))
    var strangers = machine.pointee.strangers
    for _ in 0..<machine.pointee.vectors {
      let isWithin = (low .<= a.pointee) .& (a.pointee .<= high)
      strangers.pointee = estrange(strangers.pointee, where: .!isWithin)
      (a, strangers) = (a + aStep, strangers + 1)
    }
  }

  // MARK: Amounts

  @inline(never)
  static func paid(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { positive($0 - $1 - $2) }
  }
  @inline(never)
  static func left(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { positive($1 + $2 - $0) }
  }

  @inline(never)
  static func levy(_ next: Next, _ machine: Machine) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (a, aStep) = operand(next.pointee.a, machine)
    var (b, bStep) = operand(next.pointee.b, machine)
    var (c, cStep) = operand(next.pointee.c, machine)
    var (d, dStep) = operand(next.pointee.d, machine)
    var (e, eStep) = operand(next.pointee.e, machine)
    for _ in 0..<machine.pointee.vectors {
      let base = a.pointee * b.pointee * c.pointee
      to.pointee = positive(base) * d.pointee * e.pointee
      (to, a, b, c) = (to + 1, a + aStep, b + bStep, c + cStep)
      (d, e) = (d + dStep, e + eStep)
    }
  }

  @inline(never)
  static func addFen(_ next: Next, _ machine: Machine) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (sum, sumStep) = operand(next.pointee.a, machine)
    var (a, aStep) = operand(next.pointee.b, machine)
    var (b, bStep) = operand(next.pointee.c, machine)
    var (c, cStep) = operand(next.pointee.d, machine)
    let limits = machine.pointee.numbers + Int(next.pointee.e)
    let weight = Vector(repeating: limits[0])
    let (most, mostSum) = (Vector(repeating: limits[1]), Vector(repeating: limits[2]))
    var strangers = machine.pointee.strangers
    for _ in 0..<machine.pointee.vectors {
      let yuan = a.pointee + b.pointee * c.pointee
      let added = sum.pointee + wholeFen(yuan) * weight
      to.pointee = added
      let isWithin = (magnitude(yuan) .<= most) .& (magnitude(added) .<= mostSum)
      strangers.pointee = estrange(strangers.pointee, where: .!isWithin)
      (to, sum, strangers) = (to + 1, sum + sumStep, strangers + 1)
      (a, b, c) = (a + aStep, b + bStep, c + cStep)
    }
  }

  @inline(never)
  static func addKnownFen(_ next: Next, _ machine: Machine) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (sum, sumStep) = operand(next.pointee.a, machine)
    var (a, aStep) = operand(next.pointee.b, machine)
    var (b, bStep) = operand(next.pointee.c, machine)
    var (c, cStep) = operand(next.pointee.d, machine)
    let weight = Vector(repeating: machine.pointee.numbers[Int(next.pointee.e)])
    for _ in 0..<machine.pointee.vectors {
      to.pointee = sum.pointee + wholeFen(a.pointee + b.pointee * c.pointee) * weight
      (to, sum) = (to + 1, sum + sumStep)
      (a, b, c) = (a + aStep, b + bStep, c + cStep)
    }
  }

  @inline(never)
  static func addWithin(_ next: Next, _ machine: Machine) {
    var to = machine.pointee.columns + Int(next.pointee.to)
    var (sum, sumStep) = operand(next.pointee.a, machine)
    var (a, aStep) = operand(next.pointee.b, machine)
    let most = Vector(repeating: machine.pointee.numbers[Int(next.pointee.c)])
    var strangers = machine.pointee.strangers
    for _ in 0..<machine.pointee.vectors {
      let added = sum.pointee + a.pointee
      to.pointee = added
      strangers.pointee = estrange(strangers.pointee, where: .!(magnitude(added) .<= most))
      (to, sum, a, strangers) = (to + 1, sum + sumStep, a + aStep, strangers + 1)
    }
  }

  // MARK: Curves

  @inline(never)
  static func ramp(_ next: Next, _ machine: Machine) {
    ternary(next, machine) { grown($0, first: $1, speed: $2) }
  }

  @inline(never)
  static func area(_ next: Next, _ machine: Machine) {
    let keys = machine.pointee.numbers + Int(next.pointee.b)
    let count = Int(next.pointee.c)
    unary(next, machine) { areaUnder($0, keys, keys + count, count) }
  }

  @inline(never)
  static func mean(_ next: Next, _ machine: Machine) {
    let keys = machine.pointee.numbers + Int(next.pointee.d)
    let count = Int(next.pointee.e)
    ternary(next, machine) { meanOver($0, $1, $2, keys, keys + count, count) }
  }

  @inline(never)
  static func survival(_ next: Next, _ machine: Machine) {
    let before = machine.pointee.numbers[Int(next.pointee.c)]
    let keys = machine.pointee.numbers + Int(next.pointee.c) + 1
    let count = Int(next.pointee.d)
    binary(next, machine) { losses($0, $1, before, keys, keys + count, count) }
    let to = machine.pointee.columns + Int(next.pointee.to)
    loops.exponential(to, to, machine.pointee.vectors)
  }

  // MARK: Lists

  @inline(never)
  static func weigh(_ next: Next, _ machine: Machine) {
    let rows = machine.pointee.rows
    let listed = machine.pointee.places + Int(next.pointee.b)
    let count = Int(next.pointee.c)
    for row in 0..<count { rows[row] = machine.pointee.columns + Int(listed[row]) }
    let factors = machine.pointee.numbers + Int(next.pointee.d)
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (sum, step) = operand(next.pointee.a, machine)
    var place = 0
    while place < machine.pointee.vectors {
      weighEight(to + place, sum + place * step, step, rows, count, factors, at: place)
      place += 8
    }
  }

  @inline(__always)
  static func weighEight(
    _ to: VectorLoops.Row, _ sum: UnsafePointer<Vector>, _ step: Int,
    _ rows: UnsafePointer<VectorLoops.Row>, _ count: Int, _ factors: UnsafePointer<Double>,
    at place: Int
  ) {
    var (a0, a1, a2, a3) = (sum[0], sum[step], sum[2 * step], sum[3 * step])
    var (a4, a5, a6, a7) = (sum[4 * step], sum[5 * step], sum[6 * step], sum[7 * step])
    for row in 0..<count {
      let number = rows[row] + place
      let x = Vector(repeating: factors[row])
      a0 += number[0] * x
      a1 += number[1] * x
      a2 += number[2] * x
      a3 += number[3] * x
      a4 += number[4] * x
      a5 += number[5] * x
      a6 += number[6] * x
      a7 += number[7] * x
    }
    (to[0], to[1], to[2], to[3]) = (a0, a1, a2, a3)
    (to[4], to[5], to[6], to[7]) = (a4, a5, a6, a7)
  }

  /// Rows stand in a list as they are read: those that are written, counts, what all share.
  @inline(never)
  static func follow(_ next: Next, _ machine: Machine) {
    let machine = machine.pointee
    let listed = machine.places + Int(next.pointee.a)
    let (vintages, written) = (Int(next.pointee.b), Int(next.pointee.c))
    let rows = machine.rows
    let count = written + vintages + 8
    for row in 0..<count { rows[row] = machine.columns + Int(listed[row]) }
    for vintage in 0..<vintages {
      machine.lengths[vintage] = Int(listed[count + vintage])
      machine.tallies[vintage] = Vector(repeating: 0)
    }
    let read = UnsafeRawPointer(rows + written).assumingMemoryBound(
      to: UnsafePointer<Vector>.self)
    followAll(
      VectorLoops.Followed(
        sums: rows, pasts: rows + 4, lengths: machine.lengths, counts: read, vintages: vintages,
        factors: machine.numbers + Int(next.pointee.d), operands: read + vintages,
        tallies: machine.tallies, agreements: machine.agreements), machine.vectors)
  }
}
