import CEditline
import Glibc

/// What was deleted last as a whole, to be put back.
struct KilledText {
  var scalars: [wchar_t] = []
  /// The key that deleted it: the very next one adds to it.
  var keyCount = -1
}

/// Deleting and putting back, and the edges of a row.
///
/// libedit has these too, but its line ends where the statement ends: in one of several rows its
/// Ctrl-K deletes all that follow.
extension LineEditor {
  func deleteToRowEnd() -> UInt8 {
    let end = rowEnd(at: cursor)
    // At its end, the newline.
    return kill(cursor..<(end == cursor ? min(end + 1, buffer.count) : end))
  }

  func deleteRow() -> UInt8 {
    let start = rowStart(at: cursor)
    return kill(start..<rowEnd(at: cursor))
  }

  func deletePreviousWord() -> UInt8 {
    var start = cursor
    while start > 0, !isInWord(buffer[start - 1]) { start -= 1 }
    while start > 0, isInWord(buffer[start - 1]) { start -= 1 }
    return kill(start..<cursor)
  }

  func deleteNextWord() -> UInt8 {
    var end = cursor
    while end < buffer.count, !isInWord(buffer[end]) { end += 1 }
    while end < buffer.count, isInWord(buffer[end]) { end += 1 }
    return kill(cursor..<end)
  }

  func putBack() -> UInt8 {
    guard !killed.scalars.isEmpty else { return Reply.beep }
    el_winsertstr(handle, killed.scalars + [0])
    return refresh
  }

  func goToRowStart() -> UInt8 {
    cursor = rowStart(at: cursor)
    return refresh
  }

  func goToRowEnd() -> UInt8 {
    cursor = rowEnd(at: cursor)
    return refresh
  }

  func goToStart() -> UInt8 {
    cursor = 0
    return refresh
  }

  func goToEnd() -> UInt8 {
    cursor = buffer.count
    return refresh
  }

  /// Deletes a part of the line that begins or ends at the cursor.
  private func kill(_ range: Range<Int>) -> UInt8 {
    guard !range.isEmpty else { return Reply.beep }
    let scalars = Array(buffer[range])
    if killed.keyCount == keyCount - 1 {
      killed.scalars =
        range.lowerBound < cursor ? scalars + killed.scalars : killed.scalars + scalars
    } else {
      killed.scalars = scalars
    }
    killed.keyCount = keyCount
    cursor = range.upperBound
    deleteBeforeCursor(range.count)
    return refresh
  }

  private func rowStart(at place: Int) -> Int {
    buffer[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private func rowEnd(at place: Int) -> Int {
    buffer[place...].firstIndex(of: 0x0A) ?? buffer.count
  }

  /// Words are what libedit takes for words where it moves among them.
  private func isInWord(_ scalar: wchar_t) -> Bool {
    iswalnum(wint_t(bitPattern: scalar)) != 0
      || "*?_-.[]~=".unicodeScalars.contains {
        $0.value == UInt32(bitPattern: scalar)
      }
  }
}
