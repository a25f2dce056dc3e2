import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `appraise against no-rail`: what the net local flows are worth.
enum Appraise {
  static let row = Command(
    "appraise", .results,
    usage:
      "[FIGURE] [against BRANCH] [of CITY] [discount=RATE] [terminal=MONEY] [additional=yes]",
    summary: "say what a city's or county's net flows are worth",
    details: "Present values at the scenario's start, cash in the middle of each step, at\n"
      + "`model.discount` or the rate given; internal rate, payback, benefit–cost ratio and cost of\n"
      + "a job. For each city that has flows and in total, or for one CITY. Against a BRANCH: what\n"
      + "the flows are more than there. What was spent before the start is sunk: where there is any,\n"
      + "each rate, ratio and payback is shown without it and with it, as if spent at the start.\n"
      + "No value is left at the end unless `terminal` gives one. With `additional=yes` local tax and land income\n"
      + "count only at the share that is additional: what `model` states of leakage, displacement,\n"
      + "substitution and deadweight leaves of them, as it does of `jobs.net`. Of a FIGURE of money:\n"
      + "what its steps are worth, their rates and when they pay back.",
    examples: [
      "appraise", "appraise of quzhou discount=6% terminal=2bn",
      "set model deadweight=20%; appraise additional=yes",
      "branch late; set p2 delay=3y; appraise against main",
      "appraise tax.local - investment.public",
    ],
    arguments: [
      .words(["against", "of"]), .branchBehind("against"), .cityBehind("of"),
      .attributes([("discount", []), ("terminal", []), ("additional", yesOrNo)]),
      .metrics,
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let request = try Request(&invocation.reader, session)
    let alternative = try session.alternative(session.branch)
    var other: Alternative?
    if let name = request.branch { other = try session.alternative(name) }
    if let city = request.city { try check(city, alternative, other) }
    let numbers = Numbers(
      source: invocation.reader.source,
      context: FigureContext(session.scenario, alternative.projection, perStep: false))
    let calendar = alternative.projection.calendar
    let given = try numbers.rate(request.discount, from: calendar)
    let rate: DiscountRate
    if let given { rate = given } else { rate = try discountRate(of: session.scenario) }
    let terminal = try numbers.money(request.terminal)
    let source = invocation.reader.source
    var table: Table
    if let figure = request.figure {
      let flows = try FlowWorth.flows(of: figure, source, in: alternative, less: other)
      table = AppraisalTable.table(
        of: FlowWorth(flows, calendar, rate: rate, terminal: terminal), named: figure.canonical)
    } else {
      table = AppraisalTable.table(
        try Appraisal.all(
          of: alternative, against: other, in: request.city?.text, rate: rate,
          terminal: terminal, additional: request.isAdditional),
        areAdditional: request.isAdditional)
    }
    table.remark(
      try chance(
        request, isAgainst: other != nil, rate: given, terminal: terminal, source, &session
      ).map { Table.Note($0) })
    let start = calendar.date(ofStep: 0).text
    let less = request.branch.map { ", less those of branch \($0)" } ?? ""
    let kind =
      request.figure.map { "`\($0.canonical)`" }
      ?? (request.isAdditional ? "additional net local flows" : "net local flows")
    session.printLine("\(kind) of branch \(session.branch)\(less)")
    session.printLine(
      "from \(start) to \(calendar.date(ofStep: calendar.count).text), present values at \(start) "
        + "at \(rate.text(in: calendar, session.figures.style)), cash in the middle of each step")
    if request.isAdditional {
      session.printLine(additionality(of: alternative.projection, session.figures.style))
    }
    if let note = BasisText.real("money stays", session) { session.printLine(note) }
    if let expression = request.discount,
      let doubt = Rates.doubt(discount: rate, given: expression, in: invocation.statement)
    {
      session.print(DiagnosticRenderer(width: session.width).render(doubt))
    }
    let years = Set([alternative, other].compactMap { $0?.projection.priceYear })
    if years.count == 1, !session.settings.isNominal { table.priceYear = years.first }
    session.show(table)
  }

  /// What is said where draws of two branches are no pairs.
  private static let unlike =
    "the branches draw by other seeds, sampling or numbers, so nothing is said of their difference"

  /// How often the net present value is above zero over the draws of an ensemble, and where it lies; a
  /// sentence, or none without an ensemble.
  private static func chance(
    _ request: Request, isAgainst: Bool, rate: DiscountRate?, terminal: Double?,
    _ source: SourceText, _ session: inout Session
  ) throws(Diagnostic) -> [String] {
    func question(_ scenario: Scenario, _ terminal: Double?) -> DrawQuestion {
      DrawQuestion(
        worthOf: request.figure.map { ($0, source) }, of: scenario, in: request.city?.text,
        rate: rate, terminal: terminal, additional: request.isAdditional)
    }
    guard let draws = try session.draws(RunView()) else { return [] }
    let own = try draws.answers(to: [question(session.scenario, terminal)])[0]
    var other: Ensemble.Answered?
    if isAgainst, let name = request.branch, let branch = session.branches[name] {
      guard let ensemble = try session.ensemble(name, RunView()) else {
        return ["branch `\(name)` has no ensemble, so nothing is said of draws"]
      }
      guard ensemble.run.drawsLike(draws.ensemble.run) else { return [Self.unlike] }
      other = try session.access(ensemble)
        .answers(to: [question(branch.scenario, nil)])[0]
    }
    guard let worth = DrawnWorth(own, less: other) else { return [] }
    let style = session.figures.style
    let settings = draws.ensemble.run.settings
    let values = (settings.statistics ?? Statistic.usual).map { statistic in
      "\(statistic) " + (worth.statistics.value(of: statistic).map { style.money($0) } ?? "–")
    }
    return [
      "over the draws net present value is above zero in \(style.percent(worth.chance)): "
        + values.joined(separator: ", "),
      worth.count.sentence(settings),
    ]
  }

  private static let yesOrNo = ["yes", "no"]

  /// At what share local tax and land income count.
  private static func additionality(of projection: Projection, _ style: FigureStyle) -> String {
    let shares = projection.calendar.steps.map {
      projection.additionality(step: $0.lowerBound).share
    }
    let least = shares.min() ?? 1
    let most = shares.max() ?? 1
    guard least < 1 else {
      return "all of them are additional: `model` states no leakage, displacement, substitution or "
        + "deadweight"
    }
    let share =
      least == most
      ? style.percent(least) : "\(style.percent(least)) to \(style.percent(most))"
    return "local tax and land income count at \(share), the share that is additional"
  }

  /// What is asked for.
  private struct Request {
    /// Money over time; nil for the flows of budgets.
    var figure: Expression?
    var branch: String?
    var city: (text: String, place: Location)?
    var discount: Expression?
    var terminal: Expression?
    private var additional: Bool?
    private var additionalPlace: Location?
    var isAdditional: Bool { additional ?? false }

    init(_ reader: inout ArgumentReader, _ session: Session) throws(Diagnostic) {
      while !reader.isAtEnd {
        if let attribute = try reader.attribute() {
          let place = reader.location(attribute.nameSpan)
          switch attribute.name {
          case "discount" where discount == nil: discount = attribute.value
          case "terminal" where terminal == nil: terminal = attribute.value
          case "additional" where additional == nil:
            additional = try Request.choice(attribute.value, reader.source)
            additionalPlace = place
          case "additional", "discount", "terminal":
            throw Diagnostic("twice", "`\(attribute.name)` is given twice", at: place)
          default:
            let near = didYouMean(attribute.name, among: ["additional", "discount", "terminal"])
            throw Diagnostic(
              "unknown-attribute", "`appraise` has no `\(attribute.name)`", at: place,
              help: near.isEmpty
                ? ["it takes `discount=6%`, `terminal=2bn` and `additional=yes`"] : near)
          }
          continue
        }
        let place = reader.here
        guard ["against", "of"].contains(reader.peekedWord ?? "") || figure != nil else {
          figure = try reader.expression()
          continue
        }
        switch reader.word()?.text {
        case "against" where branch == nil:
          branch = try Request.branch(&reader, session)
        case "of" where city == nil:
          let word = try reader.name(of: "the name of a city")
          city = (word.text, reader.location(word.span))
        case "against"?, "of"?:
          throw Diagnostic("twice", "this is said twice", at: place)
        default:
          throw Diagnostic(
            "syntax",
            "`appraise` goes on with `against`, `of`, `discount=`, `terminal=` or "
              + "`additional=`",
            at: place, help: ["for example `appraise against main of quzhou`"])
        }
      }
      guard figure != nil else { return }
      if let city {
        throw Diagnostic(
          "conflict", "`of` is for the flows of a city, and a figure says whose it is itself",
          at: city.place, help: ["narrow it: `appraise tax[\(city.text)]`"])
      }
      if let additionalPlace {
        throw Diagnostic(
          "conflict", "`additional` is for the flows of a city, and a figure is what it says",
          at: additionalPlace, help: ["write `appraise net_local.additional`"])
      }
    }

    /// Whether only what is additional counts.
    private static func choice(
      _ value: Expression, _ source: SourceText
    ) throws(Diagnostic) -> Bool {
      guard let word = value.word, yesOrNo.contains(word) else {
        throw Diagnostic(
          "unknown-choice", "`additional` is `yes` or `no`, but this is `\(value.canonical)`",
          at: Location(source, value.span), help: ["for example `appraise additional=yes`"])
      }
      return word == "yes"
    }

    private static func branch(
      _ reader: inout ArgumentReader, _ session: Session
    ) throws(Diagnostic) -> String {
      let word = try reader.name(of: "the name of a branch")
      let place = reader.location(word.span)
      guard session.branches[word.text] != nil else {
        throw .unknownBranch(word.text, among: session.branches, at: place)
      }
      guard word.text != session.branch else {
        throw Diagnostic(
          "same-branch", "`\(word.text)` is the branch at hand, and less itself it is nothing",
          at: place, help: ["go to the branch to appraise first, with `switch`"])
      }
      return word.text
    }
  }

  /// A jurisdiction is a city of the scenario, or of the one it is held against.
  private static func check(
    _ city: (text: String, place: Location), _ alternative: Alternative, _ other: Alternative?
  ) throws(Diagnostic) {
    let known =
      alternative.projection.names(of: .jurisdiction)
      + (other?.projection.names(of: .jurisdiction) ?? [])
    guard !known.contains(city.text) else { return }
    throw Diagnostic(
      "unknown-name", "there is no city `\(city.text)`", at: city.place,
      notes: known.isEmpty || known.count > 12
        ? [] : [Diagnostic.Note("there is " + known.joined(separator: ", "))],
      help: didYouMean(city.text, among: known))
  }

  /// Reads what is given behind `discount=` and `terminal=`.
  private struct Numbers {
    let source: SourceText
    let context: FigureContext

    /// One rate or one after another; nil where nothing is given.
    func rate(
      _ expression: Expression?, from calendar: StepCalendar
    ) throws(Diagnostic) -> DiscountRate? {
      guard let expression else { return nil }
      let place = Location(source, expression.span)
      let type = try TypeChecker(source: source, context: context).type(expression)
      let yearly = UnitTable.known("1/year").dimension
      guard type.dimension == .number || type.dimension == yearly, !type.traits.contains(.series)
      else {
        throw Diagnostic(
          "wrong-dimension", "`discount` is a share, but this is \(type.phrase)",
          at: place, help: ["write for example `discount=6%`"])
      }
      let evaluator = Evaluator(source: source, context: context)
      let outcome = try evaluator.outcome(expression)
      guard let rate = DiscountRate(outcome, from: Double(calendar.firstMonth)) else {
        // Says why there is no number.
        return DiscountRate(try evaluator.quantity(expression).value)
      }
      guard rate.smallest > -1, rate.largest <= 10 else {
        throw Diagnostic(
          "out-of-range", "`discount` is above -100 % and at most 1,000 %", at: place)
      }
      return rate
    }

    /// Yuan, which a bare number is too; nil where nothing is given.
    func money(_ expression: Expression?) throws(Diagnostic) -> Double? {
      guard let expression else { return nil }
      let place = Location(source, expression.span)
      let quantity = try Evaluator(source: source, context: context).quantity(expression)
      guard
        let yuan = quantity.value(in: UnitTable.known("yuan")) ?? quantity.value(in: .one)
      else {
        throw Diagnostic(
          "wrong-dimension", "`terminal` is money, but this is \(quantity.dimension.phrase)",
          at: place, help: ["write for example `terminal=2bn`"])
      }
      guard yuan.magnitude <= 1e15 else {
        throw Diagnostic("out-of-range", "`terminal` is at most 1,000 tn yuan", at: place)
      }
      return yuan
    }
  }
}

extension DiscountRate {
  /// `8 % a year`, `3.5 % a year, 3 % from 2050`: what counts within a run's years.
  fileprivate func text(in calendar: StepCalendar, _ style: FigureStyle) -> String {
    let years = Double(calendar.count * calendar.stepMonths) / 12
    let pieces = pieces(within: years)
    func day(_ piece: Piece) -> String {
      let date = calendar.date(at: piece.begin * 12)
      if date.day > 1 { return date.text }
      return date.month > 1 ? String(date.text.dropLast(3)) : String(date.year)
    }
    var texts = pieces.enumerated().map { index, piece in
      guard index > 0 else { return style.percent(piece.rate) + " a year" }
      let begin =
        isStraight
        ? "straight to \(style.percent(piece.rate)) in" : "\(style.percent(piece.rate)) from"
      return "\(begin) \(day(piece))"
    }
    if texts.count > 6 { texts[3..<(texts.count - 1)] = ["…"] }
    return texts.joined(separator: ", ")
  }
}
