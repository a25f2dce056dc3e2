import Diagnostics
import Language
import ParkModel
import Reports

/// What editors ask of the word at the cursor: how it goes on, what it means, where it comes from.
extension LanguageServer {
  /// What Tab offers.
  mutating func complete(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let (script, offset) = try place(parameters)
    // Of a long script the statements right before are enough.
    let source = script.reading.source
    let start = script.reading.startOfStatement(behind: offset - (12 << 10))
    let text = String(decoding: source.utf8[min(start, offset)..<offset], as: UTF8.self)
    let session = script.reading.session
    let (replaced, suggestions) = Completion.suggestions(for: text, in: session)
    let span = Span(max(0, offset - replaced), offset)
    let range = script.text.range(span)
    let typed = source.text(in: span)
    let items = suggestions.enumerated().map { index, suggestion -> JSONValue in
      let order = String(index + 10_000)
      return [
        "label": .text(suggestion.text),
        "kind": 14,
        "detail": .text(suggestion.meaning.text(session.wording)),
        // A thing that was found by its title would be left out by editors that look at names.
        "filterText": .text(typed.isEmpty ? suggestion.text : typed),
        "sortText": .text(order),
        "textEdit": [
          "range": range,
          "newText": .text(suggestion.text + (suggestion.ending == "=" ? "=" : "")),
        ],
      ]
    }
    // What begins with another letter is another list.
    return ["isIncomplete": true, "items": .array(items)]
  }

  /// What `help` says.
  mutating func hover(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let (script, offset) = try place(parameters)
    guard let word = WordInScript.at(offset, in: script.reading),
      let page = word.page(at: offset, script.reading.session)
    else { return .null }
    return [
      "contents": ["kind": "plaintext", "value": .text(page)],
      "range": script.text.range(word.span),
    ]
  }

  /// Where a name was declared: here, or in a script that this one replays.
  mutating func define(_ parameters: JSONValue) throws(Refusal) -> JSONValue {
    let (script, offset) = try place(parameters)
    guard let word = WordInScript.at(offset, in: script.reading),
      let (entity, _) = word.named(in: script.reading.session), entity.library == nil
    else { return .null }
    return entity.location.json(from: script.text) ?? .null
  }
}

extension WordInScript {
  /// The page of help of the word at a place; nil where there is none.
  fileprivate func page(at offset: Int, _ session: Session) -> String? {
    let (scenario, wording) = (session.scenario, session.wording)
    switch role {
    case .command(let word): return HelpTopics.command(word, session)
    case .attribute(let name):
      if let kind = context.kind, kind.row(in: scenario).attribute(named: name) != nil {
        return DeclarationHelp.page(attribute: name, of: kind, scenario, wording)
      }
      return context.row.flatMap { CommandWordHelp.page(attribute: name, of: $0, wording) }
        ?? HelpTopics.own(name, scenario, wording)
    case .function(let name): return FigureHelp.page(function: name, wording)
    case .unit(let name):
      return UnitHelp.page(unit: name, scenario, wording)
        ?? UnitHelp.page(magnitude: name, wording) ?? HelpTopics.own(name, scenario, wording)
    case .argument, .operand, .newName:
      let path = path
      guard let (entity, _) = named(in: session) else {
        return FigureHelp.page(metric: path.joined(separator: "."), scenario, wording)
          ?? before.attribute.flatMap { attribute in
            before.kind.flatMap {
              DeclarationHelp.page(attribute: attribute, of: $0, scenario, wording)
            }
          }
      }
      if path.count == 2, entity.name == path[0], part(at: offset) == 1 {
        return DeclarationHelp.page(attribute: path[1], of: entity.kind, scenario, wording)
      }
      return HelpTopics.own(entity.name, scenario, wording)
    case .branch, .comment, .file, .keyword, .mark, .number, .option, .text: return nil
    }
  }
}
