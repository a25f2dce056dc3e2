import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `bridge main late tax[2030]`: what each change between two branches makes of a difference.
enum BridgeCommand {
  static let row = Command(
    "bridge", .alternatives,
    signature: [
      .needed(.branch), .needed(.branch), .needed(.figure), ViewRequest.closures,
      RunView.nominalOption,
    ],
    summary: "split the difference of a figure over the changes between two branches",
    details:
      "What each change adds on the average over all orders in which they may be made (Shapley): so it\n"
      + "does not hang on the order, and all of them add up to the difference, money to the fen. Up to\n"
      + "\(Bridge.mostExact) changes every subset is run; of more a sample of orders, with a standard error. Changes that\n"
      + "make no sense apart, or do not run apart, count as one: a firm and the park that is new with it.\n"
      + "`plot bridge A B FIGURE` draws it.",
    examples: [
      "branch late; set p2 delay=3y; set returnee jobs=+10%; bridge main late tax.local[2025]"
    ],
    trace: .question,
    inFiles: FileAnswer(
      pictures: { (session, invocation) throws(Diagnostic) in
        [try chart(&invocation.reader, RunView(), &session, option: { _ in false })]
      },
      table: { (session, invocation, _) throws(Diagnostic) in
        let question = try question(&invocation.reader, view: RunView(), &session)
        return table(question, session, isForFiles: true)
      })
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, view: session.view, &session)
    session.show(table(question, session, isForFiles: false))
  }

  private struct Question {
    let names: [String]
    let request: FigureRequest
    let bridge: Bridge
    let basis: BasisText
  }

  private static func question(
    _ reader: inout ArgumentReader, view: RunView, _ session: inout Session,
    option: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) -> Question {
    var places: [Location] = []
    var names: [String] = []
    for which in ["the branch to begin with", "the branch to arrive at"] {
      let name = try reader.name(of: which)
      let place = reader.location(name.span)
      guard session.branches[name.text] != nil else {
        throw .unknownBranch(name.text, among: session.branches, at: place)
      }
      guard !names.contains(name.text) else {
        throw Diagnostic("twice", "branch `\(name.text)` is named twice", at: place)
      }
      names.append(name.text)
      places.append(place)
    }
    while let word = try reader.takeOption(where: { $0 != RunView.nominal }) {
      guard option(word.text) else {
        throw .pointless(word, reader)
      }
    }
    let (expression, source) = (try reader.expression(), reader.source)
    var view = view
    try view.read(&reader)
    try reader.end()
    let (first, second) = (session.scenario(of: names[0]), session.scenario(of: names[1]))
    try checkHorizons(first, second, names, at: places[1])
    let request = try FigureRequest(expression, source, first)
    try request.checkIsSingle(for: "bridge", at: request.location)
    _ = try request.restated(in: second)
    // What stands in the way of a branch says so in its own words.
    for name in names { _ = try session.alternative(name) }
    let runs = VariedRuns(
      first, [request], closures: view.closures, isNominal: view.isNominal,
      threads: session.threads, stop: session.stop)
    do throws(Diagnostic) {
      return Question(
        names: names, request: request,
        bridge: try Bridge(runs, to: second, used: expression.namesIn(first, second)),
        basis: BasisText(view: view, scenario: first))
    } catch {
      throw error.placed(at: request.location)
    }
  }

  /// Refuses branches of other periods: no change by itself leads from one to the other.
  private static func checkHorizons(
    _ first: Scenario, _ second: Scenario, _ names: [String], at place: Location
  ) throws(Diagnostic) {
    for attribute in ["start", "end", "step"] {
      let one = first.header?.attribute(named: attribute)
      let other = second.header?.attribute(named: attribute)
      guard let other, one?.expression.canonical != other.expression.canonical else { continue }
      throw Diagnostic(
        "different-spans",
        "`\(names[0])` and `\(names[1])` have other periods: a bridge is between branches of the same",
        at: place,
        notes: [
          Diagnostic.Note(
            one.map {
              "`\(names[1])` has `\(other.canonical)`, and `\(names[0])` `\($0.canonical)`"
            } ?? "`\(names[1])` has `\(other.canonical)`, and `\(names[0])` says none",
            at: other.location)
        ],
        help: ["`compare \(names[0]) \(names[1])` puts them beside each other"])
    }
  }

  // MARK: Answers

  private static func table(
    _ question: Question, _ session: Session, isForFiles: Bool
  ) -> Table {
    let (bridge, request) = (question.bridge, question.request)
    let shown = FigureCell(bridge.unit, request)
    let label = ChinesePart.heading(of: request)
    var table = Table(columns: [
      Table.Column("change", chinese: "变化", widest: isForFiles ? nil : 44),
      Table.Column(
        request.label, chinese: label, unit: shown.heading, isNumeric: true, family: "figure",
        bases: question.basis.bases(request.basis)),
    ])
    if bridge.orders != nil {
      table.columns.append(
        Table.Column(
          "standard error", chinese: "标准误差", unit: shown.heading, isNumeric: true,
          family: "figure"))
    }
    func row(_ name: Table.Note, _ amount: Double, _ error: Double?) {
      var cells: [Table.Cell] = [
        .text(name.text, chinese: name.chinese), shown.cell(amount),
      ]
      if bridge.orders != nil { cells.append(shown.cell(error)) }
      table.rows.append(cells)
    }
    row(Table.Note(question.names[0]), bridge.from, nil)
    let parts = bridge.parts.filter { isForFiles || $0.amount != 0 }
    for part in parts { row(name(of: part), part.amount, part.standardError) }
    if bridge.order != 0 { row(ofOrder, bridge.order, nil) }
    row(Table.Note(question.names[1]), bridge.to, nil)
    if parts.count < bridge.parts.count {
      let idle = bridge.parts.count - parts.count
      table.remark([
        Table.Note(
          "\(idle) of \(bridge.parts.count) changes make nothing of it",
          chinese: "\(bridge.parts.count) 项变化中有 \(idle) 项不影响结果")
      ])
    }
    table.remark(notes(question))
    table.priceYear = question.basis.priceYear([request])
    return table
  }

  private static func notes(_ question: Question) -> [Table.Note] {
    let bridge = question.bridge
    var notes: [Table.Note] = []
    if bridge.parts.isEmpty, bridge.order == 0 {
      notes.append(
        Table.Note("nothing that a run reads differs", chinese: "运行所读取的内容没有差别"))
    }
    if let orders = bridge.orders {
      notes.append(
        Table.Note(
          "over a sample of \(orders) orders of the changes (\(bridge.runs) runs)",
          chinese: "按变化的 \(orders) 种顺序抽样（\(bridge.runs) 次运行）"))
    }
    if bridge.hasJoined {
      notes.append(
        Table.Note(
          "changes that do not run without each other count as one",
          chinese: "不能单独运行的变化合为一项"))
    }
    return notes + question.basis.notes([question.request])
  }

  private static let ofOrder = Table.Note("the order of declarations", chinese: "声明的顺序")

  /// What a part changes, in a few words.
  private static func name(of part: Bridge.Part) -> Table.Note {
    let texts = part.items.map { item -> Sentence in
      switch item {
      case .value(let name, let from?, let to?): "\(typed: "\(name) \(from) → \(to)")"
      case .value(let name, nil, let to?): "\(typed: "\(name)=\(to)")"
      case .value(let name, let from, nil): "\(typed: name) \(typed: from ?? "") unset"
      case .declared(let name): "\(typed: name) declared"
      case .removed(let name): "\(typed: name) removed"
      case .library(let name): "\(typed: "use \(name)")"
      }
    }
    return Table.Note(Sentence.list(texts, "; ", last: "; ").escapingControls)
  }

  /// The same as a waterfall.
  static func chart(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session,
    option: (String) -> Bool
  ) throws(Diagnostic) -> Chart {
    let question = try question(&reader, view: view, &session, option: option)
    let (bridge, request) = (question.bridge, question.request)
    let scale = bridge.unit == UnitTable.known("fen") ? 100.0 : 1
    func step(_ name: Table.Note, _ amount: Double, isTotal: Bool = false) -> Chart.Step {
      Chart.Step(name: name, amount: amount / scale, isTotal: isTotal)
    }
    var steps = [step(Table.Note(question.names[0]), bridge.from, isTotal: true)]
    for part in bridge.parts where part.amount != 0 {
      steps.append(step(name(of: part), part.amount))
    }
    if bridge.order != 0 { steps.append(step(ofOrder, bridge.order)) }
    steps.append(step(Table.Note(question.names[1]), bridge.to, isTotal: true))
    let names = "\(question.names[0]) → \(question.names[1])"
    return Chart(
      title: Table.Note(
        "\(request.label): \(names)", chinese: "\(request.label)：\(names)"),
      unit: FigureCell(bridge.unit, request).heading,
      bases: question.basis.bases(request.basis), marks: .waterfall(steps),
      notes: notes(question), priceYear: question.basis.priceYear([request]))
  }
}

extension Session {
  /// The scenario of a branch.
  func scenario(of name: String) -> Scenario { (branches[name] ?? branches.current).scenario }
}

extension Expression {
  /// The names in it, and in what own metrics of some scenarios are made of.
  fileprivate func namesIn(_ scenarios: Scenario...) -> Set<String> {
    var found: Set<String> = []
    var pending: [String] = []
    var expressions = [self]
    while let next = expressions.popLast() {
      if case .path(let path) = next.kind { pending.append(path[0]) }
      expressions += next.parts
    }
    while let name = pending.popLast() {
      guard found.insert(name).inserted else { continue }
      for scenario in scenarios {
        guard let entity = scenario.entity(named: name), entity.kind == .metric else { continue }
        pending += entity.references
      }
    }
    return found
  }
}
