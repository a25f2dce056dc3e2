import CEditline
import Glibc

/// Keys of our own, for what the terminal sends as several bytes and for what follows from a key.
/// The C1 controls serve: they never come as text.
enum KeyCode {
  static let insert: wchar_t = 0x80
  static let newline: wchar_t = 0x81
  static let showSearch: wchar_t = 0x82
  static let endSearch: wchar_t = 0x83
  /// From here on: the rows of `FunctionKey.all`, in vi.
  static let functionKeys: wchar_t = 0x90

  /// `code` as `bind` reads it.
  static func name(_ code: wchar_t) -> String { "\\" + String(code, radix: 8) }
}

/// What a function tells libedit to do next.
enum Reply {
  static let nothing = UInt8(CC_NORM)
  static let endLine = UInt8(CC_NEWLINE)
  static let refresh = UInt8(CC_REFRESH)
  static let refreshAndBeep = UInt8(CC_REFRESH_BEEP)
  static let beep = UInt8(CC_ERROR)
}

/// A function of the editor that a key can be bound to, in `~/.editrc` too.
struct EditorFunction {
  var name: String
  var summary: String
  /// Its keys in emacs and in vi's insert mode, as `bind` reads them.
  var keys: [String]
  /// Its keys in vi's command mode.
  var commandKeys: [String]
  var run: editline_key_function

  private init(
    _ name: String, _ summary: String, keys: [String], commandKeys: [String]? = nil,
    run: @escaping editline_key_function
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.commandKeys = commandKeys ?? keys
    self.run = run
  }

  private init(
    _ name: String, _ summary: String, code: wchar_t, run: @escaping editline_key_function
  ) {
    self.init(name, summary, keys: [KeyCode.name(code)], run: run)
  }

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
      .init("line-end-search", "Leave the history search", code: KeyCode.endSearch) { editor, _ in
        LineEditor.of(editor).drawAfterSearch()
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
      .init("line-search", "Search the history", keys: ["^R"]) { editor, _ in
        LineEditor.of(editor).beginSearch()
      },
      .init("line-show-search", "Show what was found", code: KeyCode.showSearch) { editor, _ in
        LineEditor.of(editor).drawSearch()
      },
      .init("line-suspend", "Stop the program until `fg`", keys: ["^Z"]) { editor, _ in
        LineEditor.of(editor).suspend()
      },
    ]
  }

  static func addAll(to handle: OpaquePointer) {
    for function in all {
      editline_add_function(handle, function.name, function.summary, function.run)
    }
  }

  /// Binds our keys, in the key maps there are now.
  static func bindAll(in handle: OpaquePointer) {
    let isVi = editline_is_vi(handle)
    for function in all {
      for key in function.keys { editline_bind(handle, key, function.name) }
      guard isVi else { continue }
      for key in function.commandKeys { editline_bind_command(handle, key, function.name) }
    }
    FunctionKey.bindAll(in: handle, isVi: isVi)
  }
}
