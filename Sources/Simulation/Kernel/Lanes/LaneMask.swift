import Vectors

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

  /// Of bits by lane; one answer where all are alike, for it costs no more afterwards.
  init(_ buffer: LaneBuffer, _ agreement: VectorLoops.Agreement) {
    holds = agreement == .all
    self.buffer = agreement == .some ? buffer : nil
  }
}
