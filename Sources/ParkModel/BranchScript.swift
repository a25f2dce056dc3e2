/// A scenario and its alternatives as one script.
///
/// The first is written whole, and each other one as `branch` with the statements that turn the
/// branch it was made from into it. Reading the script makes the same branches again, and the same
/// script of them.
///
/// What a branch and the one it was made from have in common stands before its `branch`, so that `merge`
/// finds it there again; where the other was changed since, those changes come behind
/// (Docs/Decisions/0156).
public enum BranchScript {
  /// One of the alternatives.
  public struct Branch: Sendable {
    public var name: String
    /// The branch it was made from, an earlier one; nil for the first.
    public var origin: String?
    /// Those of its `branch` statement.
    public var comments: Comments
    public var scenario: Scenario
    /// What it has in common with the branch it was made from; nil where that is all of that one.
    public var base: Scenario?

    public init(
      name: String, origin: String?, comments: Comments, scenario: Scenario,
      base: Scenario? = nil
    ) {
      self.base = base
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
    var writer = BranchWriter(branches, first)
    for branch in branches.dropFirst() { writer.write(branch) }
    writer.finish(at: current)
    return writer.printer
  }
}

/// Writes branches one after another, each as far as the next that is made of it needs it.
private struct BranchWriter {
  private(set) var printer = ScenarioPrinter(keepsChinese: true)
  private let branches: [BranchScript.Branch]
  private let first: BranchScript.Branch
  /// What the statements so far make of each branch that is not all there yet.
  private var written: [String: Scenario] = [:]
  private var here: String

  init(_ branches: [BranchScript.Branch], _ first: BranchScript.Branch) {
    self.branches = branches
    self.first = first
    here = first.name
    let beginning = state(of: first)
    (beginning ?? first.scenario).print(into: &printer)
    written[first.name] = beginning
  }

  /// A branch as the first that is made of it has it in common with it; nil where that is all of it.
  private func state(of branch: BranchScript.Branch) -> Scenario? {
    let child = branches.dropFirst().first { ($0.origin ?? first.name) == branch.name }
    return child.flatMap { base(of: $0, branch) }
  }

  /// What stands of a branch before another is made of it; nil where that is all of it.
  private func base(
    of branch: BranchScript.Branch, _ origin: BranchScript.Branch
  ) -> Scenario? {
    guard let base = branch.base?.withoutClosing,
      base.script != origin.scenario.withoutClosing.script
    else { return nil }
    return base
  }

  mutating func write(_ branch: BranchScript.Branch) {
    let origin = branches.first { $0.name == branch.origin } ?? first
    let base = base(of: branch, origin)
    if here != origin.name {
      go(to: origin.name)
    } else if branch.comments.leading.isEmpty {
      printer.line("")
    }
    bring(origin, to: base)
    printer.statement(words: ["branch", branch.name], branch.comments)
    here = branch.name
    written[branch.name] = (base ?? origin.scenario).withoutClosing
    bring(branch, to: state(of: branch))
  }

  /// What of branches is behind those that were made of them, and the way to the one at hand.
  mutating func finish(at current: String) {
    for branch in branches where written[branch.name] != nil {
      if here != branch.name { go(to: branch.name) }
      bring(branch, to: nil)
    }
    if here != current { go(to: current) }
  }

  private mutating func go(to name: String) {
    printer.line("")
    printer.statement(words: ["switch", name], Comments())
    here = name
  }

  /// Adds the statements that turn what is written of the branch at hand into a scenario; nil for all
  /// of it. What is all there already, and is now to be another, began as that.
  private mutating func bring(_ branch: BranchScript.Branch, to scenario: Scenario?) {
    guard scenario != nil || written[branch.name] != nil else { return }
    let now = written[branch.name] ?? branch.scenario.withoutClosing
    printer.difference(ScenarioDifference(from: now, to: scenario ?? branch.scenario))
    written[branch.name] = scenario
  }
}
