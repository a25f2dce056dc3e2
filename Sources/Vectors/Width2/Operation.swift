import Vectors

typealias Next = UnsafePointer<ColumnInstruction>
typealias Machine = UnsafePointer<ColumnMachine>

/// What is done to columns: a function for each kind of instruction.
enum Operation {
  /// Where an operand stands, and how far it is from one vector of it to the next.
  @inline(__always)
  static func operand(
    _ place: Int32, _ machine: Machine
  ) -> (numbers: UnsafePointer<Vector>, step: Int) {
    (UnsafePointer(machine.pointee.columns + Int(place)), 1 + Int(place >> 31))
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
}
