extension ColumnInstruction {
  /// The same instruction, as the kind that is made for what its operands are: C for a column, N for a number
  /// that is one for all draws. What comes seldom stays as it is.
  public var formed: ColumnInstruction {
    var next = self
    // Numbers stand behind columns where it makes no difference.
    next.sortOperands()
    switch kind {
    case .multiply, .add:
      guard next.a >= 0 else { return self }
      switch (kind, next.b >= 0) {
      case (.multiply, true): next.kind = .multiplyCC
      case (.multiply, false): next.kind = .multiplyCN
      case (_, true): next.kind = .addCC
      default: break
      }
    case .addProduct:
      guard next.b >= 0 else { return self }
      switch (a >= 0, next.c >= 0) {
      case (true, true): next.kind = .addProductCCC
      case (true, false): next.kind = .addProductCCN
      case (false, true): next.kind = .addProductNCC
      case (false, false): next.kind = .addProductNCN
      }
    case .subtract:
      switch (a >= 0, b >= 0) {
      case (true, true): next.kind = .subtractCC
      case (false, true): next.kind = .subtractNC
      default: break
      }
    case .less: if a >= 0, b < 0 { next.kind = .lessCN }
    case .maximum: if a >= 0, b < 0 { next.kind = .maximumCN }
    case .positiveProduct: if a >= 0, b < 0 { next.kind = .positiveProductCN }
    case .select:
      guard a >= 0 else { break }
      switch (b >= 0, c >= 0) {
      case (true, true): next.kind = .selectCCC
      case (true, false): next.kind = .selectCCN
      case (false, true): next.kind = .selectCNC
      case (false, false): next.kind = .selectCNN
      }
    case .levy:
      guard a >= 0, c < 0, d < 0, e < 0 else { break }
      next.kind = b >= 0 ? .levyCCNNN : .levyCNNNN
    case .addFen:
      if a >= 0, b < 0, c >= 0, d < 0 { next.kind = .addFenCNCN }
    default: break
    }
    return next
  }
}
