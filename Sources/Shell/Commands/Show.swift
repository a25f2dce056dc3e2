import Diagnostics
import Language
import ParkModel
import Quantities
import Reports
import Simulation

/// `show NAME`: all that is known of one declaration.
enum Show {
  static let row = Command(
    "show", .look, signature: [.needed(.entity)],
    summary: "show a declaration: what it says, what holds by default, its sources",
    examples: ["show smart", "show digital", "show model"]
  ) { (session, invocation) throws(Diagnostic) in
    let (name, place) = try name(&invocation.reader, session)
    let entity: Declaration
    if name == EntityKind.scenario.rawValue, let header = session.scenario.header {
      entity = header
    } else if let found = session.scenario.entity(named: name) {
      entity = found
    } else {
      throw .unknownEntity(name, session, at: place)
    }
    let origin: Sentence =
      entity.library.map { "library \(typed: $0)" } ?? Sentence(typed: entity.location.place)
    let title = entity.title.map { " \"\($0)\"" } ?? ""
    let heading = entity.kind.isNamed ? "\(entity.kind) \(entity.name)" : entity.heading
    session.printLine(
      ("\(typed: heading)\(typed: title)  (\(origin))" as Sentence).escapingControls)
    session.show(attributes(of: entity, session))
    if entity.kind == .scenario {
      session.printLine(verbatim: "id  \(ScenarioID(session.scenario).text)")
    }
    if let size = size(of: entity, &session) { session.printLine(size) }
    if entity.kind == .firm, let projection = try? session.project(),
      let firm = ExpectedFirm(entity.name, projection), firm.isLess
    {
      let isChinese = session.settings.style.language == .chinese
      session.printLine(verbatim: firm.sentence(isChinese: isChinese))
    }
    if let budget = budget(of: entity, &session) { session.printLine(budget) }
    if let deal = deal(of: entity, &session) { session.printLine(deal) }
    for citation in entity.citations {
      let subject = citation.attribute.map { "\($0): " } ?? ""
      // A library's source speaks of the library's value.
      let isChanged =
        citation.attribute.flatMap(entity.attribute(named:)).map { attribute in
          entity.library != nil && !attribute.isOfLibrary
        } ?? false
      if isChanged, citation.isBuiltIn { continue }
      let details = citation.details.map { "  \($0.canonical)" }.joined()
      session.printLine(
        ("source  \(subject)\(citation.source)\(details)" as Sentence).escapingControls)
    }
  }

  /// The name of what to show. Taxes also go by the name of their metric, `tax.vat`, and an observation
  /// by its figure.
  private static func name(
    _ reader: inout ArgumentReader, _ session: Session
  ) throws(Diagnostic) -> (name: String, place: Location) {
    if reader.peekedWord == EntityKind.observe.rawValue {
      let target = try StatementReader.target(&reader, "the name of what to show")
      try reader.end()
      return (target.name, target.location)
    }
    guard !reader.isAtEnd else {
      let example = "`show \(Array(session.scenario.names).first ?? EntityKind.model.rawValue)`"
      throw Diagnostic(
        "syntax", "expected the name of what to show here", at: reader.here,
        help: ["for example \(example)", "`list` names all"])
    }
    let path = try reader.path(of: "the name of what to show")
    try reader.end()
    let isTax = path.parts.count == 2 && path.parts[0] == "tax"
    return (
      isTax ? path.parts[1] : path.parts.joined(separator: "."), reader.location(path.span)
    )
  }

