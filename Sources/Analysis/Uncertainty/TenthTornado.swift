public import Diagnostics
public import Ensembles
import Language
public import ParkModel
import Simulation

/// What each number of a scenario that nobody measured does to a figure, a tenth lower and a tenth
/// higher: where nothing has a range.
public struct TenthTornado: Sendable {
  public struct Bar: Sendable, Swinging {
    public var name: String
    /// As it is written.
    public var value: String
    public var atLow: Double?
    public var atHigh: Double?
  }

  public let central: Double?
  /// Those that move the figure, the widest first.
  public private(set) var bars: [Bar] = []
  /// How many numbers were tried.
  public let count: Int
  /// What the figure is in.
  public let columns: DrawColumns

  public init(
    _ request: FigureRequest, _ scenario: Scenario, threads: Int, stop: StopSignal
  ) throws(Diagnostic) {
    let numbers = scenario.assumedNumbers
    count = numbers.count
    var answers: [DrawAnswer?] = []
    var total = 0
    func answer(_ scenario: Scenario) throws(Diagnostic) -> DrawAnswer? {
      total += 1
      do throws(Diagnostic) {
        let quiet = StopSignal(quietlyUnder: stop)
        let projection = try Simulation.project(scenario, stop: quiet)
        let context = FigureContext(scenario, projection, perStep: false)
        let outcome = try Evaluator(source: request.source, context: context)
          .outcome(request.expression)
        return DrawAnswer(outcome, remarks: [])
      } catch {
        try stop.check()
        return nil
      }
    }
    answers.append(try answer(scenario))
    for (index, number) in numbers.enumerated() {
      for factor in ["0.9", "1.1"] {
        stop.note(index, of: numbers.count)
        try stop.check()
        answers.append(
          try number.changed(scenario, by: factor).flatMap { (changed) throws(Diagnostic) in
            try answer(changed)
          })
      }
    }
    var columns = DrawColumns(addsUp: false, memory: 1 << 20, keepsValues: true)
    for (index, answer) in answers.enumerated() {
      if let answer {
        columns.add(answer, draw: index)
      } else {
        columns.addFailure("it cannot be run", draw: index)
      }
    }
    self.columns = columns
    let values = columns.column()?.values ?? answers.map { _ in nil }
    central = values[0]
    bars = numbers.enumerated().map { index, number in
      Bar(
        name: number.name, value: number.value, atLow: values[1 + 2 * index],
        atHigh: values[2 + 2 * index])
    }.filter { ($0.swing ?? 0) != 0 }.widestFirst()
  }
}

/// A number that a scenario or a library states.
struct AssumedNumber {
  var name: String
  var value: String
  /// `set NAME attribute=` and the value, in brackets.
  private let begin: String

  init(_ entity: Declaration, _ attribute: Attribute) {
    let isDefinition = entity.kind.isDefinition
    name = isDefinition ? entity.name : "\(entity.name).\(attribute.name)"
    value = attribute.expression.canonical
    begin = isDefinition ? "set \(entity.name) = " : "set \(entity.name) \(attribute.name)="
  }

  /// The scenario with the number times a factor; nil where that is refused.
  func changed(_ scenario: Scenario, by factor: String) -> Scenario? {
    let script = Script(SourceText(name: "tornado", text: "\(begin)(\(value)) * \(factor)"))
    var copy = scenario
    guard let edit = try? StatementReader.edit(script.statements[0], in: copy),
      (try? edit.apply(to: &copy)) != nil
    else { return nil }
    return copy
  }
}

extension Scenario {
  /// The numbers that `assumptions` lists by a name: the scenario's assumptions, the model's numbers, and
  /// what its libraries say of what it uses.
  fileprivate var assumedNumbers: [AssumedNumber] {
    (entities(.assume) + [model] + usedOfLibraries).flatMap { entity in
      entity.attributes.filter(\.isNumeric).map { AssumedNumber(entity, $0) }
    }
  }
}

extension Attribute {
  /// Whether it is a number, also one that is worked out.
  fileprivate var isNumeric: Bool {
    switch value {
    case .number, .expression: true
    case .rate(.share), .rate(.perArea), .rate(.formula): true
    default: false
    }
  }
}
