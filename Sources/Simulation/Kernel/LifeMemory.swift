/// What is known of the life of a vintage whose draws open at different times: no table by age has it,
/// and every stage of a step and of the next ones asks for the same instants.
///
/// Only one thread works on a block, and nobody else sees its vintages.
final class LifeMemory<Number: Lane>: @unchecked Sendable {
  private var survivals: [Double: Number] = [:]
  private var tenures: [Double: Number] = [:]
  private var ramps: [Double: Number] = [:]

  fileprivate func survival(at instant: Double, _ make: () -> Number) -> Number {
    LifeMemory.remembered(instant, &survivals, make)
  }

  fileprivate func tenure(at instant: Double, _ make: () -> Number) -> Number {
    LifeMemory.remembered(instant, &tenures, make)
  }

  fileprivate func ramp(at instant: Double, _ make: () -> Number) -> Number {
    LifeMemory.remembered(instant, &ramps, make)
  }

  private static func remembered(
    _ instant: Double, _ known: inout [Double: Number], _ make: () -> Number
  ) -> Number {
    if let number = known[instant] { return number }
    // Only those of this step and of the one before are asked for again.
    if known.count >= 8 { known.removeAll(keepingCapacity: true) }
    let number = make()
    known[instant] = number
    return number
  }
}

extension Vintage {
  /// S at an instant.
  func survival(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    guard let memory, instant.isUniform else { return tenant.survival(instant - opening) }
    return memory.survival(at: instant[0]) { tenant.survival(instant - opening) }
  }

  /// The part of land and floor still taken at an instant.
  func tenure(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    guard let memory, instant.isUniform else { return tenant.tenure(instant - opening) }
    return memory.tenure(at: instant[0]) { tenant.tenure(instant - opening) }
  }

  /// R at an instant.
  func ramp(_ tenant: Tenant<Number>, at instant: Number) -> Number {
    guard let memory, instant.isUniform else { return tenant.ramp(instant - opening) }
    return memory.ramp(at: instant[0]) { tenant.ramp(instant - opening) }
  }
}
