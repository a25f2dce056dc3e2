import Diagnostics
import Language
import Quantities

/// Money of other countries, which a scenario has to say the worth of first: `$1M`, `10 USD`.
enum CurrencySlips {
  private struct Currency {
    /// The sign before a number.
    var sign: String?
    /// What it is called, the code first.
    var names: [String]
    /// Yuan of 2024 or about that: an example to be overwritten.
    var worth: String
  }

  private static let rows = [
    Currency(sign: "$", names: ["USD", "dollar", "dollars", "美元"], worth: "7.1"),
    Currency(sign: "€", names: ["EUR", "euro", "euros", "欧元"], worth: "7.7"),
    Currency(sign: "£", names: ["GBP", "pound", "pounds", "英镑"], worth: "9.1"),
    Currency(names: ["HKD", "港元", "港币"], worth: "0.91"),
    Currency(names: ["JPY", "yen", "日元"], worth: "0.047"),
  ]

  /// The help for a statement that stops at such money; nil for any other.
  static func help(for problem: Diagnostic, _ units: UnitScope) -> [Sentence]? {
    guard let place = problem.location else { return nil }
    var word = place.source.text(in: place.span)
    switch problem.slug {
    case "syntax":
      guard let row = rows.first(where: { $0.sign == word }) else { return nil }
      let code = row.names[0]
      guard units.unit(named: code) == nil else {
        return ["write the unit behind the number: `1M \(code)`"]
      }
      return [declaration(of: code, row)]
    case "unknown-unit":
      if let (_, rest) = Magnitude.prefix(of: word), !rest.isEmpty { word = rest }
      for row in rows {
        if row.names[0] == word.uppercased() { return [declaration(of: word, row)] }
        if row.names.contains(word) { return [declaration(of: word, row)] }
      }
      return nil
    default: return nil
    }
  }

  private static func declaration(of unit: String, _ row: Currency) -> Sentence {
    "say what it is worth first, for example `unit \(unit) = \(row.worth) yuan`, and write the unit "
      + "behind the number"
  }
}
