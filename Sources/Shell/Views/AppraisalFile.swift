import Analysis
import Diagnostics
import Ensembles
import ParkModel
import Reports
import Simulation

/// An appraisal as a file has it: a row for each figure of each budget. Language 8.
struct AppraisalFile {
  private let question: Appraise.Question
  private let drawn: Appraise.Drawn
  private let branch: String

  init(_ question: Appraise.Question, _ drawn: Appraise.Drawn, branch: String) {
    self.question = question
    self.drawn = drawn
    self.branch = branch
  }

  func table() -> Table {
    var table = Table(columns: [
      Table.Column("branch", chinese: "分支"), Table.Column("against", chinese: "对照分支"),
      Table.Column("measure", chinese: "指标"), Table.Column("scope", chinese: "范围"),
      Table.Column("unit", chinese: "单位"),
      Table.Column("value", chinese: "数值", isNumeric: true),
      Table.Column("meaning", chinese: "含义"), Table.Column("note", chinese: "说明"),
    ])
    table.keys = 4
    table.rows = [rateRow] + figures + draws
    table.priceYear = question.priceYear
    if case .unsaid(let reason) = drawn { table.remark([Table.Note(reason)]) }
    if case .worth(let worth, let settings) = drawn {
      table.remark([Table.Note(worth.count.sentence(settings))])
    }
    return table
  }

  private func row(
    _ measure: String, chinese: String = "", _ scope: String, _ unit: String, _ cell: Table.Cell,
    meaning: String = "", note: String = ""
  ) -> [Table.Cell] {
    [
      .text(branch), .text(question.request.branch ?? ""), .text(measure, chinese: chinese),
      .text(scope), .text(unit), cell, .text(meaning), .text(note),
    ]
  }

  private var rateRow: [Table.Cell] {
    let rate = question.rate
    let isOne = rate.smallest == rate.largest
    return row(
      "discount rate", chinese: "折现率", "", "share", isOne ? .number(rate.smallest) : .undefined,
      meaning: "a year",
      note: isOne ? "" : rate.text(in: question.alternative.projection.calendar, FigureStyle()))
  }

  private var figures: [[Table.Cell]] {
    switch question.worth {
    case .flows(let worth, let name):
      return AppraisalTable.ofWorth.map {
        row($0.label, chinese: $0.chinese, name, $0.value(worth), $0.meaning.text)
      }
    case .budgets(let appraisals):
      let lines = AppraisalTable.lines(of: appraisals, question.request.isAdditional)
      return AppraisalTable.shown(appraisals).flatMap { shown in
        lines.map {
          row($0.label, chinese: $0.chinese, shown.flows.name, $0.value(shown), $0.meaning.text)
        }
      }
    }
  }

  /// A year is a number; what is several numbers or none is said beside the cell.
  private func row(
    _ measure: String, chinese: String, _ scope: String, _ value: AppraisalTable.Value,
    _ meaning: String
  ) -> [Table.Cell] {
    var (cell, note) = (value.cell, value.reason?.text ?? "")
    var unit = value.unit.isEmpty ? value.fileUnit : value.unit
    if case .text(let text, _) = cell {
      cell = Double(text).map { .number($0) } ?? .undefined
      if case .number = cell { unit = "year" } else if note.isEmpty { note = text }
    }
    return row(measure, chinese: chinese, scope, unit, cell, meaning: meaning, note: note)
  }

  /// Of all that is appraised: the statistics of its net present value, and how often it is above zero.
  private var draws: [[Table.Cell]] {
    guard case .worth(let worth, let settings) = drawn else { return [] }
    let scope =
      switch question.worth {
      case .flows(_, let name): name
      case .budgets(let appraisals): appraisals.last?.flows.name ?? ""
      }
    let statistics = settings.statistics ?? FileTable.statistics
    return statistics.map { statistic in
      row(
        "net present value \(statistic)", chinese: "净现值 \(statistic.chinese)", scope, "yuan",
        worth.statistics.value(of: statistic).map { .measured(Table.Measured($0, "yuan")) }
          ?? .undefined, meaning: "over the draws")
    } + [
      row(
        "chance net present value > 0", chinese: "净现值大于零的概率", scope, "share",
        .number(worth.chance), meaning: "of the draws")
    ]
  }
}
