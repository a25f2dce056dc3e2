/// How the bytes of a text file are read: what spreadsheets and statistics offices write.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  /// Little-endian and big-endian, with their marks.
  case utf16 = "UTF-16"
  /// What GBK and GB2312 are parts of.
  case gb18030 = "GB18030"

  /// The bytes as UTF-8 without a mark, and what they were; nil where they are none of these.
  ///
  /// What is UTF-8 is taken for that; all else is GB18030 where every byte has a place there.
  public static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], encoding: TextEncoding)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return utf16(bytes).map { ($0, .utf16) }
    }
    if String(validating: bytes, as: UTF8.self) != nil {
      let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      return (hasMark ? Array(bytes.dropFirst(3)) : bytes, .utf8)
    }
    return GB18030.decode(bytes).map { ($0, .gb18030) }
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count, by: 2).map { (offset: Int) -> UInt16 in
      let first = UInt16(bytes[offset])
      let second = UInt16(bytes[offset + 1])
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}

/// GB18030: one, two or four bytes a character.
enum GB18030 {
  /// By first and second byte.
  private static let twoBytes: [UInt32] = GB18030Table.rows.flatMap { row in
    row.unicodeScalars.map { $0.value == 0xFFFD ? 0 : $0.value }
  }

  /// What of the basic plane has no two bytes, in order: the four-byte characters, from `81 30 81 30` on.
  private static let fourBytes: [UInt32] = {
    var isTaken = [Bool](repeating: false, count: 0x10000)
    for value in twoBytes { isTaken[Int(value)] = true }
    // Surrogates, and what users may give a meaning of their own.
    for value in 0xD800...0xDFFF { isTaken[value] = true }
    for value in 0xE000...0xE765 { isTaken[value] = true }
    return (0x80..<0x10000).filter { !isTaken[$0] }.map(UInt32.init)
  }()

  /// The text in UTF-8; nil where a byte has no meaning.
  static func decode(_ bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var offset = 0
    while offset < bytes.count {
      let first = bytes[offset]
      if first < 0x80 {
        text.append(first)
        offset += 1
        continue
      }
      guard let (value, length) = character(bytes, offset), let scalar = Unicode.Scalar(value)
      else {
        return nil
      }
      text += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      offset += length
    }
    return text
  }

  private static func character(_ bytes: [UInt8], _ offset: Int) -> (UInt32, Int)? {
    guard offset + 1 < bytes.count, (0x81...0xFE).contains(bytes[offset]) else { return nil }
    let lead = Int(bytes[offset]) - 0x81
    let second = bytes[offset + 1]
    if second >= 0x40, second != 0x7F, second != 0xFF {
      let place = Int(second) - (second > 0x7F ? 0x41 : 0x40)
      let value = twoBytes[lead * 190 + place]
      return value == 0 ? nil : (value, 2)
    }
    guard offset + 3 < bytes.count, (0x30...0x39).contains(second),
      (0x81...0xFE).contains(bytes[offset + 2]), (0x30...0x39).contains(bytes[offset + 3])
    else { return nil }
    let tens = lead * 10 + Int(second) - 0x30
    let index =
      (tens * 126 + Int(bytes[offset + 2]) - 0x81) * 10 + Int(bytes[offset + 3]) - 0x30
    if index < fourBytes.count { return (fourBytes[index], 4) }
    let beyond = index - 189_000
    guard beyond >= 0, beyond <= 0xFFFFF else { return nil }
    return (UInt32(0x10000 + beyond), 4)
  }
}
