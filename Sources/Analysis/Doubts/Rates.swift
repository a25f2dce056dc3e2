public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// Doubts about shares and rates, where a `%` was probably meant.
public enum Rates {
  /// The library whose country the usual rates are drawn from.
  private static let home = "china"
  private static let highestDiscount = 0.5
  private static let highestGrowth = 0.5
  private static let highestInflation = 0.3

  static let discount = DoubtRow.unusual(
    "high-discount", "the discount rate is above 50 % a year",
    usual: "6 to 8 % a year", source: "Methods and Parameters, 3rd edition: 8 %; SL72-2013: 6 %",
    evidence: "S", in: .boundElsewhere(library: home)
  ) { context in
    let worths = context.own(.metric).flatMap { presentValues(in: $0, context) }
    guard let attribute = context.scenario.model[Model.discount],
      let rate = attribute.number?.largest, rate > highestDiscount
    else { return worths }
    return worths + [
      Doubt(
        context.scenario.model, at: attribute, sentence("discount", rate),
        help: meant(attribute).map { ["did you mean `set model discount=\($0)`?"] } ?? [])
    ]
  }

  static let growth = DoubtRow.unusual(
    "high-growth", "output per job grows by more than 50 % a year", usual: "up to 12 % a year",
    source: "Quzhou, 2016 to 2021: industrial output 8.9 %, fiscal revenue 11.9 %", evidence: "S",
    in: .boundElsewhere(library: home)
  ) { context in
    let row = Sector.Number.growth.row
    return (context.own(.sector, .firm, .cohort) + changedSectors(context)).compactMap { entity in
      guard let attribute = entity[row], let rate = attribute.number?.largest, rate > highestGrowth
      else { return nil }
      return Doubt(
        entity, at: attribute, sentence("growth", rate, of: entity),
        help: meant(attribute).map { ["did you mean `set \(entity.name) growth=\($0)`?"] } ?? [])
    }
  }

  static let inflation = DoubtRow.unusual(
    "high-inflation", "prices rise by more than 30 % a year", usual: "0 to 5 % a year",
    source: "National Bureau of Statistics: consumer prices rose 0.2 to 2.9 % a year, 2012 to 2024",
    evidence: "M", in: .boundElsewhere(library: home)
  ) { context in
    guard let attribute = context.scenario.model[Model.inflation],
      let rate = attribute.number?.largest, rate > highestInflation
    else { return [] }
    return [
      Doubt(
        context.scenario.model, at: attribute, sentence("inflation", rate),
        help: meant(attribute).map { ["did you mean `set model inflation=\($0)`?"] } ?? [])
    ]
  }

  static let bareShare = DoubtRow.unusual(
    "bare-share", "a share is written as a bare number above 1, which is more than 100 %",
    usual: "below 100 %", source: "a share is written with `%`: Language 2", evidence: "A"
  ) { context in
    (context.own(.park, .phase, .rail, .boost, .link, .sector, .firm, .cohort)
      + changedSectors(
        context))
      .flatMap { entity in
        shares(of: entity.kind).compactMap { row -> Doubt? in
          guard let attribute = entity[row], let share = attribute.number?.largest, share > 1,
            meant(attribute) != nil, !attribute.expression.canonical.contains("%")
          else { return nil }
          return Doubt(
            entity, at: attribute, sentence(row.name, share, of: entity),
            help: meant(attribute).map { ["did you mean `set \(entity.name) \(row.name)=\($0)`?"] }
              ?? [])
        }
      }
  }

  // MARK: Rates that a question is given

  /// The rate that an appraisal is given for itself, as it stands in a statement.
  public static func doubt(
    discount rate: DiscountRate, given expression: Expression, in statement: StatementText
  ) -> Diagnostic? {
    guard rate.largest > highestDiscount else { return nil }
    return doubt(sentence("discount", rate.largest), rate.largest, expression, in: statement)
  }

  /// The rates that `npv` is given in a figure.
  public static func doubts(
    of request: FigureRequest, _ scenario: Scenario, in statement: StatementText
  ) -> [Diagnostic] {
    highRates(in: request.expression, request.source, scenario).map { expression, rate in
      doubt(sentence(ofPresentValue: rate), rate, expression, in: statement)
    }
  }

