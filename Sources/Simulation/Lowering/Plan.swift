import ParkModel

/// A scenario lowered for the engine: base-unit numbers and indices, no names to look up.
///
/// Money in yuan, land and floor in m², instants and spans in months since the scenario's start
/// unless a comment says years, shares of 1.
///
/// A class that never changes: the stages hand it about hundreds of thousands of times a run, and a value
/// would count the references of all its parts each time.
public final class Plan<Number: Lane>: Sendable {
  public let calendar: StepCalendar
  let model: ModelNumbers<Number>
  /// The calendar year in whose prices money is.
  let priceYear: Int
  let cities: [CityPlan<Number>]
  let rails: [RailPlan<Number>]
  let parks: [ParkPlan<Number>]
  let phases: [PhasePlan<Number>]
  /// Where land and floor can be had: each phase, and each park without phases.
  let sites: [Site<Number>]
  let sectors: [String]
  /// Firms, then cohorts, each in order of declaration.
  let tenants: [Tenant<Number>]
  /// What each tenant says of its size.
  let sizeRules: [SizeRule<Number>]
  /// Indices of named firms by arrival, then by declaration.
  let firmsByArrival: [Int]
  let boosts: [BoostPlan<Number>]
  let links: [LinkPlan<Number>]
  let screens: [ScreenPlan<Number>]
  let enclaves: [EnclavePlan<Number>]
  let incentives: [IncentivePlan<Number>]
  /// In an order in which no surtax comes before its base.
  let taxes: [TaxPlan<Number>]
  /// The base of each tax.
  let bases: [TaxBase]
  /// The levels of government among which taxes are divided.
  let levels: Levels
  let levelCount: Int
  /// The accounts of taxes that receive anything, with the tax and the place of each in `Sums.taxes`.
  let taxAccounts: [(place: Int, tax: Int, account: Account)]
  /// The taxes on profit, by their places in `taxes`.
  let profitTaxes: [Int]
  /// By place in `profitTaxes`, how long a loss may be carried, months; nil where it is not.
  let lossMonths: [Number?]
  /// By place in `profitTaxes`, whether research is taken off.
  let deductsResearch: [Bool]
  /// The taxes with credits for what was paid on investment, by their places in `taxes`.
  let creditTaxes: [Int]
  /// The place of each tax among those.
  let places: [TaxPlace]
  /// Which taxes are levied on investment, or on a tax that is.
  let isOnInvestment: [Bool]
  /// Which taxes are levied on what depends on output; surtaxes are not among them.
  let isOnOutput: [Bool]
  /// How many sets of readings there are: `Tenant.readings` counts from 0.
  let readingsCount: Int
  /// By tenant, what is added up of its vintages to be taxed together.
  let levies: [LevyPlan]

  init(_ parts: PlanParts<Number>) {
    calendar = parts.calendar
    model = parts.model
    priceYear = parts.priceYear
    cities = parts.cities
    rails = parts.rails
    parks = parts.parks
    phases = parts.phases
    sites = parts.sites
    sectors = parts.sectors
    tenants = parts.tenants
    sizeRules = parts.sizeRules
    firmsByArrival = parts.firmsByArrival
    boosts = parts.boosts
    links = parts.links
    screens = parts.screens
    enclaves = parts.enclaves
    incentives = parts.incentives
    taxes = parts.taxes
    bases = parts.bases
    levels = parts.levels
    levelCount = parts.levels.all.count
    taxAccounts = parts.taxAccounts
    profitTaxes = parts.profitTaxes
    lossMonths = parts.lossMonths
    deductsResearch = parts.deductsResearch
    creditTaxes = parts.creditTaxes
    places = parts.places
    isOnInvestment = parts.isOnInvestment
    isOnOutput = parts.isOnOutput
    readingsCount = parts.readingsCount
    levies = parts.levies
  }
}

struct ModelNumbers<Number: Lane>: Sendable {
  var agglomeration: Curve<Number>
  var agglomerationCap: Curve<Number>
  /// The share of full size at the end of the years of a ramp.
  var rampShare: Number
  var siphon: Curve<Number>
  /// Years.
  var siphonHalfLife: Number
  /// Job-years a yuan.
  var constructionJobs: Curve<Number>
  /// Share a year.
  var queueDecay: Curve<Number>
  var additionality: Additionality<Curve<Number>>
  /// Rise of prices, share a year.
  var inflation: Curve<Number>
}

