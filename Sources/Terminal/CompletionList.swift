/// The list Tab shows below the line: names and summaries in columns fitted to the terminal.
struct CompletionList {
  /// More candidates than these are only counted.
  static let limit = 100

  var completions: [Completion]
  /// Width of the terminal, columns.
  var width: Int
  var colour: Bool
  /// What stands where text was cut: `…`, or `...` where that cannot be shown.
  var ellipsis: String

  /// The list, a line at a time, each narrower than the terminal.
  var lines: [String] {
    let shown = completions.prefix(Self.limit).map { completion in
      (name: oneLine(completion.text), summary: oneLine(completion.summary))
    }
    let lines =
      shown.allSatisfy(\.summary.isEmpty)
      ? grid(of: shown.map(\.name)) : table(of: shown)
    let rest = completions.count - shown.count
    guard rest > 0 else { return lines }
    return lines + ["\(ellipsis) and \(rest) more".fitted(to: room, ellipsis: "")]
  }

  /// The last column stays free: terminals differ in what happens after it.
  private var room: Int { max(1, width - 1) }

  /// A name and its summary per line. A name wider than half the line pushes its own summary only.
  private func table(of rows: [(name: String, summary: String)]) -> [String] {
    let column = min(rows.map(\.name.columns).max() ?? 0, room / 2)
    return rows.map { row in
      let name = row.name.fitted(to: room, ellipsis: ellipsis)
      let gap = String(repeating: " ", count: max(0, column - name.columns) + 2)
      let left = room - name.columns - gap.count
      guard !row.summary.isEmpty, left >= 4 else { return bold(name) }
      return bold(name) + gap + dim(row.summary.fitted(to: left, ellipsis: ellipsis))
    }
  }

  /// Names only, filled column by column.
  private func grid(of names: [String]) -> [String] {
    let cell = (names.map(\.columns).max() ?? 0) + 2
    let across = max(1, (room + 2) / cell)
    let rowCount = (names.count + across - 1) / across
    return (0..<rowCount).map { row in
      let inRow = stride(from: row, to: names.count, by: rowCount).map { names[$0] }
      return inRow.enumerated().map { place, name in
        let shown = name.fitted(to: room, ellipsis: ellipsis)
        let isLast = place == inRow.count - 1
        return bold(shown) + String(repeating: " ", count: isLast ? 0 : cell - shown.columns)
      }.joined()
    }
  }

  private func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
  }

  private func bold(_ text: String) -> String { colour ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

  private func dim(_ text: String) -> String { colour ? "\u{1b}[2m\(text)\u{1b}[0m" : text }
}
