import Ensembles
import ParkModel

/// What a scenario is, as a number: the same for the same canonical statements, libraries, engine and
/// seed, whoever typed them how (Docs/Decisions/0143).
struct ScenarioID: Hashable, Sendable {
  /// A library and the SHA-256 of its script, in hexadecimal digits.
  struct LibraryPrint: Hashable, Sendable {
    var name: String
    var sha256: String
  }

  /// 64 hexadecimal digits.
  let text: String

  /// The first 12 of them, which people can tell apart and type.
  var short: String { String(text.prefix(12)) }

  /// The id of what a run is made of. `script` is canonical: `Scenario.plainScript`.
  init(script: String, libraries: [LibraryPrint], engine: String, seed: UInt64?) {
    text = PartHeader.identity(
      of: [script, engine, seed.map { "seed \($0)" } ?? "no seed"]
        + libraries.flatMap { [$0.name, $0.sha256] })
  }

  /// The id of a scenario in this program.
  init(_ scenario: Scenario) {
    self.init(
      script: scenario.plainScript, libraries: ScenarioID.libraries(of: scenario),
      engine: Engine.version, seed: EnsembleSettings(scenario)?.seed)
  }

  /// The libraries in use and the model's own numbers, by name.
  static func libraries(of scenario: Scenario) -> [LibraryPrint] {
    let names = Set(scenario.libraries.map(\.name) + [EntityKind.model.rawValue])
    return names.sorted().compactMap { name in
      Library.script(of: name).map { script in
        LibraryPrint(name: name, sha256: SHA256.text(SHA256.digest(script[...])))
      }
    }
  }
}
