import Analysis
import Diagnostics
import Language

extension StatementText {
  /// The statement with something else in the place of a piece of it; nil where that is no single
  /// line of a length that is read at a glance.
  func replacing(_ span: Span, by text: String) -> String? {
    guard self.span.lower <= span.lower, span.upper <= self.span.upper else { return nil }
    let line =
      source.text(in: Span(self.span.lower, span.lower)) + text
      + source.text(in: Span(span.upper, self.span.upper))
    return line.contains { $0.isNewline || $0 == "#" } || line.count > 200 ? nil : line
  }
}

extension Diagnostic {
  /// The same message, which proposes the whole statement with the part of a range that lies within,
  /// and not that part alone.
  func proposing(within statement: StatementText) -> Diagnostic {
    guard let location, location.source === statement.source,
      let index = help.firstIndex(where: { $0.hasPrefix(PeriodReader.partWithin) }),
      let line = statement.replacing(
        location.span,
        by: String(help[index].text.dropFirst(PeriodReader.partWithin.count).filter { $0 != "`" }))
    else { return self }
    var copy = self
    copy.help[index] =
      slug == "outside-span"
      ? "for the part that lies within, write `\(line)`" : "write `\(line)`"
    return copy
  }
}
