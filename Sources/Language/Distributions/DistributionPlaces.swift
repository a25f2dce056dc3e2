public import Diagnostics

extension Expression {
  /// Where its distributions stand, in the order of the text.
  public var distributions: [Span] {
    var found: [Span] = []
    var pending = [self]
    while let next = pending.popLast() {
      if next.isDistribution { found.append(next.span) }
      pending += next.parts
    }
    return found.sorted { $0.lower < $1.lower }
  }

  /// Whether it is a distribution itself.
  private var isDistribution: Bool {
    switch kind {
    case .call(let name, _): DistributionTable.row(named: name) != nil
    case .binary(.to, _, _): true
    default: false
    }
  }
}
