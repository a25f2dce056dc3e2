import Diagnostics
import Language
import Quantities
import Simulation

/// What a table is to show: `METRICS [by=…] [years=…] [every=…] [per=…]`.
struct ViewRequest {
  var metrics: [MetricRequest] = []
  var division: Division?
  var periods: [Range<Int>]

  /// What `table` and `export` show when no metric is named.
  static let usual = ["tax", "tax.local", "jobs", "firms", "investment", "investment.cumulative"]

  /// Attributes that choose rows and columns, with their values for completion.
  static let attributes: [(name: String, values: [String])] = [
    ("by", Division.allCases.map(\.rawValue)), ("every", []), ("per", ["step", "year"]),
    ("years", []),
  ]

  /// One metric over the years.
  init(_ metric: MetricRequest, _ projection: Projection) {
    metrics = [metric]
    periods = projection.calendar.years
  }

  /// Reads metrics and attributes to the end of the statement. Other attributes and options go to
  /// `other`, which says whether it knows them.
  init(
    _ reader: inout ArgumentReader, _ projection: Projection,
    other: (AttributeText) throws(Diagnostic) -> Bool = { _ in false },
    option: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    let calendar = projection.calendar
    var years: Range<Int>?
    var yearsPlace: Location?
    var every: Int?
    var perStep = false
    var given: Set<String> = []
    var metricPlaces: [Location] = []
    while !reader.isAtEnd {
      if reader.isOptionAhead, let word = try reader.option() {
        guard option(word.text) else {
          throw Diagnostic(
            "unknown-option", "there is no option `--\(word.text)` here",
            at: reader.location(word.span))
        }
      } else if let attribute = try reader.attribute() {
        let place = reader.location(attribute.value.span)
        guard given.insert(attribute.name).inserted else {
          throw Diagnostic(
            "twice", "`\(attribute.name)` is given twice",
            at: reader.location(attribute.nameSpan))
        }
        switch attribute.name {
        case "by": division = try ViewRequest.division(attribute.value, at: place)
        case "years":
          years = try PeriodReader(calendar, reader.source).steps(attribute.value)
          yearsPlace = place
          if years == nil {
            throw Diagnostic(
              "wrong-kind", "`years` takes years, such as `2021..2030`", at: place)
          }
        case "every":
          every = try ViewRequest.years(attribute.value, reader.source)
        case "per":
          perStep = try ViewRequest.choice(attribute, ["step", "year"], at: place) == "step"
        default:
          guard try other(attribute) else {
            throw Diagnostic(
              "unknown-attribute", "there is no `\(attribute.name)` here",
              at: reader.location(attribute.nameSpan),
              help: didYouMean(attribute.name, among: ViewRequest.attributes.map(\.name)))
          }
        }
      } else {
        metricPlaces.append(reader.here)
        metrics.append(try ViewRequest.metric(&reader, projection))
        if reader.comma(), reader.isAtEnd || reader.isAttributeAhead {
          throw Diagnostic("syntax", "a metric is missing behind the comma", at: reader.here)
        }
      }
    }
    if metrics.isEmpty {
      metrics = try ViewRequest.usual.map { (name) throws(Diagnostic) in
        try MetricRequest(named: name, projection)
      }
      if let division { metrics.removeAll { !$0.metric.row.divisions.contains(division) } }
    }
    if let division {
      for (request, place) in zip(metrics, metricPlaces)
      where !request.metric.row.divisions.contains(division) {
        throw .notDivided(request.metric, by: division, at: place)
      }
    }
    var periods = perStep ? calendar.steps : calendar.years
    if let years {
      periods = periods.filter { years.contains($0.lowerBound) }
      if periods.last.map({ $0.upperBound != years.upperBound }) ?? true
        || periods.first?.lowerBound != years.lowerBound
      {
        throw Diagnostic(
          "not-a-step", "`years` does not begin and end with whole years",
          at: yearsPlace, help: ["for shorter periods, add `per=step`"])
      }
    }
    if let every, let first = periods.first {
      let start = calendar.date(ofStep: first.lowerBound).year
      periods = periods.filter {
        (calendar.date(ofStep: $0.lowerBound).year - start) % every == 0
      }
    }
    self.periods = periods
  }

  private static func metric(
    _ reader: inout ArgumentReader, _ projection: Projection
  ) throws(Diagnostic) -> MetricRequest {
    let place = reader.here
    let expression = try reader.expression()
    guard let request = try MetricRequest(expression, reader.source, projection) else {
      throw Diagnostic(
        "wrong-kind", "`\(expression.canonical)` is not a metric", at: place,
        help: ["`help metrics` lists them"])
    }
    guard request.period == nil else {
      throw Diagnostic(
        "syntax", "a table has a row for each period; one period is for `print`", at: place,
        help: ["choose rows with `years=2021..2030`"])
    }
    return request
  }

  private static func division(
    _ value: Expression, at place: Location
  ) throws(Diagnostic) -> Division {
    let names = Division.allCases.map(\.rawValue)
    guard let word = value.word, let division = Division(rawValue: word) else {
      throw Diagnostic(
        "unknown-choice", "`by` cannot be `\(value.canonical)`", at: place,
        help: ["it is one of " + names.map { "`\($0)`" }.joined(separator: ", ")])
    }
    return division
  }

  static func choice(
    _ attribute: AttributeText, _ choices: [String], at place: Location
  ) throws(Diagnostic) -> String {
    guard let word = attribute.value.word, choices.contains(word) else {
      throw Diagnostic(
        "unknown-choice", "`\(attribute.name)` cannot be `\(attribute.value.canonical)`",
        at: place, help: ["it is one of " + choices.map { "`\($0)`" }.joined(separator: ", ")])
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
      throw Diagnostic(
        "wrong-kind", "`every` takes whole years, such as `5y`",
        at: Location(source, value.span))
    }
    return NumberFormat.whole(years)
  }
}

extension MetricRequest {
  /// A metric that this code names.
  init(named name: String, _ projection: Projection) throws(Diagnostic) {
    guard let metric = MetricTable.metric(name, taxes: projection.taxes) else {
      throw Diagnostic("unknown-metric", "there is no metric `\(name)`", exit: .fault)
    }
    self.metric = metric
    scopes = []
    label = name
  }
}
