import ParkModel

/// What one firm of a vintage that is open throughout a step adds to the sums of its establishment, and
/// what of its taxes is relieved.
///
/// A class, and never changed once made: all who are of one age share it.
public final class Life<Number: Lane>: Sendable {
  let weights: LifeWeights<Number>
  /// Nil where nothing is relieved.
  let relief: Relief<Number>?
  /// The share of those at the beginning of the step who live to its end.
  let kept: Number
  /// By sum of a levy plan.
  let columns: [Number]
  /// The same where every draw has the same; nil where they differ.
  let numbers: [Double]?
  /// What is read where its credit is followed; nil where draws differ.
  let followed: FollowedLife?

  init(
    _ weights: LifeWeights<Number>, _ relief: Relief<Number>?, kept: Number, _ levies: LevyPlan
  ) {
    self.weights = weights
    self.relief = relief
    self.kept = kept
    var columns = LevyPlan.Act.allCases.map { weights[$0] }
    for part in levies.parts {
      var weight = weights[part.act]
      if let relief {
        for tax in part.due { weight = weight * relief.due[tax] }
        if let tax = part.rebated { weight = weight * relief.rebated[tax] }
      }
      columns.append(weight)
    }
    self.columns = columns
    let isUniform = columns.allSatisfy(\.isUniform)
    numbers = isUniform ? columns.map { $0[0] } : nil
    followed = isUniform ? FollowedLife(weights, relief, kept: kept, levies) : nil
  }
}

/// The lives of vintages by tenant and age, where they depend on nothing else.
struct Lives<Number: Lane> {
  private var known: [[Int: Life<Number>]]

  init(tenants: Int) { known = Array(repeating: [:], count: tenants) }

  /// That of a tenant at a place; made where it is not known, or where there is no place.
  mutating func life(
    of tenant: Int, at place: Int?, _ make: () -> Life<Number>
  ) -> Life<Number> {
    guard let place else { return make() }
    if let life = known[tenant][place] { return life }
    let life = make()
    known[tenant][place] = life
    return life
  }
}

extension LevyPlan {
  /// The place of a vintage's life among those of its tenant as a step begins: by its age in half months
  /// and the rebates that were agreed with it. Nil where draws differ in them, or where it depends on
  /// more than that.
  func place<Number: Lane>(
    of vintage: Vintage<Number>, _ tenant: Tenant<Number>, agreed: Number, start: Double
  ) -> Int? {
    guard isByAge, tenant.isConstant, !tenant.hasJobGrowth, vintage.opening.isUniform,
      agreed.isUniform
    else { return nil }
    let halves = (start - vintage.opening[0]) * 2
    guard halves >= 0, halves < 100_000, halves == halves.rounded() else { return nil }
    var place = Int(halves)
    for deadline in deadlines { place = place << 1 | (agreed[0] < deadline ? 1 : 0) }
    return place
  }
}
