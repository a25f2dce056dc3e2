import Diagnostics
import ParkModel

/// A firm at full size. Model 4, size.
struct FirmSize<Number: Lane>: Sendable {
  /// Yuan a year.
  var output: Number
  var jobs: Number
  /// m².
  var land: Number
  /// m².
  var floor: Number
  /// Yuan.
  var investment: Number
  /// f: what the taxes that depend on output are multiplied by, so that a pledge beside a stated
  /// output holds. Nil where only one of the two is stated.
  var taxFactor: Number?
}

/// What a declaration says of a firm's size; the rest is derived.
struct SizeRule<Number: Lane>: Sendable {
  var jobs: Curve<Number>?
  var output: Curve<Number>?
  var localTax: Curve<Number>?
  var totalTax: Curve<Number>?
  var investment: Curve<Number>?
  var land: Curve<Number>?
  var floor: Curve<Number>?
  /// The intended opening, of which a pledge is: where schedules are read to turn it into output. Not
  /// before the start.
  var opening: Number
  /// From when on the output grows: from there where it or a tax is pledged, else from the start.
  var reference: Number
  /// What growth makes by then of a yuan of the start, so also of what is stated per job.
  var level: Number

  /// Whether the size changes over time, because something it is made of has a schedule.
  func varies(with profile: [Curve<Number>]) -> Bool {
    let own = [jobs, output, localTax, totalTax, land]
    let derived: [Sector.Number] = [.outputPerJob, .jobsPerArea]
    return own.contains { $0?.schedule != nil }
      || derived.contains { profile[$0.rawValue].schedule != nil }
  }

  /// Whether something of it goes by age.
  var goesByAge: Bool {
    [jobs, output, localTax, totalTax, land].contains { $0?.isByAge ?? false }
  }

  /// The tax that is pledged.
  var pledge: Curve<Number>? { localTax ?? totalTax }
}

/// Why a size could not be derived.
enum SizeFailure: Error {
  /// What it takes to make a yuan of output is more than any number.
  case beyondMeasure
  /// Nothing says how much it makes.
  case noOutput
  /// Output is known, but not how many people make it.
  case noJobs
  /// Nothing says how much it makes, and nothing how many people work there.
  case neither
  /// No tax grows with output, so a pledge says nothing of it.
  case pledgeWithoutTaxes
  /// No tax depends on a stated output, so a pledge beside it cannot be met.
  case pledgeBesideOutput
  /// The taxes that do not depend on output are more than the pledge already.
  case pledgeTooSmall(fixed: Double)
  /// In some draws it can be derived, or otherwise, and in others not.
  case drawsDiffer
}

extension Plan {
  /// Whether something holds in every draw, or in none.
  private func holds(_ verdict: Bool?) throws(SizeFailure) -> Bool {
    guard let verdict else { throw .drawsDiffer }
    return verdict
  }

  /// Whether a number is nought or more, in every draw or in none.
  private func isNothingOrMore(_ number: Number) throws(SizeFailure) -> Bool {
    try holds(Number.verdict(number.isAtLeast(Number.zero)))
  }

  /// The size of a tenant from what is read at an instant and an age, both in months.
  func size(
    _ rule: SizeRule<Number>, profile: [Curve<Number>], isUrban: Bool, at instant: Number,
    age: Number
  ) throws(SizeFailure) -> FirmSize<Number> {
    func read(_ number: Sector.Number) -> Number {
      profile[number.rawValue].value(at: instant, age: age)
    }
    func read(_ curve: Curve<Number>?) -> Number? { curve?.value(at: instant, age: age) }
    func isPositive(_ number: Number) throws(SizeFailure) -> Bool {
      try holds(number.isAboveNothing)
    }

    let outputPerJob = read(.outputPerJob)
    let jobsPerArea = read(.jobsPerArea)
    let jobs = read(rule.jobs)
    let land = read(rule.land)

    let output: Number
    var taxFactor: Number?
    if let given = read(rule.output) {
      output = given
      if let pledge = read(rule.pledge) {
        taxFactor = try self.taxFactor(rule, profile, isUrban, output: given, pledge: pledge)
      }
    } else if let pledge = rule.pledge {
      let taxes = taxAtFullOperation(rule, profile, isUrban, localOnly: rule.localTax != nil)
      guard let taxes else { throw .noJobs }
      guard try holds(taxes.constant.isFinite), try holds(taxes.slope.isFinite) else {
        throw .beyondMeasure
      }
      guard try isPositive(taxes.slope) else { throw .pledgeWithoutTaxes }
      output = (pledge.value(at: instant, age: age) - taxes.constant) / taxes.slope
      guard try isNothingOrMore(output) else { throw .pledgeTooSmall(fixed: taxes.constant[0]) }
    } else if let jobs,
      try isNothingOrMore(profile[Sector.Number.outputPerJob.rawValue].constant)
    {
      output = jobs * outputPerJob
    } else if let land, try isPositive(jobsPerArea), try isNothingOrMore(outputPerJob) {
      output = land * jobsPerArea * outputPerJob
    } else {
      let makesSomething = try isPositive(outputPerJob)
      throw jobs == nil && !makesSomething ? .neither : .noOutput
    }

    let people: Number
    if let jobs {
      people = jobs
    } else if try isPositive(outputPerJob) {
      people = output / (outputPerJob * rule.level)
    } else {
      throw .noJobs
    }
    let isDense = try isPositive(jobsPerArea)
    let ground = land ?? (isDense ? people / jobsPerArea : Number.zero)
    return FirmSize(
      output: output, jobs: people, land: ground,
      floor: read(rule.floor) ?? people * read(.floorPerJob),
      investment: read(rule.investment) ?? ground * read(.investmentPerArea),
      taxFactor: taxFactor)
  }

  /// f, with which both an output and a pledge hold. Model 4, size.
  private func taxFactor(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ isUrban: Bool, output: Number,
    pledge: Number
  ) throws(SizeFailure) -> Number {
    let taxes = taxAtFullOperation(
      rule, profile, isUrban, localOnly: rule.localTax != nil, stated: output)
    guard let taxes else { throw .noJobs }
    guard try holds(taxes.constant.isFinite), try holds(taxes.slope.isFinite) else {
      throw .beyondMeasure
    }
    guard try holds(taxes.slope.isAboveNothing) else { throw .pledgeBesideOutput }
    let factor = (pledge - taxes.constant) / taxes.slope
    guard try isNothingOrMore(factor) else { throw .pledgeTooSmall(fixed: taxes.constant[0]) }
    guard try holds(factor.isFinite) else { throw .beyondMeasure }
    return factor
  }

  /// The part of output that VAT is levied on: a part of what is bought is credited, exports go free.
  func vatShare(valueAdded: Number, creditable: Number, exports: Number) -> Number {
    let credited = creditable * (Number.one - valueAdded)
    return ((Number.one - credited) * (Number.one - exports)).maximum(Number.zero)
  }
}
