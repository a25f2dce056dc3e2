/// What an enclave comes to within a scenario, yuan.
public struct EnclaveDeal: Sendable {
  /// All that the park's phases ever cost the public.
  public let publicMoney: Double
  /// What the home city contributes before the start and by the end.
  public let contributedBefore: Double
  public let contributed: Double
  /// Whether the park is open at some time of the scenario.
  public let isOpen: Bool
  /// What the home city gets of this park by the end, with any other enclave of the two.
  public let passedOn: Double
}

extension Projection {
  /// What an enclave comes to; nil where there is none of the name.
  public func deal(ofEnclave name: String) -> EnclaveDeal? {
    guard let index = plan.enclaves.firstIndex(where: { $0.name == name }) else { return nil }
    let enclave = plan.enclaves[index]
    let end = calendar.start(of: calendar.count)
    var fen: Int64 = 0
    for posting in ledger.postings {
      let owner = ledger.subjects[Int(posting.subject)]
      guard Int(owner.park) == enclave.park, Int(owner.jurisdiction) == enclave.home,
        posting.account.part?.part == .transfer || posting.account == .fixedTransfer
      else { continue }
      fen += posting.fen
    }
    return EnclaveDeal(
      publicMoney: plan.publicMoney(inPark: enclave.park, by: nil),
      contributedBefore: plan.contributed(to: index, by: 0),
      contributed: plan.contributed(to: index, by: end),
      isOpen: plan.firstCompletion(ofPark: enclave.park) < end, passedOn: Double(fen) / 100)
  }
}
