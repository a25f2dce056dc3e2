import Language

/// Brackets one behind the other, and equality within a margin.
extension SlipRepair {
  /// `tax[longyou][2022]` is `tax[longyou, 2022]`, and `growth(tax)[2022]` is `at(growth(tax), 2022)`.
  mutating func joinBrackets() {
    var index = 1
    while index + 1 < pieces.count {
      defer { index += 1 }
      guard pieces[index + 1].isMark("["), !pieces[index + 1].isSpaced else { continue }
      if pieces[index].isMark("]") {
        pieces[index] = Piece(
          text: ",", isSpaced: false, kind: .mark(44), depth: pieces[index].depth)
        pieces.remove(at: index + 1)
        if index + 1 < pieces.count { pieces[index + 1].isSpaced = true }
      } else if pieces[index].isMark(")"),
        let open = pieces[..<index].lastIndex(where: {
          $0.isMark("(") && $0.depth == pieces[index].depth
        }), open > 1, pieces[open - 1].kind == .word,
        let close = pieces.indices.dropFirst(index + 2).first(where: { pieces[$0].isMark("]") })
      {
        let call = text(of: open - 1..<index + 1)
        let inner = text(of: index + 2..<close)
        let isSpaced = pieces[open - 1].isSpaced
        pieces.replaceSubrange(
          open - 1...close, with: [.word("at(\(call), \(inner))", isSpaced: isSpaced)])
        index = open - 1
      }
    }
  }

  /// `x ≈ y`, `x within 1% of y` and `x == y ± 5` are two comparisons.
  var betweenBounds: [SlipRepair] {
    guard signature?.takesCondition == true else { return [] }
    func place(_ words: String...) -> Int? {
      pieces.indices.dropFirst(2).first { words.contains(pieces[$0].text) && pieces[$0].depth == 0 }
    }
    let end = pieces.count
    if let within = place("within"), let of = place("of"), of > within + 1, of + 1 < end {
      let left = pieces[within - 1].text == "is" ? within - 1 : within
      let margin = text(of: within + 1..<of)
      return [bounds(1..<left, of + 1..<end, isShare: margin.hasSuffix("%"), margin)]
    }
    if let sign = place("±"), let equals = place("==", "=", "≈"), equals < sign, sign + 1 < end {
      let margin = text(of: sign + 1..<end)
      return [bounds(1..<equals, equals + 1..<sign, isShare: margin.hasSuffix("%"), margin)]
    }
    if let sign = place("≈", "≅", "~", "～"), sign + 1 < end {
      return [bounds(1..<sign, sign + 1..<end, isShare: true, "1%")]
    }
    return []
  }

  /// That one value lies about another.
  private func bounds(
    _ left: Range<Int>, _ right: Range<Int>, isShare: Bool, _ margin: String
  ) -> SlipRepair {
    let value = text(of: left)
    var middle = text(of: right)
    let isSum = pieces[right].contains { ["+", "-", "/", "*"].contains($0.text) && $0.depth == 0 }
    if isSum { middle = "(\(middle))" }
    var copy = self
    copy.pieces = [
      pieces[0],
      .word(
        isShare
          ? "\(value) > \(middle) * (1 - \(margin)) and \(value) < \(middle) * (1 + \(margin))"
          : "\(value) > \(middle) - \(margin) and \(value) < \(middle) + \(margin)"),
    ]
    return copy
  }
}
