import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports
import Simulation

/// What a picture is to show: `METRICS [by=…] [vs=BRANCH] [kind=…]` and what tables take. Language 8.
struct PlotRequest {
  enum Kind: String, CaseIterable {
    case areas, bars, fan, lines, waterfall
  }

  /// One branch, and its figures.
  struct Branch {
    let name: String
    let request: ViewRequest
    let projection: Projection
    /// The draws of its ensemble; nil for a plain run.
    let draws: DrawAccess?
    let scenario: Scenario
  }

  let kind: Kind
  /// The branch at hand, and the one beside it.
  let branches: [Branch]

  /// A picture of one figure with one value, and no request of this sort: `PlotTornado`.
  static let tornado = "tornado"

  private static let kinds = (Kind.allCases.map(\.rawValue) + [tornado]).sorted()

  /// What pictures choose that tables do not.
  static let own: [Signature.Piece] = [
    .attribute("vs", .branch, "the branch beside the one at hand"),
    .attribute("kind", .choice(kinds), "what sort of picture"), TornadoCommand.topAttribute,
  ]

  /// Reads to the end of the statement. Other options go to `option`, which says whether it knows them.
  init(
    _ reader: inout ArgumentReader, _ session: inout Session, view: RunView,
    option: (String) -> Bool
  ) throws(Diagnostic) {
    let start = reader
    var kind: (value: Kind, place: Location)?
    var beside: (name: String, place: Location)?
    func request(
      _ reader: inout ArgumentReader, _ session: inout Session
    ) throws(Diagnostic) -> ViewRequest {
      let source = reader.source
      return try ViewRequest(
        &reader, &session, view: view, shown: .picture,
        other: { (attribute) throws(Diagnostic) in
          let place = Location(source, attribute.value.span)
          switch attribute.name {
          case "kind":
            kind = Kind(rawValue: try ViewRequest.choice(attribute, Self.kinds, at: place)).map {
              ($0, place)
            }
          case "vs": beside = (attribute.value.canonical, place)
          default: return false
          }
          return true
        }, option: option)
    }
    let own = try request(&reader, &session)
    var branches = [try Branch(session.branch, own, &session)]
    if let beside {
      guard session.branches[beside.name] != nil, beside.name != session.branch else {
        throw .unknownBranch(
          beside.name,
          among: session.branches, at: beside.place)
      }
      var again = start
      branches.append(
        try session.within(beside.name) { (session) throws(Diagnostic) in
          try Branch(beside.name, request(&again, &session), &session)
        })
    }
    self.branches = branches
    self.kind = kind?.value ?? .lines
    try check(at: kind?.place ?? reader.here)
  }

  /// Refuses a kind for what it cannot show.
  private func check(at place: Location) throws(Diagnostic) {
    let own = branches[0].request
    switch kind {
    case .areas, .waterfall:
      let isStacked = kind == .areas
      guard own.division != nil, own.figures.count == 1, !(isStacked && branches.count > 1) else {
        throw Diagnostic(
          "conflict", "`kind=\(kind.rawValue)` shows the parts of one figure", at: place,
          help: ["write for example `plot tax by=sector kind=\(kind.rawValue)`"])
      }
      guard own.figures[0].addsUp else {
        throw Diagnostic(
          "conflict", "the parts of `\(own.figures[0].label)` do not add up to it", at: place,
          help: ["`kind=lines` shows them beside each other"])
      }
    case .fan:
      guard branches.contains(where: { $0.draws != nil }) else {
        throw Diagnostic(
          "no-ensemble", "a fan shows the range of draws, and there is no ensemble", at: place,
          help: ["`ensemble` draws 10,000 futures"])
      }
    case .bars, .lines: break
    }
  }
}

extension PlotRequest.Branch {
  fileprivate init(
    _ name: String, _ request: ViewRequest, _ session: inout Session
  ) throws(Diagnostic) {
    self.name = name
    self.request = request
    projection = try session.project(request.view)
    draws = try session.draws(request.view)
    scenario = session.scenario
  }
}
