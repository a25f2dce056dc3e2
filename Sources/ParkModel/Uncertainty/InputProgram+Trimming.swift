extension InputProgram {
  /// The same without conditions that follow from others, and without operations that nothing reads.
  var trimmed: InputProgram {
    let needed = neededConditions
    var isRead = [Bool](repeating: false, count: operations.count)
    for place in inputs.joined() { isRead[place] = true }
    for place in instants { isRead[place] = true }
    for place in needed.flatMap(\.places) { isRead[place] = true }
    for place in operations.indices.reversed() where isRead[place] {
      for operand in operations[place].operands { isRead[operand] = true }
    }
    var moved = [Int](repeating: 0, count: operations.count)
    var kept: [Operation] = []
    for (place, operation) in operations.enumerated() where isRead[place] {
      moved[place] = kept.count
      kept.append(operation.moved { moved[$0] })
    }
    return InputProgram(
      operations: kept, conditions: needed.map { condition in condition.moved { moved[$0] } },
      inputs: inputs.map { places in places.map { moved[$0] } },
      instants: instants.map { moved[$0] })
  }

  /// What a finite sum is made of is finite.
  private var neededConditions: [Condition] {
    var isFinite = [Bool](repeating: false, count: operations.count)
    for case .finite(let place) in conditions { isFinite[place] = true }
    var follows = [Bool](repeating: false, count: operations.count)
    for place in operations.indices.reversed() where isFinite[place] {
      for operand in operations[place].finiteOperands {
        isFinite[operand] = true
        follows[operand] = true
      }
    }
    return conditions.filter { condition in
      if case .finite(let place) = condition { return !follows[place] }
      return true
    }
  }
}

extension InputProgram.Condition {
  fileprivate var places: [Int] {
    switch self {
    case .finite(let place), .nonzero(let place), .within(let place, _), .whole(let place): [place]
    case .below(let a, let b): [a, b]
    }
  }

  fileprivate func moved(_ place: (Int) -> Int) -> InputProgram.Condition {
    switch self {
    case .finite(let a): .finite(place(a))
    case .nonzero(let a): .nonzero(place(a))
    case .within(let a, let range): .within(place(a), range)
    case .whole(let a): .whole(place(a))
    case .below(let a, let b): .below(place(a), place(b))
    }
  }
}

extension InputProgram.Operation {
  fileprivate func moved(_ place: (Int) -> Int) -> InputProgram.Operation {
    switch self {
    case .constant, .parameter: self
    case .add(let a, let b): .add(place(a), place(b))
    case .subtract(let a, let b): .subtract(place(a), place(b))
    case .multiply(let a, let b): .multiply(place(a), place(b))
    case .divide(let a, let b): .divide(place(a), place(b))
    case .power(let a, let b): .power(place(a), place(b))
    case .minimum(let a, let b): .minimum(place(a), place(b))
    case .maximum(let a, let b): .maximum(place(a), place(b))
    case .exponential(let a): .exponential(place(a))
    case .logarithm(let a): .logarithm(place(a))
    case .squareRoot(let a): .squareRoot(place(a))
    case .less(let a, let b): .less(place(a), place(b))
    case .equal(let a, let b): .equal(place(a), place(b))
    case .select(let a, let b, let c): .select(place(a), place(b), place(c))
    case .day(let a, let start): .day(place(a), since: start)
    }
  }
}
