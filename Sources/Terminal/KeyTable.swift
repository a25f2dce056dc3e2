/// What keys do while a line is edited: the page `help keys` is made of it, and a test presses each.
public enum KeyTable {
  /// A row of the table.
  public struct Row: Sendable, Equatable {
    /// The keys in emacs mode, as people write them; empty where there are none.
    public let keys: [String]
    /// The keys in vi's modes; those of the command mode behind `Esc`.
    public let viKeys: [String]
    /// What they do.
    public let summary: String

    init(_ keys: [String], vi viKeys: [String]? = nil, _ summary: String) {
      self.keys = keys
      self.viKeys = viKeys ?? keys
      self.summary = summary
    }
  }

  /// Rows that belong together.
  public struct Group: Sendable, Equatable {
    public let title: String
    public let rows: [Row]
  }

  public static let groups: [Group] = [
    Group(
      title: "the line",
      rows: [
        Row(
          ["Enter"],
          "run the line; in an open bracket, a quote or behind a `\\`, go on in the next row"),
        Row(["Alt-Enter"], "go on in the next row"),
        Row(["Ctrl-C"], "give the line up"),
        Row(["Ctrl-D"], vi: ["Ctrl-D"], "on an empty line, end the program"),
        Row(["Ctrl-Z"], "stop the program; `fg` comes back to it"),
        Row(["Ctrl-L"], "clear the screen"),
        Row(
          ["Ctrl-X Ctrl-E"], vi: ["Ctrl-X Ctrl-E", "Esc v"],
          "edit the line in `$VISUAL`, `$EDITOR` or vi"),
      ]),
    Group(
      title: "completion and hints",
      rows: [
        Row(["Tab"], "complete the word; again, the next page of the list"),
        Row(
          ["Right", "Ctrl-F", "Ctrl-E", "End"], vi: ["Right", "Ctrl-F", "Ctrl-E", "End"],
          "behind the end of the line, take the grey hint"),
        Row(
          ["Alt-F", "Alt-Right", "Ctrl-Right"], vi: ["Alt-Right", "Ctrl-Right"],
          "there, take a word of it"),
      ]),
    Group(
      title: "history",
      rows: [
        Row(
          ["Up", "Ctrl-P"], vi: ["Up", "Ctrl-P", "Esc k"],
          "the row above; from the first, the statement before"),
        Row(
          ["Down", "Ctrl-N"], vi: ["Down", "Ctrl-N", "Esc j"],
          "the row below; from the last, the statement after"),
        Row(
          ["Ctrl-R"], vi: ["Ctrl-R", "Esc /"],
          "search the history; again, further back; Ctrl-S forward, Ctrl-G gives it up"),
      ]),
    Group(
      title: "undo",
      rows: [
        Row(
          ["Ctrl-_", "Ctrl-X Ctrl-U"], vi: ["Ctrl-_", "Ctrl-X Ctrl-U", "Esc u"],
          "take back what was typed, a word or a paste at a time"),
        Row(["Alt-_", "Ctrl-X Ctrl-R"], vi: ["Ctrl-X Ctrl-R", "Esc U"], "do it again"),
      ]),
    Group(
      title: "moving and deleting",
      rows: [
        Row(["Left", "Ctrl-B"], vi: ["Left", "Esc h"], "a character left"),
        Row(["Right", "Ctrl-F"], vi: ["Right", "Esc l"], "a character right"),
        Row(
          ["Alt-B", "Alt-Left", "Ctrl-Left"], vi: ["Alt-Left", "Ctrl-Left", "Esc b"], "a word left"),
        Row(
          ["Alt-F", "Alt-Right", "Ctrl-Right"], vi: ["Alt-Right", "Ctrl-Right", "Esc w"],
          "a word right"),
        Row(["Ctrl-A", "Home"], vi: ["Home", "Esc 0"], "to the beginning"),
        Row(["Ctrl-E", "End"], vi: ["End", "Esc $"], "to the end"),
        Row(
          ["Backspace", "Ctrl-H"], vi: ["Backspace", "Ctrl-H", "Esc X"],
          "delete the character before"),
        Row(
          ["Delete", "Ctrl-D"], vi: ["Delete", "Esc x"], "delete the character under the cursor"),
        Row(["Ctrl-W"], vi: ["Ctrl-W"], "delete to the beginning of the word"),
        Row(["Alt-D"], vi: ["Esc dw"], "delete to the end of the word"),
        Row(["Ctrl-U"], vi: ["Ctrl-U"], "delete the line"),
        Row(["Ctrl-K"], vi: ["Ctrl-K", "Esc D"], "delete to the end of the line"),
        Row(["Ctrl-Y"], vi: ["Esc p"], "put back what was deleted last"),
      ]),
  ]
}
