import Vectors

// Curves of the model, as the engine has them of one number, with the same bits.

func area(
  _ to: VectorLoops.Row, _ ends: UnsafePointer<VectorLoops.Vector>, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count { to[place] = areaUnder(ends[place], keys, values, keyCount) }
}

func survival(
  _ to: VectorLoops.Row, _ lived: UnsafePointer<VectorLoops.Vector>,
  _ scale: UnsafePointer<VectorLoops.Vector>, _ step: Int, _ before: Double,
  _ keys: UnsafePointer<Double>, _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count {
    to[place] = Numerics.exponential(
      losses(lived[place], scale[place * step], before, keys, values, keyCount))
  }
}

func ramp(
  _ to: VectorLoops.Row, _ ages: UnsafePointer<VectorLoops.Vector>, _ ageStep: Int,
  _ first: UnsafePointer<VectorLoops.Vector>, _ firstStep: Int,
  _ speed: UnsafePointer<VectorLoops.Vector>, _ speedStep: Int, _ count: Int
) {
  for place in 0..<count {
    to[place] = grown(
      ages[place * ageStep], first: first[place * firstStep], speed: speed[place * speedStep])
  }
}

func mean(
  _ to: VectorLoops.Row, _ starts: UnsafePointer<VectorLoops.Vector>, _ startStep: Int,
  _ ends: UnsafePointer<VectorLoops.Vector>, _ endStep: Int,
  _ lengths: UnsafePointer<VectorLoops.Vector>, _ lengthStep: Int, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int, _ count: Int
) {
  for place in 0..<count {
    to[place] = meanOver(
      starts[place * startStep], ends[place * endStep], lengths[place * lengthStep], keys, values,
      keyCount)
  }
}

// MARK: Of one vector

@inline(__always)
func losses(
  _ lived: Vector, _ scale: Vector, _ before: Double, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int
) -> Vector {
  let integral = (areaUnder(lived, keys, values, keyCount) - before) / 12
  return scale * -1 * integral
}

@inline(__always)
func grown(_ age: Vector, first: Vector, speed: Vector) -> Vector {
  let power = Numerics.exponential(speed * -1 * age / 12)
  let grown = Vector(repeating: 1) - (Vector(repeating: 1) - first) * power
  let zero = Vector(repeating: 0)
  return grown.replacing(with: zero, where: age .< zero)
}

@inline(__always)
func meanOver(
  _ start: Vector, _ end: Vector, _ length: Vector, _ keys: UnsafePointer<Double>,
  _ values: UnsafePointer<Double>, _ keyCount: Int
) -> Vector {
  var sum = positive(least(end, keys[0]) - start) / length * values[0]
  for index in 0..<keyCount {
    let key = Vector(repeating: keys[index])
    let low = start.replacing(with: key, where: start .< key)
    let high = index + 1 < keyCount ? least(end, keys[index + 1]) : end
    sum += positive(high - low) / length * values[index]
  }
  return sum
}

@inline(__always)
func areaUnder(
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
