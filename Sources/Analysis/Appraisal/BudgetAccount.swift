public import ParkModel

/// One kind of money that a city's or county's budget takes in or pays out; all of them come to
/// `net_local`. Model 6 and 10.
///
/// Benefits are what the park brings in, after what of it is given back or passed on; costs are what
/// is laid out for it. A rebate is tax that was never kept, so that it lowers the benefits; a grant is
/// paid whether or not tax follows, so that it is a cost.
public struct BudgetAccount: Sendable {
  /// The metric that has its amounts; of what a level of government has a part of, without the level.
  public let metric: String
  /// Whether the budget has the part of its own level.
  private let isOfOwnLevel: Bool
  public let label: String
  public let meaning: String
  public let isCost: Bool
  /// Whether more of the metric is less in the budget.
  let isPaid: Bool
  /// Whether a part of it would come anyway or is lost elsewhere. Model 6, net local.
  public let isJudged: Bool

  private init(
    _ metric: String, _ label: String, isCost: Bool = false, isPaid: Bool? = nil,
    isJudged: Bool = false, isOfOwnLevel: Bool = false, _ meaning: String
  ) {
    self.metric = metric
    self.isOfOwnLevel = isOfOwnLevel
    self.label = label
    self.meaning = meaning
    self.isCost = isCost
    self.isPaid = isPaid ?? isCost
    self.isJudged = isJudged
  }

  /// The metric where taxes are divided among some levels of government: `tax.local`, `tax.municipal`.
  public func metric(of levels: Levels) -> String {
    isOfOwnLevel ? "\(metric).\(levels.own.name)" : metric
  }

  /// In the order of a table: benefits, then costs.
  public static let rows: [BudgetAccount] = [
    BudgetAccount(
      "tax", "local tax", isJudged: true, isOfOwnLevel: true, "the city's or county's part of tax"),
    BudgetAccount("land_income", "land income", isJudged: true, "what firms pay for land, once"),
    BudgetAccount("rebates", "rebates", isPaid: true, "local tax paid back to firms"),
    BudgetAccount(
      "refunds", "refunds", isPaid: true, isOfOwnLevel: true,
      "the local part of credits that are paid out"),
    BudgetAccount(
      "transfers", "passed on", "to or from an enclave's cities, of local tax and beside it"),
    BudgetAccount(
      "displaced", "lost to parks", isPaid: true, "local tax of firms that left for another park"),
    BudgetAccount(
      "handover", "handed over", isPaid: true, "to the level above, of what local tax has grown by"),
    BudgetAccount(
      "set_aside", "set aside", isCost: true, "land income that has to be spent elsewhere"),
    BudgetAccount(
      "investment.public", "public investment", isCost: true, "the public part of phases"),
    BudgetAccount("opex", "running costs", isCost: true, "of the public part of complete phases"),
    BudgetAccount(
      "contributions", "contributions", isCost: true, isPaid: false,
      "to or from an enclave's park, as it is built"),
    BudgetAccount("grants", "grants", isCost: true, "paid towards firms' own investment"),
  ]
}
