import Diagnostics
import Language
import ParkModel

/// What a declaration says.
extension SlipRepair {
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
}
