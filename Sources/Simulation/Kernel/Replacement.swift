import ParkModel

/// Those of a cohort who come in the place of others that closed. Model 5, replacement.
extension Arrivals {
  /// How many follow, in each of some months, those that closed a year before: of the vintages of earlier
  /// steps.
  func following(
    _ cohort: Tenant<Number>, in months: Range<Int>, _ state: RunState<Number>
  ) -> [Number] {
    var closed = Array(repeating: Number.zero, count: months.count)
    guard let replace = cohort.stream?.replace else { return closed }
    let first = cohort.index * (plan.sites.count + 1)
    for key in first...first + plan.sites.count {
      guard let place = state.places[key] else { continue }
      for vintage in state.establishments[place].vintages {
        addClosed(of: vintage, cohort, in: months, to: &closed)
      }
    }
    for index in closed.indices {
      let middle = Number(Double(months.lowerBound + index) + 0.5)
      closed[index] = closed[index] * replace.value(at: middle, age: Number.zero)
    }
    return closed
  }

  /// Adds how many of a vintage closed in each of some months, a year before.
  private func addClosed(
    of vintage: Vintage<Number>, _ cohort: Tenant<Number>, in months: Range<Int>,
    to closed: inout [Number]
  ) {
    for index in closed.indices {
      let age = Number(Double(months.lowerBound + index - 12)) - vintage.opening
      // Nobody has closed who was not open yet.
      guard Number.any(Number.zero.isLess(than: age + Number.one)) else { continue }
      closed[index] += vintage.count * cohort.closing(age)
    }
  }
}
