/// The flows and stocks of one establishment in one step, its vintages added.
struct Sums<Number: Lane> {
  var made = Made<Number>()
  /// Own investment by the beginning of the step.
  var investedBefore = Number.zero
  /// Own investment by its end.
  var invested = Number.zero
  /// Own investment of the step that goes into buildings.
  var building = Number.zero
  var grants = Number.zero
  var jobs = Number.zero
  var indirectJobs = Number.zero
  var inducedJobs = Number.zero
  var firms = Number.zero
  /// How many firms hold their land and floor.
  var held = Number.zero
  /// By tax, then by level of government; without what is still to be divided.
  var taxes: [Number]
  /// By tax, then by level, the part of `amounts` that is added to `taxes` as it is posted; empty where
  /// nothing is.
  var shares: [Number] = []
  /// By tax.
  var rebates: [Number]
  /// By enclave of the park, then by tax.
  var transfers: [Number]
  /// By tax; empty where no tenant comes from anywhere.
  var displaced: [Number]
  /// By tax with credits, then by level.
  var refunds: [Number]
  /// By tax, what those pay who are taxed apart from the others, and what of it is paid back.
  var apart: [Number]
  var apartRebated: [Number]
  /// Each tax of those at hand, for surtaxes; and the part of it of whose local share all is paid back.
  var amounts: [Number]
  var rebated: [Number]
  /// By tax on profit, what it is levied on of the vintage at hand.
  var taxed: [Number]

  /// How many levels of government there are.
  private let levels: Int

  init(
    taxes count: Int, levels: Int, enclaves: Int, credits: Int, profits: Int, hasRelocations: Bool
  ) {
    self.levels = levels
    taxes = Array(repeating: Number.zero, count: count * levels)
    rebates = Array(repeating: Number.zero, count: count)
    transfers = Array(repeating: Number.zero, count: count * enclaves)
    refunds = Array(repeating: Number.zero, count: credits * levels)
    apart = Array(repeating: Number.zero, count: count)
    displaced = Array(repeating: Number.zero, count: hasRelocations ? count : 0)
    apartRebated = apart
    amounts = apart
    rebated = apart
    taxed = Array(repeating: Number.zero, count: profits)
  }

  /// Back to nothing, without giving memory back.
  mutating func clear() {
    shares = []
    made = Made()
    investedBefore = Number.zero
    invested = Number.zero
    building = Number.zero
    grants = Number.zero
    jobs = Number.zero
    indirectJobs = Number.zero
    inducedJobs = Number.zero
    firms = Number.zero
    held = Number.zero
    for index in taxes.indices { taxes[index] = Number.zero }
    for index in rebates.indices { rebates[index] = Number.zero }
    for index in transfers.indices { transfers[index] = Number.zero }
    for index in refunds.indices { refunds[index] = Number.zero }
    for index in apart.indices { apart[index] = Number.zero }
    for index in apartRebated.indices { apartRebated[index] = Number.zero }
    for index in displaced.indices { displaced[index] = Number.zero }
  }

  /// The local part of every tax, yuan.
  var localTax: Number {
    var sum = Number.zero
    for (tax, amount) in amounts.enumerated() {
      let place = (tax + 1) * levels - 1
      var local = taxes[place]
      if !shares.isEmpty { local.add(amount, times: shares[place]) }
      sum += local
    }
    return sum
  }
}
