import Diagnostics
import Reports
import Testing

struct CurvePictureTests: TextSketches {
  @Test("curves are joined by straight lines, and named at their ends with what they come to")
  func joined() {
    let chart = Chart(
      title: "tax", unit: "yuan",
      marks: .curves(
        [curve("late", [0, 1e8, 2e8, 3e8, 4e8]), curve("main", [4e8, 3e8, 2e8, 1e8, 0])],
        periods: years(5)))
    #expect(
      drawn(chart, 40, 12) == """
        tax
        M yuan
        400 ┤⠤⣀                    ⣀⠤ late 400.0
            │  ⠉⠒⠤⣀            ⣀⠤⠒⠉
            │      ⠉⠒⠤⣀    ⢀⡠⠔⠊
        200 ┤          ⢉⡲⢔⡊⠁
            │      ⢀⡠⠔⠊⠁  ⠈⠑⠢⢄⡀
            │  ⢀⡠⠔⠊⠁          ⠈⠑⠢⢄⡀
          0 ┤⠔⠊⠁                  ⠈⠑⠢ main   0.0
            └┬───────────┬──────────┬
           2025        2027       2029

        """)
    #expect(
      drawn(chart, 40, 12, .ascii) == """
        tax
        M yuan
        400 ++++                *** * late 400.0
            |   ++++        ****
            |       +++   **
        200 +        ***+*+
            |    ****      ++++
            |  **              ++
          0 +**                  ++ + main   0.0
            ++----------+---------+
           2025       2027      2029

        """)
  }

  @Test("where a value is undefined there is a gap; a period between gaps and one alone are dots")
  func gaps() {
    let gaps = Chart(
      title: "jobs", unit: "jobs",
      marks: .curves([curve("plants", [100, 200, nil, 300, nil, 200, 200])], periods: years(7)))
    let alone = Chart(
      title: "jobs", unit: "jobs", marks: .curves([curve("plants", [100])], periods: years(1)))
    #expect(
      drawn(gaps, 40, 9) == """
        jobs
        jobs
        500 ┤
            │
            │            ⠛            plants 200
            │⣀⠤⠒⠊⠁              ⠈⠉⠉⠉⠉
          0 ┤
            └┬───────┬──────┬───────┬
           2025    2027   2029    2031

        """)
    #expect(
      drawn(alone, 40, 7) == """
        jobs
        jobs
        100 ┤            ⣤            plants 100
            │
          0 ┤
            └────────────┬───────────
                       2025

        """)
    #expect(
      drawn(alone, 40, 7, .ascii) == """
        jobs
        jobs
        100 +           *           * plants 100
            |
          0 +
            +-----------+----------
                      2025

        """)
  }

  @Test("a band is a lighter area around its median, of several only the ends are drawn")
  func bands() {
    let values: [Double?] = [200, 300, 400, 500]
    let band = Chart.Band(low: [200, 200, 200, 200], high: [200, 400, 600, 800])
    let one = curve("main", values, band: band)
    let chart = Chart(title: "jobs", unit: "jobs", marks: .curves([one], periods: years(4)))
    let both = Chart(
      title: "jobs", unit: "jobs",
      marks: .curves(
        [
          one,
          curve(
            "late", [100, 100, 100, 100],
            band: Chart.Band(low: [0, 0, 0, 0], high: [150, 150, 150, 150])),
        ], periods: years(4)))
    #expect(
      drawn(chart, 40, 12) == """
        jobs
         jobs
        1,000 ┤
              │
              │                  ⡀⡀⡀⡐⡐⡐
              │             ⡀⡀⡐⡐⡐⡐⡐⡐⡐⡐⡐ main 500
              │        ⡀⡀⡐⡐⡐⡐⢀⣀⣀⠤⠤⠔⠒⠒⠊⠉
              │ ⡀⣀⣀⣀⣀⠤⠤⠤⠔⠒⠒⠉⠉⠁⡐⡐⡐⡐⡐⡐⡐⡐⡐
              │⠉⠉⠁⠁
            0 ┤
              └┬───────┬──────┬───────┬
             2025    2026   2027    2028

        """)
    #expect(
      drawn(both, 40, 12) == """
        jobs
         jobs
        1,000 ┤
              │
              │                  ⡀⠠ ⠄⠐
              │             ⢀ ⠂⠈        main 500
              │       ⢀ ⠄⠐ ⠁ ⢀⣀⣀⠤⠤⠔⠒⠒⠊⠉
              │ ⢀⣀⣀⣀⣀⠤⠤⠤⠔⠒⠒⠉⠉⠁
              │⣉⣉⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ late 100
            0 ┤⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠
              └┬───────┬──────┬───────┬
             2025    2026   2027    2028

        """)
    #expect(
      drawn(chart, 40, 12, .ascii) == """
        jobs
         jobs
        1,000 +
              |                     .
              |
              |            . . . **** * main 500
              |           *******
              |   .*******. . . . . .
              |****. . . .
            0 +
              ++------+------+------+
             2025   2026   2027   2028

        """)
  }

  @Test("Chinese names are twice as wide, long ones are clipped, and the unit has its magnitude")
  func chinese() {
    let chart = Chart(
      title: Table.Note("tax", chinese: "衢州智慧产业园各年税收与土地成本的比较（按情景，不计关停的企业）"), unit: "yuan",
      bases: [.nominal],
      marks: .curves(
        [
          curve(Table.Note("tax", chinese: "税收"), [1e8, 2e8, 4e8]),
          curve(Table.Note("cost", chinese: "土地及配套服务的成本"), [3e8, 3e8, 3.2e8]),
        ], periods: years(3)), notes: [Table.Note("note", chinese: "一条说明")], priceYear: 2021)
    #expect(
      drawn(chart, 40, 14, language: .chinese) == """
        衢州智慧产业园各年税收与土地成本的比较
        （按情景，不计关停的企业）
        亿元, 当年价
        4 ┤                  ⢀⡠ 税收         4.0
          │               ⣀⣤⣒⣁⣀ 土地及配套…  3.2
          │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⣉⠭⠋⠁
        2 ┤       ⢀⣀⡠⠔⠊
          │ ⣀⡠⠤⠔⠒⠉⠁
          │⠉
        0 ┤
          └┬─────────┬────────┬
         2025      2026     2027
        一条说明
        金额按2021年价格

        """)
    #expect(
      drawn(chart, 20, 12, language: .chinese) == """
        衢州智慧产业园各年税
        收与土地成本的比较
        （按情景，不计关停的
        企业）
        亿元, 当年价
        5 ┤
          │        ⣀⠔ 税收
          │⠉⠉⠉⠉⠉⢉⠭⠋⠉⠉ 土地…
          │⣀⠤⠔⠒⠊⠁
        0 ┤
          └┬────────┬
         2025     2027

        """)
  }

  @Test("below nothing there is a line at it; names that would be in each other's way move apart")
  func crossing() {
    let chart = Chart(
      title: "net", unit: "",
      marks: .curves(
        [
          curve("a", [-4, 0, 3]), curve("b", [-4, -1, 3.1]), curve("c", [4, 4, 2.9]),
          curve("d", [nil, nil, nil]),
        ], periods: years(3)))
    #expect(
      drawn(chart, 36, 13) == """
        net
         4 ┤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⣀⣀⣀         b 3.1
           │                  ⠉⠉⠉⠒⠒⠒⣤⡤ a   3
         2 ┤                    ⣀⢤⠶⠛⠁  c 2.9
           │                ⣀⠤⢒⠭⠊⠁
         0 ┼────────────⣀⠤⠒⣉⠤⠊⠁───────
           │         ⡠⠔⢉⡠⠔⠊
        -2 ┤     ⢀⡠⢒⡩⠔⠊⠁
           │  ⢀⣤⠮⠓⠉⠁
        -4 ┤⠴⠚⠉                        d   –
           └┬────────────┬───────────┬
          2025         2026        2027

        """)
  }

  @Test(
    "of more periods than dots every peak is seen", arguments: [TextChart.Glyphs.braille, .ascii])
  func peaks(glyphs: TextChart.Glyphs) {
    for peak in stride(from: 0, to: 600, by: 37) {
      let values = (0..<600).map { Double($0 == peak ? 100 : 50) }
      let chart = Chart(
        title: "", unit: "", marks: .curves([curve("x", values)], periods: years(600)))
      let rows = lines(drawn(chart, 40, 12, glyphs))
      let top = rows.first { $0.hasPrefix("100 ") } ?? ""
      #expect(top.dropFirst(5).contains { $0 != " " }, "peak \(peak)")
    }
  }

  @Test("values that are all equal, or all nothing, lie on a line")
  func equal() {
    for value in [350, 0, -2.5, 1e300, Double.leastNonzeroMagnitude] {
      let chart = Chart(
        title: "", unit: "",
        marks: .curves([curve("x", [value, value, value])], periods: years(3)))
      let dotted = lines(drawn(chart, 40, 12)).filter { row in
        row.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) }
      }
      #expect(dotted.count == 1, "\(value)")
    }
  }
}
