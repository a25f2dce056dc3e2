import Analysis
import Diagnostics
import Testing

/// Least squares in a box, beside `scipy.optimize.least_squares` (1.x, `method="trf"`, tolerances 1e-15),
/// asked for the same functions between the same ends.
@Suite struct LeastSquaresTests {
  /// a·e^(-b·t) + c at t = 0, 0.5, … 3.5, as shares of what was seen.
  private static let seen = [2.95, 2.10, 1.61, 1.22, 1.05, 0.88, 0.83, 0.76]

  /// e^x as the sum of its series, so that the test asks nobody else.
  private static func exponential(_ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for index in 1..<60 {
      term *= x / Double(index)
      sum += term
    }
    return sum
  }

  private static func decay(_ low: [Double], _ high: [Double]) throws -> (
    point: [Double], cost: Double
  ) {
    let found = try LeastSquares(from: [0.5, 0.5, 0.5]) { (share: [Double]) -> [Double]? in
      let p = share.indices.map { low[$0] + share[$0] * (high[$0] - low[$0]) }
      return seen.enumerated().map { index, value in
        (p[0] * exponential(-p[1] * 0.5 * Double(index)) + p[2] - value) / value
      }
    }
    let end = try #require(found)
    return (end.point.indices.map { low[$0] + end.point[$0] * (high[$0] - low[$0]) }, end.cost)
  }

  @Test("three numbers of a curve are those that scipy finds") func free() throws {
    let (point, cost) = try LeastSquaresTests.decay([0, 0, 0], [5, 3, 2])
    for (own, other) in zip(point, [2.2809058396392174, 0.9228920496438652, 0.6724921840450079]) {
      #expect((own - other).magnitude < 1e-6, "\(own) for \(other)")
    }
    #expect((cost - 0.0009300748891715096).magnitude < 1e-12)
  }

  @Test("at the end of a range the others settle as they do for scipy") func bound() throws {
    let (point, cost) = try LeastSquaresTests.decay([0, 0, 0.8], [5, 3, 2])
    for (own, other) in zip(point, [2.263113084709783, 1.1562127700215241, 0.8]) {
      #expect((own - other).magnitude < 1e-6, "\(own) for \(other)")
    }
    #expect((cost - 0.011152679964961871).magnitude < 1e-12)
  }

  @Test("a bent valley is followed to the wall of the box") func valley() throws {
    // Rosenbrock's, x from -2 to 0.5, y from -2 to 2: by hand x = 0.5, y = x².
    let found = try LeastSquares(from: [0.2, 0.8]) { (share: [Double]) -> [Double]? in
      let (x, y) = (-2 + 2.5 * share[0], -2 + 4 * share[1])
      return [10 * (y - x * x), 1 - x]
    }
    let end = try #require(found)
    #expect((-2 + 2.5 * end.point[0] - 0.5).magnitude < 1e-7)
    #expect((-2 + 4 * end.point[1] - 0.25).magnitude < 1e-7)
    #expect((end.cost - 0.125).magnitude < 1e-9)
  }

  @Test("where there is no value it steps back, and without a start there is none") func holes()
    throws
  {
    let found = try LeastSquares(from: [0.9]) { (share: [Double]) -> [Double]? in
      share[0] < 0.3 ? nil : [share[0] - 0.31]
    }
    let end = try #require(found)
    #expect((end.point[0] - 0.31).magnitude < 1e-8)
    #expect(try LeastSquares(from: [0.1]) { (_: [Double]) -> [Double]? in nil } == nil)
  }
}
