import ArgumentParser
import Shell
import Terminal

extension OutsideHelp {
  /// The options of the command line, and the keys of its editor.
  static let here = OutsideHelp(
    keys: {
      KeyTable.groups.map { group in
        KeyGroup(
          group.title,
          group.rows.map { row in
            Key(
              row.keys.joined(separator: ", "), inVi: row.viKeys.joined(separator: ", "),
              row.summary)
          })
      }
    },
    options: { optionRows(of: Parkline.helpMessage(columns: 10_000)) })

  /// The options that a page of help lists, one a row: two spaces, its names, and behind several
  /// spaces what it means.
  @Sendable private static func optionRows(of page: String) -> [Row] {
    page.split(separator: "\n").filter { $0.hasPrefix("  -") }.flatMap { line -> [Row] in
      let names = line.split(separator: "  ", omittingEmptySubsequences: true)
      guard let head = names.first, let summary = names.dropFirst().last else { return [] }
      // `-h, --help` is two names of one, `--color <color>` one and its value.
      return head.split(separator: ",").compactMap { name in
        name.split(separator: " ").first.map { Row(String($0), summary.trimmed) }
      }
    }
  }
}

extension Substring {
  /// Without spaces in front.
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
