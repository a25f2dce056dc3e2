public import Diagnostics
import Glibc

/// A program of the user's that shows a long text page by page: `$PAGER`, else `less`.
///
/// A class, because it remembers a program that is not there, to say so once.
public final class Pager {
  /// What the user calls it, arguments and all, as a shell reads it.
  private let command: String
  /// Whether the user named it; nobody is told of a missing `less` that was never asked for.
  private let isChosen: Bool
  /// Settings that it gets. In any case `less` is told to write no file, and to start no editor and no
  /// shell: what was typed ahead for the prompt are keys to it, and `s` would save a file.
  private var settings: [(name: String, value: String)] = [("LESSSECURE", "1")]
  private let complain: (String) -> Void
  /// The sentences of the language at hand.
  private let wording: () -> Wording?
  /// Whether `less` says in our words how one goes on.
  private let saysHow: Bool
  private var isMissing = false

  /// The pager that the environment names; nil where it wants none: `PAGER` empty or `cat`, or a
  /// terminal that cannot move its cursor. `complain` takes what there is to say of it.
  public init?(
    environment: (String) -> String?, wording: @escaping () -> Wording? = { nil },
    complain: @escaping (String) -> Void
  ) {
    let chosen = environment("PAGER").map(Pager.trimmed)
    guard chosen != "", chosen != "cat", !["", "dumb"].contains(environment("TERM") ?? "") else {
      return nil
    }
    command = chosen ?? "less"
    isChosen = chosen != nil
    self.complain = complain
    self.wording = wording
    // Those that somebody chose stay.
    saysHow = environment("LESS") == nil
    // Read as UTF-8 whatever the locale is.
    if environment("LESSCHARSET") == nil { settings.append(("LESSCHARSET", "utf-8")) }
  }

  /// Shows a text that is longer than the screen and waits until it was read; false where it is
  /// shorter or the pager is not there, so that the caller prints it.
  ///
  /// A pager that stops early or is killed has shown what it has. The terminal is as before.
  public func show(_ text: String) -> Bool {
    guard !isMissing, TerminalState.isTerminal(STDIN_FILENO), isLong(text) else { return false }
    var before = termios()
    let isKnown = tcgetattr(STDIN_FILENO, &before) == 0
    let status = run(Array(text.utf8))
    if isKnown { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    guard let status, status != 127, status != 126 else {
      isMissing = true
      let missing: Sentence = "there is no pager `\(escapingControls(command))`"
      if isChosen { complain(missing.text(wording()) + "\n") }
      return false
    }
    // One that was killed may have hidden the cursor, and stands in the middle of a row.
    if status > 128 { complain("\u{1B}[?25h\u{1B}[0m\n") }
    return true
  }

  /// Whether the text and the prompt behind it do not fit the screen.
  private func isLong(_ text: String) -> Bool {
    let width = max(1, TerminalState.width())
    let height = TerminalState.height()
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      rows += max(1, (displayWidth(String(line)) + width - 1) / width)
      if rows > height { return true }
    }
    return false
  }

  /// The status the pager ended with, above 128 for a signal; nil where it cannot be run.
  private func run(_ bytes: [UInt8]) -> Int32? {
    // `env` gives the settings; the shell reads the command, as Git does. A plain command takes the
    // shell's place, so that whoever kills the job kills the pager, not its parent alone.
    let isPlain = command.allSatisfy { $0.isLetter || $0.isNumber || " ._/+-".contains($0) }
    let line = isPlain ? "exec " + command : command
    let settings = saysHow ? settings + [("LESS", less)] : settings
    let words = ["env"] + settings.map { "\($0.name)=\($0.value)" } + ["/bin/sh", "-c", line]
    return try? OutsideProgram(words: words, input: bytes).run()
  }

  /// Ends by itself on one screen, lets colours through, leaves on the screen what was read, and says
  /// how one goes on and leaves.
  private var less: String {
    let (end, more): (Sentence, Sentence) = ("(END) q leaves", "Space goes on, q leaves")
    return "FRXPs?e\(end.text(wording())):\\: \(more.text(wording())).$"
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
