import Quantities

/// When things begin and end: phases, railway lines, firms, as bars in groups along the years.
public struct Timeline: Sendable {
  public var title: Table.Note
  /// The years that are shown, half-open; 2021.5 is the middle of 2021.
  public var span: Range<Double>
  /// Bars of one group follow each other.
  public var bars: [Bar]
  /// Sentences below.
  public var notes: [Table.Note]

  public init(
    title: Table.Note, span: Range<Double>, bars: [Bar], notes: [Table.Note] = []
  ) {
    self.title = title
    self.span = span
    self.bars = bars
    self.notes = notes
  }

  /// One thing and its time.
  public struct Bar: Sendable, Equatable {
    /// What it is one of: phases, firms.
    public var group: Table.Note
    public var name: Table.Note
    /// The year in which it begins.
    public var from: Double
    /// The year in which it ends; nil where that is beyond what is shown.
    public var to: Double?
    /// The year in which it was meant to begin, where it is late.
    public var planned: Double?
    /// A few words beside it: `41.5 ha`.
    public var detail: Table.Note

    public init(
      group: Table.Note, name: Table.Note, from: Double, to: Double? = nil,
      planned: Double? = nil, detail: Table.Note = ""
    ) {
      self.group = group
      self.name = name
      self.from = from
      self.to = to
      self.planned = planned
      self.detail = detail
    }

    /// Whether it begins later than it was meant to.
    public var isLate: Bool { planned.map { $0 < from } ?? false }
  }
}

extension Timeline {
  /// What is drawn, as rows: group, name, the months in which it begins and ends, when it was planned, and
  /// details; columns that would be empty are left out.
  public var table: Table {
    var columns = [
      Table.Column("group", chinese: "类别"), Table.Column("name", chinese: "名称"),
      Table.Column("from", chinese: "开始"), Table.Column("to", chinese: "结束"),
    ]
    let hasPlans = bars.contains { $0.planned != nil }
    let hasDetails = bars.contains { !$0.detail.text.isEmpty }
    if hasPlans { columns.append(Table.Column("planned", chinese: "原计划开始")) }
    if hasDetails { columns.append(Table.Column("detail", chinese: "说明")) }
    let rows = bars.map { bar -> [Table.Cell] in
      var cells: [Table.Cell] = [
        .text(bar.group.text, chinese: bar.group.chinese),
        .text(bar.name.text, chinese: bar.name.chinese), Timeline.cell(bar.from),
        Timeline.cell(bar.to),
      ]
      if hasPlans { cells.append(Timeline.cell(bar.planned)) }
      if hasDetails { cells.append(.text(bar.detail.text, chinese: bar.detail.chinese)) }
      return cells
    }
    var table = Table(columns: columns, rows: rows, notes: notes, keys: 2)
    table.name = title
    return table
  }

  private static func cell(_ year: Double?) -> Table.Cell {
    guard let year, year.isFinite else { return .undefined }
    return .text(month(year))
  }

  /// The month that holds a moment: `2021-07` for 2021.5.
  static func month(_ year: Double) -> String {
    guard year.isFinite, year.magnitude < 1e6 else { return "–" }
    // Sums of months in binary may fall short of a month by a rounding.
    let months = NumberFormat.whole((year * 12 + 1e-6).rounded(.down))
    let month = (months % 12 + 12) % 12
    return "\((months - month) / 12)-" + (month < 9 ? "0" : "") + "\(month + 1)"
  }
}
