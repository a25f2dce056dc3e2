import Diagnostics
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
  public static let central = AttributeRow.number(
    "central", "", 0...1, fallback: 0, "the share of the central government")
  public static let province = AttributeRow.number(
    "province", "", 0...1, fallback: 0, "the share of the province")
  public static let local = AttributeRow.number(
    "local", "", 0...1, fallback: 0, "the share of the city or county")

  static let row = EntityRow(
    kind: .tax, summary: "a tax and who receives it",
    attributes: [base, rate, countyRate, central, province, local],
    groups: [AttributeGroup("who receives it", [central, province, local])],
    example: "tax resource-fee base=output rate=0.1% local=100%")

  static func check(_ tax: Declaration) throws(Diagnostic) {
    for row in [rate, countyRate] {
      guard let rate = tax[row], case .rate(let value) = rate.value,
        case .base(let base)? = tax[base]?.value
      else { continue }
      if case .sector(let number) = value, base == .land || !number.isShare {
        throw Diagnostic(
          "wrong-dimension",
          base == .land
            ? "a tax on land needs money per area and year, not a number of a sector"
            : "`sector.\(number.row.name)` is no share, and a rate is one",
          at: rate.location,
          help: [
            base == .land
              ? "write for example `\(row.name)=4 yuan/m2/year`"
              : "write for example `\(row.name)=sector.vat`"
          ])
      }
      if base == .land, case .share(let number) = value, number.largest > 0 {
        throw Diagnostic(
          "wrong-dimension", "a tax on land needs money per area and year, and this is a share",
          at: rate.location, help: ["write for example `\(row.name)=4 yuan/m2/year`"])
      }
      if base != .land, case .perArea = value {
        throw Diagnostic(
          "wrong-dimension",
          "this is money per area and year, but `\(tax.name)` is not levied on land",
          at: rate.location, help: ["write a share, for example `\(row.name)=5%`"])
      }
    }
    try checkShares(tax)
  }

  private static func checkShares(_ tax: Declaration) throws(Diagnostic) {
    let rows = [central, province, local]
    let numbers = rows.map { tax[$0]?.number ?? .constant(0) }
    for moment in numbers.flatMap(\.keys) + [nil] {
      let sum = numbers.reduce(0) { $0 + $1.value(at: moment) }
      guard abs(sum - 1) > 1e-9 else { continue }
      let parts = zip(rows, numbers).map { row, number in
        "\(row.name) \(NumberFormat.significant(number.value(at: moment) * 100)) %"
      }
      throw Diagnostic(
        "shares-do-not-add-up",
        "the shares of `\(tax.name)` add up to \(NumberFormat.significant(sum * 100, digits: 6)) %,"
          + " not 100 %",
        at: rows.compactMap { tax[$0]?.location }.first ?? tax.location,
        notes: [Diagnostic.Note(parts.joined(separator: ", "))])
    }
  }
}
