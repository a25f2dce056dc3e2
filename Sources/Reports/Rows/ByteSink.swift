/// Where a format puts its bytes: they are handed on a piece at a time, so that a file of any length takes
/// the memory of one piece.
public final class ByteSink {
  /// Takes a piece; false where no more is wanted, because what takes them failed.
  public typealias Taker = (UnsafeBufferPointer<UInt8>) -> Bool

  /// Bytes of a piece.
  private var capacity = 1 << 18
  private var buffer: UnsafeMutablePointer<UInt8>
  private var count = 0
  private let take: Taker
  /// Whether nobody wants more: what is appended is dropped, and whoever makes it may stop.
  public private(set) var isClosed = false
  /// How many rows were put into it, where its format counts them.
  public internal(set) var rows = 0

  public init(_ take: @escaping Taker) {
    self.take = take
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// All bytes that a writer makes.
  public static func bytes<Failure>(
    of write: (ByteSink) throws(Failure) -> Void
  ) throws(Failure) -> [UInt8] {
    let kept = Kept()
    let sink = ByteSink { piece in
      kept.bytes += piece
      return true
    }
    try write(sink)
    sink.flush()
    return kept.bytes
  }

  private final class Kept {
    var bytes: [UInt8] = []
  }

  /// Hands on what is there.
  public func flush() {
    guard count > 0 else { return }
    if !isClosed { isClosed = !take(UnsafeBufferPointer(start: buffer, count: count)) }
    count = 0
  }

  public func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    guard bytes.count <= capacity else {
      flush()
      if !isClosed { isClosed = !take(bytes) }
      return
    }
    room(for: bytes.count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Hands on what is there, and a piece behind it as it is.
  func pass(_ piece: [UInt8]) {
    flush()
    guard !isClosed, !piece.isEmpty else { return }
    isClosed = piece.withUnsafeBufferPointer { !take($0) }
  }

  /// Room for so many bytes, which `end(at:)` says how many of were used.
  func room(for size: Int) -> UnsafeMutablePointer<UInt8> {
    if count + size > capacity {
      flush()
      if size > capacity {
        buffer.deallocate()
        capacity = size
        buffer = .allocate(capacity: size)
      }
    }
    return buffer + count
  }

  /// Says where the bytes end that were put into room.
  func end(at place: UnsafeMutablePointer<UInt8>) { count = place - buffer }
}
