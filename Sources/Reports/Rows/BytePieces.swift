/// Texts as bytes one behind the other, so that one is found and copied without counting references.
final class BytePieces {
  /// So many bytes are copied at a time: what is shorter with those behind it.
  static let padding = 16

  private var bytes: UnsafeMutablePointer<UInt8>
  private var ends: UnsafeMutablePointer<Int>
  private var sizes = (bytes: 1 << 12, ends: 1 << 8)
  private var count = 0
  /// Bytes of the longest.
  private(set) var longest = 0

  init(_ texts: [String]) {
    bytes = .allocate(capacity: sizes.bytes)
    ends = .allocate(capacity: sizes.ends)
    ends[0] = 0
    for text in texts { append(text) }
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  func append(_ text: String) {
    var text = text
    let start = ends[count]
    let end = start + text.utf8.count
    BytePieces.grow(&bytes, &sizes.bytes, holding: start, to: end + BytePieces.padding)
    BytePieces.grow(&ends, &sizes.ends, holding: count + 1, to: count + 2)
    text.withUTF8 {
      if let first = $0.baseAddress { (bytes + start).update(from: first, count: $0.count) }
    }
    (bytes + end).update(repeating: 0, count: BytePieces.padding)
    count += 1
    ends[count] = end
    longest = max(longest, end - start)
  }

  private static func grow<Element>(
    _ old: inout UnsafeMutablePointer<Element>, _ capacity: inout Int, holding count: Int,
    to size: Int
  ) {
    guard size > capacity else { return }
    capacity = max(size, 2 * capacity)
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    old = new
  }

  /// Where pieces stand, until another is appended.
  var reader: Reader { Reader(bytes: bytes, ends: ends) }

  struct Reader {
    let bytes: UnsafeMutablePointer<UInt8>
    let ends: UnsafeMutablePointer<Int>

    /// Copies a piece to where there is room for it and the padding; where the next byte goes.
    @inline(__always)
    func put(
      _ place: Int, at target: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      let start = ends[place]
      let length = ends[place + 1] &- start
      if length <= BytePieces.padding {
        let (from, to) = (UnsafeRawPointer(bytes + start), UnsafeMutableRawPointer(target))
        let first = from.loadUnaligned(as: UInt64.self)
        let second = from.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        to.storeBytes(of: first, as: UInt64.self)
        to.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
      } else {
        target.update(from: bytes + start, count: length)
      }
      return target + length
    }
  }
}