  private static func doubt(
    _ message: Sentence, _ rate: Double, _ expression: Expression, in statement: StatementText
  ) -> Diagnostic {
    var help: [Sentence] = []
    // A hundredth that is as doubtful is not what was meant.
    if rate / 100 <= highestDiscount, let meant = meant(expression), !statement.text.contains("\n")
    {
      let line = replacing(expression, by: meant, in: statement.source, statement.span)
      help = ["did you mean `\(line)`?"]
    }
    return Diagnostic(
      "doubtful", message, at: Location(statement.source, expression.span), severity: .warning,
      help: help)
  }

  /// Rates of `npv` in what a metric is made of.
  private static func presentValues(in metric: Declaration, _ context: DoubtContext) -> [Doubt] {
    guard let value = metric[UserMetric.value] else { return [] }
    let source = value.location.source
    return highRates(in: value.expression, source, context.written).map { expression, rate in
      Doubt(
        metric, at: value, sentence(ofPresentValue: rate, of: metric),
        help: meant(expression).map { meant in
          let text = replacing(expression, by: meant, in: source, value.expression.span)
          return ["did you mean `set \(metric.name) = \(text)`?"]
        } ?? [])
    }
  }

  /// Each rate above the bound behind the comma of an `npv`, with what it comes to.
  private static func highRates(
    in expression: Expression, _ source: SourceText, _ scenario: Scenario
  ) -> [(Expression, Double)] {
    let evaluator = Evaluator(source: source, context: FigureContext(scenario))
    var found: [(Expression, Double)] = []
    var pending = [expression]
    while let next = pending.popLast() {
      pending += next.parts
      guard case .call("npv", let arguments) = next.kind, arguments.count == 2,
        let outcome = try? evaluator.outcome(arguments[1].value),
        let rate = DiscountRate(outcome, from: 0), rate.largest > highestDiscount
      else { continue }
      found.append((arguments[1].value, rate.largest))
    }
    return found.sorted { $0.0.span.lower < $1.0.span.lower }
  }

  /// A piece of a source with another text in the place of an expression.
  private static func replacing(
    _ expression: Expression, by text: String, in source: SourceText, _ span: Span
  ) -> String {
    source.text(in: Span(span.lower, expression.span.lower)) + text
      + source.text(in: Span(expression.span.upper, span.upper))
  }

  private static func sentence(ofPresentValue rate: Double, of metric: Declaration? = nil)
    -> Sentence
  {
    metric.map { "the rate of `npv` in `\($0.name)` is \(DoubtText.percent(rate))" }
      ?? "the rate of `npv` is \(DoubtText.percent(rate))"
  }

  private static func sentence(
    _ name: String, _ share: Double, of entity: Declaration? = nil
  ) -> Sentence {
    entity.map { "`\(name)` of `\($0.name)` is \(DoubtText.percent(share))" }
      ?? "`\(name)` is \(DoubtText.percent(share))"
  }

  /// The same with a `%` behind a bare number; nil for what is no number alone.
  private static func meant(_ attribute: Attribute) -> String? { meant(attribute.expression) }

  private static func meant(_ expression: Expression) -> String? {
    guard case .quantity(let quantity, let text) = expression.kind,
      quantity.dimension == .number, !text.contains("%"), !text.contains(" ")
    else { return nil }
    return text + "%"
  }

  /// Sectors of libraries, of which a scenario may change a number.
  private static func changedSectors(_ context: DoubtContext) -> [Declaration] {
    context.scenario.entities(.sector).filter { $0.library != nil }
  }

  /// Shares that may be more than all, by kind.
  private static func shares(of kind: EntityKind) -> [AttributeRow] {
    switch kind {
    case .boost: [Boost.productivity, Boost.attraction]
    case .link: [Link.attraction, Link.multiplier]
    case .park: [Park.opex]
    case .phase: [Phase.overrun]
    case .rail: [Rail.employment]
    case .cohort, .firm, .sector: [Sector.Number.hazard.row]
    default: []
    }
  }
}
