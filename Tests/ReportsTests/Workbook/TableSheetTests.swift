import Diagnostics
import Quantities
import Reports
import Testing

/// Taxes by park, as a view has them: the last column is the sum of those before it.
private func taxes(_ periods: [String] = ["2021", "2022", "2023"]) -> Table {
  var sum = Table.Column("tax", chinese: "税收", unit: "yuan", isNumeric: true, family: "tax")
  sum.parts = 1..<3
  var table = Table(
    columns: [
      Table.Column("period", chinese: "期间"),
      Table.Column("smart", chinese: "智慧园", unit: "yuan", isNumeric: true, family: "tax"),
      Table.Column("toys", unit: "yuan", isNumeric: true, family: "tax"), sum,
      Table.Column("jobs", chinese: "就业", unit: "jobs", isNumeric: true),
      Table.Column("local_share", unit: "share", isNumeric: true),
    ],
    notes: [Table.Note("firms as expected", chinese: "企业按期望")])
  table.priceYear = 2021
  for (index, period) in periods.enumerated() {
    let fen = Int64(1_234_567_890 + 111 * index)
    table.rows.append([
      .text(period), .money(fen: fen), .money(fen: 10), .money(fen: fen + 10), .number(350.5),
      index == 1 ? .undefined : .number(0.125),
    ])
  }
  return table
}

private func sheet(
  _ table: Table, _ options: Workbook.TableOptions = .init(), _ style: FigureStyle = FigureStyle()
) -> Workbook.Sheet {
  Workbook.Sheet(table: table, name: "taxes", style: style, options: options)
}

private func texts(_ cells: [Workbook.Cell]) -> [String] {
  cells.map { cell in
    switch cell.value {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .decimal(let digits, let places): "\(digits)e-\(places)"
    case .date(let date): "day \(date.text)"
    case .formula(let formula, let value): "=\(formula) \(value)"
    case .empty: ""
    }
  }
}

@Test("headings have units and stay with the keys; sums are formulas that carry their value")
func tableAsSheet() {
  let sheet = sheet(taxes())
  #expect((sheet.frozenRows, sheet.frozenColumns) == (1, 1))
  #expect(
    texts(sheet.rows[0]) == [
      "period", "smart (yuan)", "toys (yuan)", "tax (yuan)", "jobs", "local_share (%)",
    ])
  #expect(
    texts(sheet.rows[1]) == [
      "2021", "1234567890e-2", "10e-2", "=SUM(B2:C2) 12345679.0", "350.5", "0.125",
    ])
  #expect(texts(sheet.rows[2])[5] == "")
  #expect(sheet.rows[1].map(\.format) == [nil, .money, .money, .money, .decimals(1), .share()])
  #expect(texts(sheet.rows[5] + sheet.rows[6]) == ["firms as expected", "money in prices of 2021"])
  #expect(sheet.rows[5][0].style == .note && sheet.rows.count == 7)
}

@Test("a total adds each column of money, and nothing else")
func totals() {
  let sheet = sheet(taxes(), Workbook.TableOptions(hasTotal: true))
  #expect(
    texts(sheet.rows[4]) == [
      "total", "=SUM(B2:B4) 37037040.03", "=SUM(C2:C4) 0.3", "=SUM(D2:D4) 37037040.33", "", "",
    ])
  #expect(sheet.rows[4].allSatisfy { $0.style == .total })
}

@Test("money in a magnitude is divided exactly, with the unit in Chinese headings")
func magnitudes() {
  let style = FigureStyle(magnitudes: .tenThousands, language: .chinese)
  let wan = sheet(taxes(), Workbook.TableOptions(magnitude: .tenThousand, hasTotal: true), style)
  #expect(
    texts(wan.rows[0]) == [
      "期间", "智慧园（万元）", "toys（万元）", "税收（万元）", "就业（人）", "local_share（%）",
    ])
  #expect(
    texts(wan.rows[1]).dropFirst().prefix(3) == [
      "123456789e-5", "1e-5", "=SUM(B2:C2) 1234.5679",
    ])
  #expect(texts(wan.rows[4])[0] == "合计" && texts(wan.rows[6])[0] == "企业按期望")
  let yi = sheet(taxes(), Workbook.TableOptions(magnitude: .hundredMillion))
  #expect(texts(yi.rows[0])[1] == "smart (亿元)" && texts(yi.rows[1])[1] == "123456789e-9")
  let million = sheet(taxes(), Workbook.TableOptions(magnitude: .million))
  #expect(texts(million.rows[0])[1] == "smart (M yuan)")
  #expect(texts(million.rows[1])[1] == "123456789e-7")
}

@Test("what is not the sum of its parts stays a number")
func noSum() {
  var table = taxes()
  table.rows[0][3] = .money(fen: 5)
  table.rows[1][1] = .text("?")
  table.rows[2][1] = .undefined
  table.rows[2][3] = .money(fen: 10)
  let rows = sheet(table, Workbook.TableOptions(hasTotal: true)).rows
  #expect(texts(rows[1])[3] == "5e-2")
  #expect(texts(rows[2])[3] == "1234568011e-2")
  #expect(texts(rows[3])[3] == "=SUM(B4:C4) 0.1")
  #expect(texts(rows[4])[1] == "" && texts(rows[4])[2] == "=SUM(C2:C4) 0.3")
}

@Test("days are days where a column has nothing else")
func daysInColumns() {
  let columns = [Table.Column("period_start"), Table.Column("note"), Table.Column("x")]
  let table = Table(
    columns: columns,
    rows: [
      [.text("2021-07-01"), .text("2021-07-01"), .text("=1")],
      [.text("2022-01-01"), .text("late"), .text("2021-02-30")],
    ])
  let rows = sheet(table).rows
  #expect(texts(rows[1]) == ["day 2021-07-01", "2021-07-01", "=1"])
  #expect(texts(rows[2]) == ["day 2022-01-01", "late", "2021-02-30"])
}

