import Analysis
import Diagnostics
import ParkModel
import Quantities
import Reports
import Simulation

/// Appraisals as a table: a line for each figure, a column for each budget, and what the line means.
enum AppraisalTable {
  typealias Line = (
    label: String, chinese: String, meaning: Sentence, value: (Shown) -> Value
  )

  /// An appraisal, and its present values as they are shown.
  @dynamicMemberLookup
  struct Shown {
    let appraisal: Appraisal
    let rounded: RoundedAppraisal

    /// Lines and sums stay those from the start on; what is said of them counts what is sunk.
    var countingSunk: Shown { Shown(appraisal: appraisal.countingSunk, rounded: rounded) }

    /// To the fen of the lines, less what is sunk where that counts.
    var netPresentValue: Int64 {
      rounded.netPresentValue - (appraisal.countsSunk ? appraisal.flows.sunk : 0)
    }

    subscript<T>(dynamicMember path: KeyPath<Appraisal, T>) -> T { appraisal[keyPath: path] }
  }

  /// What stands in a cell, and why where it is not one figure.
  struct Value {
    var cell: Table.Cell
    var reason: Sentence?
    /// What files say that a plain number is in.
    var fileUnit = ""

    init(_ text: String, chinese: String = "", because reason: Sentence? = nil) {
      cell = .text(text, chinese: chinese)
      self.reason = reason
    }

    init(undefined reason: Sentence) {
      cell = .undefined
      self.reason = reason
    }

    init(_ value: Double, _ unit: String = "", digits: Int? = nil, fileUnit: String = "") {
      self.fileUnit = fileUnit
      cell = .measured(Table.Measured(value, unit, digits: digits))
    }

    /// `isApart` where it is no part of the sums above and below it.
    init(yuan: Double, isApart: Bool = false) {
      var figure = Table.Measured(yuan, "yuan")
      figure.isApart = isApart
      cell = .measured(figure)
    }

    init(fen: Int64) { self.init(yuan: Double(fen) / 100) }

    /// What its number is in; empty for what is none.
    var unit: String {
      if case .measured(let figure) = cell { return figure.unit }
      return ""
    }
  }

  static func table(
    _ appraisals: [Appraisal], areAdditional: Bool = false, _ wording: Wording?
  ) -> Table {
    var unit = Table.Column("unit")
    unit.isForFiles = true
    var table = Table(columns: [Table.Column("", fileHeading: "figure"), unit])
    for appraisal in appraisals {
      var column = Table.Column(appraisal.flows.name, isNumeric: true)
      column.sharesMagnitude = true
      table.columns.append(column)
    }
    table.columns.append(Table.Column("meaning", chinese: "含义"))
    let lines = lines(of: appraisals, areAdditional)
    let shown = shown(appraisals)
    for line in lines {
      let values = shown.map(line.value)
      let unit = values.map(\.unit).first { !$0.isEmpty } ?? ""
      table.rows.append(
        [.text(line.label, chinese: line.chinese), .text(unit)] + values.map(\.cell) + [
          .said(line.meaning, wording)
        ])
    }
    if let first = appraisals.first, hasSunk(appraisals) {
      table.notes.append(ofSunk(since: first.calendar.date(ofStep: 0).text))
    }
    for appraisal in shown {
      let whose = appraisals.count > 1 ? "\(appraisal.flows.name), " : ""
      table.notes += reasons(of: lines, appraisal).map { reason, labels in
        AppraisalTable.note(whose, labels, reason)
      }
    }
    return table
  }

  /// Appraisals with their present values in whole fen that add up.
  static func shown(_ appraisals: [Appraisal]) -> [Shown] {
    zip(appraisals, RoundedAppraisal.all(of: appraisals)).map(Shown.init)
  }

