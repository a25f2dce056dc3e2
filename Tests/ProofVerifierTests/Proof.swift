import Foundation

/// A proof as a tree that can be changed, read with Foundation's JSON and not with the verifier's.
struct Proof {
  private let file: [String: Any]
  let count: Int
  private let all: [[Int]]

  init(_ bytes: [UInt8]) throws {
    let object = try JSONSerialization.jsonObject(with: Data(bytes))
    file = object as? [String: Any] ?? [:]
    var places: [[Int]] = []
    var pending: [([Int], [String: Any])] = [([], file["root"] as? [String: Any] ?? [:])]
    while let (place, node) = pending.popLast() {
      places.append(place)
      for (index, part) in (node["parts"] as? [[String: Any]] ?? []).enumerated() {
        pending.append((place + [index], part))
      }
    }
    all = places
    count = places.count
  }

  /// The way to every node, or to one of so many: places among parts, from the root.
  func places(step: Int) -> [[Int]] {
    stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  /// The bytes of the proof with one node changed; nil where there is nothing to change.
  func changing(
    _ place: [Int], sealing: Bool = false, _ change: (inout [String: Any]) -> Bool
  ) -> [UInt8]? {
    var file = self.file
    guard var root = file["root"] as? [String: Any],
      Proof.change(&root, place[...], change)
    else { return nil }
    if sealing { _ = Proof.seal(&root) }
    file["root"] = root
    return (try? JSONSerialization.data(withJSONObject: file)).map(Array.init)
  }

  private static func change(
    _ node: inout [String: Any], _ place: ArraySlice<Int>,
    _ change: (inout [String: Any]) -> Bool
  ) -> Bool {
    guard let index = place.first else { return change(&node) }
    guard var parts = node["parts"] as? [[String: Any]],
      self.change(&parts[index], place.dropFirst(), change)
    else { return false }
    node["parts"] = parts
    return true
  }

  /// Adds a fen to an amount, and a millionth and a bit to another number.
  static func change(_ key: String, in node: inout [String: Any]) -> Bool {
    guard let text = node[key] as? String else { return false }
    if key == "fen", let fen = Int64(text) {
      node[key] = String(fen + 1)
    } else if let number = Double(text) {
      node[key] = (number * (1 + 1e-6) + 1e-9).description
    }
    return true
  }

  /// Seals a node and all below it anew, as Docs/Proof.md says it is done.
  static func seal(_ node: inout [String: Any]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in Array(text.utf8) + [10] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    func text(_ key: String) -> String { node[key] as? String ?? "" }
    let value = ["fen", "number", "undefined"].first { node[$0] != nil } ?? ""
    for part in [text("kind"), text("label"), value, text(value), text("unit"), text("note")] {
      add(part)
    }
    for key in ["formula", "function", "over", "scale", "sign", "times"] where node[key] != nil {
      add("\(key) \(text(key))")
    }
    add((node["from"] as? [String] ?? []).joined(separator: " "))
    if var parts = node["parts"] as? [[String: Any]] {
      for index in parts.indices { add(seal(&parts[index])) }
      node["parts"] = parts
      let seal = String(hash, radix: 16)
      node["seal"] = String(repeating: "0", count: 16 - seal.count) + seal
      return node["seal"] as? String ?? ""
    }
    let seal = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - seal.count) + seal
  }
}
