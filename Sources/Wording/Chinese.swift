public import Diagnostics

/// Chinese, as an official of a development zone in Zhejiang writes it (Docs/Chinese.md).
public enum Chinese {
  public static let wording = Wording(
    name: "zh",
    sentences: areas.reduce(into: [:]) { $0.merge($1.sentences) { first, _ in first } },
    words: words, pages: pages)

  /// The sentences by what they are about; a new area is one line and its file.
  public static let areas: [(name: String, sentences: [String: String])] = [
    ("alternatives", alternatives),
    ("answers", answers),
    ("attributes", attributes),
    ("command words", commandWords),
    ("commands", commands),
    ("declarations", declarations),
    ("discovery", discovery),
    ("doubt reasons", doubtReasons),
    ("doubts", doubts),
    ("draws", draws),
    ("events", events),
    ("explanations", explanations),
    ("expressions", expressions),
    ("figure errors", figureErrors),
    ("figures", figures),
    ("file commands", fileCommands),
    ("files", files),
    ("first steps", firstSteps),
    ("help pages", helpPages),
    ("helps", helps),
    ("language errors", languageErrors),
    ("metrics", metrics),
    ("model errors", modelErrors),
    ("notes", notes),
    ("plans", plans),
    ("prompt", prompt),
    ("questions", questions),
    ("receipts", receipts),
    ("robust", robust),
    ("shell", shell),
    ("statements", statements),
    ("views", views),
  ]

  /// Pages that have a name and not a sentence for a key.
  public static let pages = commandPages.merging(errorPages) { first, _ in first }
}
