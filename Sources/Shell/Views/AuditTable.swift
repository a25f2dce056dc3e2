import Analysis
import Diagnostics
import ParkModel
import Quantities
import Reports
import Wording

/// What a figure rests on, as a sentence and tables: by evidence, by the age of sources, and input by input.
struct AuditTable {
  private let audit: Audit
  private let request: FigureRequest
  private let basis: BasisText

  init(_ audit: Audit, _ request: FigureRequest, _ basis: BasisText) {
    self.audit = audit
    self.request = request
    self.basis = basis
  }

  /// `61 % of the range of …`
  var headline: Table.Note {
    let label = "`\(request.label)`"
    guard let part = audit.byEvidence.first else {
      if case .none(let reason) = audit.central {
        return Table.Note(
          "`\(request.label)` has no value, so that it rests on nothing: \(reason)" as Sentence)
      }
      return Table.Note(
        "nothing moves \(label): none of \(audit.rows.count) numbers changes it",
        chinese: "没有数字影响 \(label)：\(audit.rows.count) 个数字都不改变它")
    }
    let share = NumberFormat.shortest((part.share * 100).rounded()) + " %"
    let name = AuditTable.name(of: part.key)
    return Table.Note(
      "\(share) of the range of \(label) rests on \(name.text), first: `\(part.first)`",
      chinese: "\(label) 的变动范围有 \(share) 依据\(name.chinese)，首先是：`\(part.first)`")
  }

  /// Nothing where nothing moves it.
  func tables(top: Int) -> [Table] {
    guard !audit.moving.isEmpty else { return [] }
    return [byEvidence, byAge, inputs(top: top)]
  }

  // MARK: Sums

  private var byEvidence: Table {
    var table = AuditTable.sums("rests on", "依据")
    for part in audit.byEvidence {
      let name = AuditTable.name(of: part.key)
      table.rows.append(AuditTable.row(name, part))
    }
    return table
  }

  private var byAge: Table {
    var table = AuditTable.sums("age of source", "来源年数")
    for part in audit.byAge {
      table.rows.append(AuditTable.row(AuditTable.name(of: part.key), part))
    }
    if let start = audit.start {
      table.remark([
        Table.Note(
          "years from that of the source to \(start), in which the scenario starts",
          chinese: "从来源年份到情景起始年 \(start) 的年数")
      ])
    }
    return table
  }

  private static func sums(_ heading: String, _ chinese: String) -> Table {
    Table(columns: [
      Table.Column(heading, chinese: chinese),
      Table.Column("share", chinese: "份额", unit: "share", isNumeric: true),
      Table.Column("inputs", chinese: "参数个数", isNumeric: true),
      Table.Column("first", chinese: "首要因素"),
    ])
  }

  private static func row<Key>(_ name: Table.Note, _ part: Audit.Part<Key>) -> [Table.Cell] {
    [
      .text(name.text, chinese: name.chinese), .number(part.share),
      .number(Double(part.count)), .text(part.first),
    ]
  }

  private static func name(of evidence: Audit.Evidence) -> Table.Note {
    switch evidence {
    case .code("S"): Table.Note("what is seen in a source (S)", chinese: "来源中所见（S）")
    case .code("D"): Table.Note("what is derived from one (D)", chinese: "由来源推算（D）")
    case .code("M"): Table.Note("memory (M)", chinese: "凭记忆（M）")
    case .code("A"): Table.Note("assumptions (A)", chinese: "假设（A）")
    case .code(let other): Table.Note("evidence \(other)", chinese: "证据 \(other)")
    case .unsaid: Table.Note("sources without a code", chinese: "未注明证据等级的来源")
    case .noSource: Table.Note("numbers without a source", chinese: "没有来源的数字")
    }
  }

  private static func name(of age: Audit.Age) -> Table.Note {
    switch age {
    case .within2: Table.Note("0 to 2 years", chinese: "0至2年")
    case .within5: Table.Note("3 to 5 years", chinese: "3至5年")
    case .within10: Table.Note("6 to 10 years", chinese: "6至10年")
    case .over10: Table.Note("more than 10 years", chinese: "10年以上")
    case .later: Table.Note("later than the start", chinese: "晚于起始年")
    case .noYear: Table.Note("no year named", chinese: "未注明年份")
    case .noSource: Table.Note("no source", chinese: "没有来源")
    }
  }

  // MARK: Inputs

