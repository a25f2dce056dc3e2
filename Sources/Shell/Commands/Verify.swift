import Diagnostics
import Language
import Reports

/// `verify FILE`: holds a file against its receipt, and against the run of that done again.
enum Verify {
  static let row = Command(
    "verify", .files, signature: [.fileOfFormat],
    summary: "compare a file with its receipt and with a new run of it",
    details:
      "The receipt is what `export FILE … --package` wrote into the `datapackage.json` beside the\n"
      + "file. Its bytes and their SHA-256 are checked, the scenario of the receipt is run again, and\n"
      + "every figure is compared; the scenario at hand has no part in it. Nothing is written. A script\n"
      + "ends with exit code 3 where something differs, and `parkline verify FILE` too.",
    trace: .question
  ) { (session, invocation) throws(Diagnostic) in
    let file = try invocation.reader.file()
    try invocation.reader.end()
    do throws(Diagnostic) {
      let found = try Verification(
        file.text, session.files, with: Receipt.Again.Means(session))
      session.printLine(found.sentence)
      for remark in found.remarks { session.printLine(remark) }
    } catch {
      throw error.placed(at: invocation.reader.location(file.span))
    }
  }
}
