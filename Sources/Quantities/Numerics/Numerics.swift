/// The transcendental functions, in one place: every number of Parkline that needs one is made
/// here, by algorithms of our own, so that it has the same bits on every machine, with every C
/// library and in every width of vector (Docs/Decisions/0117).
///
/// Each is there for a vector, put in place, and for one number, called; both run one algorithm.
/// All is inlinable, for in a test build only other modules see into it and can make it fast.
/// At the edges they do what C and IEEE 754 have: no number of none, and no trap ever.
public enum Numerics {
  /// e to the power of x, within 1 ulp. ∞ above 709.78, 0 below −745.13.
  @inlinable
  public static func exponential(_ x: Double) -> Double { exponential(of: x, and: 0) }

  @inlinable @inline(__always)
  public static func exponential<V: RealVector>(_ x: V) -> V {
    exponential(of: x, and: V(every: 0))
  }

  /// ln x, within 1 ulp. −∞ of 0, ∞ of ∞; no number of one below 0.
  @inlinable
  public static func logarithm(_ x: Double) -> Double { naturalLogarithm(x) }

  @inlinable @inline(__always)
  public static func logarithm<V: RealVector>(_ x: V) -> V { naturalLogarithm(x) }

  /// ln(1 + x), within 1 ulp also where x is small. −∞ of −1; no number of one below.
  @inlinable
  public static func logarithm(onePlus x: Double) -> Double { naturalLogarithm(onePlus: x) }

  @inlinable @inline(__always)
  public static func logarithm<V: RealVector>(onePlus x: V) -> V { naturalLogarithm(onePlus: x) }

  /// x to the power of y, within 1 ulp. 1 where y is 0 or x is 1; no number of a negative x unless
  /// y is whole.
  @inlinable
  public static func power(_ x: Double, _ y: Double) -> Double { powerOf(x, y) }

  @inlinable @inline(__always)
  public static func power<V: RealVector>(_ x: V, _ y: V) -> V { powerOf(x, y) }

  /// The score below which a share of the standard normal distribution lies; −∞ and ∞ at 0 and 1,
  /// no number beyond. Relative error below 5e-16.
  @inlinable
  public static func normalScore(below share: Double) -> Double { scoreOf(share) }

  @inlinable @inline(__always)
  public static func normalScore<V: RealVector>(below share: V) -> V { scoreOf(share) }

  /// The share of the standard normal distribution below a score. Relative error below 1e-15, also
  /// of shares near 0.
  @inlinable
  public static func normalShare(below score: Double) -> Double { shareOf(score) }

  @inlinable @inline(__always)
  public static func normalShare<V: RealVector>(below score: V) -> V { shareOf(score) }
}
