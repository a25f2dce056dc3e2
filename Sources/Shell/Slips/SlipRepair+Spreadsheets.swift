import Language

/// Functions that spreadsheets have, said in words of this language.
extension SlipRepair {
  /// `print abs(X)`, `round(X, 2)`, `payback(X)`, `npv(8%, X)`, where the call is all that is asked.
  var spreadsheetCalls: [SlipRepair] {
    guard case .expression? = signature?.places.first?.kind, pieces.count > 4,
      pieces[1].kind == .word,
      pieces[2].isMark("("), pieces[pieces.count - 1].isMark(")"),
      pieces[3..<pieces.count - 1].allSatisfy({ $0.depth > 0 })
    else { return [] }
    let arguments = pieces[3..<pieces.count - 1].split { $0.isMark(",") && $0.depth == 1 }
      .map { text(of: $0.startIndex..<$0.endIndex) }
    guard let first = arguments.first else { return [] }
    let command = pieces[0].text
    switch pieces[1].text.lowercased() {
    case "abs" where arguments.count == 1: return [line("\(command) max(\(first), -(\(first)))")]
    // A figure is rounded where it is printed.
    case "round", "roundup", "rounddown", "int", "trunc": return [line("\(command) \(first)")]
    case "payback", "bcr", "benefit_cost": return [line("appraise \(first)")]
    case "npv", "xnpv":
      guard arguments.count == 2 else { return [] }
      return [line("\(command) npv(\(arguments[1]), \(first))")]
    case "xirr", "mirr": return [line("\(command) irr(\(first))")]
    default: return []
    }
  }

  private func line(_ text: String) -> SlipRepair {
    var copy = self
    copy.pieces = [.word(text, isSpaced: false)]
    return copy
  }
}
