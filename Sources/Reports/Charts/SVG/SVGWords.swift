/// The words of a picture that are its own, in a language.
struct SVGWords {
  let language: FigureStyle.Language

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  /// What a picture without figures says.
  var nothing: String {
    say("nothing to draw: every value is undefined", "无图可画：所有数值均未定义")
  }

  func more(_ count: Int) -> String { say("and \(count) more", "另有\(count)项") }

  /// The ends of a band.
  func band(_ low: String, _ high: String) -> String {
    say("p5 to p95: \(low) to \(high)", "p5至p95：\(low)至\(high)")
  }

  var bandKey: String { say("band: p5 to p95", "色带：p5至p95") }
  var lowEnd: String { say("input at its low end", "输入取低值") }
  var highEnd: String { say("input at its high end", "输入取高值") }

  func central(_ figure: String) -> String { say("central: \(figure)", "中间值：\(figure)") }

  /// `2030 · tax: 1.234亿元`.
  func point(_ period: String, _ name: String, _ figure: String) -> String {
    "\(period) · \(name)" + say(": ", "：") + figure
  }

  /// What the axis of a box shows.
  var ofRange: String { say("of the range of all draws", "占全部抽样范围的比例") }

  func named(_ name: String, _ figure: String) -> String { name + say(": ", "：") + figure }

  /// A unit and what its figures are besides: `M yuan, nominal`.
  func unit(_ unit: String, _ bases: [Table.Basis]) -> String {
    ([unit] + bases.map { say($0.word, $0.chinese) }).filter { !$0.isEmpty }
      .joined(separator: say(", ", "，"))
  }

  var undefined: String { "–" }

  /// Sentences in a row.
  func sentences(_ sentences: [String]) -> String {
    sentences.map { $0 + say(".", "。") }.joined(separator: say(" ", ""))
  }

  /// What kind of picture it is, for those who do not see it.
  func kind(_ marks: Chart.Marks) -> String {
    switch marks {
    case .curves(_, let periods): say("Curves", "曲线图") + span(periods)
    case .areas(_, let periods): say("Stacked areas", "堆积面积图") + span(periods)
    case .bars(_, let periods): say("Bars", "柱形图") + span(periods)
    case .waterfall(let steps):
      say("A waterfall of \(steps.count) steps", "瀑布图，共\(steps.count)步")
    case .tornado(let swings, _):
      say("A tornado of \(swings.count) inputs", "龙卷风图，共\(swings.count)项输入")
    case .spans(let spans):
      say("A box of \(spans.count) inputs", "箱体图，共\(spans.count)项输入")
    }
  }

  private func span(_ periods: [String]) -> String {
    guard let first = periods.first, let last = periods.last else { return "" }
    if first == last { return say(" of \(first)", "，\(first)") }
    return say(" from \(first) to \(last)", "，\(first)至\(last)")
  }

  /// What is left to the table below a picture.
  func inTable(_ count: Int) -> String {
    say("\(count) more in the table below", "另有\(count)项，见下表")
  }

  func inTable(_ count: Int, of figure: String) -> String {
    say(
      "\(count) more flows, \(figure) in all, in the table below",
      "另有\(count)笔，合计\(figure)，见下表")
  }

  var noFlows: String { say("nothing is paid in this period", "该期间没有资金往来") }

  func others(_ count: Int) -> String { say("\(count) others", "其他\(count)个") }
  var otherKinds: String { say("other", "其他") }
  var planned: String { say("planned, and late", "原计划时间（已推迟）") }
  var backward: String { say("dashed: paid from right to left", "虚线：由右向左支付") }

  func span(_ from: String, _ to: String) -> String { say("\(from) to \(to)", "\(from)至\(to)") }
  func since(_ from: String) -> String { say("from \(from)", "\(from)起") }
  func planned(_ month: String) -> String { say("planned for \(month)", "原计划\(month)") }

  func timeline(_ count: Int, _ from: String, _ to: String) -> String {
    say("A timeline of \(count) bars from \(from) to \(to)", "时间线，共\(count)项，\(from)至\(to)")
  }

  func flows(_ flows: Int, _ parties: Int, _ sum: String) -> String {
    say(
      "A map of \(flows) flows between \(parties) parties, \(sum) in all",
      "资金流向图，\(parties)方之间\(flows)笔，合计\(sum)")
  }
}
