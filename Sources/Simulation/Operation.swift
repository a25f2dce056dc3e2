import ParkModel

/// What the firms make, employ, pay and invest. Model 4 and 6.
struct Operation<Number: Lane, Sink: PostingSink> where Sink.Number == Number {
  let plan: Plan<Number>
  let step: Int
  /// Each park's factor of agglomeration in this step.
  let agglomeration: [Number]
  private let start: Double
  private let end: Double
  /// Job-years that a yuan of construction makes.
  private let jobsPerYuan: Number

  init(plan: Plan<Number>, step: Int, agglomeration: [Number]) {
    self.plan = plan
    self.step = step
    self.agglomeration = agglomeration
    start = plan.calendar.start(of: step)
    end = plan.calendar.start(of: step + 1)
    jobsPerYuan = plan.model.constructionJobs.value(
      at: Number((start + end) / 2), age: Number.zero)
  }

  func run(_ state: inout RunState<Number>, _ sink: inout Sink) {
    let middle = Number((start + end) / 2)
    // What is read at the middle of the step, by tenant; read anew in each step.
    var isRead = Array(repeating: false, count: plan.tenants.count)
    var sums = Sums<Number>(taxes: plan.taxes.count)
    for establishment in state.establishments {
      let tenant = plan.tenants[establishment.tenant]
      sums.clear()
      for vintage in establishment.vintages {
        if wasOpen(vintage), !tenant.isByAge {
          if !isRead[tenant.index] {
            isRead[tenant.index] = true
            state.readings[tenant.index] = Readings(
              plan, tenant, at: middle, opening: vintage.opening,
              last: state.readings[tenant.index])
          }
          guard let reading = state.readings[tenant.index] else { continue }
          add(vintage, tenant, reading, at: middle, to: &sums)
        } else {
          // Of what is not open yet, the middle of the step.
          let opens = vintage.opening.isLess(than: Number(end))
          let low = Number.select(opens, vintage.opening.maximum(Number(start)), Number(start))
          let middle = (low + Number(end)) * Number(0.5)
          let reading = Readings(
            plan, tenant, at: middle, opening: vintage.opening, last: state.readings[tenant.index])
          add(vintage, tenant, reading, at: middle, to: &sums)
        }
      }
      post(sums, establishment, tenant, &sink)
    }
  }

  /// Whether a vintage was open throughout the step, in every lane.
  private func wasOpen(_ vintage: Vintage<Number>) -> Bool {
    for lane in 0..<Number.count where vintage.opening[lane] > start { return false }
    return true
  }

  /// Adds one vintage's flows of the step and stocks at its end.
  private func add(
    _ vintage: Vintage<Number>, _ tenant: Tenant<Number>, _ reading: Readings<Number>,
    at middle: Number, to sums: inout Sums<Number>
  ) {
    let last = Number(end)
    let months = (last - vintage.opening.maximum(Number(start))).maximum(Number.zero)
    let years = months / Number(12)
    let age = middle - vintage.opening
    let ramp = tenant.ramp(age)
    let living = vintage.count * tenant.survival(age)
    let size = reading.size
    let city = plan.parks[tenant.park].city

    let pace = ramp * living * years
    let output = size.output * pace * reading.growth * agglomeration[tenant.park] * reading.factor
    let valueAdded = output * reading.valueAdded
    let jobs = size.jobs * ramp * living * (Number.one + plan.employment(of: city, at: middle))
    let payroll = jobs * reading.wage * reading.growth * years
    let above = (ramp - reading.breakEven) / (Number.one - reading.breakEven)
    let safe = Number.select(Number.zero.isLess(than: ramp), ramp, Number.one)
    let profit = Number.select(
      Number.zero.isLess(than: ramp),
      output * reading.margin * above.maximum(Number.zero) / safe, Number.zero)

    sums.output += output
    sums.valueAdded += valueAdded
    sums.profit += profit
    sums.payroll += payroll

    let before = tenant.invested(at: Number(start), admitted: vintage.admitted)
    let after = tenant.invested(at: last, admitted: vintage.admitted)
    let investment = tenant.size.investment * vintage.count
    sums.investedBefore += investment * before
    sums.invested += investment * after
    let spending = investment * (after - before)
    sums.building += spending * reading.buildingShare

    let bases = TaxBases(
      vat: output * plan.vatShare(valueAdded: reading.valueAdded, exports: reading.exports),
      profit: profit, payroll: payroll, output: output, valueAdded: valueAdded,
      land: tenant.size.land * living * years,
      building: reading.buildingShare * tenant.size.investment * living * years,
      investment: spending)
    plan.tax(bases, reading, to: &sums)

    let lastAge = last - vintage.opening
    let open = Number.select(lastAge.isLess(than: Number.zero), Number.zero, Number.one)
    let alive = vintage.count * tenant.survival(lastAge)
    sums.firms += alive * open
    sums.jobs +=
      size.jobs * tenant.ramp(lastAge) * alive
      * (Number.one + plan.employment(of: city, at: last))
    let held = vintage.count * tenant.tenure(lastAge)
    sums.land += tenant.size.land * held
    sums.floor += tenant.size.floor * held
  }

