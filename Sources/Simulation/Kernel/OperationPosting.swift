/// What an establishment leaves in the ledger in a step. Model 8.
extension Operation {
  func post(
    _ sums: Sums<Number>, _ establishment: inout Establishment<Number>, _ tenant: Tenant<Number>,
    _ sink: inout Sink
  ) {
    let subject = establishment.subject
    if step == 0 {
      sink.post(
        investment: sums.investedBefore, publicShare: Number.zero, subject, step: -1)
    }
    sink.post(investment: sums.invested, publicShare: Number.zero, subject, step: step)
    sink.post(sums.made.output, .output, subject, step: step)
    sink.post(sums.made.valueAdded, .valueAdded, subject, step: step)
    sink.post(sums.made.profit, .profit, subject, step: step)
    sink.post(sums.made.payroll, .payroll, subject, step: step)
    for (place, tax, account) in plan.taxAccounts {
      guard !sums.shares.isEmpty else {
        sink.post(sums.taxes[place], account, subject, step: step)
        continue
      }
      sink.post(
        sums.taxes[place], plus: sums.amounts[tax], times: sums.shares[place], account, subject,
        step: step)
    }
    for (place, tax) in plan.creditTaxes.enumerated() {
      for index in 0..<plan.levelCount {
        sink.post(
          sums.refunds[place * plan.levelCount + index],
          .refund(tax, Level(index, of: plan.levelCount)), subject, step: step)
      }
    }
    if plan.parks[tenant.park].landPrice != nil {
      sink.post(establishment.sale, .landIncome, subject, step: step)
      establishment.sale = Number.zero
      if plan.parks[tenant.park].landSetAside != nil {
        sink.post(establishment.setAside, .setAside, subject, step: step)
        establishment.setAside = Number.zero
      }
    }
    if !tenant.incentives.isEmpty {
      sink.post(sums.grants, .grants, subject, step: step)
      for tax in plan.taxes.indices {
        sink.post(sums.rebates[tax], .rebate(tax), subject, step: step)
      }
    }
    for (index, home) in establishment.homes.enumerated() {
      for tax in plan.taxes.indices {
        let amount = sums.transfers[index * plan.taxes.count + tax]
        sink.transfer(amount, .transfer(tax), from: subject, to: home, step: step)
      }
    }
    if let origin = establishment.origin {
      for tax in plan.taxes.indices {
        sink.post(sums.displaced[tax], .displaced(tax), origin, step: step)
      }
    }
    establishment.held = sums.held
    record(sums, tenant, subject, &sink)
  }

  private func record(
    _ sums: Sums<Number>, _ tenant: Tenant<Number>, _ subject: Int32, _ sink: inout Sink
  ) {
    sink.record(
      [
        (sums.jobs, .jobs), (sums.indirectJobs, .indirectJobs), (sums.inducedJobs, .inducedJobs),
        (sums.firms, .firms), (tenant.size.land * sums.held, .occupiedLand),
        (tenant.size.floor * sums.held, .occupiedFloor), (sums.made.energy, .energy),
        (sums.made.emissions, .emissions), (jobsPerYuan * sums.building, .constructionJobs),
      ], subject, step: step)
  }
}
