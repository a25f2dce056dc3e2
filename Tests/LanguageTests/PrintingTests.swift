import Diagnostics
import Language
import Quantities
import TestSupport
import Testing

@Test(
  "the canonical text has one way to write a thing",
  arguments: [
    ("1.2%*70%", "1.2% * 70%"), ("1+2", "1 + 2"), ("１２．３５亿元", "12.35亿元"),
    ("2 to 34min", "2 to 34min"),
    ("12.35bnyuan", "12.35bn yuan"), ("5 year", "5 year"), ("18 months", "18 months"),
    ("18months", "18 months"),
    ("41.5 ha", "41.5ha"), ("( 1 )", "(1)"), ("[a,b , c,]", "[a, b, c]"),
    ("{2021:8%}", "{2021: 8%}"),
    ("a^-2", "a^-2"), ("- a", "-a"), ("--a", "- -a"), ("not  a", "not a"), ("“衢州”", "\"衢州\""),
    ("1e9", "1e9"),
    ("tax:vat", "tax:vat"),
    ("２０２１－０６", "2021-06"), ("2021 .. 2030", "2021..2030"), ("5 %", "5%"), ("5 / ha", "5 / ha"),
    ("60/ha", "60/ha"),
    ("a in 万 元", "a in 万元"), ("5%/year", "5%/year"), ("f( a:1 )", "f(a: 1)"),
    ("5万 yuan", "5万 yuan"),
  ])
func canonicalTexts(text: String, canonical: String) throws {
  #expect(try expression(text).canonical == canonical)
}

@Test("printing and reading again gives the same expression", arguments: 1...40)
func printingReadsBack(seed: UInt64) throws {
  var writer = ExpressionWriter(seed: seed)
  for _ in 0..<50 {
    let text = writer.expression()
    let first = try expression(text)
    let canonical = first.canonical
    let second = try expression(canonical)
    #expect(second.canonical == canonical, "seed \(seed): \(text)")
    #expect(shape(second) == shape(first), "seed \(seed): \(text)")
  }
}

/// Writes random expressions of the grammar, with extreme numbers and every unit.
private struct ExpressionWriter {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int(generator.next() % UInt64(choices.count))]
  }

  private mutating func space() -> String { pick(["", " ", "  ", "\t", "\u{3000}", " \\\n "]) }

  mutating func expression(_ depth: Int = 0) -> String {
    let simple = depth > 4
    switch pick(simple ? [0, 1, 2, 3] : Array(0...13)) {
    case 0, 1: return number()
    case 2: return pick(["a", "smart.area", "no-rail", "衢州", "tax:vat", "ｘ", "x_y", "sector.vat"])
    case 3:
      return pick([
        "2020-12", "2020H1", "2020Q4", "2025-12-26", "\"text # ; \\\" \"", "“衢”", "２０２０－０２",
      ])
    case 4: return "(" + space() + expression(depth + 1) + space() + ")"
    case 5:
      return "[" + list(depth) + pick(["", ",", " , "]) + "]"
    case 6:
      return pick(["max", "f", "ramp", "衢"]) + "(" + list(depth) + ")"
    case 7:
      return "{"
        + (0...Int(generator.next() % 3)).map { _ in
          expression(depth + 1) + space() + ": " + expression(depth + 1)
        }.joined(separator: pick([",", " , ", "，"])) + "}"
    case 8: return pick(["tax", "tax.vat"]) + "[" + list(depth) + "]"
    case 9: return "-" + space() + "(" + expression(depth + 1) + ")"
    case 10: return "not (" + expression(depth + 1) + ")"
    case 11:
      return "(" + expression(depth + 1) + ")" + space() + ".." + space() + "("
        + expression(depth + 1) + ")"
    case 12:
      return "(" + expression(depth + 1) + ") in "
        + pick(["ha", "万元/亩", "bn yuan", "%", "k", "百万元", "万 元", "tce/万元", "k/ha"])
    default:
      let sign = pick([
        " + ", " - ", "*", " / ", "^", "==", " != ", "<", "<=", " and ", " or ", " to ",
      ])
      return operand(depth) + sign + operand(depth)
    }
  }

  /// Either side of an operator: `to` takes no second one, so anything loose is in brackets.
  private mutating func operand(_ depth: Int) -> String {
    pick([true, false]) ? number() : "(" + expression(depth + 1) + ")"
  }

  private mutating func list(_ depth: Int) -> String {
    (0...Int(generator.next() % 3)).map { _ in expression(depth + 1) }
      .joined(separator: pick([", ", " ,", "、"]))
  }

  private mutating func number() -> String {
    let digits = pick([
      "0", "1", "12.35", "1e290", "1e-300", "4.9e-324", "9007199254740993", "0.1", "１２．３５", "2021",
      "000", "1E+2",
    ])
    let magnitude = pick(["", "", "万", "亿", "k", "M", "bn", "百万", "千", "万亿"])
    let unit = pick(["", ""] + UnitTable.names)
    let divisor = pick(["", "", "", "/year", "/亩", "/ha/年"])
    let join = unit.first?.isASCII == true || pick([true, false]) ? " " : ""
    if unit.isEmpty, magnitude.isEmpty, pick([true, false]) {
      return digits + pick(["%", " %", "％"])
    }
    return digits + space() + magnitude + join + unit + divisor
  }
}
