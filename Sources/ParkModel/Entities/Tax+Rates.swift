import Diagnostics
import Quantities

/// What a rate has to be for what a tax is levied on.
extension Tax {
  /// Refuses a rate that is none of what a tax is levied on.
  static func checkRate(
    _ rate: Attribute, _ row: AttributeRow, of tax: Declaration
  ) throws(Diagnostic) {
    guard case .rate(let value) = rate.value, case .base(let base)? = tax[base]?.value else {
      return
    }
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

  /// What a rate is measured in: yuan a square metre and year where land is taxed, else a share.
  static func rateUnit(of tax: Declaration) -> Unit {
    if case .base(.land)? = tax[base]?.value { return UnitTable.known("yuan/m2/year") }
    return .one
  }
}
