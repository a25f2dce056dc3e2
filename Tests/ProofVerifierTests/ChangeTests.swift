import Foundation
import ProofVerifier
import Testing

/// Whatever is changed in a proof is found.
@Suite("changed proofs")
struct ChangeTests {
  @Test("a proof as it was written holds", arguments: Stage.expressions)
  func holds(_ expression: String) throws {
    let proof = try Stage.proof(expression)
    // An amount without its factors would hold by itself.
    #expect(!String(decoding: proof, as: UTF8.self).contains("factors are not known"))
    let verdict = ProofVerifier.verify(proof)
    guard case .holds(let nodes, expression, _, _, _) = verdict else {
      Issue.record("\(expression): \(verdict)")
      return
    }
    #expect(nodes > 1, "\(expression) has one node only")
  }

  @Test("a number that is changed is found", arguments: Stage.short)
  func numbers(_ expression: String) throws {
    let proof = try Proof(Stage.proof(expression))
    let places = proof.places(step: 1 + proof.count / 50)
    for place in places {
      for key in ["fen", "number", "scale", "times", "over"] {
        guard let changed = proof.changing(place, { Proof.change(key, in: &$0) }) else { continue }
        let verdict = ProofVerifier.verify(changed)
        if case .holds = verdict { Issue.record("\(expression): \(key) at \(place)") }
        if case .noProof(let reason, _) = verdict {
          Issue.record("\(expression): \(key) at \(place) is no proof, \(reason)")
        }
      }
    }
  }

  @Test("a part that is left out or stands twice is found", arguments: Stage.short)
  func parts(_ expression: String) throws {
    let proof = try Proof(Stage.proof(expression))
    for place in proof.places(step: 1 + proof.count / 25) where !place.isEmpty {
      let parent = Array(place.dropLast())
      let index = place[place.count - 1]
      for isDropped in [true, false] {
        let changed = proof.changing(parent) { node in
          guard var parts = node["parts"] as? [Any] else { return false }
          if isDropped { parts.remove(at: index) } else { parts.append(parts[index]) }
          node["parts"] = parts
          return true
        }
        let verdict = ProofVerifier.verify(try #require(changed))
        if case .holds = verdict {
          Issue.record("\(expression): \(isDropped ? "without" : "twice") \(place)")
        }
      }
    }
  }

  @Test("every text and every source that is changed is found")
  func texts() throws {
    let proof = try Proof(Stage.proof("tax.cit[plant, 2024]"))
    for place in proof.places(step: 1) {
      for key in ["label", "unit", "note", "kind", "formula", "sign"] {
        let changed = proof.changing(place) { node in
          guard let text = node[key] as? String else { return false }
          node[key] = text + "x"
          return true
        }
        guard let changed else { continue }
        if case .holds = ProofVerifier.verify(changed) { Issue.record("\(key) at \(place)") }
      }
    }
    let text = String(decoding: try Stage.proof("tax.cit[plant, 2024]"), as: UTF8.self)
    for (old, new) in [
      ("stage.park:12", "stage.park:13"), ("g * 1.2", "g * 1.3"), ("\"3%\"", "\"4%\""),
      ("\"scenario\":\"Stage\"", "\"scenario\":\"Other\""),
      ("\"expression\":\"tax.cit[plant, 2024]\"", "\"expression\":\"tax.cit[plant, 2023]\""),
    ] {
      #expect(text.contains(old), "\(old)")
      let changed = text.replacingOccurrences(of: old, with: new)
      guard case .fails = ProofVerifier.verify(Array(changed.utf8)) else {
        Issue.record("\(old)")
        continue
      }
    }
  }

  /// Without seals, as if whoever changed a number had sealed everything anew: what is posted and
  /// whatever it is made of is found by adding up alone.
  @Test(
    "an amount that is changed is found though all is sealed anew",
    arguments: ["tax.local[plant, 2022]", "net_local[plant, 2022]", "investment[p1, 2020]"])
  func amounts(_ expression: String) throws {
    let proof = try Proof(Stage.proof(expression))
    for place in proof.places(step: 1 + proof.count / 40) where !place.isEmpty {
      guard let changed = proof.changing(place, sealing: true, { Proof.change("fen", in: &$0) })
      else { continue }
      guard case .fails(let path, let reason) = ProofVerifier.verify(changed) else {
        Issue.record("\(expression): fen at \(place)")
        continue
      }
      #expect(reason.contains("come to") || reason.contains("the figure is"), "\(reason)")
      #expect(path.count <= place.count + 1)
    }
  }

  @Test("the first node that does not hold is named by the labels that lead to it")
  func path() throws {
    let proof = try Proof(Stage.proof("tax[plant, 2022]"))
    let changed = try #require(
      proof.changing([0], sealing: true) { Proof.change("fen", in: &$0) })
    guard case .fails(let path, let reason) = ProofVerifier.verify(changed) else {
      Issue.record("it holds")
      return
    }
    #expect(path == ["tax[plant, 2022]"])
    #expect(reason.hasPrefix("its parts come to "), "\(reason)")
  }
}
