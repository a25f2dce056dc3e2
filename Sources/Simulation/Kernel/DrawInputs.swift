import Diagnostics
import Language
import ParkModel
import Vectors

/// What the inputs of a plan are in the draws of a block.
struct DrawInputs {
  /// By input of the open scenario.
  let curves: [Curve<DrawLanes>]
  /// The instants of dates, by name. `OpenScenario.dates`.
  let instants: [String: DrawLanes]
  /// Of which draws they are; the others have to be run by themselves, where they may fail.
  let isKnown: [Bool]

  /// Of as many points as a block has draws at most: by the program of the scenario, or worked out point
  /// by point where there is none. Nil where no point has inputs, and where those of points differ in
  /// more than their numbers.
  init?(
    _ open: OpenScenario, at block: DrawBlock, _ calendar: StepCalendar, stop: StopSignal
  ) {
    if let program = open.program {
      self.init(program, open, at: block, calendar)
      return
    }
    let points = block.points
    RunRecorder.current?.isUsable = false
    let found = points.map { try? open.values(at: $0, stop: stop) }
    guard let standing = found.lazy.compactMap(\.self).first else { return nil }
    // Lanes without a draw of their own work out another's.
    let lanes = (0..<DrawLanes.count).map { lane in
      (lane < found.count ? found[lane] : nil) ?? standing
    }
    var curves: [Curve<DrawLanes>] = []
    for input in 0..<open.inputCount {
      let numbers = lanes.map { $0[input].numbers }
      guard lanes.allSatisfy({ $0[input].hasForm(of: standing[input]) }) else { return nil }
      curves.append(
        Curve(
          numbers[0].indices.map { place in DrawLanes(numbers.map { $0[place] }) },
          like: standing[input], calendar))
    }
    self.init(curves: curves, instants: [:], isKnown: found.map { $0 != nil })
  }

  private init(
    curves: [Curve<DrawLanes>], instants: [String: DrawLanes], isKnown: [Bool]
  ) {
    self.curves = curves
    self.instants = instants
    self.isKnown = isKnown
  }

  private init?(
    _ program: InputProgram, _ open: OpenScenario, at block: DrawBlock,
    _ calendar: StepCalendar
  ) {
    let recorder = RunRecorder.current
    let parameters = block.lanes(of: open.parameters)
    var numbers: [DrawLanes] = []
    numbers.reserveCapacity(program.operations.count)
    for operation in program.operations {
      numbers.append(operation.lanes(numbers, parameters))
    }
    var fails = DrawLanes.zero
    for condition in program.conditions {
      fails = fails.maximum(condition.fails(numbers))
    }
    let known = fails.numbers.map { $0 == 0 }
    guard let standing = known.firstIndex(of: true) else { return nil }
    if let buffer = fails.buffer { recorder?.expect(buffer, from: 0, to: 0) }
    let isAll = !known.contains(false)
    func number(_ place: Int) -> DrawLanes {
      let number = numbers[place].settled
      guard !isAll, let buffer = number.buffer else { return number }
      let given = number.numbers
      let changed = DrawLanes(known.indices.map { known[$0] ? given[$0] : given[standing] })
      // Where conditions hold it is the same; the others are strangers.
      if let own = changed.buffer {
        own.number = buffer.number
      } else if let recorder {
        recorder.expect(recorder.operand(buffer), toBe: changed.value)
      }
      return changed
    }
    let curves = zip(program.inputs, open.inputForms).map { places, form in
      Curve(places.map(number), like: form, calendar)
    }
    let instants = Dictionary(
      uniqueKeysWithValues: zip(open.dates, program.instants.map(number)))
    self.init(
      curves: curves, instants: instants, isKnown: Array(known.prefix(block.count)))
  }
}

