/// Every kind of distribution; a new one is one row and its file. Model 9.
public enum DistributionTable {
  public static let rows: [DistributionRow] = [
    Bernoulli.row,
    Beta.row,
    Discrete.row,
    Lognormal.row,
    Normal.row,
    Pert.row,
    Triangular.row,
    Uniform.row,
  ]

  /// `LOW to HIGH`, which is no call.
  public static let interval = Interval.row

  /// The kind that is called like a function.
  public static func row(named name: String) -> DistributionRow? { rows.first { $0.name == name } }
}
