import Diagnostics
import Foundation
import Reports
import Testing

@testable import Shell

/// An editor that sends and reads messages.
private struct Editor {
  var server = LanguageServer(files: .underSafe)
  private var number = 0
  /// Everything that came back, in order.
  private(set) var messages: [JSONValue] = []

  init(_ parameters: JSONValue = ["capabilities": [:]]) throws {
    _ = try ask("initialize", parameters)
  }

  static func framed(_ message: JSONValue) -> [UInt8] {
    let body = Array(message.line.utf8)
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  mutating func send(_ bytes: [UInt8]) throws {
    server.receive(bytes)
    while server.hasWork { server.work() }
    var frames = MessageFrames()
    frames.add(server.takeOutput())
    while let frame = frames.next() {
      guard case .message(let body) = frame else { throw Refusal(code: .noJSON, message: "") }
      messages.append(try JSONValue(body))
    }
  }

  mutating func tell(_ method: String, _ parameters: JSONValue) throws {
    try send(
      Editor.framed(["jsonrpc": "2.0", "method": .text(method), "params": parameters]))
  }

  mutating func ask(_ method: String, _ parameters: JSONValue) throws -> JSONValue {
    number += 1
    try send(
      Editor.framed([
        "jsonrpc": "2.0", "id": JSONValue(number), "method": .text(method), "params": parameters,
      ]))
    return messages.last { $0["id"] == JSONValue(number) } ?? .null
  }

  mutating func open(_ text: String, _ uri: String = "file:///home/a%20b/study.park") throws {
    try tell(
      "textDocument/didOpen",
      ["textDocument": ["uri": .text(uri), "version": 1, "text": .text(text)]])
  }

  mutating func change(_ changes: JSONValue) throws {
    try tell(
      "textDocument/didChange",
      ["textDocument": ["uri": Editor.uri, "version": 2], "contentChanges": changes])
  }

  /// What a request about a place answers.
  mutating func ask(
    _ method: String, line: Int, _ character: Int, _ name: String? = nil
  ) throws -> JSONValue {
    var parameters: JSONValue = [
      "textDocument": ["uri": Editor.uri],
      "position": ["line": JSONValue(line), "character": JSONValue(character)],
    ]
    if let name { parameters["newName"] = .text(name) }
    return try ask("textDocument/" + method, parameters)
  }

  static let uri: JSONValue = "file:///home/a%20b/study.park"

  /// What was said last of the script's problems.
  var diagnostics: [JSONValue] {
    messages.last { $0["method"] == "textDocument/publishDiagnostics" }?["params"]?[
      "diagnostics"]?.items ?? []
  }
}

private func range(_ line: Int, _ from: Int, _ to: Int) -> JSONValue {
  [
    "start": ["line": JSONValue(line), "character": JSONValue(from)],
    "end": ["line": JSONValue(line), "character": JSONValue(to)],
  ]
}

private let study = """
  scenario "衢州" start=2020 end=2030; use china
  city quzhou gdp=2125.20亿元/year
  park smart "𝒳 智慧" city=quzhou area=41.5ha
  print smart.area

  """

@Suite struct LanguageServerTests {
  @Test("messages are cut where their lengths say, however they arrive")
  func frames() {
    let bytes = Array(
      "Content-Length: 2\r\n\r\n{}content-length:4\r\nContent-Type: x\r\n\r\n\"a\" ".utf8)
    for size in 1...bytes.count {
      var frames = MessageFrames()
      var found: [MessageFrames.Frame] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        frames.add(bytes[start..<min(bytes.count, start + size)])
        while let frame = frames.next() { found.append(frame) }
      }
      #expect(found == [.message(Array("{}".utf8)), .message(Array("\"a\" ".utf8))])
    }
  }

  @Test("places are counted in UTF-16 or UTF-8, and those that are nowhere are the nearest")
  func places() {
    let bytes = Array("a𝒳中\r\nb\rc\n".utf8)
    let wide = TextPlaces(bytes, .utf16)
    #expect(wide.place(of: 8) == .init(line: 0, character: 4))
    #expect(wide.offset(of: .init(line: 0, character: 3)) == 5)
    // In the middle of a character is before it.
    #expect(wide.offset(of: .init(line: 0, character: 2)) == 1)
    #expect(wide.offset(of: .init(line: 0, character: 99)) == 8)
    #expect(wide.offset(of: .init(line: 99, character: 0)) == bytes.count)
    #expect(wide.offset(of: .init(line: -1, character: 3)) == 0)
    #expect(wide.place(of: 12) == .init(line: 2, character: 0))
    let narrow = TextPlaces(bytes, .utf8)
    #expect(narrow.place(of: 8) == .init(line: 0, character: 8))
    for offset in [0, 1, 5, 8, 10, 12, 14] {
      #expect(narrow.offset(of: narrow.place(of: offset)) == offset)
      #expect(wide.offset(of: wide.place(of: offset)) == offset)
    }
  }

  @Test("errors stand where they are, with their help, and go away with their cause")
  func diagnostics() throws {
    var editor = try Editor()
    try editor.open(study + "firm a park=smrt sector=digital arrives=2022 jobs=10\n")
    #expect(editor.diagnostics.count == 1)
    let first = try #require(editor.diagnostics.first)
    #expect(first["range"] == range(4, 12, 16))
    #expect(first["severity"] == 1 && first["source"] == "parkline")
    #expect(first["message"]?.string?.contains("\nhelp: did you mean `smart`?") == true, "\(first)")
    try editor.change([["range": range(4, 12, 16), "text": "smart"]])
    #expect(editor.diagnostics.filter { $0["code"] == first["code"] }.isEmpty)
    try editor.tell("textDocument/didClose", ["textDocument": ["uri": Editor.uri]])
    #expect(editor.diagnostics.isEmpty)
  }

