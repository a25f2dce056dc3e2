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

  @inline(__always)
  private static func addKnownFen<A: Source, B: Source>(
    _ next: Next, _ machine: Machine, _: A.Type, _: B.Type
  ) {
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (sum, a) = (Column(next.pointee.a, machine), A(next.pointee.b, machine))
    let (b, c) = (B(next.pointee.c, machine), Number(next.pointee.d, machine))
    let weight = Vector(repeating: machine.pointee.numbers[Int(next.pointee.e)])
    for place in 0..<ColumnMachine.vectors {
      to[place] = sum[place] + wholeFen(a[place] + b[place] * c[place]) * weight
    }
  }
  @inline(never)
  static func addKnownFenCNCN(_ next: Next, _ machine: Machine) {
    addKnownFen(next, machine, Number.self, Column.self)
  }
  @inline(never)
  static func addKnownFenCCNN(_ next: Next, _ machine: Machine) {
    addKnownFen(next, machine, Column.self, Number.self)
  }
}
