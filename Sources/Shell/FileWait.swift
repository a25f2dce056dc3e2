import Diagnostics
import Glibc

/// Waits for pipes, terminals and devices, which end where somebody asks.
///
/// A thread that waits inside the system hears of nothing: so files are opened without a wait, and
/// waited for in pieces of 10 ms.
enum FileWait {
  /// Milliseconds between two looks at whether somebody asked.
  private static let tick: Int32 = 10

  /// Opens a file without waiting for whoever is at its other end; negative, with `errno`, where that
  /// cannot be.
  static func open(_ path: String, _ mode: Int32) -> Int32 {
    Glibc.open(path, mode | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o666)
  }

  /// Opens a file to put bytes behind it, which is made where there is none and `makes` says so; a
  /// named pipe once somebody reads it. Throws where that cannot be, or where `stop` asks.
  static func openToAppend(
    _ path: String, makes: Bool, _ stop: StopSignal
  ) throws(Diagnostic) -> Int32 {
    while true {
      try stop.check()
      let descriptor = open(path, O_WRONLY | O_APPEND | (makes ? O_CREAT : 0))
      if descriptor >= 0 { return descriptor }
      let cause = errno
      if cause == EINTR { continue }
      if cause == ENOENT, !makes { throw .noSuchFile(path) }
      guard cause == ENXIO, isPipe(path) else { throw .file("cannot be written", path, cause) }
      poll(nil, 0, tick)
    }
  }

  /// Waits until something can be read (`POLLIN`) or written (`POLLOUT`), or never will. Throws where
  /// `stop` asks.
  static func until(_ event: Int32, _ descriptor: Int32, _ stop: StopSignal) throws(Diagnostic) {
    var source = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    repeat { try stop.check() } while poll(&source, 1, tick) <= 0
  }

  private static func isPipe(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }
}
