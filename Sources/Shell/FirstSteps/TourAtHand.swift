import Diagnostics
import Language
import ParkModel

/// The tutorial under way: the step that waits, and what is said of what was typed.
struct Tour: Sendable {
  /// The step that waits, from 0 on.
  private(set) var index: Int
  /// Whether its statements are those with names in Chinese; that stays as it began.
  let isChinese: Bool
  /// Whether `tour stop` was said: nothing is checked until `tour` goes on.
  var isPaused = false

  init(at index: Int, inChinese isChinese: Bool) {
    self.index = index
    self.isChinese = isChinese
  }

  /// Every step, with the chapter that it is of.
  static let steps: [(chapter: TourChapter, step: TourStep)] = TourChapter.all.flatMap { chapter in
    chapter.steps.map { (chapter, $0) }
  }

  var step: TourStep { Tour.steps[index].step }
  var statement: String { isChinese ? step.chinese : step.statement }

  /// What the step waits for.
  var goal: TourGoal? { TourGoal(statement, behind: earlier) }

  /// The statements of the steps before, the last first.
  private var earlier: [String] {
    Tour.steps[..<index].reversed().map { isChinese ? $0.step.chinese : $0.step.statement }
  }

  /// Goes to the step behind this one that is still to be done; false at the end.
  mutating func moveOn(_ session: Session) -> Bool {
    repeat {
      guard index + 1 < Tour.steps.count else { return false }
      index += 1
    } while goal?.isReached(in: session) == true
    return true
  }

  mutating func go(to index: Int) { self.index = max(0, min(index, Tour.steps.count - 1)) }

  // MARK: What is said

  /// The step: where one is, why it is typed, and the statement.
  func tell(in session: inout Session) {
    let title = Tour.steps[index].chapter.title
    let isChinese = session.wording != nil
    session.printLine(
      "— Step \(index + 1) of \(Tour.steps.count): \(typed: isChinese ? title.chinese : title.english)"
    )
    session.printLine(verbatim: isChinese ? step.reason.chinese : step.reason.english)
    session.printLine("Type:")
    session.print("  \(statement)\n")
  }

  /// What the step waits for, where something else was typed.
  func remind(in session: inout Session) {
    session.printLine("Step \(index + 1) waits for:")
    session.print("  \(statement)\n")
  }

  /// What is different of a statement that was accepted, with what mends it.
  func tellDifference(_ difference: TourGoal.Difference, in session: inout Session) {
    func write(_ statement: String) -> String { typed(statement, inChinese: isChinese) }
    switch difference {
    case .name(let found, let wanted):
      session.printLine("The step calls it `\(typed: wanted)`, and not `\(typed: found)`.")
      session.printLine("help: `\(typed: write("rename \(found) \(wanted)"))`")
    case .values(let name, let asked, let others):
      let start = write("set \(name)")
      func values(_ text: String) -> String {
        text.isEmpty ? "" : String(write("set \(name) \(text)").dropFirst(start.count + 1))
      }
      let (wanted, found) = (values(asked), values(others))
      session.printLine(
        found.isEmpty
          ? "Of `\(typed: name)` the step asks for `\(typed: wanted)`."
          : "Of `\(typed: name)` the step asks for `\(typed: wanted)`, and here is `\(typed: found)`."
      )
      session.printLine("help: `\(typed: write("set \(name) \(asked)"))`")
    case .answer:
      session.printLine("That asks for something else.")
      remind(in: &session)
    case .other: remind(in: &session)
    }
  }
}
