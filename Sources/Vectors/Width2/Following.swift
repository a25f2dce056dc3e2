import Vectors

/// The taxes of vintages that depend on their past, vector by vector in registers: as the engine has them of
/// one number after another, with the same bits.
func follow(_ given: VectorLoops.Followed, _ vectors: Int) {
  typealias Vector = VectorLoops.Vector
  let operands = given.operands
  for place in 0..<vectors {
    let (dues, profit) = (operands[0][place], operands[1][place])
    let (research, deduction) = (operands[2][place], operands[3][place])
    let (rate, factor) = (operands[4][place], operands[5][place])
    let (investment, input) = (operands[6][place], operands[7][place])
    var (paid, paidBack) = (given.sums[0][place], given.sums[1][place])
    var (levied, leviedBack) = (given.sums[2][place], given.sums[3][place])
    var past = given.pasts
    for vintage in 0..<given.vintages {
      let life = given.factors + 8 * vintage
      let count = given.counts[vintage][place]
      let running = count * life[0]
      let due = dues * running
      let more = investment * (count * life[2]) * input
      let credit = past[1][place]
      let left = positive(credit + more - due) * life[3]
      past[1][place] = left
      var isSomething = left .!= Vector(repeating: 0)
      let pays = positive(due - credit - more) * life[4]
      paid += pays
      paidBack += pays * life[5]
      let taxable = profit * (count * life[1]) - research * running * deduction
      var rest = positive(taxable)
      let length = given.lengths[vintage]
      let losses = past + 2
      let earlier = length < 0 ? -length - 1 : length
      for index in 0..<earlier {
        let loss = losses[index][place]
        let used = rest.replacing(with: loss, where: loss .< rest)
        let unused = (loss - used) * life[3]
        losses[index][place] = unused
        isSomething .|= unused .!= Vector(repeating: 0)
        rest -= used
      }
      if length < 0 {
        let lost = positive(Vector(repeating: 0) - taxable) * life[3]
        losses[earlier][place] = lost
        isSomething .|= lost .!= Vector(repeating: 0)
      }
      let levy = positive(rest) * rate * factor * life[6]
      levied += levy
      leviedBack += levy * life[7]
      past[0][place] = Vector(repeating: 0).replacing(
        with: Vector(repeating: 1), where: isSomething)
      past += 2 + (length < 0 ? -length : length)
    }
    given.sums[0][place] = paid
    given.sums[1][place] = paidBack
    given.sums[2][place] = levied
    given.sums[3][place] = leviedBack
  }
  var past = given.pasts
  for vintage in 0..<given.vintages {
    given.agreements[vintage] = agreement(past[0], vectors)
    let length = given.lengths[vintage]
    past += 2 + (length < 0 ? -length : length)
  }
}

@inline(__always)
private func positive(_ x: VectorLoops.Vector) -> VectorLoops.Vector {
  x.replacing(with: VectorLoops.Vector(repeating: 0), where: x .< VectorLoops.Vector(repeating: 0))
}

/// In how many lanes a row of noughts and ones has ones.
@inline(__always)
private func agreement(_ row: VectorLoops.Row, _ count: Int) -> VectorLoops.Agreement {
  var sum = VectorLoops.Vector(repeating: 0)
  for place in 0..<count { sum += row[place] }
  if sum == VectorLoops.Vector(repeating: 0) { return .none }
  return sum == VectorLoops.Vector(repeating: Double(count)) ? .all : .some
}
