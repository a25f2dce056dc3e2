import Vectors

// Amounts of what is known to be columns or numbers.

extension Operation {
  @inline(__always)
  private static func levy<B: Source>(_ next: Next, _ machine: Machine, _: B.Type) {
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (a, b) = (Column(next.pointee.a, machine), B(next.pointee.b, machine))
    let c = Number(next.pointee.c, machine)
    let (d, e) = (Number(next.pointee.d, machine), Number(next.pointee.e, machine))
    for place in 0..<ColumnMachine.vectors {
      to[place] = positive(a[place] * b[place] * c[place]) * d[place] * e[place]
    }
  }
  @inline(never)
  static func levyCCNNN(_ next: Next, _ machine: Machine) { levy(next, machine, Column.self) }
  @inline(never)
  static func levyCNNNN(_ next: Next, _ machine: Machine) { levy(next, machine, Number.self) }

  @inline(never)
  static func addFenCNCN(_ next: Next, _ machine: Machine) {
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (sum, a) = (Column(next.pointee.a, machine), Number(next.pointee.b, machine))
    let (b, c) = (Column(next.pointee.c, machine), Number(next.pointee.d, machine))
    let limits = machine.pointee.numbers + Int(next.pointee.e)
    let weight = Vector(repeating: limits[0])
    let (most, mostSum) = (Vector(repeating: limits[1]), Vector(repeating: limits[2]))
    let strangers = machine.pointee.strangers
    for place in 0..<ColumnMachine.vectors {
      let yuan = a[place] + b[place] * c[place]
      let added = sum[place] + wholeFen(yuan) * weight
      to[place] = added
      let isWithin = (magnitude(yuan) .<= most) .& (magnitude(added) .<= mostSum)
      strangers[place] = estrange(strangers[place], where: .!isWithin)
    }
  }

  /// Eight vectors at a time, whose sums stay at hand.
  @inline(never)
  static func addFens(_ next: Next, _ machine: Machine) {
    let columns = machine.pointee.columns
    let listed = machine.pointee.places + Int(next.pointee.b)
    let count = Int(next.pointee.c)
    let factors = machine.pointee.numbers + Int(next.pointee.d)
    let to = columns + Int(next.pointee.to)
    let (sum, step) = operand(next.pointee.a, machine)
    var place = 0
    while place < machine.pointee.vectors {
      let old = sum + place * step
      var (a0, a1, a2, a3) = (old[0], old[step], old[2 * step], old[3 * step])
      var (a4, a5, a6, a7) = (old[4 * step], old[5 * step], old[6 * step], old[7 * step])
      for row in 0..<count {
        let x = columns + Int(listed[row]) + place
        let (k, share) = (factors[3 * row], factors[3 * row + 1])
        let weight = Vector(repeating: factors[3 * row + 2])
        a0 += wholeFen(k + x[0] * share) * weight
        a1 += wholeFen(k + x[1] * share) * weight
        a2 += wholeFen(k + x[2] * share) * weight
        a3 += wholeFen(k + x[3] * share) * weight
        a4 += wholeFen(k + x[4] * share) * weight
        a5 += wholeFen(k + x[5] * share) * weight
        a6 += wholeFen(k + x[6] * share) * weight
        a7 += wholeFen(k + x[7] * share) * weight
      }
      let new = to + place
      (new[0], new[1], new[2], new[3]) = (a0, a1, a2, a3)
      (new[4], new[5], new[6], new[7]) = (a4, a5, a6, a7)
      place += 8
    }
  }
}
