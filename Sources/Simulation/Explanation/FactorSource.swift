import Quantities
import Synchronization

/// Works out the factors of what a run has posted and counted.
///
/// It reads what the run kept — the plan, and who was admitted with every vintage — with the
/// engine's own readings, and puts them together again as the stages do, in their order.
final class FactorSource: Sendable {
  let projection: Projection
  let plan: Plan<Double>
  /// Establishments by their subjects, those of the cities with which they share and of the ones
  /// that they left included.
  private let places: [Int32: Int]
  /// What was last worked out again of an establishment's history.
  let past = Mutex(Past())

  init(_ projection: Projection) {
    self.projection = projection
    plan = projection.plan
    var places: [Int32: Int] = [:]
    for (place, establishment) in projection.establishments.enumerated() {
      let subjects = [establishment.subject] + establishment.homes
      for subject in subjects { places[subject] = place }
      if let origin = establishment.origin { places[origin] = place }
    }
    self.places = places
  }

  func establishment(of subject: Int32) -> Establishment<Double>? {
    places[subject].map { projection.establishments[$0] }
  }

  func start(of step: Int) -> Double { plan.calendar.start(of: step) }
  func end(of step: Int) -> Double { plan.calendar.start(of: step + 1) }
  func middle(of step: Int) -> Double { (start(of: step) + end(of: step)) / 2 }

  /// The vintages of an establishment that were admitted by the end of a step.
  func vintages(of establishment: Establishment<Double>, step: Int) -> [Vintage<Double>] {
    let end = end(of: step)
    return establishment.vintages.filter { $0.admitted < end }
  }

  /// The day of an instant, `2021-06-01`.
  func day(_ instant: Double) -> String { plan.calendar.date(at: instant).text }
}
