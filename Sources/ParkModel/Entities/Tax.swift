import Diagnostics
import Language
import Quantities

/// What a tax is levied on. Model 6.
public enum TaxBase: Sendable, Hashable {
  case vat, profit, payroll, output, valueAdded, land, building, investment
  /// A surtax on another tax.
  case tax(String)

  public static let words: [(String, TaxBase)] = [
    ("building", .building), ("investment", .investment), ("land", .land), ("output", .output),
    ("payroll", .payroll), ("profit", .profit), ("value_added", .valueAdded), ("vat", .vat),
  ]
}

/// One tax instrument. Model 6.
public enum Tax {
  public static let base = AttributeRow.special(
    "base", .taxBase, required: true,
    "what it is levied on: vat, profit, payroll, output, value_added, land, building, "
      + "investment or tax:NAME")
  public static let rate = AttributeRow.special(
    "rate", .taxRate, required: true,
    "a share, money per area and year for land, or a sector's attribute such as sector.vat")
  public static let countyRate = AttributeRow.special(
    "county_rate", .taxRate, "the rate in parks with urban=no")
  /// What adds up to all of a tax, from the nation down.
  public static func shares(of levels: Levels) -> [AttributeRow] {
    levels.all.map { level in
      .number(level.name, "", 0...1, fallback: 0, "the share of \(level.receiver)")
    }
  }

  /// The shares of the levels that libraries have besides the standard ones.
  private static let otherShares: [AttributeRow] = {
    var names = Set(Levels.standard.names)
    return Levels.known.dropFirst().flatMap(shares).filter { names.insert($0.name).inserted }
  }()

  /// Every level of every library, by name.
  static let everyShare = Set(Levels.known.flatMap(\.names))

  public static let inputEquipment = AttributeRow.number(
    "input_equipment", "", 0...1,
    "the rate paid on equipment, which is credited; of a tax on vat")
  public static let inputBuildings = AttributeRow.number(
    "input_buildings", "", 0...1,
    "the rate paid on buildings, which is credited; of a tax on vat")
  public static let refund = AttributeRow.number(
    "refund", "", 0...1, "the share of credits that is paid out in a year")
  public static let refundLocal = AttributeRow.number(
    "refund_local", "", 0...1, "the local share of a refund, the rest the nation's; else as the tax"
  )
  public static let carryLosses = AttributeRow.number(
    "carry_losses", "month", 0...12_000,
    "how long a loss may lower later profits; of a tax on profit")
  public static let researchDeduction = AttributeRow.number(
    "research_deduction", "", 0...10,
    "the share of research that is taken off once more; of a tax on profit")

  /// What can be said of a tax but who receives it.
  static let numbers = [
    base, rate, countyRate, inputEquipment, inputBuildings, refund, refundLocal, carryLosses,
    researchDeduction,
  ]

  static let row = row(of: .standard)

  /// The row with the shares of some levels; those of others are known too, and refused where they do
  /// not hold.
  static func row(of levels: Levels) -> EntityRow {
    let shares = shares(of: levels)
    let names = Set(levels.names)
    let others = (Tax.shares(of: .standard) + otherShares).filter { !names.contains($0.name) }
    return EntityRow(
      kind: .tax, summary: "a tax and who receives it",
      attributes: numbers[..<3] + shares + numbers[3...], others: others,
      groups: [AttributeGroup("who receives it", shares)],
      example: "tax resource-fee base=output rate=0.1% \(levels.own.name)=100%")
  }

  static func check(_ tax: Declaration) throws(Diagnostic) {
    for row in [rate, countyRate] {
      if let rate = tax[row] { try checkRate(rate, row, of: tax) }
    }
    try checkShares(tax)
    try checkBase(tax)
    try checkRefund(tax)
    if let attribute = tax[carryLosses], case .schedule? = attribute.number {
      throw Diagnostic(
        "wrong-kind", "`carry_losses` is one span of time, not a schedule", at: attribute.location,
        help: ["write for example `carry_losses=5y`"])
    }
  }

  /// Credits are for what value added was taxed on before, losses for profit.
  private static func checkBase(_ tax: Declaration) throws(Diagnostic) {
    guard let written = tax[base], case .base(let own) = written.value else { return }
    let rules: [(rows: [AttributeRow], base: TaxBase, word: String)] = [
      ([inputEquipment, inputBuildings, refund, refundLocal], .vat, "vat"),
      ([carryLosses, researchDeduction], .profit, "profit"),
    ]
    for rule in rules where own != rule.base {
      guard let attribute = rule.rows.compactMap({ tax[$0] }).first else { continue }
      // Of a library's tax it is the new base that is wrong.
      let isWritten = attribute.location.source.name == tax.location.source.name
      let isBaseNew = isWritten && written.location.source.name != attribute.location.source.name
      let names = rule.rows.filter { tax[$0] != nil }.map(\.name).joined(separator: " ")
      throw Diagnostic(
        "conflict",
        "`\(attribute.name)` belongs to a tax on \(rule.word), and `\(tax.name)` is none",
        at: isBaseNew ? written.location : attribute.location,
        help: [
          isBaseNew
            ? "say first `unset \(tax.name) \(names)`"
            : "leave it out, or levy the tax with `base=\(rule.word)`"
        ])
    }
  }

