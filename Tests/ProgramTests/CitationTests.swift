import Foundation
import Testing

/// Comments and pages name sections of the pages in Docs, and those sections are there.
struct CitationTests {
  /// Source files and pages with their text.
  static let files: [(path: String, text: String)] = ["Docs", "Sources", "Tests"].flatMap {
    folder in
    let all = FileManager.default.enumerator(
      at: Parkline.root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? [])
      .filter { ["swift", "py", "park", "md"].contains($0.pathExtension) }
      .compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map { (url.path, $0) }
      }
  }

  /// The numbers of a page's sections.
  func sections(of page: String) throws -> Set<String> {
    let text = try String(
      contentsOf: Parkline.root.appendingPathComponent("Docs/\(page).md"), encoding: .utf8)
    return Set(text.matches(of: /(?m)^## ([0-9]+)\./).map { String($0.1) })
  }

  @Test(
    "a section that a comment names is a section of the page",
    arguments: ["Language", "Model"])
  func named(_ page: String) throws {
    let known = try sections(of: page)
    #expect(known.count > 5)
    var count = 0
    for (path, text) in Self.files {
      let named = try Regex("\(page) ([0-9]+)", as: (Substring, Substring).self)
      for match in text.matches(of: named) {
        count += 1
        #expect(known.contains(String(match.1)), "\(path): \(match.0)")
      }
    }
    #expect(count > 5)
  }

  @Test("no comment names a page that is not in Docs")
  func pages() {
    let loud = try? Regex(
      "(LANGUAGE|MODEL|DOMAIN|ARCHITECTURE|STYLE|SHELLS|FAULTS)(\\.md)?,? [0-9]")
    for (path, text) in Self.files where !path.hasSuffix("CitationTests.swift") {
      #expect(loud.flatMap { text.firstMatch(of: $0)?.output.first?.substring } == nil, "\(path)")
    }
  }
}
