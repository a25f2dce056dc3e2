import Language
import ParkModel
import Simulation

/// Metrics by names that other programs would give them.
extension SlipRepair {
  /// `totalTax`, `local_tax`, `TaxLocal` and `land-income`: the metric of the same words.
  mutating func nameMetrics() {
    let taxes = session.scenario.entities(.tax).map(\.name)
    let names = MetricTable.names(taxes: taxes, levels: session.scenario.levels)
    for index in pieces.indices.dropFirst() where pieces[index].kind == .word && !isEntity(index) {
      let word = pieces[index].text
      guard !names.contains(word),
        pieces.indices.dropFirst(index + 1).first.map({
          !pieces[$0].isMark("=") && !pieces[$0].isMark("(")
        }) ?? true
      else { continue }
      if let name = ChineseWords.metric(word, levels: session.scenario.levels) {
        pieces[index].text = name
        continue
      }
      let meant = SlipRepair.words(of: word)
      guard meant.count > 1 else { continue }
      let found = names.filter { SlipRepair.words(of: $0) == meant }
      // A metric without more is the total already.
      let plain = names.filter { SlipRepair.words(of: $0) == meant.subtracting(["total"]) }
      if let name = found.first ?? plain.first { pieces[index].text = name }
    }
  }

  /// The words of a name, however they are joined.
  private static func words(of name: String) -> Set<String> {
    var words: Set<String> = []
    var word = ""
    func close() {
      if !word.isEmpty { words.insert(word.lowercased()) }
      word = ""
    }
    for character in name {
      if "_-.".contains(character) {
        close()
      } else {
        if character.isUppercase, word.last?.isLowercase == true { close() }
        word.append(character)
      }
    }
    close()
    return words
  }
}
