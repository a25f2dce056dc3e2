/// Reads nodes and checks each once its parts are read. It keeps the values of open nodes only, so
/// that memory depends on the depth of a proof and the breadth of its nodes, not on its length.
struct NodeReader {
  private(set) var nodes = 0
  /// Labels of nodes of which only the parts are there: nobody works them out again.
  private(set) var unworked: [String] = []
  /// Labels of internal rates of return.
  private(set) var rates: [String] = []
  /// The highest place in the table of sources that a node names.
  private(set) var highestSource = -1

  /// The first node that does not hold, by the labels from where it was asked for.
  struct Fault {
    var path: [String]
    var reason: String
  }

  struct Checked {
    var node: ProofNode
    var seal: String
    var fault: Fault?
  }

  mutating func node(_ json: inout JSONBytes) throws(NoProof) -> Checked {
    var node = ProofNode()
    var partSeals: [String] = []
    var below: Fault?
    var reader = self
    try json.object { (key, json) throws(NoProof) in
      guard key == "parts" else { return try node.read(key, &json) }
      var values: [ProofValue] = []
      try json.array { (json) throws(NoProof) in
        let part = try reader.node(&json)
        values.append(part.node.value)
        partSeals.append(part.seal)
        if below == nil { below = part.fault }
      }
      node.parts = values
    }
    self = reader
    nodes += 1
    if node.kind == "function", node.terms["function"] == "other" { unworked.append(node.label) }
    if node.isRate { rates.append(node.label) }
    guard !node.kind.isEmpty, !node.written.key.isEmpty else {
      throw json.wrong("a node has no kind or no value")
    }
    for place in node.from {
      guard let number = Int(place), number >= 0 else {
        throw json.wrong("`\(shortened(place))` is no place of a source")
      }
      highestSource = max(highestSource, number)
    }
    return checked(node, partSeals, below)
  }

  /// Whether a node holds; it comes before those below it.
  private func checked(_ node: ProofNode, _ partSeals: [String], _ below: Fault?) -> Checked {
    let seal = node.seal(over: partSeals)
    var fault = node.fault()
    if fault == nil, node.parts != nil, node.seal != seal {
      fault = "its seal is another: it or one of its parts was changed"
    }
    if fault == nil, node.parts == nil, node.seal != nil { fault = "it has a seal and no parts" }
    var first: Fault?
    if let fault {
      first = Fault(path: [node.label], reason: fault)
    } else if let below {
      first = Fault(path: [node.label] + below.path, reason: below.reason)
    }
    return Checked(node: node, seal: node.seal ?? seal, fault: first)
  }
}
