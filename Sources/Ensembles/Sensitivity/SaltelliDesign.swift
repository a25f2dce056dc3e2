/// The points at which a model is worked out for Sobol' indices: two independent samples A and B of all
/// inputs, and for each input the sample A in which that input comes from B.
///
/// Saltelli and others, "Variance based sensitivity analysis of model output", Computer Physics
/// Communications 181 (2010): n (k + 2) runs of a model of k inputs.
public struct SaltelliDesign: Sendable {
  /// A sample.
  public enum Sample: Hashable, Sendable {
    case a
    case b
    /// A, with the input of this index from B.
    case exchanged(Int)
  }

  /// How many points each sample has.
  public let rows: Int
  /// How many inputs there are.
  public let inputs: Int

  public init(rows: Int, inputs: Int) {
    self.rows = max(0, rows)
    self.inputs = max(0, inputs)
  }

  /// How often the model is run.
  public var count: Int { rows * (inputs + 2) }

  /// Which point the run of a number is: all samples of a row follow each other.
  public subscript(run: Int) -> (row: Int, sample: Sample) {
    let (row, place) = run.quotientAndRemainder(dividingBy: inputs + 2)
    return (row, place == 0 ? .a : place == 1 ? .b : .exchanged(place - 2))
  }

  /// The numbers of all inputs at a point, from the columns of both samples.
  public func point(
    _ row: Int, _ sample: Sample, a: [[Double]], b: [[Double]]
  ) -> [Double] {
    (0..<inputs).map { input in
      switch sample {
      case .a: a[input][row]
      case .b: b[input][row]
      case .exchanged(let exchanged): input == exchanged ? b[input][row] : a[input][row]
      }
    }
  }
}
