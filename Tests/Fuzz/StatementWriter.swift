import ParkModel
import Quantities
import TestSupport

/// Writes random statements about a scenario: extreme numbers, names of any script, comments
/// everywhere. What it writes depends on its seed and the scenario alone.
struct StatementWriter {
  private var generator: ChoiceSource
  /// Whether facts are among the statements.
  var observes = true
  private static let names = [
    "a", "b-2", "衢州", "衢州-智慧", "é", "toys", "paper", "vat", "surtax", "digital", "no-rail", "ТПК",
    "x1",
  ]

  init(seed: UInt64) { generator = ChoiceSource(bytes: [], seed: seed) }

  /// Chooses by these bytes, and where they end by what they hash to.
  init(bytes: [UInt8]) {
    let seed = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    generator = ChoiceSource(bytes: bytes, seed: seed)
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int(generator.next() % UInt64(choices.count))]
  }

  private mutating func chance(_ percent: UInt64) -> Bool { generator.next() % 100 < percent }

  /// One statement, perhaps with comments and blank lines around it.
  mutating func statement(in scenario: Scenario) -> String {
    let before = pick(["", "", "", "\n", "# 注 # ;\n", "\n\n#\n\n# b [\n", "# a\n\n"])
    let behind = pick(["", "", "", " # 后", " ; # x", "\n; # y", "\n\n# closing"])
    return before + bare(in: scenario) + behind + "\n"
  }

  private mutating func bare(in scenario: Scenario) -> String {
    let known = scenario.all.map { $0 } + [scenario.model] + [scenario.header].compactMap { $0 }
    let entity = pick(known)
    let name = entity.kind.isNamed ? entity.name : entity.kind.rawValue
    switch generator.next() % 14 {
    case 0: return pick(["use china", "use china", "use china-ranges"])
    case 1: return "scenario" + title() + " start=2018 end=\(pick(["2020", "2035", "2019H1"]))"
    case 2: return "remove \(name)" + (chance(60) ? " --cascade" : "")
    case 7: return "rename \(name) \(pick(StatementWriter.names))"
    case 3, 4:
      if entity.kind.isDefinition {
        return "set \(name)\(pick([" = ", "="]))" + definition(of: entity.kind, in: scenario)
      }
      let rows = entity.kind.row.attributes
      return "set \(name)" + (chance(20) ? title() : "") + attributes(rows, in: scenario, 15)
    case 5:
      guard !entity.attributes.isEmpty else { return "unset \(name) gdp" }
      let gone = pick(entity.attributes).name
      return "unset \(name) \(gone)" + (chance(20) ? ", \(pick(entity.attributes).name)" : "")
    case 6:
      let about = chance(50) ? "." + pick(entity.kind.row.attributes).name : ""
      return "cite \(name)\(about) \(text())"
        + (chance(50) ? " evidence=\(pick(["S", "D", "M", "A"]))" : "")
        + (chance(30) ? " checked=2021-07-16 kind=law url=\"https://x.y/#z\"" : "")
    case 8 where chance(40):
      let names = known.flatMap { (entity) -> [String] in
        entity.kind == .assume
          ? [entity.name] : entity.attributes.map { "\(entity.name).\($0.name)" }
      }.filter { !$0.contains(" ") }
      guard chance(60), names.count > 1 else {
        return chance(20)
          ? "ensemble off"
          : "ensemble" + attributes(EntityKind.ensemble.row.attributes, in: scenario, 30)
      }
      return "correlate \(pick(names)) \(pick(names)) "
        + pick(["0.5", "-0.5", "0", "off", "-100%"])
    case 9 where observes && chance(40):
      let figure = pick(["tax[2019]", "jobs[a, 2020]", "tax.vat[2018..2019]", "b-2[2020H1]", "tax"])
      guard chance(70) else {
        return pick([
          "remove observe \(figure)", "unset observe \(figure) yoy", "set observe \(figure) yoy=5%",
        ])
      }
      return "observe \(figure) value=" + pick(["10亿元", "1,000", "0", "2 USD", "a.gdp", "1 to 2"])
        + (chance(50) ? " yoy=" + pick(["106.41%", "-100%", "-0.5", "1e6", "2ha"]) : "")
        + (chance(30) ? " source=" + text() + " evidence=S" : "")
    default:
      let kind = pick(EntityKind.allCases.filter(\.isNamed))
      if kind.isDefinition {
        return "\(kind) \(pick(StatementWriter.names))" + title() + " = "
          + definition(of: kind, in: scenario)
      }
      return "\(kind) \(pick(StatementWriter.names))" + title()
        + attributes(kind.row.attributes, in: scenario, 25)
    }
  }

  private mutating func definition(of kind: EntityKind, in scenario: Scenario) -> String {
    switch kind {
    case .unit: return pick(["6.47 yuan", "0.5", "1e9 t", "2ha", "3 min/亩"])
    case .metric:
      return pick(["tax / jobs", "tax.vat[a, 2020]", "mean(jobs) > 3", "b-2 in 万元", "a[衢州]"])
    default: return formula(in: scenario)
    }
  }

  /// An expression with names and distributions, of any dimension.
  private mutating func formula(in scenario: Scenario) -> String {
    let name = reference(.assume, in: scenario)
    return pick([
      "5%", "2 to 34min", "normal(5%, 1%)", "{2021: 8%, 2025: 5% to 6%}", name, "\(name) * 2",
      "(\(name) + 1) / 2", "max(\(name), 3)", "if(\(name) > 1, 1, \(name))", "a.gdp", "-\(name)",
      "discrete(1: 0.25, 2: 75%)", "ramp(2020: 1, 2021: 2) * \(name)", "300 to 400万元",
    ])
  }

  private mutating func title() -> String { chance(40) ? " " + text() : "" }

  private mutating func text() -> String {
    pick([
      "\"\"", "\"智慧产业园\"", "“衢州”", "\"a \\\"b\\\" \\\\ \\n\"", "\"# ; [\"", "\"\u{0}\u{1B}\"",
      "\"a\nb\"",
    ])
  }

  private mutating func attributes(
    _ rows: [AttributeRow], in scenario: Scenario, _ percent: UInt64
  ) -> String {
    var text = ""
    for row in rows where row.isRequired && percent > 15 || chance(percent) {
      text += " \(row.name)=" + value(row, in: scenario)
    }
    return text
  }

  private mutating func value(_ row: AttributeRow, in scenario: Scenario) -> String {
    switch row.form {
    case .number(let unit, let range):
      if chance(15) { return formula(in: scenario) }
      let own = scenario.entities(.unit).map(\.name)
      if !own.isEmpty, chance(20) { return "5 " + pick(own) + pick(["", "/year", "/亩"]) }
      return number(unit, range)
    case .from: return pick(["1800", "2018", "2019Q3", "2020-02-29", "２０１８－０１"])
    case .until: return pick(["2020", "2035", "2300-12-31", "2021H2", "2020-12"])
    case .entity(let kind): return reference(kind, in: scenario)
    case .entities(let kind):
      let first = reference(kind, in: scenario)
      return chance(50) ? first : "[\(first), \(reference(kind, in: scenario))x,]"
    case .choice(let words): return pick(words)
    case .taxBase:
      return pick(["vat", "profit", "land", "output", "tax:" + reference(.tax, in: scenario)])
    case .taxRate:
      return pick(["5%", "1.2%*70%", "4 yuan/m2/year", "sector.vat", "{2021: 8%, 2025: 5%}"])
    case .statistics: return pick(["mean", "[mean, p5]", "[sd, \"p97.5\", p50]"])
    case .text: return text()
    case .expression: return formula(in: scenario)
    }
  }

  /// Mostly the name of something of the kind, at times of what may come later.
  private mutating func reference(_ kind: EntityKind, in scenario: Scenario) -> String {
    let known = scenario.entities(kind).map(\.name)
    return known.isEmpty || chance(10) ? pick(StatementWriter.names) : pick(known)
  }

  private mutating func number(_ unit: Unit, _ range: ClosedRange<Double>) -> String {
    let suffix = unit.text.hasPrefix("1/") ? String(unit.text.dropFirst()) : " " + unit.text
    func text(_ value: Double) -> String { NumberFormat.shortest(value) + suffix }
    let low = range.lowerBound
    let high = range.upperBound
    let ends = [
      low, high, min(high, max(low, 1)), low + (high - low) / 3, min(high, .leastNonzeroMagnitude),
    ]
    switch generator.next() % 6 {
    case 0: return "{2019: \(text(pick(ends))), 2020-06: \(text(pick(ends)))}"
    case 1: return "ramp(0y: \(text(pick(ends))), 18 months: \(text(pick(ends))))"
    case 2: return "(\(text(pick(ends)))) * 1"
    case 3: return "-(-\(text(pick(ends))) ) + 0\(suffix)"
    default: return text(pick(ends))
    }
  }
}

/// Numbers to choose by: the bytes of an input first, then those of a seed.
private struct ChoiceSource {
  private var bytes: ArraySlice<UInt8>
  private var generator: SeededGenerator

  init(bytes: [UInt8], seed: UInt64) {
    self.bytes = bytes[...]
    generator = SeededGenerator(seed: seed)
  }

  mutating func next() -> UInt64 {
    if let byte = bytes.popFirst() { return UInt64(byte) }
    return generator.next()
  }
}
