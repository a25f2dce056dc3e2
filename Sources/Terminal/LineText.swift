import CEditline
import Glibc

extension String {
  /// As libedit takes text: a scalar each, then 0.
  var wide: [wchar_t] {
    var codes: [wchar_t] = []
    codes.reserveCapacity(utf8.count + 1)
    for scalar in unicodeScalars { codes.append(wchar_t(bitPattern: scalar.value)) }
    codes.append(0)
    return codes
  }

  /// What libedit gives. Codes that are keys of our own (see `KeyCode`) are no text: they get here when
  /// one is pressed after a command that takes the next key as it is.
  init(scalars: some Sequence<wchar_t>) {
    var view = UnicodeScalarView()
    for code in scalars {
      guard let scalar = Unicode.Scalar(UInt32(bitPattern: code)), code != 0,
        !(0x80...0x9F).contains(code)
      else { continue }
      view.append(scalar)
    }
    self.init(view)
  }
}

/// The line being edited. Places in it count scalars, as libedit does.
extension LineEditor {
  /// The whole line as libedit has it now; valid until it changes.
  var buffer: UnsafeBufferPointer<wchar_t> {
    guard let line = el_wline(handle)?.pointee else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer)
  }

  /// How many scalars are before the cursor. Never outside the line, wherever libedit has it.
  var cursor: Int {
    get {
      guard let line = el_wline(handle)?.pointee else { return 0 }
      return min(max(line.cursor - line.buffer, 0), line.lastchar - line.buffer)
    }
    set {
      bringCursorBack()
      el_cursor(handle, Int32(newValue - cursor))
    }
  }

  /// Brings the cursor back into the line. In vi's command mode libedit's `$` takes it one before the
  /// beginning of an empty line, and what then deletes or inserts would reach outside of the buffer.
  func bringCursorBack() {
    guard let line = el_wline(handle)?.pointee else { return }
    // It moves from where it is, and keeps what is too far at the edge.
    if line.cursor < line.buffer { el_cursor(handle, 1) }
    if line.cursor > line.lastchar { el_cursor(handle, -1) }
  }

  var text: String { String(scalars: buffer) }

  var textBeforeCursor: String { String(scalars: buffer[..<cursor]) }

  /// Inserts at the cursor, which then is behind it.
  func insert(_ text: String) {
    if !text.isEmpty { el_winsertstr(handle, text.wide) }
  }

  /// Deletes `count` scalars before the cursor.
  func deleteBeforeCursor(_ count: Int) {
    el_deletestr(handle, Int32(count))
  }

  /// Puts `text` in place of the line, the cursor at its end.
  func replaceLine(with text: String) {
    // libedit's own el_wreplacestr() does not take an empty text.
    cursor = buffer.count
    deleteBeforeCursor(buffer.count)
    insert(text)
  }
}
