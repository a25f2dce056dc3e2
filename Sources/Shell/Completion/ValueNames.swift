import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// The words that an expression may have where the cursor is.
struct ValueNames {
  private let context: StatementContext
  private let session: Session
  private let typed: String

  init(_ context: StatementContext, _ session: Session, typed: String) {
    self.context = context
    self.session = session
    self.typed = typed
  }

  private var scenario: Scenario { session.scenario }

  /// The row of the attribute whose value is open.
  private var row: AttributeRow? { context.attributeRow }

  /// Whether the open attribute is a length of time of the command's own.
  private var isSpan: Bool {
    if case .span? = context.ownAttribute?.form { return true }
    return false
  }

  /// Whether the open attribute is a range of years.
  private var isYears: Bool {
    if case .years? = context.ownAttribute?.form { return true }
    return false
  }

  /// The unit that the open attribute is stated in; nil where that is not known.
  private var unit: Unit? {
    guard let row, case .number(let unit, _) = row.form else { return nil }
    return unit
  }

  /// What the open attribute measures; nil where that is not known.
  var dimension: Dimension? { unit?.dimension ?? (isSpan ? .time : nil) }

  /// What an expression comes to; nil where that is not known.
  func dimension(of expression: String) -> Dimension? {
    let source = SourceText(name: "prompt", text: "print " + expression)
    guard let statement = Script(source).statements.first else { return nil }
    var reader = ArgumentReader(statement, units: scenario.units)
    _ = reader.word()
    guard let tree = try? reader.expression(), reader.isAtEnd,
      let figure = try? FigureRequest(tree, source, scenario)
    else { return nil }
    return figure.type.dimension
  }

  /// Whether a bare number is none of what is asked for: areas and times have units, while counts,
  /// shares and money may go without.
  var needsUnit: Bool {
    guard let dimension else { return false }
    let bare = [.number, Dimension(time: -1), .money, Dimension(money: 1, time: -1)]
    return !bare.contains(dimension)
  }

  /// Whether a number here may have a unit: dates and names have none.
  var takesUnits: Bool {
    if case .scope? = context.brackets.last { return false }
    if case .schedule? = context.brackets.last, !context.isBehindColon { return false }
    switch row?.form {
    case .from, .until, .entity, .entities, .choice, .text: return false
    default: return !isYears && context.row?.signature.takesTime != true
    }
  }

  // MARK: Values of attributes

  /// The legal values of the open attribute.
  func offerValues(to offers: inout Offers, isInList: Bool) {
    let ending = isInList ? "" : " "
    if context.attribute == "=" { return offerNames(to: &offers) }
    if let row {
      switch row.form {
      case .entity(let kind), .entities(let kind):
        let entities = scenario.entities(kind)
        for entity in entities.filter({ $0.library == nil })
          + entities.filter({ $0.library != nil })
        {
          offers.offer(
            entity.name, entity.title ?? "\(kind)", ending: ending, title: entity.title)
        }
        offerUnused(kind, to: &offers, ending: ending)
      case .number, .expression: offerNames(to: &offers, metrics: false)
      case .from, .until:
        offerYears(to: &offers, ending: ending)
        for date in scenario.dateAssumptions where context.kind != .scenario {
          offers.offer(date.name, date.title ?? "a date", ending: ending, title: date.title)
        }
      case .text: for value in usual(row) { offers.offer(value, ending: ending) }
      case .taxBase where context.isBehindColon:
        for tax in scenario.entities(.tax) {
          offers.offer(tax.name, tax.title ?? "a tax", ending: ending)
        }
      default:
        for value in Completion.values(of: row) { offers.offer(value, ending: ending) }
        if case .taxBase = row.form { offerTaxes(to: &offers) }
      }
      return
    }
    guard let attribute = context.ownAttribute else { return }
    switch attribute.form {
    case .branch: for name in session.branches.names { offers.offer(name, ending: ending) }
    case .years: return offerYears(to: &offers, ending: "")
    default: break
    }
    for value in attribute.choices {
      let meaning: Sentence = Division(rawValue: value) != nil ? "each \(value)" : ""
      offers.offer(value, meaning, ending: ending)
    }
  }

