/// What stands in grey behind the cursor at the end of the line.
public enum Hint: Sendable, Equatable {
  /// What the line may go on with: Right takes it.
  case continuation(String)
  /// What may be written here, in one line: it is only shown.
  case usage(String)
}
