import Analysis
import Diagnostics
import Language
import ParkModel
import Quantities
import Simulation

/// What `appraise` reads.
extension Appraise {
  /// What is asked for.
  struct Request {
    /// Money over time; nil for the flows of budgets.
    var figure: Expression?
    var branch: String?
    var city: (text: String, place: Location)?
    var discount: Expression?
    var terminal: Expression?
    private var additional: Bool?
    private var additionalPlace: Location?
    var isAdditional: Bool { additional ?? false }

    init(_ reader: inout ArgumentReader, _ session: Session) throws(Diagnostic) {
      // `of` names a city here.
      reader.takesBranches = false
      while !reader.isAtEnd {
        if let attribute = try reader.attribute() {
          let place = reader.location(attribute.nameSpan)
          switch attribute.name {
          case "discount" where discount == nil: discount = attribute.value
          case "terminal" where terminal == nil: terminal = attribute.value
          case "additional" where additional == nil:
            additional = try Request.choice(attribute.value, reader.source)
            additionalPlace = place
          case "additional", "discount", "terminal":
            throw Diagnostic("twice", "`\(attribute.name)` is given twice", at: place)
          default:
            throw .pointless(attribute, reader)
          }
          continue
        }
        let place = reader.here
        guard ["against", "of"].contains(reader.peekedWord ?? "") || figure != nil else {
          figure = try reader.expression()
          continue
        }
        switch reader.word()?.text {
        case "against" where branch == nil:
          branch = try Request.branch(&reader, session)
        case "of" where city == nil:
          let word = try reader.name(of: "the name of a city")
          city = (word.text, reader.location(word.span))
        case "against"?, "of"?:
          throw Diagnostic("twice", "this is said twice", at: place)
        default:
          throw Diagnostic(
            "syntax",
            "`appraise` goes on with `against`, `of`, `discount=`, `terminal=` or "
              + "`additional=`",
            at: place, help: ["for example `appraise against main of quzhou`"])
        }
      }
      guard figure != nil else { return }
      if let city {
        throw Diagnostic(
          "conflict", "`of` is for the flows of a city, and a figure says whose it is itself",
          at: city.place, help: ["narrow it: `appraise tax[\(city.text)]`"])
      }
      if let additionalPlace {
        throw Diagnostic(
          "conflict", "`additional` is for the flows of a city, and a figure is what it says",
          at: additionalPlace, help: ["write `appraise net_local.additional`"])
      }
    }

    /// Whether only what is additional counts.
    private static func choice(
      _ value: Expression, _ source: SourceText
    ) throws(Diagnostic) -> Bool {
      guard let word = value.word, yesOrNo.contains(word) else {
        throw Diagnostic(
          "unknown-choice", "`additional` is `yes` or `no`, but this is `\(value.canonical)`",
          at: Location(source, value.span), help: ["for example `appraise additional=yes`"])
      }
      return word == "yes"
    }

    private static func branch(
      _ reader: inout ArgumentReader, _ session: Session
    ) throws(Diagnostic) -> String {
      let word = try reader.name(of: "the name of a branch")
      let place = reader.location(word.span)
      guard session.branches[word.text] != nil else {
        throw .unknownBranch(word.text, among: session.branches, at: place)
      }
      guard word.text != session.branch else {
        throw Diagnostic(
          "same-branch", "`\(word.text)` is the branch at hand, and less itself it is nothing",
          at: place, help: ["go to the branch to appraise first, with `switch`"])
      }
      return word.text
    }
  }

  /// A jurisdiction is a city of the scenario, or of the one it is held against.
  static func check(
    _ city: (text: String, place: Location), _ alternative: Alternative, _ other: Alternative?
  ) throws(Diagnostic) {
    let known =
      alternative.projection.names(of: .jurisdiction)
      + (other?.projection.names(of: .jurisdiction) ?? [])
    guard !known.contains(city.text) else { return }
    throw Diagnostic(
      "unknown-name", "there is no city `\(city.text)`", at: city.place,
      notes: known.isEmpty || known.count > 12
        ? [] : [Diagnostic.Note("there is " + known.joined(separator: ", "))],
      help: didYouMean(city.text, among: known))
  }

  /// Reads what is given behind `discount=` and `terminal=`.
  struct Numbers {
    let source: SourceText
    let context: FigureContext

    /// One rate or one after another; nil where nothing is given.
    func rate(
      _ expression: Expression?, from calendar: StepCalendar
    ) throws(Diagnostic) -> DiscountRate? {
      guard let expression else { return nil }
      let place = Location(source, expression.span)
      let type = try TypeChecker(source: source, context: context).type(expression)
      let yearly = UnitTable.known("1/year").dimension
      guard type.dimension == .number || type.dimension == yearly, !type.traits.contains(.series)
      else {
        throw Diagnostic(
          "wrong-dimension", "`discount` is a share, but this is \(type.phrase)",
          at: place, help: ["write for example `discount=6%`"])
      }
      let evaluator = Evaluator(source: source, context: context)
      let outcome = try evaluator.outcome(expression)
      guard let rate = DiscountRate(outcome, from: Double(calendar.firstMonth)) else {
        // Says why there is no number.
        return DiscountRate(try evaluator.quantity(expression).value)
      }
      guard rate.smallest > -1, rate.largest <= 10 else {
        throw Diagnostic(
          "out-of-range", "`discount` is above -100 % and at most 1,000 %", at: place)
      }
      return rate
    }

    /// Yuan, which a bare number is too; nil where nothing is given.
    func money(_ expression: Expression?) throws(Diagnostic) -> Double? {
      guard let expression else { return nil }
      let place = Location(source, expression.span)
      let quantity = try Evaluator(source: source, context: context).quantity(expression)
      guard
        let yuan = quantity.value(in: UnitTable.known("yuan")) ?? quantity.value(in: .one)
      else {
        throw Diagnostic(
          "wrong-dimension", "`terminal` is money, but this is \(quantity.dimension.phrase)",
          at: place, help: ["write for example `terminal=2bn`"])
      }
      guard yuan.magnitude <= 1e15 else {
        throw Diagnostic("out-of-range", "`terminal` is at most 1,000 tn yuan", at: place)
      }
      return yuan
    }
  }
}
