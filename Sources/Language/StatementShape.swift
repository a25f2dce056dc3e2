/// What a statement's first word leads one to expect, as far as laying it out goes.
public enum StatementShape: Sendable {
  /// `set NAME "Title" attribute=value …` or `set NAME = VALUE`
  case change
  /// `cite NAME.attribute "Source" attribute=value …`
  case citation
  /// `correlate NAME NAME VALUE`
  case correlation
  /// `KIND NAME "Title" attribute=value …`
  case declaration(named: Bool)
  /// `assume NAME "Title" = VALUE`
  case definition
  /// `observe FIGURE attribute=value …`
  case observation
  /// A file, then expressions, attributes and options.
  case file
  /// Expressions, attributes and options: `table tax, jobs every=5y`.
  case expressions
  /// Words with marks between them whose meaning is the command's own affair.
  case words
}
