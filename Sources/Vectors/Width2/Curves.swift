import Vectors

// Curves of the model, as the engine has them of one number, with the same bits.

private typealias Vector = VectorLoops.Vector

func area(
  _ to: VectorLoops.Row, _ ends: UnsafePointer<VectorLoops.Vector>, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count { to[place] = area(ends[place], keys, values, keyCount) }
}

func survival(
  _ to: VectorLoops.Row, _ lived: UnsafePointer<VectorLoops.Vector>,
  _ scale: UnsafePointer<VectorLoops.Vector>, _ step: Int, _ before: Double,
  _ keys: UnsafePointer<Double>, _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count {
    let integral = (area(lived[place], keys, values, keyCount) - before) / 12
    to[place] = Numerics.exponential(scale[place * step] * -1 * integral)
  }
}

func ramp(
  _ to: VectorLoops.Row, _ ages: UnsafePointer<VectorLoops.Vector>, _ ageStep: Int,
  _ first: UnsafePointer<VectorLoops.Vector>, _ firstStep: Int,
  _ speed: UnsafePointer<VectorLoops.Vector>, _ speedStep: Int, _ count: Int
) {
  for place in 0..<count {
    let age = ages[place * ageStep]
    let power = Numerics.exponential(speed[place * speedStep] * -1 * age / 12)
    let grown = Vector(repeating: 1) - (Vector(repeating: 1) - first[place * firstStep]) * power
    let zero = Vector(repeating: 0)
    to[place] = grown.replacing(with: zero, where: age .< zero)
  }
}

func mean(
  _ to: VectorLoops.Row, _ starts: UnsafePointer<VectorLoops.Vector>, _ startStep: Int,
  _ ends: UnsafePointer<VectorLoops.Vector>, _ endStep: Int,
  _ lengths: UnsafePointer<VectorLoops.Vector>, _ lengthStep: Int, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count {
    let start = starts[place * startStep]
    let end = ends[place * endStep]
    let length = lengths[place * lengthStep]
    var sum = positive(least(end, keys[0]) - start) / length * values[0]
    for index in 0..<keyCount {
      let key = Vector(repeating: keys[index])
      let low = start.replacing(with: key, where: start .< key)
      let high = index + 1 < keyCount ? least(end, keys[index + 1]) : end
      sum += positive(high - low) / length * values[index]
    }
    to[place] = sum
  }
}

@inline(__always)
private func area(
  _ end: Vector, _ keys: UnsafePointer<Double>, _ values: UnsafePointer<Double>, _ keyCount: Int
) -> Vector {
  var sum = least(end, keys[0]) * values[0]
  for index in 0..<keyCount {
    var part = positive(end - keys[index])
    if index + 1 < keyCount { part = least(part, keys[index + 1] - keys[index]) }
    sum += part * values[index]
  }
  return sum
}

@inline(__always)
private func least(_ x: Vector, _ most: Double) -> Vector {
  let limit = Vector(repeating: most)
  return x.replacing(with: limit, where: limit .< x)
}
