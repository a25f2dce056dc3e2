import Language
import Quantities

/// The functions of the language, as their rows work them out.
extension InputCompiler {
  func call(
    _ name: String, _ arguments: [Expression.Argument], _ whole: Expression, _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    if name == "ramp" {
      var entries: [(key: Expression, value: Expression)] = []
      for argument in arguments {
        guard let key = argument.key else { throw Uncompiled("no key of a ramp") }
        entries.append((key, argument.value))
      }
      return try schedule(entries, isStraight: true, place)
    }
    if DistributionTable.row(named: name) != nil { return try distribution(whole, place) }
    let values = arguments.map(\.value)
    switch name {
    case "exp": return try elementary(Operation.exponential, values[0], place)
    case "ln": return try elementary(Operation.logarithm, values[0], place)
    case "sqrt": return try elementary(Operation.squareRoot, values[0], place)
    case "max", "min":
      var result = try outcome(values[0], place)
      for value in values.dropFirst() {
        let next = try outcome(value, place)
        guard !result.isStraight, !next.isStraight else { throw Uncompiled("a bent ramp") }
        result = try combined(result, next) { (a, b, builder) throws(Uncompiled) in
          try builder.extreme(a, b, isLargest: name == "max")
        }
      }
      return result
    case "if": return try choice(values, place)
    default: throw Uncompiled("a function that is no plain arithmetic")
    }
  }

  private func elementary(
    _ make: (Int) -> Operation, _ argument: Expression, _ place: Place
  ) throws(Uncompiled) -> OpenOutcome {
    let before = try outcome(argument, place)
    guard !before.isStraight else { throw Uncompiled("a bent ramp") }
    return try before.map { (value) throws(Uncompiled) in
      try value.map(&builder) { (value, builder) throws(Uncompiled) in
        try builder.elementary(make, value)
      }
    }
  }

  /// `if(CONDITION, A, B)`, as `Choice`: which of two it is may differ from draw to draw.
  private func choice(_ values: [Expression], _ place: Place) throws(Uncompiled) -> OpenOutcome {
    guard case .scalar(.truth(let condition)) = try outcome(values[0], place) else {
      throw Uncompiled("a condition that changes over time")
    }
    let checker = TypeChecker(source: place.source, context: context)
    var dimension: Dimension?
    for value in values.dropFirst().prefix(2) {
      guard let own = (try? checker.type(value))?.dimension else { throw Uncompiled("no number") }
      if dimension == nil, own != .number { dimension = own }
    }
    if let known = condition.constant {
      let chosen = try outcome(values[known == 1 ? 1 : 2], place)
      guard let dimension, chosen.hasBareNumbers else { return chosen }
      let other = try outcome(values[known == 1 ? 2 : 1], place)
      return try measured(chosen, beside: other, dimension)
    }
    builder.enter(condition, true)
    var yes = try outcome(values[1], place)
    builder.leave()
    builder.enter(condition, false)
    var no = try outcome(values[2], place)
    builder.leave()
    if let dimension, yes.hasBareNumbers || no.hasBareNumbers {
      // A bare number asks for the other's unit, and so that the other has a value.
      yes = try outcome(values[1], place)
      no = try outcome(values[2], place)
      (yes, no) = (
        try measured(yes, beside: no, dimension), try measured(no, beside: yes, dimension)
      )
    }
    return try chosen(condition, yes, no)
  }

  private func chosen(
    _ condition: ProgramBuilder.Term, _ yes: OpenOutcome, _ no: OpenOutcome
  ) throws(Uncompiled) -> OpenOutcome {
    switch (yes, no) {
    case (.scalar(let a), .scalar(let b)):
      return .scalar(try OpenScalar.chosen(condition, a, b, &builder))
    case (
      .schedule(let keys, let first, let isStraight), .schedule(let others, let second, let other)
    )
    where keys == others && isStraight == other:
      var values: [OpenScalar] = []
      for (a, b) in zip(first, second) {
        values.append(try OpenScalar.chosen(condition, a, b, &builder))
      }
      return .schedule(keys: keys, values: values, isStraight: isStraight)
    default: throw Uncompiled("a choice between values of several shapes")
    }
  }

  /// A value with the unit of the other where it is written without one.
  private func measured(
    _ outcome: OpenOutcome, beside other: OpenOutcome, _ dimension: Dimension
  ) throws(Uncompiled) -> OpenOutcome {
    let (beside, own) = (try other.unit(of: dimension), try outcome.unit(of: dimension))
    let unit = beside ?? own ?? UnitTable.base(dimension)
    return try outcome.map { (value) throws(Uncompiled) in
      try value.map(&builder) { (value, builder) throws(Uncompiled) in
        try builder.fitted(value, beside: unit)
      }
    }
  }
}

extension OpenOutcome {
  /// Whether a number in it has no dimension.
  fileprivate var hasBareNumbers: Bool { values.contains(where: \.hasBareNumber) }

  /// The unit of the first number of a dimension in it.
  fileprivate func unit(of dimension: Dimension) throws(ProgramBuilder.Uncompiled) -> Unit? {
    for value in values {
      switch value {
      case .number(_, let unit) where unit.dimension == dimension: return unit
      case .either: throw ProgramBuilder.Uncompiled("a unit that differs from draw to draw")
      default: continue
      }
    }
    return nil
  }
}

extension OpenScalar {
  fileprivate var hasBareNumber: Bool {
    switch self {
    case .number(_, let unit): unit.dimension == .number
    case .truth: false
    case .either(_, let yes, let no): yes.hasBareNumber || no.hasBareNumber
    }
  }
}
