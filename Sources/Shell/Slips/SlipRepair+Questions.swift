import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Questions: what is printed, tabled, compared and exported.
extension SlipRepair {
  private static let fillers: Set<String> = [
    "a", "an", "and", "as", "branch", "called", "create", "file", "for", "from", "in",
    "into", "is", "library", "named", "new", "of", "on", "scenario", "the", "to", "versus",
    "vs", "why", "with", ",", "(", ")", "\"",
  ]

  /// The ways in which what follows a command may have been meant.
  func questions(_ command: String) -> [SlipRepair] {
    var copy = self
    guard let signature else { return unquoted }
    switch signature.places.first?.kind {
    case .condition, .expression:
      copy.nameMetrics()
      copy.joinBrackets()
      copy.mendConditions()
      copy.joinRanges()
      copy.bracketPeriods()
      copy.bracketNames()
      var table = beginning(with: "table")
      table.mendTable()
      return spokenValue + betweenBounds + [copy] + copy.withUnits + copy.calls
        + copy.spreadsheetCalls
        + (command == Print.row.name ? [table] : [])
    case .branch where signature.has(\.isExpression):
      copy.nameMetrics()
      copy.joinRanges()
      copy.nameYears()
      var plain = self
      plain.pieces.removeAll { [",", "vs", "and", "with", "to", "versus"].contains($0.text) }
      return [copy, plain]
    case .metrics:
      copy.nameMetrics()
      copy.mendTable()
      return [copy]
    case .figure where signature.places.contains { $0.marker != nil }:
      copy.nameMetrics()
      return copy.ofCity + [copy]
    case nil where !signature.attributes.isEmpty:
      copy.mendTable()
      return [copy]
    case .file where signature.takesAnswer:
      copy.nameMetrics()
      copy.mendTable()
      return [copy] + copy.fileFirst
    default: return unquoted
    }
  }

  /// The statement without one of the little words that are said in speech, or without a file's
  /// or a branch's comma.
  var withoutFillers: [SlipRepair] {
    guard let first = pieces.first, EntityKind(rawValue: first.text) == nil,
      !["remove", "set", "undo", "redo", "unset"].contains(first.text)
    else { return [] }
    var found: [SlipRepair] = []
    for index in pieces.indices.dropFirst()
    where SlipRepair.fillers.contains(pieces[index].text) && !isPart(index) {
      var copy = self
      copy.pieces.remove(at: index)
      if copy.pieces.indices.contains(index) { copy.pieces[index].isSpaced = true }
      found.append(copy)
    }
    // `now()`
    if pieces.count == 3, pieces[1].isMark("("), pieces[2].isMark(")") {
      var copy = self
      copy.pieces.removeLast(2)
      found.append(copy)
    }
    // `branch -b late`
    if pieces.count > 3, pieces[1].isMark("-"), !pieces[2].isSpaced {
      var copy = self
      copy.pieces.removeSubrange(1...2)
      found.append(copy)
    }
    return found
  }

  /// Whether a word is a part of something longer: `the` of `the.park`.
  private func isPart(_ index: Int) -> Bool {
    guard pieces[index].kind == .word else { return false }
    let next = index + 1
    return !pieces[index].isSpaced && pieces[index - 1].isFilePart
      || next < pieces.count && !pieces[next].isSpaced && pieces[next].isFilePart
  }

  /// `appraise quzhou` and `appraise of=quzhou` are of a city, `appraise late` against a branch.
  private var ofCity: [SlipRepair] {
    guard pieces.count > 1 else { return [] }
    var copy = self
    if pieces.count > 3, ["city", "for", "in", "of"].contains(pieces[1].text), pieces[2].isMark("=")
    {
      copy.pieces.removeSubrange(1...2)
    } else if pieces.count > 2, ["city", "for", "in"].contains(pieces[1].text) {
      copy.pieces.remove(at: 1)
    }
    copy.pieces[1].isSpaced = true
    return ["of", "against"].map { word in
      var said = copy
      said.pieces.insert(.word(word), at: 1)
      return said
    }
  }

  /// `table tax headings=zh`: what is set for every answer, and not for one.
  var settings: [SlipRepair] {
    guard let command = pieces.first?.text, command != FormatCommand.row.name,
      CommandTable.command(named: command) != nil,
      let index = pieces.indices.dropFirst().first(where: { index in
        isAttribute(index) && OutputSettings.rows.contains { $0.name == pieces[index].text }
      }), index + 2 < pieces.count
    else { return [] }
    var copy = self
    copy.pieces = [.word("format"), pieces[index], .equals(), pieces[index + 2]]
    copy.pieces[1].isSpaced = true
    copy.pieces[3].isSpaced = false
    return [copy]
  }

