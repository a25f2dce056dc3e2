import Diagnostics
import Vectors

/// A recorded run on its way to a program: what is done, in order, with numbers of columns and not yet with
/// places. Every column is written once.
struct ProgramDraft {
  var instructions: [ColumnInstruction]
  var places: [Int32]
  var numbers: [Double]
  let constants: [Double]
  let functions: [@Sendable ([Double]) -> [Double]]
  let inputs: [Int32]
  var outputs: [Int32]
  let columnCount: Int
  /// By column, the least and the greatest of what was seen of it where its range follows from no others'.
  let observed: [Int32: ClosedRange<Double>]

  /// Whether so many instructions are done that somebody may ask for an end, and does.
  static func isAsked(_ stop: StopSignal, at index: Int) -> Bool {
    index & 0x3FFF == 0 && stop.isAsked
  }

  /// What stood in a row of `follow` before, where nothing did.
  static let blank = Int32.min

  init(_ recorder: RunRecorder, outputs: [Int32]) {
    instructions = recorder.instructions
    places = recorder.places
    numbers = recorder.numbers
    constants = recorder.constants
    functions = recorder.functions
    inputs = recorder.inputs
    self.outputs = outputs
    columnCount = Int(recorder.columnCount)
    observed = recorder.observed
  }

  // MARK: Lists

  /// The places at which the list of an instruction has what is read.
  func listed(by next: ColumnInstruction) -> Range<Int> {
    switch next.kind {
    case .weigh: Int(next.a + next.c)..<Int(next.a + next.c + next.b)
    case .addFens: Int(next.b)..<Int(next.b + next.c)
    case .call: Int(next.a)..<Int(next.a + next.b)
    case .follow: Int(next.a + next.c)..<Int(next.a + next.c + next.b) + 8
    default: 0..<0
    }
  }

  /// The places at which the list of an instruction has what stood before in what it writes.
  func before(_ next: ColumnInstruction) -> Range<Int> {
    let start: Int32
    switch next.kind {
    case .weigh: start = next.a + next.c + next.b
    case .follow: start = next.a + next.c + 2 * next.b + 8
    default: return 0..<0
    }
    return Int(start)..<Int(start + next.c)
  }

  /// The places at which the list of an instruction has the columns that it writes.
  func written(by next: ColumnInstruction) -> Range<Int> {
    switch next.kind {
    case .weigh, .follow: Int(next.a)..<Int(next.a + next.c)
    case .call: Int(next.a + next.b)..<Int(next.a + next.b + next.c)
    default: 0..<0
    }
  }

  // MARK: Columns

  /// Each column that an instruction reads, some of them more than once.
  func forEachRead(by next: ColumnInstruction, _ body: (Int32) -> Void) {
    let count = next.kind.operands
    if count > 0, next.a >= 0 { body(next.a) }
    if count > 1, next.b >= 0 { body(next.b) }
    if count > 2, next.c >= 0 { body(next.c) }
    if count > 3, next.d >= 0 { body(next.d) }
    if count > 4, next.e >= 0 { body(next.e) }
    for place in listed(by: next) where places[place] >= 0 { body(places[place]) }
    for place in before(next) where places[place] >= 0 { body(places[place]) }
  }

  /// Each column that it writes.
  func forEachWritten(by next: ColumnInstruction, _ body: (Int32) -> Void) {
    if next.to >= 0 { body(next.to) }
    for place in written(by: next) { body(places[place]) }
  }

  /// Puts another operand for each that an instruction reads.
  mutating func rename(_ next: inout ColumnInstruction, _ body: (Int32) -> Int32) {
    let count = next.kind.operands
    if count > 0 { next.a = body(next.a) }
    if count > 1 { next.b = body(next.b) }
    if count > 2 { next.c = body(next.c) }
    if count > 3 { next.d = body(next.d) }
    if count > 4 { next.e = body(next.e) }
    for place in listed(by: next) { places[place] = body(places[place]) }
    for place in before(next) where places[place] != ProgramDraft.blank {
      places[place] = body(places[place])
    }
  }
}

extension RunProgram {
  /// From what was recorded: what is done twice is done once, what is known beforehand is not looked at, and
  /// what leads to nothing that is asked for or expected is left out. Nil where not all that was done was
  /// noted, and where `stop` asks.
  init?(_ recorder: RunRecorder, outputs: [Int32], stop: StopSignal = StopSignal()) {
    guard recorder.isUsable else { return nil }
    var draft = ProgramDraft(recorder, outputs: outputs)
    // It is large, and needed no more.
    recorder.clear()
    draft.leaveOutRepetitions(stop)
    if stop.isAsked { return nil }
    draft.leaveOutWhatIsKnown(stop)
    if stop.isAsked { return nil }
    draft.gatherAmounts(stop)
    if stop.isAsked { return nil }
    guard let program = draft.program(stop) else { return nil }
    self = program
  }
}
