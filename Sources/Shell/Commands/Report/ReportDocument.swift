import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports
import Simulation

/// The blocks of a report: answers of statements, and what no statement shows.
struct ReportDocument {
  private let words: ReportWords
  /// A session like the one at hand, in which statements are said; nothing of it comes back.
  private var session: Session

  init(_ words: ReportWords, _ session: Session) {
    self.words = words
    self.session = session
    self.session.settings.style = words.style(in: session)
    self.session.width = nil
    self.session.packaging = nil
    self.session.answer = []
  }

  /// Throws where the scenario does not run, or where work is stopped.
  func document() throws(Diagnostic) -> Document {
    var copy = self
    let projection = try copy.session.project()
    var blocks = copy.lead(projection)
    var script = try copy.ofScript()
    for section in ReportSection.rows {
      let made =
        try section.isOfScript
        ? section.blocks(&script, words, projection)
        : section.blocks(&copy.session, words, projection)
      guard !made.isEmpty else { continue }
      blocks.append(.heading(section.heading))
      blocks += made
    }
    return Document(title: words.title ?? session.scenario.title, blocks: blocks)
  }

  /// A session that has read the script of the page, so that its places are lines there, whatever files
  /// the scenario came from.
  private func ofScript() throws(Diagnostic) -> Session {
    var other = Session(files: .underSafe, stop: session.stop)
    other.settings = session.settings
    let text = SourceText(name: "script", text: session.scenario.plainScript)
    try Interpreter.replay(Script(text), in: &other)
    return other
  }

  /// What is said first: the figures at the end of the horizon, all at their central values.
  private func lead(_ projection: Projection) -> [Block] {
    guard let last = projection.calendar.years.last,
      let headline = Headline(projection, over: last)
    else { return [] }
    let line = headline.line(since: nil, width: nil, settings: session.settings)
    let more = EnsembleSettings(session.scenario) == nil ? [] : [centralValues]
    return (line.split(separator: "\n").map(String.init) + more).map { .sentence($0) }
  }

  private var centralValues: String {
    session.settings.style.language == .chinese
      ? "以上以及价值评价、进度与资金去向，均为各不确定数取中间值的一次计算；区间见各图表。"
      : "This, what it is worth, the times and who pays whom are of one run in which every uncertain number has its "
        + "central value; charts and tables show the range."
  }

  /// In what prices the money of the page is; empty where it is nominal, which each table says.
  static func prices(_ session: Session, _ words: ReportWords) -> String {
    guard !session.settings.isNominal, let header = session.scenario.header else { return "" }
    let year = ScenarioHeader.priceYear(of: header)
    return words.style(in: session).language == .chinese
      ? "金额按\(year)年价格" : "real money of \(year)"
  }

  /// The years, the branch and the program.
  static func subtitle(_ session: Session, _ words: ReportWords) -> String {
    let projection = session.branches.current.projection
    let isChinese = words.style(in: session).language == .chinese
    var parts: [String] = []
    if let years = projection?.calendar.years, let first = years.first, let last = years.last,
      let calendar = projection?.calendar
    {
      let (first, last) = (calendar.label(first), calendar.label(last))
      parts.append(first == last ? first : "\(first)–\(last)")
    }
    if session.branch != BranchSet.first {
      parts.append(isChinese ? "分支 \(session.branch)" : "branch \(session.branch)")
    }
    parts.append("Parkline \(Engine.version)")
    return parts.joined(separator: isChinese ? "，" : ", ")
  }
}

extension Session {
  /// The answer of a statement that nobody typed; in place of one that cannot be given, why.
  mutating func reported(_ text: String) throws(Diagnostic) -> [Block] {
    let statement = StatementText.said(by: "report", text)
    guard let command = CommandTable.command(of: statement) else { return [] }
    let before = answer
    defer { answer = before }
    answer = []
    var inner = Invocation(
      statement: statement, reader: ArgumentReader(statement, units: scenario.units))
    _ = inner.reader.word()
    do throws(Diagnostic) {
      try command.run(&self, &inner)
    } catch {
      guard error.exit != .interrupted else { throw error }
      let problem: Sentence = "\(typed: "`\(text)`"): \(error.message)"
      return [.sentence(problem.text(wording))]
    }
    return answer.compactMap { piece in
      switch piece.block {
      // Between pictures stands an empty line at a terminal.
      case .text(let text): return text.allSatisfy(\.isWhitespace) ? nil : piece.block
      default: return piece.block
      }
    }
  }
}
