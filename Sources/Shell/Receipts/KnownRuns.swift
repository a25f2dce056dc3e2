import Diagnostics
import Language

/// The runs that the receipts of a folder know, for `replay ID` and `open ID`.
enum KnownRuns {
  /// The script of the run that a path names by its id, `1a2b3c4d5e6f` or `folder/1a2b3c4d5e6f`, from
  /// the receipts in the folder's `datapackage.json`; nil where the path names none, or there is no
  /// package.
  ///
  /// Throws `unknown-id` where no run there has such an id, or several.
  static func script(_ path: String, _ session: inout Session) throws(Diagnostic) -> SourceText? {
    let id = DataPackage.name(of: path)
    guard Receipt.isID(id) else { return nil }
    let beside = DataPackage.path(beside: path)
    // Read and not looked for, so that a session which is brought back reads the same.
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try session.files.read(beside)
    } catch {
      if error.exit == .interrupted { throw error }
      return nil
    }
    let package = try DataPackage(bytes, of: beside)
    var runs: [Receipt] = []
    for (_, receipt) in package.receipts
    where !runs.contains(where: { $0.id == receipt.id && $0.script == receipt.script }) {
      runs.append(receipt)
    }
    let found = runs.filter { $0.id.hasPrefix(id) }
    guard let run = found.first, Set(found.map(\.id)).count == 1 else {
      let shown = (found.isEmpty ? runs : found).prefix(8).map { run in
        Diagnostic.Note(
          "\(run.short) " + escapingControls(run.scenario.isEmpty ? run.branch : run.scenario))
      }
      throw Diagnostic(
        "unknown-id",
        found.isEmpty
          ? "no run in `\(escapingControls(beside))` has an id that begins with `\(id)`"
          : "several runs in `\(escapingControls(beside))` have ids that begin with `\(id)`",
        notes: Array(shown))
    }
    if run.engine != Engine.version {
      session.say(
        "it was run by Parkline \(escapingControls(run.engine)), and this is \(Engine.version)")
    }
    // Of the branch alone before a statement that named others.
    let simplest = found.min { $0.script.utf8.count < $1.script.utf8.count } ?? run
    return SourceText(name: "run \(run.short)", text: simplest.script)
  }
}
