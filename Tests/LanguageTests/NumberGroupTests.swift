import Diagnostics
import Language
import Quantities
import Testing

private func said(_ text: String) -> String {
  var reader = ArgumentReader(Script(SourceText(name: "t", text: "x \(text)")).statements[0])
  _ = reader.word()
  do {
    let expression = try reader.expression()
    try reader.end()
    let outcome = try Evaluator(source: reader.source).outcome(expression)
    guard case .scalar(.number(let quantity)) = outcome else { return "?" }
    return "\(quantity.value) \(quantity.unit.text) \(expression.canonical)"
  } catch {
    return error.slug
  }
}

@Test(
  "a number in groups of magnitudes is one number",
  arguments: [
    ("6亿3800万元", "638000000.0 元 6亿3800万元"), ("6亿3800万", "638000000.0  6亿3800万"),
    ("1亿5千万元", "150000000.0 元 1亿5千万元"), ("3万5千人", "35000.0 人 3万5千人"),
    ("30万5千元/亩", "305000.0 元/亩 30万5千元/亩"), ("６亿３８００万元", "638000000.0 元 6亿3800万元"),
    ("1万亿2000亿元", "1200000000000.0 元 1万亿2000亿元"),
    // What could mean two things is refused, as is what is too large.
    ("6亿3800元", "unknown-unit"), ("6亿38000万元", "unknown-unit"), ("6万3亿元", "unknown-unit"),
    ("6.5亿3800万元", "unknown-unit"), ("99999999999999999亿1万元", "unknown-unit"),
  ])
func groups(text: String, expected: String) {
  #expect(said(text) == expected)
}

@Test(
  "a magnitude alone converts money and pure numbers",
  arguments: [
    ("638000000 yuan in 亿", "6.38 亿元"), ("638000000 in 亿", "6.38 亿"),
    ("25000 yuan in 万", "2.5 万元"), ("3e9 yuan in billion", "3.0 billion yuan"),
    ("3e9 yuan in million", "3000.0 million yuan"), ("3e9 in million", "3000.0 million"),
    ("300000 yuan/亩 in 万/亩", "30.0 万元/亩"), ("5ha in 亿", "wrong-dimension"),
    ("3 yuan/year in 亿", "wrong-dimension"),
  ])
func magnitudes(text: String, expected: String) {
  #expect(said(text).hasPrefix(expected), "\(said(text))")
}
