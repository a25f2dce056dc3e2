import Vectors

// Operations on what is known to be columns or numbers: so many vectors at a time as a column has, one after
// another without asking how far it is to the next.

extension Operation {
  @inline(__always)
  private static func binary<A: Source, B: Source>(
    _ next: Next, _ machine: Machine, _: A.Type, _: B.Type, _ body: (Vector, Vector) -> Vector
  ) {
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (a, b) = (A(next.pointee.a, machine), B(next.pointee.b, machine))
    for place in 0..<ColumnMachine.vectors { to[place] = body(a[place], b[place]) }
  }

  @inline(__always)
  private static func ternary<A: Source, B: Source, C: Source>(
    _ next: Next, _ machine: Machine, _: A.Type, _: B.Type, _: C.Type,
    _ body: (Vector, Vector, Vector) -> Vector
  ) {
    let to = machine.pointee.columns + Int(next.pointee.to)
    let (a, b) = (A(next.pointee.a, machine), B(next.pointee.b, machine))
    let c = C(next.pointee.c, machine)
    for place in 0..<ColumnMachine.vectors { to[place] = body(a[place], b[place], c[place]) }
  }

  @inline(never)
  static func multiplyCC(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Column.self) { $0 * $1 }
  }
  @inline(never)
  static func multiplyCN(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Number.self) { $0 * $1 }
  }
  @inline(never)
  static func addCC(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Column.self) { $0 + $1 }
  }
  @inline(never)
  static func subtractCC(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Column.self) { $0 - $1 }
  }
  @inline(never)
  static func subtractNC(_ next: Next, _ machine: Machine) {
    binary(next, machine, Number.self, Column.self) { $0 - $1 }
  }
  @inline(never)
  static func lessCN(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Number.self) { mask($0 .< $1) }
  }
  @inline(__always)
  private static func larger(_ a: Vector, _ b: Vector) -> Vector {
    a.replacing(with: b, where: a .< b)
  }
  @inline(never)
  static func maximumCN(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Number.self, larger)
  }
  @inline(never)
  static func positiveProductCN(_ next: Next, _ machine: Machine) {
    binary(next, machine, Column.self, Number.self) { positive($0) * $1 }
  }

  @inline(never)
  static func addProductCCC(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Column.self, Column.self) { $0 + $1 * $2 }
  }
  @inline(never)
  static func addProductCCN(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Column.self, Number.self) { $0 + $1 * $2 }
  }
  @inline(never)
  static func addProductNCC(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Number.self, Column.self, Column.self) { $0 + $1 * $2 }
  }
  @inline(never)
  static func addProductNCN(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Number.self, Column.self, Number.self) { $0 + $1 * $2 }
  }

  @inline(__always)
  private static func chosen(_ mask: Vector, _ yes: Vector, _ no: Vector) -> Vector {
    no.replacing(with: yes, where: laneBits(mask) .< Bits.zero)
  }
  @inline(never)
  static func selectCCC(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Column.self, Column.self, chosen)
  }
  @inline(never)
  static func selectCCN(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Column.self, Number.self, chosen)
  }
  @inline(never)
  static func selectCNC(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Number.self, Column.self, chosen)
  }
  @inline(never)
  static func selectCNN(_ next: Next, _ machine: Machine) {
    ternary(next, machine, Column.self, Number.self, Number.self, chosen)
  }
}
