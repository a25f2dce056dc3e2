import Vectors

extension Operation {
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
}
