import Diagnostics
import Language
import ParkModel
import Simulation

/// Which run of a scenario figures are asked of, and in which money.
struct RunView: Hashable, Sendable {
  var closures = Closures.expected
  /// In the prices of each time, and not in those of one year.
  var isNominal = false
}

extension RunView {
  /// The option that asks for nominal money.
  static let nominal = "nominal"
  static let nominalOption = Signature.Piece.option(
    nominal, "money in the prices of each time, not in those of one year")

  /// Reads `closures=none`.
  static func closures(
    _ attribute: AttributeText, at place: Location
  ) throws(Diagnostic) -> Closures {
    let names = Closures.allCases.map(\.rawValue)
    return Closures(rawValue: try ViewRequest.choice(attribute, names, at: place)) ?? .expected
  }

  /// Reads `[closures=none] [--nominal]`, as far as these stand there.
  mutating func read(_ reader: inout ArgumentReader) throws(Diagnostic) {
    var isGiven = false
    while !reader.isAtEnd {
      var ahead = reader
      if ahead.isOptionAhead, let word = try ahead.option(), word.text == RunView.nominal {
        isNominal = true
      } else if let attribute = try ahead.attribute(), attribute.name == "closures" {
        guard !isGiven else {
          throw Diagnostic(
            "twice", "`closures` is given twice", at: ahead.location(attribute.nameSpan))
        }
        isGiven = true
        closures = try RunView.closures(
          attribute, at: ahead.location(attribute.value.span))
      } else {
        return
      }
      reader = ahead
    }
  }
}

extension Session {
  /// What figures are asked of where a statement says nothing else.
  var view: RunView { RunView(isNominal: settings.isNominal) }

  /// The run of the scenario at hand, as it is asked for.
  mutating func project(_ view: RunView) throws(Diagnostic) -> Projection {
    try project(branch, view)
  }

  /// The run of a branch's scenario, as it is asked for.
  mutating func project(_ name: String, _ view: RunView) throws(Diagnostic) -> Projection {
    guard view != RunView() else { return try project(name) }
    let branch = branches[name] ?? branches.current
    if let known = branch.views[view] { return known }
    let result: Projection
    if view.isNominal {
      var real = view
      real.isNominal = false
      let projection = try project(name, real)
      do throws(Diagnostic) {
        result = try projection.nominal()
      } catch {
        let stated = branch.scenario.model[Model.inflation]?.location
        throw stated.map(error.placed(at:)) ?? error
      }
    } else {
      result = try Simulation.project(branch.scenario, closures: view.closures, stop: stop)
    }
    branches.keep(result, of: name, as: view)
    return result
  }
}
