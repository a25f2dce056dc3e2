import ParkModel

/// What one firm of a vintage that is open throughout a step does in it, and what is left of it at the
/// end. Model 4.
///
/// Times their count it is what the vintage does: firm-years, but for what is spent and left.
struct LifeWeights<Number: Lane>: Sendable {
  /// Years of a living firm.
  let open: Number
  /// The same at the ramp's share of full size.
  let running: Number
  /// The same at the share of full profit that is earned; below nothing for a loss.
  let earning: Number
  /// `running`, times what the jobs of a firm have grown by; nought where they do not grow.
  let employing: Number
  /// The share of its own investment that is spent in the step, and by its end; what is spent before the
  /// first step, nought in others.
  let spending: Number
  let spent: Number
  let spentBefore: Number
  /// At the end: the share that is alive, the same at the ramp's share and with the growth of jobs, and
  /// the part of land and floor that is taken.
  let alive: Number
  let working: Number
  let held: Number

  /// Of a step from `start` to `end`, months, as it is read at its middle.
  init(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, _ reading: Readings<Number>,
    start: Double, end: Double
  ) {
    let middle = Number((start + end) / 2)
    let last = Number(end)
    let ramp = vintage.ramp(tenant, at: middle)
    open = vintage.survival(tenant, at: middle) * Number((end - start) / 12)
    running = open * ramp
    earning = open * reading.earned(at: ramp)
    alive = vintage.survival(tenant, at: last)
    let left = alive * vintage.ramp(tenant, at: last)
    if tenant.hasJobGrowth {
      employing = running * tenant.jobGrowth(at: middle, opening: vintage.opening)
      working = left * tenant.jobGrowth(at: last, opening: vintage.opening)
    } else {
      employing = Number.zero
      working = left
    }
    held = tenant.takesSpace ? vintage.tenure(tenant, at: last) : Number.zero
    if vintage.lastOpening < start {
      (spent, spending) = (Number.one, Number.zero)
      spentBefore = start == 0 ? Number.one : Number.zero
    } else {
      spent = tenant.invested(at: last, admitted: vintage.admitted)
      let before = tenant.invested(at: Number(start), admitted: vintage.admitted)
      spentBefore = start == 0 ? before : Number.zero
      spending = spent - before
    }
  }

  subscript(act: LevyPlan.Act) -> Number {
    switch act {
    case .open: open
    case .running: running
    case .earning: earning
    case .employing: employing
    case .spending: spending
    case .alive: alive
    case .working: working
    case .held: held
    case .spent: spent
    case .spentBefore: spentBefore
    }
  }
}

extension Readings {
  /// The share of full profit that is earned at a share of full size. Model 4.
  func earned(at ramp: Number) -> Number {
    let above = (ramp - breakEven) / (Number.one - breakEven)
    // What loses at full size loses in proportion to its output.
    let earns = Number.select(isLosing, ramp, above)
    return Number.select(Number.zero.isLess(than: ramp), earns, Number.zero)
  }
}
