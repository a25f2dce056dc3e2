import ArgumentParser
import Diagnostics
import Shell

/// `parkline verify`: holds exported files against their receipts.
struct VerifyTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare exported files with their receipts, and with new runs of them.",
    discussion: """
      The receipt is what `export FILE … --package` wrote into the datapackage.json beside the file. \
      Nothing is written. Exits with 0 where all is the same, 3 where a byte or a figure differs, 5 \
      where a file or its receipt cannot be read.
      """)

  @Argument(help: "Files that were exported.", completion: .file())
  var files: [String]

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  func perform() -> Diagnostic.Exit {
    allowed.closeEnvironment()
    return allowed.program(messages).verify(files: files)
  }
}
