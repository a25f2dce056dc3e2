extension Table {
  /// What the figures of a column are that those of a plain run in real money are not.
  public enum Basis: Sendable, Hashable {
    /// In the prices of their own time.
    case nominal
    /// Of a run in which nothing closes.
    case noClosures

    /// What stands behind a unit.
    public var word: String { self == .nominal ? "nominal" : "no closures" }

    /// The same where headings are Chinese.
    public var chinese: String { self == .nominal ? "当年价" : "不计关停" }
  }
}

extension Table.Column {
  /// The unit of a column with what its figures are: `yuan, nominal`.
  public var fullUnit: String {
    ([unit] + bases.map(\.word)).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
