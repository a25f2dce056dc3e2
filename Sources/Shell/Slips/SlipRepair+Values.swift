import Diagnostics
import Language
import ParkModel

/// Values: those whose attribute goes unsaid, and what is written in their place.
extension SlipRepair {
  /// `city longyou area 10ha`, `area to 12ha`: an attribute and its value, without `=`.
  mutating func joinNames(of kind: EntityKind) {
    var index = 2
    while index < pieces.count {
      defer { index += 1 }
      guard pieces[index].depth == 0, pieces[index].kind == .word, !isAttribute(index),
        index + 1 < pieces.count, pieces[index].isSpaced, !pieces[index - 1].isMark("=")
      else { continue }
      var name = known(pieces[index].text, kind)
      var length = 1
      if name == nil, pieces[index + 1].kind == .word,
        let joined = known(pieces[index].text + "_" + pieces[index + 1].text, kind)
      {
        name = joined
        length = 2
      }
      if name == nil, ["in", "at"].contains(pieces[index].text) {
        name = taker(of: index + 1, kind)
      }
      guard let name else { continue }
      var end = index + length
      if end < pieces.count, ["is", "to", "of", "at"].contains(pieces[end].text),
        kind.row.attribute(named: pieces[end].text) == nil
      {
        end += 1
      }
      guard end < pieces.count, pieces[end].kind != .text else { continue }
      pieces[end].isSpaced = false
      pieces.replaceSubrange(index..<end, with: [.word(name), .equals()])
    }
    // Commas between them.
    for index in pieces.indices.reversed()
    where pieces[index].isMark(",") && pieces[index].depth == 0 && isAttribute(index + 1) {
      pieces[index + 1].isSpaced = true
      pieces.remove(at: index)
    }
  }

  /// `firm two east toys arrives=2022`, `travel t1 longyou hangzhou 80min`: values whose attribute
  /// only one can be.
  mutating func nameValues(of kind: EntityKind) {
    if kind == .travel, nameEnds() { return }
    if kind == .scenario { nameSpan() }
    var index = 2
    while index < pieces.count {
      defer { index += 1 }
      guard pieces[index].depth == 0, pieces[index].isSpaced, !isAttribute(index) else { continue }
      let given = Set(pieces.indices.filter { isAttribute($0) }.map { pieces[$0].text })
      if pieces[index].kind == .word {
        guard let name = taker(of: index, kind), !given.contains(name) else { continue }
        pieces[index].isSpaced = false
        pieces.insert(contentsOf: [.word(name), .equals()], at: index)
        index += 2
      } else if pieces[index].kind == .number || pieces[index].kind == .date {
        let rows = kind.row.attributes.filter { !given.contains($0.name) }
        guard let name = only(rows.filter(\.isRequired), index) ?? only(rows, index) else {
          continue
        }
        pieces[index].isSpaced = false
        pieces.insert(contentsOf: [.word(name), .equals()], at: index)
        index += 2
      }
    }
  }

  /// `scenario "Study" 2021..2025`
  mutating func nameSpan() {
    let dates = pieces.indices.filter {
      pieces[$0].kind == .number || pieces[$0].kind == .date
    }
    guard dates.count == 2, let first = dates.first, dates[1] == pieces.count - 1,
      !pieces.contains(where: { $0.isMark("=") }), dates[1] - dates[0] <= 2
    else { return }
    pieces[dates[1]].text = "end=" + pieces[dates[1]].text
    pieces[dates[1]].isSpaced = true
    pieces[first].text = "start=" + pieces[first].text
    pieces[first].isSpaced = true
    pieces.removeSubrange(first + 1..<dates[1])
  }

  /// The only one of some attributes with which the statement can be read.
  func only(_ rows: [AttributeRow], _ index: Int) -> String? {
    let found = rows.filter { row in
      switch row.form {
      case .number, .from, .until: break
      default: return false
      }
      var copy = self
      copy.pieces[index].isSpaced = false
      copy.pieces.insert(contentsOf: [.word(row.name), .equals()], at: index)
      return isReadable(copy.text)
    }
    return found.count == 1 ? found[0].name : nil
  }

  /// `travel t1 longyou hangzhou 80min`: two cities and a time. Whether it was that.
  mutating func nameEnds() -> Bool {
    guard pieces.count >= 4 else { return false }
    if pieces.count > 3, pieces[3].text == "to", !isAttribute(3) { pieces.remove(at: 3) }
    let cities = pieces.indices.dropFirst(2).filter {
      session.scenario.entity(named: pieces[$0].text)?.kind == .city && pieces[$0].isSpaced
    }
    guard cities == [2, 3] else { return false }
    pieces[2].text = "from=" + pieces[2].text
    pieces[3].text = "to=" + pieces[3].text
    if pieces.count > 4, pieces[4].kind == .number { pieces[4].text = "time=" + pieces[4].text }
    return true
  }

  func text(of range: Range<Int>) -> String {
    var text = ""
    for index in range {
      if pieces[index].isSpaced, index > range.lowerBound { text += " " }
      text += pieces[index].text
    }
    return text
  }

  /// `jobs="350"`, `area=41.5公倾`, `start=2026/06`.
  mutating func mendValues(of kind: EntityKind) {
    for index in pieces.indices.reversed() where isAttribute(index) {
      guard let row = kind.row.attribute(named: pieces[index].text) else { continue }
      let end = pieces.indices.dropFirst(index + 2).first { isAttribute($0) } ?? pieces.count
      guard index + 2 < end else { continue }
      let value = text(of: index + 2..<end)
      if let mended = ValueSlips.mended(value, for: row.form),
        row.takes(mended, units: session.scenario.units)
      {
        pieces.replaceSubrange(index + 2..<end, with: [.word(mended, isSpaced: false)])
      }
    }
  }
}
