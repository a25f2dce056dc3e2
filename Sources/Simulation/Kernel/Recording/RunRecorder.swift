import Vectors

/// Notes what is done to the columns of a block while it is worked out, so that other blocks can be worked
/// out by it: without asking for columns, counting who has them, or deciding anything again.
///
/// What a run decides it decides by what its draws say. Where all of them say the same it goes one way and
/// not the other, and where they differ it goes both, by a mask. So of every answer that was one for all
/// draws an expectation is noted: a draw that does not meet one would have had another run, and is a
/// stranger to this one. Every other draw comes to the bits that it comes to in a block of its own, for no
/// operation of a lane looks at another.
final class RunRecorder {
  private(set) var instructions: [ColumnInstruction] = []
  private(set) var numbers: [Double] = []
  private(set) var places: [Int32] = []
  private(set) var functions: [@Sendable ([Double]) -> [Double]] = []
  private(set) var constants: [Double] = []
  /// The columns that are given, by input.
  private(set) var inputs: [Int32] = []
  /// By column of those whose range does not follow from others', the least and the greatest of its numbers;
  /// nothing where one is no number.
  private(set) var observed: [Int32: ClosedRange<Double>] = [:]
  /// Draws of the block that between them have seen all that was decided by draws.
  var witnesses = Witnesses()
  /// How many columns were made, each with a number of its own.
  private(set) var columnCount: Int32 = 0
  /// Whether all that was done was noted.
  var isUsable = true

  private var constantPlaces: [UInt64: Int32] = [:]
  /// Where lists of numbers stand that come again and again.
  private var lists: [[Double]: Int32] = [:]

  /// As many operations are noted at most: what is larger takes more memory than it saves time.
  private static let most = 2_000_000

  init() {
    // Room is taken as it is used: an array that grows is there twice for a moment.
    instructions.reserveCapacity(RunRecorder.most)
  }

  /// The one that notes what this thread does.
  static var current: RunRecorder? { LaneStore.recorder }

  /// Notes all that a body does.
  func note<Result>(_ body: () -> Result) -> Result {
    let before = LaneStore.recorder
    LaneStore.recorder = self
    defer { LaneStore.recorder = before }
    return body()
  }

  // MARK: Operands

  func operand(_ lanes: DrawLanes) -> Int32 {
    lanes.buffer.map { operand($0) } ?? constant(lanes.value)
  }

  func operand(_ buffer: LaneBuffer) -> Int32 {
    if buffer.number < 0 { isUsable = false }
    return max(0, buffer.number)
  }

  func constant(_ value: Double) -> Int32 {
    if let known = constantPlaces[value.bitPattern] { return known }
    constants.append(value)
    let place = Int32(-constants.count)
    constantPlaces[value.bitPattern] = place
    return place
  }

  private func append(_ instruction: ColumnInstruction) {
    guard isUsable else { return }
    instructions.append(instruction)
    guard instructions.count == RunRecorder.most else { return }
    isUsable = false
    clear()
  }

  private func newColumn() -> Int32 {
    columnCount += 1
    return columnCount - 1
  }

  private func list(_ values: [Double]) -> Int32 {
    guard isUsable else { return 0 }
    numbers += values
    return Int32(numbers.count - values.count)
  }

  private func list(_ columns: [Int32]) -> Int32 {
    guard isUsable else { return 0 }
    places += columns
    return Int32(places.count - columns.count)
  }

  // MARK: What is done

  /// A column that each block is given anew. One that is the same in every draw here has to be so there.
  func input(_ lanes: DrawLanes) {
    let column = newColumn()
    inputs.append(column)
    if let buffer = lanes.buffer {
      buffer.number = column
      observe(buffer)
    } else {
      expect(column, toBe: lanes.value)
    }
  }

  /// An operation on columns and constants.
  func note(
    _ kind: ColumnInstruction.Kind, _ result: LaneBuffer, _ a: Int32, _ b: Int32 = 0,
    _ c: Int32 = 0, _ d: Int32 = 0, _ e: Int32 = 0
  ) {
    let column = newColumn()
    append(ColumnInstruction(kind, to: column, a, b, c, d, e))
    result.number = column
    if kind.isObserved { observe(result) }
  }

