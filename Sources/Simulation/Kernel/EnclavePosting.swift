/// What the cities of enclaves pay each other beside shares of tax. Model 6, enclave.
extension Construction {
  /// Posts what was contributed before the scenario's start.
  func openEnclaves(_ sink: inout Sink) {
    for index in plan.enclaves.indices {
      let before = plan.contributed(to: index, by: 0)
      post(Construction.growth(from: Number.zero, to: before), .contribution, index, -1, &sink)
    }
  }

  /// Posts contributions as differences of what was paid to date, rounded, so that the whole comes out
  /// to the fen; and what hosts pay by the year.
  func runEnclaves(step: Int, _ sink: inout Sink) {
    for index in plan.enclaves.indices {
      if plan.enclaves[index].contribution != nil {
        let before = plan.contributed(to: index, by: plan.calendar.start(of: step))
        let after = plan.contributed(to: index, by: plan.calendar.start(of: step + 1))
        post(Construction.growth(from: before, to: after), .contribution, index, step, &sink)
      }
      if let fixed = plan.fixedTransfer(of: index, step: step) {
        post(Number.zero - fixed, .fixedTransfer, index, step, &sink)
      }
    }
  }

  /// Posts what the host of an enclave gets, and takes it from the home city: two leaves that come to
  /// nothing.
  private func post(
    _ yuan: Number, _ account: Account, _ index: Int, _ step: Int, _ sink: inout Sink
  ) {
    let enclave = plan.enclaves[index]
    guard let host = plan.parks[enclave.park].jurisdiction else { return }
    let ours = sink.place(of: plan.subject(ofPark: enclave.park, city: host))
    let theirs = sink.place(of: plan.subject(ofPark: enclave.park, city: enclave.home))
    sink.post(yuan, account, ours, step: step)
    sink.post(Number.zero - yuan, account, theirs, step: step)
  }

  /// What an amount has grown by between two moments, each rounded half-even to the fen, yuan.
  private static func growth(from before: Number, to after: Number) -> Number {
    ((after * Number(100)).rounded - (before * Number(100)).rounded) / Number(100)
  }
}
