import CEditline

/// The functions, in order of their names; nothing else makes one.
extension EditorFunction {
  static var all: [EditorFunction] {
    [
      .init("line-cancel", "Give the line up", keys: ["^C"]) { editor, _ in
        LineEditor.of(editor).cancel()
      },
      .init("line-clear-screen", "Clear the screen", keys: ["^L"]) { editor, _ in
        LineEditor.of(editor).clearScreen()
      },
      .init("line-complete", "Complete the word", keys: ["^I"], commandKeys: []) { editor, _ in
        LineEditor.of(editor).completeWord()
      },
      .init("line-delete-next", "Delete the character under the cursor", keys: []) { editor, _ in
        LineEditor.of(editor).deleteNext()
      },
      .init("line-delete-next-word", "Delete to the end of the word", keys: []) { editor, _ in
        LineEditor.of(editor).deleteNextWord()
      },
      .init("line-delete-previous-word", "Delete to the beginning of the word", keys: []) {
        editor, _ in
        LineEditor.of(editor).deletePreviousWord()
      },
      .init("line-delete-row", "Delete the row", keys: []) { editor, _ in
        LineEditor.of(editor).deleteRow()
      },
      .init("line-delete-to-row-end", "Delete to the end of the row", keys: []) { editor, _ in
        LineEditor.of(editor).deleteToRowEnd()
      },
      .init(
        "line-edit-externally", "Edit the line in an editor", keys: ["^X^E"],
        commandKeys: ["^X^E", "v"]
      ) {
        editor, _ in LineEditor.of(editor).editElsewhere()
      },
      .init("line-end", "To the end of the last row", keys: []) { editor, _ in
        LineEditor.of(editor).goToEnd()
      },
      .init("line-end-search", "Leave the history search", code: KeyCode.endSearch) { editor, _ in
        LineEditor.of(editor).drawAfterSearch()
      },
      .init("line-enter", "End the line, or go on with it", keys: ["^M", "^J"]) { editor, _ in
        LineEditor.of(editor).enter()
      },
      .init("line-insert", "Insert pasted text", code: KeyCode.insert) { editor, _ in
        LineEditor.of(editor).insertPending()
      },
      .init("line-newer", "Line below, or newer history", keys: ["^N"], commandKeys: ["j"]) {
        editor, _ in LineEditor.of(editor).moveDown()
      },
      .init("line-newline", "Insert a newline", code: KeyCode.newline) { editor, _ in
        LineEditor.of(editor).insertNewline()
      },
      .init("line-older", "Line above, or older history", keys: ["^P"], commandKeys: ["k"]) {
        editor, _ in LineEditor.of(editor).moveUp()
      },
      .init("line-put-back", "Put back what was deleted last", keys: []) { editor, _ in
        LineEditor.of(editor).putBack()
      },
      .init(
        "line-redo", "Make the change again", keys: ["^X^R", "\\e_"], commandKeys: ["^X^R", "U"]
      ) {
        editor, _ in LineEditor.of(editor).redo()
      },
      .init("line-row-end", "To the end of the row", keys: []) { editor, _ in
        LineEditor.of(editor).goToRowEnd()
      },
      .init("line-row-start", "To the beginning of the row", keys: []) { editor, _ in
        LineEditor.of(editor).goToRowStart()
      },
      .init("line-search", "Search the history", keys: ["^R"], commandKeys: ["^R", "/", "?"]) {
        editor, _ in
        LineEditor.of(editor).beginSearch()
      },
      .init("line-show-search", "Show what was found", code: KeyCode.showSearch) { editor, _ in
        LineEditor.of(editor).drawSearch()
      },
      .init("line-start", "To the beginning of the first row", keys: []) { editor, _ in
        LineEditor.of(editor).goToStart()
      },
      .init("line-suspend", "Stop the program until `fg`", keys: ["^Z"]) { editor, _ in
        LineEditor.of(editor).suspend()
      },
      .init(
        "line-undo", "Take the last change back", keys: ["^_", "^X^U"],
        commandKeys: ["^_", "^X^U", "u"]
      ) {
        editor, _ in LineEditor.of(editor).undo()
      },
      .init(
        "line-vi-change-to-row-end", "Change to the end of the row", keys: [], commandKeys: ["C"]
      ) {
        editor, _ in LineEditor.of(editor).operateToRowEnd("c")
      },
      .init(
        "line-vi-delete-to-row-end", "Delete to the end of the row", keys: [], commandKeys: ["D"]
      ) {
        editor, _ in LineEditor.of(editor).operateToRowEnd("d")
      },
      .init("line-vi-row-end", "To the end of the row", keys: [], commandKeys: ["$"]) { editor, _ in
        LineEditor.of(editor).goToViRowEnd()
      },
      .init(
        "line-vi-row-start", "To the beginning of the row", keys: [],
        commandKeys: [KeyCode.name(KeyCode.viZero)]
      ) {
        editor, _ in LineEditor.of(editor).goToViRowStart()
      },
      .init(
        "line-vi-zero", "Insert 0", keys: [KeyCode.name(KeyCode.viZero)], commandKeys: []
      ) {
        editor, _ in LineEditor.of(editor).insertZero()
      },
    ]
  }
}
