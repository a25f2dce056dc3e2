/// What a figure is where something is low, and where it is high.
public protocol Swinging {
  /// Nil where the figure has none.
  var atLow: Double? { get }
  var atHigh: Double? { get }
}

extension Swinging {
  /// How far apart the two are; nil where one is none.
  public var swing: Double? {
    guard let atLow, let atHigh else { return nil }
    return abs(atHigh - atLow)
  }
}

extension Array where Element: Swinging {
  /// The widest first; those without a swing last, each kind as they came.
  public func widestFirst() -> [Element] {
    let order = indices.sorted { left, right in
      let (one, two) = (self[left].swing ?? -1, self[right].swing ?? -1)
      return one == two ? left < right : one > two
    }
    return order.map { self[$0] }
  }
}
