import Diagnostics
import Foundation
import Testing
import Wording

@testable import Shell

/// `format language=zh`: what is answered in Chinese, and what is not yet.
@Suite struct ChineseTests {
  @Test("a sentence in Chinese has the gaps of the English one")
  func gaps() {
    for area in Chinese.areas {
      for (english, chinese) in area.sentences {
        let count = english.matches(of: #/\{\}/#).count
        let numbers = chinese.matches(of: #/\{(\d+)\}/#).compactMap { Int($0.1) }
        #expect(Set(numbers) == Set(1..<count + 1), "\(area.name): \(english) – \(chinese)")
        #expect(!chinese.contains("{}"), "\(area.name): \(chinese)")
      }
    }
  }

  @Test("what is typed stands in Chinese as in English")
  func quoted() {
    for area in Chinese.areas {
      for (english, chinese) in area.sentences {
        #expect(
          statements(english) == statements(chinese.replacing(#/\{\d+\}/#, with: "{}")),
          "\(area.name): \(english) – \(chinese)")
      }
    }
  }

  /// What stands between backticks, in any order.
  private func statements(_ text: String) -> [String] {
    let pieces = text.replacing("\n", with: " ").split(
      separator: "`", omittingEmptySubsequences: false)
    return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }.sorted()
  }

  @Test("every sentence of the sources has its Chinese") func complete() throws {
    let sentences = try Sentences()
    let known = Set(Chinese.areas.flatMap { $0.sentences.keys }).union(Chinese.wording.words.keys)
    let said = try SourceTemplates.all().literals.filter(sentences.contains)
    #expect(said.count > 2000)
    for literal in said where !literal.templates.contains(where: known.contains) {
      Issue.record("\(literal.place): \(literal.templates[0])")
    }
  }

  @Test("a sentence without Chinese is found, and a statement is no sentence")
  func sentences() throws {
    let sentences = try Sentences()
    func isFound(_ template: String, in file: String = "Shell/Any.swift") -> Bool {
      sentences.contains(.init(place: "\(file):1", templates: [template]))
    }
    #expect(isFound("there is no `{}` here") && isFound("a hundredth") && isFound("{} draws have"))
    #expect(isFound("Everything that refers to it goes on to, too."))
    #expect(!isFound("set smart area=45ha") && !isFound("`print tax`") && !isFound("12M yuan"))
    #expect(!isFound("help table") && !isFound("tax.local") && !isFound("每年 10 yuan of it"))
    #expect(!isFound("there is no name", in: "ProofVerifier/Node.swift"))
  }

  @Test("every command with a page has it in Chinese, with the same statements")
  func commandPages() {
    let commands = CommandTable.rows.filter { !$0.details.isEmpty }
    let pages = Chinese.commandPages
    #expect(Set(pages.keys) == Set(commands.map(\.pageName)))
    for command in commands {
      let typed = Set(statements(pages[command.pageName] ?? ""))
      let missing = Set(statements(command.details)).subtracting(typed)
      let further = typed.subtracting(statements(command.details))
      #expect(missing.isEmpty && further.isEmpty, "\(command.name): \(missing) \(further)")
    }
  }

  @Test("every error has its page in Chinese, with the same statements")
  func errorPages() {
    let pages = Chinese.errorPages
    #expect(Set(pages.keys) == Set(ErrorCatalogue.rows.map(\.pageName)))
    for row in ErrorCatalogue.rows {
      let said = Set(statements(row.title + "\n" + row.text))
      let typed = Set(statements(pages[row.pageName] ?? ""))
      #expect(said == typed, "\(row.slug): \(said.symmetricDifference(typed))")
    }
  }

  @Test("no sentence is in the table twice") func once() {
    let all = Chinese.areas.flatMap { $0.sentences.keys }
    #expect(Set(all).count == all.count)
  }

  @Test("a sentence of the table is said somewhere in the sources") func noneIsDead() throws {
    let said = try SourceTemplates.all()
    for area in Chinese.areas {
      for english in area.sentences.keys.sorted() where !said.templates.contains(english) {
        Issue.record("\(area.name): nobody says \(english)")
      }
    }
    for word in Chinese.wording.words.keys.sorted()
    where !said.text.contains(word) && !said.templates.contains(word) {
      Issue.record("nobody says \(word)")
    }
  }

  /// Everything that the transcripts answer, in Chinese, and the lines of that which are English still:
  /// `English.txt` has how many, by the slug or by the command that answers. `RECORD=1` writes it; a
  /// number that grows is a sentence without its Chinese.
  @Test("what is answered is Chinese, but for what is counted") func answers() throws {
    var lines: [String: [String]] = [:]
    let files = try Scripts.all()
    for name in TranscriptTests.names {
      let url = TranscriptTests.folder.appendingPathComponent(name)
      let said = Transcript(try String(contentsOf: url, encoding: .utf8)).lines
        .filter { !EnglishLines.asksForALanguage($0) }
      let answered = Conversation(files: files).transcript(of: ["format language=zh"] + said)
      for (area, line) in EnglishLines.found(in: answered) { lines[area, default: []].append(line) }
    }
    if let path = ProcessInfo.processInfo.environment["ENGLISH"] {
      let text = lines.sorted { $0.key < $1.key }.map { area, lines in
        lines.map { "\(area): \($0)\n" }.joined()
      }.joined()
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let now = lines.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)\n" }.joined()
    let url = TranscriptTests.folder.deletingLastPathComponent()
      .appendingPathComponent("English.txt")
    let kept = try String(contentsOf: url, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", now != kept {
      try now.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(now == kept, "English.txt differs; RECORD=1 rewrites it")
  }

  @Test("Chinese holds for sentences, headings and errors, until English is asked for again")
  func language() {
    let talk = Conversation()
    talk.say("scenario s start=2020 end=2030", "format language=zh")
    let error = talk.say("pakr p")
    #expect(error.contains("没有名为 `pakr` 的命令或类别"), "\(error)")
    #expect(error.contains("错误[unknown-command]"), "\(error)")
    #expect(talk.say("format").contains("language=zh units=万 decimals=auto headings=zh"))
    talk.say("format language=en")
    #expect(talk.say("pakr p").contains("there is no command or kind `pakr`"))
    talk.say("format headings=en language=zh")
    #expect(talk.say("format").contains("language=zh units=万 decimals=auto headings=en"))
    #expect(talk.say("pakr p").contains("没有名为"))
  }

  @Test("a sentence in Chinese fills its gaps in its own order, and leaves what is typed")
  func filled() {
    let wording = Wording(
      name: "zh",
      sentences: ["{} of `{}` is {}": "`{2}` 的{1}为{3}", "{} and {}": "{1}和{2}"],
      words: ["tax": "税收", "jobs": "就业"])
    let name = "jobs"
    let both: Sentence = "\("tax") and \("jobs")"
    let sentence: Sentence = "\(both) of `\(name)` is \(5)"
    #expect(sentence.text == "tax and jobs of `jobs` is 5")
    #expect(wording.text(sentence) == "`jobs` 的税收和就业为5")
    #expect(wording.text("nobody knows this") == "nobody knows this")
  }
}

/// The lines of answers in which English words stand in a row, outside of what is typed.
enum EnglishLines {
  /// Whether a statement would end that everything is in Chinese.
  static func asksForALanguage(_ statement: String) -> Bool {
    statement.hasPrefix("format") && statement.contains(#/(headings|language)=/#)
  }

  /// Their answers are statements, which have no language.
  private static let statements: Set<String> = [
    "diff", "format", "history", "list", "record", "rename", "save",
  ]

  /// Rows of files, which are English whatever is set, statements within other answers, and sources as
  /// somebody wrote them.
  private static func isNoSentence(_ line: String, in area: String) -> Bool {
    switch area {
    case "export", "last": line.contains(#/^[^ ,]*( [^ ,]+)*,.*,/#)
    case "calibrate", "log": line.contains(#/^ *[0-9]* *(city|correlate|firm|park|set) /#)
    default: line.hasPrefix("来源  ")
    }
  }

  static func found(in transcript: String) -> [(area: String, line: String)] {
    var found: [(String, String)] = []
    var command = ""
    var area = ""
    for line in transcript.split(separator: "\n") {
      if let said = Transcript.said(line) {
        if let word = said.split(separator: " ").first { command = String(word) }
        area = command
        continue
      }
      if let slug = line.prefixMatch(of: #/(错误|警告)\[([a-z-]+)\]/#) {
        area = String(slug.2)
      } else if line.prefixMatch(of: #/(说明|提示)：| {6}|\s*-->|\s*\d* \|/#) == nil {
        area = command
      }
      if statements.contains(area) || line.contains(#/^\s*(-->|\d* \|)/#) { continue }
      if isNoSentence(String(line), in: area) { continue }
      let plain = String(line).replacing(#/`[^`]*`|"[^"]*"/#, with: "`")
      if plain.contains(#/[A-Za-z]{2,} [A-Za-z]{2,}/#) {
        found.append((area, String(line)))
      }
    }
    return found
  }
}
