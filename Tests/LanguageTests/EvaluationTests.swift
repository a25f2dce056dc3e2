import Diagnostics
import Language
import Quantities
import Testing

private func type(_ text: String) throws(Diagnostic) -> ExpressionType {
  try TypeChecker(source: SourceText(name: "test", text: text)).type(try expression(text))
}

private func outcome(_ text: String) throws(Diagnostic) -> Outcome {
  let checked = try type(text)
  _ = checked
  return try Evaluator(source: SourceText(name: "test", text: text)).outcome(
    try expression(text))
}

/// A number in a unit, `{…}` for schedules.
private func picture(_ outcome: Outcome) -> String {
  func text(_ value: Scalar) -> String {
    switch value {
    case .number(let quantity):
      "\(NumberFormat.significant(quantity.value, digits: 10))\(quantity.unit.text)"
    case .truth(let truth): "\(truth)"
    case .undefined(let reason): reason.text
    }
  }
  switch outcome {
  case .scalar(let value): return text(value)
  case .schedule(let schedule):
    return zip(schedule.keys, schedule.values).map { key, value in
      "\(NumberFormat.significant(key.order / 12, digits: 6)): \(text(value))"
    }.joined(separator: schedule.isStraight ? " ~ " : ", ")
  case .series: return "series"
  }
}

@Test(
  "expressions come to what a pencil gives",
  arguments: [
    ("2 + 3 * 4", "14"), ("2^3^2", "512"), ("-2^2", "-4"), ("(1 + 2) * 3", "9"),
    ("1.2% * 70%", "0.0084"), ("12.35bn yuan / 41.5ha in 万元/亩", "1,983.935743万元/亩"),
    ("10亿元 / 41.5ha in 万元/亩", "160.64257万元/亩"), ("10亿元 / (30万元/亩) in 亩", "3,333.333333亩"),
    ("5bn + 1亿元", "5,100,000,000yuan"), ("min(3, 1, 2)", "1"), ("max(2ha, 100亩)", "100亩"),
    ("exp(0)", "1"), ("ln(exp(2))", "2"), ("sqrt(16)", "4"), ("41.5ha * 2", "83ha"),
    ("if(2 > 1, 3ha, 4ha)", "3ha"), ("if(2ha < 1ha, 1, 2)", "2"), ("0 + 5ha", "5ha"),
    ("1y + 6 months", "1.5y"), ("(2ha)^2", "4ha·ha"), ("3 yuan / 2 yuan", "1.5"),
    ("0.52 tce/万元 * 3万元", "1.56tce"), ("1/0y == 3 or true", "no"),
    // Comparisons and what joins them.
    ("1 < 2", "true"), ("1ha == 15亩", "true"), ("1 != 1", "false"), ("5bn > 1亿元", "true"),
    ("not 1 > 2", "true"), ("1 < 2 and 3 < 2", "false"), ("1 < 2 or 3 < 2", "true"),
    ("true and not false", "true"),
    // Schedules, value by value, at the keys of both.
    ("{2021: 8%, 2025: 5%} * 2", "2,021: 0.16, 2,025: 0.1"),
    ("{2021: 1, 2025: 2} + {2023: 10, 2025: 20}", "2,021: 11, 2,023: 11, 2,025: 22"),
    ("1 - {0y: 100%, 3y: 50%}", "0: 0, 3: 0.5"),
    ("ramp(2020: 1, 2030: 2) * 3", "2,020: 3 ~ 2,030: 6"),
    ("ramp(2020: 1, 2030: 2) + ramp(2025: 0, 2030: 5)", "2,020: 1 ~ 2,025: 1.5 ~ 2,030: 7"),
    ("if({2021: 1, 2022: 2} > 1, 10, 20)", "2,021: 20, 2,022: 10"),
    ("max({2021: 1, 2022: 5}, 3)", "2,021: 3, 2,022: 5"),
    ("ln({2021: 1, 2022: 1})", "2,021: 0, 2,022: 0"),
  ])
func values(text: String, expected: String) throws {
  guard expected != "no" else {
    #expect(throws: Diagnostic.self) { try outcome(text) }
    return
  }
  #expect(picture(try outcome(text)) == expected)
}

