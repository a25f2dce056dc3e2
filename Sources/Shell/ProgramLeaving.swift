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
    let line = isOne ? "1 statement is unsaved" : "\(count) statements are unsaved"
    guard let journal, journal.isKept else { return "\(line), and no session is kept here\n" }
    return "\(line): `recover` brings \(isOne ? "it" : "them") back in the next shell\n"
  }
}
