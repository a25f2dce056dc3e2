import Vectors

/// The taxes of vintages that depend on their past: as the engine has them of one number after another,
/// with the same bits.
///
/// Some vectors of all rows at a time: what all vintages share then stays at hand, and of each one's rows so
/// much is read at once as stands side by side.
func followAll(_ given: VectorLoops.Followed, _ vectors: Int) {
  let most = 16
  var start = 0
  while start < vectors {
    let end = min(start + most, vectors)
    var past = given.pasts
    for vintage in 0..<given.vintages {
      let length = given.lengths[vintage]
      follow(vintage, past, length, given, start..<end)
      past += 2 + (length < 0 ? -length : length)
    }
    start = end
  }
  let none = Vector(repeating: 0)
  let every = Vector(repeating: Double(vectors))
  for vintage in 0..<given.vintages {
    let sum = given.tallies[vintage]
    given.agreements[vintage] = sum == none ? .none : sum == every ? .all : .some
  }
}

/// One vintage, whose rows of the past are handed over, in some vectors.
@inline(__always)
private func follow(
  _ vintage: Int, _ past: UnsafePointer<VectorLoops.Row>, _ length: Int,
  _ given: VectorLoops.Followed, _ places: Range<Int>
) {
  let operands = given.operands
  let sums = given.sums
  let life = given.factors + 8 * vintage
  let counts = given.counts[vintage]
  let (known, credits) = (past[0], past[1])
  let losses = past + 2
  let earlier = length < 0 ? -length - 1 : length
  let zero = Vector(repeating: 0)
  var tally = given.tallies[vintage]
  for place in places {
    let count = counts[place]
    let running = count * life[0]
    let due = operands[0][place] * running
    let more = operands[6][place] * (count * life[2]) * operands[7][place]
    let credit = credits[place]
    let left = positive(credit + more - due) * life[3]
    credits[place] = left
    var isSomething = left .!= zero
    let pays = positive(due - credit - more) * life[4]
    sums[0][place] += pays
    sums[1][place] += pays * life[5]
    let taxable =
      operands[1][place] * (count * life[1]) - operands[2][place] * running * operands[3][place]
    var rest = positive(taxable)
    for index in 0..<earlier {
      let loss = losses[index][place]
      let used = rest.replacing(with: loss, where: loss .< rest)
      let unused = (loss - used) * life[3]
      losses[index][place] = unused
      isSomething .|= unused .!= zero
      rest -= used
    }
    if length < 0 {
      let lost = positive(zero - taxable) * life[3]
      losses[earlier][place] = lost
      isSomething .|= lost .!= zero
    }
    let levy = positive(rest) * operands[4][place] * operands[5][place] * life[6]
    sums[2][place] += levy
    sums[3][place] += levy * life[7]
    let one = zero.replacing(with: Vector(repeating: 1), where: isSomething)
    known[place] = one
    tally += one
  }
  given.tallies[vintage] = tally
}
