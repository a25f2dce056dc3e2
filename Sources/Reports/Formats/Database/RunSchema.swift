/// What stands in a database of runs. Docs/Files.md says it to those who read one.
enum RunSchema {
  /// What the header of the file says of whose it is: `Park`.
  static let application = 0x5061_726B
  /// Counts the layouts of the tables.
  static let version = 1

  struct Item {
    let kind: String
    let name: String
    let text: String
  }

  /// What it consists of, in the order in which it is made.
  static let items = [
    Item(
      kind: "table", name: "runs",
      text: """
        CREATE TABLE runs (
          id INTEGER PRIMARY KEY,
          sha256 TEXT NOT NULL UNIQUE,
          scenario TEXT NOT NULL,
          branch TEXT NOT NULL,
          engine TEXT NOT NULL,
          written TEXT NOT NULL,
          price_year INTEGER,
          nominal INTEGER NOT NULL CHECK (nominal IN (0, 1)),
          closures TEXT NOT NULL,
          draws INTEGER,
          seed INTEGER,
          sampling TEXT,
          notes TEXT NOT NULL,
          script TEXT NOT NULL
        ) STRICT
        """),
    Item(
      kind: "table", name: "scopes",
      text: """
        CREATE TABLE scopes (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          title TEXT NOT NULL,
          UNIQUE (kind, name, title)
        ) STRICT
        """),
    Item(
      kind: "table", name: "metrics",
      text: """
        CREATE TABLE metrics (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          label TEXT NOT NULL,
          unit TEXT NOT NULL,
          basis TEXT NOT NULL,
          UNIQUE (label, unit, basis, name)
        ) STRICT
        """),
    // In the order of its key, so that a series lies together; no row of it stands twice.
    Item(
      kind: "table", name: "values",
      text: """
        CREATE TABLE "values" (
          run INTEGER NOT NULL REFERENCES runs,
          metric INTEGER NOT NULL REFERENCES metrics,
          scope INTEGER NOT NULL REFERENCES scopes,
          period_start TEXT NOT NULL,
          period_end TEXT NOT NULL,
          statistic TEXT NOT NULL,
          value REAL,
          fen INTEGER,
          PRIMARY KEY (run, metric, scope, period_start, statistic)
        ) STRICT, WITHOUT ROWID
        """),
    Item(
      kind: "view", name: "figures",
      text: """
        CREATE VIEW figures AS
        SELECT
          r.id AS run, r.scenario, r.branch, s.kind AS scope_kind, s.name AS scope,
          s.title AS scope_title, m.name AS metric, m.label, v.period_start, v.period_end,
          nullif(v.statistic, '') AS statistic, m.unit, m.basis, r.price_year, v.value, v.fen
        FROM "values" AS v
        JOIN runs AS r ON r.id = v.run
        JOIN metrics AS m ON m.id = v.metric
        JOIN scopes AS s ON s.id = v.scope
        """),
  ]

  /// What makes it in an empty database.
  static let statements =
    "PRAGMA application_id = \(application);\nPRAGMA user_version = \(version);\n"
    + items.map { $0.text + ";\n" }.joined()

  /// Whether the first bytes of a file, 100 or more, are of a database that Parkline wrote.
  static func isOwn(_ header: [UInt8]) -> Bool {
    guard header.count >= 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      return false
    }
    return header[68..<72].reduce(0) { $0 << 8 | Int($1) } == application
  }
}
