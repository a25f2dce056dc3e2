public import Diagnostics
import Ensembles
import Language
public import ParkModel
import Quantities

/// For each input by itself, the value at which a figure comes to what it is held against, the others
/// staying as they are.
public struct Switching: Sendable {
  public struct Row: Sendable {
    public let name: String
    /// As it is now, and as it is written.
    public let now: String
    /// The value that flips it, as one types it; nil where none in its range does.
    public var value: String?
    /// How far that is from now, as a share of what is now; nil where now is nothing.
    public var distance: Double?
    /// Where it jumps over what it is held against, the flipping value is where it does.
    public var isJump = false
    /// Whether there are others farther off.
    public var hasOthers = false
    /// The ends between which it was looked for.
    public let range: String
    /// Whether those are of a range that the scenario gives.
    public let isGiven: Bool
    /// Whether the figure moved at all.
    public var moves = false
  }

  /// Those that are flipped, the nearest first; then those that are not, as they came.
  public let rows: [Row]
  /// What both sides are now.
  public let now: [FigureValue]
  /// Numbers that are nothing now, of which no share says anything.
  public let zeros: Int

  public init(
    _ request: EqualityRequest, _ inputs: [SwitchingInput], _ runs: VariedRuns
  ) throws(Diagnostic) {
    now = runs.values(of: runs.scenario)
    let tolerance = request.tolerance(now)
    zeros = inputs.count { $0.isNothing }
    let tried = inputs.filter { !$0.isNothing }
    let found = try ParallelRuns.results(tried.count, threads: runs.threads, stop: runs.stop) {
      (index) -> Row? in
      try? tried[index].row(request, runs, tolerance: tolerance)
    }
    try runs.stop.check()
    let rows = found.compactMap(\.self)
    let order = rows.indices.sorted { a, b in
      let (one, two) = (rows[a], rows[b])
      guard (one.value == nil) == (two.value == nil) else { return one.value != nil }
      let (near, far) = (
        one.distance?.magnitude ?? .infinity, two.distance?.magnitude ?? .infinity
      )
      return near == far ? a < b : near < far
    }
    self.rows = order.map { rows[$0] }
  }
}

/// A number that a question moves: within the range that the scenario gives it, or a multiple of what it is.
public struct SwitchingInput: Sendable {
  public let name: String
  private let input: NamedInput
  private let written: Attribute
  private let kind: Kind

  private enum Kind {
    /// One distribution that is the whole value: its ends, and how its numbers are written.
    case range(low: Double, high: Double, now: Double, LiteralForm)
    /// A number times a factor; of a schedule, all of its numbers.
    case scaled(now: Double?, upTo: Double)
  }

  /// What 0.1 % and 99.9 % of the draws of a range do not exceed are its ends.
  private static let tails = (0.001, 0.999)
  /// What has no range is looked for up to so many times of what it is.
  private static let most = 10.0

  /// Nil of what is no number.
  init?(
    _ entity: Declaration, _ attribute: Attribute, _ parameters: [String: UncertainParameter],
    _ evaluated: Scenario
  ) {
    guard let row = entity.kind.row.attribute(named: attribute.name) else { return nil }
    input = NamedInput(entity, row, at: attribute.location)
    written = attribute
    name = input.name
    if let parameter = parameters[name], parameters["\(name)#2"] == nil,
      attribute.expression.distributions.first == attribute.expression.span
    {
      let inverse = parameter.distribution.inverse
      let form = attribute.expression.ends?.form ?? LiteralForm(parameter.distribution.unit)
      kind = .range(
        low: form.number(inverse(SwitchingInput.tails.0)),
        high: form.number(inverse(SwitchingInput.tails.1)),
        now: form.number(parameter.distribution.central), form)
      return
    }
    let value = evaluated.entity(named: entity.name)?.attribute(named: attribute.name)
    if entity.kind == .assume {
      // What names and dates come to is not a number to be moved by itself.
      guard attribute.expression.isMovable else { return nil }
      kind = .scaled(now: attribute.expression.quantity?.value, upTo: SwitchingInput.most)
      return
    }
    guard let number = value?.number else { return nil }
    let size = max(number.smallest.magnitude, number.largest.magnitude)
    var most = SwitchingInput.most
    if size > 0, let bounds = input.bounds, number.largest > 0 {
      most = min(most, bounds.range.upperBound / number.largest)
    } else if case .rate(.share)? = value?.value, size > 0 {
      most = min(most, 1 / number.largest)
    }
    kind = .scaled(now: size == 0 ? 0 : number.values.count == 1 ? size : nil, upTo: most)
  }

  var isNothing: Bool {
    if case .scaled(now: 0, upTo: _) = kind { return true }
    return false
  }

