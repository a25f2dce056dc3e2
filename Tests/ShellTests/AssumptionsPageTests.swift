import Foundation
import Language
import ParkModel
import Testing

/// The page that lists every number of the built-in libraries with its evidence and source.
private enum AssumptionsPage {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Docs/Assumptions.md")

  static func text() throws -> String {
    let libraries = Library.all()
    let lines = libraries.flatMap { $0.declarations.flatMap(numbers) }
    var text = """
      # Assumptions

      Every number that the built-in libraries bring along, as `assumptions` prints it in a scenario: this page is written by the tests
      from the libraries themselves. Evidence: **S** seen in the source, **D** derived from one, **M** from memory, **A** assumed, to be
      replaced by local figures wherever there are any. `set NAME attribute=value` replaces one, `cite` says where it is from.

      | evidence | numbers |
      |---|---|

      """
    for code in ["S", "D", "M", "A"] {
      text += "| \(code) | \(lines.count { $0.evidence == code }) |\n"
    }
    for library in libraries {
      for declaration in library.declarations {
        let title = declaration.title.map { ", \($0)" } ?? ""
        text += "\n## \(library.name): \(declaration.name)\(title)\n\n"
        text += "| attribute | value | evidence | source |\n|---|---|---|---|\n"
        for line in numbers(of: declaration) {
          text += "| `\(line.name)` | `\(line.value)` | \(line.evidence) | \(line.source) |\n"
        }
      }
    }
    return text
  }

  struct Line {
    var name: String
    var value: String
    var evidence: String
    var source: String
  }

  /// What a declaration says, each attribute with the source that speaks of it.
  private static func numbers(of declaration: Declaration) -> [Line] {
    declaration.attributes.map { attribute in
      let own = declaration.citations.last { $0.attribute == attribute.name }
      let source = own ?? declaration.citations.last { $0.attribute == nil }
      return Line(
        name: attribute.name,
        value: attribute.expression.canonical.replacingOccurrences(of: "|", with: "\\|"),
        evidence: source?.evidence ?? "", source: source?.source ?? "")
    }
  }
}

@Suite struct AssumptionsPageTests {
  @Test("Docs/Assumptions.md is what the libraries say; RECORD=1 writes it")
  func isTrue() throws {
    let text = try AssumptionsPage.text()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: AssumptionsPage.url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: AssumptionsPage.url, encoding: .utf8) == text)
  }

  @Test("every number of a library has a source and an evidence code")
  func isCited() throws {
    let rows = try AssumptionsPage.text().split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 100)
    for row in rows {
      let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
      #expect(cells.count == 4 && ["S", "D", "M", "A"].contains(cells[2]), "\(row)")
      #expect(cells.last.map { $0.count > 4 } == true, "\(row)")
    }
  }
}
