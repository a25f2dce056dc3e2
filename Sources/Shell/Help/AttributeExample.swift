import ParkModel
import Quantities

extension AttributeRow {
  /// A statement that gives the attribute to what the kind's example declares; run by the tests.
  func example(of kind: EntityKind) -> String {
    // A correlation says its numbers without their names.
    if kind == .correlate {
      return "assume slow = 1 to 2; assume dear = 10% to 20%; \(kind.row.example)"
    }
    if kind == .observe, !kind.row.example.contains(" \(name)=") {
      return "\(kind.row.example) \(name)=\(exampleValue)"
    }
    if let other = AttributeRow.others["\(kind).\(name)"] { return other }
    if kind.row.example.contains(" \(name)=") { return kind.row.example }
    return "set \(kind.exampleName) \(name)=\(exampleValue)"
  }

  /// What goes with other attributes only.
  private static let others = [
    "cohort.moved": "set tenants origin=hangzhou moved=50%",
    "firm.moved": "set plant origin=hangzhou moved=50%",
    "incentive.agreements_until":
      "incentive back park=smart type=rebate schedule={0y: 50%, 5y: 0%} agreements_until=2025",
    "incentive.share": "incentive machines park=smart type=capex share=10%",
    "phase.spending": "phase p2 park=smart start=2020 complete=2021 "
      + "spending={2020: 495000 yuan/year, 2021: 950000 yuan/year}",
    "rail.saves": "rail fast-line from=quzhou to=[hangzhou] opens=2025-12-26 saves=34min",
    "scenario.fiscal": "set scenario start=2018-04 end=2036-03 fiscal=4",
    "tax.carry_losses": "set resource-fee base=profit carry_losses=5y",
    "tax.central": "set resource-fee central=60% local=40%",
    "tax.input_buildings": "set resource-fee base=vat input_buildings=9%",
    "tax.input_equipment": "set resource-fee base=vat input_equipment=13%",
    "tax.province": "set resource-fee province=10% local=90%",
    "tax.refund": "set resource-fee base=vat input_equipment=13% refund=60%",
    "tax.refund_local": "set resource-fee base=vat input_equipment=13% refund=60% refund_local=15%",
    "tax.research_deduction": "set resource-fee base=profit research_deduction=100%",
  ]

  private var exampleValue: String {
    switch form {
    case .number(let unit, let range): AttributeRow.number(unit, range)
    case .from: "2021"
    case .until: "2030"
    case .entity(let kind): kind.exampleName
    case .entities(let kind): "[\(kind.exampleName)]"
    case .choice(let choices): choices.last ?? ""
    case .taxBase: "profit"
    case .taxRate: "0.05%"
    case .statistics: "[mean, p10, p90]"
    case .text: "reported"
    case .expression: "5%"
    }
  }

  /// A number that an analyst could mean, in the unit in which it is usually written.
  private static func number(_ unit: Unit, _ range: ClosedRange<Double>) -> String {
    switch unit.text {
    case "": range.upperBound <= 100 ? "20%" : "120"
    case "1/year": "5%"
    case "m2": "2ha"
    case "1/m2": "60/ha"
    case "min": "75min"
    case "month": "18 months"
    case "y": "3y"
    case "yuan": "52M yuan"
    case "yuan/year": "30M yuan/year"
    case "yuan/m2": "30万元/亩"
    case "yuan/m2/year": "8万元/亩/year"
    case "t/year": "2000 t/year"
    case "tce/yuan": "0.52tce/万元"
    case "tCO2/tce": "2.6tCO2/tce"
    case "1/yuan": "5/百万元"
    default: "1 \(unit.text)"
    }
  }
}

extension EntityKind {
  /// What its example declares; the word behind `set` for the header and the model.
  fileprivate var exampleName: String {
    if !isNamed { return rawValue }
    if self == .sector { return "toys-plus" }
    return row.example.split(separator: " ").dropFirst().first.map(String.init) ?? rawValue
  }
}
