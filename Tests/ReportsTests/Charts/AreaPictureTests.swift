import Diagnostics
import Reports
import Testing

struct AreaPictureTests: TextSketches {
  @Test("areas add up, the first at the bottom, each named in its middle at the end")
  func stacked() {
    let chart = Chart(
      title: "tax", unit: "yuan",
      marks: .areas(
        [
          curve(Table.Note("vat", chinese: "增值税"), [1e8, 1e8, 2e8]),
          curve(Table.Note("land", chinese: "土地"), [0, 1e8, 2e8]),
        ], periods: years(3)))
    #expect(
      drawn(chart, 36, 12) == """
        tax
        M yuan
        400 ┤                ▓▓
            │              ▓▓▓▓ ▓ land 200.0
            │            ▓▓▓▓▓▓
            │          ▓▓▓▓▓▓▓▓
        200 ┤       ▓▓▓▓▓▓▓▓███
            │   ▓▓▓▓▓▓▓▓███████ █ vat  200.0
            │██████████████████
            │██████████████████
          0 └┬────────┬───────┬
           2025     2026    2027

        """)
    #expect(
      drawn(chart, 36, 12, language: .chinese) == """
        tax
        亿元
        4 ┤                  ▓▓
          │                ▓▓▓▓ ▓ 土地   2.0
          │              ▓▓▓▓▓▓
          │           ▓▓▓▓▓▓▓▓▓
        2 ┤        ▓▓▓▓▓▓▓▓▓███
          │   ▓▓▓▓▓▓▓▓▓████████ █ 增值税 2.0
          │████████████████████
          │████████████████████
        0 └┬─────────┬────────┬
         2025      2026     2027

        """)
    #expect(
      drawn(chart, 36, 12, .ascii) == """
        tax
        M yuan
        400 +                ++
            |              ++++ + land 200.0
            |            ++++++
            |          ++++++++
        200 +       ++++++++***
            |   ++++++++******* * vat  200.0
            |******************
            |******************
          0 ++--------+-------+
           2025     2026    2027

        """)
  }

  @Test("parts below nothing hang from its line")
  func hanging() {
    let chart = Chart(
      title: "net", unit: "share",
      marks: .areas(
        [
          curve("tax", [0.1, 0.2, 0.3]), curve("grants", [-0.1, -0.2, nil]),
          curve("rest", [-0.1, nil, -0.1]),
        ],
        periods: years(3)))
    #expect(
      drawn(chart, 40, 12) == """
        net
          %
         40 ┤                     ▓ grants     –
            │               █████
         20 ┤     ███████████████ █ tax     30.0
            │████████████████████
          0 ┼────────────────────
            │▓▓▓▓▓▓▓▓▓▓         ▒ ▒ rest   -10.0
        -20 ┤▒    ▓▓▓▓▓
           2025      2026     2027

        """)
  }

  @Test("one period is a column of them")
  func one() {
    let chart = Chart(
      title: "", unit: "t", marks: .areas([curve("a", [1]), curve("b", [3])], periods: years(1)))
    #expect(
      drawn(chart, 20, 8) == """
        t
        5 ┤
          │▓▓▓▓▓▓▓▓▓▓▓
          │▓▓▓▓▓▓▓▓▓▓▓ ▓ b 3
          │▓▓▓▓▓▓▓▓▓▓▓
          │███████████ █ a 1
        0 └─────┬─────
              2025

        """)
  }
}
