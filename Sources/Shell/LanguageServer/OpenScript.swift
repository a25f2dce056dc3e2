import Diagnostics
import Language
import Reports

/// A script that is open in an editor, with what was read of it.
struct OpenScript {
  /// What a problem is and where it stands, bytes of the text at that time.
  private struct Finding {
    var span: Span
    var item: JSONValue
  }

  var text: OpenText
  var reading: ScriptReading
  /// How long the text was when `findings` were found, bytes.
  private var length = 0
  /// What the editor shows.
  private var findings: [Finding] = []
  /// Whether the editor was told what was found in this text, as far as it was read.
  var isTold = false
  /// Whether a run looked at this text, or was given up.
  var isRun = false
  /// How long the last run took, seconds.
  var timeOfRun = 0.0

  init(_ text: OpenText, _ start: Session) {
    self.text = text
    reading = ScriptReading(text.source, start: start)
  }

  mutating func change(_ changes: [JSONValue], version: Int?) -> Bool {
    guard text.apply(changes, version: version) else { return false }
    reading.change(to: text.source)
    (isTold, isRun) = (false, false)
    return true
  }

  /// What the editor is to show: what was found, and of what was not read yet what was found before.
  mutating func diagnostics(_ problems: [Diagnostic]) -> JSONValue {
    let moved = text.bytes.count - length
    let kept = findings.filter {
      !reading.isDone && $0.span.lower + moved > reading.reached && $0.span.lower + moved >= 0
    }.map { finding in
      var finding = finding
      finding.span = Span(finding.span.lower + moved, finding.span.upper + moved)
      finding.item["range"] = text.range(finding.span)
      return finding
    }
    let wording = reading.session.wording
    findings =
      problems.map { problem in
        let span = problem.location.flatMap(text.span) ?? Span(0, 0)
        return Finding(span: span, item: problem.item(in: text, at: span, wording))
      } + kept
    length = text.bytes.count
    var parameters: JSONValue = ["uri": .text(text.uri)]
    if let version = text.version { parameters["version"] = JSONValue(version) }
    parameters["diagnostics"] = .array(findings.map(\.item))
    return parameters
  }
}

extension Diagnostic {
  /// As the protocol has it: notes and help stand in lines below the sentence, and what has a place of
  /// its own is related information.
  fileprivate func item(in text: OpenText, at span: Span, _ wording: Wording?) -> JSONValue {
    func word(_ word: Sentence) -> String { word.text(wording) }
    let colon = word(": ")
    var lines = [message.text(wording)]
    if let location, text.span(of: location) == nil {
      lines[0] = location.address + ": " + lines[0]
    }
    var related: [JSONValue] = []
    for note in notes {
      if let place = note.location, let json = place.json(from: text) {
        related.append(["location": json, "message": .text(note.message.text(wording))])
      } else {
        lines.append(word("note") + colon + note.message.text(wording))
      }
    }
    lines += help.map { word("help") + colon + $0.text(wording) }
    var item: JSONValue = [
      "range": text.range(span),
      "severity": severity == .error ? 1 : 2,
      "code": .text(slug),
      "source": "parkline",
      "message": .text(lines.joined(separator: "\n")),
    ]
    if !related.isEmpty { item["relatedInformation"] = .array(related) }
    return item
  }
}

extension Location {
  /// As the protocol has it: in this text, or in a file that it replayed; nil for what an editor cannot
  /// open, such as a built-in library.
  func json(from text: OpenText) -> JSONValue? {
    if let span = text.span(of: self) {
      return ["uri": .text(text.uri), "range": text.range(span)]
    }
    guard source.name.hasPrefix("/") else { return nil }
    let places = OpenText(uri: "", version: nil, bytes: source.utf8, encoding: text.encoding)
    return ["uri": .text(OpenText.uri(of: source.name)), "range": places.range(span)]
  }
}
