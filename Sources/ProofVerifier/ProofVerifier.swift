/// Adds up proofs that `explain … --proof FILE` wrote. Docs/Proof.md.
///
/// It shares nothing with the program that wrote them: it reads the file by itself and knows what
/// each kind of node means.
public enum ProofVerifier {
  /// Files larger than this are refused, bytes.
  public static let largest = 512 << 20

  /// Adds up a proof in its file's bytes.
  public static func verify(_ bytes: [UInt8]) -> ProofVerdict {
    guard bytes.count <= largest else {
      return .noProof(reason: "it is larger than any proof", offset: largest)
    }
    var json = JSONBytes(bytes)
    do throws(NoProof) {
      return try verdict(&json)
    } catch {
      return .noProof(reason: error.reason, offset: error.offset)
    }
  }

  private static func verdict(_ json: inout JSONBytes) throws(NoProof) -> ProofVerdict {
    var head: [String: String] = [:]
    var figure = ProofNode()
    var reader = NodeReader()
    var root: NodeReader.Checked?
    var sources = SourceReader()
    try json.object { (key, json) throws(NoProof) in
      switch key {
      case "parkline-proof", "scenario", "expression", "seal": head[key] = try json.text()
      case "figure":
        try json.object { (key, json) throws(NoProof) in try figure.readValue(key, &json) }
      case "root": root = try reader.node(&json)
      case "sources": try json.array { (json) throws(NoProof) in try sources.read(&json) }
      default: throw json.wrong("a proof has no `\(shortened(key))`")
      }
    }
    try json.end()
    guard head["parkline-proof"] == "1" else {
      throw json.wrong("it does not say that it is a proof of version 1")
    }
    guard let root, let expression = head["expression"], let scenario = head["scenario"] else {
      throw json.wrong("it has no root, no expression or no scenario")
    }
    guard reader.highestSource < sources.count else {
      throw json.wrong("a node names a source that is not there")
    }
    if let fault = root.fault { return .fails(path: fault.path, reason: fault.reason) }
    guard figure.written == root.node.written else {
      return .fails(
        path: [root.node.label],
        reason: "the figure is \(figure.value.text), and the root \(root.node.value.text)")
    }
    var seal = Seal()
    for text in [scenario, expression, root.seal, sources.seal.text] { seal.add(text) }
    guard head["seal"] == seal.text else {
      return .fails(
        path: [root.node.label],
        reason: "the seal of the file is another: its head or a source was changed")
    }
    return .holds(
      nodes: reader.nodes, expression: expression, figure: root.node.value.text,
      unworked: reader.unworked, rates: reader.rates)
  }
}
