import Foundation

/// The literals of the sources, as `Sentence` has their templates.
struct SourceTemplates {
  /// A literal, or several with `+` between them.
  struct Literal {
    /// Its file and line: `Analysis/Audit/Audit.swift:115`.
    var place: String
    /// What it may be the template of: itself, and with a gap at its end where something is added.
    var templates: [String]
    /// Whether the call in which it stands gives its Chinese, too (`chinese:`), or says why the program
    /// cannot go on.
    var hasOwnChinese = false
    /// The call in which it stands, by its number in the file; for `hasOwnChinese`.
    fileprivate var calls: [Int]

    init(place: String, templates: [String], calls: [Int] = []) {
      self.place = place
      self.templates = templates
      self.calls = calls
    }
  }

  private(set) var literals: [Literal] = []
  /// All of the sources, and the built-in libraries.
  private(set) var text = ""

  var templates: Set<String> { Set(literals.flatMap(\.templates)) }

  static func all() throws -> SourceTemplates {
    var found = SourceTemplates()
    let root = Scripts.root.appendingPathComponent("Sources")
    for case let url as URL in FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil) ?? .init()
    where ["swift", "park"].contains(url.pathExtension) && !url.path.contains("/Wording/") {
      let text = try String(contentsOf: url, encoding: .utf8)
      found.text += text
      guard url.pathExtension == "swift" else { continue }
      let name = String(url.path.dropFirst(root.path.count + 1))
      var reader = SourceLiterals(text, name)
      found.literals += reader.read()
    }
    return found
  }
}

/// Reads one file.
private struct SourceLiterals {
  private let text: [Character]
  private let name: String
  private var place = 0
  private var line = 1
  private var found: [SourceTemplates.Literal] = []
  /// The brackets that are open, each by its number, and which of them say their Chinese.
  private var open: [Int] = []
  private var count = 0
  private var own: Set<Int> = []

  init(_ text: String, _ name: String) {
    self.text = Array(text)
    self.name = name
  }

  mutating func read() -> [SourceTemplates.Literal] {
    read(to: text.count)
    return found.map { literal in
      var literal = literal
      literal.hasOwnChinese = literal.calls.contains(where: own.contains)
      return literal
    }
  }

  /// Literals up to a place, those with `+` between them as one; what else is joined to one is a gap.
  private mutating func read(to end: Int) {
    var joined: String?
    while place < end {
      let character = text[place]
      switch character {
      case "/" where place + 1 < end && text[place + 1] == "/":
        while place < end, text[place] != "\n" { place += 1 }
        continue
      case "(":
        open.append(count)
        if ends(with: ["fatalError", "preconditionFailure", "precondition", "assert"]) {
          own.insert(count)
        }
        count += 1
      case ")": _ = open.popLast()
      case "c" where starts(with: "chinese:"): if let call = open.last { own.insert(call) }
      case "\n": line += 1
      default: break
      }
      guard character == "\"" else {
        place += 1
        continue
      }
      let isBehindPlus = text[..<place].last { !$0.isWhitespace } == "+"
      let at = line
      let template = literal()
      joined = isBehindPlus ? (joined ?? "{}") + template : template
      let next = behindSpaces(place)
      let hasPlus = next < end && text[next] == "+"
      let further = hasPlus ? behindSpaces(next + 1) : next
      guard let whole = joined, !(hasPlus && further < end && text[further] == "\"") else {
        continue
      }
      found.append(
        .init(
          place: "\(name):\(at)", templates: hasPlus ? [whole, whole + "{}"] : [whole], calls: open)
      )
      joined = nil
    }
  }

  private func behindSpaces(_ start: Int) -> Int {
    text[start...].firstIndex { !$0.isWhitespace } ?? text.count
  }

  private func starts(with word: String) -> Bool { text[place...].starts(with: word) }

  private func ends(with words: [String]) -> Bool {
    let before = String(text[max(0, place - 20)..<place])
    return words.contains(where: before.hasSuffix)
  }

  /// The template of a literal, whose opening quote is at hand; literals in its gaps count, too.
  private mutating func literal() -> String {
    var template = ""
    place += 1
    while place < text.count, text[place] != "\"" {
      guard text[place] == "\\", place + 1 < text.count else {
        if text[place] == "\n" { line += 1 }
        template.append(text[place])
        place += 1
        continue
      }
      place += 1
      if text[place] == "(" {
        template += text[place...].starts(with: "(s: ") ? "(s)" : "{}"
        let end = endOfGap(place)
        read(to: end)
      } else {
        template.append(text[place] == "n" ? "\n" : text[place])
        place += 1
      }
    }
    place += 1
    return template
  }

  /// What follows a gap that opens with a bracket.
  private func endOfGap(_ start: Int) -> Int {
    var depth = 0
    var place = start
    while place < text.count {
      switch text[place] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        place = endOfLiteral(place)
        continue
      default: break
      }
      place += 1
      if depth == 0 { return place }
    }
    return place
  }

  private func endOfLiteral(_ start: Int) -> Int {
    var place = start + 1
    while place < text.count, text[place] != "\"" {
      if text[place] == "\\", place + 1 < text.count {
        place = text[place + 1] == "(" ? endOfGap(place + 1) : place + 2
      } else {
        place += 1
      }
    }
    return place + 1
  }
}
