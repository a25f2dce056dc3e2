import Diagnostics
import Language
import ParkModel

/// `open FILE`: puts a script's scenario in the place of the one at hand.
enum Open {
  static let row = Command(
    "open", .files, signature: [.needed(.script)], summary: "replace the scenario by a script's",
    details: "`undo` brings the old one back. `replay` adds a script to the scenario instead."
  ) { (session, invocation) throws(Diagnostic) in
    let name = try invocation.reader.file()
    try invocation.reader.end()
    let place = invocation.reader.location(name.span)
    var run = (name: name.text, isFile: true)
    let lost = session.unsavedCount
    try session.anew { (session) throws(Diagnostic) in
      run = try Replay.run(name.text, at: place, in: &session)
    }
    session.change = "\(run.name) opened"
    session.file = run.isFile ? run.name : nil
    session.settleOpened(over: lost)
  }
}
