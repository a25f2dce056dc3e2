import Diagnostics

/// The end of a conversation.
extension Program {
  /// Ends the conversation: what is saved leaves nothing; of what is not, the journal stays, and the
  /// answer says so.
  public func leave() -> String? {
    let count = session.unsavedCount
    guard count > 0 else {
      journal?.finish()
      return nil
    }
    let isOne = count == 1
    let line: Sentence = isOne ? "1 statement is unsaved" : "\(count) statements are unsaved"
    let more: Sentence
    if let journal, journal.isKept {
      more =
        isOne
        ? "\(line): `recover` brings it back in the next shell"
        : "\(line): `recover` brings them back in the next shell"
    } else {
      more = "\(line), and no session is kept here"
    }
    return more.text(session.wording) + "\n"
  }
}
