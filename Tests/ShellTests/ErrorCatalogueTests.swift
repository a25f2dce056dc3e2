import Diagnostics
import Foundation
import Shell
import Testing

/// The catalogue of errors says of each what it is, and no more and no fewer than there are.
@Suite struct ErrorCatalogueTests {
  /// Every slug in the program's own text.
  private static let used: Set<String> = {
    var slugs: Set<String> = []
    let sources = Scripts.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      for match in text.matches(of: /Diagnostic\(\s*"([a-z0-9-]+)",/) {
        slugs.insert(String(match.1))
      }
    }
    return slugs
  }()

  @Test("every slug in the program has a row, and every row a slug in the program")
  func complete() {
    let rows = Set(ErrorCatalogue.rows.map(\.slug))
    #expect(ErrorCatalogueTests.used.count > 60)
    #expect(ErrorCatalogueTests.used.subtracting(rows).sorted() == [], "no row in Errors.md")
    #expect(rows.subtracting(ErrorCatalogueTests.used).sorted() == [], "no longer used")
  }

  @Test(
    "rows stand in alphabetical order, each once, with a title, a text and an example or why not")
  func wellFormed() {
    let slugs = ErrorCatalogue.rows.map(\.slug)
    #expect(slugs == Set(slugs).sorted())
    for row in ErrorCatalogue.rows {
      #expect(!row.title.isEmpty && !row.text.isEmpty, "\(row.slug)")
      #expect((row.example == nil) != (row.reason == nil), "\(row.slug)")
    }
  }

  @Test("an example makes its error and no other", arguments: ErrorCatalogue.rows.map(\.slug))
  func justThat(_ slug: String) throws {
    let row = try #require(ErrorCatalogue.rows.first { $0.slug == slug })
    guard let example = row.example else { return }
    let all = Conversation.said(ofScript: example)
    let found = all.split(separator: "\n").filter {
      $0.hasPrefix("error[") || $0.hasPrefix("warning[")
    }
    #expect(found.count == 1 && found[0].contains("[\(slug)]: "), "\(all)")
    let shown = try #require(row.rendering)
    #expect(shown.hasPrefix("error[\(slug)]: ") || shown.hasPrefix("warning[\(slug)]: "))
  }

  @Test("`explain` prints what the catalogue says of an error")
  func explained() {
    let page = Conversation().say("explain missing-unit")
    #expect(page.hasPrefix("missing-unit: a number that may mean several things\n"))
    #expect(page.contains("  park smart area=41.5\n"))
    #expect(
      page.contains("error[missing-unit]: `area` needs a unit behind `41.5`\n --> example:1:17"))
    #expect(Conversation().say("explain mising-unit").contains("did you mean `missing-unit`?"))
  }

  @Test("Docs/Errors.md is the catalogue with what each example says; RECORD=1 writes it")
  func document() throws {
    let url = Scripts.root.appendingPathComponent("Docs/Errors.md")
    var text = """
      # Errors

      Every error has a name that stands in brackets behind `error`. This page says of each what it means and what to do about it; inside
      the program, `explain NAME` prints the same. It is made from `Sources/Shell/Errors.md` and from what the program says of the examples.


      """
    for row in ErrorCatalogue.rows {
      text += "## \(row.slug)\n\n*\(row.title.prefix(1).uppercased() + row.title.dropFirst()).* "
      text += row.text + "\n\n"
      if let example = row.example, let rendering = row.rendering {
        text += "```\n\(example)\n```\n```\n\(rendering)```\n\n"
      } else if let reason = row.reason {
        text += "No example: \(reason)\n\n"
      }
    }
    text.removeLast()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text, "RECORD=1 rewrites it")
  }
}

extension Conversation {
  /// What `check` says of a script.
  fileprivate static func said(ofScript script: String) -> String {
    var text = ""
    let program = Program(
      files: Disk(["example": script]).access, width: nil, renderer: DiagnosticRenderer(),
      write: { _ in }, complain: { text += $0 })
    _ = program.check(files: ["example"])
    return text
  }
}
