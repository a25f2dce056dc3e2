import Diagnostics
import Language
import ParkModel

/// What a declaration says.
extension SlipRepair {
  /// What an attribute is called elsewhere.
  private static let synonyms: [String: [String]] = [
    "capex": ["investment"], "cost": ["investment"], "count": ["firms"], "employees": ["jobs"],
    "employment": ["jobs"], "headcount": ["jobs"], "label": ["title"], "name": ["title"],
    "number": ["firms"], "size": ["area"], "staff": ["jobs"], "workers": ["jobs"],
  ]
  private static let beginnings: Set<String> = [
    "arrival", "arrives", "begin", "begins", "date", "from", "opening", "opens", "start", "starts",
    "year",
  ]
  private static let ends: Set<String> = [
    "complete", "completed", "completion", "end", "ends", "finish", "finished", "to", "until",
  ]

  /// The ways in which a declaration of a kind, or a change of one, may have been meant.
  func declarations(of kind: EntityKind) -> [SlipRepair] {
    var plain = self
    plain.unwrap()
    plain.mendAttributes(of: kind)
    var titled = plain
    titled.quoteTitle(behind: kind.isNamed ? 2 : 1)
    titled.mendValues(of: kind)
    var found: [SlipRepair] = []
    var spoken = plain
    spoken.joinNames(of: kind)
    spoken.mendValues(of: kind)
    spoken.nameValues(of: kind)
    if spoken.text != plain.text { found.append(spoken) }
    return found + [titled]
  }

  /// `assume g 5%`, `g: 5%` and `tax per job = …`.
  var definitions: [SlipRepair] {
    var copy = self
    if let sign = pieces.firstIndex(where: { $0.isMark("=") }), sign > 2,
      pieces[1..<sign].allSatisfy({ $0.kind == .word || $0.kind == .number })
    {
      if ["is", "as"].contains(pieces[sign - 1].text) { return [] }
      copy.pieces[1].text = pieces[1..<sign].map(\.text).joined(separator: "-")
      copy.pieces.removeSubrange(2..<sign)
    } else if pieces.count > 2 {
      var end = 2
      while end < pieces.count, [":", "=", "==", "is", "to", "as"].contains(pieces[end].text) {
        end += 1
      }
      copy.pieces.replaceSubrange(
        2..<end, with: [Piece(text: "=", isSpaced: true, kind: .mark(61))])
      if copy.pieces.count > 3 { copy.pieces[3].isSpaced = true }
    }
    guard copy.pieces.count > 3, copy.pieces[2].isMark("=") else { return [copy] }
    var mended = copy
    let value = copy.text(of: 3..<copy.pieces.count)
    mended.pieces[3...] = [.word(ValueSlips.number(value))]
    return copy.text == text ? [mended] : [mended, copy]
  }

  // MARK: Brackets

  /// `firm(two, park=east)` and `park west {city: longyou}`.
  private mutating func unwrap() {
    guard let last = pieces.last, ")}".contains(last.text), last.kind != .text,
      let open = pieces.indices.dropFirst().prefix(3).first(where: {
        pieces[$0].depth == 0 && (pieces[$0].isMark("(") || pieces[$0].isMark("{"))
      }), last.depth == 0
    else { return }
    pieces.removeLast()
    pieces.remove(at: open)
    for index in pieces.indices.dropFirst(open) { pieces[index].depth -= 1 }
    if open < pieces.count { pieces[open].isSpaced = true }
    if open == 1, pieces.count > 2, pieces[2].isMark(",") { pieces.remove(at: 2) }
  }

  // MARK: Names of attributes

  /// `park = east`, `park=east, sector=toys`, `land price=15万元/亩`, `City: longyou`.
  private mutating func mendAttributes(of kind: EntityKind) {
    func isKnown(_ name: String) -> Bool { kind.row.attribute(named: name) != nil }
    for index in pieces.indices.dropFirst().reversed()
    where pieces[index].depth == 0 && index + 1 < pieces.count {
      // `--city=longyou`
      if pieces[index].isMark("-"), index > 1, isKnown(pieces[index + 1].text) {
        pieces[index + 1].isSpaced = true
        pieces.remove(at: index)
      }
    }
    for index in pieces.indices.dropFirst(2)
    where pieces[index].isMark(":") && pieces[index].depth == 0 {
      if index > 2 || isKnown(pieces[index - 1].text) { pieces[index] = .equals() }
    }
    // `firm two: park=east`
    if pieces.count > 3, pieces[2].isMark(":") || pieces[2].isMark(","), pieces[1].kind == .word {
      pieces.remove(at: 2)
    }
    // Blanks around `=`.
    for index in pieces.indices.dropFirst() where pieces[index].isMark("=") {
      guard pieces[index].depth == 0,
        isKnown(pieces[index - 1].text) || pieces[index].isSpaced || index + 1 < pieces.count
      else { continue }
      pieces[index].isSpaced = false
      if index + 1 < pieces.count { pieces[index + 1].isSpaced = false }
    }
    // A comma before an attribute.
    for index in pieces.indices.reversed() where pieces[index].depth == 0 {
      guard pieces[index].isMark(",") || pieces[index].isMark(";"), isAttribute(index + 1)
      else { continue }
      pieces[index + 1].isSpaced = true
      pieces.remove(at: index)
    }
    while let last = pieces.last, [",", ";", ".", "。"].contains(last.text), last.kind != .text {
      pieces.removeLast()
    }
    // A blank within the name of an attribute.
    var index = 2
    while index < pieces.count, kind.isNamed {
      let joined = pieces[index - 1].text + "_" + pieces[index].text
      if isAttribute(index), pieces[index - 1].kind == .word, let name = known(joined, kind),
        pieces[index - 1].isSpaced
      {
        pieces[index - 1].text = name
        pieces.remove(at: index)
        index = 2
      } else if index > 2, isAttribute(index), pieces[index - 2].kind == .word,
        isKnown(pieces[index - 2].text + "_" + joined)
      {
        pieces[index - 2].text += "_" + joined
        pieces.removeSubrange(index - 1...index)
        index = 2
      } else {
        index += 1
      }
    }
    nameAttributes(of: kind)
  }