  /// `use "china"`
  private var unquoted: [SlipRepair] {
    guard pieces.count == 2, pieces[1].kind == .text else { return [] }
    var copy = self
    copy.pieces[1].text = String(pieces[1].text.dropFirst().dropLast())
    return [copy]
  }

  // MARK: Conditions

  /// `=`, `=>`, `≥`, `<>`, `&&` and `AND` of other languages.
  private mutating func mendConditions() {
    var index = 1
    while index < pieces.count {
      defer { index += 1 }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      let pair = pieces[index].text + (next.map { $0.isSpaced ? "" : $0.text } ?? "")
      let isPair = next?.isSpaced == false
      let pairs = ["=>": ">=", "=<": "<=", "<>": "!=", "&&": "and", "||": "or"]
      if isPair, let other = pairs[pair] {
        pieces[index].text = other
        pieces[index].kind = .comparison
        pieces.remove(at: index + 1)
        if index + 1 < pieces.count { pieces[index + 1].isSpaced = true }
        continue
      }
      switch pieces[index].text {
      case "=" where signature?.takesCondition == true: pieces[index].text = "=="
      case "≥": pieces[index].text = ">="
      case "≤": pieces[index].text = "<="
      case "≠": pieces[index].text = "!="
      case "AND", "OR", "NOT": pieces[index].text = pieces[index].text.lowercased()
      case "!":
        pieces[index].text = "not"
        if index + 1 < pieces.count { pieces[index + 1].isSpaced = true }
      default: break
      }
    }
  }

  // MARK: Units and functions

  /// `print 5 percent`: a value and nothing else.
  private var spokenValue: [SlipRepair] {
    guard pieces.count > 1, let value = SpokenNumbers.value(text(of: 1..<pieces.count)) else {
      return []
    }
    var copy = self
    copy.pieces[1...] = [.word(value)]
    return [copy]
  }

  /// `output[2024] 万元`, `as 万元`, `(万元)`: the unit stands behind `in`.
  private var withUnits: [SlipRepair] {
    var copy = self
    if let last = copy.pieces.last, last.isMark(")"), copy.pieces.count > 4,
      copy.pieces[copy.pieces.count - 3].isMark("("),
      UnitTable.unit(named: copy.pieces[copy.pieces.count - 2].text) != nil
    {
      copy.pieces.removeLast()
      copy.pieces.remove(at: copy.pieces.count - 2)
    }
    guard let last = copy.pieces.last, last.kind == .word, copy.pieces.count > 2 else { return [] }
    let unit =
      UnitTable.unit(named: last.text) == nil
      ? UnitTable.spelling(meantBy: last.text) : last.text
    guard let unit else { return [] }
    copy.pieces.removeLast()
    if let before = copy.pieces.last, ["as", "to", "in"].contains(before.text) {
      copy.pieces.removeLast()
    }
    copy.pieces += [.word("in"), .word(unit)]
    return [copy]
  }

  /// `sum output`, `sum of output`, `average(output)`.
  private var calls: [SlipRepair] {
    let others = [
      "average": "mean", "avg": "mean", "maximum": "max", "minimum": "min", "total": "sum",
    ]
    guard pieces.count > 2, pieces[1].kind == .word else { return [] }
    var copy = self
    if let other = others[pieces[1].text.lowercased()] { copy.pieces[1].text = other }
    guard ["cumulative", "growth", "max", "mean", "min", "sum"].contains(copy.pieces[1].text) else {
      return []
    }
    if copy.pieces[2].isMark("(") { return [copy] }
    if copy.pieces[2].text == "of" { copy.pieces.remove(at: 2) }
    guard copy.pieces.count > 2 else { return [] }
    copy.pieces[2].isSpaced = false
    copy.pieces[2].text = "(" + copy.pieces[2].text
    copy.pieces[copy.pieces.count - 1].text += ")"
    return [copy]
  }
}

extension SlipRepair.Piece {
  /// Whether it joins what touches it to the name of a file.
  fileprivate var isFilePart: Bool { [".", "-", "/", "_"].contains(text) }
}
