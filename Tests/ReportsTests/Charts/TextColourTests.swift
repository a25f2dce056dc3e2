import Diagnostics
import Reports
import Testing

struct TextColourTests: TextSketches {
  private var crossed: Chart {
    Chart(
      title: "tax", unit: "yuan",
      marks: .curves(
        [curve("late", [0, 1e8, 2e8, 3e8, 4e8]), curve("main", [4e8, 3e8, 2e8, 1e8, 0])],
        periods: years(5)))
  }

  @Test("a name has the colour of its curve, and colours change nothing else of curves")
  func colours() {
    let coloured = drawn(crossed, 40, 12, colours: true)
    #expect(coloured.contains("\u{1B}[38;5;74m⣀⠤ late 400.0\u{1B}[0m\n"))
    #expect(coloured.contains("\u{1B}[38;5;214m⠈⠑⠢ main   0.0\u{1B}[0m\n"))
    let plain = coloured.replacing(/\u{1B}\[(38;5;(74|214)|0)m/, with: "")
    #expect(plain == drawn(crossed, 40, 12))
  }

  @Test("each line ends in the terminal's own colour")
  func ends() {
    for line in lines(drawn(crossed, 40, 12, colours: true)) {
      var isColoured = false
      for code in line.matches(of: /\u{1B}\[(38;5;\d+|0)m/) { isColoured = code.1 != "0" }
      #expect(!isColoured)
    }
  }

  @Test("eight curves have eight colours, in each kind of chart")
  func eight() {
    let curves = (0..<8).map { index in
      curve("c\(index)", [Double(index + 1), Double(index + 2)])
    }
    let kinds: [Chart.Marks] = [
      .curves(curves, periods: years(2)), .areas(curves, periods: years(2)),
      .bars(curves, periods: years(2)),
    ]
    for marks in kinds {
      let text = drawn(Chart(title: "", unit: "", marks: marks), 80, 40, colours: true)
      let codes = text.matches(of: /38;5;(\d+)m/).map { $0.1 }
      #expect(Set(codes) == ["74", "214", "36", "175", "166", "25", "227", "246"])
    }
  }

  @Test("a name cannot drive the terminal")
  func controls() {
    let marks = Chart.Marks.curves(
      [curve("a\u{1B}[2Jb\n", [1, 2])], periods: ["20\u{7}25", "2026"])
    let text = drawn(Chart(title: "t\u{1B}c", unit: "", marks: marks), 80, 10)
    #expect(text.contains("t\\u{1b}c\n") && text.contains(" a\\u{1b}[2Jb\\u{a}"))
    #expect(text.contains("20\\u{7}25"))
  }
}
