import Testing

@testable import Reports

struct DotRasterTests {
  private func raster(_ glyphs: TextChart.Glyphs = .braille) -> DotRaster {
    DotRaster(columns: 2, rows: 2, curves: 2, glyphs: glyphs)
  }

  @Test("dots are counted from the left and from below")
  func places() {
    var dots = raster()
    for dot in [(0, 0), (1, 3), (3, 7), (-1, 0), (0, 8), (4, 0)] { dots.draw(dot, curve: 0) }
    #expect(dots.cell(row: 1, column: 0)?.text == "⡈")
    #expect(dots.cell(row: 0, column: 1)?.text == "⠈")
    #expect(dots.cell(row: 0, column: 0) == nil && dots.cell(row: 1, column: 1) == nil)
  }

  @Test("a cell where curves cross has the dots of both and the colour of the one with more")
  func crossing() {
    var dots = raster()
    dots.draw((0, 0), curve: 0)
    for y in 1...2 { dots.draw((1, y), curve: 1) }
    #expect(dots.cell(row: 1, column: 0)?.curve == 1)
    #expect(dots.cell(row: 1, column: 0)?.text == "⡰")
    for x in 0...1 { dots.draw((x, 3), curve: 0) }
    #expect(dots.cell(row: 1, column: 0)?.curve == 0)
  }

  @Test("curves that lie on each other take turns", arguments: [TextChart.Glyphs.braille, .ascii])
  func turns(glyphs: TextChart.Glyphs) {
    var dots = raster(glyphs)
    for curve in 0...1 {
      for x in 0..<dots.across { dots.draw((x, 0), curve: curve) }
    }
    #expect((0...1).map { dots.cell(row: 1, column: $0)?.curve } == [0, 1])
  }

  @Test("a band is seen where no line is")
  func bands() {
    var dots = raster()
    dots.drawBand((0, 0), curve: 1)
    #expect(dots.cell(row: 1, column: 0)?.curve == 1)
    dots.draw((1, 1), curve: 0)
    #expect(dots.cell(row: 1, column: 0)?.curve == 0)
    #expect(dots.cell(row: 1, column: 0)?.text == "⠠")
  }

  @Test("a line goes from dot to dot without a hole")
  func line() {
    #expect(DotRaster.line(from: (0, 0), to: (3, 1)).map(\.y) == [0, 0, 1, 1])
    #expect(DotRaster.line(from: (0, 3), to: (1, 0)).map(\.x) == [0, 0, 1, 1])
    #expect(DotRaster.line(from: (2, 5), to: (2, 5)).count == 1)
    for end in [(7, -3), (-4, 9), (1, 100), (-50, -49)] {
      let dots = DotRaster.line(from: (0, 0), to: end)
      #expect(dots[dots.count - 1] == end)
      for (a, b) in zip(dots, dots.dropFirst()) {
        #expect(abs(a.x - b.x) <= 1 && abs(a.y - b.y) <= 1)
      }
    }
  }
}
