import Diagnostics
import Vectors

extension ProgramDraft {
  /// Leaves out expectations that every draw meets which meets the others, and limits that nothing reaches.
  ///
  /// Of some columns it is noted what was seen of them, and expected that they stay near it; what is added and
  /// multiplied of those lies in ranges that follow. What lies in the range that is expected need not be
  /// looked at; and whatever was worked out for that alone is left out.
  mutating func leaveOutWhatIsKnown(_ stop: StopSignal) {
    var ranges = ColumnRanges(columns: columnCount, constants: constants)
    var kept: [ColumnInstruction] = []
    kept.reserveCapacity(instructions.count)
    /// By column, the instruction that makes a mask of it.
    var masks = [Int32](repeating: -1, count: columnCount)
    /// By column, the one that always has the same numbers.
    var same = Array(0..<Int32(columnCount))
    for input in inputs { expectWhatWasSeen(of: input, &ranges, &kept) }
    for index in instructions.indices {
      if ProgramDraft.isAsked(stop, at: index) { return }
      var next = instructions[index]
      rename(&next) { $0 < 0 ? $0 : same[Int($0)] }
      // Masks are looked up here once more.
      instructions[index] = next
      switch next.kind {
      case .maximum, .minimum:
        if let one = ranges.chosen(by: next), one >= 0 {
          same[Int(next.to)] = one
          continue
        }
        ranges.learn(next, self)
      case .less, .equal, .within: masks[Int(next.to)] = Int32(index)
      case .expectMask:
        guard masks[Int(next.a)] >= 0 else { break }
        let mask = instructions[Int(masks[Int(next.a)])]
        let holds = constants[Int(~next.b)] < 0
        if mask.kind == .within, mask.b < 0, holds {
          // That it is no larger is told in one.
          let limit = constants[Int(~mask.b)]
          if ranges.meets(mask.a, NumberRange(-limit, limit)) { continue }
          next = expectation(of: mask.a, NumberRange(-limit, limit))
        } else if ranges.tell(mask, holds) {
          continue
        }
      case .expectRange:
        let range = NumberRange(numbers[Int(next.b)], numbers[Int(next.b) + 1])
        if ranges.meets(next.a, range) { continue }
      case .expectBits:
        let value = constants[Int(~next.b)]
        // Nought has two signs.
        if value != 0, ranges[next.a] == NumberRange(value) { continue }
        if value.isFinite { ranges[next.a] = NumberRange(value) }
      case .addFen: addFen(&next, &ranges)
      case .addWithin:
        let limit = NumberRange(-numbers[Int(next.c)], numbers[Int(next.c)])
        let sum = ranges[next.a] + ranges[next.b]
        if let sum, limit.contains(sum) {
          next = ColumnInstruction(.add, to: next.to, next.a, next.b)
        }
        ranges[next.to] = sum?.limited(to: limit) ?? limit
      case .weigh:
        for part in withoutNoughts(next, ranges) {
          ranges.learn(part, self)
          kept.append(part)
        }
        continue
      default: ranges.learn(next, self)
      }
      kept.append(next)
      if next.kind.isObserved { expectWhatWasSeen(of: next.to, &ranges, &kept) }
      if next.kind == .call {
        for place in written(by: next) { expectWhatWasSeen(of: places[place], &ranges, &kept) }
      }
    }
    instructions = kept
    outputs = outputs.map { $0 < 0 ? $0 : same[Int($0)] }
  }

  private mutating func expectWhatWasSeen(
    of column: Int32, _ ranges: inout ColumnRanges, _ kept: inout [ColumnInstruction]
  ) {
    guard let seen = observed[column] else { return }
    let range = NumberRange(seen.lowerBound, seen.upperBound).roomy
    // What follows of operands may tell as much.
    if !ranges.meets(column, range) { kept.append(expectation(of: column, range)) }
  }

  private mutating func expectation(
    of column: Int32, _ range: NumberRange
  ) -> ColumnInstruction {
    numbers += [range.low, range.high]
    return ColumnInstruction(.expectRange, column, Int32(numbers.count - 2))
  }

  /// Looks at neither limit where both are known to be kept to.
  private func addFen(_ next: inout ColumnInstruction, _ ranges: inout ColumnRanges) {
    let place = Int(next.e)
    let (weight, most, mostSum) = (numbers[place], numbers[place + 1], numbers[place + 2])
    let (limit, sumLimit) = (NumberRange(-most, most), NumberRange(-mostSum, mostSum))
    let yuan = ranges[next.b] + ranges[next.c] * ranges[next.d]
    let seen = yuan?.limited(to: limit) ?? limit
    let fen: NumberRange? = seen * NumberRange(100) + NumberRange(-1, 1)
    let sum = ranges[next.a] + fen * NumberRange(weight)
    if let yuan, let sum, limit.contains(yuan), sumLimit.contains(sum) {
      next.kind = .addKnownFen
    }
    ranges[next.to] = sum?.limited(to: sumLimit) ?? sumLimit
  }
}
