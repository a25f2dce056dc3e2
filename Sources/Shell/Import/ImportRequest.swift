import Diagnostics
import Language

/// What an `import` asks for: the file, what its columns are and what holds for every row.
struct ImportRequest {
  /// As it is named, and where.
  var file: (text: String, span: Span)
  /// `jobs=就业人数`, `park=smart`, `行业=玩具:toys`.
  var words: [PlainAttribute] = []
  /// Whether bad rows are left out.
  var skipsBad = false
  /// What the places of its words are in.
  let source: SourceText

  /// Reads what stands behind `import`.
  init(_ reader: inout ArgumentReader) throws(Diagnostic) {
    source = reader.source
    let place = reader.here
    guard let kind = reader.word(), kind.text == "firms" else {
      throw Diagnostic(
        "syntax", "`import` takes `firms` and a file", at: place,
        help: ["for example `import firms firms.csv park=smart`"])
    }
    file = try reader.file()
    while !reader.isAtEnd {
      if let option = try reader.option() {
        guard option.text == "skip-bad" else { throw .pointless(option, reader) }
        skipsBad = true
      } else if let word = try reader.plainAttribute() {
        if let first = words.first(where: { $0.name == word.name }) {
          throw Diagnostic(
            "twice", "`\(word.name)` is given twice", at: reader.location(word.nameSpan),
            notes: [Diagnostic.Note("it was given here before", at: reader.location(first.span))])
        }
        words.append(word)
      } else {
        try reader.end()
      }
    }
  }

  func place(_ span: Span) -> Location { Location(source, span) }
}
