import Diagnostics
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

@Test("an unknown library is refused, and none is used twice or over a name that is taken")
func libraryErrors() {
  #expect(problem("use mars")?.slug == "unknown-library")
  #expect(problem("use china\nuse china")?.slug == "twice")
  #expect(problem("city toys\nuse china")?.slug == "declared-twice")
  #expect(problem("use china\ncity toys")?.slug == "declared-twice")
}
