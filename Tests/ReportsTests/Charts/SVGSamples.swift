import Diagnostics
import Reports

/// Pictures of every kind as they occur.
enum SVGSamples {
  static let years = (2021...2045).map(String.init)

  private static func note(_ english: String, _ chinese: String) -> Table.Note {
    Table.Note(english, chinese: chinese)
  }

  private static func growth(_ start: Double, _ rate: Double, bend: Int = 12) -> [Double?] {
    var value = start
    return years.indices.map { index in
      defer { value *= 1 + (index < bend ? rate : rate / 6) }
      return value
    }
  }

  private static let names = [
    note("corporate income tax", "企业所得税"), note("value added tax", "增值税"),
    note("land use tax", "城镇土地使用税"), note("property tax", "房产税"),
    note("stamp duty", "印花税"), note("urban maintenance", "城市维护建设税"),
  ]

  static var curves: Chart {
    let start = [61e6, 82e6, 17e6, 16e6, 2.1e6, 9e6]
    let rate = [0.17, 0.12, 0.03, 0.05, 0.08, 0.11]
    var all = names.indices.map {
      Chart.Curve(name: names[$0], values: growth(start[$0], rate[$0]))
    }
    for period in 8..<11 { all[1].values[period] = nil }
    for period in 0..<4 { all[3].values[period] = nil }
    return Chart(
      title: note("Tax of the park, by kind", "园区各税种收入"), unit: "yuan", bases: [.nominal],
      marks: .curves(all, periods: years),
      notes: [
        note(
          "value added tax is undefined from 2029 to 2031, when the firms that pay most of it move",
          "2029至2031年增值税未定义：主要纳税企业搬迁")
      ], priceYear: 2021)
  }

  static var fan: Chart {
    func band(_ values: [Double?], _ spread: Double) -> Chart.Band {
      let share = { (index: Int) in spread * Double(index) / 24 }
      return Chart.Band(
        low: values.enumerated().map { pair in pair.element.map { $0 * (1 - share(pair.offset)) } },
        high: values.enumerated().map { pair in
          pair.element.map { $0 * (1 + 1.6 * share(pair.offset)) }
        })
    }
    let (main, late) = (growth(200e6, 0.13), growth(140e6, 0.12))
    return Chart(
      title: note("Tax: main and late", "税收：基准与推迟方案"), unit: "yuan",
      marks: .curves(
        [
          Chart.Curve(name: "main", values: main, band: band(main, 0.35)),
          Chart.Curve(name: note("late", "推迟"), values: late, band: band(late, 0.3)),
        ], periods: years), notes: [note("median of 4,096 draws", "4,096次抽样的中位数")])
  }

  static var areas: Chart {
    let firms = [
      note("Quzhou Smart Logistics", "衢州智慧物流"), note("Kaishan Compressors", "开山压缩机"),
      note("Juhua Fluorine", "巨化氟材料"), note("other firms", "其他企业"),
    ]
    var all = firms.indices.map {
      Chart.Curve(
        name: firms[$0], values: growth([900, 700, 520, 60][$0], [0.1, 0.07, 0.04, 0.02][$0]))
    }
    for period in 0..<6 { all[2].values[period] = nil }
    return Chart(
      title: note("Jobs by firm", "各企业就业人数"), unit: "jobs", marks: .areas(all, periods: years))
  }

  static var bars: Chart {
    let shown = Array(years.prefix(10))
    return Chart(
      title: note("Investment, main and late", "投资：基准与推迟方案"), unit: "yuan",
      marks: .bars(
        [
          Chart.Curve(
            name: "main", values: [1.2e8, 3.4e8, 5.1e8, 4.4e8, 2.2e8, nil, 0, -0.4e8, 0.9e8, 1e8]),
          Chart.Curve(
            name: note("late", "推迟"),
            values: [0, 0.3e8, 1.9e8, 4.1e8, 4.9e8, 3.1e8, 1e8, 0.2e8, -0.1e8, 0.5e8]),
        ], periods: shown), priceYear: 2021)
  }

  static var oneBar: Chart {
    Chart(
      title: note("Net revenue", "净收入"), unit: "yuan",
      marks: .bars(
        [
          Chart.Curve(
            name: note("net revenue", "净收入"), values: [-3.2e7, -1.1e7, 0.4e7, 2.6e7, 4.9e7])
        ],
        periods: Array(years.prefix(5))))
  }

  static var waterfall: Chart {
    let steps: [(Table.Note, Double, Bool)] = [
      (note("main", "基准"), 4.845e8, true), (note("late opening", "开园推迟"), -1.21e8, false),
      (note("firms that leave", "企业迁出"), -0.43e8, false),
      (note("higher rates", "税率提高"), 0.9e8, false),
      (note("railway", "铁路专用线"), 0.35e8, false), (note("rounding", "取整"), 0, false),
      (note("late", "推迟方案"), 4.455e8, true),
    ]
    return Chart(
      title: note("From main to late: tax in 2035", "从基准到推迟：2035年税收"), unit: "yuan",
      marks: .waterfall(steps.map { Chart.Step(name: $0.0, amount: $0.1, isTotal: $0.2) }),
      priceYear: 2021)
  }

  static var tornado: Chart {
    let swings: [(Table.Note, Double, Double, (String, String))] = [
      (note("wait at the border", "口岸等待时间"), 1.61e8, 0.78e8, ("2min", "34min")),
      (note("growth of orders", "订单增长率"), 0.92e8, 1.44e8, ("1 %", "6 %")),
      (note("price of land", "地价"), 1.09e8, 1.31e8, ("200 yuan/m²", "480 yuan/m²")),
      (note("share of local staff", "本地员工比例"), 1.26e8, 1.29e8, ("40 %", "80 %")),
    ]
    return Chart(
      title: note("What moves the tax of 2035", "影响2035年税收的因素"), unit: "yuan",
      marks: .tornado(
        swings.map { Chart.Swing(name: $0.0, low: $0.1, high: $0.2, ends: $0.3) }, central: 1.234e8),
      notes: [note("each input alone, at its p5 and its p95", "每次只变动一项输入，取其p5和p95")])
  }

  static var many: Chart {
    let months = (0..<600).map {
      "\(2021 + $0 / 12)-" + ($0 % 12 < 9 ? "0" : "") + "\($0 % 12 + 1)"
    }
    return Chart(
      title: note("Thirty firms, fifty years of months", "三十家企业，五十年逐月"), unit: "share",
      marks: .curves(
        (0..<30).map { firm in
          Chart.Curve(
            name: note("firm \(firm + 1)", "企业\(firm + 1)"),
            values: months.indices.map {
              0.2 + Double(firm % 11) * 0.06 + Double(($0 / 12 * (firm + 3)) % 17) * 0.01
            })
        }, periods: months))
  }

  static var empty: Chart {
    Chart(
      title: note("Rate of return", "内部收益率"), unit: "share",
      marks: .curves([Chart.Curve(name: "irr", values: [nil, nil])], periods: ["2021", "2022"]))
  }

  static var all: [(name: String, chart: Chart)] {
    [
      ("curves", curves), ("fan", fan), ("areas", areas), ("bars", bars), ("one-bar", oneBar),
      ("waterfall", waterfall), ("tornado", tornado), ("many", many), ("empty", empty),
    ]
  }
}
