import Diagnostics
import Language
import ParkModel
import TestSupport
import Testing

@testable import Shell

/// Long sessions of random statements over several branches, and what has to hold of them.
@Suite struct AlternativeLawTests {
  /// Seeds that once failed are always tried.
  static let seeds = Array(Set(Sample.every(8, of: 1..<33) + [3, 7, 26])).sorted()

  @Test("taking back, differences and merges hold over a thousand statements", arguments: seeds)
  func session(_ seed: Int) throws {
    var walk = RandomSession(seed: UInt64(seed))
    while walk.count < 1_000 {
      try walk.step()
      if walk.failure != nil { break }
    }
    #expect(walk.failure == nil, "seed \(seed), statement \(walk.count): \(walk.failure ?? "")")
    // What it is about happened.
    #expect(walk.merges > 5 && walk.travels > 10 && walk.differences > 10, "\(walk)")
  }
}

/// A session that is made up as it goes.
private struct RandomSession: CustomStringConvertible {
  private var chance: SeededGenerator
  private let conversation = Conversation()
  /// Ids by branch and number of the last change.
  private var known: [String: [Int: String]] = [:]
  private(set) var count = 0
  private(set) var merges = 0
  private(set) var travels = 0
  private(set) var differences = 0
  private(set) var failure: String?
  private var said: [String] = []

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed &* 0x9E37_79B9)
    note()
  }

  var description: String {
    "\(merges) merges, \(travels) journeys, \(differences) differences of \(count) statements"
  }

  private var session: Session { conversation.session }
  private var id: String { ScenarioID(session.scenario).text }
  private var number: Int {
    let journal = session.branches.current.journal
    return journal.number(of: journal.place)
  }

  private mutating func pick<T>(_ list: [T]) -> T { list[Int(chance.next() % UInt64(list.count))] }

  /// Says a statement; whether it was accepted.
  @discardableResult
  private mutating func say(_ statement: String) -> Bool {
    let answer = conversation.say(
      statement.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    let isDone = !answer.contains("error[")
    if isDone { said.append(statement) }
    return isDone
  }

  private mutating func fail(_ message: String) {
    if failure == nil { failure = message + "\n" + said.suffix(60).joined(separator: "\n") }
  }

  private mutating func expect(_ holds: Bool, _ message: String) {
    if !holds { fail(message) }
  }

  private mutating func note() { known[session.branch, default: [:]][number] = id }

  private mutating func name() -> String { pick(["a", "b", "c", "d", "e", "f", "g-1", "h"]) }

  private mutating func edit() -> String {
    let (one, two) = (name(), name())
    let amount = chance.next() % 5 + 1
    switch chance.next() % 25 {
    case 19: return "assume \(one) = \(amount) to \(amount + 2)"
    case 20: return "metric \(one) = \(pick(["tax / jobs", "jobs * 2", two]))"
    case 21:
      return pick([
        "correlate \(one) \(two) 0.\(amount)", "correlate \(one) \(two) off",
        "set correlate \(one) \(two) coefficient=-0.\(amount)",
      ])
    case 22:
      return pick([
        "ensemble draws=\(amount)00 seed=\(amount)", "ensemble off", "set ensemble draws=200",
      ])
    case 23:
      return pick([
        "observe tax[201\(amount)] value=\(amount)亿元", "observe jobs[202\(amount)] value=\(amount)",
        "set observe tax[201\(amount)] yoy=\(amount)%", "remove observe tax[201\(amount)]",
      ])
    case 0: return "city \(one) gdp=\(amount)bn yuan/year"
    case 1, 2: return "park \(one) city=\(two) area=\(amount)ha"
    case 3: return "phase \(one) park=\(two) area=\(amount)ha start=2018 complete=2019"
    case 4, 5: return "firm \(one) park=\(two) sector=toys arrives=2020 jobs=\(amount)"
    case 6: return "assume \(one) = \(amount)"
    case 7: return "set \(one) jobs=\(amount)"
    case 8: return "set \(one) area=\(amount)ha"
    case 9: return "set \(one) gdp=\(amount)bn yuan/year"
    case 10: return "set \(one) = \(amount)"
    case 11: return "set \(one) \"Title \(amount)\""
    case 12: return "unset \(one) \(pick(["title", "gdp", "area", "jobs", "city"]))"
    case 13: return "remove \(one)" + pick(["", " --cascade", " --cascade --comments"])
    case 14: return "rename \(one) \(two)"
    case 15: return "cite \(one) \"source \(amount)\""
    case 16: return "# note \(amount)\nset \(one) population=\(amount)  # and \(amount)"
    case 17:
      return pick(["use china", "set toys wage=\(amount)万元", "unset toys wage", "remove paper"])
    case 18:
      return pick([
        "set model discount=\(amount)%", "scenario \"T\"", "set scenario \"T\(amount)\"",
      ])
    default:
      return pick([
        "unit USD = \(amount) yuan", "set \(one) gdp=\(amount)bn USD/year", "remove --all",
      ])
    }
  }

  mutating func step() throws {
    count += 1
    switch chance.next() % 24 {
    case 0: back()
    case 1: say("undo \(chance.next() % 3 + 1)")
    case 2: say("redo \(chance.next() % 3 + 1)")
    case 3, 4: travel()
    case 5 where session.branches.names.count < 5:
      if say("branch n\(count)") { note() }
    case 6, 7:
      let name = pick(session.branches.names)
      say("switch \(name)")
    case 8, 9: merge()
    case 10: try difference()
    case 11: mirror()
    case 12: try rereading()
    default:
      if say(edit()) { note() }
    }
    // Wherever one stands, the scenario is what it was there.
    if let before = known[session.branch]?[number] {
      expect(before == id, "\(session.branch) has another id at change \(number)")
    }
  }

  /// The id behind an `undo` is the one of before, and that behind `redo` the one of behind.
  private mutating func back() {
    let before = id
    guard say(edit()) else { return }
    let after = id
    note()
    guard say("undo") else { return fail("an edit cannot be taken back") }
    expect(id == before, "another id behind undo")
    guard say("redo") else { return fail("what was taken back cannot be made again") }
    expect(id == after, "another id behind redo")
  }

  private mutating func travel() {
    let journal = session.branches.current.journal
    let goal = pick(Array(journal.numbers))
    guard goal != number else { return }
    let word = journal.isBehind(journal.place(number: goal) ?? 0) ? "undo" : "redo"
    guard say("\(word) to \(goal)") else { return fail("no way to change \(goal)") }
    travels += 1
    expect(number == goal, "at \(number) instead of \(goal)")
  }

  private mutating func merge() {
    let name = pick(session.branches.names)
    guard name != session.branch, let other = session.branches[name] else { return }
    let (base, contested) = session.branches.base(of: session.branches.current, other)
    let before = session
    let keep = pick(["", " keep=ours", " keep=theirs"])
    guard say("merge \(name)\(keep)") else {
      expect(before.branches.script == session.branches.script, "a merge that failed left traces")
      return
    }
    merges += 1
    note()
    if contested.isEmpty {
      let plain = base.plainScript
      if before.scenario.plainScript == plain {
        expect(id == ScenarioID(other.scenario).text, "only \(name) changed, and it is not \(name)")
      }
      if other.scenario.plainScript == plain {
        expect(
          id == ScenarioID(before.scenario).text, "\(name) changed nothing, and something is new")
      }
    }
    let after = id
    guard say("merge \(name)") else {
      return fail("what was just merged is in conflict with itself")
    }
    expect(id == after, "what was merged is merged again")
  }

  /// The statements of `diff` turn one branch into the other.
  private mutating func difference() throws {
    let (first, second) = (pick(session.branches.names), pick(session.branches.names))
    guard first != second, let one = session.branches[first], let other = session.branches[second]
    else { return }
    let answer = conversation.say("diff \(first) \(second)")
    differences += 1
    guard ScenarioID(one.scenario) != ScenarioID(other.scenario) else { return }
    var made = one.scenario
    for statement in Script(SourceText(name: "diff", text: answer)).statements {
      do {
        try StatementReader.edit(statement, in: made)?.apply(to: &made)
      } catch {
        return fail("diff \(first) \(second) is refused: \(error)\n\(answer)")
      }
    }
    expect(
      ScenarioID(made) == ScenarioID(other.scenario),
      "diff \(first) \(second) leads elsewhere:\n\(answer)")
  }

  /// What is saved is read back as what it was.
  private mutating func rereading() throws {
    let text = session.scenario.script
    var made = Scenario()
    let script = Script(SourceText(name: "saved", text: text))
    for statement in script.statements {
      do {
        try StatementReader.edit(statement, in: made)?.apply(to: &made)
      } catch {
        return fail("what was saved is refused: \(error)\n\(text)")
      }
    }
    made.close(with: script.closing)
    expect(made.script == text, "what was saved reads back as something else:\n\(text)")
  }

  /// Either way around, a merge comes to the same but for the order of statements.
  private mutating func mirror() {
    let name = pick(session.branches.names)
    guard name != session.branch, let other = session.branches[name] else { return }
    let (base, contested) = session.branches.base(of: session.branches.current, other)
    func merged(_ ours: Scenario, _ theirs: Scenario) -> [Substring]? {
      let merge = ScenarioMerge(base: base, ours: ours, theirs: theirs, contested: contested)
      guard merge.conflicts.isEmpty else { return nil }
      var made = ours
      for edit in merge.edits { try? edit.apply(to: &made) }
      return made.plainScript.split(separator: "\n").sorted()
    }
    let (there, back) = (
      merged(session.scenario, other.scenario), merged(other.scenario, session.scenario)
    )
    guard there != back else { return }
    fail(
      "merging \(name) is another thing the other way around:\n"
        + "\(there.map { $0.joined(separator: "\n") } ?? "conflict")\n--\n"
        + "\(back.map { $0.joined(separator: "\n") } ?? "conflict")\n--base\n\(base.plainScript)")
  }
}
