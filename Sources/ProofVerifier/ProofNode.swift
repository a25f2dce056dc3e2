/// A node as it is read.
struct ProofNode {
  var kind = ""
  var label = ""
  var value = ProofValue.undefined
  /// As written: the key of the value and its text.
  var written = (key: "", text: "")
  var unit = ""
  var note = ""
  /// `scale`, `times`, `over`, `sign`, `formula` or `function`, as written.
  var terms: [String: String] = [:]
  /// Places in the table of sources, as written.
  var from: [String] = []
  var seal: String?
  /// Nil where the file has no parts, which is not the same as none.
  var parts: [ProofValue]?

  /// Takes what stands behind a key, the parts apart.
  mutating func read(_ key: String, _ json: inout JSONBytes) throws(NoProof) {
    switch key {
    case "kind": kind = try json.text()
    case "label": label = try json.text()
    case "unit": unit = try json.text()
    case "note": note = try json.text()
    case "seal": seal = try json.text()
    case "scale", "times", "over", "sign", "formula", "function": terms[key] = try json.text()
    case "from":
      var places: [String] = []
      try json.array { (json) throws(NoProof) in places.append(try json.text()) }
      from = places
    default: try readValue(key, &json)
    }
  }

  /// The value of a node: exactly one of `fen`, `number` and `undefined`.
  mutating func readValue(_ key: String, _ json: inout JSONBytes) throws(NoProof) {
    guard ["fen", "number", "undefined"].contains(key) else {
      throw json.wrong("a node has no `\(shortened(key))`")
    }
    guard written.key.isEmpty else { throw json.wrong("a node has two values") }
    let text = try json.text()
    written = (key, text)
    switch key {
    case "fen":
      guard let fen = Int64(text) else { throw json.wrong("`\(shortened(text))` is no whole fen") }
      value = .fen(fen)
    case "number":
      guard let number = Double(text), number.isFinite else {
        throw json.wrong("`\(shortened(text))` is no number")
      }
      value = .number(number)
    default: value = .undefined
    }
  }

  /// The seal of everything it says and of the seals of its parts.
  func seal(over parts: [String]) -> String {
    var seal = Seal()
    for text in [kind, label, written.key, written.text, unit, note] { seal.add(text) }
    for name in terms.keys.sorted() { seal.add("\(name) \(terms[name] ?? "")") }
    seal.add(from.joined(separator: " "))
    for part in parts { seal.add(part) }
    return seal.text
  }
}
