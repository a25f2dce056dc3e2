/// A zip file that is put together in memory: parts one after the other, then the directory of them.
///
/// It says no time (all parts are of 1980-01-01), so that the same parts have the same bytes.
struct ZipArchive: ~Copyable {
  private var bytes: [UInt8] = []
  private var deflate = Deflate()
  private var entries: [Entry] = []

  private struct Entry {
    /// ASCII.
    var name: [UInt8]
    var offset: Int
    var checkSum: UInt32 = 0
    var deflatedCount = 0
    var plainCount = 0
  }

  private static let localHeader: UInt32 = 0x0403_4B50
  private static let directoryHeader: UInt32 = 0x0201_4B50
  private static let directoryEnd: UInt32 = 0x0605_4B50

  /// Begins a part; `end` comes before the next.
  mutating func begin(_ name: String) {
    let entry = Entry(name: Array(name.utf8), offset: bytes.count)
    entries.append(entry)
    // Sums and sizes are known at its end.
    putHeader(of: entry)
    deflate.begin()
  }

  /// Takes what was written into the part, and empties it.
  mutating func write(_ xml: inout XMLBytes) {
    deflate.write(xml.bytes, isLast: false, to: &bytes)
    xml.removeAll()
  }

  mutating func end(_ xml: inout XMLBytes) throws(WorkbookFailure) {
    deflate.write(xml.bytes, isLast: true, to: &bytes)
    xml.removeAll()
    let last = entries.count - 1
    entries[last].checkSum = deflate.checkSum
    entries[last].deflatedCount = deflate.deflatedCount
    entries[last].plainCount = deflate.plainCount
    let entry = entries[last]
    guard max(entry.plainCount, bytes.count) < UInt32.max else {
      throw .tooLarge(part: String(decoding: entry.name, as: UTF8.self))
    }
    let end = bytes.count
    putHeader(of: entry)
    let header = bytes[end...]
    bytes.replaceSubrange(entry.offset..<entry.offset + header.count, with: Array(header))
    bytes.removeLast(bytes.count - end)
  }

  /// A whole part.
  mutating func add(_ name: String, _ xml: XMLBytes) throws(WorkbookFailure) {
    begin(name)
    var xml = xml
    try end(&xml)
  }

  /// The file, with its directory.
  consuming func finished() throws(WorkbookFailure) -> [UInt8] {
    let start = bytes.count
    for entry in entries {
      put(ZipArchive.directoryHeader)
      put(20 as UInt16)
      putCommon(of: entry)
      put(0 as UInt16)  // no comment
      put(0 as UInt16)  // the first disk
      put(0 as UInt16)  // no properties, in it or beside it
      put(0 as UInt32)
      put(UInt32(truncatingIfNeeded: entry.offset))
      bytes += entry.name
    }
    let size = bytes.count - start
    guard bytes.count < UInt32.max, entries.count < UInt16.max else {
      throw .tooLarge(part: "")
    }
    put(ZipArchive.directoryEnd)
    put(0 as UInt32)  // this disk, and that of the directory
    put(UInt16(entries.count))
    put(UInt16(entries.count))
    put(UInt32(size))
    put(UInt32(start))
    put(0 as UInt16)
    return bytes
  }

  private mutating func putHeader(of entry: Entry) {
    put(ZipArchive.localHeader)
    putCommon(of: entry)
    bytes += entry.name
  }

  /// What the header of a part and the directory both say.
  private mutating func putCommon(of entry: Entry) {
    put(20 as UInt16)  // the version that unpacks it
    put(0 as UInt16)  // no flags
    put(8 as UInt16)  // deflate
    put(0 as UInt16)  // midnight
    put(0x21 as UInt16)  // 1980-01-01
    put(entry.checkSum)
    put(UInt32(truncatingIfNeeded: entry.deflatedCount))
    put(UInt32(truncatingIfNeeded: entry.plainCount))
    put(UInt16(entry.name.count))
    put(0 as UInt16)  // nothing further
  }

  private mutating func put(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