extension Curve<DrawLanes> {
  /// Numbers in the place of those of a value.
  fileprivate init(_ numbers: [DrawLanes], like form: NumberValue, _ calendar: StepCalendar) {
    self.init(numbers[0])
    guard case .schedule(let steps) = form else { return }
    schedule = Steps(
      keys: steps.keys.map(calendar.instant(of:)), values: numbers, isByAge: steps.isByAge,
      isStraight: steps.isStraight)
  }
}

extension NumberValue {
  /// All of its numbers, in order.
  fileprivate var numbers: [Double] {
    switch self {
    case .constant(let number): [number]
    case .schedule(let schedule): schedule.values
    case .input(_, let central): central.numbers
    case .formula: []
    }
  }

  /// Whether it differs from another at most in its numbers.
  fileprivate func hasForm(of other: NumberValue) -> Bool {
    switch (self, other) {
    case (.constant, .constant): true
    case (.schedule(let a), .schedule(let b)):
      a.keys == b.keys && a.isStraight == b.isStraight
    default: false
    }
  }
}

extension InputProgram.Operation {
  /// What it comes to in each draw, from the numbers before it and the values of parameters.
  fileprivate func lanes(_ numbers: [DrawLanes], _ parameters: [DrawLanes]) -> DrawLanes {
    switch self {
    case .constant(let value): DrawLanes(value)
    case .parameter(let place): parameters[place]
    case .add(let a, let b): numbers[a] + numbers[b]
    case .subtract(let a, let b): numbers[a] - numbers[b]
    case .multiply(let a, let b): numbers[a] * numbers[b]
    case .divide(let a, let b): numbers[a] / numbers[b]
    case .power(let a, let b): DrawLanes.power(numbers[a], numbers[b])
    case .minimum(let a, let b): numbers[a].minimum(numbers[b])
    case .maximum(let a, let b): numbers[a].maximum(numbers[b])
    case .exponential(let a): DrawLanes.exponential(numbers[a])
    case .logarithm(let a): DrawLanes.logarithm(numbers[a])
    case .squareRoot(let a): DrawLanes.each(of: [numbers[a]], makes: 1) { [$0[0].squareRoot()] }[0]
    case .less(let a, let b):
      DrawLanes.select(numbers[a].isLess(than: numbers[b]), DrawLanes.one, DrawLanes.zero)
    case .equal(let a, let b):
      DrawLanes.select(numbers[a].isEqual(to: numbers[b]), DrawLanes.one, DrawLanes.zero)
    case .select(let a, let yes, let no):
      DrawLanes.select(numbers[a].isEqual(to: DrawLanes.one), numbers[yes], numbers[no])
    case .day(let a, let start):
      DrawLanes.each(of: [numbers[a]], makes: 1) {
        [InputProgram.day(holding: $0[0], since: start)]
      }[0]
    }
  }
}

extension InputProgram.Condition {
  /// 1 in the draws in which it does not hold.
  fileprivate func fails(_ numbers: [DrawLanes]) -> DrawLanes {
    let (zero, one) = (DrawLanes.zero, DrawLanes.one)
    switch self {
    case .finite(let place):
      let isFinite = numbers[place].magnitudeIs(atMost: .greatestFiniteMagnitude)
      return DrawLanes.select(isFinite, zero, one)
    case .nonzero(let place):
      return DrawLanes.select(numbers[place].isEqual(to: zero), one, zero)
    case .within(let place, let range):
      let number = numbers[place]
      let isBelow = number.isLess(than: DrawLanes(range.lowerBound))
      let isAbove = DrawLanes(range.upperBound).isLess(than: number)
      let isOut = DrawLanes.select(isBelow, one, DrawLanes.select(isAbove, one, zero))
      // What is no number is in no range.
      return DrawLanes.select(number.isEqual(to: number), isOut, one)
    case .whole(let place):
      let number = numbers[place]
      return DrawLanes.select(number.rounded.isEqual(to: number), zero, one)
    case .below(let a, let b):
      return DrawLanes.select(numbers[a].isLess(than: numbers[b]), zero, one)
    }
  }
}
