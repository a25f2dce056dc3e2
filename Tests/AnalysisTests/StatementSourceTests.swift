import Analysis
import Diagnostics
import Language
import ParkModel
import Simulation
import Testing

/// Where a number comes from.
@Suite("sources of numbers")
struct StatementSourceTests {
  private func sources() throws -> StatementSources {
    let text = """
      use china
      assume base = 2%
      assume g = base * 1.5
      cite g "a guess" evidence=A
      park a area=10ha
      sector own output_per_job=1M ramp=4y
      firm f park=a sector=toys arrives=2020 jobs=100 growth=g*1.2
      firm o park=a sector=own arrives=2020 jobs=100
      cite f.jobs "its founder" evidence=S
      set toys wage=8万元
      """
    var scenario = Scenario()
    for statement in Script(SourceText(name: "a.park", text: text)).statements {
      guard let edit = try StatementReader.edit(statement, in: scenario) else { continue }
      try edit.apply(to: &scenario)
    }
    return StatementSources(scenario)
  }

  @Test("what a firm says comes from its statement, with its citation")
  func own() throws {
    let source = try #require(try sources().source(of: StatementKey("f", "jobs")))
    #expect(source.origin == .statement)
    #expect(source.subject == "f.jobs")
    #expect(source.written == "100")
    #expect(source.place == "a.park:7")
    #expect(source.evidence == "S")
    #expect(source.citation == "its founder")
  }

  @Test("an expression shows the assumptions in it, and those in them")
  func through() throws {
    let source = try #require(try sources().source(of: StatementKey("f", "growth")))
    #expect(source.written == "g * 1.2")
    #expect(source.through.map(\.subject) == ["g"])
    #expect(source.through.map(\.written) == ["base * 1.5"])
    #expect(source.through.map(\.place) == ["a.park:3"])
    #expect(source.through.map(\.evidence) == ["A"])
    #expect(source.through.first?.through.map(\.subject) == ["base"])
  }

  @Test("what a firm does not say comes from its sector, else the library, else the default")
  func inherited() throws {
    let sources = try sources()
    let ramp = try #require(sources.source(of: StatementKey("o", "ramp")))
    #expect(ramp.subject == "own.ramp" && ramp.place == "a.park:6")
    let margin = try #require(sources.source(of: StatementKey("f", "margin")))
    #expect(margin.origin == .library && margin.subject == "toys.margin")
    #expect(margin.place.hasPrefix("library china:") && margin.evidence == "A")
    let elasticity = try #require(sources.source(of: StatementKey("o", "rail_elasticity")))
    #expect(elasticity.subject == "model.rail_elasticity" && elasticity.evidence == "D")
    let exports = try #require(sources.source(of: StatementKey("o", "exports")))
    #expect(exports.origin == .fallback && exports.written == "0" && exports.place.isEmpty)
    #expect(sources.source(of: StatementKey("o", "nothing")) == nil)
    #expect(sources.source(of: StatementKey("nobody", "jobs")) == nil)
  }

  @Test("a library's source does not speak for a number that was changed")
  func changed() throws {
    let wage = try #require(try sources().source(of: StatementKey("f", "wage")))
    #expect(wage.origin == .statement && wage.place == "a.park:10")
    #expect(wage.evidence.isEmpty && wage.citation.isEmpty)
  }
}
