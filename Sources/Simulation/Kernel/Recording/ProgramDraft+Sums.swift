import Vectors

// Sums with columns that are weighed: each with what counts in it, and those alike together.

extension ProgramDraft {
  /// The same sums without rows times nought, which are finite and add nothing: an instruction for all that
  /// are left with the same rows.
  mutating func withoutNoughts(
    _ next: ColumnInstruction, _ ranges: ColumnRanges
  ) -> [ColumnInstruction] {
    let rows = listed(by: next).map { places[$0] }
    let isFinite = rows.map { ranges[$0]?.isFinite ?? false }
    var groups: [(kept: [Int], sums: [Int])] = []
    for sum in 0..<Int(next.c) {
      let first = Int(next.d) + sum * rows.count
      let kept = rows.indices.filter { numbers[first + $0] != 0 || !isFinite[$0] }
      if let group = groups.firstIndex(where: { $0.kept == kept }) {
        groups[group].sums.append(sum)
      } else {
        groups.append((kept, [sum]))
      }
    }
    if groups.count == 1, groups[0].kept.count == rows.count { return [next] }
    let (made, old) = (written(by: next).lowerBound, before(next).lowerBound)
    return groups.map { kept, sums in
      let listed = Int32(places.count)
      places += sums.map { places[made + $0] }
      places += kept.map { rows[$0] }
      places += sums.map { places[old + $0] }
      let factors = Int32(numbers.count)
      for sum in sums {
        numbers += kept.map { numbers[Int(next.d) + sum * rows.count + $0] }
      }
      return ColumnInstruction(
        .weigh, listed, Int32(kept.count), Int32(sums.count), factors)
    }
  }

  /// Leaves out the sums that nobody reads.
  mutating func leaveOutSums(of next: inout ColumnInstruction, _ isRead: (Int32) -> Bool) {
    let made = written(by: next)
    let sums = made.indices.map { $0 - made.lowerBound }.filter {
      isRead(places[made.lowerBound + $0])
    }
    guard sums.count < made.count else { return }
    let (rows, old) = (listed(by: next), before(next).lowerBound)
    let listed =
      sums.map { places[made.lowerBound + $0] } + places[rows] + sums.map { places[old + $0] }
    let factors = sums.flatMap { sum in
      numbers[Int(next.d) + sum * rows.count..<Int(next.d) + (sum + 1) * rows.count]
    }
    // There is room: what is left is no longer.
    places.replaceSubrange(Int(next.a)..<Int(next.a) + listed.count, with: listed)
    numbers.replaceSubrange(Int(next.d)..<Int(next.d) + factors.count, with: factors)
    next.c = Int32(sums.count)
  }
}
