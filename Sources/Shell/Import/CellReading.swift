import Diagnostics
import Language
import ParkModel
import Quantities

/// Reads the cells of one column, one after another, as an attribute of a firm.
struct CellReading {
  /// Why a cell says nothing.
  struct Reason: Error {
    var text: Sentence
    var help: [Sentence] = []
  }

  private let row: AttributeRow
  private let column: FirmColumns.Column
  private let scenario: Scenario
  /// What numbers without a unit of their own end in.
  private let ending: LiteralForm?
  /// Endings that cells have themselves.
  private var endings: [String: LiteralForm?] = [:]
  /// What texts came to, since sectors and dates come again and again.
  private var known: [String: Result<Attribute, Reason>] = [:]
  /// Names of things by their titles.
  private let titles: [String: String]
  private static let source = SourceText(name: "cell", text: "")

  init(_ column: FirmColumns.Column, _ row: AttributeRow, _ scenario: Scenario) {
    self.column = column
    self.row = row
    self.scenario = scenario
    ending = LiteralForm(ending: column.unit, units: scenario.units)
    guard case .entity(let kind) = row.form else {
      titles = [:]
      return
    }
    titles = Dictionary(
      scenario.entities(kind).compactMap { entity in entity.title.map { ($0, entity.name) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a cell says that there is nothing to say.
  static func isNothing(_ text: String) -> Bool {
    switch text {
    case "", "-", "–", "—", "/", "无", "n/a", "N/A": true
    default: false
    }
  }

  /// The attribute that a cell says; nil for one that says nothing.
  mutating func attribute(
    _ text: String, at place: Location
  ) throws(Reason) -> Attribute? {
    let meant = column.meanings[text] ?? text
    guard !CellReading.isNothing(meant) else { return nil }
    switch row.form {
    case .number: return try number(meant, at: place)
    case .entity, .from, .until:
      if let known = known[meant] {
        var attribute = try known.get()
        attribute.location = place
        return attribute
      }
      let found = Result { () throws(Reason) in try word(meant, at: place) }
      if known.count < 10_000 { known[meant] = found }
      return try found.get()
    default: return try expression(meant, at: place)
    }
  }

  // MARK: Numbers

  private mutating func number(_ text: String, at place: Location) throws(Reason) -> Attribute {
    let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : ImportHeadings.halfWidth(text)
    let (digits, rest) = try CellReading.digits(plain)
    let ending: LiteralForm?
    if rest.isEmpty {
      ending = self.ending
      if ending == nil {
        throw Reason(text: "`\(column.unit)` of the heading is no unit")
      }
    } else {
      if endings[rest] == nil { endings[rest] = LiteralForm(ending: rest, units: scenario.units) }
      ending = endings[rest] ?? nil
    }
    guard let ending, let expression = ending.expression(digits: digits) else {
      throw Reason(text: "`\(text)` is no number")
    }
    return try attribute(expression, at: place)
  }

  /// The digits at the beginning without their groups, and what stands behind.
  private static func digits(_ text: String) throws(Reason) -> (digits: String, rest: String) {
    let bytes = Array(text.utf8)
    var end = 0
    var digits: [UInt8] = []
    var groups: [Int] = []
    var hasPoint = false
    while end < bytes.count {
      let byte = bytes[end]
      if (0x30...0x39).contains(byte) {
        digits.append(byte)
        if !groups.isEmpty, !hasPoint { groups[groups.count - 1] += 1 }
      } else if byte == UInt8(ascii: ","), !digits.isEmpty, !hasPoint {
        groups.append(0)
      } else if byte == UInt8(ascii: "."), !hasPoint, !digits.isEmpty {
        hasPoint = true
        digits.append(byte)
      } else {
        break
      }
      end += 1
    }
    guard !digits.isEmpty, digits.last != UInt8(ascii: "."), groups.allSatisfy({ $0 == 3 }) else {
      throw Reason(text: "`\(text)` is no number")
    }
    return (
      String(decoding: digits, as: UTF8.self),
      ImportHeadings.trimmed(String(decoding: bytes[end...], as: UTF8.self))
    )
  }

  // MARK: Words and dates

  private func word(_ text: String, at place: Location) throws(Reason) -> Attribute {
    guard case .entity(let kind) = row.form else {
      guard let period = CellDate.period(text) else {
        let days = CellDate.isDayNumber(text)
        throw Reason(
          text: days
            ? "`\(text)` is a spreadsheet's number of a day, and no date"
            : "`\(text)` is no date",
          help: days
            ? ["give the column the format of a date before it is saved"]
            : ["dates are `2026`, `2026-03`, `2026/3/15`, `2026年3月15日`"])
      }
      return try attribute(Expression(period), at: place)
    }
    let name = scenario.entity(named: text)?.kind == kind ? text : titles[text]
    guard let name else {
      let known = scenario.entities(kind).map(\.name)
      throw Reason(
        text: "there is no \(kind) `\(text)`",
        help: didYouMean(text, among: known)
          + (known.isEmpty || column.place == nil
            ? [] : ["say what it means: `\(row.name)=\(text):\(known[0])`"]))
    }
    return try attribute(Expression(path: [name], Span(0, name.utf8.count)), at: place)
  }

  /// Anything else, as it would be written in a statement.
  private func expression(_ text: String, at place: Location) throws(Reason) -> Attribute {
    let source = SourceText(name: "cell", text: text + column.unit)
    let script = Script(source)
    guard script.statements.count == 1, !script.isUnfinished else {
      throw Reason(text: "`\(text)` is no value of `\(row.name)`")
    }
    var reader = ArgumentReader(script.statements[0], units: scenario.units)
    guard let expression = try? reader.expression(), reader.isAtEnd else {
      throw Reason(text: "`\(text)` is no value of `\(row.name)`")
    }
    return try attribute(expression, at: place)
  }

  private func attribute(
    _ expression: Expression, at place: Location
  ) throws(Reason) -> Attribute {
    do throws(Diagnostic) {
      return try row.attribute(saying: expression, CellReading.source, of: .firm, at: place)
    } catch {
      throw Reason(text: error.message, help: column.place == nil ? error.help : [])
    }
  }
}

/// Dates as people write them in tables.
enum CellDate {
  /// `2026-03-15`, `2026/3`, `2026.3.15`, `2026年3月`, also with the nought hours of a spreadsheet; nil for
  /// anything else, such as `3/15/2026`, which could be two days.
  static func period(_ text: String) -> CalendarPeriod? {
    var plain = ImportHeadings.halfWidth(text)
    for clock in [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"]
    where plain.hasSuffix(clock) {
      plain = String(plain.dropLast(clock.count))
      break
    }
    if let period = CalendarPeriod(plain) { return period }
    let parts = plain.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.".contains($0) })
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let padded = parts.map { $0.utf8.count == 1 ? "0\($0)" : String($0) }
    return CalendarPeriod(padded.joined(separator: "-"))
  }

  /// Whether a text is what a spreadsheet has for a day of these decades, where nobody asked for a date.
  static func isDayNumber(_ text: String) -> Bool {
    Int(text).map { (20_000...80_000).contains($0) } ?? false
  }
}
