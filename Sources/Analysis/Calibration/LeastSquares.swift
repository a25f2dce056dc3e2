public import Diagnostics

/// Least squares within a box: the numbers between 0 and 1 at which the squares of some residuals are
/// least in sum, by the method of Levenberg and Marquardt with differences for derivatives.
///
/// A number at an end of its range, where the slope leads on outside, stays there while the others move.
/// Deterministic: the same function gives the same numbers.
public struct LeastSquares: Sendable {
  /// Where it ended.
  public private(set) var point: [Double]
  public private(set) var residuals: [Double]
  /// The slopes of the residuals there, by residual and number.
  public private(set) var slopes: [[Double]]
  /// How many times the function was asked.
  public private(set) var asked = 0

  /// Half of the step over which a slope is measured.
  private static let span = 1e-4
  private static let mostRounds = 60
  /// A step shorter than this, a slope flatter than this: there is nothing more to find.
  private static let least = 1e-9

  /// `function` is nil where it has no value; such a point is stepped back from. Nil where it has none
  /// at the start.
  public init?(
    from start: [Double], _ function: ([Double]) throws(Diagnostic) -> [Double]?
  ) throws(Diagnostic) {
    point = start
    guard let first = try function(start) else { return nil }
    residuals = first
    slopes = []
    asked = 1
    var damping = 1e-3
    for _ in 0..<LeastSquares.mostRounds {
      slopes = try measuredSlopes(function)
      guard try step(&damping, function) else { return }
    }
    slopes = try measuredSlopes(function)
  }

  /// Half the sum of squares.
  public var cost: Double { LeastSquares.cost(residuals) }

  private static func cost(_ residuals: [Double]) -> Double {
    residuals.reduce(0) { $0 + $1 * $1 } / 2
  }

  /// Goes one step down; false where there is none to go.
  private mutating func step(
    _ damping: inout Double, _ function: ([Double]) throws(Diagnostic) -> [Double]?
  ) throws(Diagnostic) -> Bool {
    let count = point.count
    let gradient = (0..<count).map { column in
      residuals.indices.reduce(0) { $0 + slopes[$1][column] * residuals[$1] }
    }
    let free = (0..<count).filter { index in
      !(point[index] <= 0 && gradient[index] > 0) && !(point[index] >= 1 && gradient[index] < 0)
    }
    guard free.contains(where: { gradient[$0].magnitude > 1e-14 }) else { return false }
    let products = SymmetricMatrix(ofColumns: free, in: slopes)
    while damping < 1e14 {
      var damped = products
      for index in free.indices {
        damped[index, index] += damping * max(products[index, index], 1e-12)
      }
      guard let move = damped.solved(free.map { -gradient[$0] }) else {
        damping *= 10
        continue
      }
      var trial = point
      for (index, place) in free.enumerated() {
        trial[place] = min(max(point[place] + move[index], 0), 1)
      }
      let length = zip(trial, point).map { ($0 - $1).magnitude }.max() ?? 0
      guard length > LeastSquares.least else { return false }
      asked += 1
      if let found = try function(trial), LeastSquares.cost(found) < cost {
        let gain = cost - LeastSquares.cost(found)
        let isDone = gain <= cost * 1e-12
        (point, residuals) = (trial, found)
        damping = max(damping / 10, 1e-12)
        if isDone { slopes = try measuredSlopes(function) }
        return !isDone
      }
      damping *= 10
    }
    return false
  }

  /// Differences around the point, on one side where the other lies outside.
  private mutating func measuredSlopes(
    _ function: ([Double]) throws(Diagnostic) -> [Double]?
  ) throws(Diagnostic) -> [[Double]] {
    var found = residuals.map { _ in [Double](repeating: 0, count: point.count) }
    for column in point.indices {
      var (low, high) = (point, point)
      low[column] = max(0, point[column] - LeastSquares.span)
      high[column] = min(1, point[column] + LeastSquares.span)
      asked += 2
      let below = try function(low)
      let above = try function(high)
      let (from, to) = (below ?? residuals, above ?? residuals)
      let width =
        (above == nil ? point : high)[column] - (below == nil ? point : low)[column]
      guard width > 0 else { continue }
      for row in residuals.indices { found[row][column] = (to[row] - from[row]) / width }
    }
    return found
  }
}
