import ArgumentParser
import Diagnostics
import Glibc
import Shell
import Terminal

/// The command line: Language 8.
@main
struct Parkline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parkline",
    abstract: "Project what an industrial park brings: tax, jobs and investment over the years.",
    usage: """
      parkline [OPTIONS] [FILE ...]
      parkline fmt [--check] [FILE ...]
      parkline check FILE ...
      parkline lsp
      parkline ensemble FILE [METRIC ...]
      parkline merge PART ...
      parkline verify FILE ...
      parkline verify-proof FILE
      """,
    discussion: """
      Without a FILE, parkline opens its shell; a script on standard input is run. Files are run \
      in order, then the statements of -c.

      `parkline fmt` lays scripts out, `parkline check` finds their errors without running them \
      for results; `parkline ensemble` draws many futures of one, also in parts that `parkline merge` \
      puts together; `parkline verify` runs again what an exported file was made of. `parkline help fmt` says more, and `parkline help table` what `help table` says \
      in the shell. A script called fmt or help is `./fmt`, `./help`.
      """,
    version: Parkline.version)

  static let version = Engine.version

  @Argument(help: "Scripts to run.", completion: .file(extensions: ["park"]))
  var files: [String] = []

  @Option(name: .customShort("c"), help: "Statements to run after the files.")
  var statements: [String] = []

  @Flag(name: .customShort("i"), help: "Stay in the shell afterwards.")
  var stays = false

  @Flag(help: "Report every error of the scripts, not only the first.")
  var keepGoing = false

  @Flag(help: "Neither read nor write the history of past statements.")
  var noHistory = false

  @Flag(help: "Do not run the start-up file.")
  var noRc = false

  @Flag(help: "Print each statement of a script before its results.")
  var echo = false

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  /// Parses and runs, with the exit codes of Language 7.
  static func main() {
    let given = Array(CommandLine.arguments.dropFirst())
    StandardOutput.prepare()
    if let exit = CompletionScripts.answer(given) { Glibc.exit(exit.rawValue) }
    let arguments = HelpWord.meant(by: given)
    // Parsed by itself: a command with files of its own would take a tool's name for one of them.
    let isTool = arguments.first.map(Tools.has) ?? false
    do {
      let exit =
        isTool ? try Tools.perform(arguments) : try Parkline.parse(arguments).perform()
      Glibc.exit(exit.rawValue)
    } catch {
      let message = isTool ? Tools.fullMessage(for: error) : Parkline.fullMessage(for: error)
      let isAnswer = Parkline.exitCode(for: error).isSuccess
      let exit = isAnswer ? StandardOutput.answer(message) : Diagnostic.Exit.usage
      if !isAnswer { StandardOutput.say(message + "\n", to: STDERR_FILENO) }
      Glibc.exit(exit.rawValue)
    }
  }

  private func perform() -> Diagnostic.Exit {
    allowed.closeEnvironment()
    let program = allowed.program(messages)
    // The process ends with it: its scenarios and runs are not taken apart piece by piece.
    _ = Unmanaged.passRetained(program)
    program.keepsGoing = keepGoing
    program.echoes = echo
    program.clock = { Clock.seconds }
    program.calendarClock = { CalendarClock.now }
    program.currentFolder = Keeping.currentFolder
    program.adviceForFile = HelpWord.advice(forMissing:)
    let keeping = Keeping(
      hasHistory: !noHistory && !allowed.safe, hasJournal: !allowed.safe,
      hasStartFile: !noRc && !allowed.safe)
    // Kept from the first script on, for whoever goes on by hand.
    let isTyped = (stays || isShell) && TerminalState.isTerminal(STDIN_FILENO)
    let journal = isTyped ? keeping.journal() : nil
    if let journal { program.keep(in: journal) }
    program.explain(outside: .here)
    var result = Diagnostic.Exit.done
    /// Whether what comes next is run.
    func goesOn() -> Bool {
      (result == .done || keepGoing && result != .interrupted) && !program.isOver
    }
    for file in files where goesOn() {
      let next = program.run(file: file)
      if result == .done { result = next }
    }
    if !statements.isEmpty, goesOn() {
      // One script, each in a line of its own.
      let next = program.run(statements: statements.joined(separator: "\n"))
      if result == .done { result = next }
    }
    guard (result == .done || stays) && !program.isOver, stays || isShell else {
      if result == .done { program.sayDoubtCount() }
      program.conclude()
      return result
    }
    let last = Conversation(
      colour: messages.wantsColour(on: STDOUT_FILENO), files: result == .done ? files : [],
      isSafe: allowed.safe,
      keeping: keeping, journal: journal
    ).run(program)
    program.conclude()
    return last
  }

  /// Whether nothing was given to run.
  private var isShell: Bool { files.isEmpty && statements.isEmpty }
}