@Test("with years as columns a figure is a row, and a sum adds the rows of its parts")
func years() throws {
  let options = Workbook.TableOptions(
    layout: .years, hasTotal: true, title: "Taxes", chart: .stacked)
  let sheet = sheet(taxes(), options)
  #expect(texts(sheet.rows[0]) == ["Taxes"] && sheet.frozenRows == 3 && sheet.frozenColumns == 1)
  #expect(texts(sheet.rows[2]) == ["figure", "2021", "2022", "2023", "total"])
  #expect(
    texts(sheet.rows[5]) == [
      "tax (yuan)", "=SUM(B4:B5) 12345679.0", "=SUM(C4:C5) 12345680.11",
      "=SUM(D4:D5) 12345681.22", "=SUM(B6:D6) 37037040.33",
    ])
  #expect(sheet.rows[5].allSatisfy { $0.style == .total })
  #expect(sheet.rows[6].allSatisfy { $0.style == .plain })
  #expect(texts(sheet.rows[6]) == ["jobs", "350.5", "350.5", "350.5", ""])
  #expect(texts(sheet.rows[7]) == ["local_share (%)", "0.125", "", "0.125", ""])
  let chart = try #require(sheet.charts.first)
  #expect(
    chart.title == "tax" && chart.vertical == "M yuan"
      && chart.series.map(\.name) == ["smart", "toys"])
  #expect(chart.series[1].values == .init(rows: 4..<5, columns: 1..<4))
  #expect(chart.categories == .init(rows: 2..<3, columns: 1..<4) && chart.row == 12)
}

@Test("years by their ends, and scopes beside the figures; a period that a scope lacks is empty")
func yearsOfScopes() {
  var sum = Table.Column("sum", unit: "jobs", isNumeric: true)
  sum.parts = 3..<5
  let table = Table(
    columns: [
      Table.Column("period_start"), Table.Column("period_end"), Table.Column("scope"),
      Table.Column("a", unit: "jobs", isNumeric: true),
      Table.Column("b", unit: "jobs", isNumeric: true), sum,
    ],
    rows: [
      ("2021-01-01", "2022-01-01", "x", 1), ("2021-01-01", "2022-01-01", "y", 2),
      ("2022-01-01", "2022-07-01", "y", 3),
    ].map { start, end, scope, count in
      [
        .text(start), .text(end), .text(scope), .number(count), .number(10),
        .number(count + 10),
      ]
    })
  let options = Workbook.TableOptions(layout: .years, chart: .line, periods: 2)
  let made = sheet(table, options)
  #expect(
    made.rows.map(texts)
      == [
        ["figure", "scope", "2021", "2022-01-01..2022-07-01"],
        ["a (jobs)", "x", "1.0"], ["a (jobs)", "y", "2.0", "3.0"],
        ["b (jobs)", "x", "10.0"], ["b (jobs)", "y", "10.0", "10.0"],
        ["sum (jobs)", "x", "=SUM(C2,C4) 11.0"],
        ["sum (jobs)", "y", "=SUM(C3,C5) 12.0", "=SUM(D3,D5) 13.0"],
      ].map { $0 + [String](repeating: "", count: 4 - $0.count) })
  #expect(made.charts.first?.series.map(\.name) == ["x", "y"])
  var twice = table
  twice.rows.append(table.rows[0])
  #expect(texts(sheet(twice, options).rows[0])[0] == "period_start")
}

@Test("a chart shows the first figure with its family, and not their sum")
func chartOfTable() throws {
  let sheet = sheet(taxes(), Workbook.TableOptions(chart: .line))
  let chart = try #require(sheet.charts.first)
  #expect(chart.series.map(\.name) == ["smart", "toys"] && chart.horizontal == "period")
  #expect(
    chart.categories == .init(rows: 1..<4, columns: 0..<1) && chart.row == 8 && chart.column == 0)
  let file = try Unzip(try Workbook(sheets: [sheet]).bytes())
  let xml = try file.text("xl/charts/chart1.xml")
  #expect(
    xml.contains("<c:f>'taxes'!$B$2:$B$4</c:f>"))
  #expect(xml.contains("<c:pt idx=\"0\"><c:v>12345678.90</c:v></c:pt>"))
}

@Test("figures in units of their own are numbers: shares as percent, yuan to the fen")
func measured() {
  let table = Table(
    columns: [Table.Column("name"), Table.Column("value"), Table.Column("unit")],
    rows: [(0.125, "share"), (1.005, "yuan"), (41.5, "ha"), (.infinity, "a")].map { value, unit in
      [.text("x"), .measured(Table.Measured(value, unit)), .text(unit)]
    })
  let rows = sheet(table, Workbook.TableOptions(magnitude: .tenThousand)).rows
  #expect(rows.dropFirst().map { texts($0)[1] } == ["0.125", "100e-2", "41.5", ""])
  #expect(rows.dropFirst().map { $0[1].format } == [.share(), .money, nil, nil])
}

@Test("tables without rows, columns or keys are sheets")
func emptyTables() throws {
  let options = Workbook.TableOptions(hasTotal: true, title: "t", chart: .columns)
  var years = options
  years.layout = .years
  for table in [
    Table(columns: []), Table(columns: [Table.Column("a")]), taxes([]),
    Table(columns: [Table.Column("n", isNumeric: true)], rows: [[.number(1)]], keys: 0),
  ] {
    for options in [options, years] {
      _ = try Unzip(try Workbook(sheets: [sheet(table, options)]).bytes())
    }
  }
}
