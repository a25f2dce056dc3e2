import Diagnostics

/// The list Tab shows below the line: names and summaries in columns fitted to the terminal, a page
/// at a time.
struct CompletionList {
  /// More candidates than these are counted before they are shown.
  static let countedFrom = 101

  let completions: [Completion]
  /// Width of the terminal, columns.
  let width: Int
  let colour: Bool
  /// What stands where text was cut: `…`, or `...` where that cannot be shown.
  let ellipsis: String
  /// The sentences of the language at hand.
  let wording: Wording?
  private let hasSummaries: Bool
  /// The widest name.
  private let nameColumns: Int

  init(
    completions: [Completion], width: Int, colour: Bool, ellipsis: String, wording: Wording? = nil
  ) {
    self.wording = wording
    self.completions = completions
    self.width = width
    self.colour = colour
    self.ellipsis = ellipsis
    hasSummaries = completions.contains { !$0.summary.isEmpty }
    nameColumns = completions.map { Self.oneLine($0.text).columns }.max() ?? 0
  }

  /// What is said of many candidates before they are shown.
  var count: String {
    let count: Sentence = "\(completions.count) ways to go on; Tab again to see them"
    return count.text(wording).fitted(to: room, ellipsis: ellipsis)
  }

  /// As many candidates as fit into `height` rows, beginning with `start`, a line each narrower than
  /// the terminal, and where the next page begins. Of several pages each says in a row more where it
  /// is.
  func page(from start: Int, height: Int) -> (lines: [String], next: Int) {
    let isOnly = start == 0 && completions.count <= height * across
    let height = max(1, isOnly ? height : height - 1)
    let end = min(completions.count, start + height * across)
    let shown = completions[start..<end].map {
      (name: Self.oneLine($0.text), summary: Self.oneLine($0.summary))
    }
    var lines = hasSummaries ? table(of: shown) : grid(of: shown.map(\.name))
    if !isOnly {
      let place: Sentence =
        end < completions.count
        ? "\(start + 1)-\(end) of \(completions.count), Tab for more"
        : "\(start + 1)-\(end) of \(completions.count)"
      lines.append(dim(place.text(wording).fitted(to: room, ellipsis: ellipsis)))
    }
    return (lines, end)
  }

  /// The last column stays free: terminals differ in what happens after it.
  private var room: Int { max(1, width - 1) }

  /// How many candidates stand in a row.
  private var across: Int { hasSummaries ? 1 : max(1, (room + 2) / (nameColumns + 2)) }

  /// A name and its summary per line. A name wider than half the line pushes its own summary only.
  private func table(of rows: [(name: String, summary: String)]) -> [String] {
    let column = min(nameColumns, room / 2)
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
    let rowCount = (names.count + across - 1) / across
    return (0..<rowCount).map { row in
      let inRow = stride(from: row, to: names.count, by: rowCount).map { names[$0] }
      return inRow.enumerated().map { place, name in
        let shown = name.fitted(to: room, ellipsis: ellipsis)
        let isLast = place == inRow.count - 1
        let gap = isLast ? 0 : nameColumns + 2 - shown.columns
        return bold(shown) + String(repeating: " ", count: gap)
      }.joined()
    }
  }

  private static func oneLine(_ text: String) -> String {
    escapingControls(
      String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 })))
  }

  private func bold(_ text: String) -> String { colour ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

  private func dim(_ text: String) -> String { colour ? "\u{1b}[2m\(text)\u{1b}[0m" : text }
}
