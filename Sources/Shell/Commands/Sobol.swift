import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports

/// `sobol tax[2030]`: which part of a figure's variance comes from which range.
enum SobolCommand {
  static let row = Command(
    "sobol", .results, signature: [.needed(.figure)],
    summary: "say which part of a figure's variance each range makes",
    details:
      "`first` is what a range makes by itself, `total` with all that it does together with others,\n"
      + "both with an interval in which 95 of 100 samples have it (Saltelli 2010, Jansen 1999). It\n"
      + "takes about as many runs as the ensemble has draws. Ranges that are correlated have no such\n"
      + "parts, and are refused.",
    examples: ["ensemble draws=256; assume slow = 1y to 2y; set p2 delay=slow; sobol tax[2020]"]
  ) { (session, invocation) throws(Diagnostic) in
    let place = invocation.reader.here
    let expression = try invocation.reader.expression()
    let source = invocation.reader.source
    try invocation.reader.end()
    let request = try FigureRequest(expression, source, session.scenario)
    try request.checkIsSingle(for: "sobol", at: place)
    if let correlation = session.scenario.entities(.correlate).first {
      throw Diagnostic(
        "conflict", "parts of a variance are those of ranges that do not go together", at: place,
        notes: [Diagnostic.Note("these do", at: correlation.location)],
        help: [
          "`\(correlation.name) off` takes the correlation away", "`tornado \(request.label)`",
        ])
    }
    let figure = try PointFigure(
      request, session.scenario, try session.project(), EnsembleSettings(session.scenario),
      stop: session.stop)
    guard !figure.run.parameters.isEmpty else {
      throw Diagnostic(
        "certain", "nothing is uncertain here", at: place,
        help: ["give a number a range, such as `2min to 34min`"])
    }
    guard
      let found = try ParameterIndices(figure, threads: session.threads, stop: session.stop)
    else {
      throw Diagnostic(
        "no-value", "`\(request.label)` is the same whatever the ranges are", at: place)
    }
    var table = Table(columns: [
      Table.Column("input", chinese: "因素"),
      Table.Column("first", chinese: "一阶", unit: "%", isNumeric: true, family: "part"),
      Table.Column("from", chinese: "下限", unit: "%", isNumeric: true, family: "part"),
      Table.Column("to", chinese: "上限", unit: "%", isNumeric: true, family: "part"),
      Table.Column("total", chinese: "总效应", unit: "%", isNumeric: true, family: "part"),
      Table.Column("total from", chinese: "总效应下限", unit: "%", isNumeric: true, family: "part"),
      Table.Column("total to", chinese: "总效应上限", unit: "%", isNumeric: true, family: "part"),
    ])
    let order = found.indices.indices.indices.sorted { a, b in
      let (one, two) = (
        found.indices.indices[a].total.value, found.indices.indices[b].total.value
      )
      return one == two ? a < b : one > two
    }
    for index in order {
      let own = found.indices.indices[index]
      table.rows.append(
        [.input(found.parameters[index].name)]
          + [own.first, own.total].flatMap { estimate in
            [estimate.value, estimate.low, estimate.high].map { .number($0 * 100) }
          })
    }
    let runs = NumberFormat.grouped(Double(found.runs), decimals: 0)
    table.remark([Table.Note("parts of the variance of `\(request.label)` over \(runs) runs")])
    if found.indices.missing > 0 {
      let rows = found.indices.missing + found.indices.rows
      table.remark([
        Table.Note(
          "\(found.indices.missing) of \(rows) rows have a run without a value and are left out")
      ])
    }
    session.show(table)
  }
}
