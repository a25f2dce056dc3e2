import Diagnostics
import Quantities
import Reports

/// A report of every kind of block, in both languages.
enum ReportSamples {
  private static func note(_ english: String, _ chinese: String) -> Table.Note {
    Table.Note(english, chinese: chinese)
  }

  static let styles = [
    FigureStyle(), FigureStyle(magnitudes: .tenThousands, language: .chinese),
  ]

  static func page(_ style: FigureStyle) -> HTMLPage {
    let isChinese = style.language == .chinese
    return HTMLPage(
      style: style,
      subtitle: isChinese
        ? "智慧产业园五个阶段的税收、就业与投资，2021至2045年"
        : "Tax, jobs and investment of the smart park in five phases, 2021 to 2045",
      author: isChinese ? "衢州市投资促进中心" : "Quzhou Investment Promotion Office",
      date: CalendarDate(year: 2021, month: 7, day: 1),
      prices: isChinese ? "2021年不变价格" : "real money of 2021")
  }

  static func document(_ style: FigureStyle) -> Document {
    let isChinese = style.language == .chinese
    func say(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }
    var blocks: [Block] = [
      .sentence(
        say(
          "The park pays 4.8bn yuan of tax until 2045, half of it after 2036, and holds 11,200 jobs.",
          "至2045年，园区累计纳税48亿元，其中一半在2036年以后；提供就业岗位11,200个。"))
    ]
    let sections: [(String, String, [Chart])] = [
      ("Tax", "税收", [SVGSamples.curves, SVGSamples.fan]),
      ("Jobs and investment", "就业与投资", [SVGSamples.areas, SVGSamples.bars, SVGSamples.oneBar]),
      ("What changes it", "影响因素", [SVGSamples.waterfall, SVGSamples.tornado]),
    ]
    for (english, chinese, charts) in sections {
      blocks.append(.heading(note(english, chinese)))
      blocks += charts.map { .chart($0) }
    }
    blocks += [
      .table(figures), .heading(note("Phases, railway and firms", "阶段、铁路与企业")),
      .timeline(timeline), .heading(note("Who pays, who receives", "谁支付，谁收取")),
      .flows(flows), .heading(note("Assumptions", "假设")), .table(assumptions),
      .table(wide), .heading(note("Script", "脚本")),
      .text("park smart \"衢州智慧产业园\" area=41.5ha\n\ttax rate=25% # <statute> & more\n"),
    ]
    return Document(
      title: say("Quzhou Smart Industrial Park", "衢州智慧产业园投资测算"), blocks: blocks)
  }

  static var figures: Table {
    var sum = Table.Column("total tax", chinese: "税收合计", unit: "yuan", isNumeric: true, family: "t")
    sum.parts = 1..<4
    func tax(_ name: String, _ chinese: String) -> Table.Column {
      Table.Column(name, chinese: chinese, unit: "yuan", isNumeric: true, family: "t")
    }
    var table = Table(
      columns: [
        Table.Column("year", chinese: "年份"), tax("income tax", "企业所得税"),
        tax("value added tax", "增值税"), tax("land use tax", "城镇土地使用税"), sum,
        Table.Column("jobs", chinese: "就业", unit: "jobs", isNumeric: true),
        Table.Column("share of local staff", chinese: "本地员工比例", unit: "share", isNumeric: true),
      ])
    for year in 0..<25 {
      let parts = [61_234_567, 82_345_678, 17_456_789].map { Int64($0 * (year + 2) / 2) * 100 + 37 }
      table.rows.append(
        [.text("\(2021 + year)")] + parts.map { .money(fen: $0) }
          + [
            .money(fen: parts.reduce(0, +)), .number(Double(300 + 437 * year)),
            year < 2 ? .undefined : .number(0.4 + Double(year) / 61),
          ])
    }
    table.name = note("Figures by year", "分年度数据")
    table.priceYear = 2021
    return table
  }

  /// Quarters across.
  static var wide: Table {
    let periods = (0..<24).map { "\(2021 + $0 / 4)-Q\($0 % 4 + 1)" }
    var table = Table(
      columns: [Table.Column("figure", chinese: "指标")]
        + periods.map { Table.Column($0, unit: "yuan", isNumeric: true, family: "q") })
    for (row, name) in [
      note("investment in buildings", "厂房投资"), note("value added tax", "增值税"),
      note("land", "土地出让"),
    ].enumerated() {
      table.rows.append(
        [.text(name.text, chinese: name.chinese)]
          + periods.indices.map { .money(fen: Int64(($0 + 3) * (row + 5)) * 12_345_678_901) })
    }
    table.name = note("Figures by quarter", "分季度数据")
    return table
  }

