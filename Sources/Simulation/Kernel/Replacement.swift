/// Those of a cohort who come in the place of others that closed. Model 5, replacement.
extension Arrivals {
  /// How many follow, in a month, those that closed a year before: of the vintages of earlier steps.
  func following(
    _ cohort: Tenant<Number>, month: Int, _ state: RunState<Number>
  ) -> Number {
    guard let replace = cohort.stream?.replace else { return Number.zero }
    let first = cohort.index * (plan.sites.count + 1)
    var closed = Number.zero
    for key in first...first + plan.sites.count {
      guard let place = state.places[key] else { continue }
      for vintage in state.establishments[place].vintages {
        let age = Number(Double(month - 12)) - vintage.opening
        // Nobody has closed who was not open yet.
        guard !isUnborn(age + Number.one) else { continue }
        closed +=
          vintage.count * (cohort.survival(age) - cohort.survival(age + Number.one))
      }
    }
    let middle = Number(Double(month) + 0.5)
    return closed * replace.value(at: middle, age: Number.zero)
  }

  /// Whether an age is not above nought in any lane.
  private func isUnborn(_ age: Number) -> Bool {
    !Number.any(Number.zero.isLess(than: age))
  }
}
