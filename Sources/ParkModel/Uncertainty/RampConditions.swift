import Language
import Quantities

/// That what opens small opens at less than the share to which the ramp leads, where some of these
/// numbers differ between draws: what `Scenario.problems` asks of numbers.
struct RampConditions {
  /// Worked out in the middle.
  let open: Scenario
  /// The numbers that differ between draws, by entity and place of the attribute.
  let inputs: [String: [Int: [ProgramBuilder.Term]]]

  func require(_ builder: inout ProgramBuilder) throws(ProgramBuilder.Uncompiled) {
    guard let reached = conditions(of: open.model, Model.rampShare) else { return }
    let first = Sector.Number.first.row
    for entity in open.all where Scenario.opensByRamp(entity.kind) {
      guard let opening = conditions(of: entity, first),
        opening.hasInput([first]) || reached.hasInput([Model.rampShare])
      else { continue }
      for share in reached.numbers(Model.rampShare)?.terms ?? [] {
        for size in opening.numbers(first)?.terms ?? [] {
          try builder.require(below: size, share)
        }
      }
    }
  }

  /// Nil where it does not state the number: what is left out is held against nothing.
  private func conditions(of entity: Declaration, _ row: AttributeRow) -> InputConditions? {
    entity[row] == nil ? nil : InputConditions(entity: entity, inputs: inputs[entity.name] ?? [:])
  }
}
