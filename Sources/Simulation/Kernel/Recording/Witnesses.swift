/// Draws of a block that between them have seen all that its draws decide: where draws differ, one of either
/// mind. A run that is recorded from them alone, or from them and others, goes every way that one goes which is
/// recorded from the whole block.
struct Witnesses {
  /// Places in the block, in the order in which they were found.
  private(set) var lanes: [Int] = []

  /// Keeps a draw whose number is of a sort, unless there is one among those that are kept.
  mutating func keep(of buffer: LaneBuffer, where isMeant: (Double) -> Bool) {
    let numbers = buffer.numbers
    for lane in lanes where isMeant(numbers[lane]) { return }
    for lane in 0..<LaneBuffer.width where isMeant(numbers[lane]) {
      lanes.append(lane)
      return
    }
  }

  /// One for which a mask holds, and one for which it does not.
  mutating func keep(ofBoth mask: LaneBuffer) {
    keep(of: mask) { $0.bitPattern != 0 }
    keep(of: mask) { $0.bitPattern == 0 }
  }

  /// Two whose numbers differ.
  mutating func keep(ofDifferent buffer: LaneBuffer) {
    if lanes.isEmpty { lanes.append(0) }
    let one = buffer.numbers[lanes[0]].bitPattern
    keep(of: buffer) { $0.bitPattern != one }
  }

  /// As many as tell from where to where numbers may reach: see `NumberRange.roomy`.
  mutating func keep(of buffer: LaneBuffer, from low: Double, to high: Double) {
    if lanes.isEmpty { keep(of: buffer) { $0 == low } }
    var seen = NumberRange(.infinity, -.infinity)
    for lane in lanes { seen = seen.with(NumberRange(buffer.numbers[lane])) }
    if seen.roomy.low > low { keep(of: buffer) { $0 == low } }
    if seen.roomy.high < high { keep(of: buffer) { $0 == high } }
  }
}
