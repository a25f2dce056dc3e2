public import Diagnostics
import Glibc

/// A program that reads bytes on standard input and answers bytes on standard output, in a job of its own.
public struct PipedProgram: Sendable {
  private let searchPath: String
  /// How long it may take, seconds.
  private let seconds: Double

  /// With the folders that are looked through, as `PATH` has them.
  public init(searchPath: String, seconds: Double = 30) {
    self.searchPath = searchPath
    self.seconds = seconds
  }

  /// What came of it.
  public enum Outcome: Sendable, Equatable {
    case answer([UInt8])
    /// There is no such program.
    case missing
    /// Why there is no answer, as the end of a sentence: `it ended with status 1`.
    case failure(Sentence)
  }

  /// Answers longer than this are none, bytes.
  private static let most = 256 << 20
  /// What is kept of its complaints, bytes.
  private static let mostComplaints = 4096
  /// How long a wait is before it is looked whether to stop, milliseconds.
  private static let rest: Int32 = 20

  /// Gives it bytes, and waits for what it answers. Where `stop` asks, or it takes too long, it is killed
  /// with all that it started.
  public func run(
    _ program: String, _ arguments: [String], _ input: [UInt8], stop: StopSignal
  ) -> Outcome {
    guard let path = ProgramLookup.path(of: program, in: searchPath) else { return .missing }
    // Where its end is not waited for, as whoever started us may have asked, nobody learns how it ended.
    var usual = sigaction()
    usual.__sigaction_handler.sa_handler = SIG_DFL
    var before = sigaction()
    sigaction(SIGCHLD, &usual, &before)
    defer { sigaction(SIGCHLD, &before, nil) }
    var pipes = Pipes()
    guard pipes.open() else { return .failure(Sentence(verbatim: PipedProgram.reason(errno))) }
    defer { pipes.close() }
    let child: pid_t
    switch start(path, [program] + arguments, pipes) {
    case .success(let id): child = id
    case .failure(let problem):
      return problem.code == ENOENT
        ? .missing : .failure("it cannot be run: \(PipedProgram.reason(problem.code))")
    }
    pipes.closeTheirs()
    var talk = Talk(input: input, pipes: pipes)
    let end = talk.run(until: PipedProgram.now + seconds, stop)
    pipes = talk.pipes
    if let end {
      kill(-child, SIGKILL)
      _ = PipedProgram.wait(for: child)
      switch end {
      case .asked: return .failure("it was stopped")
      case .tooLong: return .failure("it gave no answer within \(Int(seconds)) s")
      case .tooMuch: return .failure("its answer is larger than \(PipedProgram.most >> 20) MiB")
      }
    }
    // Its pipes are closed; it may still go on for no reason.
    let status = PipedProgram.wait(for: child, until: PipedProgram.now + 2)
    // What it left behind holds nothing of ours.
    kill(-child, SIGKILL)
    guard let status else {
      _ = PipedProgram.wait(for: child)
      return .failure("it did not end")
    }
    guard status == 0 else {
      let complaint = talk.complaint
      let end: Sentence =
        status & 0x7F == 0
        ? "it ended with status \((status >> 8) & 0xFF)"
        : "it was ended by signal \(status & 0x7F)"
      return .failure(complaint.isEmpty ? end : "\(end): \(typed: complaint)")
    }
    return .answer(talk.answer)
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: The program

  private struct Problem: Error {
    let code: Int32
  }

  private func start(
    _ path: String, _ words: [String], _ pipes: Pipes
  ) -> Result<pid_t, Problem> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we ignore or wait for, it is to hear.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (own, theirs) in zip([STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO], pipes.theirs) {
      posix_spawn_file_actions_adddup2(&actions, theirs, own)
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, &attributes, &arguments, environ)
    return code == 0 ? .success(child) : .failure(Problem(code: code))
  }

  /// The status that it ended with; nil where it has not by some time.
  private static func wait(for child: pid_t, until time: Double = .infinity) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, time.isFinite ? WNOHANG : 0)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return nil }
      guard time.isFinite, ended == 0 else { continue }
      if now > time { return nil }
      usleep(2000)
    }
  }

  // MARK: What passes

  /// The ends of three pipes: ours first, then theirs.
  private struct Pipes {
    /// Where we write, and where we read answers and complaints; -1 for one that is closed.
    var ours: [Int32] = [-1, -1, -1]
    private(set) var theirs: [Int32] = [-1, -1, -1]

    mutating func open() -> Bool {
      for place in 0..<3 {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
          let code = errno
          close()
          errno = code
          return false
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (ours[place], theirs[place]) = place == 0 ? (ends[1], ends[0]) : (ends[0], ends[1])
        _ = fcntl(ours[place], F_SETFL, O_NONBLOCK)
      }
      return true
    }

    mutating func closeTheirs() {
      for place in 0..<3 where theirs[place] >= 0 {
        Glibc.close(theirs[place])
        theirs[place] = -1
      }
    }

    mutating func closeOurs(_ place: Int) {
      guard ours[place] >= 0 else { return }
      Glibc.close(ours[place])
      ours[place] = -1
    }

    mutating func close() {
      closeTheirs()
      for place in 0..<3 { closeOurs(place) }
    }
  }

  /// Bytes in both directions at once, so that neither side waits for the other for ever.
  private struct Talk {
    let input: [UInt8]
    var pipes: Pipes
    private(set) var answer: [UInt8] = []
    private var complaints: [UInt8] = []
    private var sent = 0

    init(input: [UInt8], pipes: Pipes) {
      self.input = input
      self.pipes = pipes
    }

    enum End {
      case asked, tooLong, tooMuch
    }

    /// Until both of its outputs are closed; why it ended before that.
    mutating func run(until time: Double, _ stop: StopSignal) -> End? {
      // Whoever reads no more is no reason to end.
      var ignored = sigaction()
      ignored.__sigaction_handler.sa_handler = SIG_IGN
      var before = sigaction()
      sigaction(SIGPIPE, &ignored, &before)
      defer { sigaction(SIGPIPE, &before, nil) }
      while pipes.ours[1] >= 0 || pipes.ours[2] >= 0 {
        if stop.isAsked { return .asked }
        if PipedProgram.now > time { return .tooLong }
        if answer.count > PipedProgram.most { return .tooMuch }
        var waits = pipes.ours.enumerated().map { place, end in
          pollfd(fd: end, events: Int16(place == 0 ? POLLOUT : POLLIN), revents: 0)
        }
        guard poll(&waits, 3, PipedProgram.rest) > 0 else { continue }
        if waits[0].revents != 0 { send() }
        if waits[1].revents != 0 { answer += read(1) }
        if waits[2].revents != 0 { complaints += read(2) }
        if complaints.count > PipedProgram.mostComplaints {
          complaints.removeLast(complaints.count - PipedProgram.mostComplaints)
        }
      }
      return nil
    }

    private mutating func send() {
      let count = input[sent...].withUnsafeBytes {
        write(pipes.ours[0], $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      sent += max(0, count)
      if count <= 0 || sent == input.count { pipes.closeOurs(0) }
    }

    /// What has come in; closes what has come to its end.
    private mutating func read(_ place: Int) -> [UInt8] {
      var part = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(pipes.ours[place], &part, part.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return [] }
      guard count > 0 else {
        pipes.closeOurs(place)
        return []
      }
      return Array(part[..<count])
    }

    /// The first line that it complained of.
    var complaint: String {
      let text = String(decoding: complaints, as: UTF8.self)
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return line.count > 200 ? line.prefix(200) + "…" : line
    }
  }
}
