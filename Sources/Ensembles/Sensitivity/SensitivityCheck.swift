import Glibc

/// Two functions whose Sobol' indices are known in closed form, against which the estimators are held:
/// in the tests, and by whoever types `parkline ensemble --self-check`.
public struct SensitivityCheck: Sendable {
  /// A function of numbers from 0 to 1, and what is known of it.
  public struct Function: Sendable {
    public let name: String
    /// First-order and total index of each input.
    public let exact: [(first: Double, total: Double)]
    public let value: @Sendable ([Double]) -> Double

    /// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ for numbers from -π to π (Ishigami and Homma, 1990): the third
    /// input acts by its interaction alone.
    public static let ishigami = {
      let (a, b) = (7.0, 0.1)
      let fourth = Double.pi * .pi * .pi * .pi
      let first = (1 + b * fourth / 5) * (1 + b * fourth / 5) / 2
      let second = a * a / 8
      let both = 8 * b * b * fourth * fourth / 225
      let all = first + second + both
      return Function(
        name: "Ishigami",
        exact: [
          (first / all, (first + both) / all), (second / all, second / all), (0, both / all),
        ],
        value: { u in
          let x = u.map { (2 * $0 - 1) * .pi }
          let sine = sin(x[1])
          return sin(x[0]) * (1 + b * x[2] * x[2] * x[2] * x[2]) + a * sine * sine
        })
    }()

    /// The product of (|4 x - 2| + a) / (1 + a) over inputs whose a is 0, 1, 4.5, 9 and 99 (Sobol' 1993):
    /// from one that matters most to one that hardly does.
    public static let sobolG = {
      let weights = [0, 1, 4.5, 9, 99]
      let variances = weights.map { 1 / (3 * (1 + $0) * (1 + $0)) }
      let product = variances.reduce(1) { $0 * (1 + $1) }
      return Function(
        name: "Sobol' G",
        exact: variances.map { variance in
          (variance / (product - 1), variance * product / (1 + variance) / (product - 1))
        },
        value: { u in
          zip(u, weights).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
        })
    }()

    public static let all = [ishigami, sobolG]
  }

  /// An index of an input of a function.
  public struct Row: Sendable {
    public let function: String
    /// From 1 on.
    public let input: Int
    public let isTotal: Bool
    public let estimate: Estimate
    public let exact: Double

    /// Whether the two are at most four standard errors apart, and a hundredth of a hundredth.
    public var holds: Bool {
      let error = (estimate.high - estimate.low) / 3.92
      return abs(estimate.value - exact) <= 4 * error + 1e-4
    }
  }

  public let rows: [Row]

  public var holds: Bool { !rows.isEmpty && rows.allSatisfy(\.holds) }

  /// Works all functions out.
  ///
  /// - Parameter uniforms: independent numbers from 0 to 1 for each name, as many as there are rows.
  public init(
    rows count: Int, seed: UInt64, uniforms: (_ name: String, _ draws: Range<Int>) -> [Double]
  ) {
    var rows: [Row] = []
    for function in Function.all {
      let design = SaltelliDesign(rows: count, inputs: function.exact.count)
      func sample(_ name: String) -> [[Double]] {
        (0..<design.inputs).map { uniforms("\(function.name).\($0 + 1).\(name)", 0..<count) }
      }
      let (a, b) = (sample("a"), sample("b"))
      let values = (0..<design.count).map { run in
        let (row, sample) = design[run]
        return function.value(design.point(row, sample, a: a, b: b))
      }
      guard let found = SobolIndices(values, of: design, seed: seed) else { continue }
      for (input, (index, exact)) in zip(found.indices, function.exact).enumerated() {
        for isTotal in [false, true] {
          rows.append(
            Row(
              function: function.name, input: input + 1, isTotal: isTotal,
              estimate: isTotal ? index.total : index.first,
              exact: isTotal ? exact.total : exact.first))
        }
      }
    }
    self.rows = rows
  }
}
