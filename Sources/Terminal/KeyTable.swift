/// What keys do while a line is edited: `help keys` prints it, and a test presses each key of it.
public enum KeyTable {
  public struct Row: Sendable, Equatable {
    /// The keys, as people write them: `Ctrl-X Ctrl-E` is one after the other.
    public let keys: [String]
    /// What they do, in a line.
    public let summary: String
  }

  /// The keys of emacs mode, or those of vi's insert mode and behind `Esc`.
  public static func rows(isVi: Bool) -> [Row] {
    all.compactMap { keys, viKeys, summary in
      let keys = isVi ? viKeys ?? keys : keys
      return keys.isEmpty ? nil : Row(keys: keys, summary: summary)
    }
  }

  /// Keys in emacs mode, in vi where they differ, and what they do.
  private static let all: [([String], [String]?, String)] = [
    (
      ["Enter"], nil,
      "run the line; with a bracket or a quote open, or behind a `\\`, go on in the next row"
    ),
    (["Alt-Enter"], nil, "go on in the next row"),
    (["Tab"], nil, "complete the word; again, show the next page of the list"),
    (["Right", "End", "Ctrl-E", "Ctrl-F"], nil, "at the end of the line, take the grey hint"),
    (
      ["Ctrl-Right", "Alt-Right", "Alt-F"], ["Ctrl-Right", "Alt-Right"],
      "at the end of the line, take a word of the hint"
    ),
    (
      ["Up", "Ctrl-P"], ["Up", "Ctrl-P", "Esc k"],
      "the row above; from the first row, the statement before"
    ),
    (
      ["Down", "Ctrl-N"], ["Down", "Ctrl-N", "Esc j"],
      "the row below; from the last row, the statement after"
    ),
    (
      ["Ctrl-R"], ["Ctrl-R", "Esc /"],
      "search the history: Ctrl-R goes further back, Ctrl-S forward, Ctrl-G gives up"
    ),
    (
      ["Ctrl-_", "Ctrl-X Ctrl-U"], ["Ctrl-_", "Ctrl-X Ctrl-U", "Esc u"],
      "take back what was typed, a word or a paste at a time"
    ),
    (["Alt-_", "Ctrl-X Ctrl-R"], ["Ctrl-X Ctrl-R", "Esc U"], "make it again"),
    (["Ctrl-X Ctrl-E"], ["Ctrl-X Ctrl-E", "Esc v"], "edit the line in `$VISUAL`, `$EDITOR` or vi"),
    (["Ctrl-C"], nil, "give the line up"),
    (["Ctrl-D"], nil, "on an empty line, end the program"),
    (["Ctrl-Z"], nil, "stop the program until `fg`"),
    (["Ctrl-L"], nil, "clear the screen"),
    (["Left", "Ctrl-B"], ["Left", "Esc h"], "a character to the left"),
    (["Right", "Ctrl-F"], ["Right", "Esc l"], "a character to the right"),
    (
      ["Ctrl-Left", "Alt-Left", "Alt-B"], ["Ctrl-Left", "Alt-Left", "Esc b"], "a word to the left"
    ),
    (
      ["Ctrl-Right", "Alt-Right", "Alt-F"], ["Ctrl-Right", "Alt-Right", "Esc w"],
      "a word to the right"
    ),
    (["Home", "Ctrl-A"], ["Home", "Esc 0"], "to the beginning of the row"),
    (["End", "Ctrl-E"], ["End", "Esc $"], "to the end of the row"),
    (["Alt-<"], [], "to the beginning of the first row"),
    (["Alt->"], [], "to the end of the last row"),
    (
      ["Backspace", "Ctrl-H"], ["Backspace", "Ctrl-H", "Esc X"],
      "delete the character before the cursor"
    ),
    (["Delete", "Ctrl-D"], ["Delete", "Esc x"], "delete the character under the cursor"),
    (["Ctrl-W", "Alt-Backspace"], ["Ctrl-W"], "delete to the beginning of the word"),
    (["Alt-D"], ["Esc dw"], "delete to the end of the word"),
    (["Ctrl-U"], [], "delete the row"),
    ([], ["Ctrl-U"], "delete to the beginning of the line"),
    (["Ctrl-K"], ["Esc D"], "delete to the end of the row"),
    (["Ctrl-Y"], ["Esc p"], "put back what was deleted last"),
  ]
}
