import Diagnostics
import Foundation
import Language
import ParkModel
import Testing

private func china() throws -> [Declaration] { Array(try scenario("use china").all) }

private func germany() throws -> [Declaration] { Array(try scenario("use germany").all) }

private let kinds: [EntityKind] = [.sector, .tax]

@Test("the library china reads, and nothing in it refers to what there is not")
func chinaReads() throws {
  let read = try scenario("use china\nscenario start=2018 end=2035")
  #expect(read.problems().isEmpty)
  #expect(
    read.entities(.tax).map(\.name) == [
      "vat", "surtax", "cit", "pit", "property", "land-use", "stamp",
    ])
  #expect(read.entities(.sector).count == 10)
  #expect(read.all.allSatisfy { $0.library == "china" })
}

@Test("every number of the model has a value and a source with an evidence code")
func modelSources() {
  let model = Scenario().model
  #expect(model.attributes.map(\.name).sorted() == model.kind.row.attributes.map(\.name).sorted())
  for attribute in model.attributes {
    #expect(
      model.citations.contains { $0.attribute == attribute.name && $0.evidence != nil },
      "model.\(attribute.name)")
  }
}

@Test("every value of a library has a source with an evidence code", arguments: kinds)
func chinaSources(kind: EntityKind) throws {
  // What the source of a whole profile speaks of, by its words.
  let archetype = ["output_per_job", "value_added", "margin", "jobs_per_area"]
  for entity in try china() + germany() where entity.kind == kind {
    for attribute in entity.attributes {
      let sources = entity.citations.filter { citation in
        citation.attribute == attribute.name
          || citation.attribute == nil && (kind == .tax || archetype.contains(attribute.name))
      }
      #expect(sources.contains { $0.evidence != nil }, "\(entity.name).\(attribute.name)")
    }
  }
}

@Test("no source speaks of what is not there, and every source has words and a code")
func sourcesOfSomething() throws {
  for entity in try china() + germany() + [Scenario().model] {
    for citation in entity.citations {
      #expect(!citation.source.isEmpty && citation.evidence != nil, "\(entity.name)")
      guard let attribute = citation.attribute else { continue }
      #expect(entity.attribute(named: attribute) != nil, "\(entity.name).\(attribute)")
    }
  }
}

@Test(
  "the shares of a tax are those of the law",
  arguments: [
    ("vat", "50%", "50%"), ("cit", "60%", "40%"), ("pit", "60%", "40%"), ("surtax", nil, "100%"),
    ("property", nil, "100%"), ("land-use", nil, "100%"), ("stamp", nil, "100%"),
  ] as [(String, String?, String?)])
func shares(tax: String, central: String?, local: String?) throws {
  let entity = try #require(try scenario("use china").entity(named: tax))
  #expect(entity.attribute(named: "central")?.expression.canonical == central)
  #expect(entity.attribute(named: "local")?.expression.canonical == local)
}

/// Tax on a year's pay by the brackets of 2019, after what is deducted of it.
private func incomeTax(_ taxable: Double) -> Double {
  let brackets = [
    (36_000.0, 0.03, 0.0), (144_000, 0.1, 2_520), (300_000, 0.2, 16_920), (420_000, 0.25, 31_920),
    (660_000, 0.3, 52_920), (960_000, 0.35, 85_920), (.infinity, 0.45, 181_920),
  ]
  let bracket = brackets.first { taxable <= $0.0 } ?? brackets[6]
  return max(0, taxable * bracket.1 - bracket.2)
}

/// The mean rate on pay that is spread lognormally round a mean.
private func meanRate(
  _ pay: Double, spread: Double, contributions: Double, special: Double
) -> Double {
  let parts = 4_000
  let middle = Foundation.log(pay) - spread * spread / 2
  let taxes = (0..<parts).map { part in
    let z = -6 + 12 * (Double(part) + 0.5) / Double(parts)
    let density = Foundation.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    let earned = Foundation.exp(middle + spread * z)
    return incomeTax(max(0, earned * (1 - contributions) - 60_000 - special)) * density * 12
  }
  return taxes.reduce(0, +) / Double(parts) / pay
}

@Test("the income tax rate of each sector is the mean over the brackets, and so are its ends")
func bracketMeans() throws {
  let sectors = try scenario("use china; use china-ranges").entities(.sector)
  for sector in sectors {
    let plain = try #require(try china().first { $0.name == sector.name })
    let pay = try #require(plain.attribute(named: "wage")?.number?.values.first)
    let rate = try #require(plain.attribute(named: "pit")?.number?.values.first)
    let mean = meanRate(pay, spread: 0.4, contributions: 0.175, special: 12_000)
    #expect(abs(rate - mean) < 0.0006, "\(sector.name): \(rate), \(mean)")
    let low = meanRate(pay, spread: 0.2, contributions: 0.225, special: 24_000)
    let high = meanRate(pay, spread: 0.5, contributions: 0.105, special: 12_000)
    let written = try #require(sector.attribute(named: "pit")?.expression.canonical)
    let ends = written.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    #expect(ends.count == 3 && abs(ends[0] / 100 - low) < 0.0006, "\(sector.name): \(low)")
    #expect(abs(ends[2] / 100 - high) < 0.0006, "\(sector.name): \(high)")
  }
}

