public import Diagnostics
import Language
import Quantities

/// What may be a name.
public enum Names {
  /// Words of the language that are neither kinds, units, metrics nor commands.
  static let keywords =
    [
      "to", "in", "and", "or", "not", "if", "true", "false",
      "sum", "mean", "min", "max", "cumulative", "growth", "npv", "irr", "at", "exp", "ln", "sqrt",
      "chance", "expected", "quantile", "spread", "ramp", "normal", "lognormal", "uniform",
      "triangular", "pert", "beta", "discrete",
      "bernoulli",
    ] + standardLevels

  /// The levels of government that hold where no library has others. They name nothing else anywhere.
  static let standardLevels = ["central", "province", "local"]

  /// First words of metrics, kept free so that `tax[toys]` is never in doubt.
  static let metrics = [
    "agglomeration", "contributions", "displaced", "emissions", "energy", "firms", "floor",
    "grants", "handover",
    "investment",
    "investment_per_mu", "jobs", "jobs_per_ha", "jobs_per_serviced_ha", "land", "land_income",
    "local_share",
    "market_potential", "net_local", "occupancy", "opex", "output", "payroll", "profit",
    "rail_uplift",
    "rebates", "refunds", "set_aside", "tax", "tax_per_mu", "tax_per_serviced_mu", "transfers",
    "value_added",
  ]

  /// Commands of one word that came after scenarios had things of these names: they may have them still.
  private static let commandsAlone: Set<String> = ["demo", "new", "tour"]

  /// Commands, present and to come.
  static let commands = [
    "advance", "appraise", "assume", "assumptions", "audit", "backtest", "best", "branch",
    "branches",
    "bridge", "calibrate", "check", "cite", "compare", "demo", "diff", "discover", "draw", "edit",
    "ensemble",
    "events", "evpi", "expect", "explain", "export", "format", "goal", "help", "history",
    "import", "last", "list", "log", "merge", "metric", "new", "now", "observe", "open", "plot",
    "print",
    "quit", "record", "recover", "redo", "regret", "remove", "rename", "replay", "report",
    "rewind", "robust", "save", "set", "show", "sobol", "sweep", "switch", "switching", "table",
    "timer",
    "tornado", "tour", "undo", "unit",
    "unset", "use", "verify", "worst",
  ]

  /// Kinds.
  static let kinds = EntityKind.allCases.map(\.rawValue)

  private static let reserved: [String: Sentence] = {
    var words: [String: Sentence] = [:]
    for word in keywords { words[word] = "it is a word of the language" }
    for word in metrics { words[word] = "it is a metric" }
    for word in commands where !commandsAlone.contains(word) { words[word] = "it is a command" }
    for word in kinds { words[word] = "it is a kind of thing" }
    for row in UnitTable.rows { for name in row.names { words[name] = "it is a unit" } }
    for row in Magnitude.rows { words[row.word] = "it is a magnitude" }
    return words
  }()

  /// Whether a word is kept for a command or kind that is not there yet, or is there.
  public static func isKept(_ word: String) -> Bool {
    commands.contains(word) || kinds.contains(word)
  }

  /// Whether a word of the language, and so the name of nothing.
  public static func isReserved(_ word: String) -> Bool { reserved[word] != nil }

  /// Refuses what cannot be the name of a branch: what could not be one of an entity either.
  public static func check(branch name: String, at place: Location) throws(Diagnostic) {
    try check(name, kind: .scenario, at: place)
  }

  /// Whether a word begins the name of a metric.
  public static func isMetric(_ word: String) -> Bool { metrics.contains(word) }

  /// Refuses a word of the language in Chinese, which stands for another, and what cannot be a name.
  static func check(
    _ name: String, written: String, kind: EntityKind, at place: Location
  ) throws(Diagnostic) {
    guard TypedChinese.names(of: name).contains(written) else {
      return try check(name, kind: kind, at: place)
    }
    var problem = Diagnostic.badName(written, "it stands for `\(name)` here", at: place)
    problem.help = ["call it `\(written)-1`, for example"]
    throw problem
  }

  /// Refuses what cannot be a name: reserved words, and marks other than inner hyphens.
  ///
  /// Taxes live under `tax.`, so a tax may be called what another metric is called under `tax`.
  static func check(
    _ name: String, kind: EntityKind, at place: Location
  ) throws(Diagnostic) {
    if let reason = reserved[name] {
      var problem = Diagnostic.badName(name, reason, at: place)
      problem.help = ["call it `\(joined(name, kind))`, for example"]
      throw problem
    }
    if name.contains("_") {
      throw Diagnostic(
        "name", "`\(name)` cannot be a name: names have letters, digits and inner hyphens",
        at: place, help: ["call it `\(hyphenated(name))`"])
    }
    guard name.utf8.count <= 200 else {
      throw .badName(truncated(name, to: 24), "it is longer than 200 bytes", at: place)
    }
  }

  /// A name with the kind in it, which no word of the language is: `land-tax`, `firm-h`.
  private static func joined(_ name: String, _ kind: EntityKind) -> String {
    switch kind {
    case .tax: "\(name)-tax"
    case .assume, .correlate, .ensemble, .metric, .observe, .model, .scenario, .unit: "my-\(name)"
    default: "\(kind.rawValue)-\(name)"
    }
  }

  private static func hyphenated(_ name: String) -> String {
    name.split(separator: "_").joined(separator: "-")
  }
}
