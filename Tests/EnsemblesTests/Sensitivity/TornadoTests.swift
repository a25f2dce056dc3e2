import Ensembles
import Testing

@Suite("Tornado")
struct TornadoTests {
  struct Gone: Error {}

  static let inputs = [
    Tornado.Input(name: "small", low: 1, high: 2), Tornado.Input(name: "wide", low: -1, high: 4),
    Tornado.Input(name: "none", low: 5, high: 6), Tornado.Input(name: "still", low: 0, high: 9),
    Tornado.Input(name: "falls", low: 1, high: 2),
  ]

  @Test("the widest bar first, what has no value last")
  func order() {
    var asked: [String] = []
    let tornado = Tornado(Self.inputs) { change in
      guard let (index, value) = change else { return 100 }
      asked.append("\(Self.inputs[index].name)=\(value)")
      return [100 + value, 100 + 10 * value, value > 5 ? .nan : 1, 100, 100 - value][index]
    }
    #expect(tornado.central == 100)
    #expect(tornado.bars.map(\.input.name) == ["wide", "small", "falls", "still", "none"])
    #expect(tornado.bars.map(\.swing) == [50, 1, 1, 0, nil])
    #expect(tornado.bars[0].atLow == 90 && tornado.bars[0].atHigh == 140)
    #expect(asked.count == 10)
  }

  @Test("no input has no bars, and what the model throws is thrown on")
  func edges() {
    #expect(Tornado([]) { _ in 5 }.bars.isEmpty)
    #expect(throws: Gone.self) {
      try Tornado(Self.inputs) { change throws(Gone) in
        if change?.index == 3 { throw Gone() }
        return 1
      }
    }
  }
}
