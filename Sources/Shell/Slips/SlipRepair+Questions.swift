import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// Questions: what is printed, tabled, compared and exported.
extension SlipRepair {
  /// The attributes that the command takes.
  private var options: Set<String> {
    var names: Set<String> = []
    for argument in CommandTable.command(named: pieces[0].text)?.arguments ?? [] {
      if case .attributes(let rows) = argument { names.formUnion(rows.map(\.name)) }
    }
    return names
  }

  private static let fillers: Set<String> = [
    "a", "an", "and", "as", "branch", "called", "create", "file", "for", "from", "in",
    "into", "is", "library", "named", "new", "of", "on", "scenario", "the", "to", "versus",
    "vs", "why", "with", ",", "(", ")", "\"",
  ]

  /// The ways in which what follows a command may have been meant.
  func questions(_ command: String) -> [SlipRepair] {
    var copy = self
    switch command {
    case "print", "expect", "explain":
      copy.nameMetrics()
      copy.joinBrackets()
      copy.mendConditions()
      copy.joinRanges()
      copy.bracketPeriods()
      copy.bracketNames()
      var table = beginning(with: "table")
      table.mendTable()
      return betweenBounds + [copy] + copy.withUnits + copy.calls + copy.spreadsheetCalls
        + (command == "print" ? [table] : [])
    case "compare":
      copy.nameMetrics()
      copy.joinRanges()
      copy.nameYears()
      var plain = self
      plain.pieces.removeAll { [",", "vs", "and", "with", "to", "versus"].contains($0.text) }
      return [copy, plain]
    case "table", "plot":
      copy.nameMetrics()
      copy.mendTable()
      return [copy]
    case "appraise":
      copy.nameMetrics()
      return copy.ofCity + [copy]
    case "format":
      copy.mendTable()
      return [copy]
    case "export":
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
    for index in pieces.indices.dropFirst() where SlipRepair.fillers.contains(pieces[index].text) {
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
    guard let command = pieces.first?.text, command != "format",
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

  /// `use "china"`, `use 中国`
  private var unquoted: [SlipRepair] {
    guard pieces.count == 2 else { return [] }
    var copy = self
    if pieces[0].text == "use", let library = ChineseWords.library(pieces[1].text) {
      copy.pieces[1].text = library
      return [copy]
    }
    guard pieces[1].kind == .text else { return [] }
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
      case "=" where pieces[0].text == "expect": pieces[index].text = "=="
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

  // MARK: Periods

  /// `2022-2024`, `2022 to 2024`, `2022:2024` and `2022…2024` are the years from one to the other.
  private mutating func joinRanges() {
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

  private func isPeriod(_ index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return false }
    let piece = pieces[index]
    if piece.kind == .date { return true }
    return piece.kind == .number && piece.text.utf8.count == 4 && Int(piece.text) != nil
  }

  /// `print tax 2030`, `tax in 2030`, `tax.2030`, `tax(2030)`, `tax [2030]`.
  private mutating func bracketPeriods() {
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
  private mutating func bracketNames() {
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

  // MARK: Units and functions

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

  // MARK: Tables

  /// `table tax by firm`, `tax, by=park`, `tax 2022..2024`, `tax and jobs`.
  private mutating func mendTable() {
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
  private mutating func nameYears() {
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
  private var fileFirst: [SlipRepair] {
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
