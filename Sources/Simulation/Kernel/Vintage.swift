/// Firms that were admitted together.
///
/// A class, and never changed once made: every step hands all of them about.
final class Vintage<Number: Lane>: Sendable {
  /// Its place among all of the run, in the order in which they came.
  let number: Int
  /// The month of a cohort's intake; 0 for a firm. Of those who waited in a step for their land to be
  /// complete, and came together then, the first of the step.
  let month: Int
  let hasWaited: Bool
  /// How many, fractions included.
  let count: Number
  let admitted: Number
  let opening: Number
  /// The last opening of any draw.
  let lastOpening: Double
  /// The part of their land that nobody had bought before, m².
  let sold: Number
  /// What is known of its life.
  let memory: Number.Life

  /// One in which nobody is yet.
  convenience init(number: Int, month: Int, hasWaited: Bool) {
    self.init(
      number: number, month: month, hasWaited: hasWaited, count: Number.zero,
      admitted: Vintage.never, opening: Vintage.never, sold: Number.zero,
      memory: Number.Life(opening: Vintage.never))
  }

  private init(
    number: Int, month: Int, hasWaited: Bool, count: Number, admitted: Number, opening: Number,
    sold: Number, memory: Number.Life
  ) {
    self.number = number
    self.month = month
    self.hasWaited = hasWaited
    self.count = count
    self.admitted = admitted
    self.opening = opening
    lastOpening = opening.greatest
    self.sold = sold
    self.memory = memory
  }

  /// Later than every scenario: the admission of a lane in which nobody comes.
  private static var never: Number { Number(1e12) }
}

extension Vintage {
  /// Those of the lanes in which a mask does not hold, and of those in which it does.
  func none(where mask: Number.Mask) -> Vintage {
    with(count: Number.select(mask, Number.zero, count))
  }
  func only(where mask: Number.Mask) -> Vintage {
    with(count: Number.select(mask, count, Number.zero))
  }

  /// With so many more who come in the lanes in which a mask holds.
  func adding(
    _ count: Number, _ admitted: Number, opening: Number, where isHere: Number.Mask
  ) -> Vintage {
    // Where nobody is, no instant matters: the lanes are alike where those that have somebody are.
    let isSomebody = self.count.isSomething
    let allAdmitted =
      isSomebody ? Number.select(isHere, admitted, self.admitted).settled : admitted.settled
    let allOpening =
      isSomebody ? Number.select(isHere, opening, self.opening).settled : opening.settled
    return Vintage(
      number: number, month: month, hasWaited: hasWaited,
      count: Number.select(isHere, count, self.count).settled, admitted: allAdmitted,
      opening: allOpening, sold: sold, memory: Number.Life(opening: allOpening))
  }

  /// With land that somebody had to buy, in the lanes in which a mask holds.
  func buying(_ land: Number, where takes: Number.Mask) -> Vintage {
    with(sold: Number.select(takes, land, sold).settled)
  }

  private func with(count: Number? = nil, sold: Number? = nil) -> Vintage {
    Vintage(
      number: number, month: month, hasWaited: hasWaited, count: count ?? self.count,
      admitted: admitted, opening: opening, sold: sold ?? self.sold, memory: memory)
  }
}
