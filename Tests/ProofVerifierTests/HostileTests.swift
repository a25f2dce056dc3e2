import ProofVerifier
import Testing

/// Files that are no proofs are refused, whatever they are.
@Suite("hostile files")
struct HostileTests {
  private func refusal(_ text: String) -> String? {
    if case .noProof(let reason, _) = ProofVerifier.verify(Array(text.utf8)) { return reason }
    return nil
  }

  @Test(
    "what is no proof is refused",
    arguments: [
      "", " ", "{", "{}", "[]", "null", "\u{FEFF}{}", "{\"parkline-proof\":\"2\"}",
      "{\"parkline-proof\":1}", "{\"root\":{}}", "{\"root\":[]}", "{\"a\":\"b\"}",
      "{\"seal\":\"1\",\"seal\":\"1\"}", "{\"seal\":\"\\ud800\"}", "{\"seal\":\"\\x\"}",
      "{\"seal\":\"a\nb\"}", "{\"root\":{\"kind\":\"sum\",\"fen\":\"1.5\"}}",
      "{\"root\":{\"kind\":\"sum\",\"number\":\"nan\"}}",
      "{\"root\":{\"kind\":\"sum\",\"number\":\"inf\"}}",
      "{\"root\":{\"kind\":\"sum\",\"number\":\"1\",\"fen\":\"1\"}}",
      "{\"root\":{\"kind\":\"sum\",\"fen\":\"9223372036854775808\"}}",
      "{\"root\":{\"fen\":\"1\",\"from\":[\"-1\"],\"kind\":\"stated\"}}",
    ])
  func refused(_ text: String) {
    #expect(refusal(text) != nil, "\(text)")
  }

  @Test("what is nested too deep is refused", arguments: [700, 1_000_000])
  func deep(_ depth: Int) {
    let node = "{\"kind\":\"sum\",\"fen\":\"1\",\"parts\":["
    let text = "{\"root\":" + String(repeating: node, count: depth)
    #expect(refusal(text) == "it is nested too deep")
    let source = "{\"sources\":[" + String(repeating: "{\"through\":[", count: depth)
    #expect(refusal(source) == "it is nested too deep")
  }

  @Test("a proof that was cut off is refused, wherever that was")
  func cut() throws {
    let proof = try Stage.proof("tax.stamp[plant, 2023]")
    for length in stride(from: 0, to: proof.count - 2, by: 97) {
      guard case .noProof = ProofVerifier.verify(Array(proof.prefix(length))) else {
        Issue.record("cut at \(length)")
        return
      }
    }
  }

  @Test("a byte that is changed is found, wherever it is")
  func bytes() throws {
    let proof = try Stage.proof("tax.stamp[plant, 2023]")
    for place in stride(from: 0, to: proof.count, by: 7) {
      var changed = proof
      changed[place] = changed[place] == 0x31 ? 0x32 : 0x31
      if case .holds = ProofVerifier.verify(changed) { Issue.record("byte \(place)") }
    }
  }

  @Test("sums past what an amount can hold do not hold")
  func overflow() {
    let part = "{\"kind\":\"stated\",\"label\":\"\",\"fen\":\"9223372036854775807\"}"
    let text = """
      {"parkline-proof":"1","scenario":"","expression":"","figure":{"fen":"-2"},"sources":[],
      "root":{"kind":"sum","label":"all","fen":"-2","parts":[\(part),\(part)],"seal":""},"seal":""}
      """
    guard case .fails(let path, let reason) = ProofVerifier.verify(Array(text.utf8)) else {
      Issue.record("it does not fail")
      return
    }
    #expect(path == ["all"])
    #expect(reason == "its parts have no such result")
  }

  @Test("equations come to what they say", arguments: ["ramp", "survival", "vat-share"])
  func equations(_ name: String) {
    // Docs/Model.md by pencil: R(3) of a ramp to 0.9 in 3 years is 0.9; e^(−0.5·0.2); (1 − 0.9·0.4)·0.9.
    let cases: [String: ([String], String)] = [
      "ramp": (["0.14", "3", "0.9", "3"], "0.9"),
      "survival": (["0.5", "0.2"], "0.9048374180359595"),
      "vat-share": (["0.6", "0.9", "0.1"], "0.576"),
    ]
    guard let (numbers, value) = cases[name] else { return }
    let parts = numbers.map { "{\"kind\":\"stated\",\"label\":\"\",\"number\":\"\($0)\"}" }
    for (written, isRight) in [(value, true), ("0.5", false)] {
      let text = """
        {"parkline-proof":"1","scenario":"","expression":"","figure":{"number":"\(written)"},
        "sources":[],"root":{"kind":"formula","formula":"\(name)","label":"it",
        "number":"\(written)","parts":[\(parts.joined(separator: ","))],"seal":""},"seal":""}
        """
      guard case .fails(_, let reason) = ProofVerifier.verify(Array(text.utf8)) else {
        Issue.record("nobody sealed it")
        continue
      }
      let isByNumber = reason.contains("come to")
      #expect(isByNumber != isRight, "\(name): \(reason)")
    }
  }
}
