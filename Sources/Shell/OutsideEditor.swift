public import Diagnostics

/// A program of the user's in which they edit text: the door to it, which a shell need not have.
public struct OutsideEditor: Sendable {
  /// What a text is.
  public enum Subject: Sendable {
    case scenario, statement
  }

  /// Lets the user edit a text in a file, and waits for the end of it: the path of the file, or nil
  /// when they gave it up. What was kept of the same subject is opened in place of the text.
  public var edit: @Sendable (String, Subject) throws(Diagnostic) -> String?
  /// Removes the file.
  public var remove: @Sendable (String) -> Void
  /// Keeps the file, for the next time that such a text is edited; false where it is gone.
  public var keep: @Sendable (String, Subject) -> Bool

  public init(
    edit: @escaping @Sendable (String, Subject) throws(Diagnostic) -> String?,
    remove: @escaping @Sendable (String) -> Void,
    keep: @escaping @Sendable (String, Subject) -> Bool
  ) {
    self.edit = edit
    self.remove = remove
    self.keep = keep
  }
}
