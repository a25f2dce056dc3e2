import Analysis
import Diagnostics
import Ensembles
import Language
import Quantities
import Reports
import Simulation

/// `plot tax[2030] kind=tornado`: the picture of what `tornado` says.
extension TornadoCommand {
  static func chart(
    _ reader: inout ArgumentReader, _ session: inout Session, option: (String) -> Bool
  ) throws(Diagnostic) -> Chart {
    let (request, asked) = try words(&reader, session, option: option)
    let top = asked ?? usual
    let style = session.settings.style
    let found = try swings(request, &session)
    var chart: Chart
    switch found {
    case .ranges(let found, _):
      let bars = zip(found.tornado.bars, found.parameters).map { bar, parameter in
        let ends = ends(of: bar.input, parameter)
        return (
          bar.input.name, bar.atLow, bar.atHigh, (style.text(ends.low), style.text(ends.high))
        )
      }
      chart = Self.chart(bars, found.tornado.central, found.columns, request, top)
      chart.notes += ofCorrelations(session.scenario)
    case .tenths(let found):
      let bars = found.bars.map { ($0.name, $0.atLow, $0.atHigh, ("-10 %", "+10 %")) }
      chart = Self.chart(bars, found.central, found.columns, request, top)
      chart.notes.insert(ofTenths, at: 0)
    }
    guard !chart.swings.isEmpty else {
      throw Diagnostic(
        "no-value", "nothing moves `\(request.label)`, so there is nothing to draw",
        at: request.location, help: ["`explain \(request.label)` says what it is made of"])
    }
    let view = BasisText(view: RunView(), scenario: session.scenario)
    chart.notes += view.notes([request])
    chart.priceYear = view.priceYear([request])
    return chart
  }

  private typealias Bar = (
    name: String, atLow: Double?, atHigh: Double?, ends: (low: String, high: String)
  )

  private static func chart(
    _ bars: [Bar], _ central: Double?, _ columns: DrawColumns, _ request: FigureRequest, _ top: Int
  ) -> Chart {
    let isInFen = columns.unit == UnitTable.known("fen")
    let unit = isInFen ? "yuan" : columns.unit?.text ?? ""
    func value(_ number: Double?) -> Double {
      number.map { isInFen ? $0 / 100 : $0 } ?? .nan
    }
    let swings = bars.prefix(top).map { bar in
      Chart.Swing(
        name: Table.Note(bar.name), low: value(bar.atLow), high: value(bar.atHigh), ends: bar.ends)
    }
    var notes: [Table.Note] = []
    if bars.count > top {
      let more = bars.count - top
      notes.append(
        Table.Note(
          "\(more) more: `top=\(bars.count)` shows them",
          chinese: "另有 \(more) 项：`top=\(bars.count)` 显示全部"))
    }
    return Chart(
      title: Table.Note("what \(request.label) hangs on", chinese: "\(request.label) 的影响因素"),
      unit: unit.isEmpty ? request.metric?.unit ?? "" : unit,
      marks: .tornado(swings, central: value(central)), notes: notes)
  }
}
