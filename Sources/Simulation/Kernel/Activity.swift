/// How much of a step a vintage is there and at work: firm-years. Model 4.
///
/// Every flow of a step is one of these times what a firm at full size does in a year, so the
/// vintages whose numbers are the same are added here, and taxed once.
struct Activity<Number: Lane> {
  /// Years of living firms.
  var open: Number
  /// The same at the ramp's share of full size.
  var running: Number
  /// The same at the share of full profit that is earned; below nothing for a loss.
  var earning: Number
  /// `running`, times what the jobs of a firm have grown by.
  var employing: Number
  /// The firms' own spending, yuan.
  var spending: Number

  static var none: Activity {
    Activity(
      open: Number.zero, running: Number.zero, earning: Number.zero, employing: Number.zero,
      spending: Number.zero)
  }

  /// Whether anything but spending is done in any lane.
  var isSomething: Bool {
    open.isSomething || running.isSomething || earning.isSomething || employing.isSomething
  }

  mutating func add(_ other: Activity) {
    open += other.open
    running += other.running
    earning += other.earning
    employing += other.employing
    spending += other.spending
  }

  /// The one where a mask holds, the other where it does not, lane by lane.
  static func select(_ mask: Number.Mask, _ yes: Activity, _ no: Activity) -> Activity {
    Activity(
      open: Number.select(mask, yes.open, no.open),
      running: Number.select(mask, yes.running, no.running),
      earning: Number.select(mask, yes.earning, no.earning),
      employing: Number.select(mask, yes.employing, no.employing),
      spending: Number.select(mask, yes.spending, no.spending))
  }
}

/// The part of a step in which a vintage is open. Model 1.
struct Part<Number: Lane> {
  /// Its beginning and end; of one that is yet to open, those of the step. Months since the start.
  let window: Window<Number>
  /// Its length, years.
  let years: Number
  /// Whether it is the whole step in every lane.
  let isWhole: Bool
  /// Whether it is the whole step in some lanes and not in others.
  let isMixed: Bool
  /// Whether it begins within the step in some lane.
  let opensWithin: Bool

  init(_ vintage: Vintage<Number>, from start: Double, to end: Double) {
    let opens = vintage.opening.isLess(than: Number(end))
    let begin = vintage.opening.maximum(Number(start))
    let low = Number.select(opens, begin, Number(start))
    window = Window(start: low, end: Number(end))
    years = (Number(end) - begin).maximum(Number.zero) / Number(12)
    let isLate = Number(start).isLess(than: vintage.opening)
    isWhole = !Number.any(isLate)
    isMixed = !isWhole && !Number.all(isLate)
    let lateOpening = Number.select(isLate, vintage.opening, Number(end))
    opensWithin = Number.any(lateOpening.isLess(than: Number(end)))
  }
}

extension Part {
  var middle: Number { window.middle }
}

extension Plan {
  /// What a vintage does at the middle of its part of a step.
  func activity(
    of vintage: Vintage<Number>, _ tenant: Tenant<Number>, at middle: Number, years: Number,
    _ reading: Readings<Number>, spending: Number
  ) -> Activity<Number> {
    guard years.isSomething else {
      var none = Activity<Number>.none
      none.spending = spending
      return none
    }
    let ramp = vintage.ramp(tenant, at: middle)
    let open = vintage.count * vintage.survival(tenant, at: middle) * years
    let running = open * ramp
    let above = (ramp - reading.breakEven) / (Number.one - reading.breakEven)
    // What loses at full size loses in proportion to its output.
    let earns = Number.select(reading.margin.isLess(than: Number.zero), ramp, above)
    let isAtWork = Number.zero.isLess(than: ramp)
    return Activity(
      open: open, running: running,
      earning: open * Number.select(isAtWork, earns, Number.zero),
      employing: tenant.hasJobGrowth
        ? running * tenant.jobGrowth(at: middle, opening: vintage.opening) : running,
      spending: spending)
  }

  /// The flows of some activity of a tenant in a step, unrounded. Model 4 and 6.
  func flows(
    of activity: Activity<Number>, _ tenant: Tenant<Number>, size: FirmSize<Number>,
    _ reading: Readings<Number>, agglomeration: Number
  ) -> Flows<Number> {
    guard activity.isSomething else { return Flows(ofNothingBut: activity.spending) }
    let full =
      size.output * (reading.growth / tenant.level(reading)) * agglomeration * reading.rail
      * reading.boost
    let output = full * activity.running
    let valueAdded = output * reading.valueAdded
    let energy = valueAdded * reading.energy
    return Flows(
      output: output, valueAdded: valueAdded, profit: full * reading.margin * activity.earning,
      payroll: size.jobs * reading.people * reading.wage * reading.growth * activity.employing,
      vat: output * reading.vatShare, land: tenant.size.land * activity.open,
      research: output * reading.research,
      building: reading.buildingShare * tenant.size.investment * activity.open,
      investment: activity.spending, energy: energy, emissions: energy * reading.emissions)
  }
}

/// What a vintage, or several, make and pay in a step, and what taxes are levied on: yuan, but for
/// land (m² times years), energy (tce) and emissions (tonnes).
struct Flows<Number: Lane> {
  var output: Number
  var valueAdded: Number
  var profit: Number
  var payroll: Number
  /// What VAT is levied on.
  var vat: Number
  var land: Number
  var research: Number
  var building: Number
  /// Own spending.
  var investment: Number
  var energy: Number
  var emissions: Number
}

extension Flows {
  /// Those of a vintage that is not open yet.
  init(ofNothingBut spending: Number) {
    let none = Number.zero
    self.init(
      output: none, valueAdded: none, profit: none, payroll: none, vat: none, land: none,
      research: none, building: none, investment: spending, energy: none, emissions: none)
  }
}
