import Diagnostics
import Testing

@testable import Reports

/// What waterfalls and tornados have in common, in the terminal and as pictures.
@Suite struct RowsTests {
  private func steps(_ amounts: [Double]) -> [Chart.Step] {
    amounts.enumerated().map { Chart.Step(name: Table.Note("s\($0)"), amount: $1) }
      + [Chart.Step(name: "sum", amount: amounts.reduce(0, +), isTotal: true)]
  }

  private func chart(_ marks: Chart.Marks, unit: String = "yuan") -> Chart {
    Chart(title: "t", unit: unit, marks: marks)
  }

  @Test(
    "steps as they are printed lead to the total as it is printed",
    arguments: [
      [834_000, 852_000], [0.83e6, 0.85e6, 0.4e6], [1e6, -333_333, -333_333, 50_000],
      [3333.33, 3333.33, 3333.34], [1e9, 2.345e9, -0.7e9],
    ])
  func addUp(_ amounts: [Double]) {
    let steps = steps(amounts)
    let axis = Axis(0...steps.map(\.amount).reduce(0, +), most: 6, unit: "yuan", FigureStyle())
    let scale = SVGScale(
      0...(amounts.max() ?? 1), most: 6, unit: "yuan", FigureStyle(), fromZero: false)
    for texts in [axis.texts(of: steps), scale.texts(of: steps)] {
      let numbers = texts.compactMap { Double($0.filter { $0 != "," }) }
      #expect(numbers.count == steps.count)
      let sum = numbers.dropLast().reduce(0, +)
      #expect((sum - numbers[numbers.count - 1]).magnitude < 1e-9, "\(texts)")
      for (number, step) in zip(numbers, steps) where step.amount.magnitude > 1e5 {
        #expect(number != 0)
      }
    }
  }

  @Test("between two totals they lead from one to the other")
  func between() {
    let steps = [
      Chart.Step(name: "a", amount: 1.004, isTotal: true), Chart.Step(name: "x", amount: 0.004),
      Chart.Step(name: "y", amount: 0.004), Chart.Step(name: "b", amount: 1.012, isTotal: true),
    ]
    #expect(Waterfall.rounded(steps, decimals: 2, divisor: 1) == [100, 1, 0, 101])
    let off = [Chart.Step(name: "x", amount: 1), Chart.Step(name: "b", amount: 7, isTotal: true)]
    #expect(Waterfall.rounded(off, decimals: 0, divisor: 1) == [1, 7])
    #expect(
      Waterfall.rounded([Chart.Step(name: "x", amount: 1e300)], decimals: 2, divisor: 1) == nil)
  }

  @Test("the axis of a tornado follows its numbers, and stands on nothing only where they do")
  func axis() {
    let style = FigureStyle()
    #expect(Axis(4...10, most: 8, unit: "", style).ticks[0] == 0)
    #expect(Axis(4...10, most: 8, unit: "", style, fromZero: false).ticks[0] == 4)
    #expect(Axis(-10 ... -4, most: 8, unit: "", style, fromZero: false).ticks.last == -4)
    #expect(Axis(0...10, most: 8, unit: "", style, fromZero: false).ticks[0] == 0)
    #expect(Axis(5...5, most: 8, unit: "", style, fromZero: false).ticks[0] == 0)
  }

  @Test("long names that begin alike still look different")
  func names() {
    let long = "a cohort of battery makers, phase "
    let marks = Chart.Marks.waterfall(
      [long + "one", long + "two", "short"].map {
        Chart.Step(name: Table.Note($0), amount: 1e6)
      })
    let page = TextChart(
      width: 60, height: 20, style: FigureStyle(), glyphs: .braille, colours: false)
    let text = page.render(chart(marks))
    #expect(text.contains("one ") && text.contains("two "), "\(text)")
    let picture = SVGChart(width: 300).document(chart(marks))
    #expect(picture.contains(/>[^<]*…[^<]*one</) && picture.contains(/>[^<]*…[^<]*two</))
    let only = page.render(
      chart(.waterfall([Chart.Step(name: Table.Note(long + "one"), amount: 1e6)])))
    #expect(only.contains("a cohort of"))
    for columns in 0...12 {
      for name in page.clipped([long + "甲", long + "乙"], to: columns) {
        #expect(name.count <= max(columns, 0))
      }
    }
  }

  @Test("what is no number, or out of all proportion, is drawn nowhere")
  func drawable() {
    for odd in [Double.nan, .infinity, 1.7e308] {
      let swings = [
        Chart.Swing(name: "x", low: odd, high: 30, ends: ("a", "b")),
        Chart.Swing(name: "y", low: 10, high: 20, ends: ("a", "b")),
      ]
      let chart = chart(.tornado(swings, central: 15))
      #expect(chart.drawable(keepsRows: false).swings.map(\.name.text) == ["y"])
      #expect(chart.drawable(keepsRows: true).swings.map(\.low) == [15, 10])
      #expect(chart.drawableExtent == 10...30)
      #expect(self.chart(.waterfall([Chart.Step(name: "x", amount: odd)])).drawableExtent == nil)
    }
  }
}
