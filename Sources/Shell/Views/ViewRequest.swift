import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// What a table is to show: `METRICS [by=…] [years=…] [every=…] [per=…]`.
struct ViewRequest {
  var figures: [FigureRequest] = []
  var division: Division?
  var periods: [Range<Int>]
  /// Whether the periods are steps and not years.
  var isPerStep = false
  /// What is said of the draws of an ensemble, where the statement says so.
  private var chosen: [Statistic]?
  /// What shows it, in messages.
  enum Shown {
    case picture, table
  }

  /// Which run is asked.
  private(set) var view: RunView
  private let scenario: Scenario

  /// What `table` and `export` show when no metric is named.
  static func usual(_ levels: Levels) -> [String] {
    ["tax", "tax.\(levels.own.name)", "jobs", "firms", "investment", "investment.cumulative"]
  }

  /// What chooses parts of figures.
  static let by = Signature.Piece.attribute(
    "by", .choice(Division.allCases.map(\.rawValue)), "a figure's parts instead of it")
  static let years = Signature.Piece.attribute("years", .years, "the first and the last year")
  static let closures = Signature.Piece.attribute(
    "closures", .choice(Closures.allCases.map(\.rawValue)), shown: "none",
    "whether firms count as likely as they are open still, or none closes")
  static let statistic = Signature.Piece.attribute(
    "statistic", .statistics, "what is said of the draws of an ensemble")

  /// What chooses rows and the run that they are of.
  static let words: [Signature.Piece] = [
    years, .attribute("every", .span, "one row in so many years"),
    .attribute("per", .choice(["step", "year"]), shown: "step", "rows for steps or for years"),
    closures,
  ]

  /// One figure over the years.
  init(
    _ figure: FigureRequest, _ scenario: Scenario, _ projection: Projection, _ view: RunView
  ) {
    figures = [figure]
    self.view = view
    self.scenario = scenario
    periods = projection.calendar.years
  }

  /// Reads figures and attributes to the end of the statement; what they are is checked before
  /// anything runs. Years have to lie in the calendars `beside` it too. Other attributes and
  /// options go to `other` and `option`, which say whether they know them. `view` is asked where
  /// the statement says nothing else.
  init(
    _ reader: inout ArgumentReader, _ session: inout Session, beside others: [StepCalendar] = [],
    view: RunView, shown: Shown = .table,
    other: (AttributeText) throws(Diagnostic) -> Bool = { _ in false },
    option: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    scenario = session.scenario
    self.view = view
    var years: AttributeText?
    var every: Int?
    var given: Set<String> = []
    while !reader.isAtEnd {
      if reader.isOptionAhead, let word = try reader.option() {
        if word.text == RunView.nominal {
          self.view.isNominal = true
          continue
        }
        guard option(word.text) else { throw .pointless(word, reader) }
      } else if let attribute = try reader.attribute() {
        let place = reader.location(attribute.value.span)
        guard given.insert(attribute.name).inserted else {
          throw Diagnostic(
            "twice", "`\(attribute.name)` is given twice",
            at: reader.location(attribute.nameSpan))
        }
        switch attribute.name {
        case "by": division = try ViewRequest.division(attribute.value, session.scenario, at: place)
        case "closures": self.view.closures = try RunView.closures(attribute, at: place)
        case "statistic":
          chosen = try ViewRequest.statistics(attribute, reader, session.scenario)
        case "years": years = attribute
        case "every": every = try ViewRequest.years(attribute.value, reader.source)
        case "per":
          isPerStep = try ViewRequest.choice(attribute, ["step", "year"], at: place) == "step"
        default:
          guard try other(attribute) else { throw .pointless(attribute, reader) }
        }
      } else {
        figures.append(
          try ViewRequest.figure(&reader, scenario, session.otherBranches(view), shown))
        if reader.comma(), reader.isAtEnd || reader.isAttributeAhead {
          throw Diagnostic("syntax", "a metric is missing behind the comma", at: reader.here)
        }
      }
    }
    if figures.isEmpty {
      for name in ViewRequest.usual(scenario.levels) {
        let figure = try FigureRequest(named: name, scenario)
        if division.map(figure.divisions.contains) ?? true { figures.append(figure) }
      }
    }
    for index in figures.indices { figures[index].branches?.closures = self.view.closures }
    if let division {
      for figure in figures where !figure.divisions.contains(division) {
        throw .notDivided(figure.label, figure.divisions, by: division, at: figure.location)
      }
    }
    let projection = try session.project()
    periods = try ViewRequest.periods(
      projection.calendar, beside: others, years, every, perStep: isPerStep, reader.source)
  }

  /// The figures of one column.
  func series(
    _ figure: FigureRequest, _ projection: Projection, by division: Division? = nil,
    draws: DrawAccess? = nil
  ) throws(Diagnostic) -> FigureSeries {
    try figure.series(
      scenario, projection, by: division, over: periods, perStep: isPerStep, draws: draws)
  }

  /// The figures of one column over some of its periods; nil for what is worked out.
  func piece(
    _ figure: FigureRequest, _ projection: Projection, over periods: [Range<Int>]
  ) throws(Diagnostic) -> [Series]? {
    try figure.piece(scenario, projection, by: division, over: periods)
  }

  /// What is asked of each draw of an ensemble for the figures of one column.
  func question(_ figure: FigureRequest) -> DrawQuestion {
    DrawQuestion(figure, of: scenario, by: division, over: periods, perStep: isPerStep)
  }

  /// What reads the figures of a run.
  func context(_ projection: Projection, _ draws: DrawAccess?) -> FigureContext {
    FigureContext(
      scenario, projection, perStep: isPerStep, draws: draws,
      branches: figures.lazy.compactMap(\.branches).first)
  }

