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

  /// What one firm of a tenant at full size and full profit makes in a year, as it is read in a step.
  /// Model 4.
  func year(
    of tenant: Tenant<Number>, size: FirmSize<Number>, _ reading: Readings<Number>,
    agglomeration: Number
  ) -> FirmYear<Number> {
    let output =
      size.output * (reading.growth / tenant.level(reading)) * agglomeration * reading.rail
      * reading.boost
    return FirmYear(
      output: output, profit: output * reading.margin,
      payroll: size.jobs * reading.people * reading.wage * reading.growth,
      land: tenant.size.land, building: reading.buildingShare * tenant.size.investment,
      investment: tenant.size.investment)
  }

  /// The flows of some activity of firms in a step, unrounded. Model 4 and 6.
  func flows(
    of activity: Activity<Number>, _ year: FirmYear<Number>, _ reading: Readings<Number>
  ) -> Flows<Number> {
    let made = year.made(by: activity, reading)
    return Flows(
      made: made, vat: made.output * reading.vatShare, land: year.land * activity.open,
      research: made.output * reading.research, building: year.building * activity.open,
      investment: activity.spending)
  }
}

/// What one firm at full size and full profit makes in a year: yuan, but for land (m²).
struct FirmYear<Number: Lane> {
  let output: Number
  let profit: Number
  let payroll: Number
  let land: Number
  let building: Number
  /// All that it invests.
  let investment: Number

  /// What some activity of such firms makes.
  func made(by activity: Activity<Number>, _ reading: Readings<Number>) -> Made<Number> {
    let output = self.output * activity.running
    let valueAdded = output * reading.valueAdded
    let energy = valueAdded * reading.energy
    return Made(
      output: output, valueAdded: valueAdded, profit: profit * activity.earning,
      payroll: payroll * activity.employing, energy: energy,
      emissions: energy * reading.emissions)
  }

  /// What VAT is levied on of it.
  func vat(_ reading: Readings<Number>) -> Number { output * reading.vatShare }

  /// What it spends on research.
  func research(_ reading: Readings<Number>) -> Number { output * reading.research }
}

/// What firms make in a step, and pay for it: yuan, but for energy (tce) and emissions (tonnes).
struct Made<Number: Lane> {
  var output = Number.zero
  var valueAdded = Number.zero
  var profit = Number.zero
  var payroll = Number.zero
  var energy = Number.zero
  var emissions = Number.zero

  static func += (sum: inout Made, other: Made) {
    sum.output += other.output
    sum.valueAdded += other.valueAdded
    sum.profit += other.profit
    sum.payroll += other.payroll
    sum.energy += other.energy
    sum.emissions += other.emissions
  }
}

/// What a vintage, or several, make in a step, and what taxes are levied on: yuan, but for land (m² times
/// years).
struct Flows<Number: Lane> {
  var made: Made<Number>
  /// What VAT is levied on.
  var vat: Number
  var land: Number
  var research: Number
  var building: Number
  /// Own spending.
  var investment: Number
}

extension Flows {
  /// Those of a vintage that is not open yet.
  init(ofNothingBut spending: Number) {
    let none = Number.zero
    self.init(
      made: Made(), vat: none, land: none, research: none, building: none, investment: spending)
  }

  var output: Number { made.output }
  var valueAdded: Number { made.valueAdded }
  var profit: Number { made.profit }
  var payroll: Number { made.payroll }
  var energy: Number { made.energy }
  var emissions: Number { made.emissions }
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
  /// Those of so many firms in a step.
  init(
    _ each: FirmYear<Number>, of count: Number, _ life: LifeWeights<Number>,
    _ reading: Readings<Number>
  ) {
    running = count * life.running
    profit = each.profit * (count * life.earning)
    research = each.research(reading) * running
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
