import Foundation

/// The literals of the sources, as `Sentence` has their templates.
struct SourceTemplates {
  private(set) var templates: Set<String> = []
  /// All of the sources, and the built-in libraries.
  private(set) var text = ""

  static func all() throws -> SourceTemplates {
    var found = SourceTemplates()
    let root = Scripts.root.appendingPathComponent("Sources")
    for case let url as URL in FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: nil) ?? .init()
    where ["swift", "park"].contains(url.pathExtension) && !url.path.contains("/Wording/") {
      let text = try String(contentsOf: url, encoding: .utf8)
      found.text += text
      if url.pathExtension == "swift" { found.read(Array(text)) }
    }
    return found
  }

  /// Literals, those with `+` between them as one; what else is joined to one is a gap.
  private mutating func read(_ text: [Character]) {
    var place = 0
    var joined: String?
    while place < text.count {
      let character = text[place]
      if character == "/", place + 1 < text.count, text[place + 1] == "/" {
        while place < text.count, text[place] != "\n" { place += 1 }
        continue
      }
      guard character == "\"" else {
        place += 1
        continue
      }
      let isBehindPlus = text[..<place].last { !$0.isWhitespace } == "+"
      let template = SourceTemplates.literal(text, &place)
      joined = isBehindPlus ? (joined ?? "{}") + template : template
      let whole = joined ?? ""
      var next = place
      while next < text.count, text[next].isWhitespace { next += 1 }
      let hasPlus = next < text.count && text[next] == "+"
      if hasPlus {
        next += 1
        while next < text.count, text[next].isWhitespace { next += 1 }
      }
      let goesOn = hasPlus && next < text.count && text[next] == "\""
      if !goesOn {
        templates.insert(whole)
        if hasPlus { templates.insert(whole + "{}") }
        joined = nil
      }
    }
  }

  /// One literal, its opening quote at `place`, which ends behind the closing one.
  private static func literal(_ text: [Character], _ place: inout Int) -> String {
    var template = ""
    place += 1
    while place < text.count, text[place] != "\"" {
      guard text[place] == "\\", place + 1 < text.count else {
        template.append(text[place])
        place += 1
        continue
      }
      place += 1
      if text[place] == "(" {
        let start = place
        skipGap(text, &place)
        template +=
          String(text[start..<min(start + 4, text.count)]).hasPrefix("(s: ") ? "(s)" : "{}"
      } else {
        template.append(text[place] == "n" ? "\n" : text[place])
        place += 1
      }
    }
    place += 1
    return template
  }

  /// Passes what stands in a gap, with its brackets and the literals in it.
  private static func skipGap(_ text: [Character], _ place: inout Int) {
    var depth = 0
    while place < text.count {
      switch text[place] {
      case "(": depth += 1
      case ")": depth -= 1
      case "\"":
        _ = literal(text, &place)
        continue
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }
}
