import Diagnostics
public import Reports
import Wording

/// How answers are shown to a person; never how files are written.
public struct OutputSettings: Sendable, Equatable {
  public var style = FigureStyle()
  /// Whether an answer that is longer than the screen goes through a pager.
  public var pages = true

  /// Whether answers are in the prices of each time; never what is written to files.
  public var isNominal = false

  /// Whether a statement said in which language; the locale says nothing then.
  var isLanguageSaid = false

  public init() {}

  /// Whether figures are shown alike, whoever said so.
  public static func == (one: OutputSettings, other: OutputSettings) -> Bool {
    one.style == other.style && one.pages == other.pages && one.isNominal == other.isNominal
  }

  /// Answers in a language, with its headings and magnitudes.
  mutating func speak(_ language: FigureStyle.Language) {
    style.language = language
    style.wording = language == .chinese ? Chinese.wording : nil
    // Nobody in Quzhou says ten times a hundred million; `units=` beside it says otherwise.
    style.magnitudes = language == .chinese ? .tenThousands : .thousands
  }

  /// One thing that `format` sets.
  struct Row: Sendable {
    let name: String
    let summary: String
    /// What it can be, as completion offers it; the first of each line of words that mean the same
    /// is the one that is printed.
    let choices: [String]
    /// The choices in a usage, where those are too many to be listed.
    var shown: String? = nil
    /// The other words that mean a choice.
    let synonyms: [String: String]
    let read: @Sendable (OutputSettings) -> String
    /// Takes one of the choices.
    let apply: @Sendable (inout OutputSettings, String) -> Void
  }

  /// Every setting; a new one is one row.
  static let rows: [Row] = [
    Row(
      name: "language",
      summary: "the language of everything that is answered, with its headings and magnitudes",
      choices: FigureStyle.Language.allCases.map(\.rawValue), synonyms: [:],
      read: { ($0.style.wording == nil ? FigureStyle.Language.english : .chinese).rawValue },
      apply: {
        $0.speak(FigureStyle.Language(rawValue: $1) ?? .english)
        $0.isLanguageSaid = true
      }),
    Row(
      name: "units", summary: "magnitudes of money: k, M, bn, tn, or 万, 亿, 万亿",
      choices: ["M", "万"],
      synonyms: [
        "k": "M", "bn": "M", "tn": "M", "M/bn": "M", "k/M/bn": "M", "k/M/bn/tn": "M",
        "亿": "万", "万亿": "万", "万/亿": "万", "万/亿/万亿": "万",
      ],
      read: { $0.style.magnitudes == .thousands ? "M" : "万" },
      apply: { $0.style.magnitudes = $1 == "M" ? .thousands : .tenThousands }),
    Row(
      name: "decimals", summary: "decimals of what is no whole count",
      choices: ["auto"] + (0...6).map(String.init), shown: "auto|0..6", synonyms: [:],
      read: { $0.style.decimals.map(String.init) ?? "auto" },
      apply: { $0.style.decimals = Int($1) }),
    Row(
      name: "headings", summary: "the language of headings, of units and of the headline",
      choices: FigureStyle.Language.allCases.map(\.rawValue), synonyms: [:],
      read: { $0.style.language.rawValue },
      apply: { $0.style.language = FigureStyle.Language(rawValue: $1) ?? .english }),
    Row(
      name: "pager", summary: "whether an answer longer than the screen is shown page by page",
      choices: ["on", "off"], synonyms: [:], read: { $0.pages ? "on" : "off" },
      apply: { $0.pages = $1 == "on" }),
    Row(
      name: "prices", summary: "money in prices of one year, or nominal, by `model.inflation`",
      choices: ["real", "nominal"], synonyms: [:], read: { $0.isNominal ? "nominal" : "real" },
      apply: { $0.isNominal = $1 == "nominal" }),
  ]

  /// The statement that sets all of it.
  var statement: String {
    "format " + OutputSettings.rows.map { "\($0.name)=\($0.read(self))" }.joined(separator: " ")
  }
}
