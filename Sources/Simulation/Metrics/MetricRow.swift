public import Diagnostics

/// A figure of a projection that can be asked for by name.
public struct MetricRow: Sendable {
  /// How steps come together in a longer period. Language 5.
  public enum Kind: Sendable {
    /// The sum of the steps.
    case flow
    /// The value at the end.
    case stock
    /// Made of other figures of the period.
    case ratio
  }

  indirect enum Formula: Sendable {
    /// The sum of some amounts.
    case money([Amount])
    /// The sum of some amounts from the beginning of time.
    case moneyToDate([Amount])
    /// The sum of a tax at a level; nil for all.
    case tax(Level?)
    case measure(Measure)
    /// The sum of a flow from the scenario's start.
    case measureToDate(Measure)
    /// The sum of some measures.
    case total([Measure])
    /// What is net additional of a measure. Model 7.
    case additional(Measure)
    /// Some amounts, less what of others is not additional. Model 6, net local.
    case additionalMoney([Amount], judged: [Amount])
    case difference(Measure, Measure)
    /// One figure over another, times a factor; per year of the period where asked.
    case quotient(Formula, Formula, factor: Double, perYear: Bool)
    /// Agglomeration of the one park in scope.
    case agglomeration
    /// e^ℓ - 1 of the one city in scope.
    case uplift
    /// Market potential of the one city in scope.
    case potential

    /// Whether it is more in a longer period.
    var growsWithPeriod: Bool {
      switch self {
      case .money, .tax, .additionalMoney: true
      case .measure(let measure), .additional(let measure), .difference(let measure, _):
        measure.isFlow
      case .total(let measures): measures.contains(where: \.isFlow)
      case .quotient(let above, let below, _, let perYear):
        !perYear && above.growsWithPeriod && !below.growsWithPeriod
      case .moneyToDate, .measureToDate, .agglomeration, .uplift, .potential: false
      }
    }

    /// Why nothing can be divided by it when it is zero.
    var absence: Sentence {
      switch self {
      case .measure(.occupiedLand): "no land is occupied"
      case .measure(.servicedLand): "no land is serviced"
      case .tax: "there is no tax"
      default: "it is divided by zero"
      }
    }
  }

  /// Accounts to be added, or taken off.
  enum Amount: Sendable {
    case plus(Account)
    case minus(Account)
    /// Of every tax.
    case localTax
    /// What enclaves pass on of every tax, and beside.
    case transfers
    case rebates
    case lessRebates
    case displaced
    case lessDisplaced
    /// Of a level; nil for all.
    case refunds(Level?)
    case lessLocalRefunds

    /// How often an account counts.
    func weight(of account: Account) -> Int64 {
      switch self {
      case .plus(let one): account == one ? 1 : 0
      case .minus(let one): account == one ? -1 : 0
      case .localTax: account.tax?.level == .local ? 1 : 0
      case .transfers: account.part?.part == .transfer || account == .fixedTransfer ? 1 : 0
      case .rebates: account.part?.part == .rebate ? 1 : 0
      case .lessRebates: account.part?.part == .rebate ? -1 : 0
      case .displaced: account.part?.part == .displaced ? 1 : 0
      case .lessDisplaced: account.part?.part == .displaced ? -1 : 0
      case .refunds(let level):
        if case .refund(let own)? = account.part?.part, level == nil || own == level {
          1
        } else {
          0
        }
      case .lessLocalRefunds: account.part?.part == .refund(.local) ? -1 : 0
      }
    }
  }

  public let name: String
  /// What Chinese statistics call it, for headings.
  public let chinese: String
  public let kind: Kind
  /// Of the value as shown; empty for a pure number.
  public let unit: String
  /// Base units of one shown unit.
  let scale: Double
  /// How it can be divided with `by=`.
  public let divisions: Set<Division>
  public var summary: String { meaning.text }
  /// The same, for other languages.
  public let meaning: Sentence
  let formula: Formula
  /// For what belongs to places alone: the metric that says the like of firms, cohorts and sectors.
  public let ofFirms: String?

  init(
    _ name: String, _ chinese: String, _ kind: Kind, _ unit: String, scale: Double = 1,
    by divisions: Set<Division> = Division.ofTenants, ofFirms: String? = nil, _ formula: Formula,
    _ meaning: Sentence
  ) {
    self.ofFirms = ofFirms
    self.name = name
    self.chinese = chinese
    self.kind = kind
    self.unit = unit
    self.scale = scale
    self.divisions = divisions
    self.formula = formula
    self.meaning = meaning
  }

  /// What may be named as a scope: also what has no value, and a reason that names another metric.
  public var scopes: Set<Division> {
    ofFirms == nil ? divisions : divisions.union([.firm, .sector])
  }

  /// Whether the figures of parts add up to that of the whole.
  public var addsUp: Bool {
    switch formula {
    case .money, .moneyToDate, .tax, .measure, .measureToDate, .total, .additional, .difference:
      true
    // Rounded for each column by itself.
    case .additionalMoney: false
    case .quotient, .agglomeration, .uplift, .potential: false
    }
  }

  /// Whether it is more in a longer period: sums are, and what is made of one and of something that is none.
  public var growsWithPeriod: Bool { formula.growsWithPeriod }

  /// Whether an amount of money is in it, so that prices change it.
  public var isOfMoney: Bool { formula.isOfMoney }

  /// Whether the chance of closing is in it.
  public var isExpected: Bool { formula.isExpected }

  /// Whether it is another where nothing closes, if only because no land is let again.
  public var dependsOnFirms: Bool { formula.dependsOnFirms }

  /// Whether it is an exact amount of money.
  public var isMoney: Bool { unit == "yuan" }
}

/// What a figure can be divided by.
public enum Division: String, Sendable, CaseIterable {
  case firm, jurisdiction, level, park, phase, sector, tax

  /// What a figure of tenants and phases divides by.
  static let ofTenants: Set<Division> = [.firm, .jurisdiction, .park, .phase, .sector]
  /// What a figure of taxes divides by.
  static let ofTaxes: Set<Division> = ofTenants.union([.level, .tax])
  /// What a figure of places divides by.
  static let ofPlaces: Set<Division> = [.jurisdiction, .park, .phase]
}

/// A metric as asked for: a row, and for `tax.NAME` the tax.
public struct Metric: Sendable {
  public let row: MetricRow
  /// As it was asked for: `tax.vat`.
  public let name: String
  /// The place of a single tax in the plan.
  let tax: Int?
}
