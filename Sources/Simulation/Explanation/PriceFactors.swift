import Diagnostics
import ParkModel

/// Money in the prices of its time. Model 1, prices.
extension FactorSource {
  /// What an amount is called before prices are carried on.
  var realLabel: Sentence { "in prices of \(plan.priceYear)" }

  /// A posting of an instant, from what it was in the prices of one year.
  func nominal(_ fen: Int64, _ real: Factor, at instant: Double) -> Factor {
    let level = priceLevel(at: instant)
    return Factor(
      "of \(day(instant).prefix(7)), nominal", .rounding(scale: 1), .fen(fen), "yuan",
      parts: [
        Factor(
          "before rounding, in fen", .product, .number(real.number * level.number), "fen",
          parts: [real, level])
      ],
      note: "rounded half-even to the fen")
  }

  /// The prices of an instant over those of the middle of the year whose prices money is in.
  func priceLevel(at instant: Double) -> Factor {
    let prices = PriceLevel(plan)
    let level = prices.level(at: instant)
    let note: Sentence = "from the middle of \(plan.priceYear) to \(day(instant))"
    guard prices.inflation.schedule == nil else {
      return .reading(
        "price level", level, "", note: "inflation added up \(note)",
        statements: [StatementKey("model", Model.inflation.name)])
    }
    return .formula(
      .growth, "price level", level, "",
      [
        .stated("inflation", prices.inflation.constant, "share", "model", Model.inflation.name),
        .reading("years", prices.years(to: instant), "years", note: note),
      ])
  }
}
