/// Independent numbers: Philox keyed by seed and name, the draw being the counter.
struct RandomPoints: Points {
  private let generator: Philox

  init(seed: UInt64, name: String) {
    self.init(key: StreamKey.key(seed: seed, name: name, .random))
  }

  init(key: UInt64) { generator = Philox(key: key) }

  func uniforms(_ draws: Range<Int>) -> [Double] {
    draws.map { draw in
      let words = generator.words(
        SIMD4(UInt32(truncatingIfNeeded: draw), UInt32(truncatingIfNeeded: draw >> 32), 0, 0))
      return OpenInterval.number(UInt64(words.y) << 32 | UInt64(words.x))
    }
  }
}
