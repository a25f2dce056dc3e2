/// What the shell is told of its surroundings, so that `help` can say it: the keys of the prompt and
/// the options of the command line.
public struct OutsideHelp: Sendable {
  public struct Row: Sendable {
    public var name: String
    public var summary: String

    public init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// What each key does at the prompt.
  public var keys: @Sendable () -> [Row]
  /// What each option of the command line means, by its name: `--safe`, `-c`.
  public var options: @Sendable () -> [Row]

  public init(
    keys: @escaping @Sendable () -> [Row] = { [] },
    options: @escaping @Sendable () -> [Row] = { [] }
  ) {
    self.keys = keys
    self.options = options
  }

  func keyPage(_ width: Int?) -> String {
    let rows = keys().map { [$0.name, $0.summary] }
    guard !rows.isEmpty else { return "lines are read as they come: there is no editor here\n" }
    return HelpTopics.table(["key", "what it does"], rows, width)
      + "\n~/.editrc can bind other keys and choose vi: `bind -v`\n"
  }

  func optionPage(_ width: Int?) -> String {
    HelpTopics.table(["option", "meaning"], options().map { [$0.name, $0.summary] }, width)
      + "\n`parkline --help` says more, also of parkline fmt, check and verify-proof\n"
  }

  /// The page of an option; nil where there is none.
  func page(option name: String) -> String? {
    guard let row = options().first(where: { $0.name == name }) else { return nil }
    return "\(row.name)  \(row.summary)\nan option of the command line: `parkline --help`\n"
  }
}
