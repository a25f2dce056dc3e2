import Vectors

extension Operation {
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
}
