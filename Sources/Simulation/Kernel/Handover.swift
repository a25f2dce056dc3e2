import ParkModel

/// What a city hands over to its province of what its local tax grows by. Model 6, handover.
struct HandoverPlan<Number: Lane>: Sendable {
  /// Share of what is above the base.
  var share: Number
  /// Yuan a year.
  var base: Curve<Number>
}

/// What a city has handed over in the calendar year at hand, nothing of it rounded.
struct Handed<Number: Lane> {
  /// Its local tax since the year began, yuan.
  var collected = Number.zero
  /// H: what is handed over of it so far, yuan.
  var owed = Number.zero
}

extension Plan {
  /// The cities that hand something over.
  var handingOver: [Int] { cities.indices.filter { cities[$0].handover != nil } }

  /// The part of the local tax of a year that is handed over when so many months of it have passed.
  func handedOver(by city: Int, of collected: Number, months: Int, step: Int) -> Number {
    guard let handover = cities[city].handover else { return Number.zero }
    let middle = Number(calendar.middle(of: step))
    let base = handover.base.value(at: middle, age: Number.zero)
    return handover.share * (collected - base * Number(Double(months) / 12)).maximum(Number.zero)
  }
}

extension StepCalendar {
  /// Months of a step's calendar year that the scenario holds by the end of the step.
  func monthsOfYear(throughStep step: Int) -> Int {
    var first = step
    while !beginsCalendarYear(first) { first -= 1 }
    return (step - first + 1) * stepMonths
  }
}

extension Operation {
  /// Posts what each city hands over of its local tax in the step: by as much as the whole for the
  /// year has grown. `local` is the unrounded local tax of each establishment.
  func handOver(_ local: [Number], _ state: inout RunState<Number>, _ sink: inout Sink) {
    let cities = plan.handingOver
    guard !cities.isEmpty else { return }
    if plan.calendar.beginsCalendarYear(step) {
      state.handed = Array(repeating: Handed(), count: plan.cities.count)
    }
    // In an order that no draw changes.
    for ordered in state.order {
      let tenant = plan.tenants[state.establishments[ordered.place].tenant]
      guard let city = plan.parks[tenant.park].jurisdiction else { continue }
      state.handed[city].collected += local[ordered.place]
    }
    let months = plan.calendar.monthsOfYear(throughStep: step)
    for city in cities {
      let owed = plan.handedOver(
        by: city, of: state.handed[city].collected, months: months, step: step)
      let subject = sink.place(of: plan.subject(ofCity: city))
      sink.post(owed - state.handed[city].owed, .handover, subject, step: step)
      state.handed[city].owed = owed
    }
  }
}
