import Diagnostics
import Quantities

/// Curves along periods in dots, named at their ends.
struct CurvePicture {
  let page: TextChart
  let curves: [Chart.Curve]
  let periods: [String]
  let unit: ChartUnit

  func drawn(_ extent: ClosedRange<Double>, room: Int) -> TextGrid {
    let head = unit.name.isEmpty && unit.bases.isEmpty ? 0 : 1
    let free = room - head - 2
    // More curves than rows: the names of the others go below.
    let reserved =
      curves.count > free
      ? Legend(curves.indices.map(entry), page: page, most: max(1, room / 3)).rows : 0
    let scale = VerticalScale(extent, room: free - reserved, unit: unit.name, page.style)
    let names = EndNames(curves.indices.map { name($0, scale) }, page: page, scale: scale)
    let frame = PlotFrame(
      page: page, scale: scale, lines: head, names: names.columns, hasFoot: true)
    let others = Legend(
      curves.indices.dropFirst(scale.rows).map(entry), page: page, most: max(1, room / 3))
    var grid = TextGrid(columns: page.width, rows: head + scale.rows + 2 + others.rows)
    frame.drawAxis(&grid, heading: unit.heading(scale.axis), row: 0)
    let places = PeriodPlaces(periods.count, across: frame.columns * page.glyphs.dots.across)
    let cells = places.dots.map { $0 / page.glyphs.dots.across }
    frame.drawPeriods(&grid, periods, at: cells)
    let raster = raster(scale, frame, places)
    for row in 0..<scale.rows {
      for column in 0..<frame.columns {
        guard let cell = raster.cell(row: row, column: column) else { continue }
        grid.put(
          cell.text, row: frame.top + row, column: frame.left + column,
          Colour.ofCurve(cell.curve))
      }
    }
    names.draw(&grid, in: frame) { Colour.ofCurve($0) }
    others.draw(&grid, row: head + scale.rows + 2)
    return grid
  }

  /// The name of a curve with its own mark where it is drawn in marks.
  private func label(_ index: Int) -> String {
    let mark = page.glyphs == .ascii ? TextChart.Glyphs.mark(index) + " " : ""
    return mark + page.name(curves[index].name)
  }

  private func entry(_ index: Int) -> Legend.Entry {
    Legend.Entry(text: label(index), colour: Colour.ofCurve(index))
  }

  private func name(_ index: Int, _ scale: VerticalScale) -> EndNames.Name {
    let curve = curves[index]
    let end = curve.values.last { $0 != nil } ?? nil
    let last = curve.values.last ?? nil
    return EndNames.Name(
      index: index, height: end.map(scale.height) ?? 0, text: label(index),
      value: last.map(scale.axis.text) ?? page.undefined)
  }

  private func raster(
    _ scale: VerticalScale, _ frame: PlotFrame, _ places: PeriodPlaces
  ) -> DotRaster {
    var raster = DotRaster(
      columns: frame.columns, rows: scale.rows, curves: curves.count, glyphs: page.glyphs)
    let up = Double(page.glyphs.dots.up)
    // Ticks are at the same dot of their cells.
    let lowest = page.glyphs == .braille ? 1 : 0
    func dots(_ values: [Double?]) -> [DotRaster.Dot?] {
      values.indices.map { period in
        values[period].map { value in
          (
            places.dots[period],
            lowest + NumberFormat.whole((scale.height(of: value) * up).rounded())
          )
        }
      }
    }
    let banded = curves.filter { $0.band != nil }.count
    for (index, curve) in curves.enumerated() {
      if let band = curve.band {
        let ends = BandDots(low: dots(band.low), high: dots(band.high))
        for dot in banded > 1 ? ends.edges : ends.area { raster.drawBand(dot, curve: index) }
      }
      for dot in CurvePicture.joined(dots(curve.values), glyphs: page.glyphs) {
        raster.draw(dot, curve: index)
      }
    }
    return raster
  }

  /// Lines between neighbours; what has none is a dot, in braille one of four so that it is seen.
  static func joined(_ dots: [DotRaster.Dot?], glyphs: TextChart.Glyphs) -> [DotRaster.Dot] {
    var drawn: [DotRaster.Dot] = []
    for index in dots.indices {
      guard let dot = dots[index] else { continue }
      let next = index + 1 < dots.count ? dots[index + 1] : nil
      let before = index > 0 ? dots[index - 1] : nil
      if let next { drawn += DotRaster.line(from: dot, to: next) }
      guard next == nil, before == nil else { continue }
      drawn.append(dot)
      guard glyphs == .braille else { continue }
      drawn += [(dot.x ^ 1, dot.y), (dot.x, dot.y ^ 1), (dot.x ^ 1, dot.y ^ 1)]
    }
    return drawn
  }
}
