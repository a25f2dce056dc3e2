import Diagnostics
import ParkModel
import Testing

@Test("a list of very many names is read and missed in seconds", .timeLimit(.minutes(10)))
func manyNames() throws {
  let names = (0..<50_000).map { "a\($0)" }.joined(separator: ", ")
  let made = try scenario("rail r from=x opens=2020 to=[\(names)]")
  #expect(made.problems().count == 50_001)
}

@Test("very many sources of one thing are kept", .timeLimit(.minutes(10)))
func manySources() throws {
  let made = try scenario("city a\n" + String(repeating: "cite a \"x\"\n", count: 5000))
  #expect(made.entity(named: "a")?.citations.count == 5000)
}

@Test("a long chain is removed with everything that hangs on it", .timeLimit(.minutes(10)))
func longCascade() throws {
  let cities = (1...300).map { "city c\($0) core=c\($0 - 1)" }.joined(separator: "\n")
  let made = try scenario("city c0\n\(cities)\nremove c0 --cascade")
  #expect(made.isEmpty)
}

@Test("many surtaxes in a row end, and in a circle are found", .timeLimit(.minutes(10)))
func surtaxChains() throws {
  func chain(_ last: String) -> String {
    (0..<300).map { "tax c\($0) base=tax:\($0 == 299 ? last : "c\($0 + 1)") rate=1% local=100%" }
      .joined(separator: "\n")
  }
  #expect(problem(chain("c0"))?.slug == "circular-tax")
  #expect(problem("tax vat base=vat rate=1% local=100%\n" + chain("vat")) == nil)
  // A tail that leads into a circle that it is no part of.
  #expect(problem("tax z base=tax:c0 rate=1% local=100%\n" + chain("c1"))?.slug == "circular-tax")
}
