/// One operation of a recorded run: what it makes of columns of numbers, one number for each draw.
///
/// An operand is the number of a column; below nought, that of a constant, counted down from -1. What is
/// no operand is a place in a table of the program.
public struct ColumnInstruction: Sendable, Equatable {
  /// What is done. Of a kind with two operands they are `a` and `b`, and so on to `e`.
  public enum Kind: Int32, Sendable {
    // Two operands.
    case add, subtract, multiply, divide, maximum, minimum, power, positiveProduct
    /// Masks, all bits of a lane or none.
    case less, equal, within
    // Three: sums and differences of the first with the product of the others; of a mask, the one or the
    // other; what is paid of what is due after a credit and an input, and what is left of those; the ramp
    // at an age, first and speed beside it.
    case addProduct, subtractProduct, select, paid, left, ramp
    /// Five: what of the product of the first three is above nought, times the others.
    case levy
    // One.
    case rounded, exponential, logarithm
    /// The same column: of a constant, a row of it.
    case copy
    /// `a` and, in fen, `b` and the product of `c` and `d`, weighed; at `e` its weight and limits, which
    /// are kept to, and need not be looked at by the second.
    case addFen, addKnownFen
    /// `a` and so many columns as `c`, listed at `b`, in fen; listed at `d`, of each a number that is added, its
    /// share, and its weight.
    case addFens
    /// `a` and `b`; at `c` the limit.
    case addWithin
    /// The area under values to `a`; they are at `b`, so many as `c`.
    case area
    /// The mean of values over `a` to `b` of length `c`; they are at `d`, so many as `e`.
    case mean
    /// Those who live so long as `a` under hazards times `b`; they are at `c`, so many as `d`.
    case survival
    /// Sums with so many columns as `b`, each times a factor. Listed at `a`: the sums, so many as `c`, the
    /// columns, and what each sum was before; listed at `d`, the factors, sum by sum.
    case weigh
    /// What `b` followed vintages pay and keep. Listed at `a`: the columns that are written, so many as `c`, the
    /// vintages' counts, eight columns that all of them read, how many losses each has, and what stood in
    /// the written columns before; listed at `d`, eight factors of each.
    case follow
    /// What a function of other numbers makes of each draw: columns listed at `a`, `b` that are read and then
    /// `c` that are written; at `d` the function.
    case call
    // The same of operands that are known to be columns, or numbers that are one for all draws; which of
    // them is told by letters in `ColumnInstruction+Forms`.
    case multiplyCC, multiplyCN, addCC, subtractCC, subtractNC, lessCN, maximumCN, positiveProductCN
    case addProductCCC, addProductCCN, addProductNCC, addProductNCN
    case selectCCC, selectCCN, selectCNC, selectCNN
    case levyCCNNN, levyCNNNN
    case addFenCNCN
    // What no draw may miss that comes under the program: that a mask is as that of `b`, whose first bit
    // counts; that `a` has the bits of `b`; that it is no less than the first number at `b`, and no more than
    // the second.
    case expectMask, expectBits, expectRange
  }

  public var kind: Kind
  /// The column that is written; below nought for none.
  public var to: Int32
  public var a: Int32
  public var b: Int32
  public var c: Int32
  public var d: Int32
  public var e: Int32

  /// Puts operands in one order where it makes no difference, so that the same is seen to be the same.
  public mutating func sortOperands() {
    switch kind {
    case .multiply, .add: if a < b { (a, b) = (b, a) }
    case .addProduct, .subtractProduct: if b < c { (b, c) = (c, b) }
    default: break
    }
  }

  public init(
    _ kind: Kind, to: Int32 = -1, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0, _ d: Int32 = 0,
    _ e: Int32 = 0
  ) {
    self.kind = kind
    self.to = to
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
  }
}

extension ColumnInstruction.Kind {
  /// How many of `a` to `e` are operands, from the first on; those in lists are none of them.
  public var operands: Int {
    switch self {
    case .weigh, .follow, .call: 0
    case .rounded, .exponential, .logarithm, .copy, .area, .addFens, .expectRange: 1
    case .add, .subtract, .multiply, .divide, .maximum, .minimum, .power, .positiveProduct, .less,
      .equal, .within, .addWithin, .survival, .expectMask, .expectBits, .multiplyCC, .multiplyCN,
      .addCC, .subtractCC, .subtractNC, .lessCN, .maximumCN, .positiveProductCN:
      2
    case .addProduct, .subtractProduct, .select, .paid, .left, .ramp, .mean, .addProductCCC,
      .addProductCCN, .addProductNCC, .addProductNCN, .selectCCC, .selectCCN, .selectCNC,
      .selectCNN:
      3
    case .addFen, .addKnownFen, .addFenCNCN: 4
    case .levy, .levyCCNNN, .levyCNNNN: 5
    }
  }

  /// Whether it says nothing but which draws do not come under the program.
  public var isExpectation: Bool { rawValue >= Self.expectMask.rawValue }
}

/// Where a recorded run is worked out for some vectors of draws.
public struct ColumnMachine {
  /// The columns, one after another; the constants before them, the first of them last.
  public var columns: VectorLoops.Row
  /// How many vectors each has.
  @inlinable
  public static var vectors: Int { 16 }
  /// The same: that it is no constant keeps loops over them loops.
  public let vectors = ColumnMachine.vectors
  /// What instructions have beside operands.
  public var numbers: UnsafePointer<Double>
  public var places: UnsafePointer<Int32>
  /// All bits of each draw that is not as it was expected.
  public var strangers: VectorLoops.Row
  /// Room for the addresses of as many columns as an instruction has, and for what `follow` counts.
  public var rows: UnsafeMutablePointer<VectorLoops.Row>
  public var tallies: VectorLoops.Row
  public var agreements: UnsafeMutablePointer<VectorLoops.Agreement>
  public var lengths: UnsafeMutablePointer<Int>

  public init(
    columns: VectorLoops.Row, numbers: UnsafePointer<Double>,
    places: UnsafePointer<Int32>, strangers: VectorLoops.Row,
    rows: UnsafeMutablePointer<VectorLoops.Row>, tallies: VectorLoops.Row,
    agreements: UnsafeMutablePointer<VectorLoops.Agreement>, lengths: UnsafeMutablePointer<Int>
  ) {
    self.columns = columns
    self.numbers = numbers
    self.places = places
    self.strangers = strangers
    self.rows = rows
    self.tallies = tallies
    self.agreements = agreements
    self.lengths = lengths
  }
}
