public import Diagnostics
public import Ensembles
public import Quantities
public import Simulation

/// One figure of several alternatives draw by draw: what each branch has in a draw is held against what
/// the first has in the same. Language 5.
public struct DrawComparison: Sendable {
  /// What is known of one figure in one period.
  public struct Cell: Sendable {
    /// Of each alternative.
    public var own: [ColumnStatistics]
    /// What each is more than the first, of each but the first.
    public var difference: [ColumnStatistics]
    /// The share of draws in which it is more, of each but the first; nil where no draw has both.
    public var chanceOfMore: [Double?]
  }

  /// Nil where no draw has a number.
  public let unit: Unit?
  public let isMoney: Bool
  public let parts: [String]
  /// By part and period.
  public let cells: [[Cell]]
  public let remarks: [Sentence]
  /// What the draws of each alternative came to.
  public let counts: [Ensemble.Count]

  /// As many draws are compared as all have. Throws what stands in the way of all draws of one, and where
  /// `stop` asks.
  public init(
    _ request: FigureRequest, of alternatives: [(alternative: Alternative, draws: DrawAccess)],
    by division: Division? = nil, over periods: [Range<Int>], of calendar: StepCalendar,
    perStep: Bool
  ) throws(Diagnostic) {
    var found: [Found] = []
    for (alternative, draws) in alternatives {
      found.append(
        try Found(request, alternative, draws, division, periods, calendar, perStep))
    }
    counts = found.map(\.count)
    isMoney = found.contains { $0.columns?.isMoney ?? false }
    let unit = found.lazy.compactMap { $0.columns?.unit }.first
    self.unit = unit
    var names: [String] = []
    for name in found.flatMap(\.names) where !names.contains(name) { names.append(name) }
    parts = division == nil ? [""] : names
    var remarks: [Sentence] = []
    for remark in found.flatMap({ $0.columns?.remarks ?? [] }) where !remarks.contains(remark) {
      remarks.append(remark)
    }
    self.remarks = remarks
    let draws = found.map(\.count.done).min() ?? 0
    cells = parts.map { part in
      periods.indices.map { period in
        let columns = found.map { $0.values(part, period, draws, unit) }
        return DrawComparison.cell(columns, draws)
      }
    }
  }

  private static func cell(_ columns: [[Double?]], _ draws: Int) -> Cell {
    let memory = StatisticsMemory.perColumn(of: 64)
    func statistics(_ values: [Double?]) -> ColumnStatistics {
      var result = ColumnStatistics(memory: memory)
      for (draw, value) in values.enumerated() {
        if let value {
          result.add(value, draw: draw)
        } else {
          result.addMissing("one has no value", draw: draw)
        }
      }
      return result
    }
    var cell = Cell(own: columns.map(statistics), difference: [], chanceOfMore: [])
    for column in columns.dropFirst() {
      let differences = zip(column, columns[0]).map { mine, theirs -> Double? in
        guard let mine, let theirs else { return nil }
        let difference = mine - theirs
        return difference.isFinite ? difference : nil
      }
      cell.difference.append(statistics(differences))
      let known = differences.compactMap(\.self)
      cell.chanceOfMore.append(
        known.isEmpty ? nil : Double(known.count { $0 > 0 }) / Double(known.count))
    }
    return cell
  }

  /// A number as a figure, an amount to the fen.
  public func figure(_ value: Double?) -> Figure {
    guard let value else { return .undefined("no draw has it in both branches") }
    let fen = (value * 100).rounded(.toNearestOrEven)
    return isMoney && fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value)
  }
}

/// What the draws of one alternative have of a figure.
private struct Found {
  private(set) var columns: DrawColumns?
  let count: Ensemble.Count
  /// The period's place among those that were asked of it; nil where it does not cover one.
  private var places: [Int?] = []
  private(set) var names: [String] = []
  private let addsUp: Bool

  init(
    _ request: FigureRequest, _ alternative: Alternative, _ draws: DrawAccess,
    _ division: Division?, _ periods: [Range<Int>], _ calendar: StepCalendar, _ perStep: Bool
  ) throws(Diagnostic) {
    let settings = draws.ensemble.run.settings
    guard let own = try? request.restated(in: alternative.scenario) else {
      count = Ensemble.Count(done: settings.draws, asked: settings.draws)
      addsUp = false
      places = periods.map { _ in nil }
      return
    }
    addsUp = own.addsUp
    let steps = periods.map { alternative.steps($0, of: calendar, perStep: perStep) }
    let question = DrawQuestion(
      own, of: alternative.scenario, by: division, over: steps.compactMap(\.self),
      perStep: perStep, keepsValues: true)
    let answered = try draws.answers(to: [question])[0]
    columns = answered.columns
    count = answered.count
    var next = 0
    for step in steps {
      places.append(step == nil ? nil : next)
      if step != nil { next += 1 }
    }
    names = answered.columns.parts.map { $0.isRemainder ? Comparison.remainder : $0.name }
  }

  /// What each draw has of a part in a period, in a unit.
  func values(_ part: String, _ period: Int, _ draws: Int, _ unit: Unit?) -> [Double?] {
    let none = [Double?](repeating: nil, count: draws)
    guard let columns, let place = places[period] else { return none }
    guard let index = names.firstIndex(of: part) else {
      return addsUp ? [Double?](repeating: 0, count: draws) : none
    }
    guard let values = columns.column(part: index, period: place)?.values else { return none }
    let factor = columns.unit.flatMap { own in
      unit.flatMap { own == $0 ? 1 : Quantity(1, own).value(in: $0) }
    }
    guard let factor else { return none }
    return values.prefix(draws).map { value in value.map { $0 * factor } }
  }
}
