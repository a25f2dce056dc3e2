public import Ensembles
import Quantities

extension Ensemble.Count {
  /// How many draws something rests on, and what of them failed: the sentence that stands below it.
  public func sentence(_ settings: EnsembleSettings) -> String {
    let all = NumberFormat.grouped(Double(asked), decimals: 0)
    let own = NumberFormat.grouped(Double(done), decimals: 0)
    let draws = asked == 1 ? "draw" : "draws"
    var text =
      done == asked
      ? "\(all) \(draws) (\(settings.sampling.rawValue), seed \(settings.seed))"
      : "\(own) of \(all) draws: interrupted (\(settings.sampling.rawValue), seed \(settings.seed))"
    if failed > 0, let first {
      let share =
        failed == 1 ? "one could" : "\(NumberFormat.grouped(Double(failed), decimals: 0)) could"
      text += "; \(share) not be run and is in no figure; draw \(first.draw + 1): \(first.reason)"
    }
    return text
  }
}
