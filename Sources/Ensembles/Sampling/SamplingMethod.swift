/// How the points of draws are spread.
public enum SamplingMethod: String, CaseIterable, Sendable {
  /// Evenly in many dimensions at once: Sobol' points, scrambled.
  case sobol
  /// Evenly in each dimension by itself: one point in each of as many strata as there are draws.
  case latin
  /// Independent of each other.
  case random
}
