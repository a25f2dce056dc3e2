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
    discussion: """
      Without a FILE, parkline opens its shell; a script on standard input is run. Files are run \
      in order, then the statements of -c.
      """,
    version: Parkline.version)

  static let version = "0.1.0"

  @Argument(help: "Scripts to run.", completion: .file(extensions: ["park"]))
  var files: [String] = []

  @Option(name: .customShort("c"), help: "Statements to run after the files.")
  var statements: String?

  @Flag(name: .customShort("i"), help: "Stay in the shell afterwards.")
  var stays = false

  @Option(help: "Colour in messages: auto, always or never.")
  var color: ColourOption = .auto

  /// Parses and runs, with the exit codes of LANGUAGE 6.
  static func main() {
    do {
      let command = try Parkline.parse()
      Glibc.exit(command.perform().rawValue)
    } catch {
      let text = Parkline.fullMessage(for: error) + "\n"
      let isAnswer = Parkline.exitCode(for: error).isSuccess
      StandardOutput.say(text, to: isAnswer ? STDOUT_FILENO : STDERR_FILENO)
      Glibc.exit(isAnswer ? Diagnostic.Exit.done.rawValue : Diagnostic.Exit.usage.rawValue)
    }
  }

  private func perform() -> Diagnostic.Exit {
    _ = TerminalState.prepareLocale()
    let isTerminal = TerminalState.isTerminal(STDOUT_FILENO)
    let program = Program(
      files: .disk, width: isTerminal ? TerminalState.width() : nil,
      renderer: DiagnosticRenderer(colour: wantsColour(on: STDERR_FILENO)),
      write: { (text) throws(Diagnostic) in
        try Files.send(Array(text.utf8), to: STDOUT_FILENO, "standard output")
      },
      complain: { StandardOutput.say($0, to: STDERR_FILENO) })

    var result = Diagnostic.Exit.done
    for file in files where result == .done && !program.isOver { result = program.run(file: file) }
    if let statements, result == .done, !program.isOver {
      result = program.run(statements: statements)
    }
    guard (result == .done || stays) && !program.isOver else { return result }
    guard stays || (files.isEmpty && statements == nil) else { return .done }
    return Conversation(
      colour: wantsColour(on: STDOUT_FILENO), greets: files.isEmpty
    ).run(program)
  }

  private func wantsColour(on descriptor: Int32) -> Bool {
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
