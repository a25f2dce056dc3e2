/// What is asked of the life of a vintage.
public enum LifeQuestion: Int, Sendable, CaseIterable {
  /// S, the share that is alive.
  case survival
  /// The part of land and floor still taken.
  case tenure
  /// R, the share of full size.
  case ramp
}

/// What is remembered of the life of a vintage from one stage of a step to the next.
public protocol LifeMemory: Sendable {
  associatedtype Number

  /// Of a vintage that opens at an instant.
  init(opening: Number)

  /// The answer at an instant, made where it is not remembered.
  func answer(
    _ question: LifeQuestion, at instant: Number, _ make: () -> Number
  ) -> Number
}

/// Nothing: an age of one draw has its number in a table.
public struct NoMemory<Number: Lane>: LifeMemory {
  public init(opening: Number) {}

  @inline(__always)
  public func answer(
    _ question: LifeQuestion, at instant: Number, _ make: () -> Number
  ) -> Number {
    make()
  }
}

/// Of a vintage whose draws open at different times: no table by age has what is asked, and every stage of
/// a step and of the next ones asks for the same instants.
struct DrawMemory: LifeMemory {
  /// Nil where all draws open at once.
  private let answers: Answers?

  init(opening: DrawLanes) {
    answers = opening.isUniform ? nil : Answers()
  }

  func answer(
    _ question: LifeQuestion, at instant: DrawLanes, _ make: () -> DrawLanes
  ) -> DrawLanes {
    guard let answers, instant.isUniform else { return make() }
    if let known = answers.known[question.rawValue][instant[0]] { return known }
    let number = make()
    answers.keep(number, question, at: instant[0])
    return number
  }

  /// Only one thread works on a block, and nobody else sees its vintages.
  private final class Answers: @unchecked Sendable {
    private(set) var known: [[Double: DrawLanes]] = LifeQuestion.allCases.map { _ in [:] }

    func keep(_ number: DrawLanes, _ question: LifeQuestion, at instant: Double) {
      let place = question.rawValue
      // Only those of this step and of the one before are asked for again.
      if known[place].count >= 8 { known[place].removeAll(keepingCapacity: true) }
      known[place][instant] = number
    }
  }
}

extension Vintage {
  /// S at an instant.
  func survival(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    memory.answer(.survival, at: instant) { tenant.survival(instant - opening) }
  }

  /// The part of land and floor still taken at an instant.
  func tenure(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    memory.answer(.tenure, at: instant) { tenant.tenure(instant - opening) }
  }

  /// R at an instant.
  func ramp(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    memory.answer(.ramp, at: instant) { tenant.ramp(instant - opening) }
  }
}
