import CEditline
import Glibc

/// From the keyboard to libedit: what each key is to it.
extension LineEditor {
  /// libedit asks for the next character.
  func readCharacter(into character: UnsafeMutablePointer<wchar_t>) -> Int32 {
    if hasLinesAhead {
      hasLinesAhead = false
      keys.noteAhead()
    }
    bringCursorBack()
    if draws, search == nil { undoStack.note(buffer, cursor: cursor) }
    while queue.isEmpty {
      // Not while a burst of keys comes in.
      if !keys.hasInput { paint() }
      keys.escapeDelay = isVi || search != nil ? 50 : 500
      switch keys.next() {
      case .end: return 0
      case .interrupted: respondToSignals()
      case let key: queue = search == nil ? characters(for: key) : searchCharacters(for: key)
      }
    }
    character.pointee = queue.removeFirst()
    keyCount += 1
    return 1
  }

  /// What libedit gets for a key.
  func characters(for key: Key) -> [wchar_t] {
    let escape: wchar_t = 0x1B
    if let taken = takenFromHint(by: key) { return insertion(of: taken) }
    switch key {
    case .scalar(let scalar):
      defer { lastScalar = scalar }
      if scalar == "0", isRowZero(behind: lastScalar) { return [KeyCode.viZero] }
      return [wchar_t(bitPattern: scalar.value)]
    case .meta("\r"), .meta("\n"):
      return [KeyCode.newline]
    case .meta(let scalar):
      // In vi it is Escape, and then a command.
      guard !isVi else { return [escape] + characters(for: .scalar(scalar)) }
      return [escape, wchar_t(bitPattern: scalar.value)]
    case .escape:
      // In emacs Escape is the start of something, and nothing came.
      return isVi ? [escape] : []
    case .sequence(let sequence):
      if isVi, let code = FunctionKey.code(for: sequence) { return [code] }
      // Of a sequence it does not know libedit would insert the rest as text.
      return isBound(sequence) ? [escape] + sequence.wide.dropLast() : []
    case .pasted(let text):
      return insertion(of: text)
    case .interrupted, .end:
      return []
    }
  }

  private func insertion(of text: String) -> [wchar_t] {
    insertion = text
    return [KeyCode.insert]
  }

  private func isBound(_ sequence: String) -> Bool {
    var key = "\\e"
    for character in sequence {
      if character == "\\" || character == "^" { key.append("\\") }
      key.append(character)
    }
    return editline_is_bound(handle, key)
  }

  // MARK: What keys do

  func insertPending() -> UInt8 {
    insert(insertion)
    insertion = ""
    return refresh
  }

  func insertNewline() -> UInt8 {
    insert("\n")
    return refresh
  }

  /// Enter: the end of the line, or of one row of a statement that is still open.
  func enter() -> UInt8 {
    guard isComplete(text) else { return insertNewline() }
    cursor = buffer.count
    insert("\n")
    return Reply.endLine
  }

  /// libedit's own function ends the program with Delete on an empty line in vi.
  func deleteNext() -> UInt8 {
    guard cursor < buffer.count else { return Reply.beep }
    cursor += 1
    deleteBeforeCursor(1)
    return refresh
  }

  func cancel() -> UInt8 {
    isCancelled = true
    return Reply.endLine
  }
}