  /// Why figures are undefined, each reason once with the lines that it is of.
  private static func reasons(
    of lines: [Line], _ appraisal: Shown
  ) -> [(reason: Sentence, labels: [String])] {
    var found: [(reason: Sentence, labels: [String])] = []
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

  /// Why lines have no figure: their labels one behind the other, as they stand above.
  private static func note(
    _ whose: String, _ labels: [String], _ reason: Sentence
  ) -> Table.Note {
    let list = Sentence.list(labels.map(AppraisalTable.said), ", ", last: ", ")
    return Table.Note("– \(typed: whose)\(list): \(reason)")
  }

  /// A label, also one of what counts what is sunk.
  private static func said(_ label: String) -> Sentence {
    let ending = " with sunk"
    return label.hasSuffix(ending)
      ? "\(String(label.dropLast(ending.count))) with sunk" : Sentence(verbatim: label)
  }

  private static func hasSunk(_ appraisals: [Appraisal]) -> Bool {
    appraisals.contains { $0.flows.sunk != 0 }
  }

  private static func ofSunk(since start: String) -> Table.Note {
    Table.Note(
      "with sunk: of all costs, those before the start as if spent on \(start); the other lines: of what"
        + " is still to be decided; what came in before the start counts in neither",
      chinese: "含沉没成本：按全部费用计算，开始之前的支出视同在\(start)支出；其余各行：只涉及尚待决定的部分；"
        + "开始之前的收入均不计入")
  }

  /// A line, and beneath it the same with what is sunk, where there is any.
  private static func pair(_ line: Line, _ hasSunk: Bool) -> [Line] {
    guard hasSunk else { return [line] }
    return [
      line,
      (
        line.label + " with sunk", line.chinese + "（含沉没成本）", "the same, with what is sunk",
        { line.value($0.countingSunk) }
      ),
    ]
  }

  static func lines(of appraisals: [Appraisal], _ areAdditional: Bool) -> [Line] {
    let hasSunk = hasSunk(appraisals)
    return accounts(of: appraisals, areCosts: false, areAdditional)
      + (appraisals.contains { $0.terminal != nil } ? [terminal] : [])
      + [
        ("benefits", "效益合计", "what comes in: the lines above", { Value(fen: $0.rounded.benefits) })
      ]
      + accounts(of: appraisals, areCosts: true, areAdditional)
      + [
        (
          "costs", "费用合计", "what is laid out: lines below benefits",
          { Value(fen: -$0.rounded.costs) }
        )
      ]
      + pair(
        (
          "net present value", "净现值", "benefits less costs, at the start",
          { Value(fen: $0.netPresentValue) }
        ), hasSunk)
      + pair(
        ("net flow", "净流量", "the same flows, not discounted", { Value(yuan: $0.sum) }), hasSunk)
      + ofFlows.flatMap { line in
        pair(
          (line.label, line.chinese, line.meaning, { line.value($0.appraisal.worth) }), hasSunk)
      }
      + pair(
        ("benefit–cost ratio", "效益费用比", "benefits for each yuan of costs", { ratio($0.appraisal) }),
        hasSunk)
      + [
        ("jobs", "就业人数", "direct jobs at the end", { Value($0.flows.jobs, fileUnit: "jobs") }),
        ("cost of a job", "每个岗位费用", "costs for each of these jobs", { costPerJob($0.appraisal) }),
        (
          "sunk", "沉没成本",
          hasSunk
            ? "spent before the start, in no line but those with sunk"
            : "spent before the start, in no line above",
          { Value(fen: $0.flows.sunk) }
        ),
      ]
  }

  /// What is said of flows, whoever's they are.
  private static var ofFlows:
    [(label: String, chinese: String, meaning: Sentence, value: (FlowWorth) -> Value)]
  {
    [
      (
        "internal rate of return", "内部收益率", "rate at which net present value is zero",
        { rate($0.internalRate) }
      ),
      ("rate by dates", "按日内部收益率", "the same by days (XIRR)", { rate($0.datedRate) }),
      ("payback", "投资回收期", "until flows to date stay above zero", { payback($0.payback, $0) }),
      (
        "discounted payback", "动态投资回收期", "the same with present values",
        { payback($0.discountedPayback, $0) }
      ),
      ("break-even year", "回本年份", "the year of the payback", { breakEven($0) }),
    ]
  }

  /// What is said of the flows of an expression.
  static var ofWorth:
    [(label: String, chinese: String, meaning: Sentence, value: (FlowWorth) -> Value)]
  {
    [
      (
        "net present value", "净现值", "what all flows are worth at the start",
        { Value(yuan: $0.netPresentValue) }
      ),
      ("net flow", "净流量", "the same flows, not discounted", { Value(yuan: $0.sum) }),
    ] + ofFlows
  }

  /// What the flows of an expression are worth.
  static func table(
    of worth: FlowWorth, named label: String, _ wording: Wording?
  ) -> Table {
    var unit = Table.Column("unit")
    unit.isForFiles = true
    var column = Table.Column(label, isNumeric: true)
    column.sharesMagnitude = true
    var table = Table(columns: [
      Table.Column("", fileHeading: "figure"), unit, column,
      Table.Column("meaning", chinese: "含义"),
    ])
    var reasons: [(reason: Sentence, labels: [String])] = []
    for line in ofWorth {
      let value = line.value(worth)
      table.rows.append([
        .text(line.label, chinese: line.chinese), .text(value.unit), value.cell,
        .said(line.meaning, wording),
      ])
      guard let reason = value.reason else { continue }
      if let place = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[place].labels.append(line.label)
      } else {
        reasons.append((reason, [line.label]))
      }
    }
    table.notes = reasons.map {
      AppraisalTable.note("", $0.labels, $0.reason)
    }
    return table
  }

