import Diagnostics
import Vectors

/// A run that was recorded, ready to be worked out for other draws: instructions that name the place of each
/// operand in a store of columns, which are used again as soon as nobody reads them any more.
///
/// Some vectors of all columns at a time, so that the store is near.
struct RunProgram: Sendable {
  /// Vectors of each column that are worked out together.
  static let vectors = ColumnMachine.vectors

  let code: [ColumnInstruction]
  let constants: [Double]
  let numbers: [Double]
  let places: [Int32]
  let functions: [@Sendable ([Double]) -> [Double]]
  /// Where inputs are written to; nil for one that is not read.
  let inputs: [Int32?]
  /// Where what was asked for stands in the end.
  let outputs: [Int32]
  /// How many columns the store has.
  let storeCount: Int
  /// As many columns as an instruction has in its list at most.
  let mostListed: Int

  /// Works out draws from their inputs, each given for all of them; writes what was asked for, a column for
  /// each. Answers in which draws were strangers; too few answers where `stop` asks.
  func run(
    _ given: [[Double]], into results: [LaneBuffer], in store: ProgramStore, stop: StopSignal
  ) -> [Bool] {
    let vectors = RunProgram.vectors
    let lanes = vectors * 8
    var strangers: [Bool] = []
    strangers.reserveCapacity(LaneBuffer.width)
    var first = 0
    while first < LaneBuffer.vectors, !stop.isAsked {
      let part = first..<min(LaneBuffer.vectors, first + vectors)
      for (input, place) in zip(given, inputs) {
        guard let place else { continue }
        store.write(input, from: first * 8, to: place)
      }
      store.run(self)
      for (output, result) in zip(outputs, results) {
        result.base.advanced(by: first).update(
          from: store.columns + Int(output), count: part.count)
      }
      for lane in 0..<min(lanes, part.count * 8) { strangers.append(store.isStranger(lane)) }
      first += vectors
    }
    return strangers
  }
}

/// Where a program is worked out: its columns, and room beside them.
final class ProgramStore {
  let columns: VectorLoops.Row
  private let memory: UnsafeMutablePointer<VectorLoops.Vector>
  private let strangers: VectorLoops.Row
  private let tallies: VectorLoops.Row
  private let rows: UnsafeMutablePointer<VectorLoops.Row>
  private let agreements: UnsafeMutablePointer<VectorLoops.Agreement>
  private let lengths: UnsafeMutablePointer<Int>

  private let loops: VectorLoops

  init(_ program: RunProgram, _ loops: VectorLoops = DrawLanes.loops) {
    self.loops = loops
    let vectors = RunProgram.vectors
    let listed = program.mostListed
    let constants = program.constants.count
    let count = constants + (program.storeCount + 1) * vectors + listed
    memory = .allocate(capacity: count)
    memory.initialize(repeating: VectorLoops.Vector(repeating: 0), count: count)
    columns = memory + constants
    strangers = columns + program.storeCount * vectors
    tallies = strangers + vectors
    rows = .allocate(capacity: listed)
    agreements = .allocate(capacity: listed)
    lengths = .allocate(capacity: listed)
    rows.initialize(repeating: memory, count: listed)
    agreements.initialize(repeating: .none, count: listed)
    lengths.initialize(repeating: 0, count: listed)
    for (place, value) in program.constants.enumerated() {
      columns[-1 - place] = VectorLoops.Vector(repeating: value)
    }
  }

  deinit {
    memory.deallocate()
    rows.deallocate()
    agreements.deallocate()
    lengths.deallocate()
  }

  private func numbers(_ place: Int32) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(columns + Int(place)).assumingMemoryBound(to: Double.self)
  }

  /// Writes some numbers to a column; the last of them where there are too few.
  func write(_ given: [Double], from first: Int, to place: Int32) {
    let column = numbers(place)
    for lane in 0..<RunProgram.vectors * 8 {
      column[lane] = given[min(first + lane, given.count - 1)]
    }
  }

  func isStranger(_ lane: Int) -> Bool {
    UnsafeMutableRawPointer(strangers).assumingMemoryBound(to: UInt64.self)[lane] != 0
  }

  func run(_ program: RunProgram) {
    strangers.update(
      repeating: VectorLoops.Vector(repeating: 0), count: RunProgram.vectors)
    program.code.withUnsafeBufferPointer { code in
      program.numbers.withUnsafeBufferPointer { numbers in
        program.places.withUnsafeBufferPointer { places in
          guard let first = code.baseAddress, let numbers = numbers.baseAddress,
            let places = places.baseAddress
          else { return }
          var machine = ColumnMachine(
            columns: columns, numbers: numbers, places: places,
            strangers: strangers, rows: rows, tallies: tallies, agreements: agreements,
            lengths: lengths)
          var place = 0
          while place < code.count {
            place += loops.run(first + place, code.count - place, &machine)
            guard place < code.count else { return }
            call(code[place], places, program)
            place += 1
          }
        }
      }
    }
  }

  /// What a function makes of other numbers, draw by draw.
  private func call(
    _ next: ColumnInstruction, _ places: UnsafePointer<Int32>, _ program: RunProgram
  ) {
    let read = places + Int(next.a)
    let written = read + Int(next.b)
    for lane in 0..<RunProgram.vectors * 8 {
      let given = (0..<Int(next.b)).map { index in
        read[index] < 0 ? columns[Int(read[index])][0] : numbers(read[index])[lane]
      }
      for (index, value) in program.functions[Int(next.d)](given).enumerated() {
        numbers(written[index])[lane] = value
      }
    }
  }
}
