import Diagnostics
import Language
import TestSupport
import Testing

@Test(
  "an expression nested without end is refused, not followed",
  arguments: ["(", "[", "{1: ", "{", "-", "not ", "f(", "a[", "1 + (", "2^", "{(1)+", "f(1: "])
func deepNesting(piece: String) {
  let text = String(repeating: piece, count: 10_000)
  #expect(["too-deep", "unclosed"].contains(problem(text + "1")?.slug))
}

@Test(
  "a chain without end is refused, also inside a key",
  arguments: [("1", "+1"), ("a", " and a"), ("a", " in ha"), ("1", "..1")])
func longChains(first: String, link: String) {
  let chain = first + String(repeating: link, count: 10_000)
  #expect(problem(chain)?.slug == "too-deep")
  var keys = "1"
  for _ in 0..<120 { keys = "{\(keys): 1}" + String(repeating: " + 1", count: 150) }
  #expect(problem(keys)?.slug == "too-deep")
}

@Test("values in a row cost no depth", arguments: [" + ", " - ", " * ", " and ", " or "])
func flatChains(sign: String) throws {
  for count in [200, 4_900] {
    let text = Array(repeating: "a", count: count).joined(separator: sign)
    let expression = try expression(text)
    #expect(expression.chain.links.count == count - 1)
    #expect(expression.canonical == text)
  }
  let brackets = String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60)
  #expect(problem(Array(repeating: brackets, count: 300).joined(separator: " + ")) == nil)
}

@Test(
  "a unit with very many divisors is refused at once", .timeLimit(.minutes(10)),
  arguments: ["/jobs", "/t", "/人"])
func manyDivisors(divisor: String) {
  #expect(problem("1" + String(repeating: divisor, count: 300_000))?.slug == "too-large")
  #expect(problem("1 in ha" + String(repeating: divisor, count: 300_000))?.slug == "too-large")
  #expect(problem("1" + String(repeating: divisor, count: 6)) == nil)
}

/// Ten million bytes; the unoptimised tests make do with a tenth.
#if DEBUG
  private let long = 1_000_000
#else
  private let long = 10_000_000
#endif

@Test(
  "a line of ten million bytes is read in seconds",
  .timeLimit(.minutes(10)),
  arguments: [
    [UInt8](repeating: 0x61, count: long), [0x22] + [UInt8](repeating: 0x62, count: long),
    [0x23] + [UInt8](repeating: 0xFF, count: long),
  ])
func longLines(bytes: [UInt8]) {
  let script = Script(SourceText(name: "test", utf8: bytes))
  #expect(script.statements.count + script.closing.count == 1)
}

@Test("a number of a million digits is one number", .timeLimit(.minutes(10)))
func longNumber() throws {
  let text = String(repeating: "7", count: 1_000_000)
  #expect(problem(text)?.slug == "too-large")
  #expect(problem("0." + text) == nil)
}

@Test(
  "a long run of marks or broken bytes is a token each",
  arguments: [0x00, 0x28, 0x29, 0x2B, 0x3D, 0x5C, 0xC3, 0xE8, 0xFF] as [UInt8])
func longRuns(byte: UInt8) {
  let source = SourceText(name: "test", utf8: [UInt8](repeating: byte, count: 200_000))
  let tokens = Lexer.tokens(of: source).tokens
  #expect(tokens.count >= 100_000 && tokens.count <= 200_001)
}

@Test("random bytes are read to the end", arguments: 1...20)
func randomBytes(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  for _ in 0..<50 {
    let bytes = (0..<Int(generator.next() % 60)).map { _ in
      UInt8(truncatingIfNeeded: generator.next())
    }
    let script = Script(SourceText(name: "test", utf8: bytes))
    for statement in script.statements {
      var reader = ArgumentReader(statement)
      _ = try? reader.expression()
    }
  }
}
