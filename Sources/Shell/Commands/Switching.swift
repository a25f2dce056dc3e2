import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `switching npv(net_local) == 0`: which value of each input flips a finding.
enum SwitchingCommand {
  static let row = Command(
    "switching", .results,
    signature: [
      .needed(.figure, as: "FIGURE == VALUE"),
      .optional(.entityOrAttribute, as: "NAMES", behind: "among"), ViewRequest.closures,
      RunView.nominalOption,
    ],
    summary: "find the value of each input that flips a finding, the nearest first",
    details:
      "Each input is moved by itself, the others stay: what has a range within what 0.1 % and 99.9 % of\n"
      + "its draws do not exceed, anything else that `assumptions` lists or a source is named for from\n"
      + "nothing to ten times of what it is, as far as is legal. A schedule is moved as a whole. Of\n"
      + "several flipping values it is the nearest. With `among`, only some: assumptions, attributes as\n"
      + "`smart.area`, or all of what a name says.",
    examples: [
      "switching npv(net_local) == 0 among smart, p2",
      "assume slow = 1y to 2y; set p2 delay=slow; switching tax[2025] == 5M yuan among slow",
    ],
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let question = try question(&invocation.reader, view: RunView(), &session)
      return table(question, session, isForFiles: true)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, view: session.view, &session)
    session.show(table(question, session, isForFiles: false))
  }

  private struct Question {
    let request: EqualityRequest
    let found: Switching
    /// Whether the inputs were named, so that each of them is answered.
    let isAmong: Bool
    let basis: BasisText
  }

  private static func question(
    _ reader: inout ArgumentReader, view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let example = "switching npv(net_local) == 0"
    let (expression, source) = (try reader.equality(example), reader.source)
    var names: [(parts: [String], place: Location)] = []
    if reader.peekedWord == "among", !reader.isAttributeAhead {
      _ = reader.word()
      repeat {
        let path = try reader.path(of: "the name of an input, such as `smart.area`")
        names.append((path.parts, reader.location(path.span)))
        _ = reader.comma()
      } while reader.peekedWord != nil && !reader.isAttributeAhead
    }
    var view = view
    try view.read(&reader)
    try reader.end()
    let scenario = session.scenario
    let request = try EqualityRequest(expression, source, scenario, example: example)
    for figure in [request.left, request.right] {
      try figure.checkIsSingle(for: "switching", at: figure.location)
    }
    // What no run can be made of says so.
    _ = try session.project()
    var inputs = try scenario.switchingInputs(stop: session.stop)
    if !names.isEmpty { inputs = try self.inputs(named: names, inputs, session) }
    let runs = VariedRuns(
      scenario, [request.left, request.right], closures: view.closures,
      isNominal: view.isNominal, threads: session.threads, stop: session.stop)
    return Question(
      request: request, found: try Switching(request, inputs, runs), isAmong: !names.isEmpty,
      basis: BasisText(view: view, scenario: scenario))
  }

  /// Those that are named: one by one, or all of what a name says.
  private static func inputs(
    named names: [(parts: [String], place: Location)], _ all: [SwitchingInput], _ session: Session
  ) throws(Diagnostic) -> [SwitchingInput] {
    let scenario = session.scenario
    let numbers = try scenario.switchingInputs(stop: session.stop, withoutSource: true)
    var found: [SwitchingInput] = []
    for (parts, place) in names {
      let name = parts.joined(separator: ".")
      if parts.count == 1, let entity = scenario.entity(named: name), entity.kind != .assume {
        let own = numbers.filter { $0.name.hasPrefix(name + ".") }
        guard !own.isEmpty else {
          throw Diagnostic("no-value", "`\(name)` has no number to move", at: place)
        }
        found += own
        continue
      }
      _ = try NamedInput(parts, at: place, in: scenario)
      guard let own = numbers.first(where: { $0.name == name }) else {
        throw Diagnostic(
          "no-value", "`\(name)` is no number that stands in the scenario", at: place,
          help: ["`assumptions` lists numbers that do"])
      }
      found.append(own)
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name).inserted }
  }

  /// A value or a range as Chinese has it: what is a multiple of the value now is a share of that.
  private static func chinese(_ text: String) -> String {
    let share = " % of it"
    guard text.contains(share) else { return text }
    let words = text.split(separator: " ").map { $0 == "to" ? "至" : String($0) }
    return "现值的 " + words.filter { !["of", "it"].contains($0) }.joined(separator: " ")
  }

  private static func table(
    _ question: Question, _ session: Session, isForFiles: Bool
  ) -> Table {
    let found = question.found
    var table = Table(columns: [
      Table.Column("input", chinese: "因素"),
      Table.Column("now", chinese: "当前值", widest: isForFiles ? nil : 28),
      Table.Column("switches at", chinese: "临界值"),
      Table.Column("distance", chinese: "距当前值", unit: "%", isNumeric: true),
      Table.Column("looked for in", chinese: "查找范围"),
    ])
    // Of all numbers of a scenario those that flip it are an answer, and the others a crowd.
    let hasFlips = found.rows.contains { $0.value != nil }
    let showsAll = question.isAmong || !hasFlips
    for row in found.rows where row.value != nil || row.moves && showsAll || isForFiles {
      let value = row.value.map { $0 + (row.isJump ? " (jumps)" : "") }
      table.rows.append([
        .input(row.name), .text(row.now),
        .text(value ?? "none in its range", chinese: value.map(chinese) ?? "范围内没有"),
        row.distance.map { .number($0 * 100) } ?? .undefined,
        .text(row.range, chinese: chinese(row.range)),
      ])
    }
    let unit = found.now[0].unit
    let values = found.now.map { value -> String in
      switch value {
      case .number(var quantity):
        // Both in the unit of the first.
        if let unit, let own = value.amount(in: unit) { quantity = Quantity(own, unit) }
        return session.figures.text(.number(quantity), question.request.left.metric?.unit)
      case .none(let reason):
        let style = session.figures.style
        return "–" + style.bracketed(style.wording?.word(reason) ?? reason)
      }
    }
    table.remark([
      Table.Note(
        "`\(question.request.left.label)` is \(values[0]) now, held against \(values[1])",
        chinese: "`\(question.request.left.label)` 现为 \(values[0])，对照 \(values[1])")
    ])
    if !isForFiles { table.remark(counts(found, showsAll: showsAll)) }
    if found.rows.contains(where: { !$0.isGiven && $0.value != nil }) {
      table.remark([
        Table.Note(
          "what has no range of its own was moved from nothing to ten times",
          chinese: "没有自身范围的数字从零变到现值的十倍")
      ])
    }
    if found.zeros > 0 {
      table.remark([
        Table.Note(
          "\(found.zeros) numbers are nothing now and were not moved",
          chinese: "另有 \(found.zeros) 个数字现为零，未作变动")
      ])
    }
    table.remark(question.basis.notes([question.request.left]))
    table.priceYear = question.basis.priceYear([question.request.left])
    return table
  }

  /// How many numbers are not shown, and why.
  private static func counts(_ found: Switching, showsAll: Bool) -> [Table.Note] {
    var notes: [Table.Note] = []
    let whole = found.rows.count { $0.value == nil && $0.moves }
    if whole > 0, !showsAll {
      notes.append(
        Table.Note(
          "\(whole) more move it and flip it nowhere in their range: `among NAMES` shows them",
          chinese: "另有 \(whole) 个因素影响结果，但在查找范围内没有转折：用 `among` 列出"))
    }
    let idle = found.rows.count { $0.value == nil && !$0.moves }
    if idle > 0 {
      notes.append(
        Table.Note(
          "\(idle) of \(found.rows.count) numbers do not move it",
          chinese: "\(found.rows.count) 个数字中有 \(idle) 个不影响结果"))
    }
    return notes
  }
}
