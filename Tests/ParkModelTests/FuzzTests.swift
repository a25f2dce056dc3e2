import Foundation
import Testing

/// The inputs of `Tests/Fuzz` in a folder.
private func inputs(_ folder: String) -> [URL] {
  let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/\(folder)")
  let files = try? FileManager.default.contentsOfDirectory(
    at: place, includingPropertiesForKeys: nil)
  return (files ?? []).sorted { $0.path < $1.path }
}

@Test(
  "the laws of the fuzzer hold for every seed, and for every input that once broke them",
  arguments: inputs("Corpus") + inputs("Crashes"))
func lawsHold(input: URL) throws {
  let bytes = Array(try Data(contentsOf: input))
  let isOfSentences = input.lastPathComponent.hasPrefix("sentences-")
  #expect((isOfSentences ? Laws.broken(bySentences: bytes) : Laws.broken(by: bytes)) == nil)
}

@Test("there are seeds to begin with")
func seeds() {
  #expect(inputs("Corpus").count > 20)
}
