import Diagnostics
import Language
import ParkModel

/// Mends the commonest slips in a statement that cannot be read: what it gives can be read.
///
/// Each mend is one habit: blanks around `=`, a title without quotes, the words of another shell.
/// They are made one behind the other, and what comes out is tried: only what the scenario at hand
/// takes is shown.
struct SlipRepair {
  struct Piece {
    var text: String
    var isSpaced: Bool
    var kind: Token.Kind
    /// The number of brackets around it.
    var depth = 0

    func isMark(_ text: String) -> Bool { self.text == text && kind != .text }

    static func word(_ text: String, isSpaced: Bool = true) -> Piece {
      Piece(text: text, isSpaced: isSpaced, kind: .word)
    }

    static func equals() -> Piece { Piece(text: "=", isSpaced: false, kind: .mark(61)) }
  }

  /// Errors that are no slips of the hand: their own help says what to do.
  static let settled: Set<String> = [
    "declared-twice", "expectation", "file", "file-exists", "inconsistent", "missing-unit",
    "not-yet", "outside-span", "unknown-option",
  ]

  private let statement: StatementText
  let session: Session
  var pieces: [Piece] = []

  init(_ statement: StatementText, _ session: Session) {
    self.statement = statement
    self.session = session
    pieces = SlipRepair.pieces(of: statement)
  }

  static func pieces(of statement: StatementText) -> [Piece] {
    var depth = 0
    return statement.tokens.map { token in
      let text = token.text(in: statement.source)
      if ")]}".contains(text) { depth -= 1 }
      defer { if "([{".contains(text) { depth += 1 } }
      return Piece(text: text, isSpaced: token.spaced, kind: token.kind, depth: depth)
    }
  }

  /// The statement as it was meant, in one line; nil where that is not plain.
  var repaired: String? {
    guard statement.trailing == nil, !pieces.isEmpty else { return nil }
    let original = text
    var tried: Set<String> = [original]
    for start in beginnings {
      for candidate in start.candidates where candidate.text.count <= 200 {
        guard tried.insert(candidate.text).inserted, tried.count < 40 else { continue }
        if isReadable(candidate.text) { return candidate.text }
      }
    }
    return nil
  }

  /// What the command that it begins with takes.
  var signature: Signature? {
    pieces.first.flatMap { CommandTable.command(named: $0.text)?.signature }
  }

  var text: String {
    var text = ""
    for piece in pieces {
      if piece.isSpaced, !text.isEmpty { text += " " }
      text += piece.text
    }
    return text
  }

  /// What is left to try once the first word is one that begins a statement, the surest first.
  private var candidates: [SlipRepair] {
    guard let first = pieces.first?.text else { return [] }
    var found: [SlipRepair] = []
    if let kind = EntityKind(rawValue: first), kind != .model {
      found = kind.isDefinition ? definitions : declarations(of: kind)
    } else if signature?.isChange == true, pieces.count > 1,
      let entity = session.scenario.entity(named: pieces[1].text)
    {
      found = entity.kind.isDefinition ? definitions : declarations(of: entity.kind)
    } else {
      found = questions(first)
    }
    return [self] + found + withoutFillers + settings
  }

  /// Whether a line says something to the scenario at hand.
  func isReadable(_ line: String) -> Bool {
    let script = Script(SourceText(name: "help", text: line))
    guard script.statements.count == 1, !script.isUnfinished else { return false }
    var reader = ArgumentReader(script.statements[0], units: session.scenario.units)
    guard let command = reader.word()?.text else { return false }
    guard StatementReader.words.contains(command) else {
      return isAnswered(script.statements[0], command, reader)
    }
    var scenario = session.scenario
    guard
      let edit = try? StatementReader.edit(script.statements[0], in: scenario, today: session.today)
    else { return false }
    do throws(Diagnostic) {
      try edit.apply(to: &scenario)
      try scenario.check(after: edit, stop: session.stop)
    } catch {
      return false
    }
    return true
  }

  /// A question is asked; what it says is for nobody, and nothing is written. That a condition does
  /// not hold is an answer.
  private func isAnswered(
    _ statement: StatementText, _ name: String, _ reader: ArgumentReader
  ) -> Bool {
    guard let command = CommandTable.command(named: name),
      // What only drives the shell takes nothing that could be mended.
      command.group != .shell || !command.signature.ways[0].isEmpty
    else { return false }
    var copy = session
    copy.hush()
    var invocation = Invocation(statement: statement, reader: reader)
    do throws(Diagnostic) {
      try command.perform(&copy, &invocation)
      return true
    } catch {
      return error.slug == "expectation"
    }
  }
}
