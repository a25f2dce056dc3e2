import ParkModel

/// Help is written with the levels of government that hold where no library brings others.
enum LevelWords {
  /// A page with the metrics of other levels in the place of those, so that what it shows can be typed.
  static func page(_ page: String, _ levels: Levels) -> String {
    let standard = Levels.standard.names
    guard levels.library != Levels.standard.library, let first = levels.names.first else {
      return page
    }
    func sum(_ names: [String]) -> String { names.map { "tax." + $0 }.joined(separator: " + ") }
    var text = page.replacing(sum(standard), with: sum(levels.names))
    for (place, name) in standard.enumerated() {
      let isOwn = place == standard.count - 1
      let between = levels.names.count > 2 ? levels.names[1] : first
      let other = isOwn ? levels.own.name : place == 0 ? first : between
      for metric in ["tax", "refunds"] {
        text = text.replacing("\(metric).\(name)", with: "\(metric).\(other)")
      }
    }
    return text
  }
}
