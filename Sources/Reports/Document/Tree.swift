/// Numbers and what each is made of: of one figure, all the way down. The lines below a sum add up to it as
/// they are shown.
public struct Tree: Sendable {
  /// A number, with what it is called and where it comes from.
  public struct Node: Sendable {
    /// How far below the first: its parts are those behind it that are one level further down.
    public var level: Int
    /// With the sign by which it enters what it is a part of: `× share of the levels`.
    public var label: String
    /// As it is shown, exact to its last digit; empty for none.
    public var number: String
    public var unit: String
    public var note: String

    public init(
      level: Int, label: String, number: String = "", unit: String = "", note: String = ""
    ) {
      self.level = level
      self.label = label
      self.number = number
      self.unit = unit
      self.note = note
    }
  }

  /// Each before its parts; the first is the whole.
  public var nodes: [Node]
  /// Sentences below it.
  public var notes: [Table.Note] = []
  /// In prices of which year its money is; nil where there is none, or the notes say more.
  public var priceYear: Int?

  public init(nodes: [Node]) { self.nodes = nodes }

  /// What stands below it, in words.
  func sentences(_ style: FigureStyle) -> [String] {
    (notes + [priceYear.map(Table.prices(of:))].compactMap(\.self)).map { $0.text(style) }
  }
}