struct CityPlan<Number: Lane>: Sendable {
  var name: String
  /// Market potential before every line, yuan a year.
  var potential: Number
  /// What each rail adds to market potential when it opens, yuan a year.
  var increments: [Number]
  /// What each rail adds to the logarithm of market potential.
  var uplifts: [Number]
  /// What each rail adds to the pull of the core city: 0 to 1, times the city's weakness.
  var pulls: [Number]
  /// The rails with an end here.
  var ends: [Int]
  /// Nil where nothing is handed over.
  var handover: HandoverPlan<Number>?
}

struct RailPlan<Number: Lane>: Sendable {
  var name: String
  /// The actual opening.
  var opens: Number
  /// Years.
  var halfLife: Number
  var employment: Curve<Number>
}

struct ParkPlan<Number: Lane>: Sendable {
  var name: String
  var city: Int?
  var jurisdiction: Int?
  var isUrban: Bool
  var referenceJobs: Curve<Number>?
  /// Yuan a m²; nil where land is given away.
  var landPrice: Curve<Number>?
  /// Share of land income that has to be spent elsewhere; nil where none has.
  var landSetAside: Curve<Number>?
  /// Share of public money a year; nil where nothing is spent.
  var opex: Curve<Number>?
  var sites: [Int] = []
  var links: [Int] = []
  var screens: [Int] = []
  var enclaves: [Int] = []
}

struct PhasePlan<Number: Lane>: Sendable {
  var name: String
  var park: Int
  /// As it is stated, or the whole of `spending`; yuan.
  var investment: Number
  /// Share of that.
  var overrun: Number
  /// With the overrun, yuan.
  var budget: Number
  var publicShare: Number
  var start: Number
  /// With the delay.
  var complete: Number
  var isLinear: Bool
  /// Yuan a year by date, before any delay; nil where `investment` is stated.
  var spending: Spending?

  struct Spending: Sendable {
    var rate: Curve<Number>
    var delay: Number
    /// The completion without the delay.
    var end: Number
  }
}

struct Site<Number: Lane>: Sendable {
  var park: Int
  /// Nil for the land of a park without phases.
  var phase: Int?
  var land: Number
  var floor: Number
  /// When it can be let.
  var complete: Number
}

struct BoostPlan<Number: Lane>: Sendable {
  enum Effect { case productivity, attraction }

  var name: String
  var park: Int
  /// Nil for all.
  var sectors: [Int]?
  var from: Number
  var until: Number
  /// Years.
  var halfLife: Number
  var productivity: Curve<Number>
  var attraction: Curve<Number>
}

/// What a tax of a plan is levied on.
enum TaxBase: Sendable {
  case vat, profit, payroll, output, valueAdded, land, building, investment
  /// Another tax, by its place in the plan.
  case tax(Int)

  /// Whether it is output or follows from it. A surtax does so only through its base. Model 4, size.
  var dependsOnOutput: Bool {
    switch self {
    case .vat, .profit, .output, .valueAdded: true
    case .payroll, .land, .building, .investment, .tax: false
    }
  }
}

/// Whether what a tax comes to depends on the past of who pays it, with its place among such taxes.
enum TaxPlace: Sendable {
  case profit(Int)
  case credit(Int)
  case none
}

struct TaxPlan<Number: Lane>: Sendable {
  enum Rate: Sendable {
    case curve(Curve<Number>)
    case sector(Sector.Number)
  }

  var name: String
  var rate: Rate
  var countyRate: Rate?
  /// By level of government; nil where the share is nothing throughout.
  var shares: [Curve<Number>?]
  /// How long a loss may be carried, months; nil where it is not.
  var carriesLosses: Number?
  /// How much of what is spent on research is taken off profit once more; nil for nothing.
  var researchDeduction: Curve<Number>?
  /// Nil where nothing is credited.
  var credit: CreditPlan<Number>?

  func rate(isUrban: Bool) -> Rate { isUrban ? rate : countyRate ?? rate }
}