@Test("what an area gains of its markets is output a worker and entry, and no more")
func railOnce() throws {
  let output = try #require(
    Scenario().model.attribute(named: "rail_elasticity")?.number?.values.first)
  for sector in try china() where sector.kind == .sector && sector.name != "institute" {
    let entry = try #require(
      sector.attribute(named: "attraction_elasticity")?.number?.values.first, "\(sector.name)")
    #expect(abs(output + entry - 0.125) < 1e-12, "\(sector.name)")
  }
}

/// A library of ranges in the place of another's numbers.
@Suite struct RangeTests {
  private let start = "scenario start=2020 end=2030\nuse china\n"

  @Test("a library that changes another is refused without it, with the line to write")
  func needed() {
    let found = problem("use china-ranges")
    #expect(found?.slug == "library-needed")
    #expect(found?.help == ["write `use china; use china-ranges`"])
    #expect(problem("use china\nuse china-ranges\nuse china-ranges")?.slug == "twice")
  }

  /// The values of a schedule as written, or the one value.
  private func values(_ written: String) -> [String] {
    guard written.hasPrefix("{") else { return [written] }
    return written.dropFirst().dropLast().split(separator: ", ")
      .map { String($0.split(separator: ": ").last ?? "") }
  }

  @Test("each range has its source with an evidence code, round the value that it replaces")
  func sources() throws {
    let plain = try scenario(start)
    let ranged = try scenario(start + "use china-ranges")
    var count = 0
    for change in Library.changes(of: "china-ranges") {
      let before = try #require(plain.entity(named: change.name))
      let after = try #require(ranged.entity(named: change.name))
      for attribute in change.attributes {
        count += 1
        let written = attribute.expression.canonical
        let old = try #require(before.attribute(named: attribute.name))
        // By its own source a library's value is told from one that was unset and set again.
        #expect(
          before.citations.contains { $0.attribute == attribute.name }, "\(change.name) \(written)")
        #expect(after.attribute(named: attribute.name)?.library == "china-ranges", "\(written)")
        #expect(written.contains("triangular("), "\(change.name).\(attribute.name)")
        // The value as it was written is the mode, or the factor of which there is a range; of a schedule each key's
        // value stays or is the mode of its range.
        let central = String(old.expression.canonical.split(separator: " * ").last ?? "")
        let isSchedule = central.hasPrefix("{")
        for value in values(central) {
          #expect(
            written.contains(", \(value), ") || isSchedule && written.contains(": \(value)"),
            "\(change.name).\(attribute.name): \(value)")
        }
        let source = after.citations.last { $0.attribute == attribute.name }
        #expect(source?.evidence != nil, "\(change.name).\(attribute.name)")
        #expect(after.citations.count { $0.attribute == attribute.name } == 1)
      }
    }
    #expect(count > 100)
    #expect(ranged.problems().isEmpty)
  }

  private static let changes = [
    "set toys exports=50%", "set toys exports=60%", "unset toys exports", "remove toys",
    "unset toys wage; set toys wage=8万元/year", "set model siphon=0", "set model siphon=4%",
    "set vat \"VAT\"", "cite toys.exports \"the plant itself\" evidence=S",
    "set toys hazard=0", "cite model.siphon \"a paper\"",
    "set land-use rate=6 yuan/m2/year  # ours",
  ]

  @Test(
    "what a scenario says itself stays, whether said before the ranges or after", arguments: changes
  )
  func order(_ change: String) throws {
    let after = try scenario(start + "use china-ranges  # wide\n" + change)
    let before = try scenario(start + change + "\nuse china-ranges  # wide")
    #expect(before.script == after.script)
    let read = try scenario(after.script)
    #expect(picture(read) == picture(after))
    #expect(read.script == after.script)
    #expect(picture(try scenario(before.script)) == picture(after))
  }

  @Test("ranges are one statement of a difference, with what else there is", arguments: changes)
  func difference(_ change: String) throws {
    let own = "city c\npark p city=c area=9ha\nfirm f park=p sector=paper jobs=9 arrives=2021\n"
    let base = start + own
    for (first, second) in [
      (base, base + "use china-ranges"),
      (base + "use china-ranges", base + "use china-ranges\n" + change),
      (base, base + change + "\nuse china-ranges"), (base + "use china-ranges", base),
      ("", base + "use china-ranges\n" + change),
    ] {
      let goal = try scenario(second)
      let found = ScenarioDifference(from: try scenario(first), to: goal)
      var made = try scenario(first)
      try found.apply(to: &made)
      #expect(made.script == goal.script)
      #expect(picture(made) == picture(goal))
    }
    let alone = ScenarioDifference(
      from: try scenario(base), to: try scenario(base + "use china-ranges"))
    #expect(alone.script == "use china-ranges\n")
  }

  @Test("an edit that brings the ranges is taken back to what was there")
  func undone() throws {
    let before = try scenario(start + "set toys exports=50%")
    var now = before
    let script = Script(SourceText(name: "t", text: "use china-ranges"))
    let edit = try #require(try StatementReader.edit(script.statements[0], in: now))
    let back = try Restoration(making: edit, in: &now)
    #expect(now.script != before.script)
    back.apply(to: &now)
    #expect(picture(now) == picture(before))
  }
}

@Test("an unknown library is refused, and none is used twice or over a name that is taken")
func libraryErrors() {
  #expect(problem("use mars")?.slug == "unknown-library")
  #expect(problem("use china\nuse china")?.slug == "twice")
  #expect(problem("city toys\nuse china")?.slug == "declared-twice")
  #expect(problem("use china\ncity toys")?.slug == "declared-twice")
}
