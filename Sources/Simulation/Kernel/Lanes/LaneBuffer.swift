import Glibc

/// Room for the numbers of a block of draws, 64-byte aligned, from a store that each thread keeps:
/// the stages ask for it and give it back millions of times a second.
final class LaneBuffer: @unchecked Sendable {
  /// How many draws a block has at most.
  static let most = 1024

  /// How many the block at hand has room for.
  static var width: Int { vectors * 8 }

  /// The same in vectors of eight.
  static var vectors: Int { LaneStore.vectors }

  /// Works on a block of so many draws: its columns are no longer than they have to be.
  static func block<Result>(of draws: Int, _ body: () -> Result) -> Result {
    let before = LaneStore.vectors
    LaneStore.vectors = min((max(draws, 1) + 7) / 8, most / 8)
    defer { LaneStore.vectors = before }
    return body()
  }

  let base: UnsafeMutablePointer<SIMD8<Double>>
  /// Its number where a run is recorded; below nought where what was done to it was not noted.
  var number: Int32 = -1

  init() { base = LaneStore.take() }

  deinit { LaneStore.give(base) }

  var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
  }

  /// Whether each of its numbers is one.
  var areNumbers: Bool {
    var isOther = SIMDMask<SIMD8<Int64>>(repeating: false)
    for place in 0..<LaneBuffer.vectors { isOther .|= base[place] .!= base[place] }
    return (0..<8).allSatisfy { !isOther[$0] }
  }

  func copy() -> LaneBuffer {
    let copy = LaneBuffer()
    copy.base.update(from: base, count: LaneBuffer.vectors)
    return copy
  }
}

/// The free room of each thread, as a list in which each piece begins with the address of the next.
enum LaneStore {
  typealias Piece = UnsafeMutablePointer<SIMD8<Double>>

  static func take() -> Piece {
    guard let first = pthread_getspecific(key) else {
      return .allocate(capacity: LaneBuffer.most / 8)
    }
    pthread_setspecific(key, first.load(as: UnsafeMutableRawPointer?.self))
    return first.assumingMemoryBound(to: SIMD8<Double>.self)
  }

  static func give(_ piece: Piece) {
    let raw = UnsafeMutableRawPointer(piece)
    raw.storeBytes(of: pthread_getspecific(key), as: UnsafeMutableRawPointer?.self)
    pthread_setspecific(key, raw)
  }

  /// Of the block that a thread works on; of the longest where it works on none.
  static var vectors: Int {
    get {
      guard let kept = pthread_getspecific(length) else { return LaneBuffer.most / 8 }
      return Int(bitPattern: kept)
    }
    set { pthread_setspecific(length, UnsafeRawPointer(bitPattern: newValue)) }
  }

  /// What notes what the thread does; whoever sets it keeps it.
  static var recorder: RunRecorder? {
    get {
      pthread_getspecific(recording).map {
        Unmanaged<RunRecorder>.fromOpaque($0).takeUnretainedValue()
      }
    }
    set {
      pthread_setspecific(recording, newValue.map { Unmanaged.passUnretained($0).toOpaque() })
    }
  }

  private static let recording: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static let length: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { first in
      var next = first
      while let piece = next {
        next = piece.load(as: UnsafeMutableRawPointer?.self)
        piece.deallocate()
      }
    }
    return key
  }()
}
