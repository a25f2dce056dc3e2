import Diagnostics
import Language

/// The levels of government among which taxes are divided, from the nation down: the last is the one
/// whose budget a park belongs to.
///
/// They come with a library, as statements `level NAME "who receives it" adjective=… chinese=…`; those of
/// the library `model` hold where no library in use has its own.
public struct Levels: Sendable {
  /// One of them.
  public struct Level: Sendable {
    /// As an attribute of taxes, behind `tax.` and in `by=level`.
    public let name: String
    /// Who receives what goes to it: `the central government`.
    public let receiver: String
    /// What its taxes are called: `provincial`.
    public let adjective: String
    /// What Chinese statistics put before 税收.
    public let chinese: String
  }

  /// The library that declares them.
  public let library: String
  public let all: [Level]

  public var names: [String] { all.map(\.name) }

  /// The one whose budget a park belongs to: of a city, county or municipality.
  public var own: Level { all[all.count - 1] }

  /// As many as an account has places for.
  public static let most = 5

  // MARK: Known ones

  /// Those that hold where no library in use has its own.
  public static let standard = known[0]

  /// Those of every built-in library, the standard ones first.
  public static let known: [Levels] = Library.scripts.compactMap { name, utf8 in
    // Only their lines: a library is read as a whole when somebody uses it.
    let lines = utf8.split(separator: UInt8(ascii: "\n")).filter { $0.starts(with: "level ".utf8) }
    let source = SourceText(name: "library \(name)", utf8: Array(lines.joined(separator: [10])))
    do throws(Diagnostic) {
      return try Levels(source, library: name)
    } catch {
      preconditionFailure("library \(name): \(DiagnosticRenderer().render(error))")
    }
  }

  /// Those that a library brings of its own; nil where it divides taxes among those in force.
  static func brought(by library: String) -> Levels? { known.first { $0.library == library } }

  /// A level of any library by its name, the standard ones first.
  public static func level(named name: String) -> Level? {
    known.lazy.flatMap(\.all).first { $0.name == name }
  }

  // MARK: Reading

  private static let adjective = AttributeRow.special(
    "adjective", .text, required: true, "what its taxes are called: `provincial`")
  private static let chinese = AttributeRow.special(
    "chinese", .text, required: true, "what Chinese statistics put before 税收")

  /// Whether a statement of a library declares a level.
  static func declares(_ statement: StatementText) -> Bool {
    var reader = ArgumentReader(statement)
    return reader.word()?.text == "level"
  }

  /// Reads the levels of a library's script; nil where it declares none. Throws what does not hold, with
  /// its place.
  init?(_ source: SourceText, library: String) throws(Diagnostic) {
    var levels: [Level] = []
    var places: [Location] = []
    for statement in Script(source).statements where Levels.declares(statement) {
      let (level, place) = try Levels.level(statement)
      if let first = levels.firstIndex(where: { $0.name == level.name }) {
        throw Diagnostic(
          "declared-twice", "level `\(level.name)` is declared already", at: place,
          notes: [Diagnostic.Note("here", at: places[first])])
      }
      guard levels.count < Levels.most else {
        throw Diagnostic(
          "out-of-range", "a library has at most \(Levels.most) levels of government", at: place)
      }
      levels.append(level)
      places.append(place)
    }
    guard !levels.isEmpty else { return nil }
    self.library = library
    all = levels
  }

