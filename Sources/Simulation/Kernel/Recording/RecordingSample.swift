import Language
import ParkModel
import Quantities

extension DrawBlock {
  /// Draws from which a run is recorded: some that were kept, some of what is to be worked out, and corners, in
  /// which each input is as low or as high as any draw has it, or anything between. What happens in few draws
  /// happens there. As many as a block has, where none were kept; what those have seen need not be seen again.
  func sample(
    with kept: DrawBlock, _ parameters: [UncertainParameter], of total: Int
  ) -> DrawBlock {
    var sample = kept
    let rest =
      kept.count == 0
      ? DrawBlocks.width : min(DrawBlock.fewNew, DrawBlocks.width - kept.count)
    let own = min(count, rest / 2)
    sample.append(part((0..<own).map { $0 * count / own }))
    var chance = SampleChance()
    let edge = 1 / (4 * Double(max(total, 1)))
    func share() -> Double {
      let bits = chance.next()
      switch bits & 3 {
      case 0: return edge
      case 1: return 1 - edge
      default: return Double(bits >> 12) * 0x1p-52 + 0x1p-53
      }
    }
    var points: [[String: Double]] = []
    var closings = closings.mapValues { _ in [Double]() }
    let firms = closings.keys.sorted()
    for _ in 0..<rest - own {
      var point: [String: Double] = [:]
      for parameter in parameters {
        point[parameter.name] = parameter.distribution.inverse(share())
      }
      points.append(point)
      for firm in firms { closings[firm]?.append(share()) }
    }
    sample.append(DrawBlock(points: points, closings: closings))
    return sample
  }

  /// As many draws that nobody has seen are beside those that were kept.
  private static let fewNew = 128
}

/// Always the same chances: which draws a run is recorded from changes none of them.
private struct SampleChance {
  private var state: UInt64 = 0

  /// By SplitMix64 (Steele, Lea and Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
