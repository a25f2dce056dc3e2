import Diagnostics
import Vectors

extension ProgramDraft {
  /// Leaves out what was done before with the same operands.
  mutating func leaveOutRepetitions(_ stop: StopSignal) {
    var same = Array(0..<Int32(columnCount))
    var done = DoneBefore(most: instructions.count)
    var count = 0
    for index in instructions.indices {
      if ProgramDraft.isAsked(stop, at: index) { return }
      var next = instructions[index]
      rename(&next) { $0 < 0 ? $0 : same[Int($0)] }
      next.sortOperands()
      // Lists are not compared: they seldom come twice.
      if listed(by: next).isEmpty, let before = done.find(next, in: instructions, count) {
        if next.to >= 0 { same[Int(next.to)] = instructions[before].to }
        continue
      }
      instructions[count] = next
      count += 1
    }
    instructions.removeLast(instructions.count - count)
    outputs = outputs.map { $0 < 0 ? $0 : same[Int($0)] }
  }
}

/// Instructions by what they do, whatever they write to.
private struct DoneBefore {
  /// Places in the list of those that are kept; -1 for none. As many as a power of two, twice as many as are
  /// needed.
  private var places: [Int32]

  init(most: Int) {
    var size = 16
    while size < 2 * most { size *= 2 }
    places = Array(repeating: -1, count: size)
  }

  /// The one before that does the same; where there is none, a place is noted for it.
  mutating func find(
    _ next: ColumnInstruction, in kept: [ColumnInstruction], _ place: Int
  ) -> Int? {
    let own = Int32(place)
    var sum = UInt64(UInt32(bitPattern: next.kind.rawValue))
    func mix(_ part: Int32) {
      sum = (sum ^ UInt64(UInt32(bitPattern: part))) &* 0x9E37_79B9_7F4A_7C15
      sum ^= sum >> 29
    }
    mix(next.a)
    mix(next.b)
    mix(next.c)
    mix(next.d)
    mix(next.e)
    var place = Int(truncatingIfNeeded: sum) & (places.count - 1)
    while places[place] >= 0 {
      var other = kept[Int(places[place])]
      other.to = next.to
      if other == next { return Int(places[place]) }
      place = (place + 1) & (places.count - 1)
    }
    places[place] = own
    return nil
  }
}
