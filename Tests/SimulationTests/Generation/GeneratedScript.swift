import ParkModel
import Quantities

/// A scenario made by chance, as sentences of the language. The same seed gives the same one.
struct GeneratedScript {
  /// What the numbers are like.
  enum Numbers {
    /// As parks have them.
    case typical
    /// Anything that is legal, above all the ends of what is.
    case extreme
  }

  /// The span, and changes of the model's numbers.
  var head: [String] = []
  /// Declarations whose order means nothing.
  var free: [String] = []
  /// Phases, rails, firms and cohorts.
  var ordered: [String] = []

  var text: String { (head + free + ordered).joined(separator: "\n") }

  /// Only what is built, nobody in it.
  var withoutTenants: String {
    let built = ordered.filter { !$0.hasPrefix("firm") && !$0.hasPrefix("cohort") }
    return (head + free + built).joined(separator: "\n")
  }

  init(_ seed: Int, _ numbers: Numbers = .typical, money: Double = 1) {
    var writer = SentenceWriter(seed, numbers, money: money)
    head = writer.head()
    free = writer.cities() + writer.sectors() + writer.taxes() + writer.parks()
    free += writer.boosts() + writer.screens() + writer.links() + writer.enclaves()
    free += writer.incentives()
    ordered = writer.rails() + writer.phases()
    ordered += writer.tenants(.firm, 0...5) + writer.tenants(.cohort, 0...2)
  }
}
