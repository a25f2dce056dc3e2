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

  /// Keys of the prompt, in emacs mode and in vi's, and what they do.
  public struct Key: Sendable {
    var keys: String
    var viKeys: String
    var summary: String

    public init(_ keys: String, inVi viKeys: String, _ summary: String) {
      self.keys = keys
      self.viKeys = viKeys
      self.summary = summary
    }
  }

  /// Keys that belong together.
  public struct KeyGroup: Sendable {
    var title: String
    var keys: [Key]

    public init(_ title: String, _ keys: [Key]) {
      self.title = title
      self.keys = keys
    }
  }

  /// What each key does at the prompt.
  public var keys: @Sendable () -> [KeyGroup]
  /// What each option of the command line means, by its name: `--safe`, `-c`.
  public var options: @Sendable () -> [Row]

  public init(
    keys: @escaping @Sendable () -> [KeyGroup] = { [] },
    options: @escaping @Sendable () -> [Row] = { [] }
  ) {
    self.keys = keys
    self.options = options
  }

  func keyPage(_ width: Int?) -> String {
    let groups = keys()
    guard !groups.isEmpty else { return "lines are read as they come: there is no editor here\n" }
    let rows = groups.flatMap { group in
      [["\(group.title):", "", ""]]
        + group.keys.map { ["  \($0.keys)", $0.viKeys == $0.keys ? "" : $0.viKeys, $0.summary] }
    }
    return HelpTopics.table(["keys", "in vi mode, where others", "what they do"], rows, width)
      + "\n~/.editrc binds other keys; `bind -v` in it chooses vi\n"
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
