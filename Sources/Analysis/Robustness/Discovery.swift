public import Diagnostics
public import Ensembles
import Language
public import ParkModel
public import Simulation

/// Draws of an ensemble by what is uncertain in them, and those in which a condition holds, or that could
/// not be run: what boxes are found in.
public struct Discovery: Sendable {
  /// What is asked of each draw.
  public enum Question: Sendable {
    case condition(FigureRequest)
    /// Whether it could not be run.
    case failure
  }

  /// What differs between draws.
  public struct Input: Sendable {
    public enum Kind: Sendable {
      /// A distribution of the scenario.
      case parameter(UncertainParameter)
      /// Which share of its like lives longer than a firm.
      case closing
    }
    /// The parameter's name, or that of the firm.
    public let name: String
    public let kind: Kind

    /// Whether it is one of a few values, without an order that counts.
    var isCategory: Bool {
      guard case .parameter(let parameter) = kind else { return false }
      return ["bernoulli", "discrete"].contains(parameter.distribution.row.name)
    }
  }

  /// Those of the data, in their order.
  public let inputs: [Input]
  public let data: BoxData
  /// How many draws are left out because the condition has no value there.
  public let missing: Int
  public let count: Ensemble.Count
  /// What the condition remarks on.
  public let remarks: [Sentence]

  /// Fewer draws say nothing: a twentieth of them would be less than one.
  public static let leastDraws = 20

  /// Throws what stands in the way of all draws, and where `stop` asks.
  public init(
    _ question: Question, _ scenario: Scenario, _ projection: Projection, _ draws: DrawAccess,
    stop: StopSignal
  ) throws(Diagnostic) {
    let answered: Ensemble.Answered
    switch question {
    case .condition(let request):
      answered = try draws.answered(request, scenario, projection, keepsValues: true)
    case .failure: answered = try draws.answers(to: [.whetherItRuns])[0]
    }
    count = answered.count
    remarks = answered.columns.remarks
    let values = answered.columns.column()?.values ?? []
    let run = draws.ensemble.run
    // Which draws are in it, and whether each is of interest.
    var kept: [Int] = []
    var holds: [Bool] = []
    for (draw, value) in values.enumerated() {
      switch question {
      case .condition:
        guard let value else { continue }
        holds.append(value != 0)
      case .failure: holds.append(value == nil)
      }
      kept.append(draw)
    }
    if case .condition = question {
      missing = values.count - kept.count - answered.count.failed
    } else {
      missing = 0
    }
    let all = 0..<values.count
    var inputs: [Input] = []
    var columns: [BoxData.Input] = []
    func add(_ input: Input, _ values: [Double]) {
      let own = kept.count == values.count ? values : kept.map { values[$0] }
      // What is the same in all tells none from another.
      guard let first = own.first, own.contains(where: { $0 != first }) else { return }
      inputs.append(input)
      columns.append(BoxData.Input(own, isCategory: input.isCategory))
    }
    for parameter in run.parameters {
      try stop.check()
      guard let own = run.values(of: parameter.name, in: all) else { continue }
      add(Input(name: parameter.name, kind: .parameter(parameter)), own)
    }
    for (firm, shares) in run.closings(of: all).sorted(by: { $0.key < $1.key }) {
      add(Input(name: firm, kind: .closing), shares)
    }
    self.inputs = inputs
    data = try BoxData(columns, holds: holds, stop: stop)
  }
}

extension DrawQuestion {
  /// What every draw answers that can be run.
  fileprivate static let whetherItRuns = DrawQuestion(key: "whether it runs", keepsValues: true) {
    (_, projection) throws(Diagnostic) in
    guard let answer = DrawAnswer(.scalar(.truth(true)), remarks: []) else {
      throw Diagnostic("no-value", "nothing is answered")
    }
    return answer
  }
}
