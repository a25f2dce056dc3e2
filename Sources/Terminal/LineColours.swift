/// The ink of each scalar of the line, from what its pieces are.
struct LineColours {
  /// What each scalar is, where that is known.
  private let styles: [TextStyle?]
  private let scalars: [Unicode.Scalar]
  /// For each bracket, the place of its partner; `nil` for one that has none.
  private let partners: [Int: Int?]

  /// Spans count the UTF-8 bytes of `text`; what of them lies outside counts nothing. Where spans
  /// overlap, the later is meant.
  init(_ text: String, spans: [StyledSpan]) {
    var byByte = [TextStyle?](repeating: nil, count: text.utf8.count)
    for span in spans {
      for byte in span.range.clamped(to: byByte.indices) { byByte[byte] = span.style }
    }
    var styles: [TextStyle?] = []
    styles.reserveCapacity(byByte.count)
    var offset = 0
    let scalars = Array(text.unicodeScalars)
    for scalar in scalars {
      styles.append(byByte[offset])
      offset += UTF8.width(scalar)
    }
    self.styles = styles
    self.scalars = scalars
    partners = Self.partners(of: scalars, styles)
  }

  /// The inks while the cursor is before the scalar at `cursor`: the bracket there or before it is
  /// shown with its partner. `isWhole` is false where an opening bracket may be out of sight. Without
  /// a cursor no bracket is shown.
  func inks(cursor: Int?, isWhole: Bool) -> [Ink] {
    var inks = styles.map { $0?.ink ?? .plain }
    for (place, partner) in partners where partner == nil && isWhole && isClosing(place) {
      inks[place] = .wrong
    }
    if let cursor, let place = [cursor, cursor - 1].first(where: { partners[$0] != nil }),
      let partner = partners[place] ?? nil
    {
      inks[place] = .pair
      inks[partner] = .pair
    }
    return inks
  }

  private func isClosing(_ place: Int) -> Bool { Self.closing[scalars[place]] != nil }

  // MARK: Brackets

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "{", "（", "［", "【", "｛"]

  /// Each with those that it closes, wide or not.
  private static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = {
    var closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [:]
    for (ends, starts) in [(")）", "(（"), ("]］】", "[［【"), ("}｝", "{｛")] {
      for end in ends.unicodeScalars { closing[end] = Set(starts.unicodeScalars) }
    }
    return closing
  }()

  /// Brackets in strings and comments are text.
  private static func partners(
    of scalars: [Unicode.Scalar], _ styles: [TextStyle?]
  ) -> [Int: Int?] {
    var partners: [Int: Int?] = [:]
    var open: [Int] = []
    for (place, scalar) in scalars.enumerated() {
      guard !scalar.properties.isAlphabetic, styles[place] != .string, styles[place] != .comment
      else { continue }
      if opening.contains(scalar) {
        open.append(place)
        partners[place] = .some(nil)
      } else if let starts = closing[scalar] {
        partners[place] = .some(nil)
        guard let last = open.last, starts.contains(scalars[last]) else { continue }
        open.removeLast()
        partners[place] = last
        partners[last] = place
      }
    }
    return partners
  }
}
