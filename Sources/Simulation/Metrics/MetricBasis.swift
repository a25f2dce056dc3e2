/// What the figures of a metric rest on.
extension MetricRow.Formula {
  /// Whether an amount of money is in it.
  var isOfMoney: Bool {
    switch self {
    case .additionalMoney, .money, .moneyToDate, .potential, .tax: true
    case .quotient(let above, let below, _, _): above.isOfMoney || below.isOfMoney
    case .additional, .agglomeration, .difference, .measure, .measureToDate, .total, .uplift: false
    }
  }

  /// Whether it is less where firms may have closed.
  var isExpected: Bool {
    switch self {
    case .money(let amounts), .moneyToDate(let amounts), .additionalMoney(let amounts, _):
      amounts.contains { $0.isExpected }
    case .tax, .agglomeration: true
    case .measure(let measure), .measureToDate(let measure), .additional(let measure):
      measure.isExpected
    case .total(let measures): measures.contains { $0.isExpected }
    case .difference(let a, let b): a.isExpected || b.isExpected
    case .quotient(let above, let below, _, _): above.isExpected || below.isExpected
    case .potential, .uplift: false
    }
  }

  /// Whether firms are in it in any way.
  var dependsOnFirms: Bool {
    switch self {
    case .money(let amounts), .moneyToDate(let amounts), .additionalMoney(let amounts, _):
      !amounts.allSatisfy { $0.isOfPhases }
    case .tax, .agglomeration, .additional, .total: true
    case .measure(let measure), .measureToDate(let measure): !measure.isOfPhases
    case .difference(let a, let b): !a.isOfPhases || !b.isOfPhases
    case .quotient(let above, let below, _, _): above.dependsOnFirms || below.dependsOnFirms
    case .potential, .uplift: false
    }
  }
}

extension MetricRow.Amount {
  /// Whether it is only of phases.
  fileprivate var isOfPhases: Bool {
    switch self {
    case .localTax, .transfers, .rebates, .lessRebates, .displaced, .lessDisplaced, .refunds,
      .lessLocalRefunds:
      false
    case .plus(let account), .minus(let account):
      switch account.fixed {
      case .publicInvestment, .opex, .contribution, .fixedTransfer: true
      case .privateInvestment, .output, .valueAdded, .profit, .payroll, .landIncome, .grants,
        .handover, .setAside, nil:
        false
      }
    }
  }

  /// Whether it is paid by firms for as long as they are there.
  fileprivate var isExpected: Bool {
    switch self {
    case .localTax, .transfers, .rebates, .lessRebates, .displaced, .lessDisplaced, .refunds,
      .lessLocalRefunds:
      true
    case .plus(let account), .minus(let account):
      switch account.fixed {
      case .output, .valueAdded, .profit, .payroll, .handover: true
      case .publicInvestment, .privateInvestment, .landIncome, .grants, .opex, .setAside,
        .contribution, .fixedTransfer, nil:
        false
      }
    }
  }
}

extension Measure {
  /// Whether it is only of phases and parks.
  fileprivate var isOfPhases: Bool { self == .servicedLand || self == .servicedFloor }

  /// Whether it is of firms that are open.
  fileprivate var isExpected: Bool {
    switch self {
    case .jobs, .firms, .indirectJobs, .inducedJobs, .energy, .emissions, .occupiedLand,
      .occupiedFloor:
      true
    case .constructionJobs, .waiting, .rejected, .servicedLand, .servicedFloor: false
    }
  }
}
