import Quantities
import TestSupport
import Testing
import VectorChoice
import Vectors

/// The loops over vectors: each width of a processor's registers has the bits of one number alone.
@Suite struct VectorLoopTests {
  private typealias Vector = VectorLoops.Vector

  private static let count = 64
  static let widths = VectorWidth.allCases.filter { $0 <= .widest }

  /// Rows of numbers of every size, with those at the edges among them.
  private static func row(_ generator: inout SeededGenerator) -> [Vector] {
    let edges: [Double] = [
      0, -0.0, 1, -1, 0.5, 1.5, 2.5, -2.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, 0x1p52, 0x1p53, 709.8, -745.2, 1e-300, 4_503_599_627_370_495.5,
    ]
    return (0..<count).map { _ in
      var vector = Vector.zero
      for lane in 0..<8 {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: vector[lane] = edges.randomElement(using: &generator) ?? 0
        case 1: vector[lane] = Double.random(in: -3...3, using: &generator)
        case 2: vector[lane] = Double.random(in: 0...1e15, using: &generator).rounded() / 100
        default:
          vector[lane] = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator))
        }
      }
      return vector
    }
  }

  /// What a loop makes of rows; the first beside the first, or the first throughout beside each.
  private static func result(
    _ a: [Vector], _ b: [Vector], aStep: Int = 1, bStep: Int = 1, begin: [Vector]? = nil,
    _ body: (VectorLoops.Row, UnsafePointer<Vector>, UnsafePointer<Vector>) -> Void
  ) -> [Vector] {
    var result = begin ?? Array(repeating: Vector.zero, count: count)
    result.withUnsafeMutableBufferPointer { to in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          if let to = to.baseAddress, let a = a.baseAddress, let b = b.baseAddress {
            body(to, a, b)
          }
        }
      }
    }
    return result
  }

  private static func areSame(_ x: Double, _ y: Double) -> Bool {
    x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
  }

  private func compare(
    _ name: String, _ found: [Vector], _ expected: (Int, Int) -> Double, _ width: VectorWidth
  ) {
    for place in found.indices {
      for lane in 0..<8 {
        let value = expected(place, lane)
        #expect(
          VectorLoopTests.areSame(found[place][lane], value),
          "\(name), \(width), \(place) \(lane): \(found[place][lane]) for \(value)")
      }
    }
  }

  @Test("every width has the bits of one number alone", arguments: widths)
  func bits(width: VectorWidth) throws {
    let loops = try #require(VectorLoops.loops(of: width))
    var generator = SeededGenerator(seed: 11)
    let a = VectorLoopTests.row(&generator)
    let b = VectorLoopTests.row(&generator)
    let c = VectorLoopTests.row(&generator)
    let count = VectorLoopTests.count
    let binaries: [(String, VectorLoops.Binary, (Double, Double) -> Double)] = [
      ("add", loops.add, { $0 + $1 }), ("subtract", loops.subtract, { $0 - $1 }),
      ("multiply", loops.multiply, { $0 * $1 }), ("divide", loops.divide, { $0 / $1 }),
      ("maximum", loops.maximum, { $0 < $1 ? $1 : $0 }),
      ("minimum", loops.minimum, { $1 < $0 ? $1 : $0 }),
      ("power", loops.power, { Numerics.power($0, $1) }),
    ]
    for (name, loop, one) in binaries {
      for (aStep, bStep) in [(1, 1), (0, 1), (1, 0)] {
        let found = VectorLoopTests.result(a, b) { loop($0, $1, aStep, $2, bStep, count) }
        compare(name, found, { one(a[$0 * aStep][$1], b[$0 * bStep][$1]) }, width)
      }
    }
    for (aStep, bStep) in [(1, 1), (0, 1), (1, 0)] {
      let sums = VectorLoopTests.result(a, b, begin: c) {
        loops.addProduct($0, $0, 1, $1, aStep, $2, bStep, count)
      }
      compare(
        "addProduct", sums, { c[$0][$1] + a[$0 * aStep][$1] * b[$0 * bStep][$1] }, width)
      let others = VectorLoopTests.result(a, b) {
        loops.addProduct($0, $2, bStep, $1, aStep, $1, 1, count)
      }
      compare(
        "addProduct", others, { b[$0 * bStep][$1] + a[$0 * aStep][$1] * a[$0][$1] }, width)
    }
    let unaries: [(String, VectorLoops.Unary, (Double) -> Double)] = [
      ("rounded", loops.rounded, { $0.rounded(.toNearestOrEven) }),
      ("exponential", loops.exponential, { Numerics.exponential($0) }),
      ("logarithm", loops.logarithm, { Numerics.logarithm($0) }),
    ]
    for (name, loop, one) in unaries {
      let found = VectorLoopTests.result(a, b) { to, a, _ in loop(to, a, count) }
      compare(name, found, { one(a[$0][$1]) }, width)
    }
  }

  @Test("sums, payments and amounts have the bits of one number alone", arguments: widths)
  func amounts(width: VectorWidth) throws {
    let loops = try #require(VectorLoops.loops(of: width))
    var generator = SeededGenerator(seed: 13)
    let rows = (0..<5).map { _ in VectorLoopTests.row(&generator) }
    let (a, b, c) = (rows[0], rows[1], rows[2])
    let count = VectorLoopTests.count
    func positive(_ x: Double) -> Double { x < 0 ? 0 : x }
    let product = VectorLoopTests.result(a, b) { loops.positiveProduct($0, $1, 1, $2, 1, count) }
    compare("positiveProduct", product, { positive(a[$0][$1]) * b[$0][$1] }, width)
    var left = a
    let paid = left.withUnsafeMutableBufferPointer { left in
      VectorLoopTests.result(b, c) { to, b, c in
        guard let left = left.baseAddress else { return }
        loops.pay(to, left, b, 1, c, 0, b, 0, count)
      }
    }
    compare(
      "pay", paid, { positive(b[$0][$1] - c[0][$1] - b[0][$1]) }, width)
    compare(
      "left", left, { positive(c[0][$1] + b[0][$1] - b[$0][$1]) }, width)
    // Seven sums: two at once, and the last by itself.
    let factors = (0..<7 * rows.count).map { _ in Double.random(in: -2...2, using: &generator) }
    var sums = (0..<7).map { _ in VectorLoopTests.row(&generator) }
    let before = sums
    var targets: [VectorLoops.Row] = sums.map { row in
      let target = VectorLoops.Row.allocate(capacity: count)
      target.initialize(from: row, count: count)
      return target
    }
    let sources: [UnsafePointer<Vector>] = rows.map { row in
      let source = VectorLoops.Row.allocate(capacity: count)
      source.initialize(from: row, count: count)
      return UnsafePointer(source)
    }
    defer {
      for target in targets { target.deallocate() }
      for source in sources { source.deallocate() }
    }
    // The last vectors stand alone.
    loops.weigh(&targets, targets.count, sources, sources.count, factors, count - 3)
    for sum in sums.indices {
      sums[sum] = (0..<count).map { targets[sum][$0] }
      compare(
        "weigh", sums[sum],
        { place, lane in
          guard place < count - 3 else { return before[sum][place][lane] }
          return rows.indices.reduce(before[sum][place][lane]) { total, row in
            total + rows[row][place][lane] * factors[sum * rows.count + row]
          }
        }, width)
    }
    // One amount past the limit is seen, wherever it stands.
    let yuan = (0..<count).map { place in
      Vector(repeating: Double(place) * 1234.565 - 40_000)
    }
    let half = [Vector(repeating: 0.5)]
    for (limit, most, isWithin) in [
      (60_000.0, 1e12, true), (59_999.0, 1e12, false), (60_000.0, 11_959_999, false),
    ] {
      var said = !isWithin
      let sum = VectorLoopTests.result(yuan, half, begin: yuan) { to, yuan, half in
        said = loops.addFen(to, yuan, 1, yuan, 1, half, 0, -2, limit, most, count)
      }
      #expect(said == isWithin, "\(limit), \(most)")
      compare(
        "addFen", sum,
        { place, lane in
          let one = yuan[place][lane]
          return one - 2 * ((one + one * 0.5) * 100).rounded(.toNearestOrEven)
        }, width)
    }
    var last = yuan
    last[count - 1][7] = 50_000
    for (row, isWithin) in [(yuan, true), (last, false)] {
      var said = !isWithin
      let sum = VectorLoopTests.result(row, row, begin: yuan) { to, row, _ in
        said = loops.addWithin(to, row, 1, 80_000, count)
      }
      #expect(said == isWithin)
      compare("addWithin", sum, { yuan[$0][$1] + row[$0][$1] }, width)
    }
  }

  @Test("areas, levies and limits have the bits of one number alone", arguments: widths)
  func levies(width: VectorWidth) throws {
    let loops = try #require(VectorLoops.loops(of: width))
    var generator = SeededGenerator(seed: 14)
    let (a, b) = (VectorLoopTests.row(&generator), VectorLoopTests.row(&generator))
    let count = VectorLoopTests.count
    let levy = VectorLoopTests.result(a, b) {
      loops.levy($0, $1, 1, $2, 1, $1, 0, $2, 0, $1, 1, count)
    }
    compare(
      "levy", levy,
      { place, lane in
        let (x, y) = (a[place][lane], b[place][lane])
        let base = x * y * a[0][lane]
        return (base < 0 ? 0 : base) * b[0][lane] * x
      }, width)
    let difference = VectorLoopTests.result(a, b) {
      loops.subtractProduct($0, $1, 1, $2, 0, $1, 1, count)
    }
    compare(
      "subtractProduct", difference, { a[$0][$1] - b[0][$1] * a[$0][$1] }, width)
    let ends = (0..<count).map { Vector(repeating: Double($0) * 2.25 - 10) }
    let (keys, values) = ([12.0, 24, 60], [0.5, -0.25, 3])
    func area(to end: Double) -> Double {
      var area = min(end, 12) * 0.5
      area += min(max(end - 12, 0), 12) * 0.5
      area += min(max(end - 24, 0), 36) * -0.25
      return area + max(end - 60, 0) * 3
    }
    let areas = VectorLoopTests.result(ends, ends) { to, ends, _ in
      loops.area(to, ends, keys, values, keys.count, count)
    }
    compare(
      "area", areas,
      { area(to: ends[$0][$1]) }, width)
    let scale = (0..<count).map { Vector(repeating: 0.5 + Double($0) / 40) }
    let living = VectorLoopTests.result(ends, scale) { to, ends, scale in
      loops.survival(to, ends, scale, 1, 0.75, keys, values, keys.count, count)
    }
    compare(
      "survival", living,
      { Numerics.exponential(-1 * scale[$0][$1] * ((area(to: ends[$0][$1]) - 0.75) / 12)) }, width)
    let grown = VectorLoopTests.result(ends, scale) { to, ends, scale in
      loops.ramp(to, ends, 1, scale, 0, scale, 1, count)
    }
    compare(
      "ramp", grown,
      { place, lane in
        let age = ends[place][lane]
        let missing =
          (1 - scale[0][lane]) * Numerics.exponential(-1 * scale[place][lane] * age / 12)
        return age < 0 ? 0 : 1 - missing
      }, width)
    let means = VectorLoopTests.result(ends, scale) { to, ends, length in
      loops.mean(to, ends, 1, ends + 20, 0, length, 1, keys, values, keys.count, count)
    }
    compare(
      "mean", means,
      { place, lane in
        let (start, end) = (ends[place][lane], ends[20][lane])
        func part(_ low: Double, _ high: Double) -> Double {
          max(high - low, 0) / scale[place][lane]
        }
        var mean = part(start, min(end, 12)) * 0.5
        mean += part(max(start, 12), min(end, 24)) * 0.5
        mean += part(max(start, 24), min(end, 60)) * -0.25
        return mean + part(max(start, 60), end) * 3
      }, width)
    for (limit, isWithin) in [(131.75, true), (131.5, false)] {
      let said = ends.withUnsafeBufferPointer { ends -> Bool? in
        guard let row = ends.baseAddress else { return nil }
        return loops.areWithin([row, row], 2, limit, count)
      }
      #expect(said == isWithin)
    }
  }

  @Test("what is compared is said of each lane, and of all", arguments: widths)
  func comparisons(width: VectorWidth) throws {
    let loops = try #require(VectorLoops.loops(of: width))
    var generator = SeededGenerator(seed: 12)
    let a = VectorLoopTests.row(&generator)
    let b = VectorLoopTests.row(&generator)
    let count = VectorLoopTests.count
    func bits(_ holds: Bool) -> Double { holds ? Double(bitPattern: .max) : 0 }
    let comparisons: [(String, VectorLoops.Comparison, (Double, Double) -> Bool)] = [
      ("less", loops.less, { $0 < $1 }), ("equal", loops.equal, { $0 == $1 }),
      ("within", loops.within, { $0.magnitude <= $1 }),
    ]
    for (name, loop, one) in comparisons {
      var agreement = VectorLoops.Agreement.none
      let found = VectorLoopTests.result(a, b) { agreement = loop($0, $1, 1, $2, 1, count) }
      compare(name, found, { bits(one(a[$0][$1], b[$0][$1])) }, width)
      #expect(agreement == .some)
      let chosen = VectorLoopTests.result(a, b) { to, a, b in
        found.withUnsafeBufferPointer { mask in
          if let mask = mask.baseAddress { loops.select(to, mask, a, 1, b, 0, count) }
        }
      }
      compare("select", chosen, { one(a[$0][$1], b[$0][$1]) ? a[$0][$1] : b[0][$1] }, width)
    }
    // One lane that differs, wherever it stands, is seen.
    let plain = Array(repeating: Vector(repeating: 2), count: count)
    for lane in 0..<8 * count {
      var other = plain
      other[lane / 8][lane % 8] = 3
      let cases: [([Vector], Bool, VectorLoops.Agreement, VectorLoops.Agreement)] = [
        (plain, true, .all, .none), (other, false, .some, .some),
      ]
      for (row, alike, equal, less) in cases where lane == 0 || !alike {
        _ = VectorLoopTests.result(row, plain) { to, a, b in
          #expect(loops.areAlike(a, count) == alike)
          #expect(loops.equal(to, a, 1, b, 1, count) == equal)
          #expect(loops.less(to, b, 1, a, 1, count) == less)
        }
      }
    }
  }
}
