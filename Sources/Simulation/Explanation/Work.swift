import Diagnostics
import ParkModel

/// A vintage at work in a step, or in its open part. Model 4.
struct Work {
  var vintage: Vintage<Double>
  /// The middle of its open part, months.
  var middle: Double
  /// The length of that part.
  var years: Double
  var reading: Readings<Double>
  var spending: Factor

  static let openLabel: Sentence = "firm-years open"
  static let runningLabel: Sentence = "firm-years at full size"
  static let employingLabel: Sentence = "firm-years at full size with the growth of jobs"
  static let earningLabel: Sentence = "firm-years at full profit"
}

extension FactorSource {
  func open(_ work: Work, _ tenant: Tenant<Double>) -> Factor {
    .product(Work.openLabel, "firm-years", each(work, tenant, []))
  }

  func running(_ work: Work, _ tenant: Tenant<Double>) -> Factor {
    let age = work.middle - work.vintage.opening
    return .product(
      Work.runningLabel, "firm-years", each(work, tenant, [ramp(tenant, age: age)]))
  }

  /// `running`, times what jobs have grown by.
  func employing(_ work: Work, _ tenant: Tenant<Double>) -> Factor {
    guard tenant.hasJobGrowth else { return running(work, tenant) }
    let age = work.middle - work.vintage.opening
    return .product(
      Work.employingLabel, "firm-years",
      each(
        work, tenant,
        [
          ramp(tenant, age: age),
          jobGrowth(tenant, at: work.middle, opening: work.vintage.opening),
        ]))
  }

  func earning(_ work: Work, _ tenant: Tenant<Double>) -> Factor {
    let age = work.middle - work.vintage.opening
    let ramp = ramp(tenant, age: age)
    // Who loses at full size loses in proportion to output.
    guard work.reading.margin >= 0 else {
      return .product(Work.earningLabel, "firm-years", each(work, tenant, [ramp]))
    }
    let breakEven = work.reading.breakEven
    let above = ramp.number > 0 ? (ramp.number - breakEven) / (1 - breakEven) : 0
    let part = Factor.formula(
      .earning, "share of full profit", above, "share",
      [ramp, stated(.breakEven, tenant, breakEven, "share")])
    return .product(Work.earningLabel, "firm-years", each(work, tenant, [part]))
  }

  /// What part of them lives, for how long, what else each of them does, and how many there are: in
  /// this order the stage multiplies them.
  private func each(
    _ work: Work, _ tenant: Tenant<Double>, _ factors: [Factor]
  ) -> [Factor] {
    [
      survival(tenant, age: work.middle - work.vintage.opening),
      .reading("length of the open part", work.years, "years"),
    ] + factors + [count(work.vintage, tenant)]
  }

  func count(_ vintage: Vintage<Double>, _ tenant: Tenant<Double>) -> Factor {
    guard tenant.stream != nil else { return .reading("firm", vintage.count, "firms") }
    return Factor(
      "firms admitted", .reading, .number(vintage.count), "firms",
      statements: [StatementKey(tenant.name, "firms")],
      note: "admitted \(day(vintage.admitted)), open from \(day(vintage.opening))")
  }

  /// R at an age in months.
  func ramp(_ tenant: Tenant<Double>, age: Double, at instant: Double? = nil) -> Factor {
    let value = tenant.ramp(age)
    guard tenant.rampSpeed != 0, age >= 0 else {
      return .reading("ramp", value, "share", note: age < 0 ? "it is not open yet" : "")
    }
    let years = tenant[.ramp].value(at: tenant.arrives, age: 0)
    return .formula(
      .ramp, "ramp", value, "share",
      [
        stated(.first, tenant, tenant.first, "share"),
        stated(.ramp, tenant, years, "years"),
        .stated("ramp_share", plan.model.rampShare, "share", "model", "ramp_share"),
        .reading("age", age / 12, "years"),
      ])
  }

  /// S at an age in months.
  func survival(_ tenant: Tenant<Double>, age: Double) -> Factor {
    let value = tenant.survival(age)
    let hazard = tenant[.hazard]
    guard age > 0, hazard.schedule != nil || hazard.constant != 0 else {
      return .reading("survival", value, "share")
    }
    return .formula(
      .survival, "survival", value, "share",
      [
        stated(.survivalScale, tenant, tenant.survivalScale, ""),
        Factor(
          "closures to the age of \(Factor.text(age / 12)) years", .reading,
          .number(hazard.integral(to: age)), "",
          statements: [StatementKey(tenant.name, Sector.Number.hazard.row.name)],
          note: "the hazard added up over that time"),
      ])
  }

  /// A number of a tenant's profile.
  func stated(
    _ number: Sector.Number, _ tenant: Tenant<Double>, _ value: Double, _ unit: String,
    _ label: Sentence? = nil
  ) -> Factor {
    .stated(
      label ?? Sentence(typed: number.row.name), value, unit, tenant.name, number.row.name)
  }
}
