import Diagnostics
import Language

/// A script read again and again while it is edited, each time from the last place before what changed.
///
/// Statements are done, so that later ones know what earlier ones say, but no question is answered and
/// nothing is run: `RunOfScript` looks at that when there is time (Docs/Decisions/0180).
struct ScriptReading {
  /// The session before a statement, and how many there were before it.
  private struct Checkpoint {
    /// Where the statement begins.
    var offset: Int
    var count: Int
    var session: Session
    var found: [Diagnostic]
  }

  /// The session before the first statement.
  private let start: Session
  private(set) var source: SourceText
  private var script: Script
  /// The session behind the last statement, as it was the last time that all of it was read.
  private(set) var session: Session
  /// What is wrong as far as it was read.
  private(set) var found: [Diagnostic] = []
  /// Whether all of it was read.
  private(set) var isDone = false
  /// Sorted by offset; the first is the start.
  private var checkpoints: [Checkpoint]
  /// Where the last change began.
  private var change = 0

  /// How many checkpoints are left behind on the way, beside that at the last change.
  private static let many = 8
  /// Scripts of fewer statements are read from their beginning each time.
  private static let few = 200

  init(_ source: SourceText, start: Session) {
    self.start = start
    self.source = source
    script = Script(source)
    session = start
    checkpoints = [Checkpoint(offset: 0, count: 0, session: start, found: [])]
  }

  var statements: [StatementText] { script.statements }

  /// Where the first statement begins that does so at an offset or behind it; 0 below nought.
  func startOfStatement(behind offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    return firstStatement { $0.span.lower >= offset }?.span.lower ?? offset
  }

  /// The first statement of which something holds that holds of all behind it; nil where there is none.
  func firstStatement(where holds: (StatementText) -> Bool) -> StatementText? {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(statements[middle]) { high = middle } else { low = middle + 1 }
    }
    return low < statements.count ? statements[low] : nil
  }

  /// Where the statement begins that is to be read next; everything before it was.
  var reached: Int { isDone ? source.utf8.count : (checkpoints.last?.offset ?? 0) }

  /// Takes another text in the place of this, to be read from where it changed.
  mutating func change(to source: SourceText) {
    change = commonPrefix(self.source.utf8, source.utf8)
    self.source = source
    // What stands before a place that is the same has the same statements in it.
    while checkpoints.count > 1, let last = checkpoints.last, last.offset > change {
      checkpoints.removeLast()
    }
    isDone = false
    cut()
  }

  /// Cuts the text into statements, from the last checkpoint on; those before it stay.
  private mutating func cut() {
    guard let from = checkpoints.last, from.count > 0, from.count < script.statements.count else {
      script = Script(source)
      return
    }
    let comments = script.statements[from.count].leading
    var rest = Script(source, from: from.offset)
    if rest.statements.isEmpty {
      rest.closing = comments + rest.closing
    } else {
      rest.statements[0].leading = comments + rest.statements[0].leading
    }
    rest.statements = script.statements[..<from.count] + rest.statements
    script = rest
  }

  /// Reads on, as long as `goesOn` says so; whether it is done.
  @discardableResult
  mutating func read(goesOn: () -> Bool = { true }) -> Bool {
    guard !isDone, let from = checkpoints.last else { return isDone }
    var session = from.session
    var rest = script
    rest.statements.removeFirst(from.count)
    var count = from.count
    found = from.found
    let every = max(ScriptReading.few, script.statements.count / ScriptReading.many)
    let (whole, change) = (source, change)
    var new: [Checkpoint] = []
    var atChange: Checkpoint?
    var stopped: Checkpoint?
    var collected = from.found
    do throws(Diagnostic) {
      try Interpreter.replay(
        rest, in: &session,
        before: { (statement, session) throws(Diagnostic) in
          // Behind a bracket that nothing closes it goes on in a source of its own.
          guard statement.source === whole, count > from.count else { return }
          func here() -> Checkpoint {
            Checkpoint(
              offset: statement.span.lower, count: count, session: session, found: collected)
          }
          if atChange == nil, statement.span.upper >= change { atChange = here() }
          if count % every == 0 { new.append(here()) }
          if count & 31 == 0, !goesOn() {
            stopped = here()
            throw .interrupted
          }
        },
        after: { session in
          count += 1
          collected += session.problems?.take() ?? []
        })
      isDone = true
      self.session = session
    } catch {
      // Only what was asked to stop ends a script that goes on after errors.
      isDone = stopped == nil
    }
    found = collected
    if script.statements.count >= ScriptReading.few {
      new += [atChange, stopped].compactMap(\.self)
      new.sort { $0.count < $1.count }
      for place in new where place.count > checkpoints.last?.count ?? 0 {
        checkpoints.append(place)
      }
    } else if let stopped {
      checkpoints.append(stopped)
    }
    return isDone
  }
}

/// How many bytes two texts begin with alike.
private func commonPrefix(_ one: [UInt8], _ other: [UInt8]) -> Int {
  let count = min(one.count, other.count)
  var index = 0
  while index < count, one[index] == other[index] { index += 1 }
  return index
}
