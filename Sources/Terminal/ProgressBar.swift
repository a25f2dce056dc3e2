import Diagnostics
import Glibc
import Synchronization

/// How far long work is, in the last line of a terminal: `[████████········] 52 %`.
///
/// Drawn by the thread that watches the work (`WorkWatch`), never while a result is written, and taken
/// away without a trace.
final class ProgressBar: Sendable {
  /// Whether a bar stands on the terminal, for a signal handler that ends the program.
  private static let isShown = Atomic<Bool>(false)
  /// The sentences of the language at hand; nil for English.
  let wording = Mutex<Wording?>(nil)
  /// Held while somebody writes to the terminal.
  private let terminal = Mutex<Void>(())

  /// Draws the bar, unless something else is being written or the work is over: asked with the
  /// terminal in hand, so that none is drawn behind `takeAway`.
  func draw(_ fraction: Double?, seconds: Double, while isAtHand: () -> Bool) {
    _ = terminal.withLockIfAvailable { _ in
      guard isAtHand() else { return }
      ProgressBar.isShown.store(true, ordering: .relaxed)
      let text = ProgressBar.text(
        fraction, seconds: seconds, columns: columns, wording.withLock { $0 })
      put("\r" + text + "\u{1b}[K")
    }
  }

  /// Does something to the terminal with the bar taken away.
  func aside(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    try terminal.withLock { (_) throws(Diagnostic) in
      clear()
      try body()
    }
  }

  private func clear() {
    if ProgressBar.isShown.exchange(false, ordering: .relaxed) { put("\r\u{1b}[K") }
  }

  /// Takes the bar away.
  func takeAway() {
    terminal.withLock { _ in clear() }
  }

  /// The same in a signal handler, which may allocate nothing.
  static func clearInHandler() {
    guard isShown.exchange(false, ordering: .relaxed) else { return }
    let clearing: StaticString = "\r\u{1b}[K"
    _ = write(STDERR_FILENO, clearing.utf8Start, clearing.utf8CodeUnitCount)
  }

  /// A bar of at most 30 columns and its percentage, shorter on a narrow terminal; where nobody knows
  /// how far the work is, the seconds that it has taken.
  static func text(
    _ fraction: Double?, seconds: Double, columns: Int, _ wording: Wording? = nil
  ) -> String {
    guard let fraction else {
      let text: Sentence = seconds < 1 ? "working" : "working, \(Int(seconds)) s"
      return text.text(wording).fitted(to: max(0, columns - 1), ellipsis: "")
    }
    let percent = "\(Int(fraction * 100)) %"
    // Two brackets, a space, and a column that stays free, where terminals would go on below.
    let room = min(30, columns - percent.count - 4)
    guard room >= 5 else { return columns > percent.count ? percent : "" }
    let full = Int(fraction * Double(room))
    return "[" + String(repeating: "█", count: full)
      + String(repeating: "·", count: room - full) + "] " + percent
  }

  private var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