@Test(
  "every expression has a dimension and a kind before it is worked out",
  arguments: [
    ("5%", "a number", "scalar"), ("41.5ha", "an area", "scalar"),
    ("12bn yuan / 41.5ha", "money per area", "scalar"), ("1ha > 2ha", "true or false", "scalar"),
    ("2 to 34min", "a time", "distribution"), ("normal(1, 2) * 3ha", "an area", "distribution"),
    ("{2021: 8%}", "a number over time", "schedule"),
    ("{0y: 100%, 3y: 50%}", "a number by age", "schedule"),
    ("{2021: 1 to 2}", "a number over time", "schedule"),
    ("if(1 > 2, 1ha, 0)", "an area", "scalar"), ("5bn + 3 yuan", "money", "scalar"),
  ])
func types(text: String, phrase: String, kind: String) throws {
  let type = try type(text)
  #expect(type.phrase == phrase)
  #expect(type.kind == kind)
}

@Test(
  "what does not fit is refused before it is worked out",
  arguments: [
    ("2ha + 3 yuan", "wrong-dimension"), ("1ha + 1", "wrong-dimension"),
    ("1yuan + 5%", "wrong-dimension"), ("max(1ha, 1yuan)", "wrong-dimension"),
    ("2^(1ha)", "wrong-dimension"), ("(2ha)^0.5", "wrong-dimension"),
    ("exp(1ha)", "wrong-dimension"), ("5ha in yuan", "wrong-dimension"),
    ("if(true, 1ha, 1y)", "wrong-dimension"), ("if(1, 2, 3)", "wrong-kind"),
    ("1 and 2", "wrong-kind"), ("not 3", "wrong-kind"), ("true + 1", "wrong-kind"),
    ("[1, 2] + 1", "wrong-kind"), ("2020-12 + 1", "wrong-kind"), ("\"a\" * 2", "wrong-kind"),
    ("{2021: 1} + {0y: 1}", "mixed-keys"), ("{2021: 1, 3y: 2}", "mixed-keys"),
    ("{2021: 1, 2022: 1ha}", "wrong-dimension"), ("{}", "empty-schedule"),
    ("{2021: {2022: 1}}", "wrong-kind"), ("nonsense(1)", "unknown-function"),
    ("max()", "wrong-count"), ("sqrt(1, 2)", "wrong-count"), ("exp(a: 1)", "syntax"),
    ("ramp(1, 2)", "syntax"), ("g * 2", "not-a-constant"), ("a.area", "not-a-constant"),
    ("ha * 2", "wrong-kind"), ("tax[2030]", "not-a-constant"), ("(1)[2]", "syntax"),
  ])
func refusedTypes(text: String, slug: String) {
  do throws(Diagnostic) {
    _ = try type(text)
    Issue.record("\(text) was taken")
  } catch {
    #expect(error.slug == slug, "\(text)")
  }
}

@Test(
  "what has no value is refused when it is worked out",
  arguments: [
    ("1/0", "division-by-zero"), ("0^-1", "no-value"), ("(0-1)^0.5", "no-value"),
    ("1e308 * 10", "too-large"), ("1e308 ha in m2", "too-large"),
    ("-1e308 ha in m2", "too-large"), ("ln(0)", "no-value"), ("sqrt(-1)", "no-value"),
    ("exp(1000)", "no-value"), ("{2022: 1, 2021: 2}", "out-of-order"),
    ("{2021: 1, 2021: 2}", "out-of-order"), ("{2021: 1/0}", "division-by-zero"),
    ("ramp(2020: 1, 2030: 2)^2", "not-straight"),
    ("ramp(2020: 1, 2030: 2) * ramp(2020: 1, 2030: 2)", "not-straight"),
    ("1 / ramp(2020: 1, 2030: 2)", "not-straight"),
    ("ramp(2020: 1, 2030: 2) + {2020: 1}", "not-straight"),
    ("exp(ramp(2020: 1, 2030: 2))", "not-straight"),
    ("max(ramp(2020: 1, 2030: 2), 1)", "not-straight"),
  ])
func refusedValues(text: String, slug: String) throws {
  _ = try type(text)
  do throws(Diagnostic) {
    _ = try outcome(text)
    Issue.record("\(text) has a value")
  } catch {
    #expect(error.slug == slug, "\(text)")
  }
}

@Test("a number is what it is however it is written")
func spellings() throws {
  let written = ["12.35亿元", "１２．３５亿元", "1,235,000,000 yuan", "1.235e9 yuan", "1.235bn yuan"]
  let yuan = UnitTable.known("yuan")
  for text in written {
    guard case .scalar(.number(let quantity)) = try outcome(text) else {
      Issue.record("\(text) is no number")
      continue
    }
    #expect(quantity.value(in: yuan) == 1_235_000_000, "\(text)")
  }
}
