import Diagnostics
import ParkModel

/// `correlate saving p2.delay 0.5`: lets two uncertain parameters go together.
enum CorrelateCommand {
  static let row = Command(
    EntityKind.correlate.rawValue, .describe,
    signature: [.needed(.parameter), .needed(.parameter), .needed(.correlation, or: ["off"])],
    summary: EntityKind.correlate.row.summary,
    details:
      "A parameter is an assumption with a range, or an attribute with one, as NAME.attribute. The\n"
      + "correlation, -1 to 1, is that of their normal scores (a Gaussian copula), so that each keeps\n"
      + "its own distribution. `correlate A B off` takes it away.",
    examples: [
      "assume slow = 1 to 2; assume dear = 10% to 20%; correlate slow dear 0.5"
    ],
    run: Declare.edit)
}
