import Language
import Quantities

/// What a `Scalar` is in every draw: a number of a program with its unit.
indirect enum OpenScalar: Sendable {
  typealias Term = ProgramBuilder.Term

  case number(Term, Unit)
  /// 1 where it is true, else 0.
  case truth(Term)
  /// The first where a number is 1, else the second: they have different units.
  case either(Term, OpenScalar, OpenScalar)

  static func constant(_ quantity: Quantity) -> OpenScalar {
    .number(.constant(quantity.value), quantity.unit)
  }

  /// How many units it may have.
  private var leafCount: Int {
    if case .either(_, let yes, let no) = self { return yes.leafCount + no.leafCount }
    return 1
  }

  /// One of two, as one number where they have one unit.
  static func chosen(
    _ condition: Term, _ yes: OpenScalar, _ no: OpenScalar, _ builder: inout ProgramBuilder
  ) throws(ProgramBuilder.Uncompiled) -> OpenScalar {
    switch (yes, no) {
    case (.number(let a, let unit), .number(let b, let other)) where unit == other:
      return .number(builder.select(condition, a, b), unit)
    case (.truth(let a), .truth(let b)): return .truth(builder.select(condition, a, b))
    default:
      let result = OpenScalar.either(condition, yes, no)
      guard result.leafCount <= 8 else {
        throw ProgramBuilder.Uncompiled("its unit hangs on too much")
      }
      return result
    }
  }

  /// What is made of it, in each of its units.
  func map(
    _ builder: inout ProgramBuilder,
    _ body: (OpenScalar, inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) -> OpenScalar
  ) throws(ProgramBuilder.Uncompiled) -> OpenScalar {
    guard case .either(let condition, let yes, let no) = self else {
      return try body(self, &builder)
    }
    if let isTrue = builder.decided(condition) {
      return try (isTrue ? yes : no).map(&builder, body)
    }
    builder.enter(condition, true)
    let first = try yes.map(&builder, body)
    builder.leave()
    builder.enter(condition, false)
    let second = try no.map(&builder, body)
    builder.leave()
    return try OpenScalar.chosen(condition, first, second, &builder)
  }

  /// What is made of two, in each of their units.
  func joined(
    _ other: OpenScalar, _ builder: inout ProgramBuilder,
    _ body: (OpenScalar, OpenScalar, inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) ->
      OpenScalar
  ) throws(ProgramBuilder.Uncompiled) -> OpenScalar {
    try map(&builder) { (a, builder) throws(ProgramBuilder.Uncompiled) in
      try other.map(&builder) { (b, builder) throws(ProgramBuilder.Uncompiled) in
        try body(a, b, &builder)
      }
    }
  }
}

/// What an `Outcome` is in every draw.
enum OpenOutcome: Sendable {
  case scalar(OpenScalar)
  case schedule(keys: [ScheduleKey], values: [OpenScalar], isStraight: Bool)

  var values: [OpenScalar] {
    switch self {
    case .scalar(let value): [value]
    case .schedule(_, let values, _): values
    }
  }

  var isStraight: Bool {
    if case .schedule(_, _, let isStraight) = self { return isStraight }
    return false
  }

  var isSingle: Bool {
    if case .scalar = self { return true }
    return false
  }

  /// What was worked out and is the same in every draw.
  init(_ outcome: Outcome) throws(ProgramBuilder.Uncompiled) {
    switch outcome {
    case .scalar(let value): self = .scalar(try OpenScalar(value))
    case .schedule(let schedule):
      var values: [OpenScalar] = []
      for value in schedule.values { values.append(try OpenScalar(value)) }
      self = .schedule(keys: schedule.keys, values: values, isStraight: schedule.isStraight)
    case .series: throw ProgramBuilder.Uncompiled("a result of a run")
    }
  }

  /// Every value in it, changed one by one.
  func map(
    _ body: (OpenScalar) throws(ProgramBuilder.Uncompiled) -> OpenScalar
  ) throws(ProgramBuilder.Uncompiled) -> OpenOutcome {
    switch self {
    case .scalar(let value): return .scalar(try body(value))
    case .schedule(let keys, let values, let isStraight):
      var changed: [OpenScalar] = []
      for value in values { changed.append(try body(value)) }
      return .schedule(keys: keys, values: changed, isStraight: isStraight)
    }
  }
}

extension OpenScalar {
  fileprivate init(_ value: Scalar) throws(ProgramBuilder.Uncompiled) {
    switch value {
    case .number(let quantity): self = .constant(quantity)
    case .truth(let truth): self = .truth(.constant(truth ? 1 : 0))
    case .undefined: throw ProgramBuilder.Uncompiled("what has no value")
    }
  }
}