  /// The words that a text of a source usually is: those that the scenario has already, then others.
  private func usual(_ row: AttributeRow) -> [String] {
    guard !row.usual.isEmpty else { return [] }
    let own = scenario.all.filter { $0.library == nil }.flatMap(\.citations).compactMap {
      citation in
      citation.details.first { $0.name == row.name }?.expression.word
    }
    var seen: Set<String> = []
    return (own + row.usual).filter { seen.insert($0).inserted }
  }

  /// What a library would bring.
  private func offerUnused(_ kind: EntityKind, to offers: inout Offers, ending: String) {
    for (library, entity) in Library.unused(kind, in: scenario) {
      let title = entity.title.map { Sentence(verbatim: $0) }
      let way: Sentence = "`use \(library)` brings it"
      offers.offer(entity.name, title.map { "\($0): \(way)" } ?? way, ending: ending)
    }
  }

  /// What a surtax may be levied on: the taxes behind `tax:`, and those that a library would bring.
  private func offerTaxes(to offers: inout Offers) {
    if !scenario.entities(.tax).isEmpty { offers.offer("tax:", "another tax", ending: "") }
    for (library, tax) in Library.unused(.tax, in: scenario) {
      offers.offer("tax:\(tax.name)", "`use \(library)` brings it")
    }
  }

  /// The years of the scenario.
  func offerYears(to offers: inout Offers, ending: String) {
    guard let calendar = scenario.header.flatMap({ StepCalendar($0) }) else { return }
    for year in calendar.years { offers.offer(calendar.name(of: year), ending: ending) }
  }

  // MARK: Names

  /// What a name in an expression may be: metrics, what is assumed and defined, functions, and once
  /// something is typed the things whose attributes may be read.
  func offerNames(to offers: inout Offers, metrics: Bool = true) {
    if let dot = typed.lastIndex(of: "."), offerAttributes(of: String(typed[..<dot]), to: &offers) {
      return
    }
    if metrics {
      for row in MetricTable.rows(of: scenario.levels) {
        offers.offer(row.name, row.meaning, ending: "")
      }
      for tax in scenario.entities(.tax) {
        offers.offer("tax.\(tax.name)", tax.title ?? "one tax", ending: "")
      }
      for (library, tax) in Library.unused(.tax, in: scenario) where typed.hasPrefix("tax.") {
        offers.offer("tax.\(tax.name)", "`use \(library)` brings it", ending: "")
      }
    }
    // What stands for a value comes before what only has some.
    let known = scenario.ownFirst(for: offers)
    let values = known.filter(\.kind.isDefinition)
    for entity in values + known.filter({ !$0.kind.isDefinition }) {
      let title = entity.title
      switch entity.kind {
      case .assume: offers.offer(entity.name, title ?? "assumption", ending: "", title: title)
      case .metric where metrics:
        offers.offer(entity.name, title ?? "metric", ending: "", title: title)
      case .metric, .unit: break
      default:
        guard !typed.isEmpty else { continue }
        offers.offer(
          entity.name, "\(title ?? "\(entity.kind)"): its attributes behind a dot" as Sentence,
          ending: ".", title: title)
      }
    }
    for row in FunctionHelp.rows where row.name != "to" {
      let meaning = Sentence(verbatim: row.summary)
      offers.offer(row.name, "\(typed: row.usage)  \(meaning)" as Sentence, ending: "(")
    }
  }

  /// `smart.` goes on with an attribute of what it names; false where it names nothing.
  private func offerAttributes(of name: String, to offers: inout Offers) -> Bool {
    guard let kind = scenario.entity(named: name)?.kind else { return false }
    for row in kind.row(in: scenario).attributes {
      guard case .number = row.form else { continue }
      offers.offer("\(name).\(row.name)", row.summary, ending: "")
    }
    return true
  }

