import Diagnostics
import Foundation
import Shell
import Testing

/// The pictures of README.md: what the program draws and answers of the Quzhou study now.
@Suite struct ReadmePictureTests {
  @Test("a chart is what its statement draws; RECORD=1 writes it")
  func chart() throws {
    let conversation = try Self.conversation()
    let answer = conversation.say("export a.svg tax by=sector kind=areas")
    #expect(answer.contains("wrote a picture"), "\(answer)")
    let picture: String = try #require(conversation.file("a.svg"))
    try Self.check(picture, "tax-by-sector.svg")
  }

  @Test("a terminal shows what it answers; RECORD=1 writes it")
  func terminal() throws {
    let conversation = try Self.conversation()
    let lines = [
      "plot tax, tax.local years=2016..2035", "set p2 delay=1y",
      "print tax.local[2021] in 亿元", "explain tax.local[2021] depth=1",
    ]
    let text = lines.map { "parkline> \($0)\n" + conversation.say($0) }.joined()
    #expect(!text.contains("error["), "\(text)")
    try Self.check(TerminalPicture(text).svg, "terminal.svg")
  }

  /// A shell of 96 columns that has read the study, without its exports.
  private static func conversation() throws -> Conversation {
    let study = try Scripts.text("Scenarios/quzhou-smart-industry-park.park")
    let lines = study.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("export ") }
    let conversation = Conversation(files: ["study.park": lines.joined(separator: "\n")], width: 96)
    conversation.run("study.park")
    conversation.say("switch main")
    return conversation
  }

  private static func check(_ picture: String, _ name: String) throws {
    let url = Scripts.root.appendingPathComponent("Docs/Pictures/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try picture.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == picture, "RECORD=1 writes it")
  }
}

/// A terminal with a text in it, as a picture.
private struct TerminalPicture {
  private let lines: [Substring]
  private let step = (x: 8.0, y: 18.0)

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  var svg: String {
    let width = Double(lines.map { displayWidth(String($0)) }.max() ?? 0) * step.x + 32
    let height = Double(lines.count) * step.y + 32
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" "
      + "width=\"\(Int(width))\" height=\"\(Int(height))\" font-family=\"'DejaVu Sans Mono', Menlo, "
      + "Consolas, 'Noto Sans Mono CJK SC', monospace\" font-size=\"13\">\n"
      + "<title>A session of Parkline</title>\n"
      + "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16191d\"/>\n"
    for (index, line) in lines.enumerated() where !line.isEmpty {
      // Whatever font there is, each letter stands in its column.
      var column = 0
      let places = line.map { letter in
        defer { column += displayWidth(String(letter)) }
        return "\(Int(Double(column) * step.x) + 16)"
      }
      svg +=
        "<text xml:space=\"preserve\" y=\"\(Int(Double(index) * step.y + 30))\" "
        + "x=\"\(places.joined(separator: " "))\" "
        + "fill=\"\(line.hasPrefix("parkline> ") ? "#7cc4ff" : "#e6e9ec")\">\(escaped(line))</text>\n"
    }
    return svg + "</svg>\n"
  }

  private func escaped(_ text: Substring) -> String {
    String(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      ">", with: "&gt;")
  }
}
