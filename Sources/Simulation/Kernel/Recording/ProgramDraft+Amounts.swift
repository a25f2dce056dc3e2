import Diagnostics
import Vectors

// Amounts that are added up one after another, gathered so that their sum need not be put down in between.

extension ProgramDraft {
  /// Amounts on their way into one sum.
  private struct Gathered {
    /// What the first of them is added to, and where it stood.
    let before: Int32
    let start: Int
    /// The last sum.
    var to: Int32
    var columns: [Int32] = []
    /// Of each, a number, the share of the column beside it, and the weight of both.
    var factors: [Double] = []
  }

  /// An amount that is a number and a share of a column: the column, and those two with the weight.
  private func amount(_ next: ColumnInstruction) -> (column: Int32, factors: [Double])? {
    guard next.kind == .addKnownFen, next.d < 0 else { return nil }
    let weight = numbers[Int(next.e)]
    let (b, d) = (next.b, constants[Int(~next.d)])
    if b < 0, next.c >= 0 { return (next.c, [constants[Int(~b)], d, weight]) }
    if b >= 0, next.c < 0 { return (b, [constants[Int(~next.c)] * d, 1, weight]) }
    return nil
  }

  /// Puts amounts that go into one sum, one after another, into one instruction where the last of them
  /// stands. What stands far apart is left apart: columns would have to be kept until then.
  mutating func gatherAmounts(_ stop: StopSignal) {
    var readers = [UInt8](repeating: 0, count: columnCount)
    for output in outputs where output >= 0 { readers[Int(output)] = 2 }
    for next in instructions {
      forEachRead(by: next) { readers[Int($0)] = min(2, readers[Int($0)] + 1) }
    }
    var kept: [ColumnInstruction] = []
    kept.reserveCapacity(instructions.count)
    var groups: [Gathered] = []
    /// How many of them are written down or joined, from the first on.
    var done = 0
    /// By column, the group that comes to it; -1 for none.
    var groupOf = [Int32](repeating: -1, count: columnCount)
    func write(_ place: Int) {
      let group = groups[place]
      guard groupOf[Int(group.to)] == Int32(place) else { return }
      groupOf[Int(group.to)] = -1
      kept.append(
        ColumnInstruction(
          .addFens, to: group.to, group.before, Int32(places.count), Int32(group.columns.count),
          Int32(numbers.count)))
      places += group.columns
      numbers += group.factors
    }
    for index in instructions.indices {
      if ProgramDraft.isAsked(stop, at: index) { return }
      while done < groups.count, groups[done].start + ProgramDraft.farthest < index {
        write(done)
        done += 1
      }
      let next = instructions[index]
      guard let (column, factors) = amount(next) else {
        var due: [Int] = []
        forEachRead(by: next) { if groupOf[Int($0)] >= 0 { due.append(Int(groupOf[Int($0)])) } }
        for place in due { write(place) }
        kept.append(next)
        continue
      }
      if groupOf[Int(column)] >= 0 { write(Int(groupOf[Int(column)])) }
      if next.a >= 0, groupOf[Int(next.a)] >= 0 {
        let place = Int(groupOf[Int(next.a)])
        if readers[Int(next.a)] == 1 {
          groupOf[Int(next.a)] = -1
          groupOf[Int(next.to)] = Int32(place)
          groups[place].to = next.to
          groups[place].columns.append(column)
          groups[place].factors += factors
          continue
        }
        write(place)
      }
      groupOf[Int(next.to)] = Int32(groups.count)
      groups.append(
        Gathered(before: next.a, start: index, to: next.to, columns: [column], factors: factors))
    }
    while done < groups.count {
      write(done)
      done += 1
    }
    instructions = kept
  }

  /// As many instructions stand between the first and the last of some amounts at most.
  private static let farthest = 200
}
