import Diagnostics
import ParkModel

/// A firm at full size, each number as it was stated or derived. Model 4, size.
extension FactorSource {
  /// Where a size is read: at arrival, unless it changes.
  private struct Moment {
    var instant: Double
    var age: Double
  }

  private func moment(_ tenant: Tenant<Double>, _ instant: Double, _ age: Double) -> Moment {
    tenant.sizeVaries
      ? Moment(instant: instant, age: age) : Moment(instant: tenant.arrives, age: 0)
  }

  /// Yuan a year.
  func fullOutput(
    _ tenant: Tenant<Double>, _ size: FirmSize<Double>, at instant: Double, age: Double
  ) -> Factor {
    let moment = moment(tenant, instant, age)
    let rule = plan.sizeRules[tenant.index]
    let label: Sentence = "output at full size"
    let made: Factor?
    if rule.output != nil {
      made = own(label, rule.output, "yuan/year", tenant, "output", moment)
    } else if rule.pledge != nil {
      made = pledged(label, tenant, rule, moment)
    } else if rule.jobs != nil {
      made = .product(
        label, "yuan/year",
        [
          own("jobs at full size", rule.jobs, "jobs", tenant, "jobs", moment),
          read(.outputPerJob, tenant, "yuan/year", moment),
        ].compactMap(\.self))
    } else {
      made = .product(
        label, "yuan/year",
        [
          own("land at full size", rule.land, "m2", tenant, "land", moment),
          read(.jobsPerArea, tenant, "jobs/m2", moment),
          read(.outputPerJob, tenant, "yuan/year", moment),
        ].compactMap(\.self))
    }
    return checked(made, label, size.output, "yuan/year", tenant)
  }

  func fullJobs(
    _ tenant: Tenant<Double>, _ size: FirmSize<Double>, at instant: Double, age: Double
  ) -> Factor {
    let moment = moment(tenant, instant, age)
    let rule = plan.sizeRules[tenant.index]
    let label: Sentence = "jobs at full size"
    if let given = own(label, rule.jobs, "jobs", tenant, "jobs", moment) {
      return checked(given, label, size.jobs, "jobs", tenant)
    }
    return checked(
      quotient(
        label, "jobs", fullOutput(tenant, size, at: instant, age: age), perJob(tenant, moment)),
      label, size.jobs, "jobs", tenant)
  }

  /// m², as at arrival.
  func fullLand(_ tenant: Tenant<Double>) -> Factor {
    let moment = Moment(instant: tenant.arrives, age: 0)
    let label: Sentence = "land at full size"
    let land = tenant.size.land
    let rule = plan.sizeRules[tenant.index]
    if let given = own(label, rule.land, "m2", tenant, "land", moment) {
      return checked(given, label, land, "m2", tenant)
    }
    let jobs = fullJobs(tenant, tenant.size, at: tenant.arrives, age: 0)
    return checked(
      quotient(label, "m2", jobs, read(.jobsPerArea, tenant, "jobs/m2", moment)), label, land,
      "m2", tenant)
  }

  /// m², as at arrival.
  func fullFloor(_ tenant: Tenant<Double>) -> Factor {
    let moment = Moment(instant: tenant.arrives, age: 0)
    let label: Sentence = "floor at full size"
    let rule = plan.sizeRules[tenant.index]
    let made =
      own(label, rule.floor, "m2", tenant, "floor", moment)
      ?? .product(
        label, "m2",
        [
          fullJobs(tenant, tenant.size, at: tenant.arrives, age: 0),
          read(.floorPerJob, tenant, "m2/job", moment),
        ])
    return checked(made, label, tenant.size.floor, "m2", tenant)
  }

  /// Yuan, as at arrival.
  func fullInvestment(_ tenant: Tenant<Double>) -> Factor {
    let moment = Moment(instant: tenant.arrives, age: 0)
    let label: Sentence = "own investment"
    let rule = plan.sizeRules[tenant.index]
    let made =
      own(label, rule.investment, "yuan", tenant, "investment", moment)
      ?? .product(
        label, "yuan",
        [fullLand(tenant), read(.investmentPerArea, tenant, "yuan/m2", moment)])
    return checked(made, label, tenant.size.investment, "yuan", tenant)
  }

