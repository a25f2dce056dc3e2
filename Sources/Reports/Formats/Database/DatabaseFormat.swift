/// A database of runs, which is added to and never written as the bytes of one document.
enum DatabaseFormat {
  static let format = FileFormat(
    name: "sqlite", summary: "a database of runs for SQL", content: .runs
  ) { (_, _) throws(FormatFailure) in throw .needsRuns }
}
