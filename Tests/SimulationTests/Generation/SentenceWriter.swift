import ParkModel

/// Writes declarations by chance: which there are, and what they refer to. Numbers come from the
/// attribute tables, so that a new attribute takes part by itself.
struct SentenceWriter {
  var values: ValueWriter
  var cityNames: [String] = []
  var sectorNames: [String] = []
  var parkNames: [String] = []
  /// Parks whose jurisdiction is stated, and is not left to an enclave.
  private var stated: Set<String> = []
  private var phaseNames: [(name: String, park: String)] = []
  var taxNames: [String] = []
  /// Whether a tax is sure to grow with output, so that a pledge sets a size.
  private var taxesOutput = false

  init(_ seed: Int, _ numbers: GeneratedScript.Numbers, money: Double) {
    values = ValueWriter(seed, numbers, money: money)
  }

  mutating func head() -> [String] {
    let year = 2018 + values.chance.whole(0...2)
    let step = values.chance.pick(["year", "year", "half", "quarter", "month"])
    let years = values.chance.whole(step == "month" || step == "quarter" ? 2...4 : 3...9)
    values.years = year...(year + years)
    var lines = ["scenario start=\(year) end=\(year + years - 1) step=\(step)"]
    for row in EntityKind.model.row.attributes {
      if values.chance.happens(0.4) || row.name == "construction_jobs" {
        lines.append("set model \(values.attribute(row, of: .model))")
      }
    }
    return lines
  }

  mutating func cities() -> [String] {
    cityNames = ["hill", "coast", "plain"].prefix(values.chance.whole(1...3)).map(\.self)
    var lines: [String] = []
    for city in cityNames {
      let core = values.chance.pick(cityNames)
      let words = core == city ? [] : ["core=\(core)"]
      lines.append(declaration(.city, city, words, always: ["gdp"]))
    }
    for (index, city) in cityNames.enumerated() {
      for other in cityNames[(index + 1)...] where values.chance.happens(0.8) {
        lines.append(
          declaration(
            .travel, "\(city)-\(other)", ["from=\(city)", "to=\(other)"], always: ["time"]))
      }
    }
    return lines
  }

  mutating func sectors() -> [String] {
    sectorNames = ["office", "plant"]
    return sectorNames.map { declaration(.sector, $0, [], always: ["output_per_job"]) }
  }

  mutating func taxes() -> [String] {
    let bases = [
      "vat", "profit", "payroll", "output", "value_added", "land", "building", "investment",
    ]
    return (1...6).prefix(values.chance.whole(1...6)).map { number in
      let name = "tax\(number)"
      var base = values.chance.pick(bases)
      if let other = taxNames.last, values.chance.happens(0.3) { base = "tax:\(other)" }
      taxNames.append(name)
      if base == "output" || base == "value_added" { taxesOutput = true }
      let rate: String
      switch base {
      case "land": rate = values.landRate()
      case "vat", "payroll": rate = base == "vat" ? "sector.vat" : "sector.pit"
      case "profit": rate = "sector.cit"
      case "investment": rate = "2%"
      default: rate = values.taxRate()
      }
      let central = values.chance.whole(0...100)
      let province = values.chance.pick([0, (100 - central) / 2, 100 - central])
      let past = self.past(of: base)
      return
        "tax \(name) base=\(base) rate=\(rate) \(past)central=\(central)% province=\(province)% "
        + "local=\(100 - central - province)%"
    }
  }

  /// What makes a tax depend on the past of who pays it.
  private mutating func past(of base: String) -> String {
    guard base == "vat" || base == "profit", values.chance.happens(0.7) else { return "" }
    if base == "profit" {
      let research = values.chance.pick(["", "research_deduction=100% "])
      return "carry_losses=\(values.chance.whole(0...40)) months " + research
    }
    let refund = values.chance.pick(["", "refund=30% ", "refund=100% refund_local=20% "])
    return "input_equipment=\(values.chance.whole(0...20))% input_buildings=9% " + refund
  }

  mutating func parks() -> [String] {
    parkNames = ["east", "west"].prefix(values.chance.whole(1...2)).map(\.self)
    return parkNames.map { park in
      var words = ["urban=\(values.chance.pick(["yes", "no"]))"]
      if values.chance.happens(0.8) { words.append("city=\(values.chance.pick(cityNames))") }
      if values.chance.happens(0.2) {
        stated.insert(park)
        words.append("jurisdiction=\(values.chance.pick(cityNames))")
      }
      return declaration(.park, park, words, always: ["area"])
    }
  }

