public import Diagnostics
import Quantities
public import Simulation

/// Writes an explanation as a proof: the whole tree as JSON, for `parkline verify-proof` and for
/// anybody who wants to add it up. Docs/Proof.md describes the file.
public struct ProofWriter {
  private let explanation: Explanation
  private var bytes: [UInt8] = []
  /// Places in the table of sources.
  private var places: [StatementKey: String] = [:]
  private var table: [StatementSource] = []

  /// Proofs larger than this are not written, bytes.
  public static let largest = 256 << 20
  /// Levels that a proof may have.
  private static let deepest = 250

  private init(_ explanation: Explanation) {
    self.explanation = explanation
  }

  /// The bytes of a proof; throws where there would be too many.
  public static func write(_ explanation: Explanation) throws(Diagnostic) -> [UInt8] {
    var writer = ProofWriter(explanation)
    try writer.write()
    return writer.bytes
  }

  private mutating func write() throws(Diagnostic) {
    let root = explanation.root
    add("{")
    field("parkline-proof", "1", isFirst: true)
    field("scenario", explanation.scenario)
    field("expression", explanation.expression)
    let (key, value) = ProofWriter.value(of: root)
    add(",\n\"figure\":{")
    field(key, value, isFirst: true)
    add("},\n\"root\":")
    let seal = try node(root, depth: 0)
    add(",\n\"sources\":[")
    var sources = ProofSeal()
    for (place, source) in table.enumerated() {
      add(place == 0 ? "\n" : ",\n")
      self.source(source, &sources)
    }
    add("]")
    var whole = ProofSeal()
    for text in [explanation.scenario, explanation.expression, seal, sources.text] {
      whole.add(text)
    }
    add(",\n")
    field("seal", whole.text, isFirst: true)
    add("}\n")
  }

  // MARK: Nodes

  /// Writes a factor and everything below it; its seal.
  private mutating func node(_ factor: Factor, depth: Int) throws(Diagnostic) -> String {
    guard bytes.count <= ProofWriter.largest, depth <= ProofWriter.deepest else {
      throw Diagnostic(
        "too-large",
        depth > ProofWriter.deepest
          ? "the proof would have more than \(ProofWriter.deepest) levels"
          : "the proof would be larger than \(ProofWriter.largest >> 20) MiB",
        help: ["prove a part of it, of one tax, park or firm: `explain tax.vat[2030]`"])
    }
    let (key, value) = ProofWriter.value(of: factor)
    let kind = ProofWriter.kind(of: factor.kind)
    let from = factor.statements.compactMap { place(of: $0) }
    add(depth == 0 ? "{" : "\n{")
    field("kind", kind.name, isFirst: true)
    field("label", factor.label.text)
    field(key, value)
    if !factor.unit.isEmpty { field("unit", factor.unit) }
    for (name, text) in kind.terms { field(name, text) }
    if !factor.note.isEmpty { field("note", factor.note.text) }
    if !from.isEmpty {
      add(",\"from\":[" + from.map { "\"\($0)\"" }.joined(separator: ",") + "]")
    }
    var seal = ProofSeal()
    for text in [kind.name, factor.label.text, key, value, factor.unit, factor.note.text] {
      seal.add(text)
    }
    for (name, text) in kind.terms { seal.add("\(name) \(text)") }
    seal.add(from.joined(separator: " "))
    if !kind.isLeaf {
      add(",\"parts\":[")
      for (index, part) in factor.parts.enumerated() {
        if index > 0 { add(",") }
        seal.add(try node(part, depth: depth + 1))
      }
      add("]")
      field("seal", seal.text)
    }
    add("}")
    return seal.text
  }

  /// The key and the text of a value.
  private static func value(of factor: Factor) -> (String, String) {
    switch factor.value {
    case .fen(let fen): ("fen", String(fen))
    case .number(let number): ("number", NumberFormat.shortest(number))
    case .undefined(let reason): ("undefined", reason.text)
    }
  }

  fileprivate struct Kind {
    var name: String
    /// In the order of their names.
    var terms: [(String, String)] = []
    var isLeaf = false
  }

  fileprivate static func kind(of kind: Factor.Kind) -> Kind {
    switch kind {
    case .sum: Kind(name: "sum")
    case .product: Kind(name: "product")
    case .rounding(let scale):
      Kind(name: "rounding", terms: [("scale", NumberFormat.shortest(scale))])
    case .runningTotals: Kind(name: "running-totals")
    case .difference: Kind(name: "difference")
    case .negation: Kind(name: "negation")
    case .quotient(let times, let over):
      Kind(
        name: "quotient",
        terms: [("over", NumberFormat.shortest(over)), ("times", NumberFormat.shortest(times))])
    case .operation(let sign): Kind(name: "operator", terms: [("sign", sign)])
    case .conversion(let times, let over):
      Kind(
        name: "conversion",
        terms: [("over", NumberFormat.shortest(over)), ("times", NumberFormat.shortest(times))])
    case .formula(let formula): Kind(name: "formula", terms: [("formula", formula.rawValue)])
    case .function(let name): Kind(name: "function", terms: [("function", name)])
    case .agreement: Kind(name: "agreement")
    case .stated: Kind(name: "stated", isLeaf: true)
    case .reading: Kind(name: "reading", isLeaf: true)
    case .undefined: Kind(name: "undefined")
    }
  }

  // MARK: Sources

  /// The place of an attribute's source in the table; nil where nothing says it.
  private mutating func place(of key: StatementKey) -> String? {
    if let known = places[key] { return known }
    guard let source = explanation.sources.source(of: key) else { return nil }
    let place = String(table.count)
    places[key] = place
    table.append(source)
    return place
  }

  private mutating func source(_ source: StatementSource, _ seal: inout ProofSeal) {
    let texts = [
      ("citation", source.citation), ("evidence", source.evidence),
      ("origin", source.origin.rawValue), ("place", source.place), ("subject", source.subject),
      ("written", source.written),
    ].filter { !$0.1.isEmpty }
    add("{")
    for (index, (key, text)) in texts.enumerated() {
      field(key, text, isFirst: index == 0)
      seal.add("\(key) \(text)")
    }
    if !source.through.isEmpty {
      add(",\"through\":[")
      for (index, inner) in source.through.enumerated() {
        if index > 0 { add(",") }
        var own = ProofSeal()
        self.source(inner, &own)
        seal.add(own.text)
      }
      add("]")
    }
    add("}")
  }

  // MARK: Text

  private mutating func add(_ text: String) { bytes += text.utf8 }

  private mutating func field(_ key: String, _ text: String, isFirst: Bool = false) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes += key.utf8
    bytes += "\":\"".utf8
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [byte >> 4, byte & 15].map { $0 < 10 ? 48 + $0 : 87 + $0 }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Factor.Kind {
  /// How its value follows from those of its parts, in the words of a proof: `sum`, `operator *`,
  /// `formula carried`.
  public var name: String {
    let kind = ProofWriter.kind(of: self)
    switch self {
    case .operation, .formula, .function:
      return ([kind.name] + kind.terms.map(\.1)).joined(separator: " ")
    default: return kind.name
    }
  }
}

/// A number made of everything that a node says (FNV-1a with 64 bits). Docs/Proof.md.
struct ProofSeal {
  private var hash: UInt64 = 14_695_981_039_346_656_037

  /// Adds a text and a line break.
  mutating func add(_ text: String) {
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 1_099_511_628_211
    }
    hash ^= 10
    hash &*= 1_099_511_628_211
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
