/// Losses of a vintage that later profits may be lowered by. Model 6, losses and research.
struct KeptLosses<Number: Lane> {
  /// What is left of the loss of one step.
  struct Loss {
    /// The step's middle, months since the start.
    var middle: Double
    /// The calendar year to which the step counts.
    var year: Double
    /// Yuan.
    var amount: Number
  }

  /// The oldest first.
  private(set) var losses: [Loss] = []

  var isEmpty: Bool { losses.isEmpty }

  /// Notes 1 in the lanes that have some.
  func mark(in apart: inout Number) {
    for loss in losses {
      apart = Number.select(loss.amount.isEqual(to: Number.zero), apart, Number.one)
    }
  }

  /// Losses of some steps, the oldest first; those of nothing are left out.
  init(_ losses: [Loss] = []) {
    let isEach = losses.allSatisfy(\.amount.isSomething)
    self.losses = isEach ? losses : losses.filter(\.amount.isSomething)
  }

  /// Those that may still be carried in a step, `months` after they were made at most.
  func carried(at middle: Double, months: Double) -> [Loss] {
    // The oldest stands first.
    guard let first = losses.first, months < middle - first.middle else { return losses }
    return losses.filter { !(months < middle - $0.middle) }
  }

  /// What a step leaves of its taxable profit.
  struct Outcome {
    /// Below nothing for a loss.
    var rest: Number
    /// What losses of the same calendar year made up for.
    var within: Number
  }

  /// Lowers what is taxable in a step by what is kept, and keeps a loss. `months` is how long a loss
  /// may be carried; `noting` is told of each amount that is made use of.
  mutating func lower(
    _ taxable: Number, at middle: Double, year: Double, months: Number,
    noting: (Loss) -> Void = { _ in }
  ) -> Outcome {
    let isLoss = taxable.isLess(than: Number.zero)
    var rest = taxable.maximum(Number.zero)
    var within = Number.zero
    for index in losses.indices {
      let loss = losses[index]
      let isOver = months.isLess(than: Number(middle - loss.middle))
      let usable = Number.select(isOver, Number.zero, loss.amount)
      let used = rest.minimum(usable)
      losses[index].amount = usable - used
      rest = rest - used
      if loss.year == year { within += used }
      noting(Loss(middle: loss.middle, year: loss.year, amount: used))
    }
    let lost = Number.select(isLoss, Number.zero - taxable, Number.zero)
    let kept = Number.select(Number.zero.isLess(than: months), lost, Number.zero)
    if kept.isSomething { losses.append(Loss(middle: middle, year: year, amount: kept)) }
    return Outcome(rest: Number.select(isLoss, taxable, rest), within: within)
  }

  /// Leaves the share that lives from a step's beginning to its end.
  mutating func fade(to share: Number) {
    for index in losses.indices { losses[index].amount = losses[index].amount * share }
    losses.removeAll { !$0.amount.isSomething }
  }

  /// The one where a mask holds, the other where it does not, lane by lane.
  static func select(_ mask: Number.Mask, _ yes: KeptLosses, _ no: KeptLosses) -> KeptLosses {
    var result = KeptLosses()
    var (one, other) = (yes.losses[...], no.losses[...])
    while let next = [one.first, other.first].compactMap(\.self).min(by: { $0.middle < $1.middle })
    {
      var (mine, theirs) = (Number.zero, Number.zero)
      if let first = one.first, first.middle == next.middle { mine = one.removeFirst().amount }
      if let first = other.first, first.middle == next.middle {
        theirs = other.removeFirst().amount
      }
      let amount = Number.select(mask, mine, theirs)
      result.losses.append(Loss(middle: next.middle, year: next.year, amount: amount))
    }
    return result
  }
}
