public import Diagnostics

/// A program of the user's in which they edit text: the door to it, which a shell need not have.
public struct OutsideEditor: Sendable {
  /// What a text is.
  public enum Subject: Sendable {
    case scenario, statement
  }

  /// A text with an error, in the file in which it was left.
  public struct Draft: Sendable {
    public var path: String
    /// What was given to the editor when it was made.
    public var base: String

    public init(path: String, base: String) {
      self.path = path
      self.base = base
    }
  }

  /// Lets the user edit a text in a file, and waits for the end of it: the path of the file, or nil
  /// when they gave it up.
  public var edit: @Sendable (String) throws(Diagnostic) -> String?
  /// The same with a file that is kept; given up, it stays.
  public var reopen: @Sendable (String) throws(Diagnostic) -> String?
  /// Removes the file, which is no draft any more.
  public var remove: @Sendable (String) -> Void
  /// Keeps the file as the draft of its subject; false where it is gone.
  public var keep: @Sendable (Draft, Subject) -> Bool
  /// The draft of a subject; nil where there is none, or its file is gone.
  public var draft: @Sendable (Subject) -> Draft?

  public init(
    edit: @escaping @Sendable (String) throws(Diagnostic) -> String?,
    reopen: @escaping @Sendable (String) throws(Diagnostic) -> String?,
    remove: @escaping @Sendable (String) -> Void,
    keep: @escaping @Sendable (Draft, Subject) -> Bool,
    draft: @escaping @Sendable (Subject) -> Draft?
  ) {
    self.edit = edit
    self.reopen = reopen
    self.remove = remove
    self.keep = keep
    self.draft = draft
  }
}
