import Diagnostics
import ParkModel
import Quantities
import Reports

/// The pages of units and magnitudes, made from their rows, and how values are written.
enum UnitHelp {
  static func page(unit name: String, _ scenario: Scenario, _ wording: Wording?) -> String? {
    if name == "%" {
      let meaning: Sentence = "a hundredth"
      return "%  \(meaning.text(wording))\n"
        + HelpTopics.examples(["print 106.41% * 2ha"], wording)
    }
    guard let row = UnitTable.rows.first(where: { $0.names.contains(name) }) else { return nil }
    let others = UnitTable.rows.filter {
      $0.unit.dimension == row.unit.dimension && $0.names[0] != row.names[0]
    }
    // A plain count is written beside nothing else.
    let target = row.unit.dimension == .number ? nil : others.first?.names[0]
    let example = "print 100 \(name)" + (target.map { " in \($0)" } ?? "")
    return
      "\(row.names.joined(separator: ", "))  \(Sentence(verbatim: row.summary).text(wording))\n"
      + HelpTopics.examples([example], wording)
  }

  static func page(magnitude word: String, _ wording: Wording?) -> String? {
    guard let row = Magnitude.named(word) else { return nil }
    let isWide = word.first?.isASCII == false
    let amount = isWide ? "12.5\(word)元 in M yuan" : "12.5\(word) yuan in 万元"
    let meaning: Sentence = "a magnitude, 1e\(row.exponent), before a unit or alone"
    return "\(word)  \(meaning.text(wording))\n" + HelpTopics.examples(["print \(amount)"], wording)
  }

  static func units(_ width: Int?, _ wording: Wording?) -> String {
    let rows = UnitTable.rows.map { row in
      [
        row.names[0], row.names.dropFirst().joined(separator: " "),
        Sentence(verbatim: row.summary).text(wording),
      ]
    }
    let magnitudes = Magnitude.rows.map { "\($0.word) 1e\($0.exponent)" }
    let line: Sentence = "magnitudes: \(typed: magnitudes.joined(separator: ", "))"
    return HelpTopics.table(["unit", "also", "meaning"], rows, width, wording) + "\n"
      + wrapped(line.text(wording), to: width ?? 100, indent: 2).joined(separator: "\n") + "\n"
  }

  /// How values are written, a kind of them a line.
  static func values(_ wording: Wording?) -> String {
    let plain: Sentence = "(bare numbers are yuan)"
    let rest: Sentence = "after `assume g = 5%`"
    let rows: [(Sentence, String)] = [
      ("number", "350   1,000,000   1e9   12.35bn   6.38亿   700万"),
      ("share", "106.41%   0.3"),
      ("money", "12.35bn yuan   6.38亿元   30万元/亩   \(plain.text(wording))"),
      ("area", "41.5ha   622.5亩   20000m2"), ("time", "75min   3y   18 months"),
      ("date", "2021   2021H1   2021Q3   2021-06   2021-06-15"), ("list", "[toys, digital]"),
      ("schedule", "{2021: 8%, 2025: 5%}   ramp(2021: 8%, 2025: 5%)   {0y: 100%, 3y: 50%}"),
      ("uncertain", "2 to 34min   normal(5%, 1%)   triangular(2%, 6%, 12%)"),
      ("named", "g * 1.2   smart.area / 10   if(g > 3%, 2, 1)     \(rest.text(wording))"),
    ]
    return rows.map { kind, examples in
      let name = kind.text(wording)
      return name + String(repeating: " ", count: max(1, 10 - displayWidth(name))) + examples + "\n"
    }.joined()
  }
}
