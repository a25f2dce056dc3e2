import Vectors

// Amounts of money: what is paid, levied, and added up in fen.

extension Operation {
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
}