  static var assumptions: Table {
    let rows: [(String, String, Table.Cell, String, String)] = [
      (
        "corporate income tax rate", "企业所得税税率", .measured(.init(0.25, "share")),
        "Enterprise Income Tax Law, article 4", "《企业所得税法》第四条"
      ),
      (
        "price of land", "地价", .measured(.init(336.5, "yuan/m²")),
        "Quzhou land auction of 12 March 2021, lots 7 and 9; other lots of the year lie within 8 percent",
        "2021年3月12日衢州土地拍卖第7、9号地块；当年其他地块相差不超过8%"
      ),
      (
        "investment of phase one", "一期投资", .measured(.init(1_235_000_000, "yuan")),
        "feasibility study", "可行性研究报告"
      ),
      (
        "wait at the border", "口岸等待时间", .measured(.init(12, "min")), "expert, 2021", "专家判断"
      ),
    ]
    var table = Table(
      columns: [
        Table.Column("assumption", chinese: "假设"),
        Table.Column("value", chinese: "取值", isNumeric: true),
        Table.Column("source", chinese: "来源"), Table.Column("evidence", chinese: "证据"),
      ])
    table.rows = rows.enumerated().map { index, row in
      [
        .text(row.0, chinese: row.1), row.2, .text(row.3, chinese: row.4),
        .text(["A1", "B2", "B1", "D"][index]),
      ]
    }
    table.name = note("Assumptions and their sources", "假设及其来源")
    return table
  }

  static var timeline: Timeline {
    var bars: [Timeline.Bar] = []
    for phase in 0..<5 {
      let start = 2021 + Double(phase) * 2.5
      bars.append(
        Timeline.Bar(
          group: note("phases", "阶段"), name: note("phase \(phase + 1)", "第\(phase + 1)期"),
          from: start, to: phase == 4 ? nil : start + 4,
          planned: phase == 2 ? start - 1.25 : nil,
          detail: note("\(41 + phase * 7).5 ha", "\(41 + phase * 7).5公顷")))
    }
    bars += [
      Timeline.Bar(
        group: note("railway", "铁路"), name: note("freight line", "货运专用线"), from: 2026.5,
        planned: 2024,
        detail: note("12 trains a day, 41 km, shared with the port", "每日12列，41公里，与港口共用")),
      Timeline.Bar(
        group: note("railway", "铁路"), name: note("terminal", "铁路货场"), from: 2043.25,
        detail: note("8 cranes, half of them in the first year", "8台龙门吊，第一年投用一半")),
    ]
    for firm in 0..<47 {
      let start = 2021.25 + Double(firm * 7 % 41) / 2
      bars.append(
        Timeline.Bar(
          group: note("firms", "企业"),
          name: firm % 9 == 4
            ? note(
              "Quzhou Advanced Composite Materials Research and Manufacturing \(firm)",
              "衢州先进复合材料研究与制造有限责任公司\(firm)")
            : note("firm \(firm + 1)", "企业\(firm + 1)"), from: start,
          to: firm % 3 == 0 ? start + 8 : nil,
          detail: note("\(50 + firm * 13 % 400) jobs", "\(50 + firm * 13 % 400)人")))
    }
    for year in 0..<6 {
      bars.append(
        Timeline.Bar(
          group: note("incentives", "优惠政策"),
          name: note("tax holiday \(year + 1)", "税收优惠\(year + 1)"),
          from: 2022 + Double(year), to: 2027 + Double(year), detail: note("3 + 2", "三免两减半")))
    }
    return Timeline(
      title: note("When things are there", "各项建成时间"), span: 2021..<2046, bars: bars,
      notes: [note("as of the plan of 2021", "按2021年规划")])
  }

  static var flows: FlowMap {
    var parties = (0..<30).map {
      FlowMap.Party(
        name: $0 % 5 == 1
          ? note("Quzhou Advanced Composite Materials \($0 + 1)", "衢州先进复合材料有限责任公司\($0 + 1)")
          : note("firm \($0 + 1)", "企业\($0 + 1)"), column: 1)
    }
    parties += [
      .init(name: note("tax office", "税务局"), column: 2),
      .init(name: note("park company", "园区公司"), column: 2),
      .init(name: note("central budget", "中央财政"), column: 3),
      .init(name: note("province", "省级财政"), column: 3),
      .init(name: note("city", "市级财政"), column: 3),
    ]
    let kinds = [
      note("income tax", "企业所得税"), note("value added tax", "增值税"), note("rent", "租金"),
    ]
    var flows: [FlowMap.Flow] = []
    for firm in 0..<30 {
      let size = 9e8 / Double((firm + 1) * (firm + 2))
      flows.append(.init(from: firm, to: 30, amount: size, name: kinds[0]))
      flows.append(.init(from: firm, to: 30, amount: size * 1.3, name: kinds[1]))
      flows.append(.init(from: firm, to: 31, amount: size * 0.2, name: kinds[2]))
    }
    flows += [
      .init(from: 30, to: 32, amount: 1.1e9, name: kinds[1]),
      .init(from: 30, to: 33, amount: 3e8, name: kinds[0]),
      .init(from: 30, to: 34, amount: 6e8, name: kinds[0]),
      .init(from: 31, to: 34, amount: 1.2e8, name: kinds[2]),
      .init(from: 34, to: 31, amount: 0.9e8, name: note("subsidy", "补贴")),
      .init(from: 34, to: 33, amount: 2e5, name: note("transfer", "上解")),
      .init(from: 32, to: 33, amount: 1e3, name: note("transfer", "上解")),
    ]
    return FlowMap(
      title: note("Who pays and who receives", "资金流向"), period: note("2021 to 2045", "2021至2045年"),
      parties: parties, flows: flows, priceYear: 2021)
  }
}
