import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `tornado tax[2030]`: what a figure hangs on, the largest first.
enum TornadoCommand {
  static let row = Command(
    "tornado", .results, signature: [.needed(.figure), topAttribute],
    summary: "say what a figure hangs on: each range from its low to its high end",
    details:
      "Each uncertain number stands at what 5 % and 95 % of its draws do not exceed, the others at\n"
      + "their central values; the widest swing comes first. With an ensemble, `rank` is the rank\n"
      + "correlation over its draws, -1 to 1. Where nothing has a range, each number that\n"
      + "`assumptions` lists is taken 10 % lower and 10 % higher, and that is said.",
    examples: [
      "assume slow = 1y to 2y; set p2 delay=slow; tornado tax[2020]", "tornado tax[2030] top=3",
    ],
    inFiles: FileAnswer(
      pictures: { (session, invocation) throws(Diagnostic) in
        [try chart(&invocation.reader, &session, option: { _ in false })]
      },
      table: { (session, invocation, _) throws(Diagnostic) in
        let (request, top) = try words(&invocation.reader, session) { _ in false }
        return try table(request, top ?? .max, &session, isForFiles: true)
      })
  ) { (session, invocation) throws(Diagnostic) in
    let (request, top) = try words(&invocation.reader, session) { _ in false }
    session.doubt(request, in: invocation.statement)
    session.show(try table(request, top ?? usual, &session, isForFiles: false))
  }

  /// How many swings are shown where nobody says.
  static let usual = 12

  /// The answer as a table; files have units in columns of their own, and the prices that money is in.
  private static func table(
    _ request: FigureRequest, _ top: Int, _ session: inout Session, isForFiles: Bool
  ) throws(Diagnostic) -> Table {
    var table: Table
    switch try swings(request, &session) {
    case .ranges(let found, let drawn):
      table = Self.table(found, drawn, request, top, session, isForFiles: isForFiles)
    case .tenths(let found): table = Self.table(found, request, top, session)
    }
    if isForFiles {
      let view = BasisText(view: RunView(), scenario: session.scenario)
      table.remark(view.notes([request]))
      table.priceYear = view.priceYear([request])
    }
    return table
  }

  /// What a figure hangs on.
  enum Swings {
    /// The ranges of a scenario's uncertain numbers, and its draws where it has an ensemble.
    case ranges(ParameterTornado, drawn: Ensemble.Answered?)
    /// Each number a tenth lower and higher, where nothing has a range.
    case tenths(TenthTornado)
  }

  /// Reads a figure with one value and how many swings are shown of it.
  static func words(
    _ reader: inout ArgumentReader, _ session: Session, option: (String) -> Bool
  ) throws(Diagnostic) -> (request: FigureRequest, top: Int?) {
    while let word = try reader.takeOption(where: { _ in true }) {
      guard option(word.text) else { throw .pointless(word, reader) }
    }
    let place = reader.here
    let expression = try reader.expression()
    let top = try top(&reader)
    try reader.end()
    let request = try FigureRequest(expression, reader.source, session.scenario)
    try request.checkIsSingle(for: "tornado", at: place)
    return (request, top)
  }

  static func swings(
    _ request: FigureRequest, _ session: inout Session
  ) throws(Diagnostic) -> Swings {
    let projection = try session.project()
    let figure = try PointFigure(
      request, session.scenario, projection, EnsembleSettings(session.scenario),
      stop: session.stop)
    guard !figure.run.parameters.isEmpty else {
      return .tenths(
        try TenthTornado(
          request, session.scenario, threads: session.threads, stop: session.stop))
    }
    let drawn =
      try session.ensemble(RunView()) == nil
      ? nil
      : session.answered(
        request, of: "tornado", keepsValues: true, at: request.location
      ).1
    return .ranges(
      try ParameterTornado(
        figure, drawn: drawn, threads: session.threads, stop: session.stop), drawn: drawn)
  }

  /// The ranges of uncertain numbers, with the correlations over draws.
  private static func table(
    _ found: ParameterTornado, _ drawn: Ensemble.Answered?, _ request: FigureRequest, _ top: Int,
    _ session: Session, isForFiles: Bool
  ) -> Table {
    var unit = Table.Column("unit", chinese: "单位")
    unit.isForFiles = true
    var table = Table(
      columns: [
        Table.Column("input", chinese: "因素"), Table.Column("low", chinese: "低值", isNumeric: true),
        Table.Column("high", chinese: "高值", isNumeric: true),
      ] + (isForFiles ? [unit] : []))
    figures(found.columns, request, to: &table)
    if drawn != nil {
      table.columns.append(Table.Column("rank", chinese: "秩相关", isNumeric: true))
    }
    for (index, bar) in found.tornado.bars.prefix(top).enumerated() {
      let ends = ends(of: bar.input, found.parameters[index])
      var row: [Table.Cell] = [
        .input(bar.input.name), .measured(ends.low), .measured(ends.high),
      ]
      if isForFiles { row.append(.text(ends.low.unit)) }
      row += [bar.atLow, bar.atHigh, bar.swing].map { cell($0, found.columns) }
      if drawn != nil {
        row.append(
          found.correlations[index].map { .number(($0 * 100).rounded() / 100) } ?? .undefined)
      }
      table.rows.append(row)
    }
    table.remark(
      notes(found.tornado.central, found.columns, request, session).map { Table.Note($0) })
    rest(found.tornado.bars.count, top, &table)
    if let drawn, let settings = EnsembleSettings(session.scenario) {
      table.remark([Table.Note("rank correlation over \(drawn.count.sentence(settings))")])
    }
    table.remark(ofCorrelations(session.scenario))
    return table
  }

