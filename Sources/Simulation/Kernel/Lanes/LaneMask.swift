/// The answers of a comparison for a block of draws: one for all, or one each.
struct LaneMask: Sendable {
  /// For all draws, where there is no buffer.
  let holds: Bool
  /// All bits of a lane's number, or none.
  let buffer: LaneBuffer?

  init(_ holds: Bool) {
    self.holds = holds
    buffer = nil
  }

  /// Of bits by lane, with what they are in some lane and in every one; one answer where all are alike,
  /// for it costs no more afterwards.
  init(_ buffer: LaneBuffer, some: SIMD8<Int64>, every: SIMD8<Int64>) {
    var (hasSome, hasEvery) = (Int64(0), Int64(-1))
    for lane in 0..<8 {
      hasSome |= some[lane]
      hasEvery &= every[lane]
    }
    holds = hasEvery == -1
    self.buffer = hasSome == 0 || hasEvery == -1 ? nil : buffer
  }
}
