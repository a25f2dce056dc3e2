public import Diagnostics
public import Language
import Quantities
public import Simulation

/// What flows of money are worth at the scenario's start, whoever's they are. Model 10: cash at
/// mid-step, and no terminal value unless one is given.
public struct FlowWorth: Sendable {
  /// Fen in each step.
  public let net: [Double]
  public let calendar: StepCalendar
  public let rate: DiscountRate
  /// What is left at the scenario's end, yuan of that time; nil where none is given.
  public let terminal: Double?
  /// What counts as laid out at the start itself, fen, above zero.
  public let atStart: Double

  public init(
    _ net: [Double], _ calendar: StepCalendar, rate: DiscountRate, terminal: Double?,
    atStart: Double = 0
  ) {
    (self.net, self.calendar, self.rate, self.terminal) = (net, calendar, rate, terminal)
    self.atStart = atStart
  }

  private var step: Double { Double(calendar.stepMonths) / 12 }
  private var length: Double { Double(calendar.count) * step }

  /// What the terminal value is worth now, yuan.
  public var terminalValue: Double { (terminal ?? 0) * rate.factor(after: length) }

  /// With the terminal value, yuan.
  public var netPresentValue: Double {
    let worth = Analysis.netPresentValue(
      of: CashFlow.midStep(net.map { $0 / 100 }, step: step), at: rate)
    return (worth ?? 0) + terminalValue - atStart / 100
  }

  /// Without discounting, and the terminal value, yuan.
  public var sum: Double { (net.reduce(0, +) - atStart) / 100 + (terminal ?? 0) }

  public var internalRate: InternalRate {
    InternalRate(
      of: [CashFlow(-atStart, at: 0)] + CashFlow.midStep(net, step: step)
        + (terminal.map { [CashFlow($0 * 100, at: length)] } ?? []))
  }

  /// The rate by dates: each step's flow on the day that holds its middle.
  public var datedRate: InternalRate {
    let months = Double(calendar.stepMonths)
    let flows = net.enumerated().map { index, fen in
      DatedFlow(fen, on: calendar.date(at: (Double(index) + 0.5) * months))
    }
    let last = terminal.map {
      [DatedFlow($0 * 100, on: calendar.date(ofStep: calendar.count))]
    }
    let first = atStart == 0 ? [] : [DatedFlow(-atStart, on: calendar.date(ofStep: 0))]
    return InternalRate(ofDated: first + flows + (last ?? []))
  }

  /// Of the flows alone: a terminal value is no flow of a step. Whole fen add up exactly.
  public var payback: Payback { Payback(of: net, step: step, before: -atStart) }

  public var discountedPayback: Payback {
    Payback(of: net, step: step, before: -atStart, discountedAt: rate)
  }

  public var breakEvenYear: Range<Int>? { Analysis.breakEvenYear(payback, in: calendar) }
}

extension FlowWorth {
  /// The flows of an expression of money, fen in each step. Throws where it is no money over time, and
  /// where a step of it has no value.
  public static func flows(
    of expression: Expression, _ source: SourceText, in alternative: Alternative,
    less other: Alternative? = nil
  ) throws(Diagnostic) -> [Double] {
    let own = try flows(of: expression, source, in: alternative)
    guard let other else { return own }
    guard alternative.projection.calendar.isSame(as: other.projection.calendar) else {
      throw .differentSpans(alternative, other)
    }
    return zip(own, try flows(of: expression, source, in: other)).map { $0 - $1 }
  }

  private static func flows(
    of expression: Expression, _ source: SourceText, in alternative: Alternative
  ) throws(Diagnostic) -> [Double] {
    let place = Location(source, expression.span)
    let context = FigureContext(
      alternative.scenario, alternative.projection, perStep: true, at: alternative.point)
    let type = try TypeChecker(source: source, context: context).type(expression)
    guard type.traits.contains(.series) else {
      throw Diagnostic(
        "wrong-kind", "`appraise` takes money over time, and this is \(type.phrase)", at: place,
        help: ["name a figure, for example `appraise tax - investment.public`"])
    }
    guard type.dimension == .money else {
      throw Diagnostic(
        "wrong-dimension", "`appraise` takes money, and this is \(type.phrase)", at: place,
        help: ["name money, for example `appraise tax - investment.public`"])
    }
    let evaluator = Evaluator(source: source, context: context)
    let series = try evaluator.series(expression)
    let quantities = PeriodQuantities(series, context)
    if let gap = quantities.gap {
      throw Diagnostic("no-value", "`\(expression.canonical)` has no value \(gap)", at: place)
    }
    let steps = alternative.projection.calendar.count
    guard series.periods.count == steps else {
      throw Diagnostic(
        "wrong-kind", "`appraise` takes every step of the scenario, and this is a part of them",
        at: place, help: ["leave the periods out of the brackets"])
    }
    let fen = UnitTable.known("fen")
    return quantities.numbers.map { quantities.unit.convert($0 ?? 0, to: fen) }
  }
}