  func isAttribute(_ index: Int) -> Bool {
    index + 1 < pieces.count && pieces[index].kind == .word && pieces[index].depth == 0
      && pieces[index + 1].isMark("=")
  }

  /// The attribute that a name means but for its case, hyphens and a plural.
  private func known(_ name: String, _ kind: EntityKind) -> String? {
    func plain(_ name: String) -> String {
      name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != "." }
    }
    if kind.row.attribute(named: name) != nil { return name }
    let meant = plain(name)
    return kind.row.attributes.map(\.name).first {
      plain($0) == meant || plain($0) == meant + "s" || plain($0) + "s" == meant
    }
  }

  /// `landPrice=`, `employees=`, `finish=`: what the kind calls it.
  private mutating func nameAttributes(of kind: EntityKind) {
    let given = Set(pieces.indices.filter { isAttribute($0) }.map { pieces[$0].text })
    for index in pieces.indices.reversed() where isAttribute(index) && index > 0 {
      let name = pieces[index].text
      guard kind.row.attribute(named: name) == nil else { continue }
      if name == "title" || name == "name", index + 2 < pieces.count,
        pieces[index + 2].kind == .text
      {
        // The title stands behind the name.
        var title = pieces[index + 2]
        title.isSpaced = true
        pieces.removeSubrange(index...index + 2)
        pieces.insert(title, at: min(2, pieces.count))
        continue
      }
      if index == 1, name == "name" {
        pieces.removeSubrange(1...2)
        pieces[1].isSpaced = true
        continue
      }
      if let meant = attribute(meantBy: name, before: index + 2, kind), !given.contains(meant) {
        pieces[index].text = meant
      }
    }
  }

  private func attribute(meantBy name: String, before value: Int, _ kind: EntityKind) -> String? {
    if let known = known(name, kind) { return known }
    let word = name.lowercased()
    let others = SlipRepair.synonyms[word] ?? []
    if let other = others.first(where: { kind.row.attribute(named: $0) != nil }) { return other }
    if SlipRepair.beginnings.contains(word) {
      let first = kind.row.attributes.first { if case .from = $0.form { true } else { false } }
      return kind.row.beginning?.name ?? first?.name
    }
    if SlipRepair.ends.contains(word) {
      let ends = kind.row.attributes.filter { if case .until = $0.form { true } else { false } }
      return ends.count == 1 ? ends[0].name : nil
    }
    if ["in", "at", "of"].contains(word), value < pieces.count { return taker(of: value, kind) }
    return nil
  }

  /// The only attribute of a kind that takes what a piece names.
  private func taker(of index: Int, _ kind: EntityKind) -> String? {
    guard let found = session.scenario.entity(named: pieces[index].text)?.kind else { return nil }
    let rows = kind.row.attributes.filter { row in
      switch row.form {
      case .entity(let taken), .entities(let taken): taken == found
      default: false
      }
    }
    let needed = rows.filter(\.isRequired)
    return rows.count == 1 ? rows[0].name : needed.count == 1 ? needed[0].name : nil
  }

  // MARK: Values without a sign

  /// `city longyou area 10ha`, `area to 12ha`: an attribute and its value, without `=`.
  private mutating func joinNames(of kind: EntityKind) {
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
  private mutating func nameValues(of kind: EntityKind) {
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
  private mutating func nameSpan() {
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
  private func only(_ rows: [AttributeRow], _ index: Int) -> String? {
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
  private mutating func nameEnds() -> Bool {
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

  // MARK: Titles

  /// `city longyou 龙游 gdp=…`: words between a name and the first attribute are a title.
  private mutating func quoteTitle(behind start: Int) {
    guard pieces.count > start else { return }
    let sign = pieces.firstIndex { $0.isMark("=") && $0.depth == 0 } ?? pieces.count + 1
    let end = sign - 1
    guard end > start, pieces[1].kind == .word || start == 1 else { return }
    var range = start..<end
    let marks = ["'", "‘", "’", "《", "》", "「", "」", "『", "』", "(", ")"]
    if range.count > 2, marks.contains(pieces[start].text), marks.contains(pieces[end - 1].text) {
      range = start + 1..<end - 1
    }
    // The name of what is there stands for it, and not in a title.
    guard !range.contains(where: { isEntity($0) }) else { return }
    guard
      pieces[range].allSatisfy({
        $0.kind == .word || $0.kind == .number || $0.kind == .date || $0.text == "'"
      })
    else { return }
    var title = pieces[range.lowerBound].text
    for piece in pieces[range].dropFirst() { title += (piece.isSpaced ? " " : "") + piece.text }
    pieces.replaceSubrange(
      start..<end, with: [Piece(text: "\"\(title)\"", isSpaced: true, kind: .text)])
  }

  // MARK: Values

  func text(of range: Range<Int>) -> String {
    var text = ""
    for index in range {
      if pieces[index].isSpaced, index > range.lowerBound { text += " " }
      text += pieces[index].text
    }
    return text
  }

  /// `jobs="350"`, `area=41.5公倾`, `start=2026/06`.
  private mutating func mendValues(of kind: EntityKind) {
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
