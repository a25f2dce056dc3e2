public import Quantities

extension Workbook {
  /// What stands in a cell, and how it looks.
  public struct Cell: Sendable, Equatable {
    public var value: Value
    public var style: Style
    /// Of a number or formula; nil for that of its column, else what suits its value.
    public var format: Format?

    public init(_ value: Value, style: Style = .plain, format: Format? = nil) {
      self.value = value
      self.style = style
      self.format = format
    }

    /// A text, never run as a formula. Longer than 32,767 characters, what a cell holds, it is cut there
    /// and ends with `…`.
    public static func text(_ text: String, style: Style = .plain) -> Cell {
      Cell(.text(text), style: style)
    }

    public static func number(
      _ number: Double, style: Style = .plain, format: Format? = nil
    ) -> Cell {
      Cell(.number(number), style: style, format: format)
    }

    /// Yuan, exact.
    public static func money(fen: Int64, style: Style = .plain) -> Cell {
      Cell(.decimal(fen, places: 2), style: style, format: .money)
    }

    /// A day. One before March 1900 is written as a text, since spreadsheets do not agree on those.
    public static func date(_ date: CalendarDate, style: Style = .plain) -> Cell {
      Cell(.date(date), style: style)
    }

    /// A share of 1, shown as percent.
    public static func share(_ share: Double, style: Style = .plain) -> Cell {
      Cell(.number(share), style: style, format: .share())
    }

    /// A formula without the `=` before it, such as `SUM(B2:B10)`, and what it comes to.
    public static func formula(
      _ formula: String, value: Double, style: Style = .plain, format: Format? = nil
    ) -> Cell {
      Cell(.formula(formula, value: value), style: style, format: format)
    }

    public static let empty = Cell(.empty)
  }

  public enum Value: Sendable, Equatable {
    case text(String)
    case number(Double)
    /// A whole number of the last of so many decimal places, 0 to 18: 123456 and 2 are 1234.56.
    case decimal(Int64, places: Int)
    case date(CalendarDate)
    case formula(String, value: Double)
    case empty
  }

  public enum Style: UInt8, Sendable, CaseIterable {
    case plain
    /// Of a column: bold, on a line.
    case heading
    /// The same, to the right, as numbers are.
    case numberHeading
    /// Of a sheet: bold and larger.
    case title
    /// Bold, below a line.
    case total
    /// Small and grey.
    case note
  }

  /// How a number looks in its cell.
  public struct Format: Sendable, Hashable {
    /// Its place among all formats.
    let index: UInt8

    /// As many decimals as there are, without commas.
    public static let general = Format(index: 0)
    /// `2021-07-01`.
    public static let date = Format(index: 1)
    /// `1,234.50`.
    public static let money = decimals(2)

    /// Commas between thousands and so many decimals, 0 to 6.
    public static func decimals(_ count: Int) -> Format {
      Format(index: 2 + UInt8(min(max(count, 0), 6)))
    }

    /// Percent with so many decimals, 0 to 6: `12.5%`.
    public static func share(decimals count: Int = 1) -> Format {
      Format(index: 9 + UInt8(min(max(count, 0), 6)))
    }

    static let all = (0..<16).map { Format(index: $0) }

    /// Decimals behind the point; nil where there are as many as the number has.
    var decimals: Int? {
      switch index {
      case 2...8: Int(index) - 2
      case 9...15: Int(index) - 9
      default: nil
      }
    }

    var isShare: Bool { index >= 9 }

    /// As spreadsheets write it.
    var code: String {
      if self == .general { return "General" }
      if self == .date { return "yyyy\\-mm\\-dd" }
      let decimals = decimals ?? 0
      let fraction = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
      return isShare ? "0\(fraction)%" : "#,##0\(fraction)"
    }
  }
}
