import Diagnostics
import Reports
import Testing

struct TornadoPictureTests: TextSketches {
  @Test("an end without a number has no bar, and stands as undefined")
  func undefined() {
    let chart = Chart(
      title: "", unit: "",
      marks: .tornado(
        [
          Chart.Swing(name: "x", low: .nan, high: 30, ends: ("a", "b")),
          Chart.Swing(name: "y", low: 10, high: 16, ends: ("c", "d")),
        ],
        central: 20))
    #expect(
      drawn(chart, 40, 12) == """
        x               a │▒▒▒▒▒▒▒▒▒▒▒▒▒ b  – 30
        y c █████████▒▒▒▒▒│ d              10 16
                         20

        """)
  }

  @Test(
    "bars stand around the central line, the widest first, with the ends of their inputs beside them"
  )
  func swings() {
    let chart = Chart(
      title: Table.Note("net present value", chinese: "净现值"), unit: "yuan",
      marks: .tornado(
        [
          Chart.Swing(
            name: Table.Note("growth", chinese: "增长"), low: 8.1e8, high: 8.4e8, ends: ("2 %", "5 %")
          ),
          Chart.Swing(
            name: Table.Note("customs", chinese: "通关时间"), low: 9.1e8, high: 6.2e8,
            ends: ("2min", "34min")),
          Chart.Swing(
            name: Table.Note("price of the land", chinese: "地价"), low: 7e8, high: 8.8e8,
            ends: ("10万元/亩", "24万元/亩")),
          Chart.Swing(
            name: Table.Note("none", chinese: "无"), low: 8e8, high: 8e8, ends: ("0", "1")),
        ], central: 8e8))
    #expect(
      drawn(chart, 70, 12) == """
        net present value
                                                                        M yuan
        customs            34min ▒▒▒▒▒▒▒▒▒▒▒▒▒▒│████████ 2min     620.0  910.0
        price of the land    10万元/亩 ████████│▒▒▒▒▒▒ 24万元/亩  700.0  880.0
        growth                             2 % │▒▒ 5 %            810.0  840.0
        none                                 0 │ 1                800.0  800.0
                                             800.0

        """)
    #expect(
      drawn(chart, 40, 12) == """
        net present value
                                          M yuan
        customs     34min ▒▒▒│██ 2min    620 910
        price of … 10万元… ▐█│▒▒ 24万元… 700 880
        growth           2 % │▒ 5 %      810 840
        none               0 │ 1         800 800
                            800

        """)
    #expect(
      drawn(chart, 40, 12, language: .chinese) == """
        净现值
                                            亿元
        通关时间   34min ▒▒▒│██ 2min     6.2 9.1
        地价     10万元/… ▐█│▒▒ 24万元/… 7.0 8.8
        增长            2 % │▒ 5 %       8.1 8.4
        无                0 │ 1          8.0 8.0
                           8.0

        """)
    #expect(
      drawn(chart, 60, 12, .ascii) == """
        net present value
                                                              M yuan
        customs            34min +++++++|---- 2min      620.0  910.0
        price of the land 10万元/亩 ----|++ 24万元/亩   700.0  880.0
        growth                      2 % |+ 5 %          810.0  840.0
        none                          0 | 1             800.0  800.0
                                      800.0

        """)
    #expect(
      drawn(chart, 60, 5) == """
        net present value
                                                              M yuan
        customs            34min ▒▒▒▒▒▒▒│███▌ 2min      620.0  910.0
        … 3 more                        │
                                      800.0

        """)
  }
}
