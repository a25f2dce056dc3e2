import Diagnostics
import Language
import Reports

/// `plot tax by=park`: figures as a picture.
enum PlotCommand {
  static let row = Command(
    "plot", .results,
    signature: Signature(
      [.optional(.metrics), ViewRequest.by] + PlotRequest.own + ViewRequest.words
        + [
          RunView.nominalOption,
          .option("ascii", "for terminals without the dots of braille"),
        ]),
    summary: "draw metrics period by period",
    details:
      "A line for each metric, each part (`by=`) or each branch (`vs=`), named at its end; one\n"
      + "picture for each unit. While an ensemble is on, it is the median, with a band from p5 to p95.\n"
      + "`areas` add up to the whole, and `waterfall` leads to it part by part in the last period: with\n"
      + "`vs=`, from that branch to the one at hand. `tornado` is of one figure with one value, and draws\n"
      + "what the command of that name says of it, as `plot bridge A B FIGURE` and\n"
      + "`plot discover CONDITION` and `plot robust …` do. `--ascii` is for terminals without braille dots.\n"
      + "`export FILE.svg` takes the same words and writes the picture to a file.",
    examples: [
      "plot tax, tax.local", "plot jobs by=sector kind=areas",
      "plot tax years=2021..2025 kind=bars",
      "branch late; set p2 delay=3y; plot tax vs=main", "plot tax by=firm kind=waterfall --ascii",
      "assume slow = 1y to 2y; set p2 delay=slow; plot tax[2020] kind=tornado",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    var isPlain = false
    let charts = try charts(
      &invocation.reader, &session, view: session.view,
      option: { option in
        isPlain = isPlain || option == "ascii"
        return option == "ascii"
      })
    for (index, chart) in charts.enumerated() {
      if index > 0 { session.print("\n") }
      session.answer(.chart(chart), isPlain: isPlain)
    }
  }

  /// The command whose answer is drawn, where its name comes first.
  static func drawn(_ reader: ArgumentReader) -> Command? {
    guard let word = reader.peekedWord, !reader.isAttributeAhead else { return nil }
    return [BridgeCommand.row, DiscoverCommand.row, RobustCommand.row].first { $0.name == word }
  }

  /// The charts that the rest of a statement asks for. Other options go to `option`, which says whether it
  /// knows them.
  static func charts(
    _ reader: inout ArgumentReader, _ session: inout Session, view: RunView,
    option: (String) -> Bool
  ) throws(Diagnostic) -> [Chart] {
    var ahead = reader
    if ahead.word()?.text == BridgeCommand.row.name {
      reader = ahead
      return [try BridgeCommand.chart(&reader, view, &session, option: option)]
    }
    ahead = reader
    if ahead.word()?.text == DiscoverCommand.row.name {
      reader = ahead
      let (words, found) = try DiscoverCommand.found(&reader, view, &session, option: option)
      return [DiscoverCommand.chart(words, found, session)]
    }
    ahead = reader
    if ahead.word()?.text == RobustCommand.row.name {
      reader = ahead
      return [try RobustCommand.chart(&reader, view, &session, option: option)]
    }
    ahead = reader
    if let kind = try ahead.takeAttribute("kind"), kind.value.word == PlotRequest.tornado {
      reader = ahead
      return [try TornadoCommand.chart(&reader, &session, option: option)]
    }
    let plot = try PlotRequest(&reader, &session, view: view, option: option)
    return try ChartView.charts(plot)
  }
}
