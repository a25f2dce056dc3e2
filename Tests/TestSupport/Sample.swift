import Glibc

/// Which seeds a test tries: a sample in `swift test`, all of them where `WHOLE=1`, as `.ci/run` has it.
public enum Sample {
  /// Whether everything is tried.
  public static let isWhole = getenv("WHOLE").map { String(cString: $0) } == "1"

  /// Every nth of some seeds or blocks of them, from one of the first n on.
  ///
  /// The sample is the same each time. `first` is for seeds that once failed: they stay in it.
  public static func every(_ stride: Int, of seeds: Range<Int>, from first: Int = 0) -> [Int] {
    isWhole
      ? Array(seeds)
      : Array(Swift.stride(from: seeds.lowerBound + first, to: seeds.upperBound, by: stride))
  }
}
