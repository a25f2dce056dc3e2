import Language

/// Where a fact comes from. Not an entity: it belongs to what it speaks of.
public struct Citation: Sendable {
  /// The attribute it speaks of; nil for the whole declaration.
  public var attribute: String?
  /// The source in words.
  public var source: String
  /// `kind`, `evidence`, `url` and `checked`, as written.
  public var details: [Attribute]
  public var comments: Comments
  /// Whether a built-in library gives it, not the scenario.
  public internal(set) var isBuiltIn = false

  /// What can be said of a source.
  public static let rows: [AttributeRow] = [
    .special("checked", .text, "the day it was looked up"),
    .special("evidence", .choice(["S", "D", "M", "A"]), "seen, derived, memory or assumption"),
    .special(
      "kind", .text,
      usual: [
        "announced", "assumption", "calibrated", "law", "reported", "statistics", "study",
        "timetable",
      ], "what sort of source it is: reported, law, study …"),
    .special("url", .text, "where it can be read"),
  ]

  /// The evidence code: `S`, `D`, `M` or `A`.
  public var evidence: String? {
    details.first { $0.name == "evidence" }?.expression.word
  }
}
