import Quantities

extension Program {
  /// Begins to time a statement.
  func beginTime() { began = clock() }

  /// Says how long the statement took, where that is wanted; the next one begins.
  func sayTime(_ isWanted: Bool) {
    let now = clock()
    if isWanted, let now, let began {
      let seconds = now - began
      let text =
        seconds < 1
        ? "\(NumberFormat.grouped(seconds * 1000, decimals: 1)) ms"
        : "\(NumberFormat.grouped(seconds, decimals: 2)) s"
      complain("time \(text)\n")
    }
    began = now
  }
}
