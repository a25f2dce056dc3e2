import Diagnostics
import Reports

extension Session {
  /// Shows a table as the terminal and the settings want it, and keeps it for `last`.
  mutating func show(_ table: Table) { show([table]) }

  /// Shows tables below each other, with a line between them.
  mutating func show(_ tables: [Table]) {
    lastTables = tables
    for (index, table) in tables.enumerated() {
      if index > 0 { print("\n") }
      answer(.table(table))
    }
  }

  /// Prints lines, those too wide for the terminal in several: what follows a gap of two spaces or
  /// more goes on below itself. Examples, behind two spaces, stay in one, to be copied.
  mutating func printPage(_ page: String) {
    guard let width else { return print(page) }
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let isExample = line.hasPrefix("  ")
      guard displayWidth(String(line)) > width, !isExample else {
        print(line + "\n")
        continue
      }
      let label = line.firstRange(of: "  ").map { line[..<$0.lowerBound] } ?? ""
      let gap = line.dropFirst(label.count).prefix { $0 == " " }
      let indent = label.isEmpty ? 2 : displayWidth(String(label + gap))
      for row in wrapped(String(line), to: width, indent: indent) { print(row + "\n") }
    }
  }

  /// Figures in the words of the settings.
  var figures: FigureText { FigureText(settings.style) }
}
