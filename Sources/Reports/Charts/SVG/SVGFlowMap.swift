import Diagnostics

/// A map of flows as a picture: parties as boxes in columns, and between them ribbons as thick as what is
/// paid.
struct SVGFlowMap {
  let map: FlowMap
  let width: Double
  let style: FigureStyle
  let gathering: FlowGathering
  /// The magnitude of amounts where there is little room; nil where each has its own, with its unit.
  let shared: SVGScale?
  private let largest: Double

  var words: SVGWords { SVGWords(language: style.language) }

  /// Pixels of the highest column, of a box across, and between boxes.
  static let height = 300.0
  static let boxWidth = 12.0
  static let gap = 10.0
  /// Ribbons thinner than this are left to the table; colours of kinds.
  private static let thinnest = 0.6
  private static let mostKinds = 6
  /// A gap between columns with room for a name at its left and an amount at its right.
  static let wide = 150.0

  init(_ map: FlowMap, width: Double, style: FigureStyle) {
    self.map = map
    self.width = width
    self.style = style
    gathering = FlowGathering(map, style)
    largest = gathering.parties.reduce(0) { max($0, $1.value) }
    shared = width < 500 ? SVGScale(0...largest, most: 5, unit: "yuan", style) : nil
  }

  func element(id: String) -> String {
    let sum = gathering.flows.reduce(0) { $0 + $1.amount }
    return drawing.element(
      id: id, title: map.title.text(style),
      description: words.sentences(
        [
          words.flows(map.flows.count, map.parties.count, figure(sum)),
          map.period.text(style),
        ].filter { !$0.isEmpty }), style.language, rules: nil)
  }

  private func figure(_ amount: Double) -> String {
    SVGScale.short(style.text(Table.Measured(amount, "yuan")))
  }

  /// An amount as it stands in the picture.
  func short(_ amount: Double) -> String {
    shared?.texts([largest, amount]).last ?? figure(amount)
  }

  private var drawing: SVGDrawing {
    guard !gathering.flows.isEmpty else { return nothing }
    var markup = SVGMarkup()
    let room = width - 2 * SVGFrame.margin
    var top = SVGFrame.add(keys, to: &markup, from: 4, room: room, words) + 10
    if let shared {
      top += SVGTextWidth.line * 12
      markup.add(SVGLabel(x: SVGFrame.margin, y: top - 6, color: "q", text: shared.unit))
      top += 4
    }
    let place = place(top: top)
    var (ribbons, hovers, amounts) = (SVGMarkup(), SVGMarkup(), SVGMarkup())
    var left = gathering.left
    for (flow, amount, from, to) in ends(place) {
      guard amount * place.scale >= SVGFlowMap.thinnest else {
        left = (left.count + 1, left.sum + amount)
        continue
      }
      let x0 = place.columns[gathering.parties[flow.left].column].x + SVGFlowMap.boxWidth
      let x1 = place.columns[gathering.parties[flow.right].column].x
      let path = SVGFlowMap.ribbon(x0, from, x1, to, thick: amount * place.scale)
      let ink = SVGInk(index: flow.kind)
      let color =
        flow.kind < SVGFlowMap.mostKinds ? "b \(ink.plain) \(ink.line)" : "b f0 z"
      if flow.isBackward {
        ribbons.add(
          "path", ["d": .word(path), "class": .word(color), "stroke-dasharray": "5 3"])
      } else {
        ribbons.add("path", ["d": .word(path), "class": .word(color), "stroke-opacity": "0.35"])
      }
      hovers.add("path", ["d": .word(path), "class": "h"], hover: hover(flow, amount))
      if amount * place.scale >= 17, place.gap >= SVGFlowMap.wide {
        let text = short(amount)
        guard SVGTextWidth.of(text, size: 11) <= place.gap * 0.4 else { continue }
        amounts.add(
          SVGLabel(
            x: x1 - 6, y: to + amount * place.scale / 2 + SVGLabel.drop(11), size: 11,
            anchor: .end, text: text))
      }
    }
    markup.append(ribbons)
    markup.append(amounts)
    markup.append(boxes(place))
    markup.append(hovers)
    var height = place.bottom + 10
    if left.count > 0 {
      height += 20
      let text = words.inTable(left.count, of: figure(left.sum))
      let shown = SVGTextWidth.clipped(text, to: room, size: 12)
      markup.add(
        SVGLabel(
          x: SVGFrame.margin, y: height - 8, color: "q", text: shown,
          whole: shown == text ? nil : text))
    }
    return SVGDrawing(markup: markup, width: width, height: height)
  }

