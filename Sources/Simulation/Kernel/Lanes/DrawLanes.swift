import Quantities
import VectorChoice
import Vectors

/// A number in each draw of a block: one for all of them, or one each.
///
/// What no draw changes is worked out once for the block, whatever stage works it out. Every lane
/// goes through the operations that a `Double` goes through, so it comes to the same bits.
///
/// Everything that is done to a column is noted where a run is recorded, and so is every answer that
/// is the same for all draws: see `RunRecorder`.
struct DrawLanes: Lane {
  typealias Life = DrawMemory

  /// Of every draw, where there is no buffer.
  private(set) var value: Double
  private(set) var buffer: LaneBuffer?

  static var count: Int { LaneBuffer.width }

  init(_ value: Double) {
    self.value = value
    buffer = nil
  }

  init(_ buffer: LaneBuffer) {
    value = 0
    self.buffer = buffer
  }

  /// The numbers of as many draws as there are lanes; a run that is recorded is told of them apart.
  init(_ numbers: [Double]) {
    let buffer = LaneBuffer()
    for lane in 0..<LaneBuffer.width { buffer.numbers[lane] = numbers[lane] }
    let isAlike = DrawLanes.loops.areAlike(buffer.base, LaneBuffer.vectors)
    self = isAlike ? DrawLanes(numbers[0]) : DrawLanes(buffer)
  }

  var isUniform: Bool { buffer == nil }

  func isKnown(toBe other: DrawLanes) -> Bool {
    buffer === other.buffer && (buffer != nil || value.bitPattern == other.value.bitPattern)
  }

  var settled: DrawLanes {
    guard let buffer else { return self }
    guard DrawLanes.loops.areAlike(buffer.base, LaneBuffer.vectors) else {
      RunRecorder.current?.witnesses.keep(ofDifferent: buffer)
      return self
    }
    let value = buffer.numbers[0]
    if let recorder = RunRecorder.current {
      recorder.expect(recorder.operand(buffer), toBe: value)
    }
    return DrawLanes(value)
  }

  /// Which is no part of a run that is recorded.
  subscript(lane: Int) -> Double {
    get {
      guard let buffer else { return value }
      RunRecorder.current?.isUsable = false
      return buffer.numbers[lane]
    }
    set {
      if let buffer {
        if !isKnownUniquelyReferenced(&self.buffer) { self.buffer = buffer.copy() }
      } else {
        guard newValue.bitPattern != value.bitPattern else { return }
        let buffer = LaneBuffer()
        buffer.base.update(repeating: SIMD8(repeating: value), count: LaneBuffer.vectors)
        self.buffer = buffer
      }
      self.buffer?.number = -1
      self.buffer?.numbers[lane] = newValue
    }
  }

  /// The number of each draw.
  var numbers: [Double] {
    guard let buffer else { return Array(repeating: value, count: LaneBuffer.width) }
    return Array(UnsafeBufferPointer(start: buffer.numbers, count: LaneBuffer.width))
  }

  // MARK: Columns

  typealias Vector = SIMD8<Double>

  /// The loops of the processor, chosen as the program began.
  static let loops = VectorLoops.current

  /// Hands over where the numbers stand, and how far it is from one vector to the next.
  @inline(__always)
  func row<Result>(_ body: (UnsafePointer<Vector>, Int) -> Result) -> Result {
    if let buffer { return withExtendedLifetime(buffer) { body(UnsafePointer(buffer.base), 1) } }
    return withUnsafePointer(to: Vector(repeating: value)) { body($0, 0) }
  }

  /// A column that nobody else has.
  mutating func ownBuffer() -> LaneBuffer {
    if isKnownUniquelyReferenced(&buffer), let buffer { return buffer }
    let own = LaneBuffer()
    if let buffer {
      own.base.update(from: buffer.base, count: LaneBuffer.vectors)
    } else {
      own.base.update(repeating: Vector(repeating: value), count: LaneBuffer.vectors)
    }
    buffer = own
    return own
  }

  /// Its numbers as a column: its own, or one made of the number of all draws.
  var column: LaneBuffer {
    if let buffer { return buffer }
    let own = LaneBuffer()
    own.base.update(repeating: Vector(repeating: value), count: LaneBuffer.vectors)
    if let recorder = RunRecorder.current {
      recorder.note(.copy, own, recorder.constant(value))
    }
    return own
  }

  /// Its own column to write into; nil where somebody else has it too.
  mutating func uniqueBuffer() -> LaneBuffer? {
    buffer != nil && isKnownUniquelyReferenced(&buffer) ? buffer : nil
  }
}
