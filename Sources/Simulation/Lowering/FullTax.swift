import ParkModel

/// An amount that is a constant and a multiple of output, or of f.
struct Affine<Number: Lane> {
  var constant: Number
  var slope: Number

  static func * (a: Affine, factor: Number) -> Affine {
    Affine(constant: a.constant * factor, slope: a.slope * factor)
  }
}

extension Plan {
  /// The taxes of a year at full operation, as a function of output; nil where jobs are needed and
  /// cannot be known. Schedules are read at the intended opening, and what is stated per job is
  /// carried there by growth. Model 4 and 6.
  ///
  /// With a stated output, as a function of f, by which the taxes that depend on output are
  /// multiplied: those on payroll do not, whatever jobs are derived from. Model 4, size.
  func taxAtFullOperation(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ isUrban: Bool, localOnly: Bool,
    stated: Number? = nil
  ) -> Affine<Number>? {
    let none = Affine(constant: Number.zero, slope: Number.zero)
    return taxesAtFullOperation(rule, profile, isUrban, localOnly: localOnly, stated: stated)?
      .reduce(none) { sum, tax in
        Affine(constant: sum.constant + tax.constant, slope: sum.slope + tax.slope)
      }
  }

  /// The same, tax by tax.
  func taxesAtFullOperation(
    _ rule: SizeRule<Number>, _ profile: [Curve<Number>], _ isUrban: Bool, localOnly: Bool,
    stated: Number? = nil
  ) -> [Affine<Number>]? {
    let instant = rule.opening
    let age = Number.zero
    func read(_ number: Sector.Number) -> Number {
      profile[number.rawValue].value(at: instant, age: age)
    }
    let output = Affine(constant: Number.zero, slope: stated ?? Number.one)
    func fixed(_ number: Number) -> Affine<Number> {
      Affine(constant: number, slope: Number.zero)
    }
    let outputPerJob = read(.outputPerJob) * rule.level
    let jobs: Affine<Number>
    if let given = rule.jobs {
      jobs = fixed(given.value(at: instant, age: age))
    } else if outputPerJob.isAboveNothing != false {
      jobs = stated.map { fixed($0 / outputPerJob) } ?? output * (Number.one / outputPerJob)
    } else {
      return nil
    }
    let jobsPerArea = read(.jobsPerArea)
    let land: Affine<Number>
    if let given = rule.land {
      land = fixed(given.value(at: instant, age: age))
    } else {
      land =
        jobsPerArea.isAboveNothing != false
        ? jobs * (Number.one / jobsPerArea) : fixed(Number.zero)
    }
    let investment =
      rule.investment.map { fixed($0.value(at: instant, age: age)) }
      ?? land * read(.investmentPerArea)

    var amounts: [Affine<Number>] = []
    var parts: [Affine<Number>] = []
    for (tax, kind) in zip(taxes, bases) {
      let base: Affine<Number>
      switch kind {
      case .vat:
        base =
          output
          * vatShare(
            valueAdded: read(.valueAdded), creditable: read(.creditable), exports: read(.exports))
      case .profit:
        let deduction = tax.researchDeduction?.value(at: instant, age: age) ?? Number.zero
        base = output * (read(.margin) - read(.research) * deduction).maximum(Number.zero)
      case .payroll: base = jobs * (read(.wage) * rule.level)
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
      let share =
        localOnly ? tax.shares[levelCount - 1]?.value(at: instant, age: age) ?? .zero : .one
      parts.append(amount * share)
    }
    return parts
  }
}
