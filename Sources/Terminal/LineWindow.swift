import CEditline
import Glibc

/// The part of the line that may be on the screen: all of it, unless it is very long.
///
/// Colours and layout are worked out after every key, so they look only at the lines around the cursor
/// of a script that was pasted whole.
struct LineWindow: Equatable {
  /// Scalars that are always looked at whole.
  static let limit = 8192

  var text: String
  /// Scalars of `text` before the cursor.
  var cursor: Int
  /// How many newlines are before `text`.
  var firstLine = 0
  /// Whether `text` is the whole line.
  var isWhole = true

  /// `height` lines before and behind that of the cursor, which counts the scalars before it.
  init(_ buffer: UnsafeBufferPointer<wchar_t>, cursor: Int, height: Int) {
    guard buffer.count > Self.limit else {
      text = String(scalars: buffer)
      self.cursor = cursor
      return
    }
    let newline: wchar_t = 0x0A
    var start = cursor
    var lines = 0
    while start > 0, buffer[start - 1] != newline || lines < height {
      if buffer[start - 1] == newline { lines += 1 }
      start -= 1
    }
    var end = cursor
    lines = 0
    while end < buffer.count, buffer[end] != newline || lines < height {
      if buffer[end] == newline { lines += 1 }
      end += 1
    }
    text = String(scalars: UnsafeBufferPointer(rebasing: buffer[start..<end]))
    self.cursor = cursor - start
    isWhole = start == 0 && end == buffer.count
    for scalar in UnsafeBufferPointer(rebasing: buffer[..<start]) where scalar == newline {
      firstLine += 1
    }
  }
}
