import Diagnostics
import Language
import ParkModel
import Reports

/// What each column of a file says of a firm.
struct FirmColumns {
  /// A column, or a value that every row has.
  struct Column {
    /// `name`, `title` or an attribute.
    var what: String
    /// Where it stands in a row; nil for what every row has.
    var place: Int?
    /// What it says in every row.
    var constant: (text: String, location: Location)?
    /// Its unit, where the heading has one.
    var unit = ""
    /// What its cells mean, by what stands in them.
    var meanings: [String: String] = [:]
    /// The attribute's row; nil for the name and the title.
    var row: AttributeRow? { EntityKind.firm.row.attribute(named: what) }
  }

  let headings: [DelimitedCells.Cell]
  private(set) var columns: [Column] = []

  /// Reads headings and what an import says of them. Throws where a word names no column, and where one
  /// thing is said by two.
  init(
    _ headings: [DelimitedCells.Cell], _ request: ImportRequest, _ file: SourceText
  ) throws(Diagnostic) {
    self.headings = headings
    var meanings: [Int: [String: String]] = [:]
    var given: Set<String> = []
    for word in request.words {
      let what = ImportHeadings.attribute(word.name.lowercased())
      if word.entries.contains(where: { $0.key != nil }) {
        guard
          let place = column(word.name)
            ?? headings.indices.first(where: { what != nil && self.what(at: $0) == what })
        else { throw unknownColumn(word.name, request.place(word.nameSpan)) }
        for entry in word.entries {
          guard let key = entry.key, !entry.value.isEmpty else {
            throw Diagnostic(
              "syntax", "expected what stands in the column, `:` and what it means",
              at: request.place(entry.span), help: ["write for example `行业=玩具:toys`"])
          }
          meanings[place, default: [:]][key] = entry.value
        }
        continue
      }
      guard let what, word.entries.count == 1 else {
        throw Diagnostic(
          "unknown-attribute", "a firm has no `\(word.name)`", at: request.place(word.nameSpan),
          help: didYouMean(
            word.name,
            among: TypedChinese.candidates(
              ["name", "title"] + EntityKind.firm.row.attributes.map(\.name), for: word.name,
              at: .attribute(of: "firm"))))
      }
      given.insert(what)
      let text = word.entries[0].value
      if let place = column(text) {
        let unit = ImportHeadings.pieces(headings[place].text).unit
        columns.append(Column(what: what, place: place, unit: unit))
      } else if what != ImportHeadings.name, what != ImportHeadings.title {
        columns.append(
          Column(what: what, constant: (text, request.place(word.entries[0].span))))
      } else {
        throw unknownColumn(text, request.place(word.entries[0].span))
      }
    }
    let taken = Set(columns.compactMap(\.place))
    for place in headings.indices where !taken.contains(place) {
      guard let what = what(at: place), !given.contains(what) else { continue }
      if let first = columns.first(where: { $0.what == what }), let other = first.place {
        throw Diagnostic(
          "twice",
          "two columns say `\(what)`: `\(headings[other].text)` and `\(headings[place].text)`",
          at: Location(file, headings[place].span),
          help: ["say which: `\(what)=\"\(headings[other].text)\"`"])
      }
      columns.append(
        Column(
          what: what, place: place, unit: ImportHeadings.pieces(headings[place].text).unit))
    }
    for index in columns.indices {
      if let place = columns[index].place { columns[index].meanings = meanings[place] ?? [:] }
    }
  }

  /// Columns that nothing takes.
  var ignored: [String] {
    let taken = Set(columns.compactMap(\.place))
    return headings.indices.filter { !taken.contains($0) && !headings[$0].text.isEmpty }
      .map { headings[$0].text }
  }

  private func what(at place: Int) -> String? {
    ImportHeadings.attribute(ImportHeadings.pieces(headings[place].text).word)
  }

  /// The column of a heading, with or without its unit.
  private func column(_ text: String) -> Int? {
    let plain = ImportHeadings.halfWidth(text).lowercased()
    return headings.firstIndex { ImportHeadings.halfWidth($0.text).lowercased() == plain }
      ?? headings.firstIndex { ImportHeadings.pieces($0.text).word == plain }
  }

  /// The first headings, for messages.
  var known: String {
    let known = headings.map(\.text).filter { !$0.isEmpty }
    return known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
      + (known.count > 12 ? " …" : "")
  }

  private func unknownColumn(_ text: String, _ place: Location) -> Diagnostic {
    Diagnostic(
      "unknown-column", "there is no column `\(text)` in the file", at: place,
      notes: [Diagnostic.Note("its columns are \(known)")],
      help: didYouMean(text, among: headings.map(\.text).filter { !$0.isEmpty }))
  }
}
