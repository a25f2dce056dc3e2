/// What came of adding up a proof.
public enum ProofVerdict: Sendable, Equatable {
  /// Every node holds; how many there are, and the figure as the file has it. Of the nodes with the
  /// labels `unworked` only the parts hold: the format does not work them out. At those with the
  /// labels `rates`, internal rates of return, their flows are worth nothing.
  case holds(
    nodes: Int, expression: String, figure: String, unworked: [String], rates: [String])
  /// The first node, in the order of the file, that does not hold: the labels from the root to it,
  /// and what is wrong.
  case fails(path: [String], reason: String)
  /// The file is no proof: what is wrong with it, and at which byte.
  case noProof(reason: String, offset: Int)
}

/// What stands in the way of reading a file as a proof.
struct NoProof: Error {
  var reason: String
  var offset: Int
}

/// A value of a node.
enum ProofValue: Equatable {
  case fen(Int64)
  case number(Double)
  case undefined

  /// As operators see it: money in fen.
  var number: Double {
    switch self {
    case .fen(let fen): Double(fen)
    case .number(let number): number
    case .undefined: .nan
    }
  }

  /// As a quotient sees it: money in yuan.
  var yuan: Double {
    if case .fen(let fen) = self { return Double(fen) / 100 }
    return number
  }

  var text: String {
    switch self {
    case .fen(let fen): "\(fen) fen"
    case .number(let number): "\(number)"
    case .undefined: "no value"
    }
  }
}
