/// Philox4x32-10, a generator that counts: the numbers of a counter under a key, whatever was asked
/// for before. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11.
public struct Philox: Sendable {
  /// Two words.
  public let key: SIMD2<UInt32>

  public init(key: SIMD2<UInt32>) { self.key = key }

  /// Of a key of 64 bits: the lower word first.
  public init(key: UInt64) {
    self.key = SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
  }

  /// The four words of a counter.
  public func words(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var state = counter
    var key = self.key
    for _ in 0..<10 {
      let first = UInt64(state.x) * 0xD251_1F53
      let second = UInt64(state.z) * 0xCD9E_8D57
      state = SIMD4(
        UInt32(truncatingIfNeeded: second >> 32) ^ state.y ^ key.x,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ state.w ^ key.y,
        UInt32(truncatingIfNeeded: first))
      key &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return state
  }
}