  private static var terminal: Line {
    (
      "terminal value", "期末价值", "what is left at the end, as given",
      { Value(fen: $0.rounded.terminal) }
    )
  }

  /// The accounts in which there is anything.
  private static func accounts(
    of appraisals: [Appraisal], areCosts: Bool, _ areAdditional: Bool
  ) -> [Line] {
    BudgetAccount.rows.enumerated().compactMap { index, row -> Line? in
      guard row.isCost == areCosts,
        appraisals.contains(where: { $0.flows.amounts[index].contains { $0 != 0 } })
      else { return nil }
      let chinese = MetricTable.metric(row.metric(of: .standard), taxes: [])?.row.chinese ?? ""
      let meaning = Sentence(verbatim: row.meaning)
      let told: Sentence =
        areAdditional && row.isJudged ? "\(meaning): what is additional" : meaning
      return (row.label, chinese, told, { Value(fen: $0.rounded.accounts[index]) })
    }
  }

  // MARK: Cells

  private static func percent(_ rate: Double) -> String {
    NumberFormat.significant(rate * 100, digits: 3) + " %"
  }

  private static func rate(_ rate: InternalRate) -> Value {
    switch rate {
    case .one(let rate): return Value(rate, "share", digits: 3)
    case .several(let rates):
      return Value(
        "several", chinese: "多个",
        because:
          "the net present value is zero at \(rates.map(percent).joined(separator: ", ")), and none of them is the return"
      )
    case .none(let absence):
      guard absence == .noRoot else {
        return Value("none", chinese: "无", because: absence.sentence)
      }
      let (least, most) = (InternalRate.range.lowerBound, InternalRate.range.upperBound)
      return Value(
        "none", chinese: "无",
        because:
          "at no rate from \(percent(least)) to \(percent(most)) is the net present value zero")
    }
  }

  private static func payback(_ payback: Payback, _ worth: FlowWorth) -> Value {
    switch payback {
    case .after(let years, _): Value(years, "years", digits: 3)
    case .notYet: Value(undefined: "not paid back by \(end(worth))")
    case .nothingToRecover: Value(undefined: "nothing is laid out before it comes in")
    }
  }

  private static func end(_ worth: FlowWorth) -> String {
    worth.calendar.date(ofStep: worth.calendar.count).text
  }

  private static func breakEven(_ worth: FlowWorth) -> Value {
    if let year = worth.breakEvenYear {
      let calendar = worth.calendar
      return Value(calendar.label(year), chinese: calendar.label(year, isChinese: true))
    }
    return payback(worth.payback, worth)
  }

  private static func ratio(_ appraisal: Appraisal) -> Value {
    guard let ratio = appraisal.ratio else {
      return Value(undefined: "nothing is laid out on balance")
    }
    return Value(ratio, digits: 3)
  }

  private static func costPerJob(_ appraisal: Appraisal) -> Value {
    guard let cost = appraisal.costPerJob else {
      return Value(
        undefined: appraisal.flows.jobs > 0
          ? "nothing is laid out on balance" : "there is no job more at the end")
    }
    return Value(yuan: cost, isApart: true)
  }
}
