import Diagnostics
import Glibc

/// `--generate-completion-script bash`: the completions of Docs, which are in the program too.
enum CompletionScripts {
  private static let option = "--generate-completion-script"

  private static let scripts: [(shell: String, text: [UInt8])] = [
    ("bash", PackageResources.parkline_bash), ("fish", PackageResources.parkline_fish),
    ("zsh", PackageResources._parkline),
  ]

  /// Answers where the first argument asks for them; nil where it does not. Without the name of a shell
  /// it is that of the user.
  static func answer(_ arguments: [String]) -> Diagnostic.Exit? {
    guard let first = arguments.first, first == option || first.hasPrefix(option + "=") else {
      return nil
    }
    let named =
      first == option ? arguments.dropFirst().first : String(first.dropFirst(option.count + 1))
    let own = getenv("SHELL").map { String(cString: $0) }?.split(separator: "/").last.map(
      String.init)
    let shell = named ?? own ?? "bash"
    guard let script = scripts.first(where: { $0.shell == shell }) else {
      let names = scripts.map(\.shell).joined(separator: ", ")
      StandardOutput.say(
        "Error: there are completions for \(names), and not for \(escapingControls(shell))\n",
        to: STDERR_FILENO)
      return .usage
    }
    return StandardOutput.answer(String(decoding: script.text.dropLast(), as: UTF8.self))
  }
}
