import Foundation
import Testing

/// `parkline verify-proof` and its exit codes.
@Suite struct VerifyProofTests {
  private static let script = """
    scenario start=2020 end=2024
    use china
    park a area=10ha
    firm f park=a sector=toys arrives=2020 jobs=100
    explain tax.local[2023] --proof proof.json
    """

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test("a proof is written, holds, and holds no more once a fen is changed")
  func proves() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let written = try Parkline.run([], input: VerifyProofTests.script, in: folder)
    #expect(written.status == 0, "\(written.errors)")
    let good = try Parkline.run(["verify-proof", "proof.json"], in: folder)
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.output.hasPrefix("tax.local[2023] is "))
    #expect(good.output.hasSuffix(" steps hold\n"))

    let file = folder.appendingPathComponent("proof.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let label = "\"label\":\"Stamp duty (stamp)\",\"fen\":\""
    let place = try #require(text.range(of: label))
    var changed = text
    changed.insert("1", at: place.upperBound)
    try changed.write(to: file, atomically: true, encoding: .utf8)
    let bad = try Parkline.run(["verify-proof", "proof.json"], in: folder)
    #expect(bad.status == 3)
    #expect(bad.errors.hasPrefix("does not hold: `tax.local[2023]"), "\(bad.errors)")
    #expect(bad.errors.contains("its parts come to "))
  }

  @Test("a file that is no proof exits with 2, one that is not there with 5")
  func refuses() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "{}".write(
      to: folder.appendingPathComponent("no.json"), atomically: true, encoding: .utf8)
    let other = try Parkline.run(["verify-proof", "no.json"], in: folder)
    #expect(other.status == 2)
    #expect(other.errors.contains("is no proof"))
    #expect(try Parkline.run(["verify-proof", "none.json"], in: folder).status == 5)
  }
}
