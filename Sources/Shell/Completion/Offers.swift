import Diagnostics
import Language
import ParkModel

/// The ways to go on with a word, of which the nearest kind is kept: those that begin with it as it
/// is typed; where there are none, those that begin with it in other letters, capital or small; where
/// there are none either, those of which a later part does (`cumulative` for
/// `investment.cumulative`), or whose title begins with it (`衢` for `smart "衢州智慧产业园"`).
struct Offers {
  /// The word as it is typed.
  let typed: String
  private let folded: String
  /// Whether the word begins in Chinese.
  private let isChinese: Bool
  private var nearness = Nearness.nothing
  private var found: [Suggestion] = []
  private var seen: Set<String> = []

  private enum Nearness: Int {
    case nothing, part, folded, exact
  }

  /// With `isExact`, only what begins with the word as it is typed is taken.
  init(_ typed: String, isExact: Bool = false) {
    self.typed = typed
    if isExact { nearness = .exact }
    folded = typed.lowercased()
    isChinese = typed.unicodeScalars.first?.isIdeograph ?? false
  }

  /// In the order in which they were offered, each once.
  var suggestions: [Suggestion] { found }

  /// Whether a way to go on would be taken, as far as is known by now.
  func takes(_ text: String) -> Bool {
    let near = nearness(of: text)
    return near != .nothing && near.rawValue >= nearness.rawValue
  }

  /// Whether titles matter: nothing nearer is known, and more than a letter is typed.
  var takesTitles: Bool {
    (nearness == .nothing || nearness == .part) && typed.utf8.count > 1
  }

  /// Whether something would be taken for its title, as far as is known by now.
  func takes(title: String?) -> Bool {
    guard takesTitles, let title else { return false }
    return title.lowercased().utf8.starts(with: folded.utf8)
  }

  /// Whether a thing of a scenario would be taken for its title.
  func takesAny(of scenario: Scenario) -> Bool {
    scenario.all.contains { takes(title: $0.title) }
  }

  /// Offers a way to go on.
  mutating func offer(
    _ text: String, _ meaning: @autoclosure () -> Sentence, ending: String = " ",
    title: String? = nil
  ) {
    if isChinese { offerChinese(of: text, meaning(), ending) }
    var near = nearness(of: text)
    if near == .nothing, takes(title: title) { near = .part }
    guard near != .nothing, near.rawValue >= nearness.rawValue else { return }
    if near.rawValue > nearness.rawValue {
      nearness = near
      found = []
      seen = []
    }
    guard seen.insert(text).inserted else { return }
    found.append(Suggestion(text, meaning(), ending: ending))
  }

  /// The same with what has no gaps, and perhaps no other language.
  @_disfavoredOverload
  mutating func offer(
    _ text: String, _ summary: @autoclosure () -> String = "", ending: String = " ",
    title: String? = nil
  ) {
    offer(text, Sentence(verbatim: summary()), ending: ending, title: title)
  }

  /// Offers what a word of the language is called in Chinese, where that is how the word begins.
  private mutating func offerChinese(of text: String, _ meaning: Sentence, _ ending: String) {
    for name in TypedChinese.names(of: text) where name.utf8.starts(with: typed.utf8) {
      let english = Sentence(typed: text)
      take(Suggestion(name, meaning.isEmpty ? english : "\(english) \(meaning)", ending: ending))
    }
  }

  /// Takes a way to go on that begins otherwise than it is typed, such as a quoted file's name.
  mutating func take(_ suggestion: Suggestion) {
    if nearness != .exact {
      nearness = .exact
      found = []
      seen = []
    }
    if seen.insert(suggestion.text).inserted { found.append(suggestion) }
  }

  private func nearness(of text: String) -> Nearness {
    if text.utf8.starts(with: typed.utf8) { return .exact }
    guard nearness != .exact else { return .nothing }
    let lower = text.lowercased()
    if lower.utf8.starts(with: folded.utf8) { return .folded }
    guard nearness != .folded, typed.utf8.count > 1 else { return .nothing }
    let parts = lower.utf8.split(omittingEmptySubsequences: false) { "-_.".utf8.contains($0) }
    return parts.dropFirst().contains { $0.starts(with: folded.utf8) } ? .part : .nothing
  }
}
