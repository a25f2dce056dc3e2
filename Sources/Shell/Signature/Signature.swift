/// What a command takes, said once: the places behind its name, its attributes and its options.
///
/// The usage line, help, Tab, hints, colours, the layout of `fmt` and what is refused are derived from
/// it. What it does not say is how an expression is read: that is the command's own.
///
///     [.optional(.metrics), .attribute("top", .count, shown: "12", "rows"), .option("raw", "as it is")]
public struct Signature: Sendable, ExpressibleByArrayLiteral {
  /// A piece of a way to write it.
  public enum Piece: Sendable {
    case place(Place)
    case attribute(Attribute)
    case option(Option)
  }

  /// The ways to write it, the usual one first: `remove NAME` and `remove --all`.
  let ways: [[Piece]]

  /// The places of each way.
  let placesOfWays: [[Place]]
  /// The attributes of every way.
  let attributes: [Attribute]
  /// The options of every way, also those that go with another only; each once.
  let options: [Option]

  init(_ pieces: [Piece], or others: [Piece]...) { self.init(ways: [pieces] + others) }

  public init(arrayLiteral pieces: Piece...) { self.init(ways: [pieces]) }

  init(ways: [[Piece]]) {
    self.ways = ways
    placesOfWays = ways.map { pieces in
      pieces.compactMap { piece in
        if case .place(let place) = piece { return place }
        return nil
      }
    }
    attributes = ways.joined().compactMap { piece in
      if case .attribute(let attribute) = piece { return attribute }
      return nil
    }
    var options: [Option] = []
    for case .option(let option) in ways.joined() {
      for one in [option] + option.with where !options.contains(where: { $0.name == one.name }) {
        options.append(one)
      }
    }
    self.options = options
  }

  /// The places of the usual way.
  var places: [Place] { placesOfWays[0] }

  func attribute(named name: String) -> Attribute? { attributes.first { $0.name == name } }

  func option(named name: String) -> Option? { options.first { $0.name == name } }

  /// Whether a place of some way is of a kind.
  func has(_ isWanted: (Place.Kind) -> Bool) -> Bool {
    placesOfWays.joined().contains { isWanted($0.kind) }
  }
}
