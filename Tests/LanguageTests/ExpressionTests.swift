import Diagnostics
import Language
import Quantities
import Testing

@Test(
  "operators bind from tight to loose as Language 2 lists them",
  arguments: [
    ("1 + 2 * 3", "(1.0 + (2.0 * 3.0))"), ("1 * 2 + 3", "((1.0 * 2.0) + 3.0)"),
    ("1 - 2 - 3", "((1.0 - 2.0) - 3.0)"), ("8 / 4 / 2", "((8.0 / 4.0) / 2.0)"),
    ("2 ^ 3 ^ 2", "(2.0 ^ (3.0 ^ 2.0))"), ("-2 ^ 2", "(-(2.0 ^ 2.0))"),
    ("2 ^ -3", "(2.0 ^ (-3.0))"),
    ("-2 * 3", "((-2.0) * 3.0)"), ("--2", "(-(-2.0))"), ("2ha ^ 2", "(2.0ha ^ 2.0)"),
    ("1 + 2 to 3 * 4", "((1.0 + 2.0) to (3.0 * 4.0))"), ("1 < 2 to 3", "(1.0 < (2.0 to 3.0))"),
    ("1 + 1 == 2", "((1.0 + 1.0) == 2.0)"), ("not 1 == 2", "(not (1.0 == 2.0))"),
    ("not a and b", "((not a) and b)"), ("a or b and c", "(a or (b and c))"),
    ("a and b or c", "((a and b) or c)"), ("not not a", "(not (not a))"),
    ("a or b in ha", "((a or b) in ha)"), ("1 + 2 in 万元", "((1.0 + 2.0) in 万元)"),
    ("a in ha in mu", "((a in ha) in mu)"), ("(1 + 2) * 3", "(<(1.0 + 2.0)> * 3.0)"),
    ("tax[2030] / smart.area in 万元/亩", "((tax[2030.0] / smart.area) in 万元/亩)"),
    ("2021..2030", "(2021.0 .. 2030.0)"), ("a + 1..b", "((a + 1.0) .. b)"),
    ("tax.vat[toys, 2025..2030]", "tax.vat[toys, (2025.0 .. 2030.0)]"),
    ("max(1, a - b, 2ha)", "max(1.0, (a - b), 2.0ha)"), ("f()", "f()"), ("[]", "[]"),
    ("[1, 2,]", "[1.0, 2.0]"),
    ("{2021: 8%, 2025-06: 5%}", "{2021.0: 0.08, date 2025-06: 0.05}"),
    ("{0y: 100%, 3y: 50%}", "{0.0y: 1.0, 3.0y: 0.5}"),
    ("ramp(2021: 8%, 2025: 5%)", "ramp(2021.0: 0.08, 2025.0: 0.05)"),
    ("tax:vat", "tax:vat"), ("tax : vat", nil), ("sector.vat", "sector.vat"),
    ("衢州.area", "衢州.area"),
    ("1.2%*70%", "(0.012 * 0.7)"), ("10亿元 / 41.5ha", "(1000000000.0元 / 41.5ha)"),
    ("a -1", "(a - 1.0)"),
    ("tax[2030] of late / tax[2030]", "((tax[2030.0] of late) / tax[2030.0])"),
    ("a of no-rail ^ 2", "((a of no-rail) ^ 2.0)"), ("-a of b", "(-(a of b))"),
    ("(a - b) of late - c", "((<(a - b)> of late) - c)"),
    ("npv(a) of b in 万元", "((npv(a) of b) in 万元)"),
    ("mean(a of b, 2)", "mean((a of b), 2.0)"), ("a of b of c", nil), ("5 of b", nil),
    ("a of 2030", nil),
    ("of of of", "(of of of)"),
  ] as [(String, String?)])
func precedence(text: String, expected: String?) {
  #expect((try? expression(text)).map(shape) == expected)
}

@Test(
  "a unit follows its number, and the bare end of a range takes the other's",
  arguments: [
    ("12.35亿元", "1235000000.0元"), ("１２．３５亿元", "1235000000.0元"), ("1,235,000,000", "1235000000.0"),
    ("1.235e9", "1235000000.0"), ("12.35bn", "12350000000.0"),
    ("12.35bn yuan", "12350000000.0yuan"),
    ("2 bn yuan", "2000000000.0yuan"), ("30万元/亩", "300000.0元/亩"), ("60/ha", "60.0/ha"),
    ("7M", "7000000.0"),
    ("106.41%", "1.0641"), ("5%/year", "0.05/year"), ("0.52 tce/万元", "0.52tce/万元"),
    ("700万", "7000000.0"),
    ("3千万元", "30000000.0元"), ("2 to 34min", "(2.0min to 34.0min)"),
    ("2min to 34", "(2.0min to 34.0min)"),
    ("1 to 2%", "(0.01 to 0.02)"), ("300 to 400万元", "(3000000.0元 to 4000000.0元)"),
    ("-2 to 34min", "((-2.0min) to 34.0min)"),
    ("2 to 3 bn yuan", "(2000000000.0yuan to 3000000000.0yuan)"),
    ("300k to 1.2M yuan", "(300000.0yuan to 1200000.0yuan)"), ("300 to 1.2k", "(300.0 to 1200.0)"),
    ("2 to 34", "(2.0 to 34.0)"), ("350人", "350.0人"),
    ("41.5 ha", "41.5ha"),
    ("2125.20亿元/year", "212520000000.0元/year"), ("0.1亿", "10000000.0"), ("4.35万", "43500.0"),
    ("1e3k", "1000000.0"),
  ])
