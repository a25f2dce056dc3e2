/// The dots of a band between two curves: fewer than a line has, so that it looks lighter.
struct BandDots {
  /// Where it is undefined there is no dot.
  let low: [DotRaster.Dot?]
  let high: [DotRaster.Dot?]

  /// Every fourth dot of what lies between, the ends included.
  var area: [DotRaster.Dot] {
    var dots: [DotRaster.Dot] = []
    for (x, range) in columns {
      for y in range where x % 2 == y / 2 % 2 && y % 2 == 0 { dots.append((x, y)) }
      // A band thinner than its pattern is seen all the same.
      if range.count < 4, x % 2 == 0 { dots.append((x, range.lowerBound)) }
    }
    return dots
  }

  /// Its two ends, in broken lines.
  var edges: [DotRaster.Dot] {
    [low, high].flatMap { end in
      CurvePicture.joined(end, glyphs: .ascii).filter { $0.x % 3 == 0 }
    }
  }

  /// From where to where it reaches at each column of dots.
  private var columns: [Int: ClosedRange<Int>] {
    var columns: [Int: ClosedRange<Int>] = [:]
    func add(_ x: Int, _ a: Int, _ b: Int) {
      let own = min(a, b)...max(a, b)
      let old = columns[x] ?? own
      columns[x] = min(own.lowerBound, old.lowerBound)...max(own.upperBound, old.upperBound)
    }
    for period in low.indices {
      guard let low0 = low[period], let high0 = high[period] else { continue }
      add(low0.x, low0.y, high0.y)
      guard period + 1 < low.count, let low1 = low[period + 1], let high1 = high[period + 1]
      else { continue }
      let steps = max(low1.x - low0.x, 1)
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        func between(_ a: Int, _ b: Int) -> Int {
          Int((Double(a) + Double(b - a) * share).rounded())
        }
        add(low0.x + min(step, low1.x - low0.x), between(low0.y, low1.y), between(high0.y, high1.y))
      }
    }
    return columns
  }
}
