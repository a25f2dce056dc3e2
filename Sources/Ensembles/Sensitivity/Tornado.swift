/// What each input by itself does to a figure: at a low and at a high value of it, the others staying
/// at their central ones.
public struct Tornado: Equatable, Sendable {
  /// An input and the two values that are tried, in its own unit.
  public struct Input: Equatable, Sendable {
    public var name: String
    /// Usually what 5 % of its draws do not exceed.
    public var low: Double
    /// And 95 %.
    public var high: Double

    public init(name: String, low: Double, high: Double) {
      self.name = name
      self.low = low
      self.high = high
    }
  }

  /// What an input does.
  public struct Bar: Equatable, Sendable, Swinging {
    public var input: Input
    /// The figure at the input's low value; nil where it has none.
    public var atLow: Double?
    /// The figure at its high value.
    public var atHigh: Double?
  }

  /// The figure where every input is at its central value; nil where it has none.
  public let central: Double?
  /// The widest first; those without a swing last, each kind as the inputs came.
  public let bars: [Bar]

  /// Works the figure out 2 k + 1 times.
  ///
  /// - Parameter figure: the figure where the input of an index stands at a value and all others at
  ///   their central one, or where all do (nil); nil, or what is not finite, where it has none.
  public init<Failure: Error>(
    _ inputs: [Input], figure: ((index: Int, value: Double)?) throws(Failure) -> Double?
  ) throws(Failure) {
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    central = finite(try figure(nil))
    var bars: [Bar] = []
    for (index, input) in inputs.enumerated() {
      bars.append(
        Bar(
          input: input, atLow: finite(try figure((index, input.low))),
          atHigh: finite(try figure((index, input.high)))))
    }
    self.bars = bars.widestFirst()
  }
}
