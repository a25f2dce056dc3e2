import Vectors

// Of as many columns as a list has.

extension Operation {
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
