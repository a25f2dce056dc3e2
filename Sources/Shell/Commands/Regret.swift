import Analysis
import Diagnostics
import Ensembles
import Language
import Quantities
import Reports

/// `regret npv(net_local) among main, late, no-rail`: which plan is least wrong, whatever comes.
enum RegretCommand {
  static let row = Command(
    "regret", .alternatives,
    signature: [
      .needed(.figure), .several(.branch, as: "BRANCH, BRANCH", behind: "among"),
      .optional(.words(Regret.Measure.allCases.map(\.rawValue))),
      .optional(.expression, as: "least|most VALUE", behind: "at"), ViewRequest.closures,
      RunView.nominalOption,
    ],
    summary: "hold plans against futures: which is least wrong, whatever comes",
    details:
      "Each branch is a plan, and each draw a future that is the same for all of them. The regret of a\n"
      + "plan in a future is how far it stays behind the best plan there. `minimax` (as it is) asks for the\n"
      + "least of the largest regrets, `mean` for that of the means, `p90` for that of what nine of ten\n"
      + "futures do not exceed. `at least VALUE` adds the share of futures in which a plan suffices; with\n"
      + "`at most VALUE` less is better. `draw N` makes a branch of the future that is named.",
    examples: [
      "assume slow = 0y to 2y; set p2 delay=slow; ensemble draws=50; branch late; "
        + "set p2 investment=0.5bn; regret npv(net_local) among main, late mean"
    ],
    trace: .question,
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let question = try question(&invocation.reader, RunView(), &session)
      return table(question, session)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, session.view, &session)
    session.show(table(question, session))
    session.printLine(sentence(question, session))
  }

  private struct Question {
    let plans: PlansAmong
    let measure: Regret.Measure
    let regret: Regret
    let threshold: Threshold?
  }

  /// `at least 20亿元`, `at most 5亿元`.
  private struct Threshold {
    var isMost: Bool
    /// In the unit of the figure.
    var value: Double
    var text: String

    func holds(_ number: Double) -> Bool { isMost ? number <= value : number >= value }
  }

  private static func question(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let (figure, source, names) = try PlansAmong.read(&reader, of: "regret", session)
    var measure = Regret.Measure.minimax
    if let word = reader.peekedWord, word != "at", !reader.isAttributeAhead {
      let place = reader.here
      guard let known = Regret.Measure(rawValue: word) else {
        let words = Regret.Measure.allCases.map(\.rawValue)
        throw Diagnostic(
          "unknown-choice",
          "plans are held against each other by minimax, mean or p90, not by `\(word)`",
          at: place, help: didYouMean(word, among: words))
      }
      measure = known
      _ = reader.word()
    }
    let limit = try limit(&reader)
    var view = view
    try view.read(&reader)
    try reader.end()
    let plans = try PlansAmong(figure, source, names, of: "regret", view, &session)
    let threshold = try limit.map { (limit) throws(Diagnostic) in
      try self.threshold(limit.isMost, limit.value, plans, source, session)
    }
    let outcomes = plans.futures.outcomes
    guard let regret = Regret(threshold?.isMost == true ? outcomes.turned : outcomes) else {
      throw Diagnostic("no-value", "no draw has a value in all of these branches")
    }
    return Question(plans: plans, measure: measure, regret: regret, threshold: threshold)
  }

  private static func limit(
    _ reader: inout ArgumentReader
  ) throws(Diagnostic) -> (isMost: Bool, value: Expression)? {
    guard reader.peekedWord == "at", !reader.isAttributeAhead else { return nil }
    _ = reader.word()
    guard let word = reader.peekedWord, ["least", "most"].contains(word) else {
      throw Diagnostic(
        "syntax", "expected `least` or `most` behind `at`", at: reader.here,
        help: ["for example `at least 20亿元`"])
    }
    _ = reader.word()
    return (word == "most", try reader.expression())
  }

  private static func threshold(
    _ isMost: Bool, _ value: Expression, _ plans: PlansAmong, _ source: SourceText,
    _ session: Session
  ) throws(Diagnostic) -> Threshold {
    let place = Location(source, value.span)
    // What cannot be held against the figure says so.
    let scenario = session.scenario(of: plans.names[0])
    let request = try FigureRequest(value, source, scenario)
    try request.checkIsSingle(for: "regret", at: place)
    let found = request.value(in: scenario, plans.central)
    guard let unit = plans.futures.unit, let amount = found.amount(in: unit) else {
      throw Diagnostic(
        "wrong-dimension", "`\(value.canonical)` cannot be held against `\(plans.request.label)`",
        at: place)
    }
    return Threshold(
      isMost: isMost, value: amount,
      text: "at \(isMost ? "most" : "least") \(value.canonical)")
  }

  private static func table(_ question: Question, _ session: Session) -> Table {
    let (plans, regret) = (question.plans, question.regret)
    var table = Table(columns: [
      Table.Column("plan", chinese: "方案"),
      plans.column("mean", "均值", "figures"),
      Table.Column(
        "best in", chinese: "最优占比", unit: "%", isNumeric: true, family: "shares"),
      plans.column("mean regret", "平均后悔值", "regrets"),
      plans.column("p90 regret", "p90 后悔值", "regrets"),
      plans.column("largest regret", "最大后悔值", "regrets"),
      Table.Column("in draw", chinese: "所在抽样", isNumeric: true),
    ])
    if let threshold = question.threshold {
      table.columns.append(
        Table.Column(
          threshold.text,
          chinese: (threshold.isMost ? "不高于 " : "不低于 ")
            + threshold.text.split(separator: " ").dropFirst(2).joined(separator: " "),
          unit: "%", isNumeric: true, family: "shares"))
    }
    let sign: Double = question.threshold?.isMost == true ? -1 : 1
    for index in regret.order(by: question.measure) {
      let plan = regret.plans[index]
      var row: [Table.Cell] = [
        .text(plans.names[index]), plans.cell(sign * plan.mean), .number(percent(plan.bestShare)),
        plans.cell(plan.meanRegret), plans.cell(plan.p90), plans.cell(plan.worst),
        plan.worst > 0 ? .number(Double(plan.worstDraw + 1)) : .undefined,
      ]
      if let threshold = question.threshold {
        let values = plans.futures.outcomes.values[index]
        let share = Double(values.count { threshold.holds($0) }) / Double(values.count)
        row.append(.number(percent(share)))
      }
      table.rows.append(row)
    }
    if regret.tiedShare > 0 {
      let share = (regret.tiedShare * 1000).rounded() / 10
      table.remark([
        Table.Note("several plans are the best in \(NumberFormat.shortest(share)) % of the futures")
      ])
    }
    plans.finish(&table)
    return table
  }

  /// A share as a percentage, without the digits that the product adds behind what it is.
  private static func percent(_ share: Double) -> Double { LiteralForm.tidy(share * 100) }

  /// The plan that is least wrong, and by how much.
  private static func sentence(_ question: Question, _ session: Session) -> Sentence {
    let (plans, regret) = (question.plans, question.regret)
    let index = regret.order(by: question.measure)[0]
    let (name, plan) = (plans.names[index], regret.plans[index])
    guard plan.worst > 0 else { return "`\(name)` is the best of them in every future" }
    let amount = plans.text(plan.regret(by: question.measure), session)
    return switch question.measure {
    case .minimax:
      "`\(name)` is least wrong: at most \(amount) behind the best of them, in draw \(plan.worstDraw + 1)"
    case .mean: "`\(name)` is least wrong: \(amount) behind the best of them in the mean"
    case .p90 where plan.p90 == 0:
      "`\(name)` is least wrong: as good as the best of them in nine of ten futures"
    case .p90:
      "`\(name)` is least wrong: at most \(amount) behind the best of them in nine of ten futures"
    }
  }
}
