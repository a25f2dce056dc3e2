import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `goal tax[2030] == 20亿元 by tenants.firms within 10 to 500`: the value that makes a figure what it is to be.
enum Goal {
  static let row = Command(
    "goal", .results,
    signature: [
      .needed(.figure, as: "FIGURE == VALUE"),
      .needed(.entityOrAttribute, as: "NAME.attribute", behind: "by"),
      .needed(.expression, as: "A to B", behind: "within"), ViewRequest.closures,
      RunView.nominalOption,
    ],
    summary: "find the value of one input that makes a figure what it is to be",
    details:
      "It looks between A and B: at nine values and at the one at hand first, so that several solutions\n"
      + "are seen, and closes in on a single one. It says the value, what the figure comes to there, and\n"
      + "the statement that sets it; nothing changes until that is typed. Where there is no solution it\n"
      + "says between what the figure lies, or where it jumps. What is uncertain stands at its central\n"
      + "value.",
    examples: [
      "goal tax[2030] == 10M yuan by smart.area within 30ha to 60ha",
      "goal jobs[2025] == 100 by returnee.jobs within 10 to 500",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let example = "goal tax[2030] == 20亿元 by tenants.firms within 10 to 500"
    let (expression, source) = (
      try invocation.reader.equality(example), invocation.reader.source
    )
    try expect("by", example, &invocation.reader)
    let path = try invocation.reader.path(of: "an input, such as `tenants.firms`")
    let place = invocation.reader.location(path.span)
    try expect("within", example, &invocation.reader)
    let range = try invocation.reader.expression()
    var view = session.view
    try view.read(&invocation.reader)
    try invocation.reader.end()
    let request = try EqualityRequest(
      expression, source, session.scenario, example: example,
      beside: session.otherBranches(view))
    for figure in [request.left, request.right] {
      try figure.checkIsSingle(for: "goal", at: figure.location)
    }
    let input = try NamedInput(path.parts, at: place, in: session.scenario)
    let runs = VariedRuns(
      session.scenario, [request.left, request.right], closures: view.closures,
      isNominal: view.isNominal, threads: session.threads, stop: session.stop)
    let found = try GoalSeek(
      request, by: input, within: range, source, runs)
    say(found, request, input, range, &session)
    for note in BasisText(view: view, scenario: session.scenario).notes([request.left]) {
      session.printLine(note: note)
    }
    if EnsembleNote.hasUncertain(session.scenario) {
      session.printLine(note: EnsembleNote.central)
    }
  }

  private static func expect(
    _ word: String, _ example: String, _ reader: inout ArgumentReader
  ) throws(Diagnostic) {
    guard reader.peekedWord == word, !reader.isAttributeAhead else {
      throw Diagnostic(
        "syntax", "expected `\(word)`", at: reader.here, help: ["for example `\(example)`"])
    }
    _ = reader.word()
  }

  private static func say(
    _ found: GoalSeek, _ request: EqualityRequest, _ input: NamedInput, _ range: Expression,
    _ session: inout Session
  ) {
    let figure = "`\(request.left.label)`"
    let within = range.canonical
    let text = GapText(request, found, session.figures)
    switch found.search.result {
    case .root:
      let value = found.value ?? ""
      let now: Sentence =
        input.attribute(in: session.scenario).map { ", and now `\($0.expression.canonical)`" } ?? ""
      session.printLine(
        "\(figure) is \(text.text(found.reached.first)) where `\(input.name)` is `\(value)`\(now)")
      session.printLine("`\(input.statement(value))` makes it so (\(found.runs) runs)")
    case .everywhere:
      session.printLine("\(figure) is that whatever `\(input.name)` is in \(within)")
    case .jump(let place, let from, let to):
      let at = found.form.text(LiteralForm.rounded(place, digits: 9))
      session.printLine(
        "no solution in \(within): \(text.subject) jumps from \(text.text(from)) to \(text.text(to)) "
          + "at `\(at)`")
    case .several(let brackets):
      let parts = brackets.map { (bracket) -> Sentence in
        bracket.lowerBound == bracket.upperBound
          ? "at \(found.form.text(bracket.lowerBound))"
          : "between \(found.form.text(bracket.lowerBound)) and \(found.form.text(bracket.upperBound))"
      }
      session.printLine(
        "several solutions in \(within): \(Sentence.list(parts, ", ", last: ", ")); narrow it with `within`"
      )
    case .none(let gaps):
      let reach = text.reach(gaps)
      let (low, high) = (text.text(.number(reach.low)), text.text(.number(reach.high)))
      let tried = found.search.evaluations
      session.printLine(
        reach.low == reach.high
          ? "no solution in \(within): \(text.subject) is \(low) whatever `\(input.name)` is"
          : "no solution in \(within): \(text.subject) is between \(low) and \(high) there, "
            + "as far as \(tried) values show")
    case .undefined: session.printLine("\(figure) has no value in \(within)")
    }
    for reason in found.reasons.prefix(3) {
      session.printLine("\(reason.count) runs have no value: \(said: reason.text)")
    }
  }
}

/// Differences between the two sides of a goal as what the left side is, where the right is one value.
struct GapText {
  private let request: EqualityRequest
  private let figures: FigureText
  private let unit: Unit
  /// What the right side is, in the unit of the left; nil where it goes with the input.
  private let goal: Double?
  private let lefts: ClosedRange<Double>?

  init(_ request: EqualityRequest, _ found: GoalSeek, _ figures: FigureText) {
    self.request = request
    self.figures = figures
    unit = found.first?.first?.unit ?? .one
    let isFixed = !request.right.type.traits.contains(.projected)
    goal = isFixed ? found.first?.last?.amount(in: unit) : nil
    lefts = found.reach
  }

  /// What a difference is said of.
  var subject: String {
    goal == nil ? "`\(request.left.label) - \(request.right.label)`" : "it"
  }

  /// Between what it lies: the left side as it was, where differences from a huge goal would say nothing.
  func reach(_ gaps: ClosedRange<Double>) -> (low: Quantity, high: Quantity) {
    let ends = goal == nil ? gaps : lefts ?? gaps
    return (Quantity(ends.lowerBound, unit), Quantity(ends.upperBound, unit))
  }

  func text(_ gap: Double) -> String {
    text(.number(Quantity(gap + (goal ?? 0), unit)))
  }

  func text(_ value: FigureValue?) -> String {
    switch value {
    case .some(.number(let quantity)):
      figures.text(Scalar.number(quantity), request.left.metric?.unit)
    case .some(.none(let reason)):
      "–" + figures.style.bracketed(figures.style.wording?.word(reason) ?? reason)
    case nil: "–"
    }
  }
}
