import Diagnostics

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

    /// What they do, and which do it in vi where those are others.
    var meaning: Sentence {
      let summary = Sentence(verbatim: summary)
      guard viKeys != keys else { return summary }
      return viKeys.isEmpty ? "\(summary) (not in vi)" : "\(summary) (in vi: \(typed: viKeys))"
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

  func keyPage(_ width: Int?, _ wording: Wording?) -> String {
    let groups = keys()
    let none: Sentence = "lines are read as they come: there is no editor here"
    guard !groups.isEmpty else { return none.text(wording) + "\n" }
    let taken = 4 + groups.flatMap(\.keys).reduce(0) { max($0, displayWidth($1.keys)) }
    let width = width ?? Int.max
    // Where there is little room beside the keys, what they do goes below them.
    let isBeside = width - taken >= 36
    var page = ""
    for group in groups {
      page += (page.isEmpty ? "" : "\n") + Sentence(verbatim: group.title).text(wording) + "\n"
      for key in group.keys {
        let lines = HelpTopics.broken(
          key.meaning.text(wording), to: isBeside ? width - taken : width - 6)
        if !isBeside { page += "  \(key.keys)\n" }
        for (index, line) in lines.enumerated() {
          let left = isBeside && index == 0 ? "  " + key.keys : ""
          let blanks = (isBeside ? taken : 6) - displayWidth(left)
          page += left + String(repeating: " ", count: blanks) + line + "\n"
        }
      }
    }
    let more: Sentence =
      "~/.editrc binds other keys; `bind -v` in it chooses vi, where Esc begins commands"
    return page + "\n\(more.text(wording))\n"
  }

  func optionPage(_ width: Int?, _ wording: Wording?) -> String {
    let more: Sentence =
      "`parkline --help` says more, also of `parkline fmt`, `parkline check` and `parkline verify`"
    return HelpTopics.table(
      ["option", "meaning"],
      options().map { [$0.name, Sentence(verbatim: $0.summary).text(wording)] }, width, wording)
      + "\n\(more.text(wording))\n"
  }

  /// The page of an option; nil where there is none.
  func page(option name: String, _ wording: Wording?) -> String? {
    guard let row = options().first(where: { $0.name == name }) else { return nil }
    let what: Sentence = "an option of the command line: `parkline --help`"
    return "\(row.name)  \(Sentence(verbatim: row.summary).text(wording))\n\(what.text(wording))\n"
  }
}
