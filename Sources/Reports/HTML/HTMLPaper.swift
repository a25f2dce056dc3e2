/// How tables fit on A4: upright or across, in smaller letters, and in parts where even that is not
/// enough.
enum HTMLPaper {
  /// Columns that stand beside each other, and the class of the page that they need.
  struct Part: Equatable {
    var columns: [Int]
    var paper: String
  }

  /// Widths are in digits. The first columns are keys, and stand in every part.
  static func parts(_ widths: [Int], keys: Int) -> [Part] {
    let ems = widths.map { Double($0) * digit + padding }
    let own = ems.prefix(keys).reduce(0, +)
    var parts: [Part] = []
    var (columns, taken) = (Array(0..<min(keys, widths.count)), own)
    for column in ems.indices.dropFirst(keys) {
      if taken + ems[column] > across * largest / smallest, columns.count > keys {
        parts.append(Part(columns: columns, paper: paper(taken)))
        (columns, taken) = (Array(0..<keys), own)
      }
      columns.append(column)
      taken += ems[column]
    }
    parts.append(Part(columns: columns, paper: paper(taken)))
    return parts
  }

  /// The width of a digit, and of what is between columns, em.
  private static let digit = 0.57
  private static let padding = 1.1
  /// The width of A4 within its margins, upright and across, in the largest letters, em.
  private static let upright = 56.0
  private static let across = 83.0
  /// Points.
  private static let largest = 9.0
  private static let smallest = 6.0

  /// `p9` to `p7` upright, `across p9` to `across p6`.
  private static func paper(_ ems: Double) -> String {
    for size in [9, 8, 7] where ems * Double(size) <= upright * largest { return "p\(size)" }
    for size in [9, 8, 7] where ems * Double(size) <= across * largest {
      return "across p\(size)"
    }
    return "across p6"
  }
}
