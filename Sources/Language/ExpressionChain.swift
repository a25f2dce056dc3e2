public import Diagnostics

/// `a + b − c + …` as a row of values. Such a chain is written flat and stands as a tree that leans to
/// the left, thousands of levels deep: what follows it down to its first value takes it as a row, and
/// so needs no stack for it.
public struct ExpressionChain: Sendable {
  public struct Link: Sendable {
    public var sign: Expression.Operator
    public var value: Expression
    /// All of the chain up to this value.
    public var span: Span
  }

  public var first: Expression
  public var links: [Link]
}

extension Expression {
  /// The values that its operators join, from the left; itself alone where it is no operator.
  public var chain: ExpressionChain {
    var links: [ExpressionChain.Link] = []
    var rest = self
    while case .binary(let sign, let left, let right) = rest.kind {
      links.append(ExpressionChain.Link(sign: sign, value: right, span: rest.span))
      rest = left
    }
    return ExpressionChain(first: rest, links: links.reversed())
  }
}
