import ArgumentParser
import Diagnostics
import Glibc
import Shell
import Terminal

/// What the scripts of a command may do, and take.
struct RunOptions: ParsableArguments {
  @Flag(
    help: """
      Let statements touch no file, start no editor and no pager, and look at no environment; only \
      the scripts named here are read.
      """)
  var safe = false

  @Option(
    help: ArgumentHelp(
      "Stop after so long: 5s, 200ms, 2min; at a prompt each statement.", valueName: "time"),
    transform: { text in
      guard let seconds = WorkLimits.seconds(of: text) else {
        throw ValidationError("a time is for example `5s`, `200ms` or `2min`")
      }
      return seconds
    })
  var limitTime: Double?

  @Option(
    help: ArgumentHelp(
      "Stop at so much memory: 500MB, 2GB; at a prompt each statement.", valueName: "size"),
    transform: { text in
      guard let bytes = WorkLimits.bytes(of: text) else {
        throw ValidationError("a size is for example `500MB`, `2GB` or `1GiB`")
      }
      return bytes
    })
  var limitMemory: Int?

  var limits: WorkLimits { WorkLimits(seconds: limitTime, bytes: limitMemory) }

  /// What the program may know of its environment under `--safe`: what makes output plainer, and in
  /// which characters and language it is written.
  private static let allowed = ["LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "NO_COLOR", "TERM"]

  /// Forgets the environment, before anything looks at it.
  func closeEnvironment() {
    guard safe else { return }
    let kept = RunOptions.allowed.compactMap { name in
      Environment.value(name).map { (name, $0) }
    }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }
}

extension RunOptions {
  /// A shell that writes to standard output and complains to standard error, and that Ctrl-C and the
  /// limits can stop.
  func program(_ messages: MessageOptions) -> Program {
    let stop = StopSignal(limits: limits)
    let renderer = messages.renderer()
    let watch = WorkWatch(stop, shows: messages.showsProgress) { renderer.render($0) }
    /// Writes beside what the watch shows.
    @Sendable func send(
      _ text: String, to descriptor: Int32, _ name: String, _ stop: StopSignal
    ) throws(Diagnostic) {
      guard let watch else {
        return try Files.send(Array(text.utf8), to: descriptor, name, stop)
      }
      try watch.aside { () throws(Diagnostic) in
        try Files.send(Array(text.utf8), to: descriptor, name, stop)
      }
    }
    let isTerminal = TerminalState.isTerminal(STDOUT_FILENO)
    let program = Program(
      files: safe ? .underSafe : .disk(stop), scripts: safe ? .disk(stop) : nil,
      width: isTerminal ? TerminalState.width() : nil, renderer: renderer, stop: stop,
      write: { (text) throws(Diagnostic) in
        // Whatever a command prints, nothing in it drives a terminal; a file gets every byte.
        let shown = isTerminal ? escapingControlsButColours(text) : text
        try send(shown, to: STDOUT_FILENO, "standard output", stop)
      },
      complain: { text in
        if stop.isAsked { RunSignals.answered() }
        // A message about the end is no longer part of what is to end.
        try? send(text, to: STDERR_FILENO, "", StopSignal())
      })
    if isTerminal {
      let hasColours = messages.wantsColour(on: STDOUT_FILENO)
      let hasBraille = TerminalState.isUnicode && Environment.value("TERM") != "dumb"
      program.drawing = {
        Drawing(
          height: TerminalState.height(), hasColours: hasColours, hasBraille: hasBraille)
      }
    }
    if !safe { program.converter = .onPath(Environment.value("PATH") ?? "/usr/bin:/bin") }
    program.isWorking = { isWorking, wording in
      if isWorking { watch?.begin(in: wording) } else { watch?.end() }
    }
    RunSignals.beginScript(asking: stop, lastWords: renderer.render(.interrupted))
    program.isWorking(true, nil)
    return program
  }
}
