import Diagnostics
import Reports
import Testing

struct WaterfallPictureTests: TextSketches {
  @Test("each step begins where the last one ended, and totals stand on nothing")
  func steps() {
    let chart = Chart(
      title: Table.Note("from main to late", chinese: "从主方案到晚方案"), unit: "yuan",
      marks: .waterfall([
        Chart.Step(name: Table.Note("main", chinese: "主方案"), amount: 4e8, isTotal: true),
        Chart.Step(name: Table.Note("later start", chinese: "推迟开工"), amount: -1e8),
        Chart.Step(name: Table.Note("rents", chinese: "租金"), amount: 5e7),
        Chart.Step(name: Table.Note("customs in two minutes", chinese: "两分钟通关"), amount: 2.5e8),
        Chart.Step(name: Table.Note("late", chinese: "晚方案"), amount: 6e8, isTotal: true),
      ]))
    #expect(
      drawn(chart, 50, 12) == """
        from main to late
                                                    M yuan
        main             █████████████████▌          400.0
        later start      │            ▒▒▒▒▒         -100.0
        rents            │            ▓▓             +50.0
        customs in two … │              ▓▓▓▓▓▓▓▓▓▓▓ +250.0
        late             ██████████████████████████  600.0

        """)
    #expect(
      drawn(chart, 40, 12, language: .chinese) == """
        从主方案到晚方案
                                            亿元
        主方案     ████████████████          4.0
        推迟开工   │           ▒▒▒▒         -1.0
        租金       │           ▓▓           +0.5
        两分钟通关 │             ▓▓▓▓▓▓▓▓▓▓ +2.5
        晚方案     ████████████████████████  6.0

        """)
    #expect(
      drawn(chart, 50, 12, .ascii) == """
        from main to late
                                                    M yuan
        main             ##################          400.0
        later start      |            -----         -100.0
        rents            |            ++             +50.0
        customs in tw... |              +++++++++++ +250.0
        late             ##########################  600.0

        """)
    #expect(
      drawn(chart, 50, 6) == """
        from main to late
                                                    M yuan
        main             █████████████████▌          400.0
        later start      │            ▒▒▒▒▒         -100.0
        … 2 more         │
        late             ██████████████████████████  600.0

        """)
  }

  @Test("below nothing bars go to the left of its line")
  func belowNothing() {
    let chart = Chart(
      title: "net", unit: "share",
      marks: .waterfall([
        Chart.Step(name: "before", amount: 0.2, isTotal: true),
        Chart.Step(name: "grants", amount: -0.5),
        Chart.Step(name: "after", amount: -0.3, isTotal: true),
      ]))
    #expect(
      drawn(chart, 40, 12) == """
        net
                                               %
        before                 ███████████  20.0
        grants ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ -50.0
        after  ████████████████│           -30.0

        """)
  }

  @Test("what is no number has no bar, and stands as undefined")
  func undefined() {
    let chart = Chart(
      title: "net", unit: "",
      marks: .waterfall([
        Chart.Step(name: "before", amount: 2, isTotal: true), Chart.Step(name: "x", amount: .nan),
        Chart.Step(name: "after", amount: 3, isTotal: true),
      ]))
    #expect(
      drawn(chart, 30, 12) == """
        net
        before ██████████████        2
        x      │                     –
        after  █████████████████████ 3

        """)
  }
}