  func statesJurisdiction(_ park: String) -> Bool { stated.contains(park) }

  mutating func boosts() -> [String] {
    (1...2).prefix(values.chance.whole(0...2)).map { number in
      var words = ["park=\(values.chance.pick(parkNames))"]
      if values.chance.happens(0.5) { words.append("sectors=[\(values.chance.pick(sectorNames))]") }
      if values.chance.happens(0.7) { words.append("from=\(values.date())") }
      if values.chance.happens(0.3) { words.append("until=\(values.lateDate())") }
      return declaration(.boost, "boost\(number)", words)
    }
  }

  mutating func rails() -> [String] {
    guard cityNames.count > 1 else { return [] }
    return (1...3).prefix(values.chance.whole(0...3)).map { number in
      let ends = values.chance.shuffled(cityNames)
      let effect = values.chance.pick(["saves", "time"])
      let without = effect == "saves" ? "time" : "saves"
      return declaration(
        .rail, "rail\(number)", ["from=\(ends[0])", "to=[\(ends[1])]", "opens=\(values.date())"],
        always: [effect], never: [without])
    }
  }

  mutating func phases() -> [String] {
    // The first of each park, mostly, and some more.
    let first = parkNames.filter { _ in values.chance.happens(0.85) }
    let more = (0...1).prefix(values.chance.whole(0...2)).map { _ in values.chance.pick(parkNames) }
    return (first + more).enumerated().map { index, park in
      let number = index + 1
      phaseNames.append(("phase\(number)", park))
      var words = [
        "park=\(park)", "start=\(values.earlyDate())", "complete=\(values.middleDate())",
      ]
      let profile = "profile=\(values.chance.pick(["linear", "s-curve"]))"
      // Every fourth says what it spends a year; no chance is drawn for it.
      let costs = number % 4 == 2 ? ["spending"] : ["investment"]
      if costs == ["investment"] { words.append(profile) }
      return declaration(
        .phase, "phase\(number)", words, always: ["area", "floor"] + costs,
        never: costs == ["spending"] ? ["investment"] : ["spending"])
    }
  }

  mutating func tenants(_ kind: EntityKind, _ count: ClosedRange<Int>) -> [String] {
    let sizes = ["jobs", "output", "land", "total_tax", "local_tax"]
    let usual = ["jobs", "jobs", "output"] + (taxesOutput ? ["total_tax"] : [])
    return (1...9).prefix(values.chance.whole(count)).map { number in
      let park = values.chance.pick(parkNames)
      var words = ["park=\(park)", "sector=\(values.chance.pick(sectorNames))"]
      let phases = phaseNames.filter { $0.park == park }.map(\.name)
      if !phases.isEmpty, values.chance.happens(0.3) {
        words.append("phase=\(values.chance.pick(phases))")
      }
      if kind == .firm {
        words.append("arrives=\(values.arrival())")
      } else {
        words.append("from=\(values.arrival()) until=\(values.lateDate())")
        words.append("pattern=\(values.chance.pick(["even", "bass"]))")
      }
      let isMoved = values.chance.happens(0.3)
      if isMoved { words.append("origin=\(values.chance.pick(cityNames))") }
      let size = values.chance.pick(values.numbers == .typical ? usual : usual + sizes)
      return declaration(
        kind, "\(kind)\(number)", words, always: [size, "firms"],
        never: sizes.filter { $0 != size } + (isMoved ? [] : ["moved"]), seldom: 0.1)
    }
  }

  /// A declaration with its references and some of its numbers.
  mutating func declaration(
    _ kind: EntityKind, _ name: String, _ words: [String], always: [String] = [],
    never: [String] = [], seldom: Double = 0.7
  ) -> String {
    var words = ["\(kind)", name] + words
    for row in kind.row.attributes {
      guard case .number = row.form, !never.contains(row.name) else { continue }
      if always.contains(row.name) || values.chance.happens(seldom) {
        words.append(values.attribute(row, of: kind))
      }
    }
    return words.joined(separator: " ")
  }
}