  /// f: what the taxes that depend on output are multiplied by; nil without a pledge beside a stated
  /// output.
  func taxFactor(
    _ tenant: Tenant<Double>, _ size: FirmSize<Double>, at instant: Double, age: Double
  ) -> Factor? {
    guard let value = size.taxFactor else { return nil }
    let label: Sentence = "f, to meet the pledge"
    var made: Factor?
    let rule = plan.sizeRules[tenant.index]
    let isLocal = rule.localTax != nil
    if let (pledge, taxes) = pledged(
      tenant, rule, moment(tenant, instant, age), stated: size.output)
    {
      made = quotient(
        label, "", pledge,
        slopes(
          "taxes that depend on output", "yuan/year", taxes, tenant, isLocal: isLocal,
          isStated: true))
    }
    return checked(made, label, value, "", tenant)
  }

  // MARK: Pieces

  /// The output that a pledge asks for: the taxes at full operation turned round.
  private func pledged(
    _ label: Sentence, _ tenant: Tenant<Double>, _ rule: SizeRule<Double>, _ moment: Moment
  ) -> Factor? {
    guard let (pledge, taxes) = pledged(tenant, rule, moment, stated: nil) else { return nil }
    let slope = slopes(
      "taxes on each yuan of output", "", taxes, tenant, isLocal: rule.localTax != nil,
      isStated: false)
    return quotient(label, "yuan/year", pledge, slope)
  }

  /// What is pledged of the taxes that depend on output, and the taxes at full operation.
  private func pledged(
    _ tenant: Tenant<Double>, _ rule: SizeRule<Double>, _ moment: Moment, stated: Double?
  ) -> (pledge: Factor, taxes: [Affine<Double>])? {
    let isLocal = rule.localTax != nil
    let isUrban = plan.parks[tenant.park].isUrban
    guard let curve = rule.pledge,
      let taxes = plan.taxesAtFullOperation(
        rule, tenant.profile, isUrban, localOnly: isLocal, stated: stated)
    else { return nil }
    let name = isLocal ? "local_tax" : "total_tax"
    var pledge = Factor.stated(
      "pledged \(name)", curve.value(at: moment.instant, age: moment.age), "yuan/year",
      tenant.name, name)
    let fixed = constants(taxes, tenant, hasStatedJobs: stated == nil)
    if fixed.number != 0 {
      pledge = Factor(
        "pledge less those taxes", .difference, .number(pledge.number - fixed.number), "yuan/year",
        parts: [pledge, fixed])
    }
    return (pledge, taxes)
  }

  private func quotient(
    _ label: Sentence, _ unit: String, _ above: Factor, _ below: Factor?
  ) -> Factor? {
    guard let below, below.number != 0 else { return nil }
    return Factor(
      label, .quotient(times: 1, over: 1), .number(above.number / below.number), unit,
      parts: [above, below])
  }

  /// What a job makes in a year, by growth at the instant of which the output is.
  private func perJob(_ tenant: Tenant<Double>, _ moment: Moment) -> Factor {
    let stated = read(.outputPerJob, tenant, "yuan/year", moment)
    guard tenant.level != 1 else { return stated }
    return .product("output per job then", "yuan/year", [stated, level(tenant)])
  }

  private func own(
    _ label: Sentence, _ curve: Curve<Double>?, _ unit: String, _ tenant: Tenant<Double>,
    _ attribute: String, _ moment: Moment
  ) -> Factor? {
    curve.map {
      .stated(label, $0.value(at: moment.instant, age: moment.age), unit, tenant.name, attribute)
    }
  }

  private func read(
    _ number: Sector.Number, _ tenant: Tenant<Double>, _ unit: String, _ moment: Moment
  ) -> Factor {
    stated(number, tenant, tenant[number].value(at: moment.instant, age: moment.age), unit)
  }

  /// A derivation that comes to the size that the run used; where a schedule moved below what a
  /// pledge can hold, the size at arrival stands by itself.
  private func checked(
    _ made: Factor?, _ label: Sentence, _ value: Double, _ unit: String, _ tenant: Tenant<Double>
  ) -> Factor {
    if let made, made.number == value { return made }
    return .reading(label, value, unit, note: "as at arrival")
  }
}
