import Foundation
import Testing

/// The pages that are written from what the program says of its command line.
@Suite struct CommandLineTests {
  @Test("the completions and the manual page are those of this program")
  func notStale() async throws {
    let result = try await Parkline.python([
      "Tests/CommandLine/pages.py", Parkline.path, "--check",
    ])
    #expect(
      result.status == 0,
      "\(result.output)\(result.errors) python3 Tests/CommandLine/pages.py PROGRAM writes them")
  }

  @Test(
    "shells take their completions without a word",
    arguments: [
      ["bash", "--norc", "-c", "source Docs/Completions/parkline.bash && complete -p parkline"],
      [
        "zsh", "-f", "-c",
        "autoload -Uz compinit && compinit -D -u && source Docs/Completions/_parkline"
          + " && print $_comps[parkline]",
      ],
      ["fish", "--no-config", "-c", "source Docs/Completions/parkline.fish; complete -c parkline"],
    ])
  func sourced(_ command: [String]) throws {
    // Not every machine has every shell.
    guard try Parkline.run("/usr/bin/env", ["which", command[0]]).status == 0 else { return }
    let result = try Parkline.run("/usr/bin/env", command)
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.contains("parkline"))
  }

  @Test("the manual page has no fault that groff knows, and says every option")
  func manual() throws {
    guard try Parkline.run("/usr/bin/env", ["which", "groff"]).status == 0 else { return }
    let page = try Parkline.run(
      "/usr/bin/env", ["groff", "-man", "-ww", "-Tutf8", "-P-cbou", "Docs/parkline.1"])
    #expect(page.status == 0 && page.errors.isEmpty, "\(page.errors)")
    let help = try Parkline.run(["--help"]).output
    let options = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
      .compactMap { $0.split(separator: " ").first.map { $0.filter { $0 != "," } } }
    #expect(options.count > 5)
    for option in options { #expect(page.output.contains(option)) }
    for section in ["ENVIRONMENT", "FILES", "EXIT STATUS"] {
      #expect(page.output.contains(section))
    }
  }

  @Test("`parkline help` is help, of the program, a tool or a topic")
  func helpWord() throws {
    #expect(try Parkline.run(["help"]).output == Parkline.run(["--help"]).output)
    #expect(try Parkline.run(["help", "fmt"]).output == Parkline.run(["fmt", "--help"]).output)
    #expect(
      try Parkline.run(["help", "table"]).output == Parkline.run(["-c", "help table"]).output)
    #expect(try Parkline.run(["./help"]).status == 5)
    for (word, help) in [
      ("chek", "did you mean `parkline check`?"), ("version", "`parkline --version`"),
      ("print", "a statement stands behind -c: `parkline -c 'print …'`"),
    ] {
      let result = try Parkline.run([word])
      #expect(result.status == 5 && result.errors.contains("help: \(help)\n"), "\(result.errors)")
    }
  }

  @Test(
    "the program prints the completions of Docs",
    arguments: [("bash", "parkline.bash"), ("zsh", "_parkline"), ("fish", "parkline.fish")])
  func printsCompletions(shell: String, file: String) throws {
    let kept = try Parkline.run("/usr/bin/env", ["cat", "Docs/Completions/\(file)"]).output
    #expect(try Parkline.run(["--generate-completion-script", shell]).output == kept)
    #expect(try Parkline.run(["--generate-completion-script=\(shell)"]).output == kept)
    #expect(try Parkline.run(["--generate-completion-script", "csh"]).status == 2)
  }

  @Test("help inside the shell knows the options of the command line")
  func helps() throws {
    let result = try Parkline.run(["-c", "help --keep-going; help -c; help options"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("--keep-going  Report every error"))
    #expect(result.output.contains("-c  Statements to run"))
    #expect(result.output.contains("--color"))
  }
}