func quantities(text: String, expected: String) throws {
  #expect(shape(try expression(text)) == expected)
}

@Test(
  "an attribute's value ends where the next attribute begins",
  arguments: [
    ("delay=0y to 1.5y from=2020", ["delay", "from"]),
    ("a=1 to=b in=c min=2", ["a", "to", "in", "min"]),
    ("a=x b=y", ["a", "b"]), ("a=-1 b=-2", ["a", "b"]), ("a=[1, 2] b=3", ["a", "b"]),
    ("a= 1 b=2", ["a", "b"]),
    ("a=5 ha b=2", ["a", "b"]), ("a=5M yuan=2", ["a", "yuan"]), ("面积＝５ 人=2", ["面积", "人"]),
    ("a=2 or=3", ["a", "or"]), ("a=1 % b=2", ["a", "b"]),
  ])
func attributeEnds(text: String, names: [String]) throws {
  var reader = ArgumentReader(statement(text))
  var found: [String] = []
  while let attribute = try? reader.attribute() { found.append(attribute.name) }
  #expect(found == names)
}

@Test(
  "an attribute that is followed by nothing or by another has no value",
  arguments: ["a=", "a= b=2", "a=;"])
func missingValues(text: String) {
  var reader = ArgumentReader(statement(text))
  #expect(throws: Diagnostic.self) { try reader.attribute() }
}

@Test(
  "what is no expression is refused with one name",
  arguments: [
    ("1 +", "syntax"), ("", "syntax"), ("(1", "unclosed"), ("[1", "unclosed"),
    ("{1: 2", "unclosed"), ("(1]", "syntax"),
    ("1 2", "syntax"), ("a b", "syntax"), ("1 to 2 to 3", "chained"), ("\"a", "unclosed"),
    ("5xyz", "unknown-unit"),
    ("5m", "unknown-unit"), ("5/xyz", "unknown-unit"), ("1 in xyz", "unknown-unit"),
    ("1 in", "syntax"),
    ("1 in 5", "syntax"), ("1e999", "too-large"), ("1e9999999", "too-large"),
    ("1e308亿", "too-large"),
    ("2021-13", "no-such-date"), ("2021-02-30", "no-such-date"), ("2021Q5", "no-such-date"),
    ("{1}", "syntax"),
    ("to 5", "syntax"), ("a.b.", "syntax"), ("1 == ", "syntax"), ("= 1", "syntax"),
    ("not", "syntax"),
    ("a (b)", "syntax"), ("5k bnyuan", "unknown-unit"), ("1 in k bnyuan", "syntax"),
    ("5kbnyuan", "unknown-unit"),
    ("1 in kbnyuan", "unknown-unit"), ("5k万元", "unknown-unit"),
    ("5万 yuan yuan", "syntax"),
  ])
func refusals(text: String, slug: String) {
  #expect(problem(text)?.slug == slug)
}

@Test(
  "`in` takes a magnitude and its unit, together or apart",
  arguments: [
    ("a in bn yuan", "bn yuan"), ("a in bnyuan", "bn yuan"), ("a in 万元", "万元"), ("a in 万 元", "万元"),
    ("a in 千万元", "千万元"), ("a in %", "%"), ("a in 亿", "亿"), ("a in k/ha", "k/ha"),
    ("a in 万元/亩", "万元/亩"),
  ])
func conversionUnits(text: String, unit: String) throws {
  guard case .conversion(_, let found) = try expression(text).kind else {
    Issue.record("no conversion")
    return
  }
  #expect(found.text == unit)
}

@Test("a span covers its piece and nothing else")
func spans() throws {
  let text = "max( 1 + 2ha , 衢州.x)  in 万元/亩"
  let whole = try expression(text)
  let source = SourceText(name: "test", text: text)
  guard case .conversion(let call, _) = whole.kind, case .call(_, let arguments) = call.kind else {
    Issue.record("no call")
    return
  }
  #expect(source.text(in: whole.span) == text)
  #expect(source.text(in: call.span) == "max( 1 + 2ha , 衢州.x)")
  #expect(arguments.map { source.text(in: $0.value.span) } == ["1 + 2ha", "衢州.x"])
}
