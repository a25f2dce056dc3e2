import Diagnostics
import Language
import ParkModel

/// What attributes are called, and the signs around them.
extension SlipRepair {
  /// What an attribute is called elsewhere.
  private static let synonyms: [String: [String]] = [
    "budget": ["investment"], "capex": ["investment"], "cost": ["investment"],
    "count": ["firms"], "employees": ["jobs"], "employment": ["jobs"], "headcount": ["jobs"],
    "invest": ["investment"], "label": ["title"], "name": ["title"], "number": ["firms"],
    "revenue": ["output"], "sales": ["output"], "size": ["area"], "staff": ["jobs"],
    "tax": ["total_tax"], "taxes": ["total_tax"], "turnover": ["output"], "workers": ["jobs"],
  ]
  private static let beginnings: Set<String> = [
    "arrival", "arrives", "begin", "begins", "date", "from", "opening", "opens", "start", "starts",
    "year",
  ]
  private static let ends: Set<String> = [
    "complete", "completed", "completion", "done", "end", "ends", "finish", "finished", "ready", "to",
    "until",
  ]

  /// `park = east`, `park=east, sector=toys`, `land price=15万元/亩`, `City: longyou`.
  mutating func mendAttributes(of kind: EntityKind) {
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
  func known(_ name: String, _ kind: EntityKind) -> String? {
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
  mutating func nameAttributes(of kind: EntityKind) {
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

  func attribute(meantBy name: String, before value: Int, _ kind: EntityKind) -> String? {
    if let known = known(name, kind) { return known }
    let word = name.lowercased()
    let others = SlipRepair.synonyms[word] ?? ChineseWords.attributes[word] ?? []
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
  func taker(of index: Int, _ kind: EntityKind) -> String? {
    guard let found = session.scenario.entity(named: pieces[index].text)?.kind else { return nil }
    let given = Set(pieces.indices.filter { isAttribute($0) }.map { pieces[$0].text })
    let rows = kind.row.attributes.filter { row in
      guard !given.contains(row.name) else { return false }
      switch row.form {
      case .entity(let taken), .entities(let taken): return taken == found
      default: return false
      }
    }
    let needed = rows.filter(\.isRequired)
    return rows.count == 1 ? rows[0].name : needed.count == 1 ? needed[0].name : nil
  }
}
