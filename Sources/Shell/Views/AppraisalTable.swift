import Analysis
import Diagnostics
import Quantities
import Reports
import Simulation

/// Appraisals as a table: a line for each figure, a column for each budget, and what the line means.
enum AppraisalTable {
  private typealias Line = (label: String, meaning: String, value: (Appraisal) -> Value)

  /// What stands in a cell, and why where it is not one figure.
  private struct Value {
    var text: String
    var reason: String?

    init(_ text: String) { self.text = text }

    init(undefined reason: String) {
      text = "–"
      self.reason = reason
    }

    init(yuan: Double) { text = FigureText.scaled(yuan, "yuan") }
  }

  static func table(_ appraisals: [Appraisal], width: Int?) -> Table {
    var table = Table(columns: [Table.Column("")])
    for appraisal in appraisals {
      table.columns.append(Table.Column(appraisal.flows.name, isNumeric: true))
    }
    table.columns.append(Table.Column("meaning"))
    let lines = lines(of: appraisals)
    for line in lines {
      table.rows.append(
        [.text(line.label)] + appraisals.map { .text(line.value($0).text) }
          + [.text(line.meaning)])
    }
    for appraisal in appraisals {
      let whose = appraisals.count > 1 ? "\(appraisal.flows.name), " : ""
      table.notes += reasons(of: lines, appraisal).map { reason, labels in
        "– \(whose)\(labels.joined(separator: ", ")): \(reason)"
      }
    }
    if let width { table.fit(to: width, unlessBelow: 20) }
    return table
  }

  /// Why figures are undefined, each reason once with the lines that it is of.
  private static func reasons(
    of lines: [Line], _ appraisal: Appraisal
  ) -> [(reason: String, labels: [String])] {
    var found: [(reason: String, labels: [String])] = []
    for line in lines {
      guard let reason = line.value(appraisal).reason else { continue }
      if let place = found.firstIndex(where: { $0.reason == reason }) {
        found[place].labels.append(line.label)
      } else {
        found.append((reason, [line.label]))
      }
    }
    return found
  }

  private static func lines(of appraisals: [Appraisal]) -> [Line] {
    accounts(of: appraisals, areCosts: false)
      + (appraisals.contains { $0.terminal != nil }
        ? [
          ("terminal value", "what is left at the end, as given", { Value(yuan: $0.terminalValue) })
        ]
        : [])
      + [("benefits", "what comes in: the lines above", { Value(yuan: $0.benefits) })]
      + accounts(of: appraisals, areCosts: true)
      + [
        ("costs", "what is laid out: lines below benefits", { Value(yuan: -$0.costs) }),
        (
          "net present value", "benefits less costs, at the start",
          { Value(yuan: $0.netPresentValue) }
        ),
        ("net flow", "the same flows, not discounted", { Value(yuan: $0.sum) }),
        (
          "internal rate of return", "rate at which net present value is zero",
          { rate($0.internalRate) }
        ),
        (
          "rate by dates", "the same by days (XIRR)",
          { rate($0.datedRate) }
        ),
        (
          "payback", "until flows to date stay above zero",
          { payback($0.payback, $0) }
        ),
        (
          "discounted payback", "the same with present values",
          { payback($0.discountedPayback, $0) }
        ),
        ("break-even year", "the year of the payback", breakEven),
        ("benefit–cost ratio", "benefits for each yuan of costs", ratio),
        ("jobs", "direct jobs at the end", { Value(FigureText.short(.number($0.flows.jobs), "")) }),
        ("cost of a job", "costs for each of these jobs", costPerJob),
        (
          "sunk", "spent before the start, in no line above",
          { Value(yuan: Double($0.flows.sunk) / 100) }
        ),
      ]
  }

  /// The accounts in which there is anything.
  private static func accounts(of appraisals: [Appraisal], areCosts: Bool) -> [Line] {
    BudgetAccount.rows.enumerated().compactMap { index, row in
      guard row.isCost == areCosts,
        appraisals.contains(where: { $0.flows.amounts[index].contains { $0 != 0 } })
      else { return nil }
      return (row.label, row.meaning, { Value(yuan: $0.presentValue(of: index)) })
    }
  }

  // MARK: Cells

  private static func percent(_ rate: Double) -> String {
    NumberFormat.significant(rate * 100, digits: 3) + " %"
  }

  private static func rate(_ rate: InternalRate) -> Value {
    switch rate {
    case .one(let rate): return Value(percent(rate))
    case .several(let rates):
      var value = Value("several")
      value.reason =
        "the net present value is zero at " + rates.map(percent).joined(separator: ", ")
        + ", and none of them is the return"
      return value
    case .none(let absence):
      let reason =
        switch absence {
        case .noFlows: "nothing flows"
        case .nothingComesIn: "no step brings in more than it costs"
        case .nothingGoesOut: "no step costs more than it brings in"
        case .noRoot:
          "at no rate from \(percent(InternalRate.range.lowerBound)) to "
            + "\(percent(InternalRate.range.upperBound)) is the net present value zero"
        }
      var value = Value("none")
      value.reason = reason
      return value
    }
  }

  private static func payback(_ payback: Payback, _ appraisal: Appraisal) -> Value {
    switch payback {
    case .after(let years, _): Value(NumberFormat.significant(years, digits: 3) + " years")
    case .notYet: Value(undefined: "not paid back by \(end(appraisal))")
    case .nothingToRecover: Value(undefined: "nothing is laid out before it comes in")
    }
  }

  private static func end(_ appraisal: Appraisal) -> String {
    appraisal.calendar.date(ofStep: appraisal.calendar.count).text
  }

  private static func breakEven(_ appraisal: Appraisal) -> Value {
    if let year = appraisal.breakEvenYear { return Value(String(year)) }
    return payback(appraisal.payback, appraisal)
  }

  private static func ratio(_ appraisal: Appraisal) -> Value {
    guard let ratio = appraisal.ratio else {
      return Value(undefined: "nothing is laid out on balance")
    }
    return Value(NumberFormat.significant(ratio, digits: 3))
  }

  private static func costPerJob(_ appraisal: Appraisal) -> Value {
    guard let cost = appraisal.costPerJob else {
      return Value(
        undefined: appraisal.flows.jobs > 0
          ? "nothing is laid out on balance" : "there is no job more at the end")
    }
    return Value(yuan: cost)
  }
}
