import ParkModel
import Reports

extension Signature {
  /// What is written as `name=value`.
  public struct Attribute: Sendable {
    /// How its value is written.
    enum Form: Sendable {
      case branch
      case choice([String])
      case count
      case date
      /// As a row of the model has it.
      case model(AttributeRow)
      case money
      case rate
      /// A length of time, in years.
      case span
      case statistics
      case text
      case years
    }

    let name: String
    let form: Form
    /// The value in a usage.
    var shown: String
    let meaning: String

    /// The words that its value is one of; none where it is no choice.
    var choices: [String] {
      switch form {
      case .choice(let list): list
      case .model(let row): Completion.values(of: row)
      default: []
      }
    }

    /// Its row, where it is of the model.
    var row: AttributeRow? {
      if case .model(let row) = form { return row }
      return nil
    }
  }

  /// What is written as `--name`.
  public struct Option: Sendable {
    let name: String
    let meaning: String
    /// The endings that the file behind it has; nil where no file stands there.
    let endings: [String]?
    /// Options that go with it only.
    let with: [Option]
    /// Whether it goes with figures of runs only, and not with the answer of another command.
    let isOfFigures: Bool

    init(
      _ name: String, _ meaning: String, file endings: [String]? = nil, with: [Option] = [],
      isOfFigures: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.endings = endings
      self.with = with
      self.isOfFigures = isOfFigures
    }
  }
}

extension Signature.Option {
  /// What replaces a file that is there.
  static let replacing = Signature.Option("over", "replace a file that this session did not write")
}

extension Signature.Attribute.Form {
  /// The value in a usage, where nothing else is said.
  fileprivate var shown: String {
    switch self {
    case .branch: "BRANCH"
    case .choice(let list): list.joined(separator: "|")
    case .count: "N"
    case .date: "DATE"
    case .model(let row):
      if case .choice(let list) = row.form {
        list.joined(separator: "|")
      } else {
        row.fallback ?? "…"
      }
    case .money: "MONEY"
    case .rate: "RATE"
    case .span: "5y"
    case .statistics: "[mean, p5]"
    case .text: "\"…\""
    case .years: "A..B"
    }
  }
}

extension Signature.Piece {
  /// What is written as `name=value`; `shown` is its value in the usage.
  static func attribute(
    _ name: String, _ form: Signature.Attribute.Form, shown: String? = nil, _ meaning: String
  ) -> Self {
    .attribute(
      Signature.Attribute(name: name, form: form, shown: shown ?? form.shown, meaning: meaning))
  }

  /// An attribute of the model, that the command itself has.
  static func attribute(_ row: AttributeRow) -> Self {
    .attribute(row.name, .model(row), row.summary)
  }

  static func option(
    _ name: String, _ meaning: String, file endings: [String]? = nil,
    with: [Signature.Option] = []
  ) -> Self {
    .option(Signature.Option(name, meaning, file: endings, with: with))
  }

  /// A file of any format.
  static let fileOfFormat = Self.needed(.file(endings: FileFormat.rows.map(\.name)))

  /// `--over`, of what writes files.
  static let replacing = Self.option(.replacing)

  /// The options of formats.
  static let excel = Self.option(
    FileFormat.Option.excel.rawValue, "a byte-order mark and CRLF, for csv and tsv")
  static let raw = Self.option(
    FileFormat.Option.raw.rawValue, "texts that a spreadsheet would run, as they are")

  /// The same, with another value in the usage.
  func shown(as value: String) -> Self {
    guard case .attribute(var attribute) = self else { return self }
    attribute.shown = value
    return .attribute(attribute)
  }
}
