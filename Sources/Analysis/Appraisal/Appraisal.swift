public import Diagnostics
import Quantities
public import Simulation

/// What a budget's net local flows are worth at the scenario's start, alone or as the difference
/// between two scenarios. Model 10: cash at mid-step, what was spent before the start is sunk, and
/// no terminal value unless one is given.
public struct Appraisal: Sendable {
  public let flows: BudgetFlows
  public let calendar: StepCalendar
  public let rate: DiscountRate
  /// What is left at the scenario's end, yuan of that time; nil where none is given.
  public let terminal: Double?
  /// Whether what was spent before the start counts, as if laid out at the start.
  public private(set) var countsSunk = false

  init(_ flows: BudgetFlows, _ calendar: StepCalendar, rate: DiscountRate, terminal: Double?) {
    self.flows = flows
    self.calendar = calendar
    self.rate = rate
    self.terminal = terminal
  }

  /// The same of all costs: those before the start as if they were laid out at it. What came in before
  /// is not known, so no rate of the past is made of them.
  public var countingSunk: Appraisal {
    var copy = self
    copy.countsSunk = true
    return copy
  }

  /// One for each city that has flows, then one of all together; of one city alone where it is
  /// named. Against another scenario, the flows are what they are more than those of that one.
  ///
  /// Where there is one city and nothing else, its flows are those of all. A terminal value belongs
  /// to what is asked for: to the named city, else to all together. `additional` leaves of local tax
  /// and land income what is additional, as `net_local.additional` does; of one city to the fen, of
  /// several so that they add up to what it is of all.
  public static func all(
    of alternative: Alternative, against other: Alternative? = nil, in city: String? = nil,
    rate: DiscountRate, terminal: Double? = nil, additional: Bool = false
  ) throws(Diagnostic) -> [Appraisal] {
    let calendar = alternative.projection.calendar
    func flows(_ projection: Projection) -> (parts: [BudgetFlows], total: BudgetFlows) {
      var (parts, total) = BudgetFlows.all(of: projection)
      guard additional else { return (parts, total) }
      if let city, let place = parts.firstIndex(where: { $0.name == city }) {
        parts[place].keepAdditional(projection)
      } else {
        BudgetFlows.keepAdditional(&parts, &total, projection)
      }
      return (parts, total)
    }
    var (parts, total) = flows(alternative.projection)
    if let other {
      guard calendar.isSame(as: other.projection.calendar) else {
        throw .differentSpans(alternative, other)
      }
      let theirs = flows(other.projection)
      for flows in theirs.parts where !parts.contains(where: { $0.name == flows.name }) {
        parts.append(BudgetFlows(name: flows.name, steps: calendar.count))
      }
      parts = parts.map { mine in
        theirs.parts.first { $0.name == mine.name }.map(mine.less) ?? mine
      }
      total = total.less(theirs.total)
    }
    func appraisal(_ flows: BudgetFlows, _ terminal: Double?) -> Appraisal {
      Appraisal(flows, calendar, rate: rate, terminal: terminal)
    }
    if let city {
      let flows = parts.first { $0.name == city }
      return [appraisal(flows ?? BudgetFlows(name: city, steps: calendar.count), terminal)]
    }
    parts.removeAll(where: \.isNothing)
    if parts.count == 1, parts[0].name != Comparison.remainder {
      return [appraisal(parts[0], terminal)]
    }
    if parts.count == 1 { parts = [] }
    return parts.map { appraisal($0, nil) } + [appraisal(total, terminal)]
  }

  // MARK: Present values, yuan

  private var step: Double { Double(calendar.stepMonths) / 12 }

  /// The present value of an account of `BudgetAccount.rows`.
  public func presentValue(of account: Int) -> Double { presentValue(flows.amounts[account]) }

  private func presentValue(_ fen: [Int64]) -> Double {
    Analysis.netPresentValue(
      of: CashFlow.midStep(fen.map { Double($0) / 100 }, step: step), at: rate) ?? 0
  }

  /// The net flows by themselves.
  public var worth: FlowWorth {
    FlowWorth(
      flows.net.map(Double.init), calendar, rate: rate, terminal: terminal,
      atStart: countsSunk ? Double(flows.sunk) : 0)
  }

  /// What the terminal value is worth now.
  public var terminalValue: Double { worth.terminalValue }

  public var benefits: Double {
    BudgetAccount.rows.indices.filter { !BudgetAccount.rows[$0].isCost }
      .reduce(terminalValue) { $0 + presentValue(of: $1) }
  }

  /// Above zero.
  public var costs: Double {
    -BudgetAccount.rows.indices.filter { BudgetAccount.rows[$0].isCost }
      .reduce(countsSunk ? -Double(flows.sunk) / 100 : 0) { $0 + presentValue(of: $1) }
  }

  /// Of the net flows themselves, with the terminal value.
  public var netPresentValue: Double { worth.netPresentValue }

  /// The net flows without discounting, and the terminal value, yuan.
  public var sum: Double { worth.sum }

  // MARK: Rates, times and ratios

  public var internalRate: InternalRate { worth.internalRate }

  /// The rate by dates: each step's flow on the day that holds its middle.
  public var datedRate: InternalRate { worth.datedRate }

  /// Of the net flows alone: a terminal value is no flow of a step.
  public var payback: Payback { worth.payback }

  public var discountedPayback: Payback { worth.discountedPayback }

  public var breakEvenYear: Range<Int>? { worth.breakEvenYear }

  public var ratio: Double? { benefitCostRatio(benefits: benefits, costs: costs) }

  public var costPerJob: Double? { Analysis.costPerJob(costs: costs, jobs: flows.jobs) }
}

extension StepCalendar {
  func isSame(as other: StepCalendar) -> Bool {
    (firstMonth, stepMonths, count) == (other.firstMonth, other.stepMonths, other.count)
  }
}

extension Diagnostic {
  static func differentSpans(_ one: Alternative, _ other: Alternative) -> Diagnostic {
    func span(_ alternative: Alternative) -> Sentence {
      let calendar = alternative.projection.calendar
      return "`\(alternative.name)` goes from \(calendar.date(ofStep: 0).text) to "
        + "\(calendar.date(ofStep: calendar.count).text) in steps of \(calendar.stepMonths) months"
    }
    return Diagnostic(
      "different-spans",
      "only branches with the same years and steps are appraised against each other",
      notes: [Note(span(one)), Note(span(other))],
      help: ["make them the same, for example with `set scenario end=2035`"])
  }
}
