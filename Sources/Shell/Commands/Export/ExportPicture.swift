import Diagnostics
import Reports

/// `export tax.svg tax by=park`: the picture of `plot`.
extension Export {
  static func picture(
    _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) -> ExportContent {
    let charts = try PlotCommand.charts(
      &invocation.reader, &session, view: RunView(), option: { _ in false })
    return ExportContent(Document(blocks: charts.map { .chart($0) }))
  }
}
