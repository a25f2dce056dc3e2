import Diagnostics
import Foundation
import Language
import TestSupport
import Testing

@testable import ParkModel

/// Draws by a program of plain operations are those that expressions come to.
@Suite("programs of inputs")
struct InputProgramTests {
  private func open(_ text: String) throws -> OpenScenario {
    try OpenScenario(scenario(ProgramCases.start + text))
  }

  @Test(
    "a program's values are those of expressions, and it has none where they have none",
    arguments: ProgramCases.exact)
  func exactly(_ text: String) throws {
    let found = try ProgramAgreement(open(text), points: 250, seed: 7, text)
    #expect(found.agreed > 40 && found.apart == 0, "\(text): \(found)")
  }

  /// A condition fails at some points that have values: a bare number that comes to nought, and a choice
  /// of which both sides have to be known.
  static let cautious = [
    "set p1 investment=a * (b - 2) * 100000000 + money",
    "set p1 investment=if(a > 1, b * 100000000, money)",
    "set p1 investment=if(b > 0, money / b, 0)",
    "assume safe = ln(b)\nset f jobs=if(b > 0, safe, a)",
  ]

  @Test("where it is not sure a program has no value", arguments: cautious)
  func cautiously(_ text: String) throws {
    let found = try ProgramAgreement(open(text), points: 600, seed: 8, text)
    #expect(found.agreed > 100, "\(text): \(found)")
  }

  @Test("a bare number that comes to nought has the unit beside it, and so no program's value")
  func nought() throws {
    let open = try open("set p1 investment=(b - 2) * 1000 + 30M USD * a + 1234567.89元")
    let program = try #require(open.program)
    for b in [2, 2.5] {
      let point = Dictionary(
        uniqueKeysWithValues: open.parameters.map {
          ($0.name, $0.name == "b" ? b : $0.distribution.quantile(0.3))
        })
      let own = try open.values(at: point).map(\.values)
      let mine = program.values(of: open.parameters.compactMap { point[$0.name] })
      #expect(b == 2 ? mine == nil : mine == own)
    }
  }

  /// What is not followed.
  static let without = [
    "set f jobs=if(path > 1, 100 * a, 2)", "set f jobs=if(a > 1, path, 2)",
  ]

  @Test("some inputs have no program", arguments: without)
  func none(_ text: String) throws {
    let open = try open(text)
    #expect(open.program == nil && open.inputCount > 0)
    _ = try open.values(at: [:])
  }

  @Test("every function of the language is followed", arguments: FunctionTable.rows.map(\.name))
  func functions(_ name: String) throws {
    let arguments = name == "if" ? "a > 1, b, a" : "a"
    let found = try ProgramAgreement(
      open("set f jobs=20 * \(name)(\(arguments))"), points: 100, seed: 9, name)
    #expect(found.agreed > 50)
  }

  @Test("generated expressions come to the same", arguments: Sample.every(4, of: 0..<24))
  func generated(_ block: Int) throws {
    var (agreed, refused, apart, without) = (0, 0, 0, 0)
    for seed in block * 50..<block * 50 + 50 {
      var writer = ExpressionWriter(seed: UInt64(seed))
      let text = writer.statement()
      guard let open = try? open(text) else { continue }
      guard open.program != nil else {
        without += 1
        continue
      }
      let found = try ProgramAgreement(open, points: 60, seed: UInt64(seed), text)
      agreed += found.agreed
      refused += found.refused
      apart += found.apart
    }
    #expect(agreed > 500 && refused > 0, "\(agreed), \(refused)")
    #expect(apart * 10 < agreed, "\(apart) of \(agreed)")
    #expect(without <= 5, "\(without)")
  }

  @Test("a long chain of assumptions, and deep brackets, are followed")
  func chain() throws {
    let links = (1...40).reversed().map { "assume x\($0) = x\($0 - 1) * 1.001 + a" }
    let nested = String(repeating: "(", count: 40) + "x40" + String(repeating: " + 1)", count: 40)
    let open = try open(
      (links + ["assume x0 = b", "set f jobs=\(nested)"]).joined(separator: "\n"))
    #expect(try ProgramAgreement(open, points: 40, seed: 3).agreed > 5)
    let deep = String(repeating: "-(", count: 98) + "a" + String(repeating: ")", count: 98)
    #expect(try ProgramAgreement(self.open("set f jobs=\(deep)"), points: 40, seed: 4).agreed > 5)
  }

  @Test("a parameter that is no number has none")
  func infinite() throws {
    let open = try open("set f jobs=if(a > 1, 2, 3)")
    let program = try #require(open.program)
    let names = open.parameters.map(\.name)
    for name in ["a", "g.jobs"] {
      let values = open.parameters.map { $0.name == name ? .infinity : $0.distribution.central }
      #expect(program.values(of: values) == nil)
      #expect(throws: Diagnostic.self) {
        try open.values(at: Dictionary(uniqueKeysWithValues: zip(names, values)))
      }
    }
  }

  @Test("what several inputs are made of is worked out once")
  func sharing() throws {
    let many = (1...60).map {
      "firm f\($0) park=p sector=toys arrives=2022 jobs=\($0) * both"
    }
    let one = try #require(try open("set f jobs=both").program)
    let all = try #require(try open(many.joined(separator: "\n")).program)
    // A number, a product and the two ends of the range, which are shared.
    #expect(all.operations.count <= one.operations.count + 60 * 4)
    #expect(all.operations.count { if case .parameter = $0 { true } else { false } } == 4)
  }

  @Test("where nothing is uncertain a program is empty")
  func certain() throws {
    let program = try #require(
      try OpenScenario(scenario("scenario start=2021 end=2031\nassume x = 3\n")).program)
    #expect(program.operations.isEmpty && program.inputs.isEmpty)
    #expect(program.values(of: []) == [])
  }

  @Test(
    "scripts with ranges come to the same",
    arguments: ["Tests/Benchmarks/Ensembles/workload.park", "Scenarios/quzhou-ranges.park"])
  func scripts(_ path: String) throws {
    let open = try OpenScenario(script(path))
    let usual = try ProgramAgreement(open, points: 400, seed: 1, isWild: false, path)
    #expect(usual.agreed == 400)
    let wild = try ProgramAgreement(open, points: 400, seed: 2, path)
    #expect(wild.apart == 0 && wild.agreed > 50, "\(wild)")
  }

  @Test("the ranges of the library come to the same")
  func library() throws {
    let text = "scenario start=2021 end=2031\nuse china\nuse china-ranges\n"
    let open = try OpenScenario(scenario(text))
    #expect(open.inputCount > 100)
    #expect(try ProgramAgreement(open, points: 100, seed: 1, isWild: false).agreed > 50)
    _ = try ProgramAgreement(open, points: 200, seed: 2)
  }

  /// The scenario of a script of the repository, with those that it opens.
  private func script(_ path: String) throws -> Scenario {
    var result = Scenario()
    try read(path, into: &result)
    return result
  }

  private func read(_ path: String, into scenario: inout Scenario) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    for statement in Script(SourceText(name: path, text: text)).statements {
      let words = statement.text.split(separator: " ")
      if words.first == "open" {
        try read("Scenarios/\(words[1])", into: &scenario)
      } else if let edit = try? StatementReader.edit(statement, in: scenario) {
        try edit.apply(to: &scenario)
      }
    }
  }
}
