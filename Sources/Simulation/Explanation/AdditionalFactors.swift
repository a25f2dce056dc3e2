import Diagnostics
import ParkModel

/// What is additional of an amount of money, as factors. Model 6, net local.
extension FigureFactors {
  /// Some amounts, less what of others is not additional: step by step, as it is rounded.
  func additional(
    _ amounts: [MetricRow.Amount], judged: [MetricRow.Amount], _ label: Sentence
  ) -> Factor {
    let steps = period.map { step in
      additional(amounts, judged, step, period.count == 1 ? label : names.step(step))
    }
    guard steps.count != 1 else { return steps[0] }
    return Factor(
      label, .sum, .fen(steps.reduce(0) { $0 + $1.fen }), "yuan", parts: steps)
  }

  private func additional(
    _ amounts: [MetricRow.Amount], _ judged: [MetricRow.Amount], _ step: Int, _ label: Sentence
  ) -> Factor {
    func sum(_ label: Sentence, _ amounts: [MetricRow.Amount]) -> Factor {
      money(label, step..<step + 1) { account in amounts.reduce(0) { $0 + $1.weight(of: account) } }
    }
    let whole = sum("net local", amounts)
    let shares = source.projection.additionality(step: step)
    let additional = Factor(
      "A, the additional share", .product, .number(shares.share), "share",
      parts: [
        kept(shares.leakage, "leakage"), kept(shares.displacement, "displacement"),
        kept(shares.substitution, "substitution"), kept(shares.deadweight, "deadweight"),
      ])
    let lost = Factor(
      "1 − A, what is not additional", .difference, .number(1 - additional.number), "share",
      parts: [.reading("all of it", 1, "share"), additional])
    let taken = sum("local tax and land income", judged)
    let product = Factor(
      "in fen, before rounding", .product, .number(taken.number * lost.number), "",
      parts: [taken, lost])
    let less = Factor.rounding("what of that is not additional", product, scale: 1)
    return Factor(
      label, .difference, .fen(whole.fen - less.fen), "yuan", parts: [whole, less])
  }

  private func kept(_ share: Double, _ name: String) -> Factor {
    Factor(
      "left after \(typed: name)", .difference, .number(1 - share), "share",
      parts: [
        .reading("all of it", 1, "share"),
        .stated(Sentence(typed: name), share, "share", "model", name),
      ])
  }
}
