/// A piece of an answer, as data: text, Markdown, HTML and the rest draw it each in their own way.
public enum Block: Sendable {
  /// What the blocks below it are about, up to the next.
  case heading(Table.Note)
  /// A sentence, in as many lines as it takes.
  case sentence(String)
  case table(Table)
  case chart(Chart)
  case timeline(Timeline)
  case flows(FlowMap)
  case tree(Tree)
  /// What stands as it is, its line ends included: a script, the bytes of a file.
  case text(String)
}

/// An answer, or a report: blocks one below the other.
public struct Document: Sendable {
  public var title: String
  public var blocks: [Block]
  /// Rows for a format of rows, below its tables; nil for none.
  public var rows: RowSource?

  public init(title: String = "", blocks: [Block] = [], rows: RowSource? = nil) {
    self.title = title
    self.blocks = blocks
    self.rows = rows
  }

  /// The trees of it, in order.
  public var trees: [Tree] {
    blocks.compactMap { block in
      if case .tree(let tree) = block { tree } else { nil }
    }
  }

  /// The tables of it, in order.
  public var tables: [Table] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
