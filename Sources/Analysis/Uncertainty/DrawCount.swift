public import Diagnostics
public import Ensembles
import Quantities

extension Ensemble.Count {
  /// How many draws something rests on, and what of them failed: the sentence that stands below it.
  public func sentence(_ settings: EnsembleSettings) -> Sentence {
    let all = NumberFormat.grouped(Double(asked), decimals: 0)
    let own = NumberFormat.grouped(Double(done), decimals: 0)
    let text: Sentence =
      done == asked
      ? "\(all) draw\(s: asked) (\(settings.sampling.rawValue), seed \(settings.seed))"
      : "\(own) of \(all) draws: interrupted (\(settings.sampling.rawValue), seed \(settings.seed))"
    if failed > 0, let first {
      let count = NumberFormat.grouped(Double(failed), decimals: 0)
      return failed == 1
        ? "\(text); one could not be run and is in no figure; draw \(first.draw + 1): \(said: first.reason)"
        : "\(text); \(count) could not be run and is in no figure; draw \(first.draw + 1): \(said: first.reason)"
    }
    return text
  }
}
