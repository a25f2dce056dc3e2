import Diagnostics
import Language
import ParkModel

/// What a session that can be brought back was about: for a list, without doing it again.
enum JournalTitle {
  /// The title of the scenario that was declared or read last, else the first statement, else the file
  /// that was run; nil where the journal cannot be read.
  static func title(of file: JournalFile) -> String? {
    guard let bytes = try? file.read(), let text = JournalText(bytes) else { return nil }
    var title: String?
    var other: String?
    for entry in text.entries {
      switch entry.record {
      case .lines(let text, _), .command(let text):
        let script = Script(SourceText(name: "", text: text))
        title = scenario(in: script) ?? title
        other = other ?? script.statements.first { !$0.tokens.isEmpty }?.text
      case .read(_, let bytes):
        title = scenario(in: Script(SourceText(name: "", utf8: bytes))) ?? title
      case .script(let path): other = other ?? path
      case .begun, .done, .start: break
      }
    }
    return (title ?? other).map { text in
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return line.count > 50 ? line.prefix(49) + "…" : line
    }
  }

  /// The title in the last `scenario` statement that has one.
  private static func scenario(in script: Script) -> String? {
    for statement in script.statements.reversed() {
      var reader = ArgumentReader(statement)
      guard reader.word()?.text == EntityKind.scenario.rawValue else { continue }
      if let title = try? reader.quotedText() { return title.text }
    }
    return nil
  }
}
