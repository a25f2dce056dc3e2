public import Diagnostics

/// Something that happened in a run, for the event log.
public struct Event: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case arrives, ends, opens, rail, rejected, serviced, starts, waits
  }

  /// Months since the scenario's start.
  public var instant: Double
  public var kind: Kind
  /// Whom it happened to.
  public var name: String
  /// The rest of the sentence.
  public var text: Sentence
}
