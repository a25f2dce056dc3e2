import Diagnostics

/// Pieces of bytes of several parts, between the threads that make them and the one that takes them part by
/// part. All of it is looked at and changed under one lock.
final class PartPieces: @unchecked Sendable {
  private struct Part {
    var pieces: [[UInt8]] = []
    /// How many rows it came to, or why it did not.
    var end: Result<Int, Diagnostic>?
  }

  /// As many pieces as a part is ahead of who takes them.
  private static let most = 32

  private let gate = Gate()
  private var parts: [Part]
  /// The next part that nobody makes yet, and the one that is taken.
  private var (next, head) = (0, 0)
  /// So many parts are made at once, from the one that is taken on.
  private let ahead: Int
  private var isClosed = false

  init(parts count: Int, ahead: Int) {
    parts = Array(repeating: Part(), count: count)
    self.ahead = ahead
  }

  /// Does something once a condition holds, or nobody wants more.
  private func once<Value>(_ holds: () -> Bool, _ body: () -> Value) -> Value {
    gate.hold(once: { holds() || isClosed }, body)
  }

  // MARK: Who makes them

  /// A part to be made; nil where there is none left.
  func nextPart() -> Int? {
    once {
      next >= parts.count || next < head + ahead
    } _: {
      guard !isClosed, next < parts.count else { return nil }
      next += 1
      return next - 1
    }
  }

  /// Adds a piece of a part; false where nobody wants more.
  func add(_ piece: [UInt8], to part: Int) -> Bool {
    once {
      parts[part].pieces.count < PartPieces.most
    } _: {
      parts[part].pieces.append(piece)
      return !isClosed
    }
  }

  /// Says that a part is made, or why it cannot be.
  func end(_ part: Int, _ made: Result<Int, Diagnostic>) {
    once {
      true
    } _: {
      parts[part].end = made
    }
  }

  // MARK: Who takes them

  /// The next piece of a part; nil behind its last.
  func take(from part: Int) -> [UInt8]? {
    once {
      !parts[part].pieces.isEmpty || parts[part].end != nil
    } _: {
      head = part
      return parts[part].pieces.isEmpty ? nil : parts[part].pieces.removeFirst()
    }
  }

  /// How many rows a part came to whose pieces were all taken. Throws why it did not.
  func rows(of part: Int) throws(Diagnostic) -> Int {
    try once({ parts[part].end != nil }, { parts[part].end })?.get() ?? 0
  }

  /// Says that nobody wants more.
  func close() {
    once {
      true
    } _: {
      isClosed = true
    }
  }
}
