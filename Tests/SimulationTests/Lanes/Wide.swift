@testable import Simulation

/// Four draws at once: a second number for the engine, as plain as can be.
struct Wide: Lane {
  typealias Life = NoMemory<Wide>

  static let count = 4
  private var a, b, c, d: Double

  struct Mask {
    var a, b, c, d: Bool
  }

  init(_ value: Double) { self.init(value, value, value, value) }

  init(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  subscript(lane: Int) -> Double {
    get { [a, b, c, d][lane] }
    set {
      switch lane {
      case 0: a = newValue
      case 1: b = newValue
      case 2: c = newValue
      default: d = newValue
      }
    }
  }

  private func with(_ other: Wide, _ body: (Double, Double) -> Double) -> Wide {
    Wide(body(a, other.a), body(b, other.b), body(c, other.c), body(d, other.d))
  }

  static func + (x: Wide, y: Wide) -> Wide { x.with(y, +) }
  static func - (x: Wide, y: Wide) -> Wide { x.with(y, -) }
  static func * (x: Wide, y: Wide) -> Wide { x.with(y, *) }
  static func / (x: Wide, y: Wide) -> Wide { x.with(y, /) }
  static func += (x: inout Wide, y: Wide) { x = x + y }

  var isUniform: Bool { false }
  var settled: Wide { self }

  func isEqual(to other: Wide) -> Mask {
    Mask(a: a == other.a, b: b == other.b, c: c == other.c, d: d == other.d)
  }

  static func any(_ mask: Mask) -> Bool { mask.a || mask.b || mask.c || mask.d }
  static func all(_ mask: Mask) -> Bool { mask.a && mask.b && mask.c && mask.d }

  func isLess(than other: Wide) -> Mask {
    Mask(a: a < other.a, b: b < other.b, c: c < other.c, d: d < other.d)
  }

  static func select(_ mask: Mask, _ yes: Wide, _ no: Wide) -> Wide {
    Wide(
      mask.a ? yes.a : no.a, mask.b ? yes.b : no.b, mask.c ? yes.c : no.c, mask.d ? yes.d : no.d)
  }

  var rounded: Wide { Wide.each { self[$0].rounded(.toNearestOrEven) } }

  static func exponential(_ x: Wide) -> Wide { each { Double.exponential(x[$0]) } }
  static func logarithm(_ x: Wide) -> Wide { each { Double.logarithm(x[$0]) } }
  static func power(_ x: Wide, _ y: Wide) -> Wide { each { Double.power(x[$0], y[$0]) } }
}
