public import Diagnostics

/// A table of typed cells: what a view of a projection comes to before a format prints it.
public struct Table: Sendable {
  public struct Column: Sendable {
    public var heading: String
    /// The heading where headings are Chinese; empty for the same.
    public var chinese: String
    /// Of the numbers below; empty for texts and pure numbers.
    public var unit: String
    public var isNumeric: Bool
    /// Columns of one family are printed in one magnitude, so that they can be compared.
    public var family: String
    /// What its figures are, beside their unit.
    public var bases: [Basis]
    /// The columns of which it is the sum, so that they are printed to add up to it; nil for none.
    public var parts: Range<Int>?
    /// What files call it, where they need another name.
    public var fileHeading: String?
    /// Whether it stands in files only, since a person sees it in the cells.
    public var isForFiles = false
    /// Whether its amounts of yuan, cells of different things, are in one magnitude all the same.
    public var sharesMagnitude = false
    /// Columns of a terminal that texts take at most, in further lines where they are longer.
    public var widest: Int?

    /// Whether its texts are words of ours, which the language of sentences has others for.
    public var isWords = false

    public init(
      _ heading: String, chinese: String = "", unit: String = "", isNumeric: Bool = false,
      family: String = "",
      widest: Int? = nil, fileHeading: String? = nil, bases: [Basis] = []
    ) {
      self.heading = heading
      self.chinese = chinese
      self.unit = unit
      self.isNumeric = isNumeric
      self.family = family.isEmpty ? heading : family
      self.widest = widest
      self.fileHeading = fileHeading
      self.bases = bases
    }
  }

  public enum Cell: Sendable, Equatable {
    /// A text, and what it is where headings are Chinese; empty for the same.
    case text(String, chinese: String = "")
    /// Yuan, exact.
    case money(fen: Int64)
    case number(Double)
    /// A figure in a unit of its own, in a column of different things.
    case measured(Measured)
    case undefined
  }

  /// A sentence, and what it is where headings are Chinese; empty for what `Wording` has of it.
  public struct Note: Sendable, Equatable, ExpressibleByStringInterpolation {
    public var sentence: Sentence
    public var chinese: String

    public init(_ sentence: Sentence, chinese: String = "") {
      self.sentence = sentence
      self.chinese = chinese
    }

    /// A name, which is the same in every language that has no other for it.
    @_disfavoredOverload
    public init(_ name: String, chinese: String = "") {
      self.init(Sentence(verbatim: name), chinese: chinese)
    }

    public init(stringLiteral text: String) { self.init(Sentence(verbatim: text)) }

    public init(stringInterpolation pieces: Sentence.Pieces) {
      self.init(Sentence(stringInterpolation: pieces))
    }

    /// In English.
    public var text: String { sentence.text }

    /// In Chinese where it has that of its own.
    public var chineseText: String { chinese.isEmpty ? text : chinese }

    /// In the language of headings, and of sentences.
    public func text(_ style: FigureStyle) -> String {
      if style.language == .chinese, !chinese.isEmpty { return chinese }
      return sentence.text(style.wording)
    }
  }

  /// A number with its unit; yuan where it is money, and a share of 1 where `unit` is `share`.
  public struct Measured: Sendable, Equatable {
    /// Whether it has a magnitude of its own in a column that shares one.
    public var isApart = false
    public var value: Double
    public var unit: String
    /// Whether what is more than nothing has a `+` before it.
    public var isSigned: Bool
    /// About so many digits are printed; nil for a few, and all of a number that has no more.
    public var digits: Int?

    public init(_ value: Double, _ unit: String, isSigned: Bool = false, digits: Int? = nil) {
      self.value = value
      self.unit = unit
      self.isSigned = isSigned
      self.digits = digits
    }
  }

  /// What it is called where it is one of several, as in a workbook.
  public var name: Note?
  public var columns: [Column]
  /// As many cells in each as there are columns.
  public var rows: [[Cell]]
  /// Sentences below the table.
  public var notes: [Note]
  /// In prices of which year its money is; nil where there is none, or the columns say more.
  public var priceYear: Int?
  /// Columns at the left that say what a row is about.
  public var keys: Int

  public init(columns: [Column], rows: [[Cell]] = [], notes: [Note] = [], keys: Int = 1) {
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.keys = keys
  }
}

extension Table.Cell {
  /// A sentence as a text of the table, in the language of sentences where that has one for it.
  public static func said(_ sentence: Sentence, _ wording: Wording?) -> Table.Cell {
    .text(sentence.text, chinese: wording.map { sentence.text($0) } ?? "")
  }

  /// The number of a cell that its column prints, money in yuan; nil for any other.
  var number: Double? {
    switch self {
    case .money(let fen): Double(fen) / 100
    case .number(let value): value
    case .text, .measured, .undefined: nil
    }
  }
}

extension Table {
  /// The prices in words, where there are any.
  var prices: Note? { priceYear.map(Table.prices(of:)) }

  /// The prices of a year in words.
  static func prices(of year: Int) -> Note {
    Note("money in prices of \(year)", chinese: "金额按\(year)年价格")
  }

  /// What stands below it: its notes and the prices.
  func sentences(_ style: FigureStyle) -> [String] {
    (notes + [prices].compactMap(\.self)).map { $0.text(style) }
  }
}
