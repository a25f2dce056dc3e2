import ArgumentParser
import Diagnostics
import Glibc
import ProofVerifier
import Shell

/// `parkline verify-proof`: adds up what `explain … --proof FILE` wrote.
struct VerifyProofTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "verify-proof",
    abstract: "Add up a proof that `explain … --proof FILE` wrote.",
    discussion: """
      Says how many steps hold, or names the first that does not. Shares no code with what \
      computed the figure. Exits with 0 where all hold, 2 where the file is no proof, 3 where a \
      step does not hold, 5 where the file cannot be read.
      """)

  @Argument(help: "The proof.", completion: .file(extensions: ["json"]))
  var file: String

  func perform() -> Diagnostic.Exit {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try Files.disk(StopSignal()).read(file)
    } catch {
      StandardOutput.say(DiagnosticRenderer().render(error), to: STDERR_FILENO)
      return .file
    }
    switch ProofVerifier.verify(bytes) {
    case .holds(let nodes, let expression, let figure, let unworked, let rates):
      StandardOutput.say(
        escapingControls("\(expression) is \(figure): all \(nodes) steps hold") + "\n",
        to: STDOUT_FILENO)
      if let first = rates.first {
        let others = rates.count > 1 ? ", and so are those of \(rates.count - 1) more" : ""
        StandardOutput.say(
          escapingControls("at the rate of `\(first)` its flows are worth nothing\(others)")
            + "\n", to: STDOUT_FILENO)
      }
      if let first = unworked.first {
        let others = unworked.count > 1 ? " and \(unworked.count - 1) more are" : " is"
        StandardOutput.say(
          escapingControls("`\(first)`\(others) not worked out again, only what it is made of")
            + "\n", to: STDOUT_FILENO)
      }
      return .done
    case .fails(let path, let reason):
      let place = path.map { "`\($0)`" }.joined(separator: " → ")
      StandardOutput.say(
        escapingControls("does not hold: \(place)") + "\n" + escapingControls(reason) + "\n",
        to: STDERR_FILENO)
      return .mismatch
    case .noProof(let reason, let offset):
      StandardOutput.say(
        escapingControls("`\(file)` is no proof: \(reason), at byte \(offset)") + "\n",
        to: STDERR_FILENO)
      return .usage
    }
  }
}
