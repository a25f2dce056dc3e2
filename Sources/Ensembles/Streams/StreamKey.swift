/// The key of a parameter's numbers: a function of the seed, the parameter's name and what the
/// numbers are for. No order and no other parameter enters.
enum StreamKey {
  enum Purpose: UInt32 {
    case random = 1
    case scramble
    case permutation
    case jitter
    case dimension
  }

  static func key(
    seed: UInt64, name: String, _ purpose: Purpose, _ choice: UInt32 = 0
  ) -> UInt64 {
    let hash = hash(name)
    let words = Philox(key: seed).words(
      SIMD4(
        UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32),
        purpose.rawValue, choice))
    return UInt64(words.y) << 32 | UInt64(words.x)
  }

  /// FNV-1a of the name's UTF-8 (G. Fowler, L. C. Noll, K.-P. Vo), 64 bits, the same for ever.
  static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
