import Diagnostics
import Reports
import Testing

struct BarPictureTests: TextSketches {
  @Test("a bar for each period ends in eighths, its value above it")
  func single() {
    let chart = Chart(
      title: "growth", unit: "share",
      marks: .bars([curve("growth", [0.01, 0.02, nil, 0.0425, 0])], periods: years(5)))
    #expect(
      drawn(chart, 40, 12) == """
        growth
        █ growth
          %
                                   4.25
        5.0 ┤                     ▁▁▁▁▁▁
            │                     ██████
            │        2.00         ██████
        2.5 ┤ 1.00  ▃▃▃▃▃▃        ██████
            │▂▂▂▂▂▂ ██████        ██████
            │██████ ██████        ██████  0.00
        0.0 └───┬──────┬──────┬──────┬──────┬───
              2025   2026   2027   2028   2029

        """)
    #expect(
      drawn(chart, 40, 12, .ascii) == """
        growth
        * growth
          %
        5.0 +                      4.25
            |                     ******
            |                     ******
        2.5 +        2.00         ******
            | 1.00  ******        ******
            |****** ******        ******  0.00
        0.0 +---+------+------+------+------+---
              2025   2026   2027   2028   2029

        """)
  }

  @Test("bars of several curves stand side by side, those below nothing hang from its line")
  func grouped() {
    let chart = Chart(
      title: "net", unit: "yuan",
      marks: .bars(
        [
          curve(Table.Note("main", chinese: "主方案"), [-2e8, 1e8, 2e8, 3e8]),
          curve(Table.Note("late", chinese: "晚方案"), [-1e8, -1e8, 1e8, 4e8]),
        ], periods: years(4)))
    #expect(
      drawn(chart, 40, 13) == """
        net
        █ main  ▓ late
        M yuan
         400 ┤                            ▓▓▓
             │                         ███▓▓▓
         200 ┤                 ███     ███▓▓▓
             │         ███     ███▓▓▓  ███▓▓▓
           0 ┼──────────────────────────────────
             │ ███▓▓▓     ▓▓▓
        -200 ┤ ███
               2025    2026    2027    2028

        """)
    #expect(
      drawn(chart, 40, 13, language: .chinese) == """
        net
        █ 主方案  ▓ 晚方案
        亿元
                                            4.0
         4 ┤                            3.0▓▓▓▓
           │                   2.0     ████▓▓▓▓
         2 ┤          1.0     ████ 1.0 ████▓▓▓▓
           │         ████     ████▓▓▓▓ ████▓▓▓▓
         0 ┼────────────────────────────────────
           │████▓▓▓▓     ▓▓▓▓
        -2 ┤████-1.0     -1.0
            -2.0
              2025     2026     2027     2028

        """)
  }

  @Test("of negative numbers alone nothing is above")
  func negative() {
    let chart = Chart(
      title: "loss", unit: "", marks: .bars([curve("loss", [-1, -2, -4])], periods: years(3)))
    #expect(
      drawn(chart, 30, 12) == """
        loss
        █ loss
         0 ┼──────────────────────────
           │███████ ███████ ███████
           │▀▀▀▀▀▀▀ ███████ ███████
        -2 ┤  -1    ███████ ███████
           │          -2    ███████
           │                ███████
        -4 ┤                ███████
                              -4
             2025    2026    2027

        """)
  }

  @Test("where periods outnumber columns each column shows the farthest")
  func peaks() {
    let values = (0..<600).map { Double($0 == 300 ? 90 : $0 == 301 ? -90 : 10) }
    let chart = Chart(
      title: "long", unit: "", marks: .bars([curve("x", values)], periods: years(600)))
    #expect(
      drawn(chart, 40, 12) == """
        long
        █ x
         100 ┤                 ▅
             │                 █
             │                 █
             │▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃█▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃
           0 ┼──────────────────────────────────
             │                 █
             │                 █
             │                 █
        -100 ┤                 ▀
            2025  2131  2237  2343  2449    2624

        """)
  }
}
