import Testing

/// The figures of Docs/Validation.md that stand in its table and not in a conversation; those of the
/// conversations are held by `DocumentTests`.
@Suite struct ValidationPageTests {
  /// The rows of the table of burdens, by kind of firm.
  private func table(_ page: String) -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingPrefix(" ").trimmed }
      rows[cells[0].filter { $0 != "`" }] = Array(cells.dropFirst())
    }
    return rows
  }

  /// What the program answers to the page's own statements, by kind of firm.
  private func burdens(_ page: String) -> [String: [Double]] {
    let conversation = Conversation()
    let lines = Document.conversations(in: page).flatMap { Transcript($0).lines }
    guard let end = lines.firstIndex(where: { $0.hasPrefix("table vat-burden") }) else {
      return [:]
    }
    let start = lines[..<end].lastIndex { $0 == "remove --all" } ?? 0
    conversation.say(Array(lines[(start + 1)..<end]))
    var found: [String: [Double]] = [:]
    for line in conversation.say(lines[end]).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "2020" {
        found[String(words[1])] = words.dropFirst(2).compactMap { Double($0) }
      }
    }
    return found
  }

  @Test("each burden is the program's, each difference that from the list")
  func burdenTable() throws {
    let page = try Scripts.text("Docs/Validation.md")
    let rows = table(page)
    let burdens = burdens(page)
    #expect(rows.count == 9 && Set(rows.keys) == Set(burdens.keys))
    for (kind, cells) in rows {
      let program = try #require(burdens[kind])
      let numbers = cells.map { Double($0.replacing("−", with: "-").replacing("+", with: "")) }
      #expect(numbers[0] == program[0] && numbers[4] == program[1], "\(kind)")
      if let list = numbers[1] {
        let scaled = try #require(numbers[2])
        #expect(abs(scaled - list * 13 / 17) <= 0.0051, "\(kind)")
        #expect(abs(try #require(numbers[3]) - (program[0] - scaled)) < 0.0051, "\(kind)")
      } else {
        #expect(cells[1...3].allSatisfy { $0 == "–" }, "\(kind)")
      }
      let list = try #require(numbers[5])
      #expect(abs(try #require(numbers[6]) - (program[1] - list)) < 0.0051, "\(kind)")
    }
    // "In all, industry pays 13 to 29 % of its value added here."
    let industry = ["toys", "paper", "electronics", "medicine", "materials", "equipment"]
    let shares = industry.compactMap { burdens[$0]?[3].rounded() }
    #expect(shares.min() == 13 && shares.max() == 29)
    #expect(page.contains("industry pays 13 to 29 % of its value added"))
  }
}

extension Substring {
  /// Without the blanks behind it.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
