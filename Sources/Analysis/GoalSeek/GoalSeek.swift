public import Diagnostics
public import Language
public import ParkModel
import Quantities

/// The value of one input at which a figure comes to what it is to be.
public struct GoalSeek: Sendable {
  public let search: RootSearch
  /// How many runs it took.
  public private(set) var runs: Int
  /// Of a root: the value as one types it, of no more digits than the goal needs, and both sides there.
  public private(set) var value: String?
  public private(set) var reached: [FigureValue] = []
  /// What both sides were where it was looked first; nil where they had no value.
  public let first: [FigureValue]?
  /// What the left side was at least and at most, in the unit that it had first; nil where it had no value.
  public let reach: ClosedRange<Double>?
  /// Why runs have no value, and how many for each reason.
  public let reasons: [(text: String, count: Int)]
  /// How values are written.
  public let form: LiteralForm

  /// - Parameter range: two numbers, `10 to 500`, between which it is looked for.
  public init(
    _ request: EqualityRequest, by input: NamedInput, within range: Expression,
    _ source: SourceText, _ runs: VariedRuns
  ) throws(Diagnostic) {
    let place = Location(source, range.span)
    guard let ends = range.ends, let low = ends.low.quantity?.value(in: ends.form.unit),
      let high = ends.high.quantity?.value(in: ends.form.unit)
    else {
      throw Diagnostic(
        "wrong-kind", "`within` takes two numbers, the lower one first", at: place,
        help: ["for example `within 10 to 500`"])
    }
    guard low < high else {
      throw Diagnostic(
        "out-of-range", "the lower end of a range stands first", at: place,
        help: low == high ? [] : ["write `within \(ends.high.canonical) to \(ends.low.canonical)`"])
    }
    let form = ends.form
    self.form = form
    let (first, last) = (form.number(low), form.number(high))
    // Both ends are values that the input takes.
    for end in [first, last] { _ = try GoalSeek.change(input, form, end, at: place) }
    var sides: [FigureValue]?
    var column = FigureColumn()
    var lefts: [Double] = []
    var unit: Unit?
    func note(_ both: [FigureValue]) {
      guard case .number(let own) = both[0], request.gap(both) != nil else { return }
      unit = unit ?? own.unit
      if let amount = unit.flatMap({ both[0].amount(in: $0) }) { lefts.append(amount) }
    }
    func values(_ numbers: [Double]) throws(Diagnostic) -> [[FigureValue]] {
      var changes: [[VariationAxis.Change]] = []
      for number in numbers {
        changes.append([try GoalSeek.change(input, form, number, at: place)])
      }
      let axis = VariationAxis(changes: changes)
      return try runs.values([axis], at: numbers.indices.map { [$0] })
    }
    func gaps(_ numbers: [Double]) throws(Diagnostic) -> [Double?] {
      let found = try values(numbers)
      for both in found {
        note(both)
        if sides == nil, request.gap(both) != nil { sides = both }
        for value in both { if case .none = value { column.add(value) } }
      }
      return found.map(request.gap)
    }
    // What both sides are at one end says how near is near.
    let probe = try values([first])[0]
    note(probe)
    // A billionth of what is asked for is near: a quarter of it for the search, since a figure of money is
    // a sum of whole fen and steps by some of them, and the rest for rounding the value.
    let asked = probe[0].unit.flatMap { probe[1].amount(in: $0) }?.magnitude ?? 0
    let near = max(request.tolerance(probe), asked * 0.25e-9)
    // What it is at hand is looked at too: what one sees there is not to be denied.
    let written = try input.attribute(in: runs.scenario).flatMap { (own) throws(Diagnostic) in
      try input.number(own.expression, own.location.source)?.value(in: form.unit).map(form.number)
    }
    let search = try RootSearch(
      from: first, to: last, tolerance: near, also: written.map { [$0] } ?? []
    ) { (numbers) throws(Diagnostic) in
      // The end is known already.
      let rest = numbers.first == first ? Array(numbers.dropFirst()) : numbers
      let known: [Double?] = rest.count < numbers.count ? [request.gap(probe)] : []
      return known + (rest.isEmpty ? [] : try gaps(rest))
    }
    self.search = search
    if sides == nil, request.gap(probe) != nil { sides = probe }
    self.first = sides
    reasons = column.reasons
    reach = lefts.min().flatMap { least in lefts.max().map { least...$0 } }
    self.runs = search.evaluations
    guard case .root(let root) = search.result else { return }
    let goal = sides.flatMap { both in both[0].unit.flatMap { both[1].amount(in: $0) } } ?? 0
    let allowed = max(goal.magnitude * 0.75e-9, request.tolerance(probe))
    let number =
      (2...15).lazy.map { LiteralForm.rounded(root, digits: $0) }.first { rounded in
        rounded >= first && rounded <= last
          && (rounded - root).magnitude * search.slope.magnitude <= allowed
      } ?? root
    value = form.text(number)
    reached = try values([number])[0]
    self.runs += 1
  }

  private static func change(
    _ input: NamedInput, _ form: LiteralForm, _ number: Double, at place: Location
  ) throws(Diagnostic) -> VariationAxis.Change {
    do throws(Diagnostic) {
      return VariationAxis.Change(rank: 0, try input.edit(number, form, for: "goal"))
    } catch {
      var problem = error
      problem.location = place
      throw problem
    }
  }
}
