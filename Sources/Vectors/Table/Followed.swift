extension VectorLoops {
  /// Vintages whose credits and losses are followed through a step: where their numbers stand.
  public struct Followed {
    /// Four sums: what is paid of a tax with credits, what of it is paid back, and the same of one on profit.
    public let sums: UnsafePointer<Row>
    /// Of one vintage after another: a row for 1 where it has something behind it then, its credit, its
    /// losses with the oldest first.
    public let pasts: UnsafePointer<Row>
    /// Of each, how many losses there are; below nothing where the last is that of the step.
    public let lengths: UnsafePointer<Int>
    public let counts: UnsafePointer<UnsafePointer<Vector>>
    public let vintages: Int
    /// Eight of each: running, earning, spending, kept; of either tax the part due, and paid back.
    public let factors: UnsafePointer<Double>
    /// Eight rows for all: dues, profit, research, the part of it that is deducted, rate, factor,
    /// investment, input.
    public let operands: UnsafePointer<UnsafePointer<Vector>>
    /// Of each, how many lanes have something behind them then, by place in a vector: begins with nought.
    public let tallies: Row
    /// Of each, in how many lanes it has something behind it then.
    public let agreements: UnsafeMutablePointer<Agreement>

    public init(
      sums: UnsafePointer<Row>, pasts: UnsafePointer<Row>, lengths: UnsafePointer<Int>,
      counts: UnsafePointer<UnsafePointer<Vector>>, vintages: Int,
      factors: UnsafePointer<Double>, operands: UnsafePointer<UnsafePointer<Vector>>,
      tallies: Row, agreements: UnsafeMutablePointer<Agreement>
    ) {
      self.sums = sums
      self.pasts = pasts
      self.lengths = lengths
      self.counts = counts
      self.vintages = vintages
      self.factors = factors
      self.operands = operands
      self.tallies = tallies
      self.agreements = agreements
    }

    /// Hands them over as they stand in arrays.
    public static func with(
      _ sums: [Row], _ pasts: [Row], _ lengths: [Int], _ counts: [UnsafePointer<Vector>],
      _ factors: [Double], _ operands: [UnsafePointer<Vector>], _ agreements: inout [Agreement],
      _ body: (Followed) -> Void
    ) {
      let vintages = counts.count
      var tallies = [Vector](repeating: Vector(repeating: 0), count: vintages)
      sums.withUnsafeBufferPointer { sums in
        pasts.withUnsafeBufferPointer { pasts in
          lengths.withUnsafeBufferPointer { lengths in
            counts.withUnsafeBufferPointer { counts in
              factors.withUnsafeBufferPointer { factors in
                operands.withUnsafeBufferPointer { operands in
                  agreements.withUnsafeMutableBufferPointer { agreements in
                    tallies.withUnsafeMutableBufferPointer { tallies in
                      guard let sums = sums.baseAddress, let pasts = pasts.baseAddress,
                        let lengths = lengths.baseAddress, let counts = counts.baseAddress,
                        let factors = factors.baseAddress, let operands = operands.baseAddress,
                        let agreements = agreements.baseAddress,
                        let tallies = tallies.baseAddress
                      else { return }
                      body(
                        Followed(
                          sums: sums, pasts: pasts, lengths: lengths, counts: counts,
                          vintages: vintages, factors: factors, operands: operands,
                          tallies: tallies, agreements: agreements))
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
