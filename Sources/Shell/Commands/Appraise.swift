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
    signature: [
      .optional(.figure), .optional(.branch, behind: "against"), .optional(.city, behind: "of"),
      .attribute("discount", .rate, "the rate at which what comes later counts less, a year"),
      .attribute("terminal", .money, "what is worth something still at the end"),
      .attribute(
        "additional", .choice(yesOrNo), shown: "yes",
        "whether local tax and land income count only as far as they are additional"),
    ],
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
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let question = try question(&invocation.reader, &session)
      let drawn = try drawn(question, &session)
      return AppraisalFile(question, drawn, branch: session.branch).table()
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, &session)
    let request = question.request
    var table =
      switch question.worth {
      case .flows(let worth, let name):
        AppraisalTable.table(of: worth, named: name, session.wording)
      case .budgets(let appraisals):
        AppraisalTable.table(
          appraisals, areAdditional: request.isAdditional, session.wording)
      }
    table.remark(sentences(try drawn(question, &session), session).map { Table.Note($0) })
    let calendar = question.alternative.projection.calendar
    let start = calendar.date(ofStep: 0).text
    let less: Sentence = request.branch.map { ", less those of branch \(typed: $0)" } ?? ""
    let kind =
      request.figure.map { "`\($0.canonical)`" }
      ?? (request.isAdditional ? "additional net local flows" : "net local flows")
    session.printLine("\(kind) of branch \(session.branch)\(less)")
    session.printLine(
      "from \(start) to \(calendar.date(ofStep: calendar.count).text), present values at \(start) "
        + "at \(question.rate.text(in: calendar, session.figures.style)), cash in the middle of each step"
    )
    if request.isAdditional {
      session.printLine(
        additionality(of: question.alternative.projection, session.figures.style))
    }
    if let note = BasisText.real("money stays", session) { session.printLine(note) }
    if let expression = request.discount,
      let doubt = Rates.doubt(
        discount: question.rate, given: expression, in: invocation.statement)
    {
      session.print(session.renderer.render(doubt))
    }
    if !session.settings.isNominal { table.priceYear = question.priceYear }
    session.show(table)
  }

  /// What is asked, and what it comes to.
  struct Question {
    /// Whose worth is said.
    enum Worth {
      case budgets([Appraisal])
      case flows(FlowWorth, named: String)
    }

    let request: Request
    let alternative: Alternative
    let other: Alternative?
    let rate: DiscountRate
    /// The rate where the statement gives one.
    let givenRate: DiscountRate?
    let terminal: Double?
    let source: SourceText
    let worth: Worth

    /// In prices of which year its money is; nil where the branches have different ones.
    var priceYear: Int? {
      let years = Set([alternative, other].compactMap { $0?.projection.priceYear })
      return years.count == 1 ? years.first : nil
    }
  }

  private static func question(
    _ reader: inout ArgumentReader, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let request = try Request(&reader, session)
    let alternative = try session.alternative(session.branch)
    var other: Alternative?
    if let name = request.branch { other = try session.alternative(name) }
    if let city = request.city { try check(city, alternative, other) }
    let numbers = Numbers(
      source: reader.source,
      context: FigureContext(session.scenario, alternative.projection, perStep: false))
    let calendar = alternative.projection.calendar
    let given = try numbers.rate(request.discount, from: calendar)
    let rate: DiscountRate
    if let given { rate = given } else { rate = try discountRate(of: session.scenario) }
    let terminal = try numbers.money(request.terminal)
    let worth: Question.Worth
    if let figure = request.figure {
      let flows = try FlowWorth.flows(of: figure, reader.source, in: alternative, less: other)
      worth = .flows(
        FlowWorth(flows, calendar, rate: rate, terminal: terminal), named: figure.canonical)
    } else {
      worth = .budgets(
        try Appraisal.all(
          of: alternative, against: other, in: request.city?.text, rate: rate,
          terminal: terminal, additional: request.isAdditional))
    }
    return Question(
      request: request, alternative: alternative, other: other, rate: rate, givenRate: given,
      terminal: terminal, source: reader.source, worth: worth)
  }

  /// What the draws of an ensemble say of the net present value.
  enum Drawn {
    /// Nothing: there is no ensemble.
    case none
    /// Nothing, and why.
    case unsaid(String)
    case worth(DrawnWorth, EnsembleSettings)
  }

  private static func drawn(
    _ question: Question, _ session: inout Session
  ) throws(Diagnostic) -> Drawn {
    let request = question.request
    func asked(_ scenario: Scenario, _ terminal: Double?) -> DrawQuestion {
      DrawQuestion(
        worthOf: request.figure.map { ($0, question.source) }, of: scenario,
        in: request.city?.text, rate: question.givenRate, terminal: terminal,
        additional: request.isAdditional)
    }
    guard let draws = try session.draws(RunView()) else { return .none }
    let own = try draws.answers(to: [asked(session.scenario, question.terminal)])[0]
    var other: Ensemble.Answered?
    if question.other != nil, let name = request.branch, let branch = session.branches[name] {
      guard let ensemble = try session.ensemble(name, RunView()) else {
        return .unsaid("branch `\(name)` has no ensemble, so nothing is said of draws")
      }
      guard ensemble.run.drawsLike(draws.ensemble.run) else {
        return .unsaid(
          "the branches draw by other seeds, sampling or numbers, so nothing is said of their "
            + "difference")
      }
      other = try session.access(ensemble)
        .answers(to: [asked(branch.scenario, nil)])[0]
    }
    guard let worth = DrawnWorth(own, less: other) else { return .none }
    return .worth(worth, draws.ensemble.run.settings)
  }

  /// How often the net present value is above zero over the draws of an ensemble, and where it lies.
  private static func sentences(_ drawn: Drawn, _ session: Session) -> [Sentence] {
    switch drawn {
    case .none: return []
    case .unsaid(let reason): return [Sentence(verbatim: reason)]
    case .worth(let worth, let settings):
      let style = session.figures.style
      let values = (settings.statistics ?? Statistic.usual).map { statistic in
        "\(statistic) " + (worth.statistics.value(of: statistic).map { style.money($0) } ?? "–")
      }
      return [
        "over the draws net present value is above zero in \(style.percent(worth.chance)): \(values.joined(separator: ", "))",
        worth.count.sentence(settings),
      ]
    }
  }

  static let yesOrNo = ["yes", "no"]

  /// At what share local tax and land income count.
  private static func additionality(of projection: Projection, _ style: FigureStyle) -> Sentence {
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
}

extension DiscountRate {
  /// `8 % a year`, `3.5 % a year, 3 % from 2050`: what counts within a run's years.
  func text(in calendar: StepCalendar, _ style: FigureStyle) -> String {
    let years = Double(calendar.count * calendar.stepMonths) / 12
    let pieces = pieces(within: years)
    func day(_ piece: Piece) -> String {
      let date = calendar.date(at: piece.begin * 12)
      if date.day > 1 { return date.text }
      return date.month > 1 ? String(date.text.dropLast(3)) : String(date.year)
    }
    var texts = pieces.enumerated().map { index, piece in
      guard index > 0 else {
        let rate = style.percent(piece.rate)
        return style.wording == nil ? "\(rate) a year" : rate
      }
      let begin: Sentence =
        isStraight
        ? "straight to \(style.percent(piece.rate)) in \(day(piece))"
        : "\(style.percent(piece.rate)) from \(day(piece))"
      return begin.text(style.wording)
    }
    if texts.count > 6 { texts[3..<(texts.count - 1)] = ["…"] }
    return texts.joined(separator: ", ")
  }
}
