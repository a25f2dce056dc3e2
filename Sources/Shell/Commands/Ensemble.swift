import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities

/// `ensemble draws=10000`: draws many futures of the scenario, as long as it is on.
enum EnsembleCommand {
  static let row = Command(
    EntityKind.ensemble.rawValue, .describe,
    signature: Signature(
      EntityKind.ensemble.row.attributes.map { .attribute($0) }, or: [.needed(.words(["off"]))]),
    summary: EntityKind.ensemble.row.summary,
    details:
      "While it is on, `table` and `export` show statistics of the draws, `print` those of a figure,\n"
      + "`compare` goes draw by draw, and `chance`, `expected`, `quantile` and `spread` read them. It is\n"
      + "saved with the scenario. Said again, it changes what it names. A draw depends on the seed, on\n"
      + "the name of what is uncertain and on its number alone, so that branches share their draws.\n"
      + "Ctrl-C at a prompt keeps the draws that are done, and says how many these are.",
    examples: [
      "ensemble draws=20", "ensemble draws=20 seed=7; print chance(tax[2030] > 1.2bn yuan)",
      "ensemble; ensemble off",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    guard invocation.reader.isAtEnd, let settings = EnsembleSettings(session.scenario) else {
      return try Declare.edit(&session, &invocation)
    }
    // Said alone where it is on, it says what it is.
    let count = Ensemble.Count(done: settings.draws, asked: settings.draws)
    session.printLine("the ensemble is on: \(count.sentence(settings))")
    let parameters = try session.scenario.uncertainParameters(stop: session.stop)
    session.printLine(
      parameters.isEmpty
        ? "nothing is uncertain, so that every draw is the plain run"
        : "uncertain: " + parameters.map(\.name).joined(separator: ", "))
  }
}
