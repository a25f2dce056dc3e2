import Diagnostics
import Language
import ParkModel

/// `--package`: what a statement writes gets a receipt beside it.
enum PackageOption {
  static let word = "package"
  static let option = Signature.Piece.option(word, "write a receipt beside the file")

  /// A command that writes a file through `Session.replace`, taking `--package` too.
  static func taken(by command: Command) -> Command {
    command.running { (session, invocation) throws(Diagnostic) in
      let statement = invocation.statement
      let places = places(of: [word], in: statement)
      guard let first = places.first else { return try command.run(&session, &invocation) }
      let span = statement.tokens[first.lowerBound].span.joined(
        statement.tokens[first.upperBound - 1].span)
      let place = Location(statement.source, span)
      guard places.count == 1 else {
        throw Diagnostic("twice", "`--\(word)` is given twice", at: place)
      }
      var rest = statement
      rest.tokens.removeSubrange(first)
      var inner = Invocation(
        statement: statement, reader: ArgumentReader(rest, units: session.scenario.units))
      _ = inner.reader.word()
      session.packaging = Packaging(place: place)
      defer { session.packaging = nil }
      try command.run(&session, &inner)
      guard session.packaging?.isDone == true else {
        throw Diagnostic(
          "conflict", "`--\(word)` is for a file, and this goes to none", at: place,
          help: ["name a file behind `\(command.name)`"])
      }
    }
  }

  /// Where options stand among the tokens of a statement: two dashes and a word each.
  private static func places(
    of words: Set<String>, in statement: StatementText
  ) -> [Range<Int>] {
    let tokens = statement.tokens
    return tokens.indices.filter { index in
      index + 2 < tokens.count && tokens[index].isMark("-") && tokens[index].spaced
        && tokens[index + 1].isMark("-") && !tokens[index + 1].spaced
        && tokens[index + 2].kind == .word && !tokens[index + 2].spaced
        && words.contains(tokens[index + 2].text(in: statement.source))
    }.map { $0..<$0 + 3 }
  }

  /// A statement as it was written, without some of its options, one blank between its pieces.
  static func without(_ words: Set<String>, _ statement: StatementText) -> String {
    let left = Set(places(of: words, in: statement).joined())
    var text = ""
    for (index, token) in statement.tokens.enumerated() where !left.contains(index) {
      text += (text.isEmpty || !token.spaced ? "" : " ") + token.text(in: statement.source)
    }
    return text
  }
}
