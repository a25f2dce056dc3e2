import Language
import Quantities

/// What has to hold among the attributes of a declaration where some of them differ between draws:
/// what `Declaration.check` asks of numbers.
struct InputConditions {
  typealias Term = ProgramBuilder.Term

  /// Worked out in the middle.
  let entity: Declaration
  /// The numbers of attributes that differ between draws, by the place of the attribute.
  let inputs: [Int: [Term]]

  func require(_ builder: inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) {
    switch entity.kind {
    case .cohort: try requireArrivals(&builder)
    case .model: try requireSiphon(&builder)
    case .tax:
      try requireNoShare(&builder)
      try requireShares(&builder)
    case .assume, .correlate, .ensemble, .metric, .observe, .scenario, .unit:
      throw ProgramBuilder.Uncompiled("an uncertain \(entity.kind.rawValue)")
    case .boost, .city, .enclave, .firm, .incentive, .link, .park, .phase, .rail, .screen, .sector,
      .travel:
      break
    }
  }

  /// The numbers of a row, and when they begin to hold; nil where it has none.
  func numbers(_ row: AttributeRow) -> (keys: [ScheduleKey], terms: [Term])? {
    guard let index = entity.attributes.firstIndex(where: { $0.name == row.name }) else {
      return row.fallbackNumber.map { ([], [.constant($0)]) }
    }
    var central: NumberValue
    switch entity.attributes[index].value {
    case .number(let number), .rate(.share(let number)): central = number
    default: return nil
    }
    if case .input(_, let inner) = central { central = inner }
    return (central.keys, inputs[index] ?? central.values.map { .constant($0) })
  }

  func hasInput(_ rows: [AttributeRow]) -> Bool {
    inputs.keys.contains { index in rows.contains { $0.name == entity.attributes[index].name } }
  }

  /// A `bass` pattern begins.
  private func requireArrivals(
    _ builder: inout ProgramBuilder
  ) throws(ProgramBuilder.Uncompiled) {
    guard case .choice("bass")? = entity[Cohort.pattern]?.value, hasInput([Cohort.innovation]),
      let numbers = numbers(Cohort.innovation)
    else { return }
    for term in numbers.terms { try builder.require({ .within($0, 1e-9...Double.infinity) }, term) }
  }

  /// What is near is nearer than what is far.
  private func requireSiphon(_ builder: inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) {
    guard hasInput([Model.siphonNear, Model.siphonFar]), let near = numbers(Model.siphonNear),
      let far = numbers(Model.siphonFar)
    else { return }
    for first in near.terms {
      for second in far.terms { try builder.require(below: first, second) }
    }
  }

  /// A tax on land is none on a share of anything.
  private func requireNoShare(_ builder: inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) {
    guard case .base(.land)? = entity[Tax.base]?.value else { return }
    for row in [Tax.rate, Tax.countyRate] where hasInput([row]) {
      for term in numbers(row)?.terms ?? [] {
        try builder.require({ .within($0, -Double.infinity...0) }, term)
      }
    }
  }

  /// The shares of a tax are all of it, from every moment on.
  private func requireShares(_ builder: inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) {
    guard let levels = try? Tax.levels(of: entity) else {
      throw ProgramBuilder.Uncompiled("shares of several kinds")
    }
    let rows = Tax.shares(of: levels)
    guard hasInput(rows) else { return }
    let shares = rows.map { entity[$0] == nil ? ([], [.constant(0)]) : numbers($0) ?? ([], []) }
    for moment in shares.flatMap(\.0) + [nil] {
      var sum = Term.constant(0)
      for (keys, terms) in shares where !terms.isEmpty {
        let place = keys.lastIndex { key in moment.map { key.order <= $0.order } ?? false }
        sum = builder.apply(InputProgram.Operation.add, sum, terms[place ?? 0])
      }
      let excess = builder.apply(InputProgram.Operation.subtract, sum, .constant(1))
      try builder.require({ .within($0, -1e-9...1e-9) }, excess)
    }
  }
}