  private static func level(
    _ statement: StatementText
  ) throws(Diagnostic) -> (Level, Location) {
    var reader = ArgumentReader(statement)
    _ = reader.word()
    let example = "level state \"the state\" adjective=state chinese=州级"
    guard let name = reader.word() else {
      throw Diagnostic(
        "missing-name", "a level needs a name", at: reader.here,
        help: ["for example `\(example)`"])
    }
    let place = reader.location(name.span)
    if !Names.standardLevels.contains(name.text) {
      try Names.check(name.text, kind: .scenario, at: place)
    }
    if Tax.numbers.contains(where: { $0.name == name.text }) {
      throw .badName(name.text, "it is an attribute of taxes", at: place)
    }
    guard let receiver = try reader.quotedText()?.text else {
      throw Diagnostic(
        "syntax", "expected who receives what goes to the level, in quotes", at: reader.here,
        help: ["for example `\(example)`"])
    }
    var texts: [String: String] = [:]
    while let written = try reader.attribute() {
      guard let row = [adjective, chinese].first(where: { $0.name == written.name }) else {
        throw Diagnostic(
          "unknown-attribute", "a level has no attribute `\(written.name)`",
          at: reader.location(written.nameSpan), help: ["it has `adjective` and `chinese`"])
      }
      if case .text(let text) = try ValueReader(source: reader.source, row: row).value(
        written.value)
      {
        texts[row.name] = text
      }
    }
    try reader.end()
    for row in [adjective, chinese] where texts[row.name] == nil {
      throw Diagnostic(
        "missing-attribute", "`\(name.text)` needs `\(row.name)`: \(row.summary)", at: place,
        help: ["for example `\(example)`"])
    }
    return (
      Level(
        name: name.text, receiver: receiver, adjective: texts[adjective.name] ?? "",
        chinese: texts[chinese.name] ?? ""), place
    )
  }
}

extension Scenario {
  /// The levels of government among which its taxes are divided.
  public var levels: Levels {
    if let loading { return loading }
    return libraries.lazy.compactMap { Levels.brought(by: $0.name) }.first ?? .standard
  }

  /// Refuses a tax that goes to a level which is none here.
  func checkLevels(of tax: Declaration) throws(Diagnostic) {
    guard tax.kind == .tax else { return }
    let levels = levels
    guard let share = tax.shares.first(where: { !levels.names.contains($0.name) }) else { return }
    let library = Levels.known.first { $0.names.contains(share.name) }?.library ?? ""
    throw Diagnostic(
      "unknown-attribute", "`\(share.name)` is no level of government here", at: share.location,
      notes: [Diagnostic.Note("the levels are \(attributes: levels.names)")],
      help: libraries.isEmpty && Library.names.contains(library)
        ? ["`use \(library)` has it"]
        : ["divide `\(tax.name)` among \(attributes: levels.names)"])
  }

  /// Refuses a name that is a level's: `tax[state]` would be in doubt.
  func checkIsNoLevel(_ name: String, at place: Location) throws(Diagnostic) {
    guard loading == nil, levels.all.contains(where: { $0.name == name }) else { return }
    var problem = Diagnostic.badName(name, "it is a level of government", at: place)
    problem.help = ["call it `my-\(name)`, for example"]
    throw problem
  }

  /// Refuses a library whose levels are others than those of the taxes that stand, or whose taxes are
  /// divided among others than those that hold.
  func checkLevels(
    using library: [Declaration], _ target: ScenarioEdit.Target
  ) throws(Diagnostic) {
    let brought = Levels.brought(by: target.name)
    let names = (brought ?? levels).names
    if let brought, let named = all.first(where: { brought.names.contains($0.name) }) {
      throw Diagnostic(
        "declared-twice", "library `\(target.name)` has a level of government `\(named.name)`",
        at: target.location, notes: [Diagnostic.Note("it is declared here", at: named.location)],
        help: ["give yours another name: `rename \(named.name) own-\(named.name)`"])
    }
    func other(_ taxes: some Sequence<Declaration>) -> (tax: Declaration, share: Attribute)? {
      for tax in taxes where tax.kind == .tax {
        if let share = tax.shares.first(where: { !names.contains($0.name) }) { return (tax, share) }
      }
      return nil
    }
    if let (tax, share) = other(all) {
      throw Diagnostic(
        "conflict",
        "library `\(target.name)` divides taxes among \(attributes: names), and `\(tax.name)` goes to `\(share.name)`",
        at: target.location, notes: [Diagnostic.Note("it does so here", at: share.location)],
        help: [
          tax.library == nil
            ? "take it away first: `remove \(tax.name)`"
            : "use it in a scenario without library `\(tax.library ?? "")`"
        ])
    }
    if let (tax, share) = other(library) {
      throw Diagnostic(
        "conflict",
        "the levels of government here are \(attributes: names), and `\(tax.name)` of library `\(target.name)` goes to"
          + " `\(share.name)`",
        at: target.location,
        help: ["use it in a scenario without library `\(levels.library)`"])
    }
  }
}

extension Declaration {
  /// What a tax says of who receives it.
  var shares: [Attribute] {
    attributes.filter { Tax.everyShare.contains($0.name) }
  }
}
