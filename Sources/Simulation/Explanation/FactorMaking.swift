import Diagnostics
import Quantities

/// Factors whose values follow from their parts.
extension Factor {
  /// The parts multiplied from the left. Parts of exactly one change nothing and are left out where
  /// nobody stated them; a product of one part is that part.
  static func product(
    _ label: Sentence, _ unit: String, _ parts: [Factor], note: Sentence = ""
  ) -> Factor {
    let telling = parts.filter { $0.value != .number(1) || !$0.statements.isEmpty || !$0.isLeaf }
    let kept = telling.isEmpty ? Array(parts.prefix(1)) : telling
    var value = 1.0
    for (index, part) in kept.enumerated() {
      value = index == 0 ? part.number : value * part.number
    }
    return Factor(label, .product, .number(value), unit, parts: kept, note: note)
  }

  /// The parts added from nought; those of nothing are left out.
  static func sum(
    _ label: Sentence, _ unit: String, _ parts: [Factor], note: Sentence = ""
  ) -> Factor {
    let kept = parts.filter { $0.number != 0 }
    var value = 0.0
    for part in kept { value += part.number }
    return Factor(label, .sum, .number(value), unit, parts: kept, note: note)
  }

  /// An amount of yuan as it is posted: rounded half-even to the fen; nil where that cannot be
  /// stored.
  static func rounding(_ label: Sentence, _ part: Factor, scale: Double = 100) -> Factor {
    let fen = (part.number * scale).rounded(.toNearestOrEven)
    guard fen.magnitude < 9e18 else {
      return Factor(label, .undefined, .undefined("it is more than a ledger can say"), "yuan")
    }
    return Factor(
      label, .rounding(scale: scale), .fen(Int64(fen)), "yuan", parts: [part],
      note: "rounded half-even to the fen")
  }

  /// What a running total grew by.
  static func growth(
    _ label: Sentence, from before: Factor, to after: Factor, note: Sentence = ""
  ) -> Factor {
    Factor(
      label, .runningTotals, .fen(after.fen - before.fen), "yuan", parts: [after, before],
      note: note)
  }

  /// What an attribute states, as the run reads it.
  static func stated(
    _ label: Sentence, _ value: Double, _ unit: String, _ entity: String, _ attribute: String,
    note: Sentence = ""
  ) -> Factor {
    Factor(
      label, .stated, .number(value), unit, statements: [StatementKey(entity, attribute)],
      note: note)
  }

  static func reading(
    _ label: Sentence, _ value: Double, _ unit: String, note: Sentence = "",
    statements: [StatementKey] = []
  ) -> Factor {
    Factor(label, .reading, .number(value), unit, statements: statements, note: note)
  }

  static func formula(
    _ formula: Formula, _ label: Sentence, _ value: Double, _ unit: String, _ parts: [Factor],
    note: Sentence = ""
  ) -> Factor {
    Factor(label, .formula(formula), .number(value), unit, parts: parts, note: note)
  }

  /// What others leave of a factor, never below nothing; `note` is told what it would be.
  static func remainder(
    _ label: Sentence, _ unit: String, of whole: Factor, less others: [Factor],
    note: (Double) -> Sentence = { _ in "" }
  ) -> Factor {
    let rest = others.reduce(whole.number) { $0 - $1.number }
    return .formula(.remainder, label, max(0, rest), unit, [whole] + others, note: note(rest))
  }

  /// The number of a factor that has one; nought of one that has none.
  var number: Double {
    switch value {
    case .number(let number): number
    case .fen(let fen): Double(fen)
    case .undefined: 0
    }
  }

  /// The fen of a factor of money.
  var fen: Int64 {
    if case .fen(let fen) = value { return fen }
    return 0
  }

  /// The same with another label.
  func named(_ label: Sentence) -> Factor {
    var copy = self
    copy.label = label
    return copy
  }

  /// A number within a sentence.
  static func text(_ number: Double) -> String { NumberFormat.significant(number) }
}
