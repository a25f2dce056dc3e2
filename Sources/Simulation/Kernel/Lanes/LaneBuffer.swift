import Glibc

/// Room for the numbers of a block of draws, 64-byte aligned, from a store that each thread keeps:
/// the stages ask for it and give it back millions of times a second.
final class LaneBuffer: @unchecked Sendable {
  /// How many draws a block has.
  static let width = 256
  /// Vectors of eight.
  static let vectors = width / 8

  let base: UnsafeMutablePointer<SIMD8<Double>>

  init() { base = LaneStore.ofThread.take() }

  deinit { LaneStore.ofThread.give(base) }

  var numbers: UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
  }

  var masks: UnsafeMutablePointer<SIMD8<Int64>> {
    UnsafeMutableRawPointer(base).assumingMemoryBound(to: SIMD8<Int64>.self)
  }

  func copy() -> LaneBuffer {
    let copy = LaneBuffer()
    copy.base.update(from: base, count: LaneBuffer.vectors)
    return copy
  }
}

/// The free buffers of one thread.
private final class LaneStore {
  private var free: [UnsafeMutablePointer<SIMD8<Double>>] = []

  deinit {
    for base in free { base.deallocate() }
  }

  func take() -> UnsafeMutablePointer<SIMD8<Double>> {
    free.popLast() ?? .allocate(capacity: LaneBuffer.vectors)
  }

  func give(_ base: UnsafeMutablePointer<SIMD8<Double>>) { free.append(base) }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { store in
      if let store { Unmanaged<LaneStore>.fromOpaque(store).release() }
    }
    return key
  }()

  static var ofThread: LaneStore {
    if let known = pthread_getspecific(key) {
      return Unmanaged<LaneStore>.fromOpaque(known).takeUnretainedValue()
    }
    let store = LaneStore()
    pthread_setspecific(key, Unmanaged.passRetained(store).toOpaque())
    return store
  }
}
