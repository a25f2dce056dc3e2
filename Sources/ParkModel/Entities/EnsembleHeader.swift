public import Diagnostics
public import Language
import Quantities

/// How a scenario's futures are drawn: `ensemble draws=10000 seed=1`. Model 9, Language 5.
///
/// A scenario has at most one, under the name of its kind; it is on while it is there.
public enum EnsembleHeader {
  public static let draws = AttributeRow.number(
    "draws", "", 1...most, fallback: 10_000, "how many futures")
  public static let seed = AttributeRow.number(
    "seed", "", 0...9_007_199_254_740_991, fallback: 1, "which futures: another seed, other draws")
  public static let sampling = AttributeRow.choice(
    "sampling", ["sobol", "latin", "random"], "how draws are spread over what is uncertain")
  public static let closures = AttributeRow.choice(
    "closures", ["expected", "random"],
    "whether each named firm counts by its chance, or lives or has left in each draw")
  public static let statistic = AttributeRow.special(
    "statistic", .statistics, fallback: "[mean, p5, p50, p95]",
    usual: ["mean", "sd", "p5", "p25", "p50", "p75", "p95"], "what tables say of the draws")

  /// More draws say nothing that this many do not: their mean is known to 0.003 % of the spread.
  public static let most = 1e9

  static let row = EntityRow(
    kind: .ensemble, summary: "draw many futures: every distribution by its own chance",
    attributes: [draws, seed, sampling, closures, statistic],
    example: "ensemble draws=200 seed=7")

  /// Refuses what is no number as it stands, or no whole one.
  static func check(_ header: Declaration) throws(Diagnostic) {
    for row in [draws, seed] {
      guard let attribute = header[row] else { continue }
      guard case .constant(let value)? = attribute.number, value == value.rounded() else {
        throw Diagnostic(
          "wrong-kind",
          "`\(row.name)` takes a whole number, and this is `\(attribute.expression.canonical)`",
          at: attribute.location, help: ["write for example `ensemble \(row.name)=1000`"])
      }
    }
  }

  /// What cannot be so many draws, in words that say why.
  static func problem(ofDraws expression: Expression, at place: Location) -> Diagnostic? {
    guard case .quantity(let quantity, _) = expression.kind,
      let count = quantity.value(in: .one)
    else { return nil }
    if count < 1 {
      return Diagnostic(
        "out-of-range",
        "an ensemble of \(expression.canonical) draws says nothing: it takes one or more",
        at: place, help: ["write `ensemble draws=10000`, or `ensemble off` for a plain run"])
    }
    guard count > most else { return nil }
    return Diagnostic(
      "out-of-range",
      "\(expression.canonical) draws would take weeks or more: the most is "
        + NumberFormat.grouped(most, decimals: 0),
      at: place,
      notes: [
        Diagnostic.Note("the error of a mean falls with the root of the draws at best as slowly")
      ],
      help: ["`ensemble draws=100000` knows a mean to a thousandth of what it is spread over"])
  }

  // MARK: Statistics

  /// Whether a word names a statistic: `mean`, `sd`, `p5`, `p97.5`.
  static func isStatistic(_ word: String) -> Bool {
    if word == "mean" || word == "sd" { return true }
    guard word.hasPrefix("p"), let percent = Double(word.dropFirst()), percent >= 0, percent <= 100
    else { return false }
    return word.dropFirst().allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
  }

  /// The statistics that an expression lists: `mean`, `[mean, p5]`, `["p97.5"]`; throws what is none.
  static func statistics(
    _ expression: Expression, _ source: SourceText
  ) throws(Diagnostic) -> [String] {
    var items = [expression]
    if case .list(let list) = expression.kind { items = list }
    var words: [String] = []
    for item in items {
      let place = Location(source, item.span)
      var word = item.word ?? ""
      switch item.kind {
      case .text(let text): word = text
      case .path(let parts): word = parts.joined(separator: ".")
      default: break
      }
      guard isStatistic(word) else {
        throw Diagnostic(
          "unknown-choice", "`\(item.canonical)` is no statistic", at: place,
          help: [
            "there are `mean`, `sd` and percentiles such as `p5`, `p50` and `\"p97.5\"`: "
              + "`statistic=[mean, p5, p50, p95]`"
          ])
      }
      guard !words.contains(word) else {
        throw Diagnostic("twice", "`\(word)` stands twice in this list", at: place)
      }
      words.append(word)
    }
    guard !words.isEmpty else {
      throw Diagnostic(
        "empty-list", "this list names nothing", at: Location(source, expression.span),
        help: ["write for example `statistic=[mean, p5, p50, p95]`"])
    }
    return words
  }

  /// The statistics that a statement lists: `statistic=[mean, p5]`; throws what is none.
  public static func statistics(
    listedIn attribute: AttributeText, _ source: SourceText
  ) throws(Diagnostic) -> [String] {
    try statistics(attribute.value, source)
  }

  /// The statistics that a scenario's ensemble says; nil where it says none.
  public static func statistics(of header: Declaration) -> [String]? {
    guard case .text(let list)? = header[statistic]?.value else { return nil }
    return list.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
