import Glibc

/// The transcendental functions, in one place: every number of Parkline that needs one is made
/// here, so that a change of their library is one change.
public enum Numerics {
  public static func exponential(_ x: Double) -> Double { Glibc.exp(x) }
  public static func logarithm(_ x: Double) -> Double { Glibc.log(x) }
  public static func power(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }
  /// ln(1 + x), exact also where x is small.
  public static func logarithm(onePlus x: Double) -> Double { Glibc.log1p(x) }
  /// ln Γ(x) for x above zero.
  public static func logarithmOfGamma(_ x: Double) -> Double { Glibc.lgamma(x) }
}
