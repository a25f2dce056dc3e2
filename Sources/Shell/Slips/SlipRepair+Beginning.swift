import Diagnostics
import Language
import ParkModel

/// How a statement begins.
extension SlipRepair {
  /// Words of other programs, and what they are here. Behind them stands what they take.
  private static let words: [String: String] = [
    "alter": "set", "calc": "print", "calculate": "print", "cat": "show", "change": "set",
    "chart": "plot", "checkout": "switch", "cls": "help", "columns": "table", "const": "assume",
    "def": "assume", "del": "remove", "delete": "remove", "describe": "show", "dir": "list",
    "display": "show", "drop": "remove", "echo": "print", "edit": "set", "erase": "remove",
    "eval": "print", "evaluate": "print", "goto": "switch", "graph": "plot", "include": "replay",
    "let": "assume", "load": "open", "ls": "list", "man": "help", "modify": "set", "mv": "rename",
    "puts": "print", "read": "open", "revert": "undo", "rm": "remove", "run": "replay",
    "select": "table", "source": "replay", "tab": "table", "update": "set", "using": "use",
    "var": "assume", "view": "show", "why": "explain", "write": "save",
  ]

  /// What an appraisal says, by the words that people ask for it with.
  private static let appraised: Set<String> = [
    "bcr", "benefit_cost", "breakeven", "irr", "npv", "payback", "roi",
  ]

  /// Words before a kind that only say that something new follows.
  private static let makers: Set<String> = [
    "a", "add", "create", "declare", "define", "insert", "make", "new",
  ]

  /// The statement with the first words that it may have been meant to have, the surest first.
  var beginnings: [SlipRepair] {
    guard let first = pieces.first, first.kind == .word else {
      return asQuestion + [self]
    }
    let word = first.text.lowercased()
    if CommandTable.command(named: first.text) != nil {
      return [self] + otherCommands(first.text)
    }
    var found: [SlipRepair] = []
    if CommandTable.command(named: word) != nil { found.append(beginning(with: word)) }
    if let kind = EntityKind(plural: word), pieces.count > 1 {
      found.append(beginning(with: kind.rawValue))
    }
    if SlipRepair.makers.contains(word), pieces.count > 1, EntityKind(plural: pieces[1].text) != nil
    {
      var copy = self
      copy.pieces.removeFirst()
      found += copy.beginnings
    }
    if word == "git" || word == "please", pieces.count > 1 {
      var copy = self
      copy.pieces.removeFirst()
      found += copy.beginnings
    }
    if let other = SlipRepair.words[word] {
      let copy = beginning(with: other)
      found += [copy] + copy.otherCommands(other)
    }
    return found + asBranch + asChange + asDeclaration + asQuestion + asAppraisal
  }

  func beginning(with word: String) -> SlipRepair {
    var copy = self
    copy.pieces[0].text = word
    return copy
  }

  /// `show jobs` is printed, `print jobs by firm` a table, `remove one.jobs` leaves `one`, and a
  /// kind needs no mention before the name of what is there.
  private func otherCommands(_ first: String) -> [SlipRepair] {
    var found: [SlipRepair] = []
    if pieces.count > 2, ["set", "unset", "remove", "show", "rename"].contains(first),
      EntityKind(plural: pieces[1].text) != nil, isEntity(2)
    {
      var copy = self
      copy.pieces.remove(at: 1)
      found.append(copy)
    }
    var plain = self
    plain.splitPath()
    switch first {
    case "set":
      // `tax.vat` is the tax `vat`.
      if pieces.count > 4, pieces[1].text == "tax", pieces[2].isMark("."), isEntity(3) {
        var copy = self
        copy.pieces.removeSubrange(1...2)
        copy.pieces[1].isSpaced = true
        found.append(copy)
      }
      if plain.text != text { found.append(plain) }
      if pieces.count > 3, pieces[2].isMark("="), !isEntity(1), let home = home(of: pieces[1].text)
      {
        var copy = self
        copy.pieces.insert(.word(home.rawValue), at: 1)
        for index in 3...4 { copy.pieces[index].isSpaced = false }
        found.append(copy)
      }
    case "edit": found.append(beginning(with: "set"))
    case "unset":
      if let sign = plain.pieces.firstIndex(where: { $0.isMark("=") }) {
        plain.pieces.removeSubrange(sign...)
      }
      found.append(plain)
    case "remove": found.append(plain.beginning(with: "unset"))
    case "list", "show":
      guard pieces.count > 1 else { return [] }
      if pieces.count == 2, pieces[1].text == "all" {
        var copy = beginning(with: "list")
        copy.pieces.removeLast()
        return [copy]
      }
      if pieces.count > 1, let kind = pieces.lazy.compactMap({ EntityKind(plural: $0.text) }).first
      {
        var copy = beginning(with: "list")
        copy.pieces[1...] = [.word(kind.rawValue)]
        if pieces.count <= 3 { found.append(copy) }
      }
      guard first == "show" else { return found }
      found.append(beginning(with: "print"))
      var path = beginning(with: "print")
      if pieces.count == 3, pieces[2].kind == .word {
        path.pieces[1].text += "." + path.pieces.removeLast().text
        found.append(path)
      }
    case "print": found += [beginning(with: "table")] + asAppraisal
    case "table": found += list
    case "open": found.append(beginning(with: "replay"))
    case "undo", "redo":
      if pieces.count == 2, ["all", "everything"].contains(pieces[1].text) {
        var copy = self
        let count = session.branches.current.journal.depth
        copy.pieces[1].text = String(max(count, 1))
        found.append(copy)
      }
      var copy = self
      copy.pieces = [pieces[0]] + pieces.dropFirst().prefix { $0.kind == .number }
      if copy.pieces.count > 1 || pieces.dropFirst().first?.text == "last" { found.append(copy) }
    case "tax": found += asQuestion
    default:
      guard let kind = EntityKind(rawValue: first) else { break }
      if pieces.count > 2, session.scenario.entity(named: pieces[1].text)?.kind == kind {
        found.append(beginning(with: "set"))
      }
      found += asQuestion
    }
    return found
  }

