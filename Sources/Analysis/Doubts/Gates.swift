import Diagnostics
import ParkModel
import Simulation

/// Doubts about what screens let in.
enum Gates {
  static let rejectsAll = DoubtRow.idle(
    "rejects-all", "the screens of a park turn away every firm that comes", model: "5"
  ) { context in
    guard let projection = context.projection else { return [] }
    let coming = Dictionary(
      grouping: context.outlooks.filter { $0.arrives < projection.length }, by: \.park)
    let screens = Dictionary(grouping: context.own(.screen)) { $0.reference(Screen.park) ?? "" }
    // Each park once, at its first screen.
    return screens.values.compactMap { screens in
      let park = screens[0].reference(Screen.park) ?? ""
      guard let tenants = coming[park],
        tenants.allSatisfy({ $0.isTurnedAway && !$0.isAdmitted })
      else { return nil }
      let names = DoubtText.list(screens.map(\.name))
      let verb = screens.count == 1 ? "turns" : "turn"
      let whom: Sentence =
        tenants.count == 1 ? "`\(tenants[0].name)`, the only one" : "all that come"
      return Doubt(
        screens[0], at: screens[0][Screen.park],
        "\(names) \(verb) away \(whom): `\(park)` stays empty",
        help: ["`show \(screens[0].name)` says what it asks for"])
    }
  }
}
