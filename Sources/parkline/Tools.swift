import ArgumentParser
import Diagnostics
import Shell

/// The commands of the command line that work on files: `parkline fmt`, `parkline check`, `parkline lsp`,
/// `parkline ensemble`, `parkline merge`, `parkline verify`, `parkline verify-proof`.
struct Tools: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parkline", abstract: "Work on scripts and proofs as files.",
    version: Parkline.version,
    subcommands: [
      FormatTool.self, CheckTool.self, LanguageServerTool.self, EnsembleTool.self, MergeTool.self,
      VerifyTool.self, VerifyProofTool.self,
    ])

  /// What they are called.
  static var names: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Whether a word is the name of a tool.
  static func has(_ name: String) -> Bool { names.contains(name) }

  /// Parses a tool's name and what it takes, and runs it.
  static func perform(_ arguments: [String]) throws -> Diagnostic.Exit {
    var command = try parseAsRoot(arguments)
    if let tool = command as? any Tool { return tool.perform() }
    // Help, which says its page by throwing it.
    try command.run()
    return .done
  }
}

/// One of them.
protocol Tool: ParsableCommand {
  func perform() -> Diagnostic.Exit
}

/// `parkline fmt`: lays scripts out.
struct FormatTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay scripts out: one space between words, columns lined up, canonical values.",
    discussion: """
      Files are written in place, where that changes them. `-`, or no FILE, reads standard input \
      and writes standard output. A script that does not read is left as it is.
      """)

  @Flag(help: "Write nothing; name the files that would change, and exit with 4 if there are any.")
  var check = false

  /// In which language the words of a script are.
  enum Language: String, CaseIterable, ExpressibleByArgument {
    case en, zh
  }

  @Option(
    help: "The language of all words, `en` or `zh`; each statement keeps its own if not given.")
  var language: Language?

  @Argument(help: "Scripts to lay out.", completion: .file(extensions: ["park"]))
  var files: [String] = []

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  func perform() -> Diagnostic.Exit {
    allowed.closeEnvironment()
    return allowed.program(messages).format(
      files: files, checksOnly: check, language: language?.rawValue)
  }
}

/// `parkline check`: finds the errors of scripts.
struct CheckTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every error of scripts, each by itself, without printing their results.",
    discussion: """
      Nothing is written: `export` and `save` of a script do nothing. Exits with 0 where all is \
      well, 2 after an error of a script, 4 where an expectation or the scenario's consistency \
      does not hold, 5 where a file cannot be read.
      """)

  @Argument(help: "Scripts to check.", completion: .file(extensions: ["park"]))
  var files: [String]

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  func perform() -> Diagnostic.Exit {
    allowed.closeEnvironment()
    return allowed.program(messages).check(files: files)
  }
}
