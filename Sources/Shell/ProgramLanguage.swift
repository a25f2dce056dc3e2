public import Diagnostics
import Language
import ParkModel
import Reports

/// The language that a conversation begins in (Docs/Decisions/0166).
extension Program {
  /// The sentences of the language that is answered in; nil for English.
  public var wording: Wording? { session.wording }

  /// Answers in Chinese from here on, unless a script or `-c` said in which language.
  public func beginInChinese() {
    guard !session.settings.isLanguageSaid else { return }
    session.settings.speak(.chinese)
    journal?.begin(in: .chinese)
    renderer.wording = session.wording
  }

  /// A problem as it is said to whoever typed what it is about.
  func rendered(_ problem: Diagnostic, in session: Session) -> String {
    // Kept no longer than that: whoever keeps the scenario has it copied by the next change.
    var renderer = renderer
    renderer.speak(like: session)
    return renderer.render(problem)
  }

  /// How to change the language, in both; nil where nothing but the locale chose it.
  public var languageNotice: String? {
    guard session.wording != nil, !session.settings.isLanguageSaid else { return nil }
    return "按系统语言用中文回答；`format language=en` 改为英文，可写入启动文件。\n"
      + "Answers are in Chinese, as the locale asks; `format language=en` changes that."
  }
}

extension DiagnosticRenderer {
  /// Answers in the language of a conversation: what is proposed to a statement that was typed in Chinese, in
  /// the words that it is typed in.
  mutating func speak(like session: Session) {
    wording = session.wording
    let scenario = session.scenario
    typesChinese { scenario.entity(named: $0) != nil }
  }

  /// Proposes in Chinese what was typed so; `isNamed` tells of a word whether it is the user's own.
  mutating func typesChinese(besides isNamed: @escaping @Sendable (String) -> Bool) {
    typing = { place in
      guard let words = ChineseTyping(place) else { return nil }
      return { piece in words.text(piece, besides: isNamed) }
    }
  }
}

/// What the locale that the program was started in says.
public enum StartingLocale {
  /// The variables that name the language of messages; the first that says something holds.
  private static let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// Whether messages are wanted in Chinese: only by a locale `zh_*`, and only where it is installed.
  public static func isChinese(
    _ environment: (String) -> String?, isInstalled: (String) -> Bool
  ) -> Bool {
    let named = variables.lazy.compactMap(environment).first { !$0.isEmpty }
    return named.map { $0.hasPrefix("zh_") && isInstalled($0) } ?? false
  }
}
