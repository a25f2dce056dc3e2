import ParkModel

/// What a plan is made of, while it is made. `Plan` says what each part is.
struct PlanParts<Number: Lane> {
  var calendar: StepCalendar
  var model: ModelNumbers<Number>
  var priceYear: Int
  var cities: [CityPlan<Number>] = []
  var rails: [RailPlan<Number>] = []
  var parks: [ParkPlan<Number>] = []
  var phases: [PhasePlan<Number>] = []
  var sites: [Site<Number>] = []
  var sectors: [String] = []
  var tenants: [Tenant<Number>] = []
  var sizeRules: [SizeRule<Number>] = []
  var firmsByArrival: [Int] = []
  var boosts: [BoostPlan<Number>] = []
  var links: [LinkPlan<Number>] = []
  var screens: [ScreenPlan<Number>] = []
  var enclaves: [EnclavePlan<Number>] = []
  var incentives: [IncentivePlan<Number>] = []
  var taxes: [TaxPlan<Number>] = []
  var bases: [TaxBase] = []
  var levels: Levels = Levels.standard
  var levelCount: Int { levels.all.count }
  var taxAccounts: [(place: Int, tax: Int, account: Account)] = []
  var profitTaxes: [Int] = []
  var lossMonths: [Number?] = []
  var deductsResearch: [Bool] = []
  var creditTaxes: [Int] = []
  var places: [TaxPlace] = []
  var isOnInvestment: [Bool] = []
  var isOnOutput: [Bool] = []
  var readingsCount: Int = 0

  /// Those of tenants with the same incentives are made once.
  var levies: [LevyPlan] {
    var made: [[Int]: LevyPlan] = [:]
    return tenants.map { tenant in
      let incentives = tenant.incentives.filter { self.incentives[$0].form != .capex }
      let key = incentives + [tenant.hasJobGrowth ? -1 : -2]
      if let known = made[key] { return known }
      let levies = LevyPlan(self, incentives: incentives, hasJobGrowth: tenant.hasJobGrowth)
      made[key] = levies
      return levies
    }
  }
}
