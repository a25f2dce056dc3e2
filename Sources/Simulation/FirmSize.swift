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
  /// When tax rates are read to turn a pledge into output.
  var opening: Number

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

  /// Why a size could not be derived.
  enum Failure: Error {
    /// What it takes to make a yuan of output is more than any number.
    case beyondMeasure
    /// Nothing says how much it makes.
    case noOutput
    /// Output is known, but not how many people make it.
    case noJobs
    /// No tax grows with output, so a pledge says nothing of it.
    case pledgeWithoutTaxes
    /// The taxes that do not depend on output are more than the pledge already.
    case pledgeTooSmall(fixed: Double)
  }
}

/// An amount that is a constant and a multiple of output.
private struct Affine<Number: Lane> {
  var constant: Number
  var slope: Number

  static func * (a: Affine, factor: Number) -> Affine {
    Affine(constant: a.constant * factor, slope: a.slope * factor)
  }
}

extension Plan {
  /// The size of a tenant from what is read at an instant and an age, both in months.
  func size(
    _ rule: SizeRule<Number>, profile: [Curve<Number>], isUrban: Bool, at instant: Number,
    age: Number
  ) throws(SizeRule<Number>.Failure) -> FirmSize<Number> {
    func read(_ number: Sector.Number) -> Number {
      profile[number.rawValue].value(at: instant, age: age)
    }
    func read(_ curve: Curve<Number>?) -> Number? { curve?.value(at: instant, age: age) }
    func isPositive(_ number: Number) -> Bool { number[0] > 0 }

    let outputPerJob = read(.outputPerJob)
    let jobsPerArea = read(.jobsPerArea)
    let jobs = read(rule.jobs)
    let land = read(rule.land)

    let output: Number
    if let given = read(rule.output) {
      output = given
    } else if let pledge = rule.localTax ?? rule.totalTax {
      let taxes = taxAtFullOperation(rule, profile, isUrban, localOnly: rule.localTax != nil)
      guard let taxes else { throw .noJobs }
      guard taxes.constant[0].isFinite, taxes.slope[0].isFinite else { throw .beyondMeasure }
      guard isPositive(taxes.slope) else { throw .pledgeWithoutTaxes }
      output = (pledge.value(at: instant, age: age) - taxes.constant) / taxes.slope
      guard output[0] >= 0 else { throw .pledgeTooSmall(fixed: taxes.constant[0]) }
    } else if let jobs, profile[Sector.Number.outputPerJob.rawValue].constant[0] >= 0 {
      output = jobs * outputPerJob
    } else if let land, isPositive(jobsPerArea), outputPerJob[0] >= 0 {
      output = land * jobsPerArea * outputPerJob
    } else {
      throw .noOutput
    }

    let people: Number
    if let jobs {
      people = jobs
    } else if isPositive(outputPerJob) {
      people = output / outputPerJob
    } else {
      throw .noJobs
    }
    let safe = isPositive(jobsPerArea) ? jobsPerArea : Number.one
    let ground = land ?? (isPositive(jobsPerArea) ? people / safe : Number.zero)
    return FirmSize(
      output: output, jobs: people, land: ground,
      floor: read(rule.floor) ?? people * read(.floorPerJob),
      investment: read(rule.investment) ?? ground * read(.investmentPerArea))
  }

  /// The taxes of a year at full operation, as a function of output; nil where jobs are needed and
  /// cannot be known. Rates are those of the opening. Model 6.
  private func taxAtFullOperation(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ isUrban: Bool, localOnly: Bool
  ) -> Affine<Number>? {
    let instant = rule.opening
    let age = Number.zero
    func read(_ number: Sector.Number) -> Number {
      profile[number.rawValue].value(at: instant, age: age)
    }
    let output = Affine(constant: Number.zero, slope: Number.one)
    func fixed(_ number: Number) -> Affine<Number> {
      Affine(constant: number, slope: Number.zero)
    }
    let outputPerJob = read(.outputPerJob)
    let jobs: Affine<Number>
    if let given = rule.jobs {
      jobs = fixed(given.value(at: instant, age: age))
    } else if outputPerJob[0] > 0 {
      jobs = output * (Number.one / outputPerJob)
    } else {
      return nil
    }
    let jobsPerArea = read(.jobsPerArea)
    let land: Affine<Number>
    if let given = rule.land {
      land = fixed(given.value(at: instant, age: age))
    } else {
      land = jobsPerArea[0] > 0 ? jobs * (Number.one / jobsPerArea) : fixed(Number.zero)
    }
    let investment =
      rule.investment.map { fixed($0.value(at: instant, age: age)) }
      ?? land * read(.investmentPerArea)

    var amounts: [Affine<Number>] = []
    var sum = fixed(Number.zero)
    for (tax, kind) in zip(taxes, bases) {
      let base: Affine<Number>
      switch kind {
      case .vat: base = output * vatShare(valueAdded: read(.valueAdded), exports: read(.exports))
      case .profit: base = output * read(.margin).maximum(Number.zero)
      case .payroll: base = jobs * read(.wage)
      case .output: base = output
      case .valueAdded: base = output * read(.valueAdded)
      case .land: base = land
      case .building: base = investment * read(.buildingShare)
      case .investment: base = fixed(Number.zero)
      case .tax(let index): base = amounts[index]
      }
      let rate: Number
      switch tax.rate(isUrban: isUrban) {
      case .curve(let curve): rate = curve.value(at: instant, age: age)
      case .sector(let number): rate = read(number)
      }
      let amount = base * rate.maximum(Number.zero)
      amounts.append(amount)
      let share = localOnly ? tax.shares[2]?.value(at: instant, age: age) ?? .zero : .one
      sum.constant += amount.constant * share
      sum.slope += amount.slope * share
    }
    return sum
  }

  /// The part of output that VAT is levied on: inputs are credited at 90 %, exports go free.
  func vatShare(valueAdded: Number, exports: Number) -> Number {
    let credited = Number(0.9) * (Number.one - valueAdded)
    return ((Number.one - credited) * (Number.one - exports)).maximum(Number.zero)
  }
}
