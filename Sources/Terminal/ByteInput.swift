import Glibc

/// The bytes of a terminal, each with a limit of time, and a second descriptor that ends a wait.
struct ByteInput {
  enum Outcome: Equatable {
    case byte(UInt8)
    case timeout, interrupted, end
  }

  private static let controlD: UInt8 = 4

  let descriptor: Int32
  /// When this becomes readable, a wait that allows it ends. Nothing is read from it here.
  let interruption: Int32
  /// Bytes read or given back and not yet taken, in order.
  private var waiting: ArraySlice<UInt8> = []
  /// Bytes still to be read that were typed before the terminal was the editor's.
  private var ahead = 0

  init(descriptor: Int32, interruption: Int32) {
    self.descriptor = descriptor
    self.interruption = interruption
  }

  /// Whether there is a byte to be had without waiting.
  var hasInput: Bool {
    var source = pollfd(descriptor: descriptor)
    return !waiting.isEmpty || poll(&source, 1, 0) > 0
  }

  /// How many bytes wait in the terminal.
  private var count: Int {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? max(0, Int(count)) : 0
  }

  /// Whether the next thing to be read, while the terminal has its own modes, is an end that was
  /// typed ahead: a line that is complete and has no bytes.
  var isAtTypedEnd: Bool {
    var source = pollfd(descriptor: descriptor)
    return waiting.isEmpty && poll(&source, 1, 0) > 0 && source.revents & Int16(POLLIN) != 0
      && count == 0
  }

  /// Whether lines are complete there, while the terminal has its own modes.
  var hasLines: Bool {
    var source = pollfd(descriptor: descriptor)
    return poll(&source, 1, 0) > 0
  }

  /// Says that what waits now was typed ahead, in lines that the terminal put together: Ctrl-D became
  /// an end there, which is read as a 0 once the terminal is the editor's (Docs/Decisions/0140).
  mutating func noteAhead() { ahead = count }

  /// Gives bytes back: they are the next to be taken.
  mutating func putBack(_ bytes: [UInt8]) {
    waiting = bytes + waiting
  }

  /// The next byte, waiting at most `milliseconds` for it (for ever if nil).
  ///
  /// Bytes are taken from the system one at a time, so that what is typed ahead is still there for
  /// a program started between two lines; `readAhead`, for pastes, takes what there is.
  mutating func next(
    within milliseconds: Int32?, interruptible: Bool = false, readAhead: Bool = false
  ) -> Outcome {
    if let byte = waiting.popFirst() { return .byte(byte) }
    var bytes = [UInt8](repeating: 0, count: readAhead ? 4096 : 1)
    while true {
      var sources = [
        pollfd(descriptor: descriptor), pollfd(descriptor: interruptible ? interruption : -1),
      ]
      let ready = poll(&sources, 2, milliseconds ?? -1)
      if ready == 0 { return .timeout }
      if ready < 0 {
        if errno == EINTR { continue }
        return .end
      }
      if sources[1].revents != 0 { return .interrupted }
      let count = read(descriptor, &bytes, bytes.count)
      if count > 0 {
        for index in 0..<min(count, ahead) where bytes[index] == 0 {
          bytes[index] = ByteInput.controlD
        }
        ahead = max(0, ahead - count)
        waiting = bytes[..<count]
        return next(within: 0)
      }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return .end }
    }
  }
}

extension pollfd {
  /// Waits for input on `descriptor`; a negative one is left out.
  fileprivate init(descriptor: Int32) {
    self.init(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }
}
