internal import CZlib

/// Makes bytes smaller as zip files have it: raw deflate, by zlib.
struct Deflate: ~Copyable {
  // zlib keeps the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>
  private let room: UnsafeMutableBufferPointer<UInt8>

  /// What was written since `begin`, before and after, and its check sum.
  private(set) var plainCount = 0
  private(set) var deflatedCount = 0
  private(set) var checkSum: UInt32 = 0

  /// Of 1 to 9. A sheet of 4.8 MB takes 27 ms and 1.07 MB; by level 3 41 ms and 1.04 MB, by level 1 23 ms
  /// and 1.10 MB.
  static let level: Int32 = 2

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    room = .allocate(capacity: 1 << 16)
    let size = Int32(MemoryLayout<z_stream>.size)
    let status = deflateInit2_(
      stream, Deflate.level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    // It fails only where there is no memory, or another zlib was linked than was compiled for.
    precondition(status == Z_OK, "zlib does not start")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    room.deallocate()
  }

  /// Begins anew.
  mutating func begin() {
    deflateReset(stream)
    (plainCount, deflatedCount, checkSum) = (0, 0, 0)
  }

  /// Appends to `sink` what can be said of all that was written; all of it where that was the last.
  mutating func write(_ bytes: [UInt8], isLast: Bool, to sink: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { plain in
      var rest = plain[...]
      // zlib counts in 32 bits.
      repeat {
        let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
        rest = rest.dropFirst(piece.count)
        write(piece, isLast: isLast && rest.isEmpty, to: &sink)
      } while !rest.isEmpty
    }
  }

  private mutating func write(
    _ piece: UnsafeBufferPointer<UInt8>, isLast: Bool, to sink: inout [UInt8]
  ) {
    plainCount += piece.count
    if let start = piece.baseAddress {
      checkSum = UInt32(crc32(UInt(checkSum), start, UInt32(piece.count)))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    }
    stream.pointee.avail_in = UInt32(piece.count)
    repeat {
      stream.pointee.next_out = room.baseAddress
      stream.pointee.avail_out = UInt32(room.count)
      deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      let count = room.count - Int(stream.pointee.avail_out)
      deflatedCount += count
      sink.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
    } while stream.pointee.avail_out == 0
  }
}
