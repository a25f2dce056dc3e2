import Glibc

/// What was done to the line, to be taken back and done again.
///
/// It is told what the line is after every key, and finds out what the key did. The letters of a word
/// that are typed one after the other are one step, and so are characters erased one after the
/// other; everything else, as a paste or a completion, is a step of its own.
struct UndoStack {
  /// One change: `removed` stood at `place`, and `inserted` stands there now.
  struct Step: Equatable {
    var place: Int
    var removed: [wchar_t] = []
    var inserted: [wchar_t] = []
    /// Scalars before the cursor, before the change and after it.
    var cursorBefore: Int
    var cursorAfter: Int
  }

  /// Steps that are kept at most; older ones are forgotten.
  static let limit = 1000

  private var done: [Step] = []
  private var undone: [Step] = []
  /// The line as it was told last.
  private var text: [wchar_t] = []
  private var cursor = 0
  /// Whether the last step may grow.
  private var isOpen = false

  /// Takes in what the line is now.
  mutating func note(_ now: UnsafeBufferPointer<wchar_t>, cursor: Int) {
    defer { self.cursor = cursor }
    guard let step = step(to: now, cursor: cursor) else {
      if cursor != self.cursor { isOpen = false }
      return
    }
    text.replaceSubrange(step.place..<step.place + step.removed.count, with: step.inserted)
    undone = []
    if isOpen, let last = done.last, let joined = Self.joined(last, step) {
      done[done.count - 1] = joined
      return
    }
    isOpen = step.removed.count + step.inserted.count == 1
    done.append(step)
    if done.count > Self.limit { done.removeFirst() }
  }

  /// The change to take back, or nil when nothing was done. The line is taken to be as before it then.
  mutating func undo() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    isOpen = false
    text.replaceSubrange(step.place..<step.place + step.inserted.count, with: step.removed)
    cursor = step.cursorBefore
    return step
  }

  /// The change to make again, or nil when none was taken back since the last one.
  mutating func redo() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    isOpen = false
    text.replaceSubrange(step.place..<step.place + step.removed.count, with: step.inserted)
    cursor = step.cursorAfter
    return step
  }

  // MARK: What a key did

  private func step(to now: UnsafeBufferPointer<wchar_t>, cursor: Int) -> Step? {
    text.withUnsafeBufferPointer { before -> Step? in
      let shorter = min(before.count, now.count)
      if before.count == now.count, Self.same(before, 0, now, 0, shorter) { return nil }
      // Keys change the line near the cursor: what is on both sides of it need not be walked.
      let near = min(self.cursor, cursor, shorter)
      var start = Self.same(before, 0, now, 0, near) ? near : 0
      while start < shorter, before[start] == now[start] { start += 1 }
      let room = shorter - start
      let far = min(max(0, before.count - self.cursor), max(0, now.count - cursor), room)
      var tail =
        Self.same(before, before.count - far, now, now.count - far, far) ? far : 0
      while tail < room, before[before.count - 1 - tail] == now[now.count - 1 - tail] { tail += 1 }
      return Step(
        place: start, removed: Array(before[start..<before.count - tail]),
        inserted: Array(now[start..<now.count - tail]), cursorBefore: self.cursor,
        cursorAfter: cursor)
    }
  }

  private static func same(
    _ one: UnsafeBufferPointer<wchar_t>, _ first: Int, _ other: UnsafeBufferPointer<wchar_t>,
    _ second: Int, _ count: Int
  ) -> Bool {
    guard count > 0, let one = one.baseAddress, let other = other.baseAddress else { return true }
    return memcmp(one + first, other + second, count * MemoryLayout<wchar_t>.stride) == 0
  }

  /// Two changes as one, where the second goes on with the first.
  private static func joined(_ first: Step, _ second: Step) -> Step? {
    var both = first
    both.cursorAfter = second.cursorAfter
    switch (first.removed.count, first.inserted.last, second.removed.count, second.inserted.count) {
    case (0, let last?, 0, 1) where second.place == first.place + first.inserted.count:
      // A new word begins, or a new line.
      let next = second.inserted[0]
      if isSpace(last) && !isSpace(next) || next == 0x0A { return nil }
      both.inserted += second.inserted
    case (1..., nil, 1, 0) where second.place == first.place:
      both.removed += second.removed
    case (1..., nil, 1, 0) where second.place == first.place - 1:
      both.removed = second.removed + first.removed
      both.place = second.place
    default: return nil
    }
    return both
  }

  private static func isSpace(_ scalar: wchar_t) -> Bool {
    scalar == 0x20 || scalar == 0x09 || scalar == 0x0A || scalar == 0x3000
  }
}