  /// What becomes of the figure over the range.
  func row(
    _ request: EqualityRequest, _ runs: VariedRuns, tolerance: Double
  ) throws(Diagnostic) -> Switching.Row {
    let (low, high, start) = ends
    var row = Switching.Row(
      name: name, now: written.expression.canonical, range: "\(text(low)) to \(text(high))",
      isGiven: isGiven)
    func gap(_ number: Double) -> Double? {
      guard let change = try? change(number, runs.scenario) else { return nil }
      return request.gap(runs.values(with: [change]))
    }
    // From now outwards, so that the nearest is found: the ends of both halves first.
    var candidates: [(number: Double, isJump: Bool, isSeveral: Bool)] = []
    let here = gap(start)
    for end in [low, high] where end != start {
      try runs.stop.check()
      let there = gap(end)
      let between = gap(start + (end - start) / 2)
      // What is the same at three places does not move it.
      if here == there, here == between { continue }
      row.moves = true
      let (from, to) = end < start ? (end, start) : (start, end)
      let search = try RootSearch(
        from: from, to: to, tolerance: tolerance, scan: 4, looksCloser: false
      ) {
        (numbers) throws(Diagnostic) in
        try runs.stop.check()
        return numbers.map { $0 == start ? here : $0 == end ? there : gap($0) }
      }
      switch search.result {
      case .root(let number): candidates.append((number, false, false))
      case .jump(let number, _, _): candidates.append((number, true, false))
      case .several(let brackets):
        guard let nearest = end < start ? brackets.last : brackets.first else { continue }
        let inner = try RootSearch(
          from: nearest.lowerBound, to: nearest.upperBound, tolerance: tolerance
        ) { (numbers) throws(Diagnostic) in
          try runs.stop.check()
          return numbers.map(gap)
        }
        switch inner.result {
        case .root(let number): candidates.append((number, false, true))
        case .jump(let number, _, _): candidates.append((number, true, true))
        default: candidates.append((nearest.lowerBound, false, true))
        }
      case .everywhere, .none, .undefined: break
      }
    }
    let nearest = candidates.min {
      ($0.number - start).magnitude < ($1.number - start).magnitude
    }
    guard let nearest else { return row }
    row.value = text(nearest.number)
    row.isJump = nearest.isJump
    row.hasOthers = candidates.count > 1 || nearest.isSeveral
    row.distance = start == 0 ? nil : (nearest.number - start) / start.magnitude
    return row
  }

  private var isGiven: Bool {
    if case .range = kind { return true }
    return false
  }

  /// What is tried: numbers of a range, or factors.
  private var ends: (low: Double, high: Double, now: Double) {
    switch kind {
    case .range(let low, let high, let now, _): (low, high, now)
    case .scaled(_, let most): (0, max(1, most), 1)
    }
  }

  /// The value as one types it; of a schedule, as a multiple of what is written.
  private func text(_ number: Double) -> String {
    switch kind {
    case .range(_, _, _, let form): return form.text(LiteralForm.rounded(number, digits: 5))
    case .scaled:
      if let quantity = written.expression.quantity, let form = LiteralForm(written.expression) {
        return form.text(LiteralForm.rounded(form.number(quantity.value) * number, digits: 5))
      }
      return NumberFormat.significant(number * 100) + " % of it"
    }
  }

  private func change(
    _ number: Double, _ scenario: Scenario
  ) throws(Diagnostic) -> VariationAxis.Change {
    if case .range(_, _, _, let form) = kind {
      return VariationAxis.Change(rank: 0, try input.edit(number, form, for: "switching"))
    }
    return VariationAxis.Change(
      rank: 0,
      try input.edit(
        written.expression.canonical, times: number, scenario.units, for: "switching"))
  }
}

extension Expression {
  /// Whether it is a number or a schedule of numbers as it stands, without names.
  fileprivate var isMovable: Bool {
    switch kind {
    case .schedule(let entries): entries.allSatisfy { $0.value.quantity != nil }
    default: quantity != nil
    }
  }
}

extension Scenario {
  /// The numbers that have a range or a source: uncertain ones, assumptions, the model's numbers, what
  /// libraries say of what is used, and whatever a source is named for.
  /// `withoutSource` lists the other numbers of the scenario's own things too.
  public func switchingInputs(
    stop: StopSignal, withoutSource: Bool = false
  ) throws(Diagnostic) -> [SwitchingInput] {
    let parameters = Dictionary(
      try uncertainParameters(stop: stop).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    let evaluated = try evaluated(stop: stop)
    func isSourced(_ entity: Declaration, _ attribute: Attribute) -> Bool {
      let name = "\(entity.name).\(attribute.name)"
      return withoutSource || parameters[name] != nil
        || entity.citations.contains { !$0.isBuiltIn && $0.attribute == attribute.name }
    }
    let others = all.filter { $0.library == nil && $0.kind != .assume && !$0.kind.isDefinition }
    return (entities(.assume) + [model] + usedOfLibraries).flatMap { entity in
      entity.attributes.compactMap { SwitchingInput(entity, $0, parameters, evaluated) }
    }
      + others.flatMap { entity in
        entity.attributes.filter { isSourced(entity, $0) }
          .compactMap { SwitchingInput(entity, $0, parameters, evaluated) }
      }
  }
}