  private func inputs(top: Int) -> Table {
    var table = Table(columns: [
      Table.Column("input", chinese: "因素"),
      Table.Column("value", chinese: "取值", widest: 20),
      Table.Column("evidence", chinese: "证据"),
    ])
    let shown = FigureCell(audit.unit, request)
    for (heading, chinese) in [("at low", "低值时"), ("at high", "高值时")] {
      table.columns.append(
        Table.Column(
          heading, chinese: chinese, unit: shown.heading, isNumeric: true, family: "figure",
          bases: basis.bases(request.basis)))
    }
    table.columns.append(Table.Column("share", chinese: "份额", unit: "share", isNumeric: true))
    let moving = audit.moving
    for row in moving.prefix(top) {
      table.rows.append([
        .input(row.input.name), .text(row.input.value), evidence(row),
        shown.cell(row.atLow), shown.cell(row.atHigh), .number(row.share),
      ])
    }
    if moving.count > top {
      table.remark([
        Table.Note(
          "\(moving.count - top) more: `top=\(moving.count)` shows them",
          chinese: "另有 \(moving.count - top) 个：`top=\(moving.count)` 全部列出")
      ])
    }
    table.remark(notes)
    table.priceYear = basis.priceYear([request])
    return table
  }

  private func evidence(_ row: Audit.Row) -> Table.Cell {
    if let code = row.input.evidence { return .text(code) }
    return row.input.source.isEmpty
      ? .text("no source", chinese: "没有来源") : .text("no code", chinese: "未注明")
  }

  private var notes: [Table.Note] {
    var notes: [Table.Note] = []
    let ranges = audit.rows.count { $0.input.hasRange }
    let tenths = audit.rows.count - ranges
    if tenths > 0 {
      notes.append(
        Table.Note(
          ranges == 0
            ? "nothing has a range: each number was taken 10 % lower and 10 % higher"
            : (ranges == 1
              ? "1 number goes over its range" : "\(ranges) numbers go over their ranges")
              + ", \(tenths) without one 10 % lower and higher",
          chinese: ranges == 0
            ? "没有给出范围：每个数字各降低和提高 10 %"
            : "\(ranges) 个数字在其范围内变动，\(tenths) 个没有范围的各降低和提高 10 %"))
    }
    let idle = audit.rows.count - audit.moving.count
    if idle > 0 {
      notes.append(
        Table.Note(
          "\(idle) of \(audit.rows.count) numbers do not move it",
          chinese: "\(audit.rows.count) 个数字中有 \(idle) 个不影响它"))
    }
    let halves = audit.halves
    if let first = halves.first, let reason = first.problem {
      let names = halves.prefix(4).map { "`\($0.input.name)`" }.joined(separator: ", ")
      let rest = halves.count > 4 ? " and \(halves.count - 4) more" : ""
      let others = halves.count > 4 ? "等 \(halves.count) 个" : ""
      notes.append(
        Table.Note(
          "an end of \(names)\(rest) has no value, the first since \(said: reason)",
          chinese: "\(names)\(others)有一端没有数值，首个原因：\(Chinese.wording.text(Sentence(said: reason)))"))
    }
    if audit.zeros > 0 {
      notes.append(
        Table.Note(
          audit.zeros == 1
            ? "1 number is nothing now and was not moved"
            : "\(audit.zeros) numbers are nothing now and were not moved",
          chinese: "另有 \(audit.zeros) 个数字现为零，未作变动"))
    }
    if !basis.scenario.entities(.correlate).isEmpty {
      notes.append("each number is moved by itself: correlations are not followed")
    }
    return notes + basis.notes([request])
  }

  // MARK: Files

  /// Every number that was moved, also those that move nothing.
  func file(top: Int?) -> Table {
    let shown = FigureCell(audit.unit, request)
    var table = Table(columns: [
      Table.Column("input", chinese: "因素"), Table.Column("value", chinese: "取值"),
      Table.Column("moved", chinese: "变动方式"),
      Table.Column("at low", chinese: "低值时", unit: shown.heading, isNumeric: true),
      Table.Column("at high", chinese: "高值时", unit: shown.heading, isNumeric: true),
      Table.Column("swing", chinese: "变幅", unit: shown.heading, isNumeric: true),
      Table.Column("share", chinese: "份额", unit: "share", isNumeric: true),
      Table.Column("evidence", chinese: "证据"), Table.Column("source", chinese: "来源"),
      Table.Column("source year", chinese: "来源年份", isNumeric: true),
      Table.Column("age", chinese: "来源年数", isNumeric: true),
      Table.Column("note", chinese: "说明"),
    ])
    for index in table.columns.indices {
      let heading = table.columns[index].heading
      if heading.contains(" ") {
        table.columns[index].fileHeading = String(heading.map { $0 == " " ? "_" : $0 })
      }
    }
    func whole(_ number: Int?) -> Table.Cell { number.map { .number(Double($0)) } ?? .undefined }
    for row in audit.rows.prefix(top ?? .max) {
      table.rows.append([
        .input(row.input.name), .text(row.input.value),
        row.input.hasRange
          ? .text("range", chinese: "范围") : .text("10 %", chinese: "10 %"),
        shown.cell(row.atLow), shown.cell(row.atHigh), shown.cell(row.swing), .number(row.share),
        .text(row.input.evidence ?? ""), .text(row.input.source), whole(row.input.year),
        whole(audit.years(row)), .text(row.problem ?? ""),
      ])
    }
    table.remark([headline])
    table.remark(basis.notes([request]))
    table.priceYear = basis.priceYear([request])
    return table
  }
}
