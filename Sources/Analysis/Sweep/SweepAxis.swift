public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// The values that a sweep gives one input.
public struct SweepAxis: Sendable {
  public let input: NamedInput
  /// As they are typed.
  public private(set) var labels: [String] = []
  /// The number in front of each, where all are written alike: `25` of `25万元/亩`; else nil.
  public private(set) var numbers: [Double]?
  /// What stands behind them then.
  public private(set) var ending = ""
  public private(set) var axis: VariationAxis

  /// As many values as one axis has at most.
  public static let most = 1_000_000.0

  /// Values one by one. Each is read as `set` reads it; throws where one of them is refused.
  public init(
    _ input: NamedInput, _ values: [Expression], _ source: SourceText, rank: Int
  ) throws(Diagnostic) {
    self.input = input
    var changes: [[VariationAxis.Change]] = []
    var quantities: [Quantity] = []
    var forms: [LiteralForm] = []
    for value in values {
      changes.append([VariationAxis.Change(rank: rank, try input.edit(value, source))])
      labels.append(value.canonical)
      if let quantity = try input.number(value, source) { quantities.append(quantity) }
      if let form = LiteralForm(value) { forms.append(form) }
    }
    var found: [VariationAxis.Numbers]?
    if let unit = quantities.first?.unit, quantities.count == values.count,
      quantities.allSatisfy({ $0.unit == unit })
    {
      found = [VariationAxis.Numbers(input, quantities.map(\.value), unit)]
    }
    axis = VariationAxis(changes: changes, numbers: found)
    if let form = forms.first, forms.count == values.count, forms.allSatisfy({ $0 == form }) {
      numbers = values.map { form.number($0.quantity?.value ?? 0) }
      ending = form.ending
    }
  }

  /// From one end to another in steps.
  public init(
    _ input: NamedInput, _ steps: SweepSteps, at place: Location, rank: Int, stop: StopSignal
  ) throws(Diagnostic) {
    self.input = input
    var changes: [[VariationAxis.Change]] = []
    var quantities: [Quantity] = []
    let values = steps.values()
    for (index, value) in values.enumerated() {
      if index % 512 == 0 { try stop.check() }
      let text = value.expression.canonical
      do throws(Diagnostic) {
        let source = SourceText(name: "sweep", text: text)
        changes.append(
          [VariationAxis.Change(rank: rank, try input.edit(value.expression, source))])
        if let quantity = try input.number(value.expression, source) { quantities.append(quantity) }
      } catch {
        // What is wrong with a value stands in no line of the user's.
        var problem = error
        problem.location = place
        problem.notes.append(Diagnostic.Note("one of its values is `\(text)`"))
        throw problem
      }
    }
    labels = values.map(\.label)
    let isOfNumbers = quantities.count == labels.count && !quantities.isEmpty
    axis = VariationAxis(
      changes: changes,
      numbers: isOfNumbers
        ? [VariationAxis.Numbers(input, quantities.map(\.value), quantities[0].unit)] : nil)
    let written = values.compactMap(\.number)
    numbers = written.count == values.count ? written : nil
    ending = steps.ending
  }
}
