import Diagnostics
import Vectors

extension ProgramDraft {
  /// By column, the last instruction that reads it, past the end for what is asked for, and -1 for none; and
  /// which instructions lead to anything. Sums that lead to nothing are left out.
  private mutating func lastUses() -> (lastUse: [Int], isNeeded: [Bool]) {
    var lastUse = [Int](repeating: -1, count: columnCount)
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    for output in outputs where output >= 0 { lastUse[Int(output)] = instructions.count }
    for index in instructions.indices.reversed() {
      var next = instructions[index]
      if next.kind == .weigh {
        leaveOutSums(of: &next) { lastUse[Int($0)] >= 0 }
        instructions[index] = next
      }
      var isRead = next.kind.isExpectation
      forEachWritten(by: next) { if lastUse[Int($0)] >= 0 { isRead = true } }
      guard isRead else { continue }
      isNeeded[index] = true
      forEachRead(by: next) { if lastUse[Int($0)] < 0 { lastUse[Int($0)] = index } }
    }
    return (lastUse, isNeeded)
  }

  /// Gives every column a place, which others get as soon as it is read no more. Nil where a column is read
  /// that nobody wrote, and where `stop` asks.
  mutating func program(_ stop: StopSignal) -> RunProgram? {
    let (lastUse, isNeeded) = lastUses()
    var draft = self
    var store = StorePlaces(columns: columnCount)
    var code: [ColumnInstruction] = []
    code.reserveCapacity(instructions.count)
    let inputs = inputs.map { lastUse[Int($0)] < 0 ? nil : store.take($0) }
    var mostListed = 1
    for index in instructions.indices where isNeeded[index] {
      if ProgramDraft.isAsked(stop, at: index) { return nil }
      var next = instructions[index]
      let (listed, written) = (listed(by: next), written(by: next))
      mostListed = max(mostListed, listed.count + written.count)
      var isWritten = true
      forEachRead(by: next) { isWritten = isWritten && store.has($0) }
      guard isWritten else { return nil }
      func dies(_ column: Int32) -> Bool { column >= 0 && lastUse[Int(column)] == index }
      var times: [Int32: Int] = [:]
      if !written.isEmpty { forEachRead(by: next) { times[$0, default: 0] += 1 } }
      /// What is followed or added to is written over, unless somebody else reads it.
      func move(_ old: Int32, to new: Int32) {
        if old == ProgramDraft.blank {
          _ = store.take(new)
        } else if dies(old), times[old] == 1 {
          store.hand(old, to: new)
        } else if next.kind == .weigh {
          _ = store.take(new)
        } else {
          let from = store.place(old)
          code.append(ColumnInstruction(.copy, to: store.take(new), from))
        }
      }
      // Lists are read while rows are written: these have places of their own before others are given back.
      for (place, old) in zip(written, before(next)) { move(places[old], to: places[place]) }
      if next.kind == .call { for place in written { _ = store.take(places[place]) } }
      draft.rename(&next) { store.place($0) }
      if next.kind == .weigh {
        for (place, old) in zip(written, before(next)) where !store.has(places[old]) {
          draft.places[old] = store.place(places[place])
        }
      }
      forEachRead(by: instructions[index]) { if dies($0) { store.give($0) } }
      if next.to >= 0 {
        // It may stand where an operand stood: of that nothing is read once the same of it is written.
        next.to = store.take(next.to)
      }
      for place in written {
        let column = places[place]
        draft.places[place] = store.place(column)
        if lastUse[Int(column)] < 0 { store.give(column) }
      }
      code.append(next.formed)
    }
    guard outputs.allSatisfy(store.has) else { return nil }
    // Without room for more: it stays as long as draws are asked for.
    code = code.map(\.self)
    return RunProgram(
      code: code, constants: constants, numbers: numbers, places: draft.places,
      functions: functions, inputs: inputs, outputs: outputs.map { store.place($0) },
      storeCount: store.count, mostListed: mostListed)
  }
}

/// Which column stands where in a store, while instructions are gone through.
private struct StorePlaces {
  /// How many places there are.
  private(set) var count = 0
  /// By column, its place; below nought for none.
  private var taken: [Int32]
  /// Those that nobody has, the one that was given back last at the end: it is nearest.
  private var free: [Int32] = []

  init(columns: Int) { taken = Array(repeating: -1, count: columns) }

  /// Where an operand stands, in vectors behind the first column; a constant stands before it.
  func place(_ operand: Int32) -> Int32 {
    operand < 0 ? operand : taken[Int(operand)] * Int32(RunProgram.vectors)
  }

  /// Whether an operand stands somewhere.
  func has(_ operand: Int32) -> Bool { operand < 0 || taken[Int(operand)] >= 0 }

  /// Gives a column a place, and says which.
  mutating func take(_ column: Int32) -> Int32 {
    if free.isEmpty {
      free.append(Int32(count))
      count += 1
    }
    taken[Int(column)] = free.removeLast()
    return place(column)
  }

  /// Takes the place of a column that is read no more.
  mutating func give(_ column: Int32) {
    guard taken[Int(column)] >= 0 else { return }
    free.append(taken[Int(column)])
    taken[Int(column)] = -1
  }

  /// Gives a column the place of another.
  mutating func hand(_ column: Int32, to other: Int32) {
    taken[Int(other)] = taken[Int(column)]
    taken[Int(column)] = -1
  }
}
