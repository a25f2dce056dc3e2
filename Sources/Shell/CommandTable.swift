import Language
import ParkModel

/// Every command, and every kind of thing that can be declared.
public enum CommandTable {
  public static let rows: [Command] = [
    Advance.row,
    Appraise.row,
    Assumptions.row,
    AuditCommand.row,
    BacktestCommand.row,
    Draw.best,
    BranchCommand.row,
    BranchesCommand.row,
    BridgeCommand.row,
    CalibrateCommand.row,
    Check.row,
    Cite.row,
    Compare.row,
    CorrelateCommand.row,
    Demo.row,
    Diff.row,
    DiscoverCommand.row,
    Draw.row,
    Edit.row,
    EnsembleCommand.row,
    Events.row,
    PerfectInformationCommand.row,
    Expect.row,
    Explain.row,
    PackageOption.taken(by: Export.row),
    FormatCommand.row,
    Goal.row,
    Help.row,
    History.row,
    ImportCommand.row,
    Last.row,
    List.row,
    Log.row,
    MergeCommand.row,
    New.row,
    Now.row,
    ObserveCommand.row,
    Open.row,
    PlotCommand.row,
    Print.row,
    Quit.row,
    Record.row,
    Recover.row,
    Redo.row,
    RegretCommand.row,
    Remove.row,
    Rename.row,
    Replay.row,
    PackageOption.taken(by: Report.row),
    Rewind.row,
    RobustCommand.row,
    Save.row,
    SetCommand.row,
    Show.row,
    SobolCommand.row,
    SweepCommand.row,
    SwitchCommand.row,
    SwitchingCommand.row,
    TableCommand.row,
    Timer.row,
    TornadoCommand.row,
    TourCommand.row,
    Undo.row,
    Unset.row,
    Use.row,
    Verify.row,
    Draw.worst,
  ]

  /// The kinds as commands: their rows are the model's.
  public static let declarations: [Command] = EntityKind.allCases.filter { kind in
    !rows.contains { $0.name == kind.rawValue } && kind != .model
  }.map { Declare.row(of: $0) }

  private static let byName: [String: Command] = {
    var commands: [String: Command] = [:]
    for row in rows + declarations { commands[row.name] = row }
    // What other shells are left with.
    for word in ["exit", "q"] { commands[word] = Quit.row }
    return commands
  }()

  public static func command(named name: String) -> Command? { byName[name] }

  /// The command of a statement; nil where it begins with none.
  static func command(of statement: StatementText) -> Command? {
    statement.tokens.first.flatMap { command(named: $0.text(in: statement.source)) }
  }

  /// Every word that can begin a statement.
  public static var names: [String] { (rows + declarations).map(\.name).sorted() }
}
