/// Dots that curves are drawn in: each cell of a grid has some across and some up, and each curve has dots
/// of its own, so that a cell where curves cross has the colour of the one with most.
struct DotRaster {
  let columns: Int
  let rows: Int
  let glyphs: TextChart.Glyphs
  /// Of each curve, a bit for each dot of each cell.
  private var lines: [[UInt8]]
  /// The same for dots of bands, which are seen where no line is.
  private var bands: [[UInt8]]

  init(columns: Int, rows: Int, curves: Int, glyphs: TextChart.Glyphs) {
    self.columns = columns
    self.rows = rows
    self.glyphs = glyphs
    let blank = [UInt8](repeating: 0, count: columns * rows)
    lines = Array(repeating: blank, count: curves)
    bands = lines
  }

  var across: Int { columns * glyphs.dots.across }
  var up: Int { rows * glyphs.dots.up }

  /// Dots are counted from the left and from below.
  typealias Dot = (x: Int, y: Int)

  mutating func draw(_ dot: Dot, curve: Int) {
    guard let place = place(of: dot) else { return }
    lines[curve][place.cell] |= place.bit
  }

  mutating func drawBand(_ dot: Dot, curve: Int) {
    guard let place = place(of: dot) else { return }
    bands[curve][place.cell] |= place.bit
  }

  /// The cell of a dot and its bit there; nil outside.
  private func place(of dot: Dot) -> (cell: Int, bit: UInt8)? {
    guard (0..<across).contains(dot.x), (0..<up).contains(dot.y) else { return nil }
    let dots = glyphs.dots
    let row = rows - 1 - dot.y / dots.up
    let bit = dot.x % dots.across * dots.up + dot.y % dots.up
    return (row * columns + dot.x / dots.across, 1 << UInt8(bit))
  }

  /// The dots of a straight line, in whole steps of the longer way.
  static func line(from a: Dot, to b: Dot) -> [Dot] {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let steps = max(abs(dx), abs(dy))
    guard steps > 0 else { return [a] }
    func part(_ whole: Int, _ step: Int) -> Int {
      // To the nearest, halves up.
      let twice = 2 * whole * step + steps
      return twice >= 0 ? twice / (2 * steps) : -((2 * steps - 1 - twice) / (2 * steps))
    }
    return (0...steps).map { (a.x + part(dx, $0), a.y + part(dy, $0)) }
  }

  /// What stands in a cell, row counted from above; nil for nothing.
  func cell(row: Int, column: Int) -> (text: String, curve: Int)? {
    let index = row * columns + column
    return shown(lines, index, column) ?? shown(bands, index, column, isBand: true)
  }

  private func shown(
    _ layers: [[UInt8]], _ index: Int, _ column: Int, isBand: Bool = false
  ) -> (text: String, curve: Int)? {
    let most = layers.reduce(0) { max($0, $1[index].nonzeroBitCount) }
    guard most > 0 else { return nil }
    // Curves that lie on each other take turns.
    let first = layers.indices.filter { layers[$0][index].nonzeroBitCount == most }
    let curve = first[column % first.count]
    if glyphs == .ascii { return (isBand ? "." : TextChart.Glyphs.mark(curve), curve) }
    return (DotRaster.braille(layers.reduce(0) { $0 | $1[index] }), curve)
  }

  /// A cell of braille: bits go up the left column and then up the right.
  private static func braille(_ bits: UInt8) -> String {
    // Unicode counts down each column, and the lowest dots last.
    let places: [UInt32] = [0x40, 0x04, 0x02, 0x01, 0x80, 0x20, 0x10, 0x08]
    let sum = (0..<8).reduce(UInt32(0)) { $0 | (bits >> UInt8($1) & 1 == 1 ? places[$1] : 0) }
    return Unicode.Scalar(0x2800 + sum).map { String(Character($0)) } ?? " "
  }
}
