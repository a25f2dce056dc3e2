import Quantities
import Vectors

extension DrawLanes {
  @inline(__always)
  private static func combine(
    _ a: DrawLanes, _ b: DrawLanes, _ kind: ColumnInstruction.Kind,
    _ one: (Double, Double) -> Double, _ many: VectorLoops.Binary
  ) -> DrawLanes {
    if a.isUniform, b.isUniform { return DrawLanes(one(a.value, b.value)) }
    let result = LaneBuffer()
    a.row { x, xStep in
      b.row { y, yStep in many(result.base, x, xStep, y, yStep, LaneBuffer.vectors) }
    }
    RunRecorder.current?.note(kind, result, a, b)
    return DrawLanes(result)
  }

  static func + (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    if b.isNought { return a }
    return a.isNought ? b : combine(a, b, .add, +, loops.add)
  }
  static func - (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    b.isNought ? a : combine(a, b, .subtract, -, loops.subtract)
  }
  static func * (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    if b.isOne { return a }
    return a.isOne ? b : combine(a, b, .multiply, *, loops.multiply)
  }
  static func / (a: DrawLanes, b: DrawLanes) -> DrawLanes {
    b.isOne ? a : combine(a, b, .divide, /, loops.divide)
  }

  /// Whether it is known to be 1, by which nothing changes.
  private var isOne: Bool { isUniform && value == 1 }

  /// Whether it is known to be nought, which adds nothing.
  private var isNought: Bool { isUniform && value == 0 }

  func positive(times factor: DrawLanes) -> DrawLanes {
    DrawLanes.combine(
      self, factor, .positiveProduct, { ($0 < 0 ? 0 : $0) * $1 }, DrawLanes.loops.positiveProduct)
  }

  func maximum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(self, other, .maximum, { $0 < $1 ? $1 : $0 }, DrawLanes.loops.maximum)
  }
  func minimum(_ other: DrawLanes) -> DrawLanes {
    DrawLanes.combine(self, other, .minimum, { $1 < $0 ? $1 : $0 }, DrawLanes.loops.minimum)
  }

  static func power(_ x: DrawLanes, _ y: DrawLanes) -> DrawLanes {
    combine(x, y, .power, { Numerics.power($0, $1) }, loops.power)
  }

  static func += (a: inout DrawLanes, b: DrawLanes) {
    if b.isNought { return }
    if a.isNought {
      a = b
      return
    }
    guard let own = a.uniqueBuffer() else {
      a = a + b
      return
    }
    b.row { y, yStep in loops.add(own.base, own.base, 1, y, yStep, LaneBuffer.vectors) }
    RunRecorder.current?.note(.add, own, a, b)
  }

  // MARK: Products

  mutating func add(_ a: DrawLanes, times b: DrawLanes) {
    if a.isNought || b.isNought { return }
    guard !a.isUniform || !b.isUniform else {
      self += DrawLanes(a.value * b.value)
      return
    }
    combine(a, b, .addProduct, DrawLanes.loops.addProduct)
  }

  mutating func subtract(_ a: DrawLanes, times b: DrawLanes) {
    if a.isNought || b.isNought { return }
    guard !a.isUniform || !b.isUniform else {
      self = self - DrawLanes(a.value * b.value)
      return
    }
    combine(a, b, .subtractProduct, DrawLanes.loops.subtractProduct)
  }

  /// Itself with two others, in its own column where nobody else has it.
  private mutating func combine(
    _ a: DrawLanes, _ b: DrawLanes, _ kind: ColumnInstruction.Kind, _ loop: VectorLoops.Ternary
  ) {
    let result = uniqueBuffer() ?? LaneBuffer()
    row { sum, sumStep in
      a.row { x, xStep in
        b.row { y, yStep in
          loop(
            result.base, sum, sumStep, x, xStep, y, yStep, LaneBuffer.vectors)
        }
      }
    }
    RunRecorder.current?.note(kind, result, self, a, b)
    if result !== buffer { self = DrawLanes(result) }
  }

  // MARK: Functions

  private func map(
    _ kind: ColumnInstruction.Kind, _ one: (Double) -> Double, _ many: VectorLoops.Unary
  ) -> DrawLanes {
    guard let buffer else { return DrawLanes(one(value)) }
    let result = LaneBuffer()
    many(result.base, buffer.base, LaneBuffer.vectors)
    if let recorder = RunRecorder.current {
      recorder.note(kind, result, recorder.operand(buffer))
    }
    return DrawLanes(result)
  }

  var rounded: DrawLanes {
    map(.rounded, { $0.rounded(.toNearestOrEven) }, DrawLanes.loops.rounded)
  }
  static func exponential(_ x: DrawLanes) -> DrawLanes {
    x.map(.exponential, { Numerics.exponential($0) }, loops.exponential)
  }
  static func logarithm(_ x: DrawLanes) -> DrawLanes {
    x.map(.logarithm, { Numerics.logarithm($0) }, loops.logarithm)
  }

  static func each(
    of numbers: [DrawLanes], makes count: Int, _ body: @escaping @Sendable ([Double]) -> [Double]
  ) -> [DrawLanes] {
    if numbers.allSatisfy(\.isUniform) { return body(numbers.map(\.value)).map { DrawLanes($0) } }
    let results = (0..<count).map { _ in LaneBuffer() }
    for lane in 0..<LaneBuffer.width {
      let given = numbers.map { $0.buffer?.numbers[lane] ?? $0.value }
      for (place, value) in body(given).enumerated() { results[place].numbers[lane] = value }
    }
    if let recorder = RunRecorder.current {
      recorder.call(results, numbers.map(recorder.operand), body)
    }
    return results.map { DrawLanes($0).settled }
  }
}
