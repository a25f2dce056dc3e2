import Diagnostics
import Reports

/// `table tax, jobs by=park`: shows metrics period by period.
enum TableCommand {
  static let row = Command(
    "table", .results,
    signature: Signature(
      [.optional(.metrics), ViewRequest.by] + ViewRequest.words
        + [ViewRequest.statistic, RunView.nominalOption]),
    summary: "show metrics period by period",
    details: "Metrics are separated by commas and may be narrowed: `tax.local[toys]`.\n"
      + "`help metrics` lists them. A year's flow is the sum of its steps, a year's stock its last.\n"
      + "Firms count as much as they are likely to be open still; with `closures=none` none closes.\n"
      + "While an ensemble is on, it shows what `statistic` says of its draws.\n"
      + "`--nominal` carries money from the prices of one year to those of each.",
    examples: [
      "table tax, jobs, investment every=5y", "table tax by=tax years=2021..2025",
      "table jobs by=firm closures=none", "table tax, investment --nominal",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let request = try ViewRequest(&invocation.reader, &session, view: session.view)
    session.show(try session.table(request))
  }
}
