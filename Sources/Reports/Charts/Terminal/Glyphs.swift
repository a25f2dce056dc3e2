extension TextChart {
  /// What pictures are made of.
  public enum Glyphs: Sendable {
    /// Dots of braille for curves, blocks for areas and bars.
    case braille
    /// Signs that any terminal has.
    case ascii
  }
}

extension TextChart.Glyphs {
  /// Dots in a cell.
  var dots: (across: Int, up: Int) { self == .braille ? (2, 4) : (1, 1) }

  /// The axis at the left, its ticks, its foot and the line below.
  var axis: (side: String, tick: String, foot: String, cross: String) {
    self == .braille ? ("│", "┤", "└", "┼") : ("|", "+", "+", "+")
  }

  /// The line below a picture or at nothing, and where a period with a label is.
  var line: (plain: String, tick: String) { self == .braille ? ("─", "┬") : ("-", "+") }

  /// The mark of the nth curve where there are no dots.
  static func mark(_ index: Int) -> String { String(marks[index % marks.count]) }

  private static let marks = Array("*+ox#@%&=~abcdefghijklmnpqrstuvwyz")

  /// What a cell of the nth area or bar is filled with; one block for all where colours tell them apart.
  func fill(_ index: Int, isSolid: Bool) -> String {
    if self == .ascii { return TextChart.Glyphs.mark(index) }
    return isSolid ? "█" : ["█", "▓", "▒", "░"][index % 4]
  }

  /// Eighths of a block, from below.
  static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Steps of a sparkline.
  var steps: [String] {
    self == .braille ? TextChart.Glyphs.eighths : ["_", ".", ":", "-", "=", "+", "*", "#"]
  }
}
