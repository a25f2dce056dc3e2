import ArgumentParser
import Diagnostics
import Glibc
import Terminal

/// How messages look: the same for every command.
struct MessageOptions: ParsableArguments {
  @Option(help: "Colour in messages: auto, always or never.")
  var color: ColourOption = .auto

  @Flag(help: "Write every message as one JSON object a line.")
  var jsonErrors = false

  func renderer() -> DiagnosticRenderer {
    _ = TerminalState.prepareLocale()
    return DiagnosticRenderer(
      colour: wantsColour(on: STDERR_FILENO), form: jsonErrors ? .json : .text,
      width: TerminalState.isTerminal(STDERR_FILENO) ? TerminalState.width() : nil)
  }

  /// Whether long work shows how far it is: to somebody, on a terminal that can take it back.
  var showsProgress: Bool {
    !jsonErrors && TerminalState.isTerminal(STDERR_FILENO)
      && !["", "dumb"].contains(Environment.value("TERM") ?? "")
  }

  func wantsColour(on descriptor: Int32) -> Bool {
    TerminalState.wantsColour(
      choice: color.choice, output: descriptor, environment: Environment.value)
  }
}

/// `--color` as the argument parser reads it.
enum ColourOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var choice: ColourChoice { ColourChoice(rawValue: rawValue) ?? .auto }
}
