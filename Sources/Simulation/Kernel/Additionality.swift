/// What of a park's effects is really new, after the HCA's Additionality Guide. Model 7.
///
/// Generic over what its numbers are: plain ones, or curves over time.
public struct Additionality<Value: Sendable>: Sendable {
  /// Share that goes to others than those the park is for.
  public var leakage: Value
  /// Share that others nearby lose.
  public var displacement: Value
  /// Share that firms swap for what they did before.
  public var substitution: Value
  /// What the rest grows to with suppliers and spent wages.
  public var multiplier: Value
  /// Share of the gross effect that would come without the park too: the reference case, to which
  /// the same four numbers apply.
  public var deadweight: Value

  public init(
    leakage: Value, displacement: Value, substitution: Value, multiplier: Value, deadweight: Value
  ) {
    self.leakage = leakage
    self.displacement = displacement
    self.substitution = substitution
    self.multiplier = multiplier
    self.deadweight = deadweight
  }
}

extension Additionality where Value: Lane {
  /// What is left of a gross effect: gross · (1 − leakage)(1 − displacement)(1 − substitution) ·
  /// multiplier.
  public func retained(of gross: Value) -> Value {
    gross * (Value.one - leakage) * (Value.one - displacement) * (Value.one - substitution)
      * multiplier
  }

  /// A: the share of a gross effect that is additional, before any multiplier. Model 7.
  public var share: Value {
    (Value.one - leakage) * (Value.one - displacement) * (Value.one - substitution)
      * (Value.one - deadweight)
  }

  /// The net additional effect: what is left of the gross one, less the same for the share of it
  /// that would come anyway.
  public func net(of gross: Value) -> Value {
    net(of: gross, less: gross * deadweight, under: self)
  }

  /// The net additional effect against a reference case that has an effect and numbers of its own,
  /// such as another branch.
  public func net(of gross: Value, less reference: Value, under other: Additionality) -> Value {
    retained(of: gross) - other.retained(of: reference)
  }
}

extension Additionality {
  /// The numbers at an instant.
  func reading<Number: Lane>(at instant: Number) -> Additionality<Number>
  where Value == Curve<Number> {
    func read(_ curve: Curve<Number>) -> Number { curve.value(at: instant, age: Number.zero) }
    return Additionality<Number>(
      leakage: read(leakage), displacement: read(displacement), substitution: read(substitution),
      multiplier: read(multiplier), deadweight: read(deadweight))
  }
}