  private func post(
    _ sums: Sums<Number>, _ establishment: Establishment<Number>, _ tenant: Tenant<Number>,
    _ sink: inout Sink
  ) {
    let subject = establishment.subject
    if step == 0 {
      sink.post(
        investment: sums.investedBefore, publicShare: Number.zero, subject, step: -1)
    }
    sink.post(investment: sums.invested, publicShare: Number.zero, subject, step: step)
    sink.post(sums.output, .output, subject, step: step)
    sink.post(sums.valueAdded, .valueAdded, subject, step: step)
    sink.post(sums.profit, .profit, subject, step: step)
    sink.post(sums.payroll, .payroll, subject, step: step)
    for tax in plan.taxAccounts {
      sink.post(sums.taxes[tax.place], tax.account, subject, step: step)
    }
    sink.record(sums.jobs, .jobs, subject, step: step)
    sink.record(sums.firms, .firms, subject, step: step)
    sink.record(sums.land, .occupiedLand, subject, step: step)
    sink.record(sums.floor, .occupiedFloor, subject, step: step)
    sink.record(
      jobsPerYuan * sums.building, .constructionJobs, subject, step: step)
  }
}

/// What a tenant's numbers are at one instant: everything but age.
struct Readings<Number: Lane> {
  let size: FirmSize<Number>
  let valueAdded: Number
  let margin: Number
  let wage: Number
  let exports: Number
  let buildingShare: Number
  let breakEven: Number
  /// (1 + growth)^t
  var growth: Number
  /// Rail times boosts.
  var factor: Number
  /// By tax, then central, province, local.
  var shares: [Number]
  /// By tax.
  var rates: [Number]

  /// Reads a tenant's numbers; of one whose numbers are constant, only what moves with time, and
  /// the rest as it was read last.
  init(
    _ plan: Plan<Number>, _ tenant: Tenant<Number>, at instant: Number, opening: Number,
    last: Readings?
  ) {
    let age = instant - opening
    let growth = tenant.growth(at: instant, opening: opening)
    let factor =
      plan.railFactor(tenant, at: instant, age: age)
      * plan.boost(tenant, at: instant, .productivity)
    if tenant.isConstant, let last {
      self = last
      self.growth = growth
      self.factor = factor
      return
    }
    self.growth = growth
    self.factor = factor
    func read(_ number: Sector.Number) -> Number { tenant[number].value(at: instant, age: age) }
    size = tenant.sizeVaries ? plan.sizeOf(tenant, at: instant, age: age) : tenant.size
    valueAdded = read(.valueAdded)
    margin = read(.margin)
    wage = read(.wage)
    exports = read(.exports)
    buildingShare = read(.buildingShare)
    breakEven = read(.breakEven)
    shares = []
    rates = []
    shares.reserveCapacity(plan.taxes.count * 3)
    rates.reserveCapacity(plan.taxes.count)
    for tax in plan.taxes {
      let rate: Number
      switch tax.rate(isUrban: plan.parks[tenant.park].isUrban) {
      case .curve(let curve): rate = curve.value(at: instant, age: age)
      case .sector(let number): rate = read(number)
      }
      rates.append(rate)
      for share in tax.shares {
        shares.append(share?.value(at: instant, age: age) ?? Number.zero)
      }
    }
  }
}

extension Plan {
  /// The size of a tenant where it changes over time. A pledge that no longer holds, because a
  /// schedule moved below it, gives the size at arrival.
  func sizeOf(_ tenant: Tenant<Number>, at instant: Number, age: Number) -> FirmSize<Number> {
    let size = try? size(
      sizeRules[tenant.index], profile: tenant.profile, isUrban: parks[tenant.park].isUrban,
      at: instant,
      age: age)
    return size ?? tenant.size
  }
}
