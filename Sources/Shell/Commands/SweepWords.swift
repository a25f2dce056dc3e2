import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports

/// What `sweep` reads: inputs with their values, figures, and how they are shown.
struct SweepWords {
  var view: RunView
  var figures: [FigureRequest] = []
  private(set) var layout: ExportLayout?
  /// How many cells may be run; nil where nothing is said.
  private(set) var limit: Double?
  private var inputs: [Input] = []
  private(set) var place = Location(SourceText(name: "", text: ""), Span(0, 0))

  /// An input as it is typed.
  private struct Input {
    var input: NamedInput
    var value: Expression
    var steps: SweepSteps?
    var place: Location
    var source: SourceText
    var count: Double
  }

  init(view: RunView) { self.view = view }

  /// How many cells there are, before any is made.
  var cells: Double { inputs.reduce(1) { $0 * $1.count } }

  /// Reads to the end of the statement.
  mutating func read(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) {
    place = reader.here
    while !reader.isAtEnd {
      if reader.isOptionAhead {
        try option(&reader)
      } else if let (parts, span) = SweepWords.input(ahead: reader) {
        try readInput(parts, span, &reader, session)
      } else if let attribute = try reader.attribute() {
        try setting(attribute, reader)
      } else {
        let expression = try reader.expression()
        figures.append(
          try FigureRequest(
            expression, reader.source, session.scenario, beside: session.otherBranches(view)))
      }
      _ = reader.comma()
    }
    guard !inputs.isEmpty else {
      throw Diagnostic(
        "syntax", "`sweep` takes an input and its values first", at: place,
        help: ["for example `sweep smart.area=[35ha, 45ha] tax[2030]`"])
    }
    guard !figures.isEmpty else {
      throw Diagnostic(
        "syntax", "`sweep` takes a figure behind the values", at: reader.here,
        help: ["for example `tax[2030]` or `npv(net_local)`"])
    }
    for input in inputs where input.steps == nil && input.value.isFromTo {
      throw Diagnostic(
        "missing-value", "`\(input.value.canonical)` has no step", at: input.place,
        help: [
          "add for example `step=\(input.value.ends?.form.text(1) ?? "1")`, or name values: `[A, B]`"
        ])
    }
  }

  /// The inputs with their values.
  func axes(_ session: Session) throws(Diagnostic) -> [SweepAxis] {
    var axes: [SweepAxis] = []
    for (rank, input) in inputs.enumerated() {
      if let steps = input.steps {
        axes.append(
          try SweepAxis(
            input.input, steps, at: input.place, rank: rank,
            stop: session.stop))
      } else if case .list(let values) = input.value.kind {
        axes.append(try SweepAxis(input.input, values, input.source, rank: rank))
      } else {
        axes.append(try SweepAxis(input.input, [input.value], input.source, rank: rank))
      }
    }
    return axes
  }

  // MARK: Reading

  /// Words that are no assumptions here.
  private static let settings = ["closures", "layout", "step"]

  /// The input that comes next with its `=`, where one does.
  private static func input(
    ahead reader: ArgumentReader
  ) -> (parts: [String], span: Span)? {
    var ahead = reader
    if ahead.isAttributeAhead, let word = ahead.definedName() {
      return settings.contains(word.text) ? nil : ([word.text], word.span)
    }
    guard let path = try? ahead.path(of: "an input"), path.parts.count > 1, !ahead.isAtEnd,
      ahead.mark("=")
    else { return nil }
    return path
  }

  private mutating func readInput(
    _ parts: [String], _ span: Span, _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) {
    let name = reader.location(span)
    if parts.count == 1 {
      _ = reader.definedName()
    } else {
      _ = try reader.path(of: "an input")
    }
    _ = reader.mark("=")
    let input = try NamedInput(parts, at: name, in: session.scenario)
    guard !inputs.contains(where: { $0.input.name == input.name }) else {
      throw Diagnostic("twice", "`\(input.name)` is given twice", at: name)
    }
    let value = try reader.expression()
    var count = 1.0
    if case .list(let values) = value.kind { count = Double(values.count) }
    guard count > 0 else {
      throw Diagnostic(
        "empty-list", "this list names no value", at: reader.location(value.span))
    }
    inputs.append(
      Input(
        input: input, value: value, place: reader.location(value.span), source: reader.source,
        count: count))
  }

  private mutating func setting(
    _ attribute: AttributeText, _ reader: ArgumentReader
  ) throws(Diagnostic) {
    let place = reader.location(attribute.value.span)
    switch attribute.name {
    case "closures": view.closures = try RunView.closures(attribute, at: place)
    case "layout":
      layout = ExportLayout(
        rawValue: try ViewRequest.choice(attribute, ["tidy", "wide"], at: place))
    default:
      guard let last = inputs.indices.last, inputs[last].steps == nil else {
        throw Diagnostic(
          "syntax", "a step stands behind the range that it steps through",
          at: reader.location(attribute.nameSpan),
          help: ["for example `smart.area=35..45ha step=5ha`"])
      }
      let steps = try SweepSteps(
        inputs[last].input, inputs[last].value, step: attribute.value, reader.source)
      inputs[last].steps = steps
      inputs[last].count = steps.count
    }
  }

  private mutating func option(_ reader: inout ArgumentReader) throws(Diagnostic) {
    guard let option = try reader.option() else { return }
    switch option.text {
    case RunView.nominal: view.isNominal = true
    case "limit":
      let place = reader.here
      let count = try reader.expression()
      guard let number = count.quantity?.value(in: .one), number >= 1, number <= SweepAxis.most,
        number == number.rounded()
      else {
        throw Diagnostic(
          "out-of-range",
          "`--limit` takes a whole number of cells, at most \(SweepWords.grouped(SweepAxis.most))",
          at: place, help: ["for example `--limit 50000`"])
      }
      limit = number
    default:
      throw Diagnostic(
        "unknown-option", "there is no option `--\(option.text)` here",
        at: reader.location(option.span), help: ["it takes `--limit 50000` and `--nominal`"])
    }
  }

  static func grouped(_ count: Double) -> String { NumberFormat.grouped(count, decimals: 0) }
}

extension Expression {
  /// Whether it goes from one value to another.
  fileprivate var isFromTo: Bool {
    if case .range = kind { return true }
    return ends != nil
  }
}
