public import Diagnostics

/// Chinese, as an official of a development zone in Zhejiang writes it (Docs/Chinese.md).
public enum Chinese {
  public static let wording = Wording(
    name: "zh",
    sentences: areas.reduce(into: [:]) { $0.merge($1.sentences) { first, _ in first } },
    words: words)

  /// The sentences by what they are about; a new area is one line and its file.
  public static let areas: [(name: String, sentences: [String: String])] = [
    ("alternatives", alternatives), ("answers", answers), ("commands", commands),
    ("declarations", declarations),
    ("discovery", discovery), ("doubts", doubts), ("events", events),
    ("explanations", explanations),
    ("figure errors", figureErrors), ("files", files), ("helps", helps),
    ("language errors", languageErrors), ("model errors", modelErrors), ("notes", notes),
    ("plans", plans),
    ("questions", questions), ("robust", robust),
  ]
}