  /// What narrows a metric: places, firms, sectors, taxes, levels, and years.
  func offerScopes(to offers: inout Offers) {
    for entity in scenario.ownFirst(for: offers) {
      switch entity.kind {
      case .park, .phase, .firm, .cohort, .sector, .city, .tax:
        offers.offer(
          entity.name, entity.title ?? "\(entity.kind)", ending: "", title: entity.title)
      default: break
      }
    }
    for level in scenario.levels.all {
      offers.offer(level.name, "level of government", ending: "")
    }
    offerYears(to: &offers, ending: "")
  }

  // MARK: Units

  /// A number that is typed with the units that it may have: `5ha`, `5亩`.
  func offerNumber(with number: String, to offers: inout Offers) {
    for name in usualUnits(dimension) {
      offers.offer(number + name, summary(of: name))
    }
    if takesPercent { offers.offer(number + "%", "a share") }
  }

  /// What a unit of one word is.
  private func summary(of name: String) -> String {
    UnitTable.rows.first { $0.names.contains(name) }?.summary ?? ""
  }

  /// Whether what is open is a share, which is written in hundredths.
  private var takesPercent: Bool {
    switch row?.form {
    case .taxRate: return true
    case .number(let unit, let range):
      return unit.dimension == Dimension(time: -1) || unit == .one && range.upperBound <= 100
    default: return false
    }
  }

  /// The usual units of a dimension, that of the open attribute first.
  private func usualUnits(_ dimension: Dimension?) -> [String] {
    guard let dimension else { return [] }
    if isSpan { return ["y", "年"] }
    let names = UsualUnits.names(of: dimension)
    guard let unit, dimension == .time else { return names }
    let own = names.filter { name in
      UnitTable.plainUnit(named: name).map { $0.convert(1, to: unit) == 1 } ?? false
    }
    return own + names.filter { !own.contains($0) }
  }

  /// The units that measure something, all of them where that is not known, and magnitudes; behind
  /// `in` the usual ones alone are whole units.
  func offerUnits(
    to offers: inout Offers, of dimension: Dimension?, isConversion: Bool = false
  ) {
    if context.before != .magnitude, context.before != .per {
      for name in usualUnits(dimension) where isConversion || !name.hasPrefix("/") {
        offers.offer(isConversion && name.hasPrefix("/") ? "1" + name : name, summary(of: name))
      }
    }
    // A magnitude goes with its unit: `万` with `万元`.
    let magnitude = Magnitude.prefix(of: typed)?.0
    for row in UnitTable.rows {
      // A price or a rate begins with what it counts: `30万元/亩`.
      guard dimension.map({ $0.begins(with: row.unit.dimension) }) ?? true else { continue }
      for name in row.names {
        offers.offer(name, row.summary, ending: "")
        if let magnitude, name.first?.isASCII == false, row.unit.dimension != .time {
          offers.offer(
            magnitude.word + name, "1e\(magnitude.exponent) \(row.names[0])", ending: "")
        }
      }
    }
    if dimension == nil || dimension?.begins(with: .money) == true {
      for name in scenario.units.names { offers.offer(name, "of this scenario", ending: "") }
    }
    guard context.before != .magnitude, context.before != .per else { return }
    for row in Magnitude.rows { offers.offer(row.word, "1e\(row.exponent)", ending: "") }
    if dimension == nil || dimension == .number { offers.offer("%", "a hundredth", ending: "") }
  }
}

extension Dimension {
  /// Whether a value of it can be written with a unit of another first: `yuan/m2` with `yuan`.
  fileprivate func begins(with other: Dimension) -> Bool {
    if self == other { return true }
    if other == .number { return money <= 0 && area <= 0 && time <= 0 && energy <= 0 && mass <= 0 }
    return (other.money > 0 && money > 0) || (other.area > 0 && area > 0)
      || (other.time > 0 && time > 0) || (other.energy > 0 && energy > 0)
      || (other.mass > 0 && mass > 0)
  }
}
