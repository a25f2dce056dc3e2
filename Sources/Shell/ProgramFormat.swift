public import Diagnostics
import Language

extension Program {
  /// Lays scripts out in place, or only names those that are laid out otherwise.
  ///
  /// `-` is standard input, whose script goes to standard output. A script that does not read stays
  /// as it is; the others are laid out nevertheless.
  /// `language` is that of all words, `zh` or `en`; each statement keeps its own where it is nil.
  public func format(
    files paths: [String], checksOnly: Bool, language: String? = nil
  ) -> Diagnostic.Exit {
    var exit = Diagnostic.Exit.done
    for path in paths.isEmpty ? ["-"] : paths {
      let result = format(path, checksOnly: checksOnly, language)
      // What cannot be read weighs more than what is laid out otherwise.
      if exit == .done || exit == .failed && result != .done { exit = result }
    }
    return exit
  }

  private func format(
    _ path: String, checksOnly: Bool, _ language: String?
  ) -> Diagnostic.Exit {
    do throws(Diagnostic) {
      let source = try ScriptFile.read(path, scripts ?? files)
      let isChinese = language.map { $0 == "zh" }
      switch ScriptFormatter.format(source, inChinese: isChinese, shapes: Interpreter.shape) {
      case .problems(let problems):
        for problem in problems { report(problem) }
        return problems.first?.exit ?? .done
      case .text(let text):
        let isDifferent = !text.utf8.elementsEqual(source.utf8)
        if checksOnly {
          if isDifferent { try write(source.name + "\n") }
          return isDifferent ? .failed : .done
        }
        if path == "-" {
          try write(text)
        } else if isDifferent {
          try files.write(path, Array(text.utf8))
        }
        return .done
      }
    } catch {
      return report(error)
    }
  }
}
