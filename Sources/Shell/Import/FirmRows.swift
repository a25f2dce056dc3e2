import Diagnostics
import Language
import ParkModel
import Reports

/// The firms that the rows of a file declare, and the rows that declare none.
struct FirmRows {
  private(set) var firms: [Declaration] = []
  /// What is wrong, a row each, in their order.
  private(set) var bad: [Diagnostic] = []

  private let file: SourceText
  private let columns: [FirmColumns.Column]
  private var readings: [CellReading?]
  private var names: FirmNames
  /// Titles of firms that are there already, and where.
  private let present: [String: Location]
  private let width: Int
  /// The headings, for messages.
  private let headings: String

  /// Reads every row behind the headings. Throws where a value of every row is wrong, and where `stop`
  /// asks.
  init(
    _ rows: ArraySlice<DelimitedCells.Row>, _ columns: FirmColumns, _ file: SourceText,
    _ scenario: Scenario, stop: StopSignal
  ) throws(Diagnostic) {
    self.file = file
    self.columns = columns.columns
    width = columns.headings.count
    headings = columns.known
    readings = columns.columns.map { column in
      column.row.map { CellReading(column, $0, scenario) }
    }
    names = FirmNames(scenario)
    present = Dictionary(
      scenario.entities(.firm).compactMap { firm in firm.title.map { ($0, firm.location) } },
      uniquingKeysWith: { first, _ in first })
    let constants = try self.constants()
    firms.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() where !row.isEmpty {
      if index & 0x3FF == 0 {
        stop.note(index, of: rows.count)
        try stop.check()
      }
      do throws(Diagnostic) {
        firms.append(try firm(row, constants))
      } catch {
        bad.append(error)
      }
    }
  }

  /// What every row says.
  private mutating func constants() throws(Diagnostic) -> [Attribute?] {
    var found: [Attribute?] = []
    for (index, column) in columns.enumerated() {
      guard let constant = column.constant else {
        found.append(nil)
        continue
      }
      do throws(CellReading.Reason) {
        found.append(try readings[index]?.attribute(constant.text, at: constant.location) ?? nil)
      } catch {
        throw Diagnostic(
          "unknown-column",
          "there is no column `\(constant.text)`, and for every row it says nothing: \(error.text)",
          at: constant.location, notes: [Diagnostic.Note("its columns are \(headings)")],
          help: error.help)
      }
    }
    return found
  }

  private mutating func firm(
    _ row: DelimitedCells.Row, _ constants: [Attribute?]
  ) throws(Diagnostic) -> Declaration {
    let place = Location(file, row.span)
    guard row.cells.count == width else {
      throw Diagnostic(
        "bad-row", "\(row.cells.count) cells stand here, and \(width) headings above", at: place)
    }
    var attributes: [Attribute] = []
    var title: (text: String, place: Location)?
    var name: (text: String, place: Location)?
    for (index, column) in columns.enumerated() {
      guard let cellIndex = column.place else {
        if let constant = constants[index] { attributes.append(constant) }
        continue
      }
      let cell = row.cells[cellIndex]
      let place = Location(file, cell.span)
      guard readings[index] != nil else {
        guard !cell.text.isEmpty else { continue }
        if column.what == ImportHeadings.name { name = (cell.text, place) }
        if column.what == ImportHeadings.title { title = (cell.text, place) }
        continue
      }
      do throws(CellReading.Reason) {
        if let attribute = try readings[index]?.attribute(cell.text, at: place) {
          attributes.append(attribute)
        }
      } catch {
        throw Diagnostic("bad-row", error.text, at: place, help: error.help)
      }
    }
    if let title, let first = present[title.text] {
      throw Diagnostic(
        "bad-row", "a firm `\(title.text)` is there already", at: title.place,
        notes: [Diagnostic.Note("here", at: first)])
    }
    if let name {
      guard FirmNames.isName(name.text) else {
        throw Diagnostic(
          "bad-row",
          "`\(name.text)` cannot be a name: names have letters, digits and inner hyphens",
          at: name.place)
      }
      guard names.isFree(name.text) else {
        throw Diagnostic(
          "bad-row", "`\(name.text)` names something already, or is a word of the language",
          at: name.place)
      }
    }
    guard let text = name?.text ?? title?.text else {
      throw Diagnostic("bad-row", "a firm needs a name or a title", at: place)
    }
    do throws(Diagnostic) {
      let own = name == nil ? FirmNames.plain(text) : text
      let firm = try Declaration(
        .firm, own, title: title?.text, attributes, at: title?.place ?? name?.place ?? place)
      // A row that declares nothing takes no name.
      guard name == nil else {
        names.take(text)
        return firm
      }
      return firm.named(names.name(for: text))
    } catch {
      throw Diagnostic("bad-row", error.message, at: error.location ?? place)
    }
  }
}
