import ArgumentParser
import Diagnostics
import Glibc
import Shell
import Terminal

/// The command line: LANGUAGE 7.
@main
struct Parkline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parkline",
    abstract: "Project what an industrial park brings: tax, jobs and investment over the years.",
    usage: """
      parkline [OPTIONS] [FILE ...]
      parkline fmt [--check] [FILE ...]
      parkline check FILE ...
      """,
    discussion: """
      Without a FILE, parkline opens its shell; a script on standard input is run. Files are run \
      in order, then the statements of -c.

      `parkline fmt` lays scripts out, `parkline check` finds their errors without running them \
      for results; `parkline fmt --help` says more. A script called fmt is `./fmt`.
      """,
    version: Parkline.version)

  static let version = "0.1.0"

  @Argument(help: "Scripts to run.", completion: .file(extensions: ["park"]))
  var files: [String] = []

  @Option(name: .customShort("c"), help: "Statements to run after the files.")
  var statements: String?

  @Flag(name: .customShort("i"), help: "Stay in the shell afterwards.")
  var stays = false

  @Flag(help: "Report every error of the scripts, not only the first.")
  var keepGoing = false

  @OptionGroup var messages: MessageOptions

  /// Parses and runs, with the exit codes of LANGUAGE 6.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Parsed by itself: a command with files of its own would take a tool's name for one of them.
    let isTool = arguments.first.map(Tools.has) ?? false
    do {
      let exit =
        isTool ? try Tools.perform(arguments) : try Parkline.parse(arguments).perform()
      Glibc.exit(exit.rawValue)
    } catch {
      let message = isTool ? Tools.fullMessage(for: error) : Parkline.fullMessage(for: error)
      let isAnswer = Parkline.exitCode(for: error).isSuccess
      StandardOutput.say(message + "\n", to: isAnswer ? STDOUT_FILENO : STDERR_FILENO)
      Glibc.exit(isAnswer ? Diagnostic.Exit.done.rawValue : Diagnostic.Exit.usage.rawValue)
    }
  }

  private func perform() -> Diagnostic.Exit {
    let program = messages.program()
    program.keepsGoing = keepGoing
    var result = Diagnostic.Exit.done
    for file in files where (result == .done || keepGoing) && !program.isOver {
      let next = program.run(file: file)
      if result == .done { result = next }
    }
    if let statements, result == .done || keepGoing, !program.isOver {
      let next = program.run(statements: statements)
      if result == .done { result = next }
    }
    guard (result == .done || stays) && !program.isOver, stays || isShell else {
      program.conclude()
      return result
    }
    let last = Conversation(
      colour: messages.wantsColour(on: STDOUT_FILENO), greets: files.isEmpty
    ).run(program)
    program.conclude()
    return last
  }

  /// Whether nothing was given to run.
  private var isShell: Bool { files.isEmpty && statements == nil }
}

/// How messages look: the same for every command.
struct MessageOptions: ParsableArguments {
  @Option(help: "Colour in messages: auto, always or never.")
  var color: ColourOption = .auto

  @Flag(help: "Write every message as one JSON object a line.")
  var jsonErrors = false

  /// A shell on the real disk that writes to standard output and complains to standard error.
  func program() -> Program {
    _ = TerminalState.prepareLocale()
    let isTerminal = TerminalState.isTerminal(STDOUT_FILENO)
    return Program(
      files: .disk, width: isTerminal ? TerminalState.width() : nil,
      renderer: DiagnosticRenderer(
        colour: wantsColour(on: STDERR_FILENO), form: jsonErrors ? .json : .text),
      write: { (text) throws(Diagnostic) in
        try Files.send(Array(text.utf8), to: STDOUT_FILENO, "standard output")
      },
      complain: { StandardOutput.say($0, to: STDERR_FILENO) })
  }

  func wantsColour(on descriptor: Int32) -> Bool {
    TerminalState.wantsColour(choice: color.choice, output: descriptor) { name in
      getenv(name).map { String(cString: $0) }
    }
  }
}

/// `--color` as the argument parser reads it.
enum ColourOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var choice: ColourChoice { ColourChoice(rawValue: rawValue) ?? .auto }
}

/// Text for a person, as far as the system takes it.
enum StandardOutput {
  static func say(_ text: String, to descriptor: Int32) {
    try? Files.send(Array(text.utf8), to: descriptor, "")
  }
}
