public import Diagnostics
public import Language

/// Declarations that are made from the cells of a file and not from statements.
extension Declaration {
  /// A thing of a kind with attributes that were read by `AttributeRow.attribute`. Throws where they do not
  /// go together, or one that is needed is missing.
  public init(
    _ kind: EntityKind, _ name: String, title: String?, _ attributes: [Attribute],
    at place: Location, _ comments: Comments = Comments()
  ) throws(Diagnostic) {
    self.init(
      kind: kind, name: name, title: title, attributes: attributes, location: place,
      comments: comments)
    try check()
  }
}

extension AttributeRow {
  /// The attribute that says an expression; throws where it takes no such value. `place` is where it
  /// stands, `source` what the expression's spans lie in.
  public func attribute(
    saying expression: Expression, _ source: SourceText, of kind: EntityKind, at place: Location
  ) throws(Diagnostic) -> Attribute {
    Attribute(
      name: name, expression: expression,
      value: try ValueReader(source: source, row: self, kind: kind).value(expression),
      location: place)
  }
}

extension Declaration {
  /// The same under another name.
  public func named(_ name: String) -> Declaration {
    var copy = self
    copy.name = name
    return copy
  }

  /// The same with other comments.
  public func commented(_ comments: Comments) -> Declaration {
    var copy = self
    copy.comments = comments
    return copy
  }
}