  private func observe(_ buffer: LaneBuffer) {
    let low = DrawLanes.furthest(buffer) { $1 .< $0 }.min()
    let high = DrawLanes.furthest(buffer) { $0 .< $1 }.max()
    guard low.isFinite, high.isFinite, buffer.areNumbers else { return }
    observed[buffer.number] = low...high
    witnesses.keep(of: buffer, from: low, to: high)
  }

  func note(
    _ kind: ColumnInstruction.Kind, _ result: LaneBuffer, _ a: DrawLanes, _ b: DrawLanes
  ) {
    note(kind, result, operand(a), operand(b))
  }

  func note(
    _ kind: ColumnInstruction.Kind, _ result: LaneBuffer, _ a: DrawLanes, _ b: DrawLanes,
    _ c: DrawLanes
  ) {
    note(kind, result, operand(a), operand(b), operand(c))
  }

  /// Where a list of numbers stands that an instruction has beside its operands; the same for the same list.
  func place(of values: [Double]) -> Int32 {
    guard isUsable else { return 0 }
    if let known = lists[values] { return known }
    let place = list(values)
    lists[values] = place
    return place
  }

  /// Sums of what stood in them before with rows, each times a factor; those of one sum after those of
  /// another.
  func weigh(
    _ sums: [(buffer: LaneBuffer, before: Int32)], _ rows: [Int32], _ factors: [Double]
  ) {
    guard !sums.isEmpty else { return }
    var made: [Int32] = []
    for sum in sums {
      sum.buffer.number = newColumn()
      made.append(sum.buffer.number)
    }
    let listed = list(made + rows + sums.map(\.before))
    append(
      ColumnInstruction(
        .weigh, listed, Int32(rows.count), Int32(sums.count), list(factors)))
  }

  /// Amounts and sums that are no more than a limit each.
  func addFen(
    _ result: LaneBuffer, _ sum: Int32, _ yuan: DrawLanes, _ amount: DrawLanes, _ part: DrawLanes,
    weight: Double, most: Double, mostSum: Double
  ) {
    note(
      .addFen, result, sum, operand(yuan), operand(amount), operand(part),
      place(of: [weight, most, mostSum]))
  }

  /// What followed vintages pay and keep: rows that are written, with what stood in them before, nil for
  /// nothing; then what is read.
  func follow(
    _ rows: [(buffer: LaneBuffer, before: Int32?)], _ counts: [Int32], _ operands: [Int32],
    _ lengths: [Int], _ factors: [Double]
  ) {
    var made: [Int32] = []
    for row in rows {
      row.buffer.number = newColumn()
      made.append(row.buffer.number)
    }
    let before = rows.map { $0.before ?? Int32.min }
    let listed = list(made + counts + operands + lengths.map { Int32($0) } + before)
    append(
      ColumnInstruction(
        .follow, listed, Int32(counts.count), Int32(rows.count), list(factors)))
  }

  /// What a function makes of other numbers, draw by draw.
  func call(
    _ results: [LaneBuffer], _ given: [Int32],
    _ function: @escaping @Sendable ([Double]) -> [Double]
  ) {
    var made: [Int32] = []
    for result in results {
      result.number = newColumn()
      made.append(result.number)
      observe(result)
    }
    functions.append(function)
    append(
      ColumnInstruction(
        .call, list(given + made), Int32(given.count), Int32(made.count),
        Int32(functions.count - 1)))
  }

  /// Forgets everything: what was noted is elsewhere.
  func clear() {
    (instructions, numbers, places, functions) = ([], [], [], [])
    (lists, observed) = ([:], [:])
  }

  // MARK: What is expected

  /// That a column has the bits of a number.
  func expect(_ column: Int32, toBe value: Double) {
    append(ColumnInstruction(.expectBits, column, constant(value)))
  }

  /// That its numbers are no less than one and no more than another. Nobody meets an end that is no number, and
  /// the recording is of no use.
  func expect(_ column: LaneBuffer, from low: Double, to high: Double) {
    if low.isNaN || high.isNaN { isUsable = false }
    append(ColumnInstruction(.expectRange, operand(column), place(of: [low, high])))
  }

  func expect(_ mask: LaneBuffer, toBe holds: Bool) {
    append(
      ColumnInstruction(.expectMask, operand(mask), constant(holds ? -1 : 1)))
  }
}

extension ColumnInstruction.Kind {
  /// Whether the range of what it makes is taken from what was seen of it.
  var isObserved: Bool {
    switch self {
    case .power, .divide, .exponential, .logarithm, .ramp, .mean, .survival: true
    default: false
    }
  }
}
