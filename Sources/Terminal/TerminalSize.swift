import Glibc

/// Columns and rows of a terminal.
struct TerminalSize: Equatable {
  var columns = 80
  var rows = 24

  /// No screen is larger; of one that says so, this much is used.
  private static let most = (columns: 2000, rows: 1000)

  /// What a terminal that says nothing, or 0, is taken to be, is 80 by 24.
  init(columns: Int = 0, rows: Int = 0) {
    if columns > 0 { self.columns = min(columns, TerminalSize.most.columns) }
    if rows > 0 { self.rows = min(rows, TerminalSize.most.rows) }
  }

  /// The size now of the terminal behind `descriptor`.
  init(of descriptor: Int32) {
    var size = winsize()
    _ = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    self.init(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Whether libedit can be told the size of the terminal behind `descriptor`: it takes memory for two
  /// pictures of all of it, gigabytes for what a broken terminal may claim.
  static func isUsable(_ descriptor: Int32) -> Bool {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return true }
    return Int(size.ws_col) * Int(size.ws_row) <= most.columns * most.rows
  }
}
