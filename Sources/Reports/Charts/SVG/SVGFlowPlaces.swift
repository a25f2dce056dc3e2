import Diagnostics

/// Where boxes and ribbons of a map of flows are.
extension SVGFlowMap {
  /// Where the boxes are.
  struct Place {
    /// The left edge of each column, and what a name beside it may take.
    var columns: [(x: Double, room: Double)] = []
    /// The top of each box.
    var tops: [Double]
    /// The lines of each name.
    var names: [[String]] = []
    /// Pixels for a yuan.
    var scale: Double
    var bottom: Double
    /// From the boxes of one column to those of the next.
    var gap = 0.0
  }

  func place(top: Double) -> Place {
    let order = gathering.order()
    let sums = order.map { $0.reduce(0) { $0 + gathering.parties[$1].value } }
    var place = Place(
      tops: Array(repeating: 0, count: gathering.parties.count),
      scale: SVGFlowMap.height / (sums.max() ?? 1), bottom: 0)
    spread(order.count, into: &place)
    place.names = gathering.parties.map {
      SVGFlowMap.lines(of: $0.name, room: place.columns[$0.column].room)
    }
    func slot(_ party: Int) -> Double {
      max(
        gathering.parties[party].value * place.scale,
        SVGFlowMap.labelHeight(place.names[party].count))
    }
    func heights() -> [Double] {
      order.map { column in
        column.reduce(0) { $0 + slot($1) } + SVGFlowMap.gap * Double(column.count - 1)
      }
    }
    // Where many names make one column high, the others need not be thin beside it.
    place.scale *= max(1, (heights().max() ?? 0) * 0.6 / SVGFlowMap.height)
    let heights = heights()
    let height = heights.max() ?? 0
    for (column, own) in order.enumerated() {
      var y = top + (height - heights[column]) / 2
      for party in own {
        place.tops[party] =
          y + (slot(party) - gathering.parties[party].value * place.scale) / 2
        y += slot(party) + SVGFlowMap.gap
      }
    }
    place.bottom = top + height
    return place
  }

  /// Puts columns across the picture: names stand at the left of the first and at the right of the others.
  private func spread(_ count: Int, into place: inout Place) {
    func widest(_ column: Int) -> Double {
      let texts = gathering.parties.filter { $0.column == column }.map {
        max(
          SVGTextWidth.of($0.name, size: 12, bold: true),
          SVGTextWidth.of(short($0.value), size: 12))
      }
      return min(texts.max() ?? 0, width * (shared == nil ? 0.27 : count > 2 ? 0.2 : 0.27))
    }
    let last = count - 1
    let (first, end) = (widest(0), widest(last))
    let from = SVGFrame.margin + first + 6
    let to = width - SVGFrame.margin - end - 6 - SVGFlowMap.boxWidth
    let step = (to - from) / Double(max(1, last))
    place.gap = step - SVGFlowMap.boxWidth
    place.columns = (0..<count).map { column in
      let inner = max(0, place.gap * (place.gap >= SVGFlowMap.wide ? 0.55 : 1) - 8)
      let room = column == 0 ? first : column == last ? end : inner
      return (from + Double(column) * step, room)
    }
  }

  /// A name in one line where it fits, in two where it may be broken, else cut.
  private static func lines(of name: String, room: Double) -> [String] {
    let one = SVGTextWidth.clipped(name, to: room + 0.01, size: 12, bold: true)
    // What goes from right to left is one piece.
    guard one != name, !name.unicodeScalars.contains("\u{2068}") else {
      return one.isEmpty ? [] : [one]
    }
    let lines = SVGTextWidth.wrapped(name, to: room, size: 12 * 1.1, most: 2)
    guard lines.count == 2, let end = lines[0].last, " -".contains(end) || displayWidth(end) == 2,
      !lines[1].isEmpty
    else { return one.isEmpty ? [] : [one] }
    return [String(lines[0].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()), lines[1]]
  }

  /// Pixels of a name of so many lines, and the amount below it.
  static func labelHeight(_ lines: Int) -> Double {
    Double(max(lines, 1) + 1) * SVGTextWidth.line * 12
  }

  /// Where each flow leaves the box at its left and reaches the one at its right, from above.
  func ends(
    _ place: Place
  ) -> [(flow: FlowGathering.Flow, amount: Double, from: Double, to: Double)] {
    let flows = gathering.flows
    var (from, to) = (Array(repeating: 0.0, count: flows.count), [Double]())
    to = from
    func sorted(_ other: (FlowGathering.Flow) -> Int) -> [Int] {
      flows.indices.sorted {
        let (a, b) = (place.tops[other(flows[$0].flow)], place.tops[other(flows[$1].flow)])
        return a == b ? (flows[$0].flow.kind, $0) < (flows[$1].flow.kind, $1) : a < b
      }
    }
    var free = place.tops
    for index in sorted(\.right) {
      from[index] = free[flows[index].flow.left]
      free[flows[index].flow.left] += flows[index].amount * place.scale
    }
    free = place.tops
    for index in sorted(\.left) {
      to[index] = free[flows[index].flow.right]
      free[flows[index].flow.right] += flows[index].amount * place.scale
    }
    return flows.indices.map { (flows[$0].flow, flows[$0].amount, from[$0], to[$0]) }
  }

  static func ribbon(
    _ x0: Double, _ from: Double, _ x1: Double, _ to: Double, thick: Double
  ) -> String {
    let middle = (x0 + x1) / 2
    func point(_ x: Double, _ y: Double) -> String { "\(SVGValue.text(x)) \(SVGValue.text(y))" }
    return "M\(point(x0, from))C\(point(middle, from)) \(point(middle, to)) \(point(x1, to))"
      + "L\(point(x1, to + thick))C\(point(middle, to + thick)) "
      + "\(point(middle, from + thick)) \(point(x0, from + thick))Z"
  }
}
