public import Diagnostics
import Language
public import ParkModel
import Quantities
public import Simulation

/// What stands between the brackets of `METRIC[SCOPE, PERIOD]`. Language 5.
struct Narrowing {
  private var scopes: [(name: String, location: Location)] = []
  private var period: Expression?
  private let source: SourceText

  /// Whether a period is named.
  var hasPeriod: Bool { period != nil }

  /// Which ends of the period are named as years, and not as parts of them.
  var years: NamedYears {
    guard let period else { return NamedYears() }
    if case .range(let first, let last) = period.kind {
      return NamedYears(
        first: first.askedPeriod?.isYear ?? false, last: last.askedPeriod?.isYear ?? false)
    }
    let isYear = period.askedPeriod?.isYear ?? false
    return NamedYears(first: isYear, last: isYear)
  }

  /// Reads the brackets of a name, and checks what the scenario alone can tell.
  init(_ name: NameUse, _ metric: Metric?, _ scenario: Scenario) throws(Diagnostic) {
    source = name.location.source
    var divisions: [(Division, String)] = []
    for argument in name.arguments ?? [] {
      let place = Location(source, argument.span)
      if argument.isPeriod, !argument.isName(in: scenario) {
        guard period == nil else {
          throw Diagnostic("twice", "a second period stands here", at: place)
        }
        period = argument
        continue
      }
      guard let word = argument.word else {
        throw Diagnostic(
          "wrong-kind", "`\(argument.canonical)` is neither a scope nor a period", at: place)
      }
      guard let division = Division(of: word, in: scenario) else {
        throw .unknownScope(word, scenario, at: place)
      }
      if let other = divisions.first(where: { $0.0 == division }) {
        throw Diagnostic(
          "twice", "`\(word)` and `\(other.1)` are both of the kind \(division)", at: place)
      }
      if let metric, !metric.row.scopes.contains(division) {
        throw .notDivided(metric.name, metric.row.divisions, by: division, at: place)
      }
      divisions.append((division, word))
      scopes.append((word, place))
    }
  }

  /// The scopes and the steps of the period in a run.
  func resolved(_ projection: Projection) throws(Diagnostic) -> ([Scope], Range<Int>?) {
    let scopes = scopes.compactMap { projection.scope($0.name) }
    guard let period else { return (scopes, nil) }
    return (scopes, try PeriodReader(projection.calendar, source).steps(period))
  }
}

/// Which ends of a period are named as years: of such a year somebody expects all.
struct NamedYears {
  var first = false
  var last = false
}

extension Division {
  /// The division of which a name of a scenario is a part; nil where it is of none.
  init?(of name: String, in scenario: Scenario) {
    if scenario.levels.names.contains(name) {
      self = .level
      return
    }
    switch scenario.entity(named: name)?.kind {
    case .park: self = .park
    case .phase: self = .phase
    case .firm, .cohort: self = .firm
    case .sector: self = .sector
    case .city: self = .jurisdiction
    case .tax: self = .tax
    default: return nil
    }
  }
}

extension Expression {
  /// Whether it is a date, a year or a range of them.
  fileprivate var isPeriod: Bool {
    if case .range(let first, let last) = kind {
      return first.askedPeriod != nil && last.askedPeriod != nil
    }
    return askedPeriod != nil
  }

  /// Whether it is what something in a scenario is called.
  fileprivate func isName(in scenario: Scenario) -> Bool {
    word.map { scenario.entity(named: $0) != nil } ?? false
  }
}

extension Diagnostic {
  static func unknownScope(
    _ name: String, _ scenario: Scenario, at place: Location
  ) -> Diagnostic {
    if let entity = scenario.entity(named: name) {
      return Diagnostic(
        "wrong-kind", "`\(name)` is \(entity.kind.phrase), and no metric is narrowed to one",
        at: place, notes: [Diagnostic.Note("it is declared here", at: entity.location)])
    }
    let known = scenario.all.filter { Division(of: $0.name, in: scenario) != nil }.map(\.name)
    let guesses = didYouMean(name, among: known + scenario.levels.names)
    return Diagnostic(
      "unknown-name", "nothing in the scenario is called `\(name)`", at: place,
      help: guesses.isEmpty ? Library.help(for: name, in: scenario) : guesses)
  }

  public static func unknownMetric(
    _ name: String, taxes: [String], own: [String], in scenario: Scenario, at place: Location
  ) -> Diagnostic {
    let names = MetricTable.names(taxes: taxes, levels: scenario.levels) + own
    if let tax = name.wholeMatch(of: /tax\.(.+)/).map({ String($0.1) }),
      Library.has(tax, .tax, in: scenario)
    {
      return Diagnostic(
        "unknown-metric", "there is no tax `\(tax)`", at: place,
        help: Library.help(for: tax, .tax, in: scenario))
    }
    // `toys.wage` of a sector that a library has.
    let first = String(name.prefix { $0 != "." })
    if first != name, Library.has(first, in: scenario) {
      return Diagnostic(
        "unknown-metric", "there is no metric or assumption `\(name)`", at: place,
        help: Library.help(for: first, in: scenario))
    }
    if let number = ChineseNumber.percent(name) ?? ChineseNumber.amount(name) {
      return Diagnostic(
        "unknown-metric", "there is no metric or assumption `\(name)`", at: place,
        help: ["write `\(number)`"])
    }
    let guesses = didYouMean(name, among: TypedChinese.candidates(names, for: name, at: .other))
    let family = names.filter { $0.hasPrefix(name + ".") }
    return Diagnostic(
      "unknown-metric", "there is no metric or assumption `\(name)`", at: place,
      help: !family.isEmpty
        ? ["there is \(figures: family)"]
        : guesses.isEmpty ? ["`help metrics` lists them"] : guesses)
  }

  public static func notDivided(
    _ name: String, _ divisions: Set<Division>, by division: Division, at place: Location
  ) -> Diagnostic {
    let names = divisions.map(\.rawValue).sorted()
    var help: [Sentence] = []
    if division == .firm || division == .sector,
      let other = MetricTable.metric(name, taxes: [])?.row.ofFirms
    {
      help = ["`\(other)` is over the land that firms occupy"]
    }
    return Diagnostic(
      "not-divided", "`\(name)` does not divide by \(division.rawValue)", at: place,
      notes: [Diagnostic.Note("it divides by \(choices: names, isQuoted: false)")], help: help)
  }
}