  /// That correlations count for nothing here, where there are some.
  static func ofCorrelations(_ scenario: Scenario) -> [Table.Note] {
    scenario.entities(.correlate).isEmpty
      ? [] : ["each range is taken by itself: correlations are not followed"]
  }

  /// Each number of `assumptions` a tenth lower and higher.
  private static func table(
    _ found: TenthTornado, _ request: FigureRequest, _ top: Int, _ session: Session
  ) -> Table {
    var table = Table(columns: [
      Table.Column("input", chinese: "因素"), Table.Column("value", chinese: "取值", widest: 32),
    ])
    figures(found.columns, request, to: &table)
    for bar in found.bars.prefix(top) {
      table.rows.append(
        [.input(bar.name), .text(bar.value)]
          + [bar.atLow, bar.atHigh, bar.swing].map { cell($0, found.columns) })
    }
    table.remark([ofTenths])
    table.remark(notes(found.central, found.columns, request, session).map { Table.Note($0) })
    let idle = found.count - found.bars.count
    if idle > 0 {
      table.remark([
        Table.Note(
          "\(idle) of \(found.count) numbers do not move it",
          chinese: "\(found.count) 个数字中有 \(idle) 个不影响结果")
      ])
    }
    rest(found.bars.count, top, &table)
    return table
  }

  // MARK: Rows

  private static func figures(
    _ columns: DrawColumns, _ request: FigureRequest, to table: inout Table
  ) {
    let unit = columns.unit.map { $0 == UnitTable.known("fen") ? "yuan" : $0.text } ?? ""
    for (heading, chinese) in [
      ("at low", "低值时"), ("at high", "高值时"), ("swing", "变幅"),
    ] {
      table.columns.append(
        Table.Column(
          heading, chinese: chinese, unit: unit == "" ? request.metric?.unit ?? "" : unit,
          isNumeric: true, family: "figure"))
    }
  }

  private static func cell(_ value: Double?, _ columns: DrawColumns) -> Table.Cell {
    guard let value else { return .undefined }
    guard columns.unit == UnitTable.known("fen") else { return .number(value) }
    let fen = value.rounded(.toNearestOrEven)
    return fen.magnitude < 9e18 ? .money(fen: Int64(fen)) : .number(value / 100)
  }

  /// The ends of a range in its own unit.
  static func ends(
    of input: Tornado.Input, _ parameter: UncertainParameter
  ) -> (low: Table.Measured, high: Table.Measured) {
    let unit = parameter.distribution.unit.text
    let size = max(input.low.magnitude, input.high.magnitude)
    return (
      Table.Measured(shown(input.low, of: size), unit),
      Table.Measured(shown(input.high, of: size), unit)
    )
  }

  static let ofTenths = Table.Note(
    "nothing has a range: each number was taken 10 % lower and 10 % higher",
    chinese: "没有给出范围：每个数字各降低和提高 10 %")

  /// An end of a range without what rounding leaves of it: to twelve digits, so that `2y` is
  /// no `1.9999999999999996` in a file.
  private static func shown(_ value: Double, of size: Double) -> Double {
    value.magnitude < size * 1e-12 ? 0 : LiteralForm.tidy(value)
  }

  private static func notes(
    _ central: Double?, _ columns: DrawColumns, _ request: FigureRequest, _ session: Session
  ) -> [Sentence] {
    guard let central else {
      return ["`\(request.label)` has no value where all are at their central values"]
    }
    let scalar = Scalar.number(Quantity(central, columns.unit ?? .one))
    let value = session.figures.text(scalar, request.metric?.unit)
    return ["`\(request.label)` with all at their central values: \(value)"]
  }

  private static func rest(_ count: Int, _ top: Int, _ table: inout Table) {
    if count > top { table.remark([Table.Note("\(count - top) more: `top=\(count)` shows them")]) }
  }

  static let topAttribute = Signature.Piece.attribute(
    "top", .count, shown: "12", "how many are shown, the widest first")

  private static func top(_ reader: inout ArgumentReader) throws(Diagnostic) -> Int? {
    guard let attribute = try reader.attribute() else { return nil }
    guard attribute.name == "top" else { throw .pointless(attribute, reader) }
    return try count(attribute, reader)
  }

  /// How many `top=` says.
  static func count(
    _ attribute: AttributeText, _ reader: ArgumentReader
  ) throws(Diagnostic) -> Int {
    guard case .quantity(let quantity, _) = attribute.value.kind,
      let count = quantity.value(in: .one), count >= 1, count <= 10_000, count == count.rounded()
    else {
      throw Diagnostic(
        "wrong-kind", "`top` takes a whole number from 1 on",
        at: reader.location(attribute.value.span), help: ["write for example `top=12`"])
    }
    return Int(count)
  }
}

extension FigureRequest {
  /// Refuses what has several values in a run, or none by itself.
  func checkIsSingle(for command: String, at place: Location) throws(Diagnostic) {
    guard type.dimension != nil, !type.traits.contains(.series), !type.isSchedule,
      !basis.readsDraws
    else {
      throw Diagnostic(
        "wrong-kind", "`\(command)` takes a figure with one value", at: place,
        help: ["name a period: `\(command) tax[2030]`"])
    }
  }
}
