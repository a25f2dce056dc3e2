import Foundation
import Testing

@testable import Shell

/// What editors colour scripts by.
@Suite struct EditorFileTests {
  private static let files: [(path: String, text: String)] = [
    ("Docs/Editors/vscode/syntaxes/park.tmLanguage.json", TextMateGrammar.text),
    ("Docs/Editors/vim/syntax/park.vim", VimSyntax.text),
  ]

  @Test(
    "the grammars of editors are what the tables say; RECORD=1 writes them", arguments: [0, 1])
  func current(_ index: Int) throws {
    let (path, text) = EditorFileTests.files[index]
    let url = Scripts.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  /// The scope of each piece of a line that a rule of the grammar takes, as an editor goes through it.
  private func scopes(_ line: String) throws -> [String: String] {
    struct Grammar: Decodable {
      struct Scope: Decodable { var name: String }
      struct Rule: Decodable {
        var name: String?
        var match: String?
        var begin: String?
        var end: String?
        var captures: [String: Scope]?
      }
      var patterns: [Rule]
    }
    let grammar = try JSONDecoder().decode(Grammar.self, from: Data(TextMateGrammar.text.utf8))
    let rules = try grammar.patterns.map { rule in
      let pattern = rule.match ?? "(?:\(rule.begin!))(?:.*?)(?:\(rule.end!))"
      return (rule, try NSRegularExpression(pattern: pattern))
    }
    var found: [String: String] = [:]
    let text = line as NSString
    var place = 0
    while place < text.length {
      // The first rule of those that match first.
      let rest = NSRange(location: place, length: text.length - place)
      let hits = rules.compactMap { rule, expression in
        expression.firstMatch(
          in: line, options: [.withTransparentBounds, .withoutAnchoringBounds], range: rest
        )
        .map { (rule, $0) }
      }
      guard let (rule, hit) = hits.min(by: { $0.1.range.location < $1.1.range.location }) else {
        break
      }
      if let name = rule.name { found[text.substring(with: hit.range)] = name }
      for (group, scope) in rule.captures ?? [:] {
        let range = hit.range(at: Int(group) ?? 0)
        if range.location != NSNotFound { found[text.substring(with: range)] = scope.name }
      }
      place = max(place + 1, hit.range.location + hit.range.length)
    }
    return found
  }

  @Test(
    "words of a statement have their scopes, in English and in Chinese",
    arguments: [
      (
        "park smart \"衢州\" city=quzhou area=41.5ha # note",
        [
          "park": "storage.type.park", "smart": "entity.name.type.park",
          "\"衢州\"": "string.quoted.double.park", "city": "entity.other.attribute-name.park",
          "area": "entity.other.attribute-name.park", "41.5": "constant.numeric.park",
          "ha": "keyword.other.unit.park", "# note": "comment.line.number-sign.park",
        ]
      ),
      (
        "table tax.local, npv(net_local) by=park years=2021..2030 --excel",
        [
          "table": "keyword.control.park", "tax.local": "support.variable.metric.park",
          "npv": "support.function.park", "net_local": "support.variable.metric.park",
          "by": "entity.other.attribute-name.park", "park": "constant.language.park",
          "--excel": "keyword.other.option.park",
        ]
      ),
      (
        "园区 smart 城市=quzhou 面积=41.5公顷",
        [
          "园区": "storage.type.park", "面积": "entity.other.attribute-name.park",
          "公顷": "keyword.other.unit.park",
        ]
      ),
      (
        "表 地方税收, 就业 年份=2025..2030",
        ["表": "keyword.control.park", "地方税收": "support.variable.metric.park"]
      ),
      (
        "phase p1 park=smart investment=5.2bn start=2018-04 complete=2019",
        [
          "5.2": "constant.numeric.park", "bn": "keyword.other.unit.park",
          "2018-04": "constant.numeric.date.park", "p1": "entity.name.type.park",
        ]
      ),
    ] as [(String, [String: String])])
  func coloured(_ line: String, _ expected: [String: String]) throws {
    let found = try scopes(line)
    for (piece, scope) in expected {
      #expect(found[piece] == scope, "\(piece) in \(line): \(found)")
    }
  }
}
