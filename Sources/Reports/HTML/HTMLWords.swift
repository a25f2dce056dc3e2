import Quantities

/// The words of a page that are its own, in a language.
struct HTMLWords {
  let language: FigureStyle.Language

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  var report: String { say("Report", "报告") }
  var skip: String { say("Skip to the content", "跳到正文") }
  var contents: String { say("Contents", "目录") }
  var asTable: String { say("The same as a table", "以表格显示") }
  var noRows: String { say("nothing to show", "无内容") }

  func table(_ number: Int) -> String { say("Table \(number)", "表\(number)") }

  /// A part of a table that is too wide for a page.
  func part(_ title: String, _ number: Int, of count: Int) -> String {
    title + say(" (\(number) of \(count))", "（\(number)/\(count)）")
  }

  func unit(_ unit: String) -> String { say("(\(unit))", "（\(unit)）") }

  /// `1 July 2021`, `2021年7月1日`.
  func date(_ date: CalendarDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : ""
    return say(
      "\(date.day) \(month) \(date.year)", "\(date.year)年\(date.month)月\(date.day)日")
  }
}
