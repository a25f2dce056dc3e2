import Diagnostics
import Testing

@testable import Reports

/// Who pays whom.
@Suite("maps of flows")
struct FlowMapTests {
  private let small = FlowMap(
    title: "t", period: "2021 to 2045",
    parties: [
      .init(name: "firm", column: 1), .init(name: "office", column: 3),
      .init(name: "city", column: 7),
    ],
    flows: [
      .init(from: 0, to: 1, amount: 4e6, name: "tax"), .init(from: 1, to: 2, amount: 3e6),
      .init(from: 2, to: 0, amount: 1e6, name: "subsidy"), .init(from: 0, to: 9, amount: 1),
    ])

  @Test("its table says who pays, who receives, for what, and how much")
  func table() {
    #expect(
      small.table.rows == [
        [.text("firm"), .text("office"), .text("tax"), .measured(Table.Measured(4e6, "yuan"))],
        [.text("office"), .text("city"), .text(""), .measured(Table.Measured(3e6, "yuan"))],
        [.text("city"), .text("firm"), .text("subsidy"), .measured(Table.Measured(1e6, "yuan"))],
      ])
    #expect(small.table.notes.map(\.text) == ["2021 to 2045"])
  }

  @Test("a party is as large as what passes it, and money that comes back is dashed")
  func values() {
    let gathering = FlowGathering(small, FigureStyle())
    #expect(gathering.parties.map(\.name) == ["firm", "office", "city"])
    #expect(gathering.parties.map(\.column) == [0, 1, 2])
    // The firm pays 4 and is paid 1, at its right; the city has 3 and 1 at its left.
    #expect(gathering.parties.map(\.value) == [5e6, 4e6, 4e6])
    let picture = SVGPicture(
      SVGFlowMap(small, width: 880, style: FigureStyle()).element(id: "a"))
    #expect(picture.faults == [])
    #expect(picture.elements.count { $0.attributes["stroke-dasharray"] != nil } == 1)
    #expect(picture.hovers.contains("city → firm · subsidy: 1M yuan"))
  }

  @Test("of many parties the smaller are one, and their amounts are kept")
  func others() {
    let map = ReportSamples.flows
    let gathering = FlowGathering(map, FigureStyle())
    let firms = gathering.parties.filter { $0.column == 0 }
    #expect(firms.count == 13 && firms.last?.name == "18 others")
    let drawn = gathering.flows.reduce(0) { $0 + $1.amount } + gathering.left.sum
    let whole = map.flows.reduce(0) { $0 + $1.amount }
    #expect(abs(drawn - whole) < 1e-6 * whole)
    // Those between budgets.
    #expect(gathering.left.count == 2 && gathering.left.sum == 201_000)
  }

  @Test("a flow of less than nothing goes the other way, and one of nothing nowhere")
  func negative() {
    let map = FlowMap(
      title: "t", period: "", parties: small.parties,
      flows: [
        .init(from: 0, to: 1, amount: -2e6), .init(from: 0, to: 1, amount: 0),
        .init(from: 1, to: 2, amount: .nan), .init(from: 1, to: 1, amount: 5),
      ])
    let gathering = FlowGathering(map, FigureStyle())
    #expect(gathering.flows.map(\.amount) == [2e6] && gathering.flows[0].flow.isBackward)
    #expect(gathering.left.count == 1)
    let none = FlowMap(title: "t", period: "", parties: [], flows: [])
    let picture = SVGPicture(SVGFlowMap(none, width: 380, style: FigureStyle()).element(id: "a"))
    #expect(picture.faults == [] && picture.words == ["nothing is paid in this period"])
  }

  @Test("nothing overlaps or leaves the picture", arguments: [880.0, 380, 240])
  func sound(width: Double) {
    for style in ReportSamples.styles {
      let picture = SVGPicture(
        SVGFlowMap(ReportSamples.flows, width: width, style: style).element(id: "a"))
      #expect(picture.faults == [])
    }
  }

  @Test("nor of flows as nobody writes them", arguments: 0..<40)
  func generated(seed: Int) {
    var generator = SVGGenerator(seed: UInt64(seed))
    let columns = generator.pick([[0], [0, 1], [0, 1, 2], [-5, 9, 1 << 40], [0, 1, 2, 3, 4]])
    let parties = (0..<generator.pick([0, 2, 9, 80])).map { _ in
      FlowMap.Party(name: generator.name(), column: generator.pick(columns))
    }
    let amounts: [Double] = [1e8, 3e8, 2e9, 1e3, 0.01, 0, -4e8, .nan, .infinity, 1e300, 1e-300]
    let flows = (0..<generator.pick([0, 1, 10, 200])).map { _ in
      FlowMap.Flow(
        from: generator.pick(Array(-1...80)), to: generator.pick(Array(-1...80)),
        amount: generator.pick(seed % 3 == 0 ? amounts : Array(amounts.prefix(4))),
        name: generator.name())
    }
    let map = FlowMap(
      title: generator.name(), period: generator.name(), parties: parties, flows: flows)
    for width in [880.0, 380] {
      let picture = SVGPicture(
        SVGFlowMap(map, width: width, style: FigureStyle()).element(id: "a"))
      #expect(picture.faults == [])
    }
  }
}