  /// `select * from firms` lists them.
  private var list: [SlipRepair] {
    guard pieces.count > 3, pieces[1].isMark("*"), pieces[2].text.lowercased() == "from",
      let kind = EntityKind(plural: pieces[3].text), pieces.count == 4
    else { return [] }
    var copy = beginning(with: "list")
    copy.pieces[1...] = [.word(kind.rawValue)]
    return [copy]
  }

  /// `one jobs=40`, `one.jobs = 40`, `g = 5%` and `discount=6%` say no command.
  private var asChange: [SlipRepair] {
    guard pieces.count > 2, pieces.contains(where: { $0.isMark("=") || $0.isMark(":") }) else {
      return []
    }
    var copy = self
    if isEntity(0) {
      copy.splitPath(from: 0)
      copy.pieces.insert(.word("set"), at: 0)
      copy.pieces[1].isSpaced = true
      return [copy]
    }
    guard pieces[1].isMark("=") || pieces[1].isMark(":") else { return [] }
    if let home = home(of: pieces[0].text) {
      copy.pieces.insert(contentsOf: [.word("set"), .word(home.rawValue)], at: 0)
      copy.pieces[2].isSpaced = true
      for index in 3...4 where index < copy.pieces.count { copy.pieces[index].isSpaced = false }
      return [copy]
    }
    // The attribute of some kind is no assumption.
    guard
      !EntityKind.allCases.contains(where: { $0.row.attribute(named: pieces[0].text) != nil })
    else { return [] }
    copy.pieces.insert(.word("assume"), at: 0)
    return [copy]
  }

  /// `plant park=east …` says no kind: the only one that takes it all.
  private var asDeclaration: [SlipRepair] {
    guard pieces.count > 3, pieces[0].kind == .word,
      session.scenario.entity(named: pieces[0].text) == nil,
      pieces.contains(where: { $0.isMark("=") }), !pieces[1].isMark("=")
    else { return [] }
    let found = EntityKind.allCases.filter { $0.isNamed && !$0.isDefinition }.compactMap {
      (kind) -> SlipRepair? in
      var copy = self
      if EntityKind(rawValue: pieces[1].text) == kind { copy.pieces.remove(at: 1) }
      copy.pieces.insert(.word(kind.rawValue), at: 0)
      copy.pieces[1].isSpaced = true
      return isReadable(copy.text) ? copy : nil
    }
    return found.count == 1 ? found : []
  }

  /// `output / jobs`, `=output/jobs` and `what is output` are questions.
  private var asQuestion: [SlipRepair] {
    var copy = self
    while let first = copy.pieces.first,
      first.isMark("=") || ["what", "is", "the"].contains(first.text.lowercased())
    {
      copy.pieces.removeFirst()
    }
    guard !copy.pieces.isEmpty, !copy.pieces[0].isMark("?") else { return [] }
    copy.pieces[0].isSpaced = true
    copy.pieces.insert(.word("print"), at: 0)
    return [copy, copy.beginning(with: "table")]
  }

  /// `what if the line is late` is asked in a branch.
  private var asBranch: [SlipRepair] {
    let words = pieces.prefix(2).map { $0.text.lowercased() }
    guard words == ["what", "if"] || words.first == "whatif" else { return [] }
    var copy = self
    copy.pieces = [.word("branch"), .word("what-if")]
    copy.pieces[1].isSpaced = true
    return [copy]
  }

  /// `payback`, and `payback(…)` of what is no figure: the appraisal has it.
  private var asAppraisal: [SlipRepair] {
    let place = pieces.count > 1 && pieces[0].text == "print" ? 1 : 0
    let word = pieces[place].text.lowercased()
    // A call of `npv` and `irr` has a help of its own.
    guard SlipRepair.appraised.contains(word),
      place + 1 == pieces.count || !["irr", "npv"].contains(word)
    else { return [] }
    var copy = self
    copy.pieces = [.word("appraise")]
    return [copy]
  }

  // MARK: Names

  /// Which of the two without a name has an attribute, where only one has.
  private func home(of attribute: String) -> EntityKind? {
    let homes = [EntityKind.scenario, .model].filter { $0.row.attribute(named: attribute) != nil }
    return homes.count == 1 ? homes[0] : nil
  }

  func isEntity(_ index: Int) -> Bool {
    index < pieces.count && pieces[index].kind == .word
      && (session.scenario.entity(named: pieces[index].text) != nil
        || ["model", "scenario"].contains(pieces[index].text))
  }

  /// `one.jobs` as a name and its attribute.
  private mutating func splitPath(from index: Int = 1) {
    guard index + 2 < pieces.count, pieces[index + 1].isMark("."),
      pieces[index + 2].kind == .word
    else { return }
    pieces[index + 2].isSpaced = true
    pieces.remove(at: index + 1)
  }
}

extension EntityKind {
  /// The kind that a word names, whatever its case, alone or in the plural: `Firms`.
  init?(plural word: String) {
    let word = word.lowercased()
    let endings = word.hasSuffix("ies") ? [String(word.dropLast(3)) + "y"] : []
    let plain = word.hasSuffix("s") ? [String(word.dropLast())] : []
    guard let kind = ([word] + endings + plain).lazy.compactMap({ EntityKind(rawValue: $0) }).first
    else { return nil }
    self = kind
  }
}