  private var keys: [SVGFrame.Key] {
    var keys: [SVGFrame.Key] = []
    let kinds = gathering.kinds
    if kinds.count > 1 || kinds.first != "" {
      keys = kinds.prefix(SVGFlowMap.mostKinds).enumerated().map { index, name in
        SVGFrame.Key(fill: SVGInk(index: index).plain, name: name.isEmpty ? words.otherKinds : name)
      }
      if kinds.count > SVGFlowMap.mostKinds {
        keys.append(SVGFrame.Key(fill: "f0", name: words.otherKinds))
      }
    }
    if gathering.flows.contains(where: \.flow.isBackward) {
      keys.append(SVGFrame.Key(fill: "z", name: words.backward))
    }
    return keys
  }

  private func hover(_ flow: FlowGathering.Flow, _ amount: Double) -> String {
    func name(_ party: Int) -> String {
      SVGTextWidth.clipped(gathering.parties[party].name, to: 40, size: 1)
    }
    let (payer, receiver) =
      flow.isBackward ? (flow.right, flow.left) : (flow.left, flow.right)
    let kind = SVGTextWidth.clipped(gathering.kinds[flow.kind], to: 40, size: 1)
    return words.named(
      "\(name(payer)) → \(name(receiver))" + (kind.isEmpty ? "" : " · \(kind)"), figure(amount))
  }

  /// Boxes with their names and amounts: at the left of the first column, else at the right.
  private func boxes(_ place: Place) -> SVGMarkup {
    var markup = SVGMarkup()
    for (index, party) in gathering.parties.enumerated() {
      let (x, room) = place.columns[party.column]
      let top = place.tops[index]
      let high = max(party.value * place.scale, 1)
      markup.add(
        bar: x...(x + SVGFlowMap.boxWidth), top...(top + high), "k",
        hover: words.named(
          SVGTextWidth.clipped(party.name, to: 60, size: 1), figure(party.said)))
      let isFirst = party.column == 0
      let isOverRibbons = !isFirst && party.column < place.columns.count - 1
      let middle = top + high / 2
      let amount = short(party.said)
      let whole = words.named(party.name, figure(party.said))
      let names = place.names[index]
      let shown = SVGTextWidth.clipped(amount, to: room + 0.01, size: 12)
      func letters(_ text: String) -> String { text.filter { $0 != " " } }
      let isWhole = shown == amount && letters(names.joined()) == letters(party.name)
      let first = middle - SVGFlowMap.labelHeight(names.count) / 2
      for (line, text) in (names + [shown]).enumerated() where !text.isEmpty {
        let isName = line < names.count
        markup.add(
          SVGLabel(
            x: isFirst ? x - 6 : x + SVGFlowMap.boxWidth + 6,
            y: first
              + (Double(max(line, names.isEmpty ? 1 : 0)) * SVGTextWidth.line
                + SVGTextWidth.ascent) * 12 - 0.5,
            anchor: isFirst ? .end : .start, color: isName || isOverRibbons ? "k" : "q",
            name: isName ? text : "", text: isName ? "" : text, whole: isWhole ? nil : whole))
      }
    }
    return markup
  }

  private var nothing: SVGDrawing {
    var markup = SVGMarkup()
    let lines = SVGTextWidth.wrapped(words.noFlows, to: width - 24, size: 14, most: 3)
    for (index, line) in lines.enumerated() {
      markup.add(
        SVGLabel(
          x: width / 2, y: 50 + Double(index) * 21, size: 14, anchor: .middle, color: "q",
          text: line))
    }
    return SVGDrawing(markup: markup, width: width, height: 110)
  }
}
