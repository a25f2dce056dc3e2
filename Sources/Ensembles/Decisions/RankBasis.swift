/// Orthonormal columns of an input: one, itself, and the polynomials of its rank to the fifth. Columns
/// that say nothing new are left out, so an input of three values has three.
struct RankBasis {
  /// By column and future.
  private(set) var columns: [[Double]] = []

  private static let degree = 5
  /// What is left of a column has to be more than this part of it.
  private static let least = 1e-6

  /// Nil where the input is the same throughout.
  init?(_ input: [Double]) {
    let count = Double(input.count)
    guard let low = input.min(), let high = input.max(), low < high else { return nil }
    let ranks = RankCorrelation.ranks(input).map { (2 * $0 - count - 1) / count }
    add([Double](repeating: 1, count: input.count))
    add(input.map { ($0 - low) / (high - low) * 2 - 1 })
    // Legendre's polynomials, which hardly differ from orthogonal columns here.
    var (before, power) = ([Double](repeating: 1, count: ranks.count), ranks)
    for degree in 1...RankBasis.degree {
      add(power)
      let n = Double(degree)
      let next = ranks.indices.map { index in
        ((2 * n + 1) * ranks[index] * power[index] - n * before[index]) / (n + 1)
      }
      (before, power) = (power, next)
    }
  }

  /// Adds what is new of a column (Gram and Schmidt, twice for the digits).
  private mutating func add(_ column: [Double]) {
    var rest = column
    let whole = RankBasis.product(rest, rest)
    for _ in 0..<2 {
      for known in columns {
        let share = RankBasis.product(known, rest)
        for index in rest.indices { rest[index] -= share * known[index] }
      }
    }
    let left = RankBasis.product(rest, rest)
    guard left > whole * RankBasis.least * RankBasis.least, left > 0 else { return }
    let size = left.squareRoot()
    columns.append(rest.map { $0 / size })
  }

  /// The values of the curve that comes nearest, by least squares.
  func fitted(to values: [Double]) -> [Double] {
    var curve = [Double](repeating: 0, count: values.count)
    for column in columns {
      let share = RankBasis.product(column, values)
      for index in curve.indices { curve[index] += share * column[index] }
    }
    return curve
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
