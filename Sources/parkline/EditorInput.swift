import Diagnostics
import Glibc
import Terminal

/// What an editor sends, read on a thread of its own, so that work in between is asked to stop when
/// something comes.
final class EditorInput: @unchecked Sendable {
  enum Event {
    case bytes([UInt8])
    case nothing
    case end
  }

  /// Asked whenever something has come and was not taken yet, and where work takes too long.
  let stop = StopSignal()
  private let gate = Gate()
  // Looked at and changed within the gate alone.
  private var waiting: [UInt8] = []
  private var isAtEnd = false

  /// More than that is left where it is until it was taken, bytes.
  private static let most = 64 << 20
  /// The longest that work goes on between two events, seconds.
  private static let longest = 10.0
  private var began = 0.0

  /// Begins to read.
  func start() {
    let thread = OwnThread.start(isDetached: true) { [self] in read() }
    // Without a thread nothing can be read.
    if thread == nil { isAtEnd = true }
  }

  /// What came since the last time. Behind `nothing` work may begin: it is asked to stop by what comes.
  func take(waits: Bool) -> Event {
    let isReady = { [self] in !waits || !waiting.isEmpty || isAtEnd }
    return gate.hold(once: isReady) {
      stop.forget()
      if !waiting.isEmpty {
        defer { waiting = [] }
        return .bytes(waiting)
      }
      began = Clock.seconds
      return isAtEnd ? .end : .nothing
    }
  }

  /// Waits until nobody has typed for a moment; false where something has come.
  func isQuiet() -> Bool {
    for _ in 0..<50 where !stop.isAsked { usleep(5000) }
    return !stop.isAsked
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 1000) != 0 else {
        gate.hold { if Clock.seconds - began > EditorInput.longest { stop.ask(.time) } }
        continue
      }
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      let hasRoom = { [self] in waiting.count < EditorInput.most }
      gate.hold(once: hasRoom) {
        if count > 0 { waiting += buffer[..<count] } else { isAtEnd = true }
        stop.ask(.interrupt)
      }
      if count <= 0 { return }
    }
  }
}
