import CProcessor

/// What is done to each number of a row of vectors, as it was built for one kind of processor: the same
/// operations with the same bits, so many of them at a time as its registers hold.
///
/// A loop is told where its vectors stand and how far it steps to the next of an operand: one vector, or
/// none where all of the operand are one number. No vector itself is handed over, for each kind of
/// processor would hand it over otherwise.
public struct VectorLoops: Sendable {
  public typealias Vector = SIMD8<Double>
  public typealias Row = UnsafeMutablePointer<Vector>

  /// One operand: to, from, how many vectors.
  public typealias Unary = @Sendable (Row, UnsafePointer<Vector>, Int) -> Void
  /// Two operands.
  public typealias Binary =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
    ) -> Void
  /// Three operands.
  public typealias Ternary =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
    ) -> Void
  /// Five operands.
  public typealias Quinary =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int,
      UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
    ) -> Void
  /// Two operands; the row gets all bits of a lane or none. Answers in how far the lanes agree.
  public typealias Comparison =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
    ) -> Agreement

  /// The sums and how many; the rows and how many; factors; how many vectors.
  public typealias Weighing =
    @Sendable (
      UnsafePointer<Row>, Int, UnsafePointer<UnsafePointer<Vector>>, Int, UnsafePointer<Double>, Int
    ) -> Void

  /// Two rows to write, three operands.
  public typealias Payment =
    @Sendable (
      Row, Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int,
      Int
    ) -> Void

  /// The row; three operands; a weight; the limits of amounts and of sums; how many vectors.
  public typealias FenAdding =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int,
      Double, Double, Double, Int
    ) -> Bool

  /// To, from; keys, values and how many; how many vectors.
  public typealias Area =
    @Sendable (
      Row, UnsafePointer<Vector>, UnsafePointer<Double>, UnsafePointer<Double>, Int, Int
    ) -> Void

  /// To; start, end and length of a window; keys, values and how many; how many vectors.
  public typealias Mean =
    @Sendable (
      Row, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int,
      UnsafePointer<Double>, UnsafePointer<Double>, Int, Int
    ) -> Void

  /// To; the time lived; a scale; the area up to nought; keys, values and how many; how many vectors.
  public typealias Survival =
    @Sendable (
      Row, UnsafePointer<Vector>, UnsafePointer<Vector>, Int, Double, UnsafePointer<Double>,
      UnsafePointer<Double>, Int, Int
    ) -> Void

  /// What is followed, and how many vectors there are.
  public typealias Following = @Sendable (Followed, Int) -> Void

  /// Instructions and how many; where they are worked out. How many were done before the next call.
  public typealias Running =
    @Sendable (UnsafePointer<ColumnInstruction>, Int, UnsafePointer<ColumnMachine>) -> Int

  /// What the lanes of a comparison say.
  public enum Agreement: Int, Sendable { case none, some, all }

  /// What each name says, of each lane.
  public let add: Binary
  public let subtract: Binary
  public let multiply: Binary
  public let divide: Binary
  /// The second where the first is less than it, else the first.
  public let maximum: Binary
  /// The second where it is less than the first, else the first.
  public let minimum: Binary
  public let power: Binary
  /// The sum of the first and the product of the others, both rounded.
  public let addProduct: Ternary
  /// The first less the product of the others, both rounded.
  public let subtractProduct: Ternary
  /// What of the product of the first three is above nought, times the others.
  public let levy: Quinary
  public let less: Comparison
  public let equal: Comparison
  /// Whether the size of the first is no more than the second.
  public let within: Comparison
  /// The first operand where the bits of a mask are set, else the second.
  public let select:
    @Sendable (
      Row, UnsafePointer<Vector>, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
    ) -> Void
  /// The nearest whole number, of two the even one.
  public let rounded: Unary
  public let exponential: Unary
  public let logarithm: Unary
  /// Adds rows to sums, each times a factor of its own for every sum, row after row, each product and each
  /// sum rounded. The factors stand sum by sum.
  public let weigh: Weighing
  /// What of the first is above nought, times the second.
  public let positiveProduct: Binary
  /// What is paid of the first operand after the second and the third, and what of those is left, none of
  /// it below nought.
  public let pay: Payment
  /// Adds to a row a hundred times as much as the first operand and the product of the others come to,
  /// rounded, times a weight; whether the size of what is rounded, and that of each sum, are no more than a
  /// limit each.
  public let addFen: FenAdding
  /// Adds an operand to a row; whether the size of each sum is no more than a limit.
  public let addWithin: @Sendable (Row, UnsafePointer<Vector>, Int, Double, Int) -> Bool
  /// Adds what vintages pay of a tax with credits and of one on profit, one after another.
  public let follow: Following
  /// Goes through instructions of a recorded run, up to the next call of a function.
  public let run: Running
  /// The area from nought up to the operand under values that each hold from a key to the next one, the
  /// first of them also before.
  public let area: Area
  /// Values, each times the part of a window in which it holds, added; where one holds as `area` has it.
  public let mean: Mean
  /// The share of full size at an age, first and speed beside it; nothing before the opening.
  public let ramp: Ternary
  /// e to the power of less than nothing by a scale times the area of hazards in years.
  public let survival: Survival
  /// Whether the size of every number of so many rows is no more than a limit.
  public let areWithin: @Sendable (UnsafePointer<UnsafePointer<Vector>>, Int, Double, Int) -> Bool
  /// Whether all lanes have the same bits as the first.
  public let areAlike: @Sendable (UnsafePointer<Vector>, Int) -> Bool

  public init(
    add: @escaping Binary, subtract: @escaping Binary, multiply: @escaping Binary,
    divide: @escaping Binary, maximum: @escaping Binary, minimum: @escaping Binary,
    power: @escaping Binary, addProduct: @escaping Ternary, subtractProduct: @escaping Ternary,
    levy: @escaping Quinary, less: @escaping Comparison,
    equal: @escaping Comparison, within: @escaping Comparison,
    select:
      @escaping @Sendable (
        Row, UnsafePointer<Vector>, UnsafePointer<Vector>, Int, UnsafePointer<Vector>, Int, Int
      ) -> Void, rounded: @escaping Unary, exponential: @escaping Unary, logarithm: @escaping Unary,
    weigh: @escaping Weighing, positiveProduct: @escaping Binary, pay: @escaping Payment,
    addFen: @escaping FenAdding,
    addWithin: @escaping @Sendable (Row, UnsafePointer<Vector>, Int, Double, Int) -> Bool,
    follow: @escaping Following, run: @escaping Running, area: @escaping Area,
    mean: @escaping Mean, ramp: @escaping Ternary, survival: @escaping Survival,
    areWithin:
      @escaping @Sendable (UnsafePointer<UnsafePointer<Vector>>, Int, Double, Int) -> Bool,
    areAlike: @escaping @Sendable (UnsafePointer<Vector>, Int) -> Bool
  ) {
    self.add = add
    self.subtract = subtract
    self.multiply = multiply
    self.divide = divide
    self.maximum = maximum
    self.minimum = minimum
    self.power = power
    self.addProduct = addProduct
    self.subtractProduct = subtractProduct
    self.levy = levy
    self.less = less
    self.equal = equal
    self.within = within
    self.select = select
    self.rounded = rounded
    self.exponential = exponential
    self.logarithm = logarithm
    self.weigh = weigh
    self.positiveProduct = positiveProduct
    self.pay = pay
    self.addFen = addFen
    self.addWithin = addWithin
    self.follow = follow
    self.run = run
    self.area = area
    self.mean = mean
    self.ramp = ramp
    self.survival = survival
    self.areWithin = areWithin
    self.areAlike = areAlike
  }
}

/// How many doubles a register holds.
public enum VectorWidth: Int, Sendable, CaseIterable, Comparable {
  case two = 2
  case four = 4
  case eight = 8

  /// The most that this processor has.
  public static let widest = VectorWidth(rawValue: Int(parkline_vector_width())) ?? .two

  public static func < (a: VectorWidth, b: VectorWidth) -> Bool { a.rawValue < b.rawValue }
}
