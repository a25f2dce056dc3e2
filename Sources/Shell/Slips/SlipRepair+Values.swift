import Diagnostics
import Language
import ParkModel
import Quantities

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
      if name == nil, ["in", "at", "of"].contains(pieces[index].text) {
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
    if kind == .travel || kind == .rail, nameEnds(of: kind) { return }
    if kind == .scenario { nameSpan() }
    nameDates(of: kind)
    if kind == .enclave { nameDeal() }
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
        guard let name = only(rows.filter(\.isRequired), index, kind) ?? only(rows, index, kind)
        else { continue }
        // What a city makes, it makes in a year.
        if name == City.gdp.name {
          let end = pieces.indices.dropFirst(index + 1).first {
            pieces[$0].isSpaced && UnitTable.unit(named: pieces[$0].text) == nil
          }
          let amount = index..<(end ?? pieces.count)
          if !pieces[amount].contains(where: { $0.text.contains("/") || $0.text.contains("年") }),
            pieces[amount].contains(where: { $0.text.hasSuffix("元") || $0.text.hasSuffix("yuan") })
          {
            pieces.insert(.word("/year", isSpaced: false), at: amount.upperBound)
          }
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
  private func only(_ rows: [AttributeRow], _ index: Int, _ kind: EntityKind) -> String? {
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
    if let main = SlipRepair.main[kind], found.contains(where: { $0.name == main.name }) {
      return main.name
    }
    return found.count == 1 ? found[0].name : nil
  }

  /// What is meant of a kind where a number could be several things.
  private static let main: [EntityKind: AttributeRow] = [
    .city: City.gdp, .enclave: Enclave.share, .phase: Phase.area,
  ]

  /// `phase p2 east 10ha 2020 2022`: two years are when it begins and when it ends.
  private mutating func nameDates(of kind: EntityKind) {
    let ends = kind.row.attributes.filter { row in
      if case .until = row.form { row.isRequired } else { false }
    }
    guard let first = kind.row.beginning, ends.count == 1,
      !pieces.indices.contains(where: {
        isAttribute($0) && [first.name, ends[0].name].contains(pieces[$0].text)
      })
    else { return }
    let dates = pieces.indices.dropFirst(2).filter {
      isPeriod($0) && pieces[$0].isSpaced && pieces[$0].depth == 0
        && ($0 + 1 == pieces.count || pieces[$0 + 1].isSpaced)
    }
    guard dates.count == 2 else { return }
    pieces[dates[0]].text = "\(first.name)=" + pieces[dates[0]].text
    pieces[dates[1]].text = "\(ends[0].name)=" + pieces[dates[1]].text
    for index in dates { pieces[index].kind = .text }
  }

  /// `enclave e1 east longyou hangzhou`: the host's city comes before the one at home. What passes
  /// between them is an example where nothing is said of it.
  private mutating func nameDeal() {
    let cities = pieces.indices.dropFirst(2).filter { isCity($0) && pieces[$0].isSpaced }
    guard cities.count == 2, !pieces.contains(where: { $0.isMark("=") }) else { return }
    for (index, row) in zip(cities, [Enclave.host, Enclave.home]) {
      pieces[index].text = "\(row.name)=" + pieces[index].text
      pieces[index].kind = .text
    }
    if !pieces.contains(where: { $0.kind == .number }) {
      let example = Piece(text: "\(Enclave.share.name)=50%", isSpaced: true, kind: .text)
      pieces.append(example)
    }
  }

  private func isCity(_ index: Int) -> Bool { isCity(pieces[index].text) }

  private func isCity(_ name: String) -> Bool {
    session.scenario.entity(named: name)?.kind == .city
  }

  /// Two cities that a hyphen joins.
  private func ends(in name: String) -> (String, String)? {
    for index in name.indices where name[index] == "-" {
      let (from, to) = (String(name[..<index]), String(name[name.index(after: index)...]))
      if isCity(from), isCity(to) { return (from, to) }
    }
    return nil
  }

  /// `longyou-hangzhou` behind a name or as one, and two cities without one.
  private mutating func splitEnds() {
    guard pieces.count > 2, pieces[1].kind == .word else { return }
    if isCity(1), isCity(2), pieces.count == 3 || !isCity(3) {
      pieces.insert(.word(pieces[1].text + "-" + pieces[2].text), at: 1)
    } else if pieces[2].kind == .word, !isAttribute(2), let ends = ends(in: pieces[2].text) {
      pieces[2...2] = [.word(ends.0), .word(ends.1)]
    } else if !isCity(2), let ends = ends(in: pieces[1].text),
      !pieces.indices.contains(where: {
        isAttribute($0) && ["from", "to"].contains(pieces[$0].text)
      })
    {
      pieces.insert(contentsOf: [.word(ends.0), .word(ends.1)], at: 2)
    }
  }

  /// `travel t1 longyou hangzhou 80min`: two cities and a time. Whether it was that, and all of it.
  mutating func nameEnds(of kind: EntityKind) -> Bool {
    splitEnds()
    guard pieces.count >= 4 else { return false }
    if pieces.count > 3, pieces[3].text == "to", !isAttribute(3) { pieces.remove(at: 3) }
    let cities = pieces.indices.dropFirst(2).filter {
      isCity($0) && pieces[$0].isSpaced
    }
    guard cities == [2, 3] else { return false }
    pieces[2].text = "from=" + pieces[2].text
    pieces[3].text = "to=" + pieces[3].text
    guard kind == .travel else {
      for index in 2...3 { pieces[index].kind = .text }
      return false
    }
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
