import Reports

extension Session {
  /// Shows a table as the terminal and the settings want it, and keeps it for `last`.
  mutating func show(_ table: Table) { show([table]) }

  /// Shows tables below each other, with a line between them.
  mutating func show(_ tables: [Table]) {
    lastTables = tables
    print(tables.map(text).joined(separator: "\n"))
  }

  /// A table as lines, as wide as the terminal at most.
  func text(_ table: Table) -> String {
    TextLayout(width: width, style: settings.style).render(table)
  }

  /// Figures in the words of the settings.
  var figures: FigureText { FigureText(settings.style) }
}
