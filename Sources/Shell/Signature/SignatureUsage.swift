/// The usage line.
extension Signature {
  /// What stands behind the command's name in help: `NAME [--cascade] [--comments], or --all`.
  var usage: String {
    var text = ways[0].map(\.usage).joined(separator: " ")
    for pieces in ways.dropFirst() {
      // One word reads on; what has names of its own stands apart.
      let isWord = pieces.count == 1 && pieces[0].isFixed
      text += (isWord ? ", or " : "  |  ") + pieces.map(\.bareUsage).joined(separator: " ")
    }
    return text
  }
}

extension Signature.Piece {
  /// It as a usage has it, in brackets where it need not stand there.
  var usage: String {
    if case .place(let place) = self, place.isNeeded {
      return place.isRepeated ? place.usage + " …" : place.usage
    }
    return "[\(bareUsage)]"
  }

  /// The same without the brackets.
  fileprivate var bareUsage: String {
    switch self {
    case .place(let place): place.usage
    case .attribute(let attribute): attribute.usage
    case .option(let option): option.usage
    }
  }

  /// Whether it is a word as it stands.
  fileprivate var isFixed: Bool {
    switch self {
    case .place(let place):
      if case .words = place.kind { true } else { false }
    case .attribute: false
    case .option: true
    }
  }
}

extension Signature.Place {
  fileprivate var usage: String {
    var text = word
    if case .words = kind {} else { text = ([word] + words).joined(separator: "|") }
    return marker.map { "\($0) \(text)" } ?? text
  }
}

extension Signature.Attribute {
  /// `every=5y`
  var usage: String { "\(name)=\(shown)" }
}

extension Signature.Option {
  /// `--raw`
  var word: String { "--\(name)" }

  /// `--proof FILE.json [--over]`
  fileprivate var usage: String {
    let file = endings.map { " FILE" + ($0.first.map { "." + $0 } ?? "") } ?? ""
    return word + file + with.map { " [\($0.usage)]" }.joined()
  }
}
