import Vectors

/// The taxes of vintages that depend on their past, draw by draw in registers: as the engine has them of one
/// number after another, with the same bits.
func follow(
  _ sums: UnsafePointer<VectorLoops.Row>, _ credits: UnsafePointer<VectorLoops.Row>,
  _ counts: UnsafePointer<UnsafePointer<VectorLoops.Vector>>, _ vintages: Int,
  _ factors: UnsafePointer<Double>,
  _ operands: UnsafePointer<UnsafePointer<VectorLoops.Vector>>,
  _ stands: UnsafeMutablePointer<Bool>, _ vectors: Int
) {
  for place in 0..<vectors {
    let (dues, profit) = (operands[0][place], operands[1][place])
    let (research, deduction) = (operands[2][place], operands[3][place])
    let (rate, factor) = (operands[4][place], operands[5][place])
    let (investment, input) = (operands[6][place], operands[7][place])
    var (paid, paidBack) = (sums[0][place], sums[1][place])
    var (levied, leviedBack) = (sums[2][place], sums[3][place])
    for vintage in 0..<vintages {
      let life = factors + 8 * vintage
      let count = counts[vintage][place]
      let running = count * life[0]
      let due = dues * running
      let more = investment * (count * life[2]) * input
      let credit = credits[vintage][place]
      let left = positive(credit + more - due) * life[3]
      credits[vintage][place] = left
      if isNoughtSomewhere(left) { stands[vintage] = false }
      let pays = positive(due - credit - more) * life[4]
      paid += pays
      paidBack += pays * life[5]
      let taxable = profit * (count * life[1]) - research * running * deduction
      let levy = positive(taxable) * rate * factor * life[6]
      levied += levy
      leviedBack += levy * life[7]
    }
    sums[0][place] = paid
    sums[1][place] = paidBack
    sums[2][place] = levied
    sums[3][place] = leviedBack
  }
}

@inline(__always)
private func positive(_ x: VectorLoops.Vector) -> VectorLoops.Vector {
  x.replacing(with: VectorLoops.Vector(repeating: 0), where: x .< VectorLoops.Vector(repeating: 0))
}

@inline(__always)
private func isNoughtSomewhere(_ x: VectorLoops.Vector) -> Bool {
  let none = SIMD8<Int64>.zero
  let noughts = none.replacing(
    with: SIMD8<Int64>(repeating: -1), where: x .== VectorLoops.Vector(repeating: 0))
  return noughts != none
}
