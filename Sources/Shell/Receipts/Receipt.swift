import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports

/// What a file that was exported is: all that it takes to make it again.
struct Receipt: Sendable, Equatable {
  /// What it stands under in the description of a file.
  static let key = "parkline"

  /// Of the scenario of the branch at hand, 64 hexadecimal digits.
  var id: String
  /// The version of the program that ran it.
  var engine: String
  /// Of the ensemble; nil where there was none.
  var seed: UInt64?
  var libraries: [ScenarioID.LibraryPrint]
  /// The title of the scenario, or what goes for one.
  var scenario: String
  /// The branch that was at hand.
  var branch: String
  /// What wrote the file, without `--over` and `--package`.
  var statement: String
  /// The statement that sets how figures are shown, for files that follow it.
  var format: String
  /// The branch at hand as canonical statements; where the statement names others, those too and
  /// the first.
  var script: String

  /// What a statement wrote, in a session as it is.
  init(_ statement: StatementText, _ session: Session) {
    let scenario = session.scenario
    id = ScenarioID(scenario).text
    engine = Engine.version
    seed = EnsembleSettings(scenario)?.seed
    libraries = ScenarioID.libraries(of: scenario)
    self.scenario = scenario.title
    branch = session.branch
    self.statement = PackageOption.without(["over", PackageOption.word], statement)
    format = session.settings.statement
    script = session.branches.plainScript(namedIn: statement)
  }

  /// The first digits of the id.
  var short: String { String(id.prefix(12)) }

  // MARK: As JSON

  var json: JSONValue {
    .object([
      .init("id", .text(id)), .init("engine", .text(engine)),
      .init("seed", seed.map { .number("\($0)") } ?? .null),
      .init(
        "libraries",
        .array(
          libraries.map { library in
            .object([
              .init("name", .text(library.name)), .init("sha256", .text(library.sha256)),
            ])
          })),
      .init("scenario", .text(scenario)), .init("branch", .text(branch)),
      .init("statement", .text(statement)), .init("format", .text(format)),
      .init("script", .text(script)),
    ])
  }

  /// Reads one; nil where something of it is missing or of another kind.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, Receipt.isID(id), id.utf8.count == 64,
      let engine = json["engine"]?.string, let scenario = json["scenario"]?.string,
      let branch = json["branch"]?.string, let statement = json["statement"]?.string,
      let format = json["format"]?.string, let script = json["script"]?.string,
      let libraries = json["libraries"]?.items, let seed = json["seed"]
    else { return nil }
    self.id = id
    self.engine = engine
    self.scenario = scenario
    self.branch = branch
    self.statement = statement
    self.format = format
    self.script = script
    self.libraries = []
    for library in libraries {
      guard let name = library["name"]?.string, let print = library["sha256"]?.string else {
        return nil
      }
      self.libraries.append(ScenarioID.LibraryPrint(name: name, sha256: print))
    }
    switch seed {
    case .null: self.seed = nil
    case .number(let digits):
      guard let seed = UInt64(digits) else { return nil }
      self.seed = seed
    default: return nil
    }
  }

  /// Whether a text is an id or the beginning of one that is long enough to be meant for it.
  static func isID(_ text: String) -> Bool {
    (6...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}

extension BranchSet {
  /// The branch at hand as canonical statements. Where a statement names other branches, those and the
  /// first with it, so that it can be said again: no more is told of a study than the answer was made of.
  func plainScript(namedIn statement: StatementText) -> String {
    let words = Set(statement.tokens.map { $0.text(in: statement.source) })
    let named = Set(all.map(\.name).filter { $0 == current.name || words.contains($0) })
    guard named.count > 1 else { return current.scenario.plainScript }
    let parts = all.filter { named.contains($0.name) || $0.name == BranchSet.first }
    return BranchScript.plainText(
      of: parts.map { branch in
        BranchScript.Branch(
          name: branch.name, origin: branch.origin, comments: Comments(),
          scenario: branch.scenario)
      }, current: current.name)
  }
}
