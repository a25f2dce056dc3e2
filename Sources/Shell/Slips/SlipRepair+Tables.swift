import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// What stands behind the figures of a table or a file: divisions, years, the file.
extension SlipRepair {
  /// The attributes that the command takes.
  private var options: Set<String> {
    Set(CommandTable.command(named: pieces[0].text)?.signature.attributes.map(\.name) ?? [])
  }

  /// `table tax by firm`, `tax, by=park`, `tax 2022..2024`, `tax and jobs`.
  mutating func mendTable() {
    joinRanges()
    let options = options
    var index = 1
    while index < pieces.count {
      defer { index += 1 }
      guard pieces[index].depth == 0, index + 1 < pieces.count else { continue }
      let word = pieces[index].text
      if options.contains(word), pieces[index].kind == .word {
        if pieces[index + 1].isMark("=") || pieces[index + 1].isMark(":") {
          pieces[index + 1] = .equals()
        } else {
          pieces.insert(.equals(), at: index + 1)
        }
        guard index + 2 < pieces.count else { continue }
        pieces[index + 2].isSpaced = false
        if word == "by", let kind = EntityKind(plural: pieces[index + 2].text) {
          pieces[index + 2].text = kind.rawValue
        }
        if pieces[index - 1].isMark(",") {
          pieces[index].isSpaced = true
          pieces.remove(at: index - 1)
        }
      } else if word == "and" {
        pieces[index] = Piece(text: ",", isSpaced: false, kind: .mark(44))
      } else if ["from", "for", "in"].contains(word), isPeriod(index + 1) {
        pieces.remove(at: index)
        index -= 1
      }
    }
    while let last = pieces.last, last.isMark(",") || last.isMark(";") { pieces.removeLast() }
    nameYears()
  }

  /// `table tax 2025..2030`
  mutating func nameYears() {
    guard
      let first = pieces.indices.dropFirst(2).first(where: {
        isPeriod($0) && pieces[$0].isSpaced && pieces[$0].depth == 0
      })
    else { return }
    let isRange =
      first + 2 < pieces.count && pieces[first + 1].kind == .range && isPeriod(first + 2)
    guard first + (isRange ? 3 : 1) == pieces.count else { return }
    pieces[first].text = "years=" + pieces[first].text
    if pieces[first - 1].isMark(",") { pieces.remove(at: first - 1) }
  }

  /// `export output to out.csv`: the file comes first.
  var fileFirst: [SlipRepair] {
    guard let dot = pieces.lastIndex(where: { $0.isMark(".") && !$0.isSpaced }), dot > 2,
      dot + 1 < pieces.count
    else { return [] }
    var copy = self
    let file = pieces[dot - 1].text + "." + pieces[dot + 1].text
    copy.pieces.removeSubrange(dot - 1...dot + 1)
    if let last = copy.pieces.last, ["to", "into", "as", "in"].contains(last.text) {
      copy.pieces.removeLast()
    }
    copy.pieces.removeAll { $0.text == "to" }
    copy.pieces.insert(.word(file), at: 1)
    return [copy]
  }
}
