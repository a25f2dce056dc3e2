public import Diagnostics

extension Program {
  /// Holds files against their receipts, each by itself: `parkline verify`. The exit is that of
  /// the first that fails.
  public func verify(files paths: [String]) -> Diagnostic.Exit {
    var exit = Diagnostic.Exit.done
    for path in paths {
      do throws(Diagnostic) {
        let found = try Verification(
          path, scripts ?? files, with: Receipt.Again.Means(session))
        try write(found.sentence.text(session.wording) + "\n")
        say(found.remarks.map { $0.text(session.wording) })
      } catch {
        report(error)
        if exit == .done { exit = error.exit }
        if error.exit == .interrupted { break }
      }
    }
    return exit
  }
}
