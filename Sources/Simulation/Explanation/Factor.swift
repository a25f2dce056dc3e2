public import Diagnostics

/// A number of a run, and what it is made of. Model 8.
///
/// A factor's value follows from those of its parts by its kind, in binary64 and from the left to
/// the right, as the engine adds and multiplies: so another program can work it out again and meet
/// the very same number.
public struct Factor: Sendable {
  public enum Value: Sendable, Equatable {
    /// An exact amount of money.
    case fen(Int64)
    /// In the unit of the factor.
    case number(Double)
    /// Why there is no value.
    indirect case undefined(Sentence)

    /// As a number: money in yuan, nothing where undefined.
    public var size: Double {
      switch self {
      case .fen(let fen): Double(fen) / 100
      case .number(let number): number
      case .undefined: 0
      }
    }
  }

  /// How a value follows from those of the parts.
  public enum Kind: Sendable, Equatable {
    /// The parts added, from nought and from the left.
    case sum
    /// The parts multiplied, from the left.
    case product
    /// The one part times a scale, rounded half-even to whole fen.
    case rounding(scale: Double)
    /// The first part less the second, both running totals.
    case runningTotals
    /// The first part less the second.
    case difference
    /// The one part with the other sign.
    case negation
    /// The first part over the second, times a number and over another; money counts in yuan.
    case quotient(times: Double, over: Double)
    /// An operator of the language between two parts; money counts in fen.
    case operation(String)
    /// The one part in another unit: times the first number, over the second.
    case conversion(Double, Double)
    /// An equation of the model.
    case formula(Formula)
    /// A function of the language over its parts.
    case function(String)
    /// The one part as the ledger has it: its numbers were added in another order.
    case agreement
    /// What a declaration states, or what holds where nothing is stated.
    case stated
    /// What a run has read or worked out, without parts of its own.
    case reading
    /// No value, because of its parts.
    case undefined
  }

  /// In the words of the field: `output at full size`.
  public var label: Sentence
  public var kind: Kind
  public var value: Value
  /// `yuan`, `jobs`, `years`; empty for a pure number, `share` for one that is read as a percentage.
  public var unit: String
  /// The attributes that say so.
  public var statements: [StatementKey]
  /// A sentence on how it came about; empty where the label says enough.
  public var note: Sentence
  private var own: Parts

  private enum Parts: Sendable {
    case known([Factor])
    case later(@Sendable () -> [Factor])
  }

  /// What it is made of; worked out when it is asked for.
  public var parts: [Factor] {
    switch own {
    case .known(let parts): parts
    case .later(let make): make()
    }
  }

  /// Whether its parts need not be worked out first.
  public var isKnown: Bool {
    if case .known = own { return true }
    return false
  }

  /// Whether there is nothing below it, as far as is known without working it out.
  public var isLeaf: Bool {
    if case .known(let parts) = own { return parts.isEmpty }
    return false
  }

  public init(
    _ label: Sentence, _ kind: Kind, _ value: Value, _ unit: String = "", parts: [Factor] = [],
    statements: [StatementKey] = [], note: Sentence = ""
  ) {
    self.label = label
    self.kind = kind
    self.value = value
    self.unit = unit
    self.statements = statements
    self.note = note
    own = .known(parts)
  }

  public init(
    _ label: Sentence, _ kind: Kind, _ value: Value, _ unit: String = "", note: Sentence = "",
    later parts: @escaping @Sendable () -> [Factor]
  ) {
    self.label = label
    self.kind = kind
    self.value = value
    self.unit = unit
    statements = []
    self.note = note
    own = .later(parts)
  }
}

/// An attribute of an entity, by their names; of a firm or cohort it may be its sector's.
public struct StatementKey: Sendable, Hashable {
  public var entity: String
  public var attribute: String

  public init(_ entity: String, _ attribute: String) {
    self.entity = entity
    self.attribute = attribute
  }
}
