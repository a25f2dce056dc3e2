import ArgumentParser
import Diagnostics
import Glibc
import Shell
import Terminal

/// `parkline lsp`: answers an editor.
struct LanguageServerTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Answer an editor by the Language Server Protocol, on standard input and output.",
    discussion: """
      Editors start it: errors while one types, completion, what a word means, where a name comes \
      from, renaming, layout. It writes no file. Docs/Editors.md says how editors are told of it. \
      Exits with 0 after `shutdown` and `exit`, else with 1.
      """)

  @Flag(help: "For editors that say it; standard input and output are used anyway.")
  var stdio = false

  @Flag(help: "Let scripts read no file.")
  var safe = false

  func perform() -> Diagnostic.Exit {
    signal(SIGINT, SIG_DFL)
    let input = EditorInput()
    var server = LanguageServer(
      files: safe ? .underSafe : .disk(StopSignal()), stop: input.stop,
      currentFolder: Keeping.currentFolder,
      clock: { Clock.seconds })
    input.start()
    while server.exit == nil {
      switch input.take(waits: !server.hasWork) {
      case .bytes(let bytes): server.receive(bytes)
      case .nothing:
        // What takes long is not begun between two letters.
        if !server.isOnlyLongWork || input.isQuiet() { server.work() }
      case .end: server.end()
      }
      let output = server.takeOutput()
      guard !output.isEmpty else { continue }
      do throws(Diagnostic) {
        try Files.send(output, to: STDOUT_FILENO, "standard output", StopSignal())
      } catch {
        return error.exit
      }
    }
    return server.exit ?? .done
  }
}
