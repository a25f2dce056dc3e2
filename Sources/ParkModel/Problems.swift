import Diagnostics
import Language
import Quantities

/// What the model says of a declaration that it cannot take.
extension Diagnostic {
  /// `others` are missing too.
  static func missingAttribute(
    _ row: AttributeRow, of entity: Declaration, also others: [AttributeRow] = []
  ) -> Diagnostic {
    Diagnostic(
      "missing-attribute",
      "\(entity.kind.isNamed ? "`\(entity.name)`" : entity.kind.phrase) needs `\(row.name)`: "
        + row.summary,
      at: entity.location,
      notes: others.map { Diagnostic.Note("it needs `\($0.name)` too: \($0.summary)") },
      help: ["for example `\(entity.kind.row.example)`"])
  }

  static func conflict(_ message: Sentence, at place: Location) -> Diagnostic {
    Diagnostic("conflict", message, at: place, help: ["keep one of them"])
  }

  /// That a name stands for an attribute that came to no number.
  static func noNumber(_ attribute: Attribute) -> Diagnostic {
    Diagnostic(
      "wrong-kind", "`\(attribute.canonical)` is no number, and a number is read here",
      at: attribute.location)
  }

  static func wrongKind(
    _ row: AttributeRow, expected: String, found: Expression, at place: Location,
    help: Sentence? = nil
  ) -> Diagnostic {
    Diagnostic(
      "wrong-kind", "`\(row.name)` takes \(expected), and this is `\(found.canonical)`", at: place,
      help: help.map { [$0] } ?? [])
  }

  /// A number of the wrong dimension for an attribute, or without the unit that it needs.
  static func wrongDimension(
    _ row: AttributeRow, of kind: EntityKind?, unit: Unit, found: Dimension, isBare: Bool,
    written: Expression, at place: Location
  ) -> Diagnostic {
    if isBare {
      return Diagnostic(
        "missing-unit", "`\(row.name)` needs a unit behind `\(written.canonical)`", at: place,
        help: ["write for example `\(row.name)=\(sample(unit))`"])
    }
    return Diagnostic(
      "wrong-dimension",
      "`\(row.name)` is \(unit.dimension.phrase), but `\(written.canonical)` is \(found.phrase)",
      at: place,
      help: ["write for example `\(row.name)=\(sample(unit))`"] + others(of: kind, taking: found))
  }

  /// Offers the attributes of a kind that measure what was found: at most two.
  private static func others(of kind: EntityKind?, taking found: Dimension) -> [Sentence] {
    let rows = kind?.row.attributes ?? []
    let names = rows.filter { other in
      guard case .number(let unit, _) = other.form, found != .number,
        found != Dimension(time: -1)
      else { return false }
      return unit.dimension == found
    }.map(\.name)
    switch names.count {
    case 0: return []
    case 1: return ["did you mean `\(names[0])`?"]
    default: return ["did you mean `\(names[0])` or `\(names[1])`?"]
    }
  }

  /// A figure of a run where the run's own inputs are stated.
  static func resultAmongInputs(_ name: String, at place: Location) -> Diagnostic {
    Diagnostic(
      "result-among-inputs", "`\(name)` comes out of a run, and here is what goes into it",
      at: place)
  }

  /// A value that would be right where one in this unit is expected.
  private static func sample(_ unit: Unit) -> String {
    switch unit.dimension {
    case .area: "41.5ha"
    case .money: "5.2bn"
    case .time: unit.text == "min" ? "75min" : "18 months"
    case Dimension(money: 1, time: -1): "2.5bn yuan/year"
    case Dimension(area: -1): "60/ha"
    case Dimension(money: 1, area: -1): "30万元/亩"
    case Dimension(money: -1): "50/亿元"
    case Dimension(money: 1, area: -1, time: -1): "20万元/亩/year"
    case Dimension(money: -1, energy: 1): "0.52 tce/万元"
    case Dimension(energy: -1, mass: 1): "2.5 tCO2/tce"
    case Dimension(time: -1, mass: 1): "5000 t/year"
    default: "5%"
    }
  }

  /// What could be written for an attribute, the likeliest first, with its value in the unit.
  private static func candidates(
    _ row: AttributeRow, _ unit: Unit
  ) -> [(text: String, value: Double)] {
    // Shares are most of what has no unit; the others are counts.
    guard unit.dimension != .number else {
      guard case .number(_, let range) = row.form, range.upperBound > 100 else {
        return [("20%", 0.2), ("50%", 0.5), ("1", 1)]
      }
      return [("120", 120), ("12", 12)]
    }
    let text = row.name.hasPrefix("floor") ? "30 m2" : sample(unit)
    let script = Script(SourceText(name: "sample", text: "x \(row.name)=\(text)"))
    guard let statement = script.statements.first else { return [] }
    var reader = ArgumentReader(statement)
    guard reader.word() != nil, let written = try? reader.attribute(),
      case .quantity(let quantity, _) = written.value.kind
    else { return [] }
    let own =
      quantity.value(in: .one) ?? quantity.value(in: unit) ?? .infinity
    return [(text, own)]
  }

