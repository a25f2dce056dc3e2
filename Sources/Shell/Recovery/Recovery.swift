import Diagnostics

/// A session that was brought back, as its journal has it.
struct Recovery: Sendable {
  /// The journal, held until the shell that brought it back has one of its own.
  let source: JournalFile
  /// The part of it that came back, and its sum.
  var bytes: [UInt8]
  var sum = JournalText.seed
  /// Statements that came back.
  let count: Int
  /// What did not, and why.
  var loss: Sentence?
}
