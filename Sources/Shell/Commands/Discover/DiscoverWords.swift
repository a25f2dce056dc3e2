import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities

/// What `discover` reads: `CONDITION [box N, …] [path] [boxes=2]`, the condition in quotes or not.
struct DiscoverWords {
  /// Nil for draws that could not be run.
  let request: FigureRequest?
  /// As it was typed.
  let label: String
  let place: Location
  private(set) var view: RunView
  /// Which step of each box is taken, as far as that is said.
  private(set) var steps: [(step: Int, place: Location)] = []
  private(set) var showsPath = false
  /// How many boxes are looked for.
  private(set) var boxes = 1

  /// As many boxes as are looked for at most.
  private static let most = 20

  /// Reads to the end of the statement. Other options go to `option`, which says whether it knows them.
  init(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: Session,
    option: (String) -> Bool
  ) throws(Diagnostic) {
    self.view = view
    func takeOptions() throws(Diagnostic) {
      while let word = try reader.takeOption(where: { $0 != RunView.nominal }) {
        guard option(word.text) else { throw .pointless(word, reader) }
      }
    }
    try takeOptions()
    let start = reader.here
    var (expression, source) = (try reader.expression(), reader.source)
    if case .text(let text) = expression.kind {
      (expression, source) = try DiscoverWords.unquoted(text, at: start, session)
    }
    let isFailure =
      expression.word == DiscoverCommand.failed
      && session.scenario.entity(named: DiscoverCommand.failed) == nil
    label = expression.canonical
    request =
      try isFailure
      ? nil
      : { () throws(Diagnostic) in
        let request = try FigureRequest(
          expression, source, session.scenario, beside: session.otherBranches(view))
        try DiscoverWords.check(request)
        return request
      }()
    place = Location(source, expression.span)
    if reader.peekedWord == "box", !reader.isAttributeAhead {
      _ = reader.word()
      repeat { steps.append(try DiscoverWords.step(&reader)) } while reader.comma()
    }
    boxes = max(1, steps.count)
    while true {
      try takeOptions()
      try self.view.read(&reader)
      if reader.peekedWord == DiscoverCommand.pathWord, !reader.isAttributeAhead {
        _ = reader.word()
        showsPath = true
      } else if let attribute = try reader.attribute() {
        guard attribute.name == "boxes" else { throw .pointless(attribute, reader) }
        boxes = max(boxes, try DiscoverWords.count(attribute, reader))
      } else {
        try reader.end()
        return
      }
    }
  }

  /// A condition in quotes, as a source of its own.
  private static func unquoted(
    _ text: String, at place: Location, _ session: Session
  ) throws(Diagnostic) -> (Expression, SourceText) {
    let source = SourceText(name: "condition", text: text)
    guard let statement = Script(source).statements.first, Script(source).statements.count == 1
    else {
      throw Diagnostic(
        "syntax", "this holds no condition", at: place,
        help: ["for example `discover \"npv(net_local) < 0\"`"])
    }
    var reader = ArgumentReader(statement, units: session.scenario.units)
    let expression = try reader.expression()
    try reader.end()
    return (expression, source)
  }

  private static func check(_ request: FigureRequest) throws(Diagnostic) {
    let help: [Sentence] = ["for example `discover npv(net_local) < 0`"]
    guard request.type.content == .truth, !request.type.isSchedule else {
      throw Diagnostic(
        "wrong-kind", "`discover` takes a condition, and this is \(request.type.phrase)",
        at: request.location, help: help)
    }
    guard !request.type.traits.contains(.series) else {
      throw Diagnostic(
        "wrong-kind",
        "`discover` takes a condition that holds or not in each draw, and this has a value for each period",
        at: request.location, help: ["name a period, for example `tax[2030] < 1bn`"])
    }
    guard !request.basis.readsDraws else {
      throw Diagnostic(
        "wrong-kind", "`discover` looks at one draw after the other, and this reads all of them",
        at: request.location, help: help)
    }
  }

  private static func step(
    _ reader: inout ArgumentReader
  ) throws(Diagnostic) -> (step: Int, place: Location) {
    let place = reader.here
    let expression = try reader.expression()
    guard case .quantity(let quantity, _) = expression.kind, let number = quantity.value(in: .one),
      number >= 0, number <= 1e6, number == number.rounded()
    else {
      throw Diagnostic(
        "wrong-kind", "`box` takes the number of a step, from 0 on", at: place,
        help: ["`path` shows all of them"])
    }
    return (Int(number), place)
  }

  private static func count(
    _ attribute: AttributeText, _ reader: ArgumentReader
  ) throws(Diagnostic) -> Int {
    guard case .quantity(let quantity, _) = attribute.value.kind,
      let count = quantity.value(in: .one), count >= 1, count <= Double(most),
      count == count.rounded()
    else {
      throw Diagnostic(
        "wrong-kind", "`boxes` takes a whole number from 1 to \(most)",
        at: reader.location(attribute.value.span), help: ["write for example `boxes=2`"])
    }
    return Int(count)
  }
}
