/// The program that computes.
public enum Engine {
  /// Its version: what another one computes may be something else.
  public static let version = "0.1.0"
}
