import Vectors

// Of as many columns as a list has.

extension Operation {
  /// Four sums at a time of two vectors, so that what is read of a column counts in all of them; the last
  /// ones one by one.
  @inline(never)
  static func weigh(_ next: Next, _ machine: Machine) {
    let rows = machine.pointee.rows
    let columns = machine.pointee.columns
    let vectors = machine.pointee.vectors
    let (count, sums) = (Int(next.pointee.b), Int(next.pointee.c))
    let made = machine.pointee.places + Int(next.pointee.a)
    let listed = made + sums
    let before = listed + count
    for row in 0..<count { rows[row] = columns + Int(listed[row]) }
    let factors = machine.pointee.numbers + Int(next.pointee.d)
    var sum = 0
    while sum + 4 <= sums {
      let (old, to) = (before + sum, made + sum)
      let (a, aStep) = operand(old[0], machine)
      let (b, bStep) = operand(old[1], machine)
      let (c, cStep) = operand(old[2], machine)
      let (d, dStep) = operand(old[3], machine)
      let (p, q) = (columns + Int(to[0]), columns + Int(to[1]))
      let (r, s) = (columns + Int(to[2]), columns + Int(to[3]))
      let first = factors + sum * count
      let (second, third, fourth) = (first + count, first + 2 * count, first + 3 * count)
      var place = 0
      while place < vectors {
        var (a0, a1) = (a[place * aStep], a[(place + 1) * aStep])
        var (b0, b1) = (b[place * bStep], b[(place + 1) * bStep])
        var (c0, c1) = (c[place * cStep], c[(place + 1) * cStep])
        var (d0, d1) = (d[place * dStep], d[(place + 1) * dStep])
        for row in 0..<count {
          let (x, y) = (rows[row][place], rows[row][place + 1])
          let (f, g) = (Vector(repeating: first[row]), Vector(repeating: second[row]))
          let (h, k) = (Vector(repeating: third[row]), Vector(repeating: fourth[row]))
          (a0, a1) = (a0 + x * f, a1 + y * f)
          (b0, b1) = (b0 + x * g, b1 + y * g)
          (c0, c1) = (c0 + x * h, c1 + y * h)
          (d0, d1) = (d0 + x * k, d1 + y * k)
        }
        (p[place], p[place + 1]) = (a0, a1)
        (q[place], q[place + 1]) = (b0, b1)
        (r[place], r[place + 1]) = (c0, c1)
        (s[place], s[place + 1]) = (d0, d1)
        place += 2
      }
      sum += 4
    }
    while sum < sums {
      let (old, step) = operand(before[sum], machine)
      let to = columns + Int(made[sum])
      var place = 0
      while place < vectors {
        weighEight(
          to + place, old + place * step, step, rows, count, factors + sum * count, at: place)
        place += 8
      }
      sum += 1
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
