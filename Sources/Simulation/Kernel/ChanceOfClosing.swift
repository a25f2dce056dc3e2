/// What has become of named firms by then. Model 4, survival.
extension Projection {
  /// The chance that a named firm is open at the end of a step; nil for a cohort, for one that has
  /// not opened by then, and for a name of none.
  public func chanceOpen(_ firm: String, atEndOf step: Int) -> Double? {
    guard let tenant = plan.tenants.first(where: { $0.name == firm }), tenant.stream == nil,
      let own = establishments.first(where: { $0.tenant == tenant.index }),
      let vintage = own.vintages.first
    else { return nil }
    let age = calendar.start(of: step + 1) - vintage.opening
    return age < 0 ? nil : tenant.survival(age)
  }

  /// Whether a named firm is less than sure to be open at the end of a step.
  public func mayHaveClosed(_ firm: String, by step: Int) -> Bool {
    chanceOpen(firm, atEndOf: step).map { $0 < 1 } ?? false
  }
}
