public import Diagnostics
public import Ensembles
import Language
public import ParkModel
public import Simulation

/// A figure of one value as a question of what it hangs on: what it is at a point of the uncertain
/// parameters.
public struct PointFigure: Sendable {
  public let run: EnsembleRun
  private let question: DrawQuestion

  /// `projection` is the plain run. Throws what no point has, such as a period outside the scenario.
  public init(
    _ request: FigureRequest, _ scenario: Scenario, _ projection: Projection,
    _ settings: EnsembleSettings?, stop: StopSignal
  ) throws(Diagnostic) {
    // One range moves at a time: firms count by their chance, and do not live or leave by lot.
    var settings = settings ?? EnsembleSettings()
    settings.hasRandomClosures = false
    run = try EnsembleRun(scenario, settings, central: projection, stop: stop)
    let context = FigureContext(scenario, projection, perStep: false)
    question = context.question(request.expression, request.source)
    _ = try Evaluator(source: request.source, context: context).outcome(request.expression)
  }

  /// The figure at each of some points, in the unit of the first; nil where it has none there.
  public func values(
    at points: [[String: Double]], threads: Int, stop: StopSignal
  ) throws(Diagnostic) -> DrawColumns {
    let question = question
    let replies = run.results(at: points, threads: threads, stop: stop) {
      (draw: DrawRun) -> Result<DrawAnswer, Diagnostic> in
      do throws(Diagnostic) {
        return .success(try question.ask(draw, try draw.result.get()))
      } catch {
        return .failure(error)
      }
    }
    try stop.check()
    var columns = DrawColumns(addsUp: false, memory: 1 << 20, keepsValues: true)
    for (index, reply) in replies.enumerated() {
      switch reply {
      case .success(let answer): columns.add(answer, draw: index)
      case .failure(let problem): columns.addFailure(problem.message.text, draw: index)
      }
    }
    return columns
  }
}

/// What each uncertain parameter by itself does to a figure, at the values that 5 % and 95 % of its
/// draws do not exceed, and how the figure goes with it over the draws of an ensemble.
public struct ParameterTornado: Sendable {
  public let tornado: Tornado
  /// The parameters in the order of the tornado's bars.
  public let parameters: [UncertainParameter]
  /// Rank correlations in the same order; nil without an ensemble, and where nothing varies.
  public let correlations: [Double?]
  /// What the figure is in.
  public let columns: DrawColumns

  public init(
    _ figure: PointFigure, drawn: Ensemble.Answered?, threads: Int, stop: StopSignal
  ) throws(Diagnostic) {
    let all = figure.run.parameters
    let inputs = all.map { parameter in
      let inverse = parameter.distribution.inverse
      return Tornado.Input(name: parameter.name, low: inverse(0.05), high: inverse(0.95))
    }
    let points: [[String: Double]] =
      [[:]] + inputs.flatMap { [[$0.name: $0.low], [$0.name: $0.high]] }
    columns = try figure.values(at: points, threads: threads, stop: stop)
    let values = columns.column()?.values ?? points.map { _ in nil }
    let tornado = Tornado(inputs) { (place: (index: Int, value: Double)?) -> Double? in
      guard let place else { return values[0] }
      let isLow = place.value == inputs[place.index].low
      return values[1 + 2 * place.index + (isLow ? 0 : 1)]
    }
    self.tornado = tornado
    let order = tornado.bars.compactMap { bar in all.firstIndex { $0.name == bar.input.name } }
    parameters = order.map { all[$0] }
    guard let drawn, let own = drawn.columns.column()?.values else {
      correlations = order.map { _ in nil }
      return
    }
    let draws = figure.run.points(of: 0..<drawn.count.done)
    correlations = order.map { index in
      let inputs = draws.map { $0[all[index].name] ?? .nan }
      return RankCorrelation.spearman(inputs, own.map { $0 ?? .nan })
    }
  }
}

/// Which part of the variance of a figure comes from each uncertain parameter.
public struct ParameterIndices: Sendable {
  public let parameters: [UncertainParameter]
  public let indices: SobolIndices
  /// How many runs they rest on.
  public let runs: Int

  /// Fewer rows say nothing.
  public static let least = 64

  /// With as many runs as the ensemble has draws, at least some. Nil where the figure is the same in all.
  public init?(
    _ figure: PointFigure, threads: Int, stop: StopSignal
  ) throws(Diagnostic) {
    let parameters = figure.run.parameters
    guard !parameters.isEmpty else { return nil }
    let rows = max(ParameterIndices.least, figure.run.settings.draws / (parameters.count + 2))
    let design = SaltelliDesign(rows: rows, inputs: parameters.count)
    // Two samples that have nothing to do with each other: their parameters have other names.
    func sample(_ name: String) throws(Diagnostic) -> [[Double]] {
      let sampler = try Sampler(
        parameters.map { ("\($0.name) \(name)", $0.distribution) },
        method: figure.run.settings.sampling, seed: figure.run.settings.seed, draws: rows)
      return parameters.indices.map { sampler.values(of: $0, draws: 0..<rows) }
    }
    let a = try sample("a")
    let b = try sample("b")
    let names = parameters.map(\.name)
    let points = (0..<design.count).map { run in
      let (row, sample) = design[run]
      return Dictionary(
        zip(names, design.point(row, sample, a: a, b: b)), uniquingKeysWith: { first, _ in first })
    }
    let values = try figure.values(at: points, threads: threads, stop: stop).column()?.values ?? []
    guard
      let found = SobolIndices(
        values.map { $0 ?? .nan }, of: design, seed: figure.run.settings.seed)
    else { return nil }
    self.parameters = parameters
    indices = found
    runs = design.count
  }
}
