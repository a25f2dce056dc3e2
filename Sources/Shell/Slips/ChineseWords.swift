import ParkModel
import Simulation

/// What further words of Chinese stand for here: those that mean several things, or are short for what the
/// language calls otherwise (`TypedChinese` has its own words). Each is answered by the word that works.
enum ChineseWords {
  /// Attributes, by what each is called in one kind or another.
  static let attributes: [String: [String]] = [
    "价格": ["land_price"], "土地": ["land"], "时间": ["time"], "来自": ["origin", "from"],
    "产业": ["sector"],
  ]

  /// Metrics by shorter words than their headings; the headings themselves are in their rows.
  private static let metrics: [String: String] = ["净收益": "net_local", "出让金": "land_income"]

  /// The metric of a heading, or of a shorter word for it; nil for any other word.
  static func metric(_ word: String, levels: Levels) -> String? {
    metrics[word] ?? MetricTable.rows(of: levels).first { $0.chinese == word }?.name
  }

  /// What there is help on under another word; nil where nothing is.
  static func topic(_ word: String, levels: Levels) -> String? {
    metric(word, levels: levels) ?? attributes[word]?.first
  }
}
