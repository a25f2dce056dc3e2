import CEditline

/// Undo and redo of the line (not of the scenario), and another editor for it.
extension LineEditor {
  func undo() -> UInt8 {
    guard let step = undoStack.undo() else { return Reply.beep }
    replace(step.inserted.count, at: step.place, with: step.removed)
    cursor = step.cursorBefore
    return refresh
  }

  func redo() -> UInt8 {
    guard let step = undoStack.redo() else { return Reply.beep }
    replace(step.removed.count, at: step.place, with: step.inserted)
    cursor = step.cursorAfter
    return refresh
  }

  /// Ctrl-X Ctrl-E: the line in a program of the user's; what comes back takes its place, and waits for
  /// Enter.
  func editElsewhere() -> UInt8 {
    guard let editExternally else { return Reply.beep }
    leaveLine(text)
    giveTerminalBack()
    let edited = editExternally(text)
    takeTerminalBack()
    if let edited { replaceLine(with: KeyReader.cleaned(edited)) }
    return refresh
  }

  private func replace(_ count: Int, at place: Int, with scalars: [wchar_t]) {
    cursor = place + count
    deleteBeforeCursor(count)
    if !scalars.isEmpty { el_winsertstr(handle, scalars + [0]) }
  }
}
