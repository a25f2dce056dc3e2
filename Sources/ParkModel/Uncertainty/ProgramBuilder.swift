/// Puts operations together: each once, constants worked out on the way.
struct ProgramBuilder {
  /// A number of a program: one that is known, or the place of an operation.
  enum Term: Hashable, Sendable {
    /// By its bits, so that 0 and −0 are two.
    case known(UInt64)
    case place(Int)

    static func constant(_ value: Double) -> Term { .known(value.bitPattern) }

    var constant: Double? {
      if case .known(let bits) = self { return Double(bitPattern: bits) }
      return nil
    }
  }

  /// That there is no program.
  struct Uncompiled: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

  private var operations: [InputProgram.Operation] = []
  private var places: [InputProgram.Operation: Int] = [:]
  private var constants: [UInt64: Int] = [:]
  private var conditions: [InputProgram.Condition] = []
  private var knownConditions: Set<InputProgram.Condition> = []
  /// What decides whether anybody asks for what is being worked out, outermost first: numbers that are
  /// 1 or 0, and which of them it is.
  private(set) var guards: [(term: Term, is: Bool)] = []

  // MARK: Operations

  mutating func parameter(_ index: Int) -> Term { .place(add(.parameter(index))) }

  mutating func apply(_ make: (Int) -> InputProgram.Operation, _ a: Term) -> Term {
    if let known = a.constant { return .constant(make(0).value([known], [])) }
    return .place(add(make(place(of: a))))
  }

  mutating func apply(_ make: (Int, Int) -> InputProgram.Operation, _ a: Term, _ b: Term) -> Term {
    if let first = a.constant, let second = b.constant {
      return .constant(make(0, 1).value([first, second], []))
    }
    let left = place(of: a)
    return .place(add(make(left, place(of: b))))
  }

  /// A number where a condition is 1, else another.
  mutating func select(_ condition: Term, _ yes: Term, _ no: Term) -> Term {
    if let known = condition.constant { return known == 1 ? yes : no }
    if yes == no { return yes }
    let (asked, first) = (place(of: condition), place(of: yes))
    return .place(add(.select(asked, first, place(of: no))))
  }

  private mutating func add(_ operation: InputProgram.Operation) -> Int {
    if let known = places[operation] { return known }
    operations.append(operation)
    places[operation] = operations.count - 1
    return operations.count - 1
  }

  private mutating func place(of term: Term) -> Int {
    switch term {
    case .place(let place): return place
    case .known(let bits):
      if let known = constants[bits] { return known }
      operations.append(.constant(Double(bitPattern: bits)))
      constants[bits] = operations.count - 1
      return operations.count - 1
    }
  }

  // MARK: Conditions

  /// What has to hold of a number wherever it is asked for. Of 1 it always does.
  mutating func require(
    _ make: (Int) -> InputProgram.Condition, _ term: Term
  ) throws(Uncompiled) {
    guard let known = term.constant else { return note(make(place(of: guarded(term)))) }
    guard !make(0).holds([known]) else { return }
    guard !guards.isEmpty else { throw Uncompiled("a constant is not what it has to be") }
    note(.nonzero(place(of: guarded(.constant(0)))))
  }

  /// A number where it is asked for, else 1.
  private mutating func guarded(_ term: Term) -> Term {
    guards.reversed().reduce(term) { asked, decision in
      decision.is
        ? select(decision.term, asked, .constant(1)) : select(decision.term, .constant(1), asked)
    }
  }

  mutating func require(below a: Term, _ b: Term) throws(Uncompiled) {
    if let first = a.constant, let second = b.constant {
      guard first < second else { throw Uncompiled("a constant is not below another") }
      return
    }
    let left = place(of: a)
    note(.below(left, place(of: b)))
  }

  private mutating func note(_ condition: InputProgram.Condition) {
    if knownConditions.insert(condition).inserted { conditions.append(condition) }
  }

  /// What is worked out where a number is 1, or where it is 0.
  mutating func enter(_ term: Term, _ isTrue: Bool) { guards.append((term, isTrue)) }
  mutating func leave() { guards.removeLast() }

  /// Which of two it is here; nil where it may be either.
  func decided(_ term: Term) -> Bool? {
    if let known = term.constant { return known == 1 }
    return guards.last { $0.term == term }?.is
  }

  /// Begins what is asked for whatever was decided before; `guards` goes back to `resume`.
  mutating func suspendGuards() -> [(term: Term, is: Bool)] {
    defer { guards = [] }
    return guards
  }
  mutating func resume(_ former: [(term: Term, is: Bool)]) { guards = former }

  // MARK: The program

  /// The program of some inputs and instants: without what nothing reads, and conditions that follow from
  /// others.
  mutating func program(_ inputs: [[Term]], instants: [Term]) -> InputProgram {
    let asked = inputs.map { terms in terms.map { place(of: $0) } }
    let days = instants.map { place(of: $0) }
    return InputProgram(
      operations: operations, conditions: conditions, inputs: asked, instants: days
    ).trimmed
  }
}
