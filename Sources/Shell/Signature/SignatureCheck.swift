import Diagnostics
import Language

/// What a statement may not have, because nothing in the signature takes it.
extension Signature {
  /// Refuses the first attribute or option behind a command that it does not take.
  ///
  /// Attributes of what is declared are left to the model, and `=` in a condition is a slip for `==`.
  func check(_ reader: ArgumentReader, of command: String) throws(Diagnostic) {
    for word in reader.outerWords {
      switch word {
      case .attribute(let name, let span):
        guard checksAttributes, attribute(named: name) == nil else { continue }
        throw unknownAttribute(name, of: command, at: reader.location(span))
      case .option(let name, let span):
        guard checksOptions, option(named: name) == nil else { continue }
        throw unknownOption(name, of: command, at: reader.location(span))
      }
    }
  }

  /// Whether what it declares or changes has attributes of its own.
  private var leavesWords: Bool {
    has { kind in
      switch kind {
      case .attributes, .topic, .value: true
      default: false
      }
    }
  }

  private var checksAttributes: Bool {
    !leavesWords && !hasModelAttributes && !takesCondition
      && !has { if case .assignments = $0 { true } else { false } }
  }

  /// Anything may be a topic, also an option of the command line; of a declaration, what looks like an
  /// option is a slip for an attribute.
  private var checksOptions: Bool { !leavesWords }

  private func unknownAttribute(
    _ name: String, of command: String, at place: Location
  ) -> Diagnostic {
    let names = attributes.map(\.name)
    var help = didYouMean(
      name, among: TypedChinese.candidates(names, for: name, at: .attribute(of: command)))
    if let option = option(named: name) { help = ["it is written `\(option.word)`"] }
    return Diagnostic(
      "unknown-attribute", "`\(command)` has no attribute `\(name)`", at: place,
      notes: names.isEmpty
        ? [] : [Diagnostic.Note("its attributes are \(attributes: names)")],
      help: help)
  }

  private func unknownOption(
    _ name: String, of command: String, at place: Location
  ) -> Diagnostic {
    // What is near is near without its hyphens.
    let near = nearest(to: name, in: options.map(\.name)).map { "`--\($0)`" }
    var help: [Sentence] =
      near.isEmpty ? [] : ["did you mean " + near.joined(separator: " or ") + "?"]
    if let attribute = attribute(named: name) { help = ["it is written `\(attribute.usage)`"] }
    return Diagnostic(
      "unknown-option", "`\(command)` has no option `--\(name)`", at: place,
      notes: options.isEmpty
        ? []
        : [Diagnostic.Note("its options are " + options.map(\.word).joined(separator: ", "))],
      help: help)
  }
}

extension Command {
  /// Does what a statement says, once it has no words that the command does not take.
  func perform(
    _ session: inout Session, _ invocation: inout Invocation
  ) throws(Diagnostic) {
    try check(invocation.reader)
    if session.isOnlyRead, trace == .question || trace == .saving { return }
    try run(&session, &invocation)
  }

  /// Refuses words behind the command that it does not take: behind a file, words that the command whose
  /// answer goes there does not take.
  func check(_ reader: ArgumentReader) throws(Diagnostic) {
    var ahead = reader
    if signature.takesAnswer, (try? ahead.file()) != nil {
      while (try? ahead.takeOption { _ in true }) != nil {}
      if let (other, _) = Export.answering(ahead) {
        let taken = other.signature.written(by: signature, layouts: ExportLayout.allCases)
        return try taken.check(reader, of: "\(name) FILE \(other.name)")
      }
    }
    if name == PlotCommand.row.name, let other = PlotCommand.drawn(reader) {
      let taken = other.signature.written(by: signature, layouts: [])
      return try taken.check(reader, of: "\(name) \(other.name)")
    }
    try signature.check(reader, of: name)
  }
}

extension Diagnostic {
  /// An attribute that the command has, and that has no meaning beside the other words.
  static func pointless(_ attribute: AttributeText, _ reader: ArgumentReader) -> Diagnostic {
    Diagnostic(
      "unknown-attribute", "there is no `\(attribute.name)` here",
      at: reader.location(attribute.nameSpan))
  }

  /// An option that the command has, and that has no meaning beside the other words.
  static func pointless(
    _ option: (text: String, span: Span), _ reader: ArgumentReader
  ) -> Diagnostic {
    Diagnostic(
      "unknown-option", "there is no option `--\(option.text)` here",
      at: reader.location(option.span))
  }
}
