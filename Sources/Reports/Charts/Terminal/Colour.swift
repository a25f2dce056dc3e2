/// A colour of a terminal of 256 colours.
struct Colour: Equatable {
  private let number: Int

  /// What begins it.
  var code: String { "\u{1B}[38;5;\(number)m" }

  /// What ends any.
  static let reset = "\u{1B}[0m"

  /// The colours of Okabe and Ito, Color Universal Design, 2008 (https://jfly.uni-koeln.de/color/; their
  /// values as R's palettes repeat them, checked on 2026-11-28), which people who are blind to red, green
  /// or blue can tell apart. They are about as near as 256 colours come, orange and yellow a step farther
  /// from each other; grey stands in for black, which is not seen on a dark ground.
  static let skyBlue = Colour(number: 74)
  static let orange = Colour(number: 214)
  static let green = Colour(number: 36)
  static let purple = Colour(number: 175)
  static let vermilion = Colour(number: 166)
  static let blue = Colour(number: 25)
  static let yellow = Colour(number: 227)
  static let grey = Colour(number: 246)

  private static let all = [skyBlue, orange, green, purple, vermilion, blue, yellow, grey]

  /// Of the nth curve; they begin again behind the eighth.
  static func ofCurve(_ index: Int) -> Colour { all[index % all.count] }
}
