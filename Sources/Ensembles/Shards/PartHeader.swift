/// Which draws of which ensemble a part holds, and what was asked of them.
public struct PartHeader: Equatable, Sendable {
  /// A figure that is asked of every draw.
  public struct Column: Hashable, Sendable {
    /// What was asked, as it is printed: `tax`, `jobs of smart`.
    public var label: String
    /// The days that it is asked for, `2030-01-01..2031-01-01`; empty where it has none.
    public var period: String
    /// `yuan`, or empty for a plain number.
    public var unit: String

    public init(label: String, period: String, unit: String) {
      self.label = label
      self.period = period
      self.unit = unit
    }
  }

  /// The version of the layout.
  public static let format = 1

  /// The version of the program that made it: another one may compute something else.
  public var engine: String
  /// The SHA-256 of the scenario: `PartHeader.identity`.
  public var scenario: String
  public var seed: UInt64
  /// How draws are spread: `sobol`, `latin`, `random`.
  public var method: String
  /// How many draws the whole ensemble has.
  public var draws: Int
  /// The draws of this part.
  public var range: Range<Int>
  /// Bytes that the statistics of a column may take.
  public var memory: Int
  public var columns: [Column]

  public init(
    engine: String, scenario: String, seed: UInt64, method: String, draws: Int, range: Range<Int>,
    memory: Int, columns: [Column]
  ) {
    self.engine = engine
    self.scenario = scenario
    self.seed = seed
    self.method = method
    self.draws = draws
    self.range = range
    self.memory = memory
    self.columns = columns
  }

  /// The SHA-256 of several texts (the canonical script, each library, the settings), in hexadecimal
  /// digits. Each counts with its length, so that no text can run into the next.
  public static func identity(of texts: [String]) -> String {
    var hash = SHA256()
    for text in texts {
      hash.update(Array("\(text.utf8.count):".utf8))
      hash.update(Array(text.utf8))
    }
    return SHA256.text(hash.digest)
  }

  /// Whether every draw is in it.
  public var isWhole: Bool { range == 0..<draws }

  /// The same for all draws.
  public var whole: PartHeader {
    var copy = self
    copy.range = 0..<draws
    return copy
  }
}

extension PartHeader {
  /// The lines at the beginning of a part file.
  var lines: [String] {
    [
      "parkline part \(PartHeader.format)", "engine \(PartHeader.escaped(engine))",
      "scenario \(scenario)", "seed \(seed)", "method \(method)", "draws \(draws)",
      "part \(range.lowerBound)..<\(range.upperBound)", "memory \(memory)",
      "columns \(columns.count)",
    ]
      + columns.map { column in
        [column.label, column.period, column.unit].map(PartHeader.escaped).joined(separator: "\t")
      }
  }

  /// Without characters that end a cell or a line.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\r\n": result += "\\r\\n"
      default: result.append(character)
      }
    }
  }

  /// The text of what `escaped` made.
  private static func plain(_ text: Substring) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      result.append(["t": "\t", "n": "\n", "r": "\r"][next] ?? next)
    }
    return result
  }

  /// As many draws as an ensemble may have.
  private static let mostDraws = 1_000_000_000

  /// Reads the lines; nil where they are others.
  init?(lines: [Substring]) {
    func value(_ index: Int, _ name: String) -> Substring? {
      guard index < lines.count, lines[index].hasPrefix(name + " ") else { return nil }
      return lines[index].dropFirst(name.count + 1)
    }
    guard let engine = value(1, "engine"), let scenario = value(2, "scenario"),
      let seed = value(3, "seed").flatMap({ UInt64($0) }), let method = value(4, "method"),
      let draws = value(5, "draws").flatMap({ Int($0) }),
      (0...PartHeader.mostDraws).contains(draws),
      let bounds = value(6, "part")?.split(separator: "..<").map({ Int($0) }), bounds.count == 2,
      let low = bounds[0], let high = bounds[1], low >= 0, low <= high, high <= draws,
      let memory = value(7, "memory").flatMap({ Int($0) }), memory >= 0, memory <= 1 << 50,
      let count = value(8, "columns").flatMap({ Int($0) }), lines.count - 9 == count
    else { return nil }
    var columns: [Column] = []
    for line in lines.dropFirst(9) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3 else { return nil }
      columns.append(
        Column(
          label: PartHeader.plain(cells[0]), period: PartHeader.plain(cells[1]),
          unit: PartHeader.plain(cells[2])))
    }
    self.init(
      engine: PartHeader.plain(engine), scenario: String(scenario), seed: seed,
      method: String(method), draws: draws, range: low..<high, memory: memory, columns: columns)
  }
}
