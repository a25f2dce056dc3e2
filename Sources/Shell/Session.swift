import Diagnostics
public import ParkModel
import Simulation

/// The state of a shell, as a value: a command works on a copy, and only success puts it back.
public struct Session: Sendable {
  /// The scenario at hand.
  public internal(set) var scenario = Scenario()
  /// Counts the changes of the scenario.
  public internal(set) var revision = 0
  /// Scenarios before and after the one at hand, with what led from one to the next.
  var past: [(scenario: Scenario, change: String)] = []
  var future: [(scenario: Scenario, change: String)] = []
  /// What the last edit did, in a line.
  var change = ""
  /// The run of the scenario at hand, once it was asked for.
  private var projection: Projection?
  /// Statements in the order in which they came, as written.
  public internal(set) var statements: [String] = []
  /// What the statement prints to standard output.
  var output = ""
  /// The folder of the script at hand, for files named in it.
  var scriptFolder: String?
  /// Scripts that are being replayed, outermost first.
  var replaying: [String] = []
  /// The file that `save` writes when none is named.
  var file: String?
  /// Whether `quit` was said.
  public internal(set) var isOver = false
  /// The door to the disk.
  let files: Files
  /// Columns of the terminal; nil where output goes to a file or a pipe.
  public var width: Int?

  public init(files: Files, width: Int? = nil) {
    self.files = files
    self.width = width
  }

  /// Replaces the scenario, forgetting its run.
  mutating func replaceScenario(_ scenario: Scenario, change: String) {
    self.scenario = scenario
    self.change = change
    revision += 1
    projection = nil
  }

  /// Changes the scenario in place. The change itself leaves it as it was when it throws.
  mutating func edit(
    _ summary: String, _ body: (inout Scenario) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try body(&scenario)
    change = summary
    revision += 1
    projection = nil
  }

  /// Keeps the scenario of before, so that `undo` can bring it back, if there was a change since.
  mutating func remember(_ before: Scenario, since revision: Int) {
    guard self.revision != revision, !change.isEmpty else { return }
    past.append((before, change))
    if past.count > 1000 { past.removeFirst() }
    future = []
  }

  /// The run of the scenario at hand.
  mutating func project() throws(Diagnostic) -> Projection {
    if let projection { return projection }
    let result = try Simulation.project(scenario)
    projection = result
    return result
  }

  mutating func print(_ text: String) { output += text }
  mutating func printLine(_ line: String) { output += line + "\n" }

  /// Takes what was printed.
  mutating func takeOutput() -> String {
    defer { output = "" }
    return output
  }
}
