import Diagnostics
import Language
import Quantities
import Testing

/// What a plain run takes of a distribution.
private func central(_ text: String) throws(Diagnostic) -> Double {
  let source = SourceText(name: "test", text: text)
  let expression = try expression(text)
  _ = try TypeChecker(source: source).type(expression)
  return try Evaluator(source: source).quantity(expression).value
}

/// Model 9: the mode of triangular and PERT, the likeliest value of discrete and bernoulli, the
/// median otherwise.
@Test(
  "a plain run takes the central value of a distribution",
  arguments: [
    ("normal(5%, 1%)", 0.05), ("lognormal(300, 0.5)", 300), ("uniform(2, 5)", 3.5),
    ("triangular(2%, 6%, 12%)", 0.06), ("pert(1, 4, 5)", 4), ("bernoulli(0.5)", 0),
    ("bernoulli(50.1%)", 1), ("discrete(1: 0.3, 2: 0.7)", 2), ("discrete(3: 0.5, 2: 0.5)", 3),
    // √(100·400) = 200: lognormal between positive ends; the middle where one is not.
    ("100 to 400", 200), ("-2 to 34", 16), ("0 to 1.5", 0.75), ("-5 to -1", -3),
    // The arcsine law and its like are symmetrical; F(x) = x^a for b = 1; F(x) = 1 - (1-x)^b for
    // a = 1.
    ("beta(4, 4)", 0.5), ("beta(0.5, 0.5)", 0.5), ("beta(5, 1)", 0.870_550_563_296_124_1),
    ("beta(1, 7)", 0.094_276_335_736_093_05),
    // scipy.special.betaincinv(a, b, 0.5) of SciPy.
    ("beta(2, 3)", 0.385_727_568_132_389_5), ("beta(30, 0.2)", 0.999_299_388_249_818_1),
    ("beta(1000, 2000)", 0.333_296_291_724_751_1),
  ])
func centralValues(text: String, expected: Double) throws {
  #expect(abs(try central(text) - expected) <= 1e-12 * max(1, expected.magnitude))
}

@Test(
  "what is no distribution is refused",
  arguments: [
    "normal(1, -1)", "lognormal(0, 1)", "lognormal(1, -1)", "uniform(2, 1)",
    "triangular(1, 5, 4)", "triangular(5, 4, 3)", "pert(1, 0, 4)", "beta(0, 1)", "beta(1, -1)",
    "bernoulli(1.1)", "bernoulli(-0.1)", "discrete(1: 0.5, 2: 0.6)", "discrete(1: -1, 2: 2)",
    "5 to 5", "5 to 4", "discrete()", "discrete(1, 2)", "normal(1)", "normal(1ha, 1)",
    "lognormal(1ha, 1ha)", "normal(1 to 2, 1)", "1ha to 2yuan", "uniform(1: 2, 3)",
  ])
func noDistributions(text: String) {
  #expect(throws: Diagnostic.self) { try central(text) }
}

@Test(
  "the values of a distribution have the unit that is written",
  arguments: [
    ("2 to 34min", "min"), ("300 to 400万元", "元"), ("discrete(0y: 70%, 18 months: 30%)", "y"),
    ("triangular(0, 1bn yuan, 2bn yuan)", "yuan"), ("normal(5%, 1%)", ""),
  ])
func units(text: String, unit: String) throws {
  let source = SourceText(name: "test", text: text)
  let value = try Evaluator(source: source).quantity(try expression(text))
  #expect(value.unit.text == unit)
}
