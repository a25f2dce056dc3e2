import Glibc

/// Columns and rows of a terminal.
struct TerminalSize: Equatable {
  var columns = 80
  var rows = 24

  /// What a terminal that says nothing, or 0, is taken to be, is 80 by 24.
  init(columns: Int = 0, rows: Int = 0) {
    if columns > 0 { self.columns = columns }
    if rows > 0 { self.rows = rows }
  }

  /// The size now of the terminal behind `descriptor`.
  init(of descriptor: Int32) {
    var size = winsize()
    _ = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    self.init(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}
