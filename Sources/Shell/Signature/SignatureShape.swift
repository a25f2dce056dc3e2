import Language

/// How `fmt` lays statements out.
extension Signature {
  var shape: StatementShape {
    let kinds = places.map(\.kind)
    for kind in kinds {
      switch kind {
      case .correlation: return .correlation
      case .source: return .citation
      case .value: return .definition
      case .assignments, .ranges: return .words
      case .attributes(nil): return .change
      case .attributes where kinds.first?.isExpression == true: return .observation
      case .attributes: return .declaration(named: places[0].isNewName)
      default: break
      }
    }
    if kinds.first?.isFile == true { return .file }
    // What stands as it is typed: names, numbers and words, none of them worked out.
    if hasOnlyWords { return .words }
    return attributes.contains { $0.row != nil } ? .declaration(named: false) : .expressions
  }

  private var hasOnlyWords: Bool {
    !places.isEmpty && attributes.isEmpty
      && places.allSatisfy { place in
        switch place.kind {
        case .branch, .count, .newBranch, .topic, .words: true
        default: false
        }
      }
  }
}

extension Signature.Place {
  /// Whether a name is given here.
  var isNewName: Bool {
    if case .newName = kind { return true }
    return false
  }
}
