import Diagnostics
import Language
import Reports

/// `export projection.csv tax, jobs`: writes figures, a picture or another command's answer to a file.
///
/// What is exported is one thing (`ExportContent`), how it gets to the disk another (`ExportTarget`).
enum Export {
  static let row = Command(
    "export", .files,
    signature: Signature(
      [.fileOfFormat, .optional(.metrics), ViewRequest.by.shown(as: "…")] + ViewRequest.words
        + [
          ViewRequest.statistic, ExportLayout.attribute(of: ExportLayout.allCases),
          RunView.nominalOption, .excel,
          .raw, PackageOption.option,
          .option(.branches), .replacing,
        ] + PlotRequest.own,
      or: [.fileOfFormat, .needed(.answer)]),
    summary: "write figures or an answer to a file: \(FileFormat.list)",
    details:
      "The ending chooses the format; `-` is standard output, as CSV. `wide` has a row for each\n"
      + "period and a column for each metric, `tidy` a row for each value. Money is in yuan, exact\n"
      + "to the fen, and in prices of one year, whatever `format` says; `--nominal` carries it to\n"
      + "those of each, and `closures=none` is a run in which no firm closes. For csv and tsv,\n"
      + "`--excel` adds a byte-order mark and CRLF, and `--raw` leaves texts alone that a spreadsheet\n"
      + "would run. At a prompt a file that this session did not write is replaced with `--over`\n"
      + "only; a script replaces what an `export` like it wrote. While an ensemble is on, a column\n"
      + "`statistic` says of each row which it is: mean, p5, p25, p50, p75 and p95, or as `statistic=` says.\n"
      + "Behind the name of a command it writes that command's answer, with the words that it takes:\n"
      + "`compare` (also `layout=tidy`), `appraise`, `events`, `assumptions`, `audit`, `explain`, to any\n"
      + "format but pictures and databases.\n"
      + "An xlsx has what `table` shows, in the units and the language of `format`, sums as formulas, a\n"
      + "chart of the first figure, and the assumptions on a sheet of their own; with `layout=years` a\n"
      + "column for each year. An html is a page of the same tables, for browsers and paper. An svg\n"
      + "is the picture of `plot`, whose words it takes; a png the same, twice as large, where\n"
      + "`rsvg-convert` is installed. A run is added to those in an sqlite, or takes the place of the\n"
      + "same run; with `--branches` those of every branch are. `--over` empties it first; what\n"
      + "Parkline did not write is refused. `--package` writes a receipt into the `datapackage.json`\n"
      + "beside the file, for `verify`.",
    examples: [
      "export - tax, jobs years=2021..2022", "export - tax by=level layout=tidy",
      "export - tax, investment --nominal", "export - appraise discount=6%",
      "branch late; set p2 delay=3y; export - compare main late tax, jobs layout=tidy",
      "export - events years=2020..2022", "export - explain tax.vat[2025] depth=2",
    ],
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let target = try ExportTarget(&invocation.reader)
    let content: ExportContent
    if let (row, answer) = answering(invocation.reader) {
      content = try Export.content(of: row, answer, target, &session, &invocation)
    } else if target.format.content == .runs {
      if let packaging = session.packaging {
        throw Diagnostic(
          "conflict", "a database takes no receipt: it has the script of each run",
          at: packaging.place)
      }
      return try database(target, &session, &invocation)
    } else if target.format.content == .picture {
      content = try picture(&session, &invocation)
    } else {
      content = try figures(target, &session, &invocation)
    }
    try target.write(content, of: invocation.statement, in: &session)
  }
}

extension FileFormat {
  /// The names of all formats: `csv, tsv or svg`.
  fileprivate static var list: String {
    let names = rows.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

extension Signature.Option {
  fileprivate static let branches = Signature.Option(
    "branches", "the runs of every branch, into a database", isOfFigures: true)
}
