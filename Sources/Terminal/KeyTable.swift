/// What keys do while a line is edited: `help keys` prints it, and a test presses each key of it.
public enum KeyTable {
  /// A row of the table.
  public struct Row: Sendable, Equatable {
    /// The keys in emacs mode, as people write them: `Ctrl-X Ctrl-E` is one after the other.
    public let keys: [String]
    /// Those in vi's insert mode, and behind `Esc` in its command mode.
    public let viKeys: [String]
    /// What they do, in a line.
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
          "run the line; with a bracket or a quote open, or behind a `\\`, go on in the next row"),
        Row(["Alt-Enter"], "go on in the next row"),
        Row(
          ["Ctrl-X Ctrl-E"], vi: ["Ctrl-X Ctrl-E", "Esc v"],
          "edit the line in `$VISUAL`, `$EDITOR` or vi"),
        Row(["Ctrl-C"], "give the line up"),
        Row(["Ctrl-D"], "on an empty line, end the program"),
        Row(["Ctrl-Z"], "stop the program until `fg`"),
        Row(["Ctrl-L"], "clear the screen"),
      ]),
    Group(
      title: "completion and hints",
      rows: [
        Row(["Tab"], "complete the word; again, show the next page of the list"),
        Row(["Right", "End", "Ctrl-E", "Ctrl-F"], "at the end of the line, take the grey hint"),
        Row(
          ["Ctrl-Right", "Alt-Right", "Alt-F"], vi: ["Ctrl-Right", "Alt-Right"],
          "at the end of the line, take a word of the hint"),
      ]),
    Group(
      title: "history",
      rows: [
        Row(
          ["Up", "Ctrl-P"], vi: ["Up", "Ctrl-P", "Esc k"],
          "the row above; from the first row, the statement before"),
        Row(
          ["Down", "Ctrl-N"], vi: ["Down", "Ctrl-N", "Esc j"],
          "the row below; from the last row, the statement after"),
        Row(
          ["Ctrl-R"], vi: ["Ctrl-R", "Esc /"],
          "search the history: Ctrl-R goes further back, Ctrl-S forward, Ctrl-G gives up"),
      ]),
    Group(
      title: "undo",
      rows: [
        Row(
          ["Ctrl-_", "Ctrl-X Ctrl-U"], vi: ["Ctrl-_", "Ctrl-X Ctrl-U", "Esc u"],
          "take back what was typed, a word or a paste at a time"),
        Row(["Alt-_", "Ctrl-X Ctrl-R"], vi: ["Ctrl-X Ctrl-R", "Esc U"], "make it again"),
      ]),
    Group(
      title: "moving",
      rows: [
        Row(["Left", "Ctrl-B"], vi: ["Left", "Esc h"], "a character to the left"),
        Row(["Right", "Ctrl-F"], vi: ["Right", "Esc l"], "a character to the right"),
        Row(
          ["Ctrl-Left", "Alt-Left", "Alt-B"], vi: ["Ctrl-Left", "Alt-Left", "Esc b"],
          "a word to the left"),
        Row(
          ["Ctrl-Right", "Alt-Right", "Alt-F"], vi: ["Ctrl-Right", "Alt-Right", "Esc w"],
          "a word to the right"),
        Row(["Home", "Ctrl-A"], vi: ["Home", "Esc 0"], "to the beginning of the row"),
        Row(["End", "Ctrl-E"], vi: ["End", "Esc $"], "to the end of the row"),
        Row(["Alt-<"], vi: [], "to the beginning of the first row"),
        Row(["Alt->"], vi: [], "to the end of the last row"),
      ]),
    Group(
      title: "deleting",
      rows: [
        Row(
          ["Backspace", "Ctrl-H"], vi: ["Backspace", "Ctrl-H", "Esc X"],
          "delete the character before the cursor"),
        Row(
          ["Delete", "Ctrl-D"], vi: ["Delete", "Esc x"], "delete the character under the cursor"),
        Row(["Ctrl-W", "Alt-Backspace"], vi: ["Ctrl-W"], "delete to the beginning of the word"),
        Row(["Alt-D"], vi: ["Esc dw"], "delete to the end of the word"),
        Row(["Ctrl-U"], "delete the row; in vi, what is before the cursor"),
        Row(["Ctrl-K"], vi: ["Esc D"], "delete to the end of the row"),
        Row(["Ctrl-Y"], vi: ["Esc p"], "put back what was deleted last"),
      ]),
  ]
}
