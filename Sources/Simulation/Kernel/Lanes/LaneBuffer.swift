import Glibc

/// Room for the numbers of a block of draws, 64-byte aligned, from a store that each thread keeps:
/// the stages ask for it and give it back millions of times a second.
final class LaneBuffer: @unchecked Sendable {
  /// How many draws a block has.
  static let width = 512
  /// Vectors of eight.
  static let vectors = width / 8

  let base: UnsafeMutablePointer<SIMD8<Double>>

  init() { base = LaneStore.take() }

  deinit { LaneStore.give(base) }

  var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
  }

  func copy() -> LaneBuffer {
    let copy = LaneBuffer()
    copy.base.update(from: base, count: LaneBuffer.vectors)
    return copy
  }
}

/// The free room of each thread, as a list in which each piece begins with the address of the next.
private enum LaneStore {
  typealias Piece = UnsafeMutablePointer<SIMD8<Double>>

  static func take() -> Piece {
    guard let first = pthread_getspecific(key) else {
      return .allocate(capacity: LaneBuffer.vectors)
    }
    pthread_setspecific(key, first.load(as: UnsafeMutableRawPointer?.self))
    return first.assumingMemoryBound(to: SIMD8<Double>.self)
  }

  static func give(_ piece: Piece) {
    let raw = UnsafeMutableRawPointer(piece)
    raw.storeBytes(of: pthread_getspecific(key), as: UnsafeMutableRawPointer?.self)
    pthread_setspecific(key, raw)
  }

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
