import CEditline
import Glibc

/// Keys of our own, for what the terminal sends as several bytes and for what follows from a key.
/// The C1 controls serve: they never come as text.
enum KeyCode {
  static let insert: wchar_t = 0x80
  static let newline: wchar_t = 0x81
  static let showSearch: wchar_t = 0x82
  static let endSearch: wchar_t = 0x83
  /// `0` in a line of several rows, in vi: a digit where it is typed, the row's beginning else.
  static let viZero: wchar_t = 0x84
  /// libedit's own `0` and `$` in vi.
  static let viStart: wchar_t = 0x85
  static let viEnd: wchar_t = 0x86
  /// From here on: the rows of `FunctionKey.all`, in vi.
  static let functionKeys: wchar_t = 0x90

  /// `code` as `bind` reads it.
  static func name(_ code: wchar_t) -> String { "\\" + String(code, radix: 8) }
}

/// What a function tells libedit to do next.
enum Reply {
  static let nothing = UInt8(CC_NORM)
  /// What is queued goes on with the count and the operator at hand: `d` before `$`.
  static let goOn = UInt8(CC_ARGHACK)
  static let endLine = UInt8(CC_NEWLINE)
  static let refresh = UInt8(CC_REFRESH)
  static let refreshAndBeep = UInt8(CC_REFRESH_BEEP)
  static let beep = UInt8(CC_ERROR)
}

extension LineEditor {
  /// What a function answers that changed the line: libedit need not draw what nobody sees. In vi
  /// its drawing also keeps the cursor on the line's last character.
  var refresh: UInt8 { draws && !isVi ? Reply.nothing : Reply.refresh }
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

  init(
    _ name: String, _ summary: String, keys: [String], commandKeys: [String]? = nil,
    run: @escaping editline_key_function
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.commandKeys = commandKeys ?? keys
    self.run = run
  }

  init(
    _ name: String, _ summary: String, code: wchar_t, run: @escaping editline_key_function
  ) {
    self.init(name, summary, keys: [KeyCode.name(code)], run: run)
  }

  /// Functions that only work where we draw.
  private static let drawn = ["line-edit-externally", "line-enter", "line-redo", "line-undo"]

  static func addAll(to handle: OpaquePointer) {
    for function in all {
      editline_add_function(handle, function.name, function.summary, function.run)
    }
  }

  /// Whether our keys are in the key maps: one that nobody can press, so nobody has bound it otherwise.
  static func areBound(in handle: OpaquePointer) -> Bool {
    editline_is_bound_to(handle, KeyCode.name(KeyCode.insert), "line-")
  }

  /// Binds our keys, in the key maps there are now. Where libedit draws (not `draws`) it also ends
  /// the line, and undoes nothing.
  static func bindAll(in handle: OpaquePointer, draws: Bool) {
    let isVi = editline_is_vi(handle)
    for function in all where draws || !drawn.contains(function.name) {
      // In vi Escape must begin nothing longer, or it would wait.
      for key in function.keys where !isVi || !key.hasPrefix("\\e") {
        editline_bind(handle, key, function.name)
      }
      guard isVi else { continue }
      for key in function.commandKeys { editline_bind_command(handle, key, function.name) }
    }
    FunctionKey.bindAll(in: handle, isVi: isVi)
    isVi ? bindForVi(in: handle) : bindForEmacs(in: handle)
  }

  private static func bindForVi(in handle: OpaquePointer) {
    // libedit's own command line would ask where nobody sees it.
    editline_bind_command(handle, ":", "ed-unassigned")
    // Nor does Escape begin anything there.
    editline_bind_command(handle, "^[", "ed-unassigned")
    editline_bind_command(handle, KeyCode.name(KeyCode.viStart), "vi-zero")
    editline_bind_command(handle, KeyCode.name(KeyCode.viEnd), "ed-move-to-end")
  }

  private static func bindForEmacs(in handle: OpaquePointer) {
    // Letters such as ä, which libedit takes for keys with Alt.
    for code in 0xA0...0xFF as ClosedRange<wchar_t> {
      editline_bind(handle, KeyCode.name(code), "ed-insert")
    }
    for key in ["\\ex", "\\eX"] { editline_bind(handle, key, "ed-unassigned") }
    let rows = [
      ("^A", "line-row-start"), ("^E", "line-row-end"), ("\\e<", "line-start"),
      ("\\e>", "line-end"),
      ("^K", "line-delete-to-row-end"), ("^U", "line-delete-row"),
      ("^W", "line-delete-previous-word"), ("\\e^H", "line-delete-previous-word"),
      ("\\e^?", "line-delete-previous-word"), ("\\ed", "line-delete-next-word"),
      ("\\eD", "line-delete-next-word"), ("^Y", "line-put-back"),
    ]
    for (key, function) in rows { editline_bind(handle, key, function) }
  }
}
