/// Reads a zip file and its deflated parts from what their specifications say, by no library: an
/// independent reader of what zlib wrote.
struct Unzip {
  struct Part {
    var name: String
    var bytes: [UInt8]
  }

  struct Broken: Error { var what: String }

  private let file: [UInt8]
  private(set) var parts: [Part] = []

  init(_ file: [UInt8]) throws {
    self.file = file
    let end = file.count - 22
    try expect(end >= 0 && number(end, 4) == 0x0605_4B50, "end of directory")
    let count = number(end + 10, 2)
    try expect(number(end + 8, 2) == count && number(end + 20, 2) == 0, "one disk, no comment")
    var place = number(end + 16, 4)
    try expect(place + number(end + 12, 4) == end, "the directory ends at its end")
    var next = 0
    for _ in 0..<count {
      try expect(number(place, 4) == 0x0201_4B50, "directory")
      let nameLength = number(place + 28, 2)
      let name = file[place + 46..<place + 46 + nameLength]
      let offset = number(place + 42, 4)
      try expect(offset == next && number(offset, 4) == 0x0403_4B50, "parts follow each other")
      // Version, flags, method, time, sum, sizes and lengths are said twice.
      try expect(
        file[offset + 4..<offset + 30].elementsEqual(file[place + 6..<place + 32]), "twice")
      try expect(number(offset + 6, 2) == 0 && number(offset + 8, 2) == 8, "deflated, no flags")
      try expect(file[offset + 30..<offset + 30 + nameLength].elementsEqual(name), "its name")
      let start = offset + 30 + nameLength
      next = start + number(offset + 18, 4)
      var inflate = Inflate(bytes: file[start..<next])
      let bytes = try inflate.all()
      try expect(bytes.count == number(offset + 22, 4), "its size")
      try expect(Unzip.checkSum(bytes) == UInt32(number(offset + 14, 4)), "its sum")
      parts.append(Part(name: String(decoding: name, as: UTF8.self), bytes: bytes))
      place += 46 + nameLength
    }
    try expect(next == number(end + 16, 4) && place == end, "nothing between")
  }

  func text(_ name: String) throws -> String {
    guard let part = parts.first(where: { $0.name == name }) else { throw Broken(what: name) }
    return String(decoding: part.bytes, as: UTF8.self)
  }

  private func number(_ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
  }

  private func expect(_ holds: Bool, _ what: String) throws {
    if !holds { throw Broken(what: what) }
  }

  /// CRC-32, bit by bit.
  static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}

/// RFC 1951.
struct Inflate {
  let bytes: ArraySlice<UInt8>
  private var bit = 0
  private var output: [UInt8] = []

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func all() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1:
        let lengths =
          [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
          + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8)
        try block(Code(lengths), Code([Int](repeating: 5, count: 30)))
      case 2: try dynamic()
      default: throw Unzip.Broken(what: "kind of block")
      }
    }
    guard (bit + 7) / 8 == bytes.count else { throw Unzip.Broken(what: "bytes behind the end") }
    return output
  }

  private mutating func take(_ count: Int) throws -> Int {
    var value = 0
    for place in 0..<count {
      guard bit < 8 * bytes.count else { throw Unzip.Broken(what: "no end") }
      value |= Int(bytes[bytes.startIndex + bit / 8] >> (bit % 8) & 1) << place
      bit += 1
    }
    return value
  }

  private mutating func stored() throws {
    bit = (bit + 7) / 8 * 8
    let count = try take(16)
    guard try take(16) == ~count & 0xFFFF else { throw Unzip.Broken(what: "length of a block") }
    for _ in 0..<count { output.append(UInt8(try take(8))) }
  }

  private mutating func dynamic() throws {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let count = try take(4) + 4
    var own = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(count) { own[place] = try take(3) }
    let code = Code(own)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      switch try symbol(code) {
      case 16: lengths += [Int](repeating: lengths.last ?? 0, count: 3 + (try take(2)))
      case 17: lengths += [Int](repeating: 0, count: 3 + (try take(3)))
      case 18: lengths += [Int](repeating: 0, count: 11 + (try take(7)))
      case let length: lengths.append(length)
      }
    }
    try block(Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Code, _ distances: Code) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let place = symbol - 257
      let extra = place < 8 || place == 28 ? 0 : place / 4 - 1
      let base = place == 28 ? 258 : place < 8 ? place + 3 : 3 + (4 + place % 4) << extra
      let length = base + (try take(extra))
      let far = try self.symbol(distances)
      let farExtra = far < 4 ? 0 : far / 2 - 1
      let distance = (far < 4 ? far + 1 : 1 + (2 + far % 2) << farExtra) + (try take(farExtra))
      guard distance <= output.count else { throw Unzip.Broken(what: "distance") }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var value = 1
    for _ in 0..<15 {
      value = value << 1 | (try take(1))
      if let symbol = code.symbols[value] { return symbol }
    }
    throw Unzip.Broken(what: "code")
  }

  /// Symbols by their bits, a 1 before them.
  struct Code {
    var symbols: [Int: Int] = [:]

    init(_ lengths: [Int]) {
      var next = 0
      for length in 1...15 {
        for (symbol, own) in lengths.enumerated() where own == length {
          symbols[1 << length | next] = symbol
          next += 1
        }
        next <<= 1
      }
    }
  }
}
