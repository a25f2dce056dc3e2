import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Periods and names behind a figure: ranges, and what belongs between its brackets.
extension SlipRepair {
  /// `2022-2024`, `2022 to 2024`, `2022:2024` and `2022…2024` are the years from one to the other.
  mutating func joinRanges() {
    splitRanges()
    closeRanges()
    var index = 1
    while index < pieces.count {
      defer { index += 1 }
      guard isPeriod(index), index + 2 < pieces.count else { continue }
      var last = index + 1
      while last < pieces.count, last < index + 4,
        ["-", ":", ",", "~", "～", "…", "to", ".", "..", "到", "至"].contains(pieces[last].text)
      {
        last += 1
      }
      guard last > index + 1, last < pieces.count, isPeriod(last) else { continue }
      pieces[last].isSpaced = false
      pieces.replaceSubrange(
        index + 1..<last,
        with: [
          Piece(text: "..", isSpaced: false, kind: .range, depth: pieces[index].depth)
        ])
      index += 2
    }
  }

  /// `2022至2024`: what is written together with the year before it.
  private mutating func splitRanges() {
    for index in pieces.indices.dropFirst().reversed()
    where ["至", "到"].contains(pieces[index].text.prefix(1)) && isPeriod(index - 1) {
      let year = String(pieces[index].text.dropFirst())
      guard year.utf8.count == 4, Int(year) != nil else { continue }
      let depth = pieces[index].depth
      pieces[index] = Piece(text: "..", isSpaced: false, kind: .range, depth: depth)
      pieces.insert(
        Piece(text: year, isSpaced: false, kind: .number, depth: depth), at: index + 1)
    }
  }

  /// `2030..` ends with the scenario, and `..2030` begins with it.
  private mutating func closeRanges() {
    guard let header = session.scenario.header else { return }
    func year(_ row: AttributeRow) -> Piece? {
      guard case .period(let period)? = header[row]?.value else { return nil }
      return Piece(text: String(period.start.year), isSpaced: false, kind: .number)
    }
    for index in pieces.indices.dropFirst().reversed() where pieces[index].kind == .range {
      let isLast = index + 1 == pieces.count || pieces[index + 1].isMark("]")
      let isFirst = ["[", "="].contains(pieces[index - 1].text)
      if isLast, isPeriod(index - 1), let end = year(ScenarioHeader.end) {
        pieces[index].isSpaced = false
        pieces.insert(end, at: index + 1)
      } else if isFirst, isPeriod(index + 1), let start = year(ScenarioHeader.start) {
        pieces[index + 1].isSpaced = false
        pieces.insert(start, at: index)
      }
    }
  }

  func isPeriod(_ index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return false }
    let piece = pieces[index]
    if piece.kind == .date { return true }
    return piece.kind == .number && piece.text.utf8.count == 4 && Int(piece.text) != nil
  }

  /// `print tax 2030`, `tax in 2030`, `tax.2030`, `tax(2030)`, `tax [2030]`.
  mutating func bracketPeriods() {
    var index = 1
    while index + 1 < pieces.count {
      defer { index += 1 }
      guard pieces[index].kind == .word || pieces[index].isMark("]") else { continue }
      var first = index + 1
      if ["in", "for", "at", "from", "of", "@", ".", "during"].contains(pieces[first].text) {
        first += 1
      }
      // A number that begins with a point: `.2024`.
      if first < pieces.count, pieces[first].kind == .number, pieces[first].text.hasPrefix("."),
        pieces[first].text.utf8.count == 5
      {
        pieces[first].text.removeFirst()
      }
      if first < pieces.count, ["(", "{", "["].contains(pieces[first].text),
        isPeriod(first + 1), FunctionTable.rows.allSatisfy({ $0.name != pieces[index].text }),
        let end = pieces.indices.dropFirst(first).first(where: {
          [")", "}", "]"].contains(pieces[$0].text)
        }), end <= first + 4
      {
        pieces[first].text = "["
        pieces[first].isSpaced = false
        pieces[end].text = "]"
        continue
      }
      guard isPeriod(first), first > index + 1 || pieces[first].isSpaced else { continue }
      let isRange =
        first + 2 < pieces.count && pieces[first + 1].kind == .range && isPeriod(first + 2)
      close(index, first..<first + (isRange ? 3 : 1))
    }
  }

  /// Puts pieces between the brackets of the figure before them.
  private mutating func close(_ figure: Int, _ range: Range<Int>) {
    let inner = text(of: range)
    let isBracketed = pieces[figure].isMark("]")
    pieces.replaceSubrange(
      figure + 1..<range.upperBound,
      with: [.word(isBracketed ? ", \(inner)]" : "[\(inner)]", isSpaced: false)])
    if isBracketed { pieces.remove(at: figure) }
  }

  /// `output east`, `output of east`, `east.output` and `output(east)`.
  mutating func bracketNames() {
    var index = 1
    while index + 1 < pieces.count {
      defer { index += 1 }
      guard pieces[index].kind == .word, !isEntity(index) else {
        if isEntity(index), pieces[index + 1].isMark("."), index + 2 < pieces.count,
          isMetric(pieces[index + 2].text)
        {
          let name = pieces[index].text
          pieces[index].text = pieces[index + 2].text
          pieces.replaceSubrange(
            index + 1...index + 2, with: [.word("[\(name)]", isSpaced: false)])
        }
        continue
      }
      var first = index + 1
      if ["of", "in", "for", "at", "."].contains(pieces[first].text) { first += 1 }
      if first + 1 < pieces.count, pieces[first].isMark("("), isEntity(first + 1),
        first + 2 < pieces.count, pieces[first + 2].isMark(")"), isMetric(pieces[index].text)
      {
        close(index, first + 1..<first + 2)
        if index + 2 < pieces.count, pieces[index + 2].isMark(")") {
          pieces.remove(at: index + 2)
        }
        continue
      }
      guard isEntity(first), isMetric(pieces[index].text) else { continue }
      var inner = pieces[first].text
      var end = first + 1
      if isPeriod(end) {
        inner += ", " + pieces[end].text
        end += 1
      } else if end < pieces.count, pieces[end].text.hasPrefix("["), pieces[end].text.count > 1 {
        inner += ", " + pieces[end].text.dropFirst().dropLast()
        end += 1
      }
      pieces.replaceSubrange(index + 1..<end, with: [.word("[\(inner)]", isSpaced: false)])
    }
  }

  private func isMetric(_ name: String) -> Bool {
    MetricTable.metric(name, taxes: []) != nil
  }
}
