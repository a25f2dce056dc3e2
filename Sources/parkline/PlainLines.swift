import Glibc
import Shell
import Terminal

/// Lines of standard input as they are; the prompt only where somebody sees it. Ctrl-C ends the wait
/// for one.
struct PlainLines: LineSource {
  let shown: Bool
  /// Read and not yet taken.
  private var waiting: [UInt8] = []
  /// What of it was taken.
  private var taken = 0
  private var isAtEnd = false
  /// Whether any line ended as lines do here. Where none did, carriage returns end them, as in a file
  /// (`ScriptFile.read`), which only the end shows.
  private var hasLineFeed = false
  /// Bytes that were read in all.
  private var size = 0
  /// Why nothing more can be read, where that is not because it ends.
  private var failure: String?

  init(shown: Bool) {
    self.shown = shown
  }

  mutating func next(prompt: String) -> LineEvent {
    if shown { StandardOutput.say(prompt, to: STDOUT_FILENO) }
    // What was looked through for the end of the line.
    var seen = taken
    while true {
      if size > Files.largest, let failure { return .unread(failure) }
      if let end = waiting[seen...].firstIndex(of: UInt8(ascii: "\n")) {
        hasLineFeed = true
        defer { taken = end + 1 }
        return event(waiting[taken..<end])
      }
      seen = waiting.count
      if let failure { return .unread(failure) }
      if isAtEnd, !hasLineFeed, breakAtReturns() {
        seen = taken
        continue
      }
      if isAtEnd {
        guard taken < waiting.count else { return .end }
        defer { taken = waiting.count }
        return event(waiting[taken...])
      }
      guard read() else {
        (waiting, taken) = ([], 0)
        return .cancelled
      }
      seen -= dropTaken()
    }
  }

  private func event(_ line: ArraySlice<UInt8>) -> LineEvent {
    let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    return String(validating: bytes, as: UTF8.self).map(LineEvent.line) ?? .broken
  }

  /// Makes line breaks of carriage returns; false where there are none.
  private mutating func breakAtReturns() -> Bool {
    let carriageReturn = UInt8(ascii: "\r")
    guard waiting[taken...].contains(carriageReturn) else { return false }
    for index in taken..<waiting.count where waiting[index] == carriageReturn {
      waiting[index] = UInt8(ascii: "\n")
    }
    return true
  }

  /// Forgets what was taken, once that is a good deal; how many bytes.
  private mutating func dropTaken() -> Int {
    guard taken > 1 << 16 else { return 0 }
    defer { taken = 0 }
    waiting.removeFirst(taken)
    return taken
  }

  /// Reads what there is; false after Ctrl-C.
  private mutating func read() -> Bool {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: RunSignals.interruption, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = poll(&sources, 2, -1)
      if ready < 0, errno == EINTR { continue }
      if ready > 0, sources[1].revents != 0 {
        RunSignals.forgetInterruption()
        return false
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      if count < 0, !shown {
        failure = errno == EBADF ? "it is closed" : String(cString: strerror(errno))
      }
      guard count > 0 else {
        isAtEnd = true
        return true
      }
      size += count
      // A script on standard input may be as long as one in a file.
      if size > Files.largest, !shown { failure = String(cString: strerror(EFBIG)) }
      waiting += buffer[..<count]
      return true
    }
  }
}
