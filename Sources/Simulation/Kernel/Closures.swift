/// What a run makes of the chance that firms close. Model 4, survival.
public enum Closures: String, Sendable, CaseIterable {
  /// What is expected: every firm counts as much as it is likely to be there still.
  case expected
  /// Nothing closes: S is 1 throughout, and whatever was promised is there.
  case none
}
