import Vectors

/// Goes through instructions up to the next call of a function, or to their end; how many were done. Operands
/// are told by how many vectors they stand behind the first column.
///
/// Each kind is a function of its own: a vector that is handed from one to another would be taken apart.
func run(
  _ code: UnsafePointer<ColumnInstruction>, _ count: Int, _ machine: UnsafePointer<ColumnMachine>
) -> Int {
  for place in 0..<count {
    let next = code + place
    switch next.pointee.kind {
    case .call: return place
    case .add: Operation.add(next, machine)
    case .subtract: Operation.subtract(next, machine)
    case .multiply: Operation.multiply(next, machine)
    case .divide: Operation.divide(next, machine)
    case .maximum: Operation.maximum(next, machine)
    case .minimum: Operation.minimum(next, machine)
    case .power: Operation.power(next, machine)
    case .positiveProduct: Operation.positiveProduct(next, machine)
    case .less: Operation.less(next, machine)
    case .equal: Operation.equal(next, machine)
    case .within: Operation.within(next, machine)
    case .addProduct: Operation.addProduct(next, machine)
    case .subtractProduct: Operation.subtractProduct(next, machine)
    case .select: Operation.select(next, machine)
    case .paid: Operation.paid(next, machine)
    case .left: Operation.left(next, machine)
    case .ramp: Operation.ramp(next, machine)
    case .levy: Operation.levy(next, machine)
    case .rounded: Operation.rounded(next, machine)
    case .exponential: Operation.exponential(next, machine)
    case .logarithm: Operation.logarithm(next, machine)
    case .copy: Operation.copy(next, machine)
    case .addFen: Operation.addFen(next, machine)
    case .addKnownFen: Operation.addKnownFen(next, machine)
    case .addFens: Operation.addFens(next, machine)
    case .addWithin: Operation.addWithin(next, machine)
    case .area: Operation.area(next, machine)
    case .mean: Operation.mean(next, machine)
    case .survival: Operation.survival(next, machine)
    case .weigh: Operation.weigh(next, machine)
    case .follow: Operation.follow(next, machine)
    case .multiplyCC: Operation.multiplyCC(next, machine)
    case .multiplyCN: Operation.multiplyCN(next, machine)
    case .addCC: Operation.addCC(next, machine)
    case .subtractCC: Operation.subtractCC(next, machine)
    case .subtractNC: Operation.subtractNC(next, machine)
    case .lessCN: Operation.lessCN(next, machine)
    case .maximumCN: Operation.maximumCN(next, machine)
    case .positiveProductCN: Operation.positiveProductCN(next, machine)
    case .addProductCCC: Operation.addProductCCC(next, machine)
    case .addProductCCN: Operation.addProductCCN(next, machine)
    case .addProductNCC: Operation.addProductNCC(next, machine)
    case .addProductNCN: Operation.addProductNCN(next, machine)
    case .selectCCC: Operation.selectCCC(next, machine)
    case .selectCCN: Operation.selectCCN(next, machine)
    case .selectCNC: Operation.selectCNC(next, machine)
    case .selectCNN: Operation.selectCNN(next, machine)
    case .levyCCNNN: Operation.levyCCNNN(next, machine)
    case .levyCNNNN: Operation.levyCNNNN(next, machine)
    case .addFenCNCN: Operation.addFenCNCN(next, machine)
    case .expectMask: Operation.expectMask(next, machine)
    case .expectBits: Operation.expectBits(next, machine)
    case .expectRange: Operation.expectRange(next, machine)
    }
  }
  return count
}
