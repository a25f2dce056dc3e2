import Analysis
import Diagnostics
import Reports
import Simulation

/// Where a number comes from, in a few words at the end of a line: what is written, where, and how
/// well it is known.
struct OriginText {
  let text: String

  /// The sources of a factor; `deep` takes those of everything below it that is known.
  init(
    _ sources: StatementSources, _ view: FactorView, deep: Bool, _ style: FigureStyle
  ) {
    let wording = style.wording
    var keys = view.statements
    if deep { OriginText.collect(view.knownParts, into: &keys) }
    var words: [String] = []
    var seen: Swift.Set<StatementKey> = []
    for key in keys where seen.insert(key).inserted {
      guard let source = sources.source(of: key) else { continue }
      words.append(OriginText.text(source).text(wording))
      if words.count == OriginText.most { break }
    }
    let isCut = seen.count < Swift.Set(keys).count
    let read = deep && view.isFormula ? OriginText.readings(view.knownParts, style) : []
    let comma: Sentence = "; "
    text = (read + words).joined(separator: comma.text(wording)) + (isCut ? " …" : "")
  }

  private static let most = 4

  /// What an equation takes that no statement says: `age 2.5 years`.
  private static func readings(_ parts: [Factor], _ style: FigureStyle) -> [String] {
    parts.filter { $0.kind == .reading && $0.statements.isEmpty }.map { part in
      let value = ValueText(FactorView(part, isOpened: false), nil)
      return [part.label.text(style.wording), value.number, style.name(ofUnit: value.unit)].filter {
        !$0.isEmpty
      }.joined(
        separator: " ")
    }
  }

  private static func collect(_ factors: [Factor], into keys: inout [StatementKey]) {
    guard keys.count < 20 else { return }
    for factor in factors {
      keys += factor.statements
      if factor.isKnown { collect(factor.parts, into: &keys) }
    }
  }

  /// `digital.ramp=5y (library china:40, A)`
  static func text(_ source: StatementSource) -> Sentence {
    if source.origin == .fallback {
      return "\(typed: "\(source.subject)=\(source.written)") by default"
    }
    // The folder of a script is known to whoever runs it.
    let end = String(source.place.split(separator: "/").last ?? "")
    let place: Sentence =
      end.hasPrefix("library ")
      ? "library \(typed: String(end.dropFirst(8)))" : Sentence(typed: end)
    let said = "\(source.subject)=\(source.written)"
    let own: Sentence =
      source.evidence.isEmpty
      ? "\(typed: said) (\(place))"
      : "\(typed: said) (\(place), \(typed: source.evidence))"
    return Sentence.list([own] + source.through.map { text($0) }, " with ", last: " with ")
  }
}
