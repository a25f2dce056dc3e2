import Diagnostics
import Shell

/// Words that people type for what this command line does by options: `parkline help`.
enum HelpWord {
  /// The arguments that were meant: `help` alone is `--help`, before the name of a tool that tool's, and
  /// before anything else what `help` says of it in the shell.
  static func meant(by arguments: [String]) -> [String] {
    guard arguments.first == "help" else { return arguments }
    let topic = arguments.dropFirst()
    guard let first = topic.first, !first.hasPrefix("-") else { return ["--help"] }
    if Tools.has(first) { return [first, "--help"] }
    return ["-c", "help " + topic.joined(separator: " ")]
  }

  /// What to type in the place of a script that is not there, where it is another word.
  static func advice(forMissing file: String) -> Sentence? {
    if file == "version" { return "`parkline --version`" }
    if CommandTable.command(named: file) != nil {
      return "a statement stands behind -c: `parkline -c '\(file) …'`"
    }
    return nearest(to: file, in: Tools.names + ["help"]).first.map {
      "did you mean `parkline \($0)`?"
    }
  }
}