  /// A refund pays out credits, so there have to be some.
  private static func checkRefund(_ tax: Declaration) throws(Diagnostic) {
    if let attribute = tax[refund], tax[inputEquipment] == nil, tax[inputBuildings] == nil {
      throw Diagnostic(
        "conflict", "`refund` pays out credits, and `\(tax.name)` gives none",
        at: attribute.location,
        help: ["say what is paid on investment, for example `input_equipment=13%`"])
    }
    if let attribute = tax[refundLocal], tax[refund] == nil {
      throw Diagnostic(
        "conflict", "`refund_local` divides a refund, and `\(tax.name)` pays none",
        at: attribute.location, help: ["say how much is paid out, for example `refund=50%`"])
    }
  }

  /// The levels to which a tax goes, all of one library.
  static func levels(of tax: Declaration) throws(Diagnostic) -> Levels {
    let given = tax.shares
    let fitting = Levels.known.first { levels in
      given.allSatisfy { levels.names.contains($0.name) }
    }
    if let fitting { return fitting }
    let first = Levels.known.first { $0.names.contains(given[0].name) } ?? .standard
    let other = given.first { !first.names.contains($0.name) } ?? given[0]
    throw Diagnostic(
      "conflict", "`\(other.name)` is no level of government beside `\(given[0].name)`",
      at: other.location,
      notes: [Diagnostic.Note("the levels are \(attributes: first.names)")])
  }

  private static func checkShares(_ tax: Declaration) throws(Diagnostic) {
    let shares = shares(of: try levels(of: tax))
    let numbers = shares.map { tax[$0]?.number ?? .constant(0) }
    for moment in numbers.flatMap(\.keys) + [nil] {
      let sum = numbers.reduce(0) { $0 + $1.value(at: moment) }
      guard abs(sum - 1) > 1e-9 else { continue }
      let parts = zip(shares, numbers).map { row, number in
        "\(row.name) \(NumberFormat.significant(number.value(at: moment) * 100)) %"
      }
      throw Diagnostic(
        "shares-do-not-add-up",
        "the shares of `\(tax.name)` add up to \(NumberFormat.significant(sum * 100, digits: 6)) %,"
          + " not 100 %",
        at: shares.compactMap { tax[$0]?.location }.first ?? tax.location,
        notes: [Diagnostic.Note(Sentence(verbatim: parts.joined(separator: ", ")))],
        help: [
          statement(of: tax).map { "write for example `\($0)`" }
            ?? "they have to add up from each of their dates on, and in every draw"
        ])
    }
  }

  /// The statement that declares a tax, with shares that add up; nil where they are more than numbers.
  private static func statement(of tax: Declaration) -> String? {
    guard let shares = adding(up: tax) else { return nil }
    let given = tax.attributes.map { attribute in
      shares.first { $0.name == attribute.name }.map {
        StatementCells.Cell.attribute($0.name, $0.text)
      } ?? attribute.cell
    }
    let new = shares.filter { tax.attribute(named: $0.name) == nil }
    var cells = [StatementCells.Cell(EntityKind.tax.rawValue), .name(tax.name)]
    if let title = tax.title { cells.append(.title(title)) }
    cells += given + new.map { .attribute($0.name, $0.text) }
    return StatementCells(cells).line
  }

  /// The shares that come to all of a tax, as they are written, where one of them takes up what is too
  /// much or missing; nil where they are more than numbers. Those that are `kept` stay as they are if
  /// they can.
  static func adding(
    up tax: Declaration, kept: Set<String> = []
  ) -> [(name: String, text: String)]? {
    guard let levels = try? levels(of: tax) else { return nil }
    var values: [(name: String, share: Double)] = []
    for row in shares(of: levels) {
      guard let attribute = tax[row] else {
        values.append((row.name, 0))
        continue
      }
      guard case .constant(let share)? = attribute.number, attribute.expression.isConstant else {
        return nil
      }
      values.append((row.name, share))
    }
    let excess = values.reduce(-1) { $0 + $1.share }
    // What was not said first, the largest of it; then, where that has no room, what was.
    let order = values.indices.sorted { a, b in
      let (first, second) = (kept.contains(values[a].name), kept.contains(values[b].name))
      if first != second { return second }
      return (values[a].share, b) > (values[b].share, a)
    }
    let isFitting = { (index: Int) in
      (-1e-9...1 + 1e-9).contains(values[index].share - excess)
    }
    let free = order.first { tax.attribute(named: values[$0].name) == nil }
    guard
      let place = (excess < 0 && kept.isEmpty ? free : nil) ?? order.first(where: isFitting),
      isFitting(place)
    else { return nil }
    values[place].share -= excess
    return values.filter { value in
      value.share > 1e-9 || tax.attribute(named: value.name) != nil
    }.map { ($0.name, percent($0.share)) }
  }

  /// A share as it is written, without what rounding left behind its ninth decimal.
  private static func percent(_ share: Double) -> String {
    NumberFormat.shortest(max(0, (share * 1e11).rounded() / 1e9)) + "%"
  }
}
