/// The texts of a workbook, each once: cells say which of them they hold.
///
/// Texts are told apart by their bytes. To Swift, letters with an accent of their own and the same
/// letters with an accent behind them are equal; to a reader of the file they are not.
struct SharedStrings {
  /// How often cells hold texts.
  private(set) var uses = 0
  /// What each text is in UTF-8, one behind the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Places of texts by their hashes, -1 where there is none; as long as a power of two.
  private var slots = [Int32](repeating: -1, count: 1024)

  /// UTF-16 units that a cell holds.
  private static let longest = 32_767

  var count: Int { ends.count }

  /// The place of a text, which is kept if it is new.
  mutating func place(of text: String) -> Int {
    uses += 1
    var text = text
    // No text has more units in UTF-16 than in UTF-8.
    if text.utf8.count > SharedStrings.longest { text = SharedStrings.cut(text) }
    return text.withUTF8 { place(of: $0) }
  }

  private mutating func place(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, isSame(place, utf8) { return place }
      slot = (slot + 1) & mask
    }
    let place = ends.count
    slots[slot] = Int32(place)
    bytes.append(contentsOf: utf8)
    ends.append(bytes.count)
    hashes.append(hash)
    if 2 * ends.count > slots.count { grow() }
    return place
  }

  private func isSame(_ place: Int, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    return ends[place] - start == utf8.count && bytes[start..<ends[place]].elementsEqual(utf8)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = slots.count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
  }

  /// A text that fits into a cell, `…` at its end.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > longest else { return text }
    var kept = String.UnicodeScalarView()
    var room = longest - 1
    for scalar in text.unicodeScalars {
      room -= scalar.value > 0xFFFF ? 2 : 1
      guard room >= 0 else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  func write(to archive: inout ZipArchive) throws(WorkbookFailure) {
    var xml = XMLBytes()
    archive.begin("xl/sharedStrings.xml")
    xml.put(XMLBytes.declaration)
    xml.put("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
    xml.put(uses)
    xml.put("\" uniqueCount=\"")
    xml.put(count)
    xml.put("\">")
    var start = 0
    for end in ends {
      bytes.withUnsafeBufferPointer { bytes in
        let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let hasSpace = text.contains { $0 < 0x20 } || text.first == 0x20 || text.last == 0x20
        xml.put(hasSpace ? "<si><t xml:space=\"preserve\">" : "<si><t>")
        xml.put(utf8: text)
      }
      xml.put("</t></si>")
      start = end
      if xml.count > 1 << 16 { archive.write(&xml) }
    }
    xml.put("</sst>")
    try archive.end(&xml)
  }
}
