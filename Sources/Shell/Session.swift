import Diagnostics
import Language
public import ParkModel
import Simulation

/// The state of a shell, as a value: a command works on a copy, and only success puts it back.
public struct Session: Sendable {
  /// The scenario at hand.
  public internal(set) var scenario = Scenario()
  /// Counts the changes of the scenario.
  public internal(set) var revision = 0
  /// What was done to it.
  var journal = Journal()
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
  /// The errors of scripts that go on after one; nil where the first ends them.
  var problems: ProblemList?
  /// Whether nothing is printed, as after an error of a script that goes on.
  private var isSilent = false
  /// The door to the disk.
  private(set) var files: Files
  /// Columns of the terminal; nil where output goes to a file or a pipe.
  public var width: Int?

  public init(files: Files, width: Int? = nil) {
    self.files = files
    self.width = width
  }

  /// Notes an error of a script that goes on. From now on nothing is printed and nothing written:
  /// what a script with an error says does not count.
  mutating func collect(_ problem: Diagnostic, of statement: StatementText?) {
    problems?.add(problem, of: statement)
    hush()
  }

  /// Prints nothing and writes nothing from now on.
  mutating func hush() {
    guard !isSilent else { return }
    isSilent = true
    files = files.withoutWriting
  }

  /// Does something to the scenario, in place. What throws leaves it as it was.
  mutating func make(_ step: Journal.Step, _ summary: String) throws(Diagnostic) {
    try step.apply(to: &scenario)
    journal.note([step])
    change = summary
    revision += 1
    projection = nil
  }

  /// Puts back a scenario of the journal.
  mutating func restore(_ scenario: Scenario) {
    self.scenario = scenario
    revision += 1
    projection = nil
  }

  /// Runs a body whose changes count as one, with a journal of its own meanwhile.
  mutating func together(
    _ body: (inout Session) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let outer = journal
    journal = Journal(base: scenario)
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      journal = outer
      throw error
    }
    let steps = journal.steps
    journal = outer
    journal.note(steps)
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
    return isSilent ? "" : output
  }
}
