import Diagnostics
import Language
import ParkModel
import Reports

/// What editors ask to be changed: the name of a thing, and how a script is laid out.
extension LanguageServer {
  /// The name at the cursor, where it can be another.
  mutating func prepareRename(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let (script, offset) = try place(parameters)
    guard let word = WordInScript.at(offset, in: script.reading),
      let (entity, token) = word.named(in: script.reading.session), entity.kind.isNamed,
      entity.library == nil
    else { return .null }
    return ["range": script.text.range(token.span), "placeholder": .text(entity.name)]
  }

  /// Gives a thing another name in the script, as `rename` does in the scenario; the two are held
  /// against each other before the editor is told.
  mutating func rename(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let (script, offset) = try place(parameters)
    let reading = script.reading
    guard let new = parameters["newName"]?.string else {
      throw Refusal(code: .wrongParameters, message: "a newName is needed")
    }
    guard let word = WordInScript.at(offset, in: reading),
      let (entity, _) = word.named(in: reading.session)
    else { throw refusal("there is no name here that could be another", script) }
    guard entity.library != nil || script.text.span(of: entity.location) != nil else {
      throw refusal(
        "`\(entity.name)` is declared in another script: \(typed: entity.location.address)", script)
    }
    var expected = reading.session
    expected.isConversation = false
    let statement = Script(SourceText(name: "rename", text: "rename \(entity.name) \(new)"))
    do throws(Diagnostic) {
      guard statement.statements.count == 1, statement.statements[0].tokens.count == 3 else {
        throw Diagnostic(
          "name", "`\(new)` cannot be a name: names have letters, digits and inner hyphens")
      }
      try Interpreter.run(statement.statements[0], in: &expected)
    } catch {
      throw refusal(error.message, script)
    }
    let spans = NameUses.spans(of: entity, in: reading)
    var bytes = script.text.bytes
    for span in spans.reversed() { bytes.replaceSubrange(span.lower..<span.upper, with: new.utf8) }
    try check(bytes, expected, script)
    let edits = spans.map { span -> JSONValue in
      ["range": script.text.range(span), "newText": .text(new)]
    }
    return ["changes": .object([JSONValue.Member(script.text.uri, .array(edits))])]
  }

  /// Refuses a text that says something else than what is expected of it.
  private func check(
    _ bytes: [UInt8], _ expected: Session, _ script: OpenScript
  ) throws(Refusal) {
    let text = OpenText(uri: script.text.uri, version: nil, bytes: bytes, encoding: encoding)
    var reading = ScriptReading(text.source, start: newSession(for: text.name))
    reading.read()
    guard reading.found.count <= script.reading.found.count,
      reading.session.scenario.script == expected.scenario.script
    else {
      throw refusal(
        "the script says this name in a way that cannot be changed for certain; mend its errors first",
        script)
    }
  }

  private func refusal(_ message: Sentence, _ script: OpenScript) -> Refusal {
    Refusal(code: .failed, message: message.text(script.reading.session.wording))
  }

  /// Lays the script out as `fmt` does. One that does not read stays as it is.
  mutating func format(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let script = try script(parameters)
    let source = script.text.source
    guard case .text(let text) = ScriptFormatter.format(source, shapes: Interpreter.shape) else {
      return .null
    }
    let (old, new) = (script.text.bytes, Array(text.utf8))
    guard old != new else { return [] }
    // Only the lines between those that stay, so that the cursor and what is folded stay, too.
    let prefix = commonLines(old, new)
    let suffix = commonEnd(old[prefix...], new[prefix...])
    let span = Span(prefix, old.count - suffix)
    let lines = String(decoding: new[prefix..<(new.count - suffix)], as: UTF8.self)
    return [["range": script.text.range(span), "newText": .text(lines)]]
  }

  /// How many bytes of whole lines two texts begin with alike.
  private func commonLines(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var (count, lines) = (0, 0)
    for (byte, twin) in zip(one, other) {
      guard byte == twin else { break }
      count += 1
      if byte == UInt8(ascii: "\n") { lines = count }
    }
    return lines
  }

  /// How many bytes of whole lines two texts end with alike.
  private func commonEnd(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    var (count, lines) = (0, 0)
    for (byte, twin) in zip(one.reversed(), other.reversed()) {
      guard byte == twin else { break }
      // What stands behind a line break is whole lines.
      if byte == UInt8(ascii: "\n") { lines = count }
      count += 1
    }
    return lines
  }
}

/// Where a script says the name of a thing.
enum NameUses {
  /// The tokens that are the name, in order.
  static func spans(of entity: Declaration, in reading: ScriptReading) -> [Span] {
    reading.statements.flatMap { statement -> [Span] in
      // Most statements do not speak of it.
      guard statement.tokens.contains(where: { $0.text(in: statement.source) == entity.name })
      else { return [] }
      return WordInScript.words(of: statement, reading.session).compactMap { word in
        guard let (other, token) = word.named(in: reading.session), other.name == entity.name,
          token.text(in: statement.source) == entity.name
        else { return nil }
        return token.span
      }
    }
  }
}
