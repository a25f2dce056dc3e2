/// A. B. Owen's nested uniform scrambling of 32 binary digits: each digit is flipped or not as the
/// digits before it and the key say.
///
/// By a hash in which every bit depends on lower ones alone, applied to the digits turned around
/// (S. Laine, T. Karras, 2011; B. Burley, "Practical hash-based Owen scrambling", JCGT 2020; with
/// N. Vegdahl's constants of 2021, whose flips are nearer to chance).
struct OwenScramble: Sendable {
  let key: UInt32

  /// Of digits with the first in the lowest bit; so is the answer.
  @inline(__always)
  func callAsFunction(_ digits: UInt32) -> UInt32 {
    var x = digits
    x ^= x &* 0x3D20_ADEA
    x = x &+ key
    x = x &* (key >> 16 | 1)
    x ^= x &* 0x0552_6C56
    x ^= x &* 0x53A2_2864
    return x
  }
}
