import Diagnostics

/// Statements that the shell types for its user, each shown as it is applied: what `new` came to, or a step
/// of `tour` that is left to the shell.
struct PreparedLines: Sendable {
  private var lines: [String] = []
  /// What is said behind the last of them.
  private var closing: Sentence?

  init() {}

  init(_ lines: [String], closing: Sentence? = nil) {
    self.lines = lines
    self.closing = closing
  }

  /// The next of them; nil where there is none.
  mutating func next() -> String? { lines.isEmpty ? nil : lines.removeFirst() }

  /// What is said once all were applied, a single time.
  mutating func end() -> Sentence? {
    guard lines.isEmpty else { return nil }
    defer { closing = nil }
    return closing
  }

  /// Forgets all, since one failed.
  mutating func drop() { self = PreparedLines() }
}
