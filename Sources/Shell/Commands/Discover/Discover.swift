import Analysis
import Diagnostics
import Ensembles
import Language
import Reports

/// `discover npv(net_local) < 0`: in which futures it is so, as boxes of what is uncertain.
enum DiscoverCommand {
  static let row = Command(
    "discover", .results,
    signature: [
      .needed(.condition, or: [failed]),
      .optional(.count, as: "N", behind: "box"), .optional(.words([pathWord])), boxesAttribute,
      ViewRequest.closures, RunView.nominalOption,
    ],
    summary: "find in which futures a condition holds: boxes of what is uncertain",
    details:
      "Patient rule induction: from all draws of the ensemble a twentieth is taken off where that raises\n"
      + "the share in which the condition holds, until a twentieth is left. Coverage is how much of what\n"
      + "is of interest lies in a box, density how much of the box is; of the steps whose limits are\n"
      + "no matter of chance the one that balances both is shown, `box N` takes another, `path` shows all.\n"
      + "`chance` is how likely a box without a limit would be as dense by chance. Each box is printed as statements. `boxes=2` looks for a second one in what is left. A\n"
      + "tree (CART) is the second opinion. `discover failed` asks of draws that could not be run, and\n"
      + "`plot discover …` draws the box.",
    examples: [
      "assume slow = uniform(0y, 3y); set p2 delay=slow; ensemble draws=200; "
        + "discover jobs[2024] < 40",
      "assume slow = uniform(0y, 3y); set p2 delay=slow; ensemble draws=200; "
        + "discover \"jobs[2024] < 40\" path",
    ],
    trace: .question,
    inFiles: FileAnswer(
      pictures: { (session, invocation) throws(Diagnostic) in
        let (words, found) = try found(
          &invocation.reader, RunView(), &session, option: { _ in false })
        return [chart(words, found, session)]
      },
      table: { (session, invocation, _) throws(Diagnostic) in
        let (words, found) = try found(
          &invocation.reader, RunView(), &session, option: { _ in false })
        return words.showsPath
          ? pathTable(found, found.boxes[0], steps: nil) : limitTable(found, isForFiles: true)
      })
  ) { (session, invocation) throws(Diagnostic) in
    let (words, found) = try found(
      &invocation.reader, session.view, &session, option: { _ in false })
    if let request = words.request { session.doubt(request, in: invocation.statement) }
    guard !words.showsPath else {
      session.show(found.boxes.map { pathTable(found, $0, steps: nil) })
      return
    }
    for box in found.boxes { session.printLine(sentence(of: box, found)) }
    session.show(
      [limitTable(found, isForFiles: false)]
        + found.boxes.map { pathTable(found, $0, steps: $0.corners) } + [treeTable(found)])
    for box in found.boxes {
      let statements = try found.discovery.statements(
        of: box.chosen, in: session.scenario, stop: session.stop)
      guard !statements.isEmpty else { continue }
      session.printLine(
        found.boxes.count == 1
          ? "as statements, which lead into the box:"
          : "as statements, which lead into box \(box.number):")
      session.print(statements.map { "  \($0)\n" }.joined())
    }
  }

  /// What stands for draws that could not be run.
  static let failed = "failed"
  /// What asks for all steps.
  static let pathWord = "path"

  static let boxesAttribute = Signature.Piece.attribute(
    "boxes", .count, shown: "2", "how many boxes are looked for, each in what is left")

  /// Boxes that were found.
  struct Found {
    let discovery: Discovery
    let boxes: [FoundBox]
    let tree: ClassificationTree
    /// What of it is of interest, as it was typed.
    let label: String
    let notes: [Table.Note]
  }

  /// One of them, with the steps that led to it.
  struct FoundBox {
    /// From 1 on.
    let number: Int
    let search: BoxSearch
    /// Which step is taken.
    let step: Int

    var chosen: Box { search.path[step] }

    /// The steps that are worth a look: the first and the last, the one taken, and the last of each number
    /// of inputs.
    var corners: [Int] {
      let path = search.path
      return path.indices.filter { index in
        index == 0 || index == step || index == path.count - 1
          || path[index].restricted.count != path[index + 1].restricted.count
      }
    }
  }

  static func found(
    _ reader: inout ArgumentReader, _ view: RunView, _ session: inout Session,
    option: (String) -> Bool
  ) throws(Diagnostic) -> (DiscoverWords, Found) {
    let words = try DiscoverWords(&reader, view, session, option: option)
    guard let ensemble = try session.ensemble(words.view) else {
      throw Diagnostic(
        "no-ensemble", "this is about the draws of an ensemble, and there is none",
        at: words.place,
        help: ["`ensemble` draws 10,000 futures; `ensemble draws=1000` fewer"])
    }
    let projection = try session.project(words.view)
    let question = words.request.map(Discovery.Question.condition) ?? .failure
    let discovery = try Discovery(
      question, session.scenario, projection, session.access(ensemble), stop: session.stop)
    try check(discovery, words)
    var boxes: [FoundBox] = []
    for number in 0..<words.boxes {
      guard
        let search = try BoxSearch(
          discovery.data, beside: boxes.map(\.chosen), stop: session.stop)
      else { break }
      // What no step makes denser is no further box.
      if number > 0, search.path.count < 2 { break }
      let asked = words.steps.indices.contains(number) ? words.steps[number] : nil
      if let asked, asked.step >= search.path.count {
        throw Diagnostic(
          "out-of-range", "the steps of this box are 0 to \(search.path.count - 1)",
          at: asked.place, help: ["`path` shows all of them"])
      }
      var step = asked?.step
      if step == nil { step = try search.chosen(stop: session.stop) }
      boxes.append(FoundBox(number: number + 1, search: search, step: step ?? 0))
    }
    let tree = try ClassificationTree(discovery.data, stop: session.stop)
    let basis = BasisText(view: words.view, scenario: session.scenario)
    return (
      words,
      Found(
        discovery: discovery, boxes: boxes, tree: tree, label: words.label,
        notes: notes(discovery, boxes, words, ensemble.run.settings)
          + (words.request.map { basis.notes([$0]) } ?? []))
    )
  }

  /// Refuses draws that tell nothing.
  private static func check(
    _ discovery: Discovery, _ words: DiscoverWords
  ) throws(Diagnostic) {
    let data = discovery.data
    func nothing(_ sentence: Sentence, _ help: [Sentence]) -> Diagnostic {
      Diagnostic("one-outcome", sentence, at: words.place, help: help)
    }
    if data.count < Discovery.leastDraws {
      throw nothing(
        "boxes take \(Discovery.leastDraws) draws or more, and `\(words.label)` has a value in \(data.count)",
        ["`ensemble draws=1000` draws more"])
    }
    if data.hits == 0 {
      throw words.request == nil
        ? nothing("each of the \(data.count) draws could be run", [])
        : nothing(
          "`\(words.label)` holds in none of the \(data.count) draws, so no box can be found",
          ["ask for what happens in some of them: `worst` and `best` say how far figures reach"])
    }
    if data.hits == data.count {
      throw nothing(
        "`\(words.label)` holds in each of the \(data.count) draws, so no box can be found",
        ["ask for what happens in some of them: `worst` and `best` say how far figures reach"])
    }
    if discovery.inputs.isEmpty {
      throw nothing(
        "nothing that is uncertain differs between these draws, so no box can be found",
        ["give a number a range, for example `set p2 delay=0y to 2y`"])
    }
  }
}
