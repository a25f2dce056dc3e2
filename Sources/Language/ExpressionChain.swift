/// `a + b − c + …` as a row of values between operators that bind alike. Such a chain is written flat
/// and stands as a tree that leans to the left, thousands of levels deep: what follows it down to its
/// first value takes it as a row, and so needs no stack for it.
public struct ExpressionChain: Sendable {
  public struct Link: Sendable {
    public var sign: Expression.Operator
    public var value: Expression
    /// All of the chain up to this value.
    public var whole: Expression
  }

  public var first: Expression
  public var links: [Link]
}

extension Expression {
  /// The values that operators of the strength of its own join, from the left; itself alone where it is
  /// no operator.
  public var chain: ExpressionChain {
    var links: [ExpressionChain.Link] = []
    var rest = self
    guard case .binary(let own, _, _) = kind else { return ExpressionChain(first: self, links: []) }
    while case .binary(let sign, let left, let right) = rest.kind, sign.strength == own.strength {
      links.append(ExpressionChain.Link(sign: sign, value: right, whole: rest))
      rest = left
    }
    return ExpressionChain(first: rest, links: links.reversed())
  }

  /// Whether it is a chain of operators of a strength.
  func isChain(of strength: Int) -> Bool {
    if case .binary(let sign, _, _) = kind { return sign.strength == strength }
    return false
  }
}
