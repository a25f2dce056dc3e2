import ParkModel

/// What growth makes of a yuan by the instants of a step, worked out once for all tenants that grow alike:
/// a power is what costs most of a reading.
struct GrowthMemory<Number: Lane> {
  /// By instant, in months.
  private var known: [Double: [(growth: Number, factor: Number)]] = [:]

  /// Forgets all: the next step asks for other instants.
  mutating func clear() { known.removeAll(keepingCapacity: true) }

  /// (1 + growth)^t of a tenant at an instant.
  mutating func factor(
    of tenant: Tenant<Number>, at instant: Number, opening: Number
  ) -> Number {
    let growth = tenant[.growth]
    guard growth.schedule == nil, instant.isUniform else {
      return tenant.growth(at: instant, opening: opening)
    }
    let alike = known[instant[0]]?.first { $0.growth.isKnown(toBe: growth.constant) }
    if let alike { return alike.factor }
    let factor = tenant.growth(at: instant, opening: opening)
    known[instant[0], default: []].append((growth.constant, factor))
    return factor
  }
}
