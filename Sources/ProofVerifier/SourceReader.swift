/// Reads the table of sources: texts, which nothing adds up, but which the seal of the file covers.
struct SourceReader {
  private(set) var count = 0
  private(set) var seal = Seal()

  mutating func read(_ json: inout JSONBytes) throws(NoProof) {
    count += 1
    try SourceReader.source(&json, &seal)
  }

  private static func source(_ json: inout JSONBytes, _ seal: inout Seal) throws(NoProof) {
    var texts: [String: String] = [:]
    var through: [String] = []
    try json.object { (key, json) throws(NoProof) in
      switch key {
      case "origin", "subject", "written", "place", "evidence", "citation":
        texts[key] = try json.text()
      case "through":
        try json.array { (json) throws(NoProof) in
          var inner = Seal()
          try source(&json, &inner)
          through.append(inner.text)
        }
      default: throw json.wrong("a source has no `\(shortened(key))`")
      }
    }
    for key in texts.keys.sorted() { seal.add("\(key) \(texts[key] ?? "")") }
    for inner in through { seal.add(inner) }
  }
}
