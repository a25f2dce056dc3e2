import Language
import ParkModel

/// What the columns of a file of firms are usually called.
enum ImportHeadings {
  /// What a column can be beside an attribute.
  static let name = "name"
  static let title = "title"

  /// Words for a column, in small letters, by the attribute that it says.
  private static let words: [(attribute: String, words: [String])] = [
    (name, ["id", "代码", "编号", "代号"]),
    (
      title,
      [
        "firm", "company", "enterprise", "企业名称", "企业", "名称", "公司名称", "公司", "单位名称", "项目名称",
      ]
    ),
    ("park", ["园区", "所在园区", "园区名称"]),
    ("phase", ["分期", "期"]),
    ("sector", ["industry", "行业", "所属行业", "行业类别", "产业"]),
    ("arrives", ["arrival", "到位时间", "入驻时间", "落户时间", "投产时间"]),
    ("land", ["用地", "用地面积", "占地", "占地面积", "土地面积"]),
    ("floor", ["建筑面积", "厂房面积"]),
    ("investment", ["投资额", "投资", "总投资", "计划投资"]),
    ("jobs", ["employees", "employment", "就业人数", "就业", "员工人数", "从业人员", "从业人数", "用工人数"]),
    ("output", ["产值", "年产值", "年产出"]),
    ("total_tax", ["tax", "年税收", "税收", "年纳税额", "纳税额"]),
    ("local_tax", ["地方税收", "年地方税收", "地方财政贡献"]),
    ("origin", ["来源地", "迁出地"]),
  ]

  private static let byWord: [String: String] = {
    var found: [String: String] = [:]
    for row in words { for word in row.words { found[word] = row.attribute } }
    for attribute in EntityKind.firm.row.attributes {
      found[attribute.name] = attribute.name
      for typed in TypedChinese.names(of: attribute.name) where found[typed] == nil {
        found[typed] = attribute.name
      }
    }
    (found[name], found[title]) = (name, title)
    return found
  }()

  /// The attribute that a word means, `name` and `title` among them; nil for any other word.
  static func attribute(_ word: String) -> String? {
    byWord[word] ?? byWord[String(word.map { $0 == " " || $0 == "-" ? "_" : $0 })]
  }

  /// A heading in half-width small letters, its unit in brackets apart: `投资额（万元）` is `投资额` in `万元`.
  static func pieces(_ heading: String) -> (word: String, unit: String) {
    let plain = halfWidth(heading)
    guard plain.hasSuffix(")"), let open = plain.lastIndex(of: "("), open > plain.startIndex else {
      return (trimmed(plain.lowercased()), "")
    }
    return (
      trimmed(plain[..<open].lowercased()),
      trimmed(String(plain[plain.index(after: open)...].dropLast()))
    )
  }

  /// A text with its full-width letters, digits and marks as their ASCII twins.
  static func halfWidth(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE3 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  static func trimmed(_ text: String) -> String {
    let start = text.firstIndex { $0 != " " } ?? text.endIndex
    let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.endIndex
    return start < end ? String(text[start..<end]) : ""
  }
}