  /// What is said of the draws of an ensemble: what the statement chooses, else what the scenario does.
  func statistics(
    _ settings: EnsembleSettings, usual: [Statistic] = Statistic.usual
  ) -> [Statistic] {
    chosen ?? settings.statistics ?? usual
  }

  /// Reads `statistic=[mean, p5]`, which only an ensemble has.
  private static func statistics(
    _ attribute: AttributeText, _ reader: ArgumentReader, _ scenario: Scenario
  ) throws(Diagnostic) -> [Statistic] {
    guard EnsembleSettings(scenario) != nil else {
      throw Diagnostic(
        "no-ensemble", "`statistic` chooses what is said of draws, and there is no ensemble",
        at: reader.location(attribute.nameSpan), help: ["`ensemble` draws 10,000 futures"])
    }
    return try EnsembleHeader.statistics(listedIn: attribute, reader.source)
      .compactMap(Statistic.init)
  }

  /// What is said of its figures beside them.
  var basisText: BasisText { BasisText(view: view, scenario: scenario) }

  /// What a row of it is called.
  func cell(of period: Range<Int>, _ calendar: StepCalendar) -> Table.Cell {
    .text(
      calendar.label(period, perStep: isPerStep),
      chinese: calendar.label(period, perStep: isPerStep, isChinese: true))
  }

  /// The rows: years or steps, those of some years only, or one in so many.
  private static func periods(
    _ calendar: StepCalendar, beside others: [StepCalendar], _ years: AttributeText?,
    _ every: Int?, perStep: Bool, _ source: SourceText
  ) throws(Diagnostic) -> [Range<Int>] {
    var periods = perStep ? calendar.steps : calendar.years
    if let years {
      let place = Location(source, years.value.span)
      let periodReader = PeriodReader(calendar, with: others, source)
      guard let range = try periodReader.steps(years.value) else {
        throw Diagnostic(
          "wrong-kind", "`years` takes years, such as `2021..2030`", at: place)
      }
      periods = periods.filter { range.contains($0.lowerBound) }
      if periods.last.map({ $0.upperBound != range.upperBound }) ?? true
        || periods.first?.lowerBound != range.lowerBound
      {
        throw Diagnostic(
          "not-a-step", "`years` does not begin and end with whole years",
          at: place, help: ["for shorter periods, add `per=step`"])
      }
    }
    if let every, let first = periods.first {
      let start = calendar.yearNumber(ofStep: first.lowerBound)
      periods = periods.filter {
        (calendar.yearNumber(ofStep: $0.lowerBound) - start) % every == 0
      }
    }
    return periods
  }

  private static func figure(
    _ reader: inout ArgumentReader, _ scenario: Scenario, _ branches: OtherBranches,
    _ shown: Shown
  ) throws(Diagnostic) -> FigureRequest {
    let isTable = shown == .table
    let expression = try reader.expression()
    let figure = try FigureRequest(expression, reader.source, scenario, beside: branches)
    guard figure.type.dimension != nil else {
      throw Diagnostic(
        "wrong-kind",
        isTable
          ? "a table shows numbers, and this is true or false"
          : "a picture shows numbers, and this is true or false",
        at: figure.location,
        help: ["check it with `expect \(figure.label)`"])
    }
    guard figure.type.traits.contains(.series) || figure.type.isSchedule else {
      throw Diagnostic(
        "syntax",
        isTable
          ? "a table has a row for each period, and this is one value; that is for `print`"
          : "a picture has a place for each period, and this is one value; that is for `print`",
        at: figure.location,
        help: isTable
          ? ["choose rows with `years=2021..2030`"]
          : [
            "choose periods with `years=2021..2030`, or see what it hangs on with `kind=tornado`"
          ])
    }
    return figure
  }

  private static func division(
    _ value: Expression, _ scenario: Scenario, at place: Location
  ) throws(Diagnostic) -> Division {
    let names = Division.allCases.map(\.rawValue)
    if let division = value.word.flatMap({ Division(rawValue: $0) }) { return division }
    let list: [Sentence] = ["it is one of \(choices: names)"]
    // What is no kind may be a thing of one, here or in a library.
    let library = value.word.map { Library.help(for: $0, in: scenario) } ?? []
    throw Diagnostic(
      "unknown-choice", "`by` cannot be `\(value.canonical)`", at: place, help: list + library)
  }

  static func choice(
    _ attribute: AttributeText, _ choices: [String], at place: Location
  ) throws(Diagnostic) -> String {
    guard let word = attribute.value.word, choices.contains(word) else {
      throw Diagnostic(
        "unknown-choice", "`\(attribute.name)` cannot be `\(attribute.value.canonical)`",
        at: place,
        help: [
          choices.count == 1
            ? "it is `\(choices[0])`"
            : "it is one of \(choices: choices)"
        ])
    }
    return word
  }

  /// A whole number of years.
  private static func years(
    _ value: Expression, _ source: SourceText
  ) throws(Diagnostic) -> Int {
    guard case .quantity(let quantity, _) = value.kind,
      let years = quantity.value(in: UnitTable.known("year")), years >= 1, years <= 500,
      years == years.rounded()
    else {
      // A bare count of years wants only its unit.
      var help: [Sentence] = ["write for example `every=5y`"]
      if case .quantity(let bare, _) = value.kind, let count = bare.value(in: .one),
        count == count.rounded(), count >= 1, count <= 500
      {
        help = ["write `every=\(NumberFormat.whole(count))y`"]
      }
      throw Diagnostic(
        "wrong-kind", "`every` takes whole years", at: Location(source, value.span), help: help)
    }
    return NumberFormat.whole(years)
  }
}
