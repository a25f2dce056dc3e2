import Diagnostics
import Language
public import ParkModel
public import Quantities
public import Simulation

/// What a figure with one value comes to in a run.
public enum FigureValue: Sendable, Equatable {
  /// In the unit that it has.
  case number(Quantity)
  /// Why it has none.
  case none(String)

  init(_ answer: DrawAnswer) {
    guard let value = answer.values.first?.first else {
      self = .none("it has no value")
      return
    }
    switch value {
    case .number(let number) where number.isFinite:
      self = .number(Quantity(number, answer.unit ?? .one))
    case .number: self = .none("it is more than a number can say")
    case .none(let reason): self = .none(reason)
    }
  }

  /// The number in a unit; nil where there is none.
  public func value(in unit: Unit) -> Double? {
    guard case .number(let quantity) = self else { return nil }
    return quantity.unit == unit ? quantity.value : quantity.value(in: unit)
  }

  /// The same, where nought is nought in every unit, and a bare number beside money is yuan.
  public func amount(in unit: Unit) -> Double? {
    if case .number(let quantity) = self {
      if quantity.value == 0 { return 0 }
      if unit.dimension == .money, let plain = quantity.value(in: .one) {
        return Quantity(plain, UnitTable.known("yuan")).value(in: unit)
      }
    }
    return value(in: unit)
  }

  /// The unit of the number.
  public var unit: Unit? {
    if case .number(let quantity) = self { return quantity.unit }
    return nil
  }
}

extension FigureRequest {
  /// What it comes to in a run of a scenario, which need not be the one that it was read against.
  /// At a point of uncertain numbers, where the run is at one.
  public func value(
    in scenario: Scenario, _ projection: Projection, at point: [String: Double] = [:]
  ) -> FigureValue {
    do throws(Diagnostic) {
      let context = FigureContext(
        scenario, projection, perStep: false, at: point, branches: branches)
      let outcome = try Evaluator(source: source, context: context).outcome(expression)
      guard let answer = DrawAnswer(outcome, remarks: []) else {
        return .none("`\(label)` goes by the age of a firm")
      }
      return FigureValue(answer)
    } catch {
      return .none(error.message.text)
    }
  }
}

/// What a figure comes to in many runs, all in the unit of the first.
public struct FigureColumn: Sendable {
  /// Nil where no run has a number.
  public private(set) var unit: Unit?
  public private(set) var values: [Double?] = []
  /// Why runs have none, and how many for each reason, in the order in which they came.
  public private(set) var reasons: [(text: String, count: Int)] = []

  public init() {}

  public init(_ values: some Sequence<FigureValue>) {
    for value in values { add(value) }
  }

  public mutating func add(_ value: FigureValue) {
    switch value {
    case .number(let quantity):
      let own = unit ?? quantity.unit
      unit = own
      guard let number = quantity.unit == own ? quantity.value : quantity.value(in: own) else {
        return miss("it is in another unit")
      }
      values.append(number)
    case .none(let reason): miss(reason)
    }
  }

  private mutating func miss(_ reason: String) {
    values.append(nil)
    if let index = reasons.firstIndex(where: { $0.text == reason }) {
      reasons[index].count += 1
    } else {
      reasons.append((reason, 1))
    }
  }
}
