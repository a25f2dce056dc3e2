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

  /// A year of one firm at full size and full profit, with all that it invests.
  static func ofOneFirm(_ tenant: Tenant<Number>) -> Activity {
    Activity(
      open: Number.one, running: Number.one, earning: Number.one, employing: Number.one,
      spending: tenant.size.investment)
  }

  /// Whether anything but spending is done in any lane.
  var isSomething: Bool {
    open.isSomething || running.isSomething || earning.isSomething || employing.isSomething
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
    // Of each firm first, as of those that are added up.
    let open = vintage.survival(tenant, at: middle) * years
    let running = open * ramp
    let employing =
      tenant.hasJobGrowth
      ? running * tenant.jobGrowth(at: middle, opening: vintage.opening) : running
    return Activity(
      open: vintage.count * open, running: vintage.count * running,
      earning: vintage.count * (open * reading.earned(at: ramp)),
      employing: vintage.count * employing, spending: spending)
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

/// What those taxes of a vintage are levied on that depend on its past, yuan where nothing else is said.
struct PastFlows<Number: Lane> {
  /// Firm-years at full size.
  var running: Number
  var profit: Number
  var research: Number
  /// Own spending.
  var investment: Number
}

extension PastFlows {
  /// Those of so many firms in a step. `each` is what one makes in a year at full size and full profit.
  init(_ each: Flows<Number>, of count: Number, _ life: LifeWeights<Number>) {
    running = count * life.running
    profit = each.profit * (count * life.earning)
    research = each.research * running
    investment =
      life.spending.isSomething ? each.investment * (count * life.spending) : Number.zero
  }
}

extension Flows {
  /// Of the flows of one vintage as they are.
  var past: PastFlows<Number> {
    PastFlows(running: Number.one, profit: profit, research: research, investment: investment)
  }
}
