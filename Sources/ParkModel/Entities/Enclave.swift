import Diagnostics
import Language
import Quantities

/// A park of one city on the ground of another, which share its local tax. Model 6, enclave.
public enum Enclave {
  public static let park = AttributeRow.entity(
    "park", .park, required: true, "the park whose local tax is shared")
  public static let host = AttributeRow.entity(
    "host", .city, required: true, "the city whose park it is, and which receives its local tax")
  public static let home = AttributeRow.entity(
    "home", .city, required: true, "the city to which a share of it is passed on")
  public static let share = AttributeRow.number(
    "share", "", 0...1, fallback: 0, "the agreed share of the local tax")
  public static let net = AttributeRow.choice(
    "net", ["no", "yes"], "whether the share is of what rebates leave of the local tax")
  public static let fixed = AttributeRow.number(
    "fixed", "yuan/year", 0...1e15, fallback: 0,
    "what the host pays the home city a year once the park is open, beside any share")
  public static let honour = AttributeRow.number(
    "honour", "", 0...1, fallback: 1, "how much of what is agreed is really passed on")
  public static let contribution = AttributeRow.number(
    "contribution", "yuan", 0...1e15, fallback: 0,
    "what the home city pays for the park in all, as its public money is spent")

  static let row = EntityRow(
    kind: .enclave, summary: "a park whose local tax and costs two cities share",
    attributes: [park, host, home, share, net, fixed, honour, contribution],
    groups: [AttributeGroup("what passes", [share, fixed, contribution])],
    example: "enclave outpost park=smart host=hangzhou home=quzhou share=50%")

  static func check(_ enclave: Declaration) throws(Diagnostic) {
    try checkDeal(enclave)
    guard let city = enclave.reference(host), city == enclave.reference(home) else { return }
    throw Diagnostic(
      "conflict", "`\(enclave.name)` shares the tax of `\(city)` with `\(city)` itself",
      at: enclave[home]?.location ?? enclave.location,
      help: ["name another city as `home`, or `remove \(enclave.name)`"])
  }

  /// Something has to pass between the cities; and what the home city pays is one sum.
  private static func checkDeal(_ enclave: Declaration) throws(Diagnostic) {
    let deal = [share, fixed, contribution]
    if deal.allSatisfy({ enclave[$0] == nil }) {
      throw Diagnostic(
        "missing-attribute",
        "`\(enclave.name)` needs a `share` of the local tax, a `fixed` sum a year or a `contribution`",
        at: enclave.location,
        help: ["for example `\(row.example)`"])
    }
    if let sum = enclave[contribution], case .schedule? = sum.number {
      throw Diagnostic(
        "wrong-kind", "`contribution` is one sum of money, and not a schedule", at: sum.location,
        help: ["write for example `contribution=5亿元`; it is paid as the park's phases are built"])
    }
  }

  /// The part of the local tax that is passed on from a moment on; before every key for nil.
  static func part(_ enclave: Declaration, at moment: ScheduleKey?) -> Double {
    let agreed = enclave.number(share)?.value(at: moment) ?? 0
    return agreed * (enclave.number(honour)?.value(at: moment) ?? 1)
  }
}

extension Scenario {
  /// Enclaves that disagree about who receives a park's local tax, or pass on more than all of it.
  func enclaveProblems() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var first: [String: Declaration] = [:]
    for enclave in entities(.enclave) {
      guard let name = enclave.reference(Enclave.park), let park = entity(named: name),
        let host = enclave.reference(Enclave.host)
      else { continue }
      let place = enclave[Enclave.host]?.location ?? enclave.location
      if let other = first[name], let known = other.reference(Enclave.host), known != host {
        found.append(
          Diagnostic(
            "conflict", "`\(name)` cannot have both `\(known)` and `\(host)` as its host",
            at: place, notes: [Diagnostic.Note("the other is named here", at: other.location)],
            help: ["write `host=\(known)`, or `remove \(other.name)`"]))
      } else if let stated = park.reference(Park.jurisdiction), stated != host {
        found.append(
          Diagnostic(
            "conflict",
            "`\(host)` cannot be the host: the local tax of `\(name)` goes to `\(stated)`",
            at: place,
            notes: park[Park.jurisdiction].map {
              [Diagnostic.Note("it is stated here", at: $0.location)]
            } ?? [], help: ["write `host=\(stated)`, or `unset \(name) jurisdiction`"]))
      }
      if first[name] == nil { first[name] = enclave }
    }
    return found.isEmpty ? sharingProblems() : found
  }

  /// Several enclaves of one park that together pass on more than its whole local tax.
  private func sharingProblems() -> [Diagnostic] {
    var byPark: [String: [Declaration]] = [:]
    for enclave in entities(.enclave) {
      guard let park = enclave.reference(Enclave.park) else { continue }
      let all = byPark[park, default: []] + [enclave]
      byPark[park] = all
      let keys = all.flatMap { other in
        [Enclave.share, Enclave.honour].flatMap { other.number($0)?.keys ?? [] }
      }
      for moment in keys + [nil] {
        let sum = all.reduce(0) { $0 + Enclave.part($1, at: moment) }
        guard sum > 1 + 1e-9 else { continue }
        return [
          Diagnostic(
            "shares-do-not-add-up",
            "the enclaves of `\(park)` pass on \(NumberFormat.significant(sum * 100, digits: 6)) %"
              + " of its local tax, more than there is",
            at: enclave[Enclave.share]?.location ?? enclave.location,
            notes: [
              Diagnostic.Note("they are " + all.map { "`\($0.name)`" }.joined(separator: ", "))
            ])
        ]
      }
    }
    return []
  }
}
