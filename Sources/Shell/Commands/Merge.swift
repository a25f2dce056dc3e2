import Diagnostics
import Language
import ParkModel

/// `merge late`: takes what was changed in another branch into the one at hand.
enum MergeCommand {
  static let row = Command(
    "merge", .alternatives,
    signature: [
      .needed(.branch),
      .attribute("keep", .choice(sides), "which side counts where both changed the same thing"),
    ],
    summary: "take what was changed in another branch into the one at hand",
    details:
      "What each branch changed is told by the scenario from which both come: where they parted, or\n"
      + "were merged last. Things and their attributes count by themselves. Where only one branch\n"
      + "changed one, that holds; where both changed it to different values, all of it is shown and\n"
      + "nothing merged. Say the same in both then, with `set`, or let one side count: `keep=ours` is the\n"
      + "branch at hand, `keep=theirs` the other. New things stand behind those that are there. One\n"
      + "`undo` takes a merge back. The other branch stays as it is.",
    examples: [
      "branch late; set p2 delay=3y; switch main; set returnee jobs=150; merge late",
      "branch late; set p2 delay=3y; switch main; set p2 delay=2y; merge late keep=theirs",
    ]
  ) { (session, invocation) throws(Diagnostic) in
    let name = try invocation.reader.name(of: "the name of a branch")
    let place = invocation.reader.location(name.span)
    var keep: ScenarioMerge.Side?
    while let attribute = try invocation.reader.attribute() {
      guard keep == nil else {
        throw Diagnostic(
          "twice", "`keep` is given twice", at: invocation.reader.location(attribute.nameSpan))
      }
      keep = try side(attribute, invocation.reader.source)
    }
    try invocation.reader.end()
    guard session.branches[name.text] != nil else {
      throw .unknownBranch(name.text, among: session.branches, at: place)
    }
    guard name.text != session.branch else {
      throw .twice(name.text, session, "merge", at: place)
    }
    try session.merge(name.text, keep: keep, at: place)
  }

  private static let sides = ScenarioMerge.Side.allCases.map(\.rawValue)

  private static func side(
    _ attribute: AttributeText, _ source: SourceText
  ) throws(Diagnostic) -> ScenarioMerge.Side {
    if case .path(let words) = attribute.value.kind, words.count == 1,
      let side = ScenarioMerge.Side(rawValue: words[0])
    {
      return side
    }
    throw Diagnostic(
      "wrong-kind", "`keep` is `ours` or `theirs`, and this is `\(attribute.value.canonical)`",
      at: Location(source, attribute.value.span),
      help: ["`ours` is the branch at hand, `theirs` the one that is named"])
  }
}

extension Session {
  /// Merges a branch into the one at hand. Throws and changes nothing where both changed the same thing.
  mutating func merge(
    _ name: String, keep: ScenarioMerge.Side?, at place: Location
  ) throws(Diagnostic) {
    guard let other = branches[name] else { return }
    let (base, contested) = branches.base(of: branches.current, other)
    let merge = ScenarioMerge(
      base: base, ours: scenario, theirs: other.scenario, keep: keep, contested: contested)
    try stop.check()
    guard merge.conflicts.isEmpty else {
      throw MergeText(ours: branch, theirs: name).conflicts(merge.conflicts, at: place)
    }
    let (own, theirs) = (branches.mark(branch), branches.mark(name))
    let summary: Sentence = "\(typed: name) merged"
    for edit in merge.edits { try make(.edit(edit), summary) }
    if !merge.closing.isEmpty { try make(.closing(merge.closing), summary) }
    // What was merged is remembered also where it changed nothing.
    branches.noteMerge(own, theirs)
    moves += 1
    printLine(MergeText(ours: branch, theirs: name).summary(merge))
  }
}