  static func outOfRange(
    _ row: AttributeRow, unit: Unit, range: ClosedRange<Double>, written: Expression,
    at place: Location
  ) -> Diagnostic {
    // `exports=10` of somebody who thinks in percent.
    var meant: [Sentence] = []
    if unit.text.isEmpty, range.upperBound <= 1,
      case .quantity(let number, let text) = written.kind,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      range.contains(number.value / 100)
    {
      meant = ["write `\(row.name)=\(text)%`"]
    }
    let suffix =
      unit.text.isEmpty
      ? "" : unit.text.hasPrefix("1/") ? " a " + unit.text.dropFirst(2) : " " + unit.text
    let low = NumberFormat.significant(range.lowerBound, digits: 6)
    let high = NumberFormat.significant(range.upperBound, digits: 6)
    let isOpen = range.upperBound.nextUp == range.upperBound.nextUp.rounded(toDecimals: 6)
    let ends: Sentence =
      isOpen && range.upperBound != range.upperBound.rounded()
      ? "is at least \(low) and below \(high)" : "lies between \(low) and \(high)"
    if meant.isEmpty {
      meant =
        candidates(row, unit).first(where: { range.contains($0.value) }).map {
          ["write for example `\(row.name)=\($0.text)`"]
        } ?? []
    }
    return Diagnostic(
      "out-of-range", "`\(row.name)` \(ends)\(suffix)", at: place, help: meant)
  }

  static func unknownChoice(
    _ word: String, of row: AttributeRow, among choices: [String], at place: Location
  ) -> Diagnostic {
    let guesses = didYouMean(word, among: TypedChinese.candidates(choices, for: word, at: .choice))
    return Diagnostic(
      "unknown-choice", "`\(row.name)` cannot be `\(word)`", at: place,
      help: guesses.isEmpty
        ? ["it is one of \(choices: choices)"] : guesses)
  }

  static func unknownAttribute(
    _ name: String, of kind: EntityKind, among rows: [AttributeRow], at place: Location
  ) -> Diagnostic {
    let names = rows.map(\.name)
    let guesses = didYouMean(
      name, among: TypedChinese.candidates(names, for: name, at: .attribute(of: kind.rawValue)))
    let list: Sentence = "its attributes are \(attributes: names)"
    return Diagnostic(
      "unknown-attribute", "\(kind.phrase) has no attribute `\(name)`", at: place,
      notes: [Diagnostic.Note(list)], help: guesses)
  }

  /// `scenario` is where the name means nothing; what a library would bring to it is known too.
  static func unknownName(
    _ name: String, expected kind: EntityKind?, known: [String], in scenario: Scenario,
    at place: Location
  ) -> Diagnostic {
    let what = kind.map { "\($0.noun) " } ?? ""
    // Where a thing is meant a number is none.
    let number =
      kind == nil || kind == .assume
      ? ChineseNumber.percent(name) ?? ChineseNumber.amount(name) : nil
    var help: [Sentence] =
      number.map { ["write `\($0)`"] } ?? help(for: name, kind, known, scenario)
    if help.isEmpty, let kind {
      help = ways(to: name, kind, isEmpty: known.isEmpty, isShort: known.count <= 12, at: place)
    }
    return Diagnostic(
      "unknown-name", "there is no \(what)`\(name)`", at: place,
      notes: known.isEmpty || known.count > 12
        ? [] : [Diagnostic.Note("there is " + known.joined(separator: ", "))],
      help: help)
  }

  /// How to find the name that was meant, or to declare it where its name is enough. A note lists those
  /// that are there where they are few.
  private static func ways(
    to name: String, _ kind: EntityKind, isEmpty: Bool, isShort: Bool, at place: Location
  ) -> [Sentence] {
    let row = kind.row
    // A sector says nothing by its name alone.
    let isEnough =
      kind != .sector && row.attributes.allSatisfy { !$0.isRequired } && row.groups.isEmpty
      && !kind.isDefinition
      && (try? Names.check(name, kind: kind, at: place)) != nil
    let isListed = isEmpty || isEnough && isShort
    return switch (isListed, isEnough) {
    case (true, false): []
    case (false, false): ["`list \(kind)` says what there is"]
    case (true, true): ["declare it: `\(kind) \(name)`"]
    case (false, true): ["`list \(kind)` says what there is; or declare it: `\(kind) \(name)`"]
    }
  }

  /// A name of another kind: what of it is of the right kind, or where to look for one.
  static func otherKind(
    _ entity: Declaration, expected kind: EntityKind, at place: Location
  ) -> Diagnostic {
    let inner = entity.kind.row.attributes.first { row in
      guard case .entity(kind) = row.form else { return false }
      return entity.reference(row) != nil
    }
    // What says itself where another belongs is no help.
    let meant = inner.flatMap(entity.reference).flatMap { $0 == entity.name ? nil : $0 }
    let help: Sentence? = meant.map { "did you mean its \(kind.noun) `\($0)`?" }
    return Diagnostic(
      "wrong-kind", "`\(entity.name)` is \(entity.kind.phrase), and \(kind.phrase) belongs here",
      at: place,
      notes: [Diagnostic.Note("it is declared here", at: entity.location)],
      help: [help ?? "`list \(kind)` says what there is"])
  }

  /// What is near among what is known, else what a library has.
  private static func help(
    for name: String, _ kind: EntityKind?, _ known: [String], _ scenario: Scenario
  ) -> [Sentence] {
    let guesses = didYouMean(name, among: known)
    return guesses.isEmpty || Library.has(name, kind, in: scenario)
      ? Library.help(for: name, kind, in: scenario) : guesses
  }

  static func badName(_ name: String, _ reason: Sentence, at place: Location) -> Diagnostic {
    Diagnostic("name", "`\(name)` cannot be a name: \(reason)", at: place)
  }
}

extension Double {
  /// The nearest number with so many decimals.
  fileprivate func rounded(toDecimals decimals: Int) -> Double {
    let scale = Numerics.power(10, Double(decimals))
    return (self * scale).rounded() / scale
  }
}
