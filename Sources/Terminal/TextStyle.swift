/// What a piece of the line is, for its colour.
public enum TextStyle: Sendable, Equatable, CaseIterable {
  /// A word that begins a statement, and a kind of thing.
  case command, kind
  /// The word before a `=`.
  case attribute
  /// Something that is declared.
  case name
  case number, unit, string, comment
  case function, metric
  /// A word of the grammar, such as `to`.
  case keyword
  /// What cannot be right.
  case error
}

/// A piece of the line and what it is.
public struct StyledSpan: Sendable, Equatable {
  /// UTF-8 bytes of the line.
  public var range: Range<Int>
  public var style: TextStyle

  public init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}
