/// Whence a tenant comes, and how much of what it pays that city loses. Model 6, relocation.
struct Relocation<Number: Lane>: Sendable {
  /// The city's place in the plan.
  var origin: Int
  /// The share of its local tax that it would have paid there.
  var moved: Curve<Number>
}
