import Analysis
import Diagnostics
import Ensembles
import Language
import Quantities
import Reports

/// `evpi npv(net_local) among main, late`: what it is worth to know, and what first.
enum PerfectInformationCommand {
  static let row = Command(
    "evpi", .alternatives,
    signature: [
      .needed(.figure), .several(.branch, as: "BRANCH, BRANCH", behind: "among"),
      ViewRequest.closures, RunView.nominalOption,
    ],
    summary: "say what it is worth to know the future before one of several plans is chosen",
    details:
      "The expected value of perfect information: what the best plan of each future comes to in the\n"
      + "mean, less what the plan does that is best in the mean. Of each input by itself twice, by bins of\n"
      + "its values and by a smooth curve (the first is rather too high), both with a standard error. No\n"
      + "study of an input is worth more than that. More of the figure is better: for costs ask of\n"
      + "`0 - FIGURE`.",
    examples: [
      "assume slow = 0y to 2y; set p2 delay=slow; ensemble draws=50; branch late; "
        + "set p2 investment=0.5bn; evpi npv(net_local) among main, late"
    ],
    trace: .question,
    inFiles: FileAnswer { (session, invocation, _) throws(Diagnostic) in
      let question = try question(&invocation.reader, RunView(), &session)
      return table(question)
    }
  ) { (session, invocation) throws(Diagnostic) in
    let question = try question(&invocation.reader, session.view, &session)
    session.printLine(sentence(question, session))
    session.show(table(question))
  }

  private struct Question {
    let plans: PlansAmong
    let found: PerfectInformation
    let inputs: [Input]
  }

  private struct Input: Sendable {
    var name: String
    var binned: PerfectInformation.Worth
    var regressed: PerfectInformation.Worth
  }

  private static func question(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session
  ) throws(Diagnostic) -> Question {
    let place = reader.here
    let (figure, source, names) = try PlansAmong.read(&reader, of: "evpi", session)
    var view = view
    try view.read(&reader)
    try reader.end()
    let plans = try PlansAmong(figure, source, names, of: "evpi", view, &session)
    guard let found = PerfectInformation(plans.futures.outcomes) else {
      throw Diagnostic(
        "no-value", "one future says nothing of what it is worth to know it", at: place,
        help: ["`ensemble draws=1000` draws more"])
    }
    let inputs = plans.futures.inputs
    let futures = plans.futures
    let worths = try ParallelRuns.results(
      inputs.count, threads: session.threads, stop: session.stop
    ) { index -> Input? in
      let values = futures.values(of: inputs[index])
      guard let binned = found.binned(values), let regressed = found.regressed(values) else {
        return nil
      }
      return Input(name: inputs[index], binned: binned, regressed: regressed)
    }
    return Question(
      plans: plans, found: found,
      inputs: worths.compactMap(\.self).enumerated().sorted { a, b in
        let (one, two) = (a.element.regressed.value, b.element.regressed.value)
        return one == two ? a.offset < b.offset : one > two
      }.map(\.element))
  }

  private static func sentence(_ question: Question, _ session: Session) -> Sentence {
    let plans = question.plans
    let (name, worth) = (plans.names[question.found.choice], question.found.all)
    guard worth.value > 0 else {
      return "knowing the future is worth nothing: `\(name)` is the best of them in every one"
    }
    return
      "knowing everything is worth \(plans.text(worth.value, session)), give or take \(plans.text(worth.error, session)); as things are, `\(name)` is best in the mean"
  }

  private static func table(_ question: Question) -> Table {
    let plans = question.plans
    var table = Table(columns: [
      Table.Column("known", chinese: "已知因素"),
      plans.column("worth by curve", "价值（回归）", "worth"),
      plans.column("error", "标准误", "worth"),
      plans.column("worth by bins", "价值（分箱）", "worth"),
      plans.column("error of bins", "分箱标准误", "worth"),
    ])
    func row(
      _ name: Table.Cell, _ first: PerfectInformation.Worth, _ second: PerfectInformation.Worth?
    ) {
      table.rows.append(
        [name, plans.cell(first.value), plans.cell(first.error)]
          + (second.map { [plans.cell($0.value), plans.cell($0.error)] } ?? [
            .undefined, .undefined,
          ]))
    }
    for input in question.inputs { row(.input(input.name), input.regressed, input.binned) }
    row(.text("everything", chinese: "全部"), question.found.all, nil)
    let futures = plans.futures
    let count = futures.outcomes.draws.count
    if count < PerfectInformation.leastFutures, !futures.inputs.isEmpty {
      table.remark([
        Table.Note(
          "\(count) futures are too few to tell inputs apart: it takes \(PerfectInformation.leastFutures)"
        )
      ])
    } else if futures.inputs.isEmpty {
      table.remark(["nothing is uncertain here by a number: futures differ in who closes alone"])
    }
    plans.finish(&table)
    return table
  }
}
