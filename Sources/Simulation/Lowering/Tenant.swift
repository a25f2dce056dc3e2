import ParkModel

/// A firm, or each firm of a cohort.
///
/// A class, and never changed once made: the stages pass tenants about hundreds of thousands of times
/// a run, and a value would count the references of all its parts each time.
final class Tenant<Number: Lane>: Sendable {
  let name: String
  /// Its place in the plan.
  let index: Int
  let park: Int
  /// The site of the phase that it names.
  let site: Int?
  let sector: Int
  /// The numbers of its sector, its own instead where it states them, by `Sector.Number`.
  let profile: [Curve<Number>]
  /// At its arrival; for a cohort, at its beginning.
  let size: FirmSize<Number>
  /// The instant from which its output grows: that of its pledge, or the start. Model 4, size.
  let reference: Number
  /// What growth makes of a yuan by then.
  let level: Number
  /// Months from admission to opening.
  let build: Number
  /// Share of full size on the opening day.
  let first: Number
  /// Speed of the ramp, per year.
  let rampSpeed: Number
  let survivalScale: Number
  /// The age in months at which it closes, where an ensemble draws it.
  let closes: Number?
  /// R and S by age, where tables of them are worth their while.
  let ramps: AgeTable<Number>?
  let survivals: AgeTable<Number>?
  /// Of a cohort, the share that closes within a month, by its age at the beginning of it.
  let closings: AgeTable<Number>?
  /// Place of its readings: those who share a profile and a park read alike.
  let readings: Int
  /// Whether a number goes by age, so that firms of one step differ.
  let isByAge: Bool
  /// Whether no number but its growth, its hazard and its size has a schedule.
  let isConstant: Bool
  /// Nil for one that comes from nowhere in the scenario.
  let relocation: Relocation<Number>?
  /// Whether its size has a schedule.
  let sizeVaries: Bool
  /// Whether its jobs grow by themselves, in any draw.
  let hasJobGrowth: Bool
  /// Places in the plan of the boosts that act on it.
  let boosts: [Int]
  /// Places in the plan of the incentives that it gets.
  let incentives: [Int]
  /// Whether one of them is a holiday or a rebate.
  let isRelieved: Bool
  /// Whether one of those counts from the first profit.
  let countsProfit: Bool
  /// All taxes of a year at full operation without incentives, yuan; nil where no screen asks.
  let fullTax: Number?
  /// When a firm comes, or a cohort begins.
  let arrives: Number
  /// When a firm comes in the draw in which it does first, and in that in which it does last; nobody asks
  /// for those of a cohort.
  let (earliest, latest): (Double, Double)
  /// Nil for a firm.
  let stream: Stream<Number>?

  init(
    name: String, index: Int, park: Int, site: Int?, sector: Int, profile: [Curve<Number>],
    size: FirmSize<Number>, reference: Number, level: Number, build: Number, first: Number,
    rampSpeed: Number, survivalScale: Number,
    ramps: AgeTable<Number>?, survivals: AgeTable<Number>?, readings: Int, isByAge: Bool,
    isConstant: Bool, sizeVaries: Bool, boosts: [Int], incentives: [Int], isRelieved: Bool,
    countsProfit: Bool,
    fullTax: Number?, closes: Number? = nil, arrives: Number, stream: Stream<Number>?,
    relocation: Relocation<Number>?
  ) {
    self.name = name
    self.index = index
    self.park = park
    self.site = site
    self.sector = sector
    self.profile = profile
    self.size = size
    self.reference = reference
    self.level = level
    self.build = build
    self.first = first
    self.rampSpeed = rampSpeed
    self.survivalScale = survivalScale
    self.ramps = ramps
    self.survivals = survivals
    closings = stream?.replace == nil ? nil : survivals?.falls
    self.readings = readings
    self.isByAge = isByAge
    self.isConstant = isConstant
    self.sizeVaries = sizeVaries
    let jobGrowth = profile[Sector.Number.jobGrowth.rawValue]
    hasJobGrowth =
      jobGrowth.schedule != nil || jobGrowth.constant.isSomething
    self.boosts = boosts
    self.incentives = incentives
    self.isRelieved = isRelieved
    self.countsProfit = countsProfit
    self.fullTax = fullTax
    self.closes = closes
    self.arrives = arrives
    (earliest, latest) = stream == nil ? (arrives.least, arrives.greatest) : (0, 0)
    self.stream = stream
    self.relocation = relocation
  }

  /// Whether it needs land or floor in any draw.
  var takesSpace: Bool { size.land.isSomething || size.floor.isSomething }

  subscript(number: Sector.Number) -> Curve<Number> { profile[number.rawValue] }
}

/// The Bass model's numbers, per year.
struct Bass<Number: Lane>: Sendable {
  var innovation: Number
  var imitation: Number
}

/// How the firms of a cohort come.
struct Stream<Number: Lane>: Sendable {
  var until: Number
  var firms: Number
  /// Nil for an even stream.
  var bass: Bass<Number>?
  /// The share of those that closed a year before that others follow; nil for none.
  var replace: Curve<Number>?
}