  @Test("a script that changes is read as if it had been opened so", arguments: 1...4)
  func changes(_ seed: Int) throws {
    var generator = SystemRandom(seed: UInt64(seed))
    var lines = (0..<450).map { "city c\($0) gdp=\($0 + 1)亿元/year" }
    func text() -> String { "scenario \"x\" start=2020 end=2030\n" + lines.joined(separator: "\n") }
    func found(_ editor: Editor) -> [String] { editor.diagnostics.map { $0.line }.sorted() }
    var editor = try Editor()
    try editor.open(text())
    for _ in 0..<8 {
      let index = Int(generator.next() % UInt64(lines.count))
      let words = [
        "city", "ctiy", "city c1 gdp=1ha # a", "", "unit USD = 6.47 yuan", "print tax[", "\"",
      ]
      let new = words[Int(generator.next() % UInt64(words.count))]
      let change: JSONValue = [
        "range": range(index + 1, 0, lines[index].utf16.count), "text": .text(new),
      ]
      lines[index] = new
      try editor.change([change])
      var other = try Editor()
      try other.open(text())
      #expect(found(editor) == found(other), "line \(index) is now \(new)")
    }
  }

  @Test("what is offered, meant and where it comes from is what the prompt knows")
  func words() throws {
    var editor = try Editor()
    try editor.open(study)
    let offered = try editor.ask("completion", line: 3, 9)["result"]?["items"]?.items ?? []
    #expect(offered.contains { $0["label"] == "smart" }, "\(offered)")
    let area = try editor.ask("hover", line: 2, 34)["result"]?["contents"]?["value"]?.string ?? ""
    #expect(area.contains("park area=  ") && area.contains("usual units: ha"), "\(area)")
    let thing = try editor.ask("hover", line: 3, 7)["result"]?["contents"]?["value"]?.string ?? ""
    #expect(thing.contains("park smart") && thing.contains("智慧"), "\(thing)")
    #expect(try editor.ask("hover", line: 0, 13)["result"] == .null)
    let place = try editor.ask("definition", line: 3, 8)["result"]
    #expect(place?["uri"] == Editor.uri)
    #expect(place?["range"]?["start"]?["line"] == 2, "\(String(describing: place))")
  }

  @Test("a title finds its thing, and editors do not leave it out")
  func titles() throws {
    var editor = try Editor()
    try editor.open(study + "print 𝒳")
    let offered = try editor.ask("completion", line: 4, 8)["result"]?["items"]?.items ?? []
    let smart = try #require(offered.first { $0["label"] == "smart" })
    #expect(smart["filterText"] == "𝒳")
    #expect(smart["textEdit"]?["range"] == range(4, 6, 8))
  }

  @Test("a name is changed wherever it is meant, and nowhere else")
  func renames() throws {
    var editor = try Editor()
    try editor.open(
      study
        + "# smart stays\nfirm smart-1 \"smart\" park=smart sector=digital arrives=2022 jobs=10\nset smart area=50ha\n"
        + "table jobs[smart] by=park\n")
    let edits = try editor.ask("rename", line: 2, 6, "clever")["result"]?["changes"]?[
      "file:///home/a%20b/study.park"]?.items
    #expect(
      edits?.compactMap { $0["range"] } == [
        range(2, 5, 10), range(3, 6, 11), range(5, 26, 31), range(6, 4, 9), range(7, 11, 16),
      ])
    let there = try editor.ask("prepareRename", line: 3, 8)["result"]
    #expect(there?["range"] == range(3, 6, 11) && there?["placeholder"] == "smart")
    for (name, reason) in [("quzhou", "declared already"), ("firm", "firm"), ("a b", "a b")] {
      let refused = try editor.ask("rename", line: 2, 6, name)["error"]
      #expect(
        refused?["message"]?.string?.contains(reason) == true, "\(String(describing: refused))")
    }
    #expect(try editor.ask("prepareRename", line: 0, 12)["result"] == .null)
  }

  @Test("layout is that of `fmt`, only the lines that change")
  func layout() throws {
    var editor = try Editor()
    try editor.open("scenario \"x\" start=2020 end=2030\nprint   1+1\nprint 2\n")
    let edits = try editor.ask("textDocument/formatting", ["textDocument": ["uri": Editor.uri]])[
      "result"]
    #expect(edits?.items?.count == 1)
    #expect(edits?.items?.first?["newText"] == "print 1 + 1\n", "\(String(describing: edits))")
  }

  @Test("messages are in the editor's language, or the script's")
  func languages() throws {
    var editor = try Editor(["locale": "zh-CN", "capabilities": [:]])
    try editor.open("park a area=1元\n")
    #expect(editor.diagnostics.first?["message"]?.string?.contains("应为面积") == true)
    try editor.change([["text": "format language=en\npark a area=1元\n"]])
    #expect(editor.diagnostics.first?["message"]?.string?.contains("is an area") == true)
    editor = try Editor()
    try editor.open("format language=zh\n园区 a 面积=1元\n")
    #expect(editor.diagnostics.first?["message"]?.string?.contains("应为面积") == true)
    #expect(editor.diagnostics.first?["range"]?["start"]?["line"] == 1)
  }

  @Test("what is doubted, and what a run refuses, is said when there is time")
  func runs() throws {
    var editor = try Editor()
    try editor.open(study + "expect tax[2025] > 1亿元\nprint taks[2025]\n")
    let slugs = editor.diagnostics.compactMap { $0["code"]?.string }
    #expect(slugs.contains("expectation") && slugs.contains { $0.hasPrefix("unknown") }, "\(slugs)")
  }
}

/// The same numbers each time.
private struct SystemRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
