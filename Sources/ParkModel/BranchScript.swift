/// A scenario and its alternatives as one script.
///
/// The first is written whole, and each other one as `branch` with the statements that turn the
/// branch it was made from into it. Reading the script makes the same branches again, and the same
/// script of them.
public enum BranchScript {
  /// One of the alternatives.
  public struct Branch: Sendable {
    public var name: String
    /// The branch it was made from, an earlier one; nil for the first.
    public var origin: String?
    /// Those of its `branch` statement.
    public var comments: Comments
    public var scenario: Scenario

    public init(name: String, origin: String?, comments: Comments, scenario: Scenario) {
      self.name = name
      self.origin = origin
      self.comments = comments
      self.scenario = scenario
    }
  }

  /// The script, which ends in the branch of the name `current`.
  public static func text(of branches: [Branch], current: String) -> String {
    printer(of: branches, current: current)?.script() ?? ""
  }

  /// The statements of the script; nil where there are no branches.
  static func printer(of branches: [Branch], current: String) -> ScenarioPrinter? {
    guard let first = branches.first else { return nil }
    var printer = ScenarioPrinter()
    first.scenario.print(into: &printer)
    var here = first.name
    for branch in branches.dropFirst() {
      let origin = branches.first { $0.name == branch.origin } ?? first
      if here != origin.name {
        printer.line("")
        printer.statement(words: ["switch", origin.name], Comments())
      } else if branch.comments.leading.isEmpty {
        printer.line("")
      }
      printer.statement(words: ["branch", branch.name], branch.comments)
      printer.difference(
        ScenarioDifference(from: origin.scenario.withoutClosing, to: branch.scenario))
      here = branch.name
    }
    if here != current {
      printer.line("")
      printer.statement(words: ["switch", current], Comments())
    }
    return printer
  }
}
