/// A picture of figures: what it shows, apart from how and where it is drawn.
///
/// Terminal and SVG draw the same chart. Its numbers are in base units (money in yuan, shares of 1); what
/// is drawn has a magnitude and a language, as `FigureStyle` says.
public struct Chart: Sendable {
  public var title: Table.Note
  /// Of every number: `yuan`, `jobs`, `share`; empty for pure numbers.
  public var unit: String
  /// What its figures are, beside their unit.
  public var bases: [Table.Basis]
  public var marks: Marks
  /// Sentences below: prices, how many draws.
  public var notes: [Table.Note]
  /// In prices of which year its money is; nil where there is none, or the figures say more.
  public var priceYear: Int?

  public init(
    title: Table.Note, unit: String, bases: [Table.Basis] = [], marks: Marks,
    notes: [Table.Note] = [], priceYear: Int? = nil
  ) {
    self.title = title
    self.unit = unit
    self.bases = bases
    self.marks = marks
    self.notes = notes
    self.priceYear = priceYear
  }

  /// What is drawn of the figures.
  public enum Marks: Sendable {
    /// A line each, along the periods, named at its end; a band around those that have one.
    case curves([Curve], periods: [String])
    /// Parts that add up, one on the other, the first at the bottom.
    case areas([Curve], periods: [String])
    /// A bar for each period, of several curves side by side.
    case bars([Curve], periods: [String])
    /// Steps that lead from nothing to a total.
    case waterfall([Step])
    /// What a figure comes to where one input is at either end, the widest first.
    case tornado([Swing], central: Double)
    /// Which parts of what there is, from 0 to 1, something takes: a row each.
    case spans([Span])
  }

  /// Parts of a range.
  public struct Span: Sendable, Equatable {
    public var name: Table.Note
    /// From 0 to 1, the first at the left.
    public var parts: [ClosedRange<Double>]
    /// The same in words: `slow > 1.2y`.
    public var text: String

    public init(name: Table.Note, parts: [ClosedRange<Double>], text: String) {
      self.name = name
      self.parts = parts
      self.text = text
    }
  }

  /// Figures along the periods.
  public struct Curve: Sendable, Equatable {
    public var name: Table.Note
    /// As many as there are periods; nil where a figure is undefined.
    public var values: [Double?]
    /// Where an ensemble's draws lie, p5 to p95; nil for a plain run.
    public var band: Band?

    public init(name: Table.Note, values: [Double?], band: Band? = nil) {
      self.name = name
      self.values = values
      self.band = band
    }
  }

  /// The ends of a band, as many as there are periods.
  public struct Band: Sendable, Equatable {
    public var low: [Double?]
    public var high: [Double?]

    public init(low: [Double?], high: [Double?]) {
      self.low = low
      self.high = high
    }
  }

  /// One step of a waterfall.
  public struct Step: Sendable, Equatable {
    public var name: Table.Note
    /// By how much it goes up or down; of a total, where it stands.
    public var amount: Double
    /// Whether it stands on nothing: the beginning, the end, or a sum between.
    public var isTotal: Bool

    public init(name: Table.Note, amount: Double, isTotal: Bool = false) {
      self.name = name
      self.amount = amount
      self.isTotal = isTotal
    }
  }

  /// What a figure comes to where one input is at its low and at its high end.
  public struct Swing: Sendable, Equatable {
    public var name: Table.Note
    public var low: Double
    public var high: Double
    /// The ends of the input in words: `2min`, `34min`.
    public var ends: (low: String, high: String)

    public init(name: Table.Note, low: Double, high: Double, ends: (low: String, high: String)) {
      self.name = name
      self.low = low
      self.high = high
      self.ends = ends
    }

    public static func == (a: Swing, b: Swing) -> Bool {
      (a.name, a.low, a.high) == (b.name, b.low, b.high) && a.ends == b.ends
    }
  }
}

extension Chart {
  /// What stands below it: its notes and the prices.
  func sentences(_ style: FigureStyle) -> [String] {
    let prices = priceYear.map(Table.prices(of:))
    return (notes + [prices].compactMap(\.self)).map { $0.text(style) }
  }

  /// The smallest and the largest number that is drawn, nothing included where bars and areas stand on
  /// it; nil where nothing is defined.
  var extent: ClosedRange<Double>? {
    var numbers: [Double] = []
    func add(_ values: [Double?]) { numbers += values.compactMap(\.self).filter(\.isFinite) }
    switch marks {
    case .curves(let curves, _):
      for curve in curves {
        add(curve.values)
        add(curve.band?.low ?? [])
        add(curve.band?.high ?? [])
      }
    case .bars(let curves, _):
      for curve in curves { add(curve.values) }
      if !numbers.isEmpty { numbers.append(0) }
    case .areas(let curves, let periods):
      for period in periods.indices {
        let parts = curves.compactMap { $0.values[period] }.filter(\.isFinite)
        numbers.append(parts.filter { $0 > 0 }.reduce(0, +))
        numbers.append(parts.filter { $0 < 0 }.reduce(0, +))
      }
    case .waterfall(let steps):
      for stand in Chart.stands(steps) { numbers += [stand.from, stand.to] }
    case .tornado(let swings, let central):
      numbers = swings.flatMap { [$0.low, $0.high] } + [central]
    case .spans: numbers = [0, 1]
    }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    return least...most
  }

  /// From where to where the bar of each step of a waterfall reaches.
  static func stands(_ steps: [Step]) -> [(from: Double, to: Double)] {
    var level = 0.0
    return steps.map { step in
      let from = step.isTotal ? 0 : level
      level = step.isTotal ? step.amount : level + step.amount
      return (from, level)
    }
  }
}
