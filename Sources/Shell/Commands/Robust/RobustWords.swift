import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities

/// What `robust` reads: `FIGURES by NAME.attribute in A to B, … [among draws] [point N] [draws=100] …`.
struct RobustWords {
  private(set) var objectives: [Objective] = []
  private(set) var levers: [CalibratedNumber] = []
  let place: Location
  private(set) var view: RunView
  private(set) var draws = 100
  private(set) var size = 40
  private(set) var rounds = 20
  private(set) var seed = 1
  private(set) var point: (number: Int, place: Location)?

  private static let example =
    "robust quantile(npv(net_local), 10%), jobs[2030] by p2.delay in 0y to 2y among draws"

  init(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: Session,
    option: (String) -> Bool
  ) throws(Diagnostic) {
    self.view = view
    while let word = try reader.takeOption(where: { $0 != RunView.nominal }) {
      guard option(word.text) else { throw .pointless(word, reader) }
    }
    place = reader.here
    repeat {
      let expression = try reader.expression()
      objectives.append(try Objective(expression, reader.source, session.scenario))
    } while reader.comma()
    guard reader.peekedWord == "by", !reader.isAttributeAhead else {
      throw Diagnostic(
        "syntax", "expected `by` and what can be set", at: reader.here,
        help: ["for example `\(RobustWords.example)`"])
    }
    _ = reader.word()
    repeat { try readLever(&reader, session) } while reader.comma()
    try readRest(&reader)
  }

  private mutating func readLever(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) {
    let path = try reader.path(of: "an input, such as `tenants.firms`, and its range")
    let place = reader.location(path.span)
    guard reader.peekedWord == "in" else {
      throw Diagnostic(
        "syntax", "expected `in` and a range", at: reader.here,
        help: ["for example `\(RobustWords.example)`"])
    }
    _ = reader.word()
    let lever = try CalibratedNumber(
      path: path.parts, at: place, range: try reader.expression(), reader.source,
      in: session.scenario, for: "robust \(objectives[0].label) by")
    if let first = levers.first(where: { $0.name == lever.name }) {
      throw Diagnostic(
        "twice", "`\(lever.name)` is given twice", at: place,
        notes: [Diagnostic.Note("it stands here before", at: first.location)])
    }
    levers.append(lever)
  }

  private mutating func readRest(_ reader: inout ArgumentReader) throws(Diagnostic) {
    while true {
      try view.read(&reader)
      if reader.peekedWord == "among", !reader.isAttributeAhead {
        _ = reader.word()
        guard reader.peekedWord == "draws", !reader.isAttributeAhead else {
          throw Diagnostic(
            "syntax", "expected `draws` behind `among`", at: reader.here,
            help: ["for example `\(RobustWords.example)`"])
        }
        _ = reader.word()
      } else if reader.peekedWord == RobustCommand.pointWord, !reader.isAttributeAhead {
        _ = reader.word()
        let place = reader.here
        let expression = try reader.expression()
        guard case .quantity(let quantity, _) = expression.kind,
          let number = RobustWords.whole(quantity, 1...10_000)
        else {
          throw Diagnostic(
            "wrong-kind", "`point` takes the number of a point, from 1 on", at: place)
        }
        point = (number, place)
      } else if let attribute = try reader.attribute() {
        try readNumber(attribute, reader)
      } else {
        try reader.end()
        return
      }
    }
  }

  private mutating func readNumber(
    _ attribute: AttributeText, _ reader: ArgumentReader
  ) throws(Diagnostic) {
    let range: ClosedRange<Int>
    switch attribute.name {
    case "draws": range = 1...1_000_000
    case "size": range = 4...1_000
    case "rounds": range = 0...10_000
    case "seed": range = 0...1_000_000_000
    default: throw .pointless(attribute, reader)
    }
    guard case .quantity(let quantity, _) = attribute.value.kind,
      let number = RobustWords.whole(quantity, range)
    else {
      throw Diagnostic(
        "wrong-kind",
        "`\(attribute.name)` takes a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: reader.location(attribute.value.span))
    }
    switch attribute.name {
    case "draws": draws = number
    case "size": size = number
    case "rounds": rounds = number
    default: seed = number
    }
  }

  private static func whole(_ quantity: Quantity, _ range: ClosedRange<Int>) -> Int? {
    guard let number = quantity.value(in: .one), number == number.rounded(),
      number >= Double(range.lowerBound), number <= Double(range.upperBound)
    else { return nil }
    return Int(number)
  }
}