  /// What is written and what holds by default.
  private static func attributes(of entity: Declaration, _ session: Session) -> Table {
    let scenario = session.scenario
    var table = Table(columns: [
      Table.Column("attribute", chinese: "属性"),
      Table.Column("value", chinese: "取值", widest: 32),
      Table.Column("from", chinese: "来自"),
      Table.Column("meaning", chinese: "含义"),
    ])
    table.columns[3].isWords = true
    let sector = entity.reference(Firm.sector).flatMap(scenario.entity(named:))
    for row in entity.kind.row(in: scenario).attributes {
      let value: Sentence
      let origin: Sentence
      if let attribute = entity[row] {
        let day = scenario.workedOutPeriod(row, of: entity).map { " (\($0.text))" } ?? ""
        value = Sentence(typed: attribute.expression.canonical + day)
        let library = attribute.library
        origin =
          library.map { $0 == entity.library ? "library" : "library \(typed: $0)" } ?? "written"
      } else if let inherited = sector?[row], entity.kind == .firm || entity.kind == .cohort {
        value = Sentence(typed: inherited.expression.canonical)
        origin = "sector \(typed: sector?.name ?? "")"
      } else if entity.kind == .scenario, row.name == ScenarioHeader.prices.name {
        value = "\(ScenarioHeader.priceYear(of: entity))"
        origin = "default"
      } else if let fallback = row.fallback, !Phase.isReplaced(row, in: entity) {
        value = Sentence(verbatim: fallback)
        origin = "default"
      } else {
        continue
      }
      table.rows.append([
        .text(row.name), .said(value, session.wording), .said(origin, session.wording),
        .said(Sentence(said: row.summary), session.wording),
      ])
    }
    return table
  }

  /// What the `spending` of a phase comes to, where the scenario can run.
  private static func budget(of entity: Declaration, _ session: inout Session) -> Sentence? {
    guard entity.kind == .phase, entity[Phase.spending] != nil,
      let projection = try? session.project(),
      let budget = projection.budget(ofPhase: entity.name)
    else { return nil }
    let style = session.settings.style
    return budget.whole == budget.stated
      ? "in all: budget \(style.money(budget.stated))"
      : "in all: budget \(style.money(budget.stated)), \(style.money(budget.whole)) with the overrun"
  }

  /// What an enclave comes to for its home city, where the scenario can run.
  private static func deal(of entity: Declaration, _ session: inout Session) -> Sentence? {
    guard entity.kind == .enclave, let projection = try? session.project(),
      let home = entity.reference(Enclave.home),
      let deal = projection.deal(ofEnclave: entity.name)
    else { return nil }
    let style = session.settings.style
    let calendar = projection.calendar
    let end = calendar.date(ofStep: calendar.count).text
    let received = style.money(deal.passedOn)
    guard entity[Enclave.contribution] != nil else {
      return "before \(end) \(home) receives \(received)"
    }
    let contributed = style.money(deal.contributed)
    guard deal.contributedBefore != 0 else {
      return "before \(end) \(home) contributes \(contributed), and receives \(received)"
    }
    let before = style.money(deal.contributedBefore)
    return
      "before \(end) \(home) contributes \(contributed), \(before) of that before the start, and receives \(received)"
  }

  /// The derived size of a firm, where the scenario can run.
  private static func size(of entity: Declaration, _ session: inout Session) -> Sentence? {
    guard entity.kind == .firm || entity.kind == .cohort,
      let projection = try? session.project(), let size = projection.size(of: entity.name)
    else { return nil }
    let style = session.settings.style
    var parts: [Sentence] = [
      "output \(style.money(size.output, "yuan/year"))",
      "jobs \(style.number(size.jobs))",
      "land \(style.text(style.number(size.land / 10_000), "ha"))",
      "floor \(style.text(style.number(size.floor), "m2"))",
      "investment \(style.money(size.investment))",
    ]
    if let factor = size.taxFactor {
      parts.append("taxes on output at f = \(style.number(factor)) times their rates")
    }
    let all = Sentence.list(parts, ", ", last: ", ")
    return entity.kind == .cohort ? "each firm at full size: \(all)" : "at full size: \(all)"
  }
}

extension Diagnostic {
  static func unknownEntity(
    _ name: String, _ session: Session, at place: Location
  ) -> Diagnostic {
    let known = session.scenario.all.map(\.name) + ["scenario", "model"]
    let guesses = didYouMean(name, among: known)
    return Diagnostic(
      "unknown-name", "nothing is called `\(name)`", at: place,
      help: guesses.isEmpty ? Library.help(for: name, in: session.scenario) : guesses)
  }
}

extension Declaration {
  /// What it is called where it has no name of its own.
  fileprivate var heading: String { kind == .observe ? name : kind.rawValue }
}
