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

  /// From one number to another in steps.
  public struct Steps: Sendable {
    let first: Double
    let step: Double
    let form: LiteralForm
    /// How many values there are; not yet made, for there may be very many.
    public let count: Double

    /// Throws where the two are no numbers, or the step leads nowhere.
    public init(
      _ range: Expression, step: Expression, _ source: SourceText
    ) throws(Diagnostic) {
      guard let ends = range.ends, let low = ends.low.quantity?.value(in: ends.form.unit),
        let high = ends.high.quantity?.value(in: ends.form.unit)
      else {
        throw Diagnostic(
          "wrong-kind", "a range of values goes from one number to another",
          at: Location(source, range.span),
          help: ["write for example `10..40万元/亩`, or name the values: `[2018, 2020]`"])
      }
      form = ends.form
      guard let size = Steps.size(of: step, form) else {
        throw Diagnostic(
          "wrong-dimension", "`step` is in another unit than what it steps through",
          at: Location(source, step.span), help: ["write for example `step=\(form.text(1))`"])
      }
      (first, self.step) = (form.number(low), size)
      let distance = form.number(high) - first
      guard size != 0, distance == 0 || (distance < 0) == (size < 0) else {
        throw Diagnostic(
          "out-of-range", "no step of `\(step.canonical)` leads from one end to the other",
          at: Location(source, step.span),
          notes: [Diagnostic.Note("it is `\(range.canonical)`")])
      }
      // What binary arithmetic leaves is no step.
      count = (distance / size + 1e-9).rounded(.down) + 1
    }

    /// A step in front of the ending; a bare one has the unit of the range.
    private static func size(of step: Expression, _ form: LiteralForm) -> Double? {
      guard let quantity = step.quantity else { return nil }
      if step.isBareNumber, form.unit != .one || !form.ending.isEmpty { return quantity.value }
      return quantity.value(in: form.unit).map(form.number)
    }

    /// What stands in front of the ending of each.
    func numbers() -> [Double] {
      (0..<Int(min(count, SweepAxis.most))).map { LiteralForm.tidy(first + Double($0) * step) }
    }
  }

  /// From one number to another in steps.
  public init(
    _ input: NamedInput, _ steps: Steps, at place: Location, rank: Int, stop: StopSignal
  ) throws(Diagnostic) {
    self.input = input
    var changes: [[VariationAxis.Change]] = []
    var quantities: [Quantity] = []
    let written = steps.numbers()
    for (index, number) in written.enumerated() {
      if index % 512 == 0 { try stop.check() }
      let text = steps.form.text(number)
      do throws(Diagnostic) {
        let source = SourceText(name: "sweep", text: text)
        let value = steps.form.expression(number, at: Span(0, text.utf8.count))
        changes.append([VariationAxis.Change(rank: rank, try input.edit(value, source))])
        if let quantity = try input.number(value, source) { quantities.append(quantity) }
      } catch {
        // What is wrong with a value stands in no line of the user's.
        var problem = error
        problem.location = place
        problem.notes.append(Diagnostic.Note("one of its values is `\(text)`"))
        throw problem
      }
    }
    labels = written.map(steps.form.text)
    let isOfNumbers = quantities.count == labels.count && !quantities.isEmpty
    axis = VariationAxis(
      changes: changes,
      numbers: isOfNumbers
        ? [VariationAxis.Numbers(input, quantities.map(\.value), quantities[0].unit)] : nil)
    numbers = written
    ending = steps.form.ending
  }
}
