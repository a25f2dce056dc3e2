public import Diagnostics
import Quantities
public import Simulation

/// One figure of several alternatives beside each other, period by period.
public struct Comparison: Sendable {
  /// As it is written: `yuan`, `yuan/mu`; empty for a plain number.
  public let unit: String
  /// The parts that any alternative has, in the order of the first; one without a name where nothing
  /// is divided.
  public let parts: [String]
  /// What has to be known of the figures, such as what a mean leaves out.
  public let remarks: [Sentence]
  /// By alternative, part and period.
  private let figures: [[[Figure]]]

  /// What belongs to no part goes by this name.
  public static let remainder = "(none)"

  /// The periods are those of the first alternative's calendar, or of another's, where that is the
  /// one that knows the figure.
  public init(
    _ request: FigureRequest, of alternatives: [Alternative], by division: Division? = nil,
    over periods: [Range<Int>], of calendar: StepCalendar, perStep: Bool
  ) {
    let found = alternatives.map { alternative in
      Found(request, alternative, division, periods, calendar, perStep)
    }
    let unit = found.lazy.compactMap(\.unit).first { !$0.isEmpty } ?? ""
    var names: [String] = []
    for name in found.flatMap(\.names) where !names.contains(name) { names.append(name) }
    if names.contains(Comparison.remainder) {
      names.removeAll { $0 == Comparison.remainder }
      names.append(Comparison.remainder)
    }
    self.unit = unit
    var remarks: [Sentence] = []
    for remark in found.flatMap(\.remarks) where !remarks.contains(remark) {
      remarks.append(remark)
    }
    self.remarks = remarks
    parts = division == nil ? [""] : names
    figures = found.map { found in
      (division == nil ? [""] : names).map { found.figures($0, in: unit, periods.count) }
    }
  }

  /// The figures of one alternative and part, one for each period.
  public func figures(_ alternative: Int, _ part: Int) -> [Figure] { figures[alternative][part] }

  /// Whether a part is nothing everywhere, so that it would only take room.
  public func isNothing(_ part: Int) -> Bool {
    figures.allSatisfy { $0[part].allSatisfy { ($0.value ?? 0) == 0 } }
  }

  /// What one figure is more than another.
  public static func difference(_ figure: Figure, from base: Figure) -> Figure {
    switch (figure, base) {
    case (.undefined(let reason), _), (_, .undefined(let reason)): return .undefined(reason)
    case (.money(let mine), .money(let theirs)):
      let (fen, overflow) = mine.subtractingReportingOverflow(theirs)
      return overflow ? .undefined("it is more than a number can say") : .money(fen: fen)
    default: return .number((figure.value ?? 0) - (base.value ?? 0))
    }
  }

  /// What one figure is more than another as a share of the other's size: above zero where it is
  /// more, also where the other is below zero.
  public static func change(_ figure: Figure, from base: Figure, named name: String) -> Figure {
    if case .undefined = base { return base }
    guard let mine = figure.value, let theirs = base.value else { return figure }
    guard theirs != 0 else { return .undefined("it is nothing in `\(name)`") }
    let share = (mine - theirs) / theirs.magnitude
    return share.isFinite ? .number(share) : .undefined("it is more than a number can say")
  }
}

/// What one alternative has of a figure.
private struct Found {
  private(set) var unit: String?
  private(set) var names: [String] = []
  private(set) var remarks: [Sentence] = []
  private var series: [String: [Figure]] = [:]
  /// What a part is that it does not have.
  private var absent: Figure

  init(
    _ request: FigureRequest, _ alternative: Alternative, _ division: Division?,
    _ periods: [Range<Int>], _ calendar: StepCalendar, _ perStep: Bool
  ) {
    let name = alternative.name
    absent = .undefined("branch `\(name)` does not have it")
    guard let own = try? request.restated(in: alternative.scenario) else { return }
    if division.map(own.divisions.contains) == false { return }
    let steps = periods.map { alternative.steps($0, of: calendar, perStep: perStep) }
    guard
      let found = try? own.series(
        alternative.scenario, alternative.projection, by: division,
        over: steps.compactMap(\.self), perStep: perStep, draws: alternative.draws)
    else { return }
    unit = found.unit
    remarks = found.remarks
    let isMoney = own.metric?.isMoney ?? false
    if division != nil, own.addsUp { absent = isMoney ? .money(fen: 0) : .number(0) }
    for part in found.series {
      let part = (name: part.isRemainder ? Comparison.remainder : part.part, figures: part.figures)
      var next = part.figures.makeIterator()
      let missing = Figure.undefined("branch `\(name)` does not cover the period")
      names.append(part.name)
      series[part.name] = steps.map { $0 == nil ? missing : next.next() ?? missing }
    }
  }

  /// The figures of a part, in a unit.
  func figures(_ part: String, in unit: String, _ count: Int) -> [Figure] {
    guard let own = series[part] else { return Array(repeating: absent, count: count) }
    guard let written = self.unit, written != unit else { return own }
    return own.map { figure in
      guard case .number(let value) = figure, value != 0 else { return figure }
      guard let from = UnitTable.product(written), let to = UnitTable.product(unit),
        let converted = Quantity(value, from).value(in: to)
      else { return .undefined("it is in another unit, \(written.isEmpty ? "none" : written)") }
      return .number(converted)
    }
  }
}
