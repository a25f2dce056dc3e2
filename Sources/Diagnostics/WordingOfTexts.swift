/// Sentences and amounts that come as text, in another language.
extension Wording {
  /// A sentence that was kept as its text in English: by the template that says most of it. Nil where none
  /// says it.
  func reread(_ text: String) -> String? { reread(text, depth: 0) }

  private func reread(_ text: String, depth: Int) -> String? {
    if let known = words[text] ?? sentences[text] ?? amount(text) { return known }
    // Gaps within gaps end somewhere.
    guard depth < 4, text.utf8.count < 2000 else { return nil }
    var best: (template: String, gaps: [String], length: Int)?
    for template in sentences.keys where template.contains("{}") {
      for form in Wording.forms(of: template) {
        let pieces = Wording.pieces(of: form)
        let length = pieces.reduce(0) { $0 + $1.utf8.count }
        // What says nothing of its own says nothing of a text.
        guard length >= 6, Wording.hasWords(form), length > best?.length ?? 0,
          let gaps = Wording.gaps(in: text, between: pieces)
        else { continue }
        best = (template, gaps, length)
      }
    }
    guard let best, let template = sentences[best.template] else { return nil }
    return filled(
      template,
      best.gaps.map { gap in
        reread(gap, depth: depth + 1).map { .typed($0) } ?? .text(gap)
      })
  }

  /// A template for one of what it counts, and for several.
  private static func forms(of template: String) -> [String] {
    let pieces = pieces(of: template, at: "(s)")
    return pieces.count == 1 ? [template] : [pieces.joined(), pieces.joined(separator: "s")]
  }

  private static func pieces(of text: String, at mark: String = "{}") -> [String] {
    var pieces = [""]
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) {
        rest = rest.dropFirst(mark.count)
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(rest.removeFirst())
      }
    }
    return pieces
  }

  /// What stands between pieces of a text that come in this order, the first at its beginning and the last at its
  /// end; nil where they do not. No gap is empty.
  private static func gaps(in text: String, between pieces: [String]) -> [String]? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first),
      text.hasSuffix(last), text.count >= first.count + last.count + pieces.count - 1
    else { return nil }
    var gaps: [String] = []
    var rest = text.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard !piece.isEmpty, let (before, behind) = Wording.split(rest, at: piece) else {
        return nil
      }
      gaps.append(before)
      rest = behind
    }
    guard rest.count > last.count, pieces.count > 1 else { return nil }
    return gaps + [String(rest.dropLast(last.count))]
  }

  /// What stands before the first place of a piece, and behind it.
  private static func split(
    _ text: Substring, at piece: String
  ) -> (before: String, behind: Substring)? {
    var start = text.startIndex
    while start < text.endIndex {
      if start > text.startIndex, text[start...].hasPrefix(piece) {
        return (String(text[..<start]), text[start...].dropFirst(piece.count))
      }
      start = text.index(after: start)
    }
    return nil
  }

  // MARK: Amounts

  /// An amount of money as a sentence has it, in 万 and 亿: `280M yuan` is 2.8亿元. Nil of what is none.
  func amount(_ text: String) -> String? {
    guard name == "zh", text.hasSuffix(" yuan") else { return nil }
    var number = text.dropLast(" yuan".count)
    let powers = [("tn", 12), ("bn", 9), ("M", 6), ("k", 3)]
    var power = 0
    if let unit = powers.first(where: { number.hasSuffix($0.0) }) {
      number = number.dropLast(unit.0.count)
      power = unit.1
    }
    let isNegative = number.first == "-"
    let digits = number.drop { $0 == "-" }.filter { $0 != "," }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    // Powers of ten are moved in the text, so that no digit changes.
    let whole = parts[0].count + power
    let (unit, shift) = whole > 8 ? ("亿元", 8) : whole > 4 ? ("万元", 4) : ("元", 0)
    let all = parts.joined()
    let point = parts[0].count + power - shift
    let padded = all + String(repeating: "0", count: max(0, point - all.count))
    var lead = padded.prefix(point)
    while lead.count > 1, lead.first == "0" { lead.removeFirst() }
    var tail = padded.dropFirst(point)
    while tail.last == "0" { tail.removeLast() }
    return (isNegative ? "-" : "") + Wording.grouped(lead) + (tail.isEmpty ? "" : "." + tail) + unit
  }

  /// Digits in groups of three.
  private static func grouped(_ digits: Substring) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
