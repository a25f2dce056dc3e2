import Diagnostics
import Language
import ParkModel
import Wording

/// The questions of `new` and what was answered so far: statements that were tried on a session of their
/// own, so that what is written behind the last answer works.
struct NewPark: Sendable {
  /// In the order in which they are asked: a firm's kind is one of the library's.
  enum Question: Int, CaseIterable, Sendable {
    case years, library, city, park, firm
  }

  private(set) var question = Question.years
  /// Whether something stands in the branch that is removed first.
  let isOver: Bool
  /// The years, such as `start=2026 end=2035`, and the first of them.
  private var span = ""
  private var start = 0
  /// The statements behind that of the scenario, which takes the title of the park.
  private var statements: [String] = []
  private var library = ""
  private var city = ""
  private var park = ""
  private var parkTitle = ""
  private var firm = ""
  /// The year at hand, for defaults.
  private let year: Int

  init(in session: Session) {
    isOver = !session.scenario.isEmpty
    year = session.calendarClock().flatMap { Int($0.day.prefix(4)) } ?? 2026
  }

  /// What a question comes to.
  enum Outcome {
    case asksAgain
    case asksNext
    case done
  }

  /// Takes an answer; what is wrong with it is said. Empty stands for the default.
  mutating func take(_ answer: String, in session: inout Session) -> Outcome {
    let answer = NewAnswer.plain(answer)
    do throws(Diagnostic) {
      switch question {
      case .years: try takeYears(answer, session)
      case .library: try takeLibrary(answer, session)
      case .city: try takeCity(answer, session)
      case .park: try takePark(answer, session)
      case .firm: try takeFirm(answer, session)
      }
    } catch {
      // A word where a number belongs would be an assumption in a statement.
      let isWord = error.slug == "unknown-name"
      session.printLine(isWord ? "this is no number with a unit" : error.message)
      let help = error.slug == NewAnswer.slug ? error.help.first : nil
      session.printLine("help: \(help ?? example(session))")
      return .asksAgain
    }
    guard let next = Question(rawValue: question.rawValue + 1) else { return .done }
    question = next
    return .asksNext
  }

  // MARK: What is asked

  /// Asks the question at hand.
  func ask(in session: inout Session) {
    let number = "\(question.rawValue + 1)/\(Question.allCases.count)"
    let isChinese = session.wording != nil
    let question: Sentence
    switch self.question {
    case .years: question = "\(number) Which years?"
    case .library:
      question =
        "\(number) Which taxes and kinds of firms? \(typed: libraries.joined(separator: ", "))"
    case .city: question = "\(number) Which city, and its GDP of a year?"
    case .park: question = "\(number) Which park, and its area?"
    case .firm:
      question =
        "\(number) Which firm comes first, of what kind, with how many jobs or how much land? \(typed: kinds(isChinese).joined(separator: isChinese ? "；" : ", "))"
    }
    session.printLine(question)
    session.printLine(verbatim: "  = " + standard(isChinese))
  }

  /// What Enter stands for.
  private func standard(_ isChinese: Bool) -> String {
    switch question {
    case .years: "\(year)..\(year + 9)"
    case .library: "china"
    case .city: isChinese ? "衢州，2125.20亿元" : "Quzhou, 2125.20亿元"
    case .park: isChinese ? "江滨产业园，600亩" : "River park, 600亩"
    case .firm:
      isChinese
        ? "玩具厂，\(kinds(true).first ?? "")，350人" : "First plant, \(kinds(false).first ?? ""), 350"
    }
  }

  private func example(_ session: Session) -> Sentence {
    "for example `\(typed: standard(session.wording != nil))`"
  }

  /// What Tab offers.
  func offers(_ isChinese: Bool) -> [Suggestion] {
    switch question {
    case .library: libraries.map { Suggestion($0) }
    case .firm:
      zip(sectors, kinds(isChinese)).map {
        // Beside a title the name that the statement has, beside a name its title.
        Suggestion($1, Sentence(typed: isChinese ? $0.name : $0.title ?? ""), ending: "")
      }
    default: []
    }
  }

  private var libraries: [String] { Library.names.filter { Library.needs(of: $0).isEmpty } }

  private var sectors: [Declaration] {
    Library.unused(.sector, in: Scenario()).filter { $0.library == library }.map(\.declaration)
  }

  /// What the kinds of firms are called in answers: by their titles in Chinese, by their names in English.
  private func kinds(_ isChinese: Bool) -> [String] {
    sectors.map { sector in
      isChinese
        ? Sentence(verbatim: sector.title ?? sector.name).text(Chinese.wording) : sector.name
    }
  }

  // MARK: Answers

  private mutating func takeYears(_ answer: String, _ session: Session) throws(Diagnostic) {
    guard let (first, last) = NewAnswer.years(answer.isEmpty ? standard(false) : answer) else {
      throw NewAnswer.wrong(
        "`\(typed: answer)` names no first and last year", example(session))
    }
    let span = "start=\(first) end=\(last)"
    try tried(["scenario \(span)"], session)
    (self.span, start) = (span, first)
  }

  private mutating func takeLibrary(_ answer: String, _ session: Session) throws(Diagnostic) {
    let name = answer.isEmpty ? "china" : NewAnswer.library(answer)
    guard libraries.contains(name) else {
      throw NewAnswer.wrong(
        "there is no library `\(typed: answer)` to begin with",
        didYouMean(name, among: libraries).first
          ?? "it is one of \(typed: libraries.joined(separator: ", "))")
    }
    library = name
    try add("use \(name)", session)
  }

  private mutating func takeCity(_ answer: String, _ session: Session) throws(Diagnostic) {
    let (title, gdp) = try titleAndSize(answer, session)
    guard let gdp else {
      city = try add("city", named: title, "", session)
      return
    }
    let year = gdp.contains("/") ? "" : session.wording != nil ? "/年" : "/year"
    do throws(Diagnostic) {
      city = try add("city", named: title, " gdp=\(gdp)\(year)", session)
    } catch {
      // A number without its currency is money of a year already.
      guard let name = try? add("city", named: title, " gdp=\(gdp)", session) else { throw error }
      city = name
    }
  }

  private mutating func takePark(_ answer: String, _ session: Session) throws(Diagnostic) {
    let (title, area) = try titleAndSize(answer, session)
    guard let area else {
      throw NewAnswer.wrong(
        "how large `\(typed: title)` is, is missing",
        example(session))
    }
    let before = self
    do throws(Diagnostic) {
      park = try add("park", named: title, " city=\(city) area=\(area)", session)
      parkTitle = title
      // Land is there once a phase has made it ready; all of it within the first year.
      let name = session.wording == nil ? "Phase 1" : "一期"
      _ = try add(
        "phase", named: name, " park=\(park) area=\(area) start=\(start) complete=\(start)", session
      )
    } catch {
      self = before
      throw error
    }
  }

  private mutating func takeFirm(_ answer: String, _ session: Session) throws(Diagnostic) {
    let isChinese = session.wording != nil
    let parts = NewAnswer.parts(
      answer.isEmpty ? standard(isChinese) : answer, kinds: sectors.map(\.name) + kinds(isChinese))
    guard parts.count == 3 else {
      throw NewAnswer.wrong(
        "a name, a kind and a size belong here", example(session))
    }
    let (title, word, size) = (parts[0], parts[1], parts[2])
    guard let sector = sector(named: word, isChinese) else {
      throw NewAnswer.wrong(
        "there is no kind of firm `\(typed: word)`",
        didYouMean(word, among: sectors.map(\.name)).first
          ?? "it is one of \(typed: kinds(isChinese).joined(separator: isChinese ? "；" : ", "))")
    }
    let rest = " park=\(park) sector=\(sector) arrives=\(start + 1) "
    // What is no number of jobs may be land.
    let before = self
    do throws(Diagnostic) {
      firm = try add("firm", named: title, rest + "jobs=\(size)", session)
    } catch {
      self = before
      guard let name = try? add("firm", named: title, rest + "land=\(size)", session) else {
        self = before
        throw NewAnswer.wrong(
          "`\(typed: size)` is neither a number of jobs nor an area", "for example `350` or `80亩`")
      }
      firm = name
    }
  }

  /// The kind of firm of a name or a title, or of a piece of the only title that has it.
  private func sector(named word: String, _ isChinese: Bool) -> String? {
    let word = word.lowercased()
    if let sector = sectors.first(where: { $0.name == word }) { return sector.name }
    let found = zip(sectors, kinds(isChinese)).filter { sector, title in
      title.lowercased().contains(word) || sector.title?.lowercased().contains(word) == true
    }
    return found.count == 1 ? found[0].0.name : nil
  }

  /// A title and what stands behind its comma.
  private func titleAndSize(
    _ answer: String, _ session: Session
  ) throws(Diagnostic) -> (title: String, size: String?) {
    let isChinese = session.wording != nil
    let parts = NewAnswer.parts(answer.isEmpty ? standard(isChinese) : answer)
    guard (1...2).contains(parts.count), !parts[0].isEmpty else {
      throw NewAnswer.wrong(
        "a name and a number belong here, a comma between",
        example(session))
    }
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  // MARK: Statements

  /// Adds a statement that declares something with a title; the name that it is given.
  private mutating func add(
    _ kind: String, named title: String, _ rest: String, _ session: Session
  ) throws(Diagnostic) -> String {
    let base = NewAnswer.name(for: title, kind: kind)
    var number = 0
    while true {
      let name = number == 0 ? base : "\(base)-\(number)"
      let label = name == title ? "" : " \(quoted(title))"
      do throws(Diagnostic) {
        try add("\(kind) \(name)\(label)\(rest)", session)
        return name
      } catch {
        // A word of the language, or a name that is there already, takes a number.
        guard ["name", "declared-twice"].contains(error.slug), number < 3 else { throw error }
        number += 1
      }
    }
  }

  private mutating func add(_ statement: String, _ session: Session) throws(Diagnostic) {
    try tried(["scenario \(span)"] + statements + [statement], session)
    statements.append(statement)
  }

  /// Tries statements on an empty scenario; what is wrong with the first that fails.
  private func tried(
    _ statements: [String], _ session: Session
  ) throws(Diagnostic) {
    var trial = Session(files: session.files)
    for line in statements {
      let script = Script(SourceText(name: "", text: line))
      guard script.statements.count == 1, !script.isUnfinished,
        script.statements[0].trailing == nil
      else {
        throw NewAnswer.wrong("a bracket, a quote, `;` and `#` have no place here", "leave it out")
      }
      try Interpreter.runInPlace(script.statements[0], in: &trial)
    }
    // Names without a meaning are said behind a statement, and not by it.
    if let mistake = trial.mistakes(trial.branch).first { throw mistake }
  }

  /// Everything as it is typed, in the language of the session.
  func lines(in session: Session) -> [String] {
    let header = "scenario \(quoted(parkTitle)) \(span)"
    return ((isOver ? ["remove --all"] : []) + [header] + statements).map {
      typed($0, inChinese: session.wording != nil)
    }
  }

  /// What to do next, once the statements are applied.
  func closing(in session: Session) -> Sentence {
    let isChinese = session.wording != nil
    func write(_ statement: String) -> String { typed(statement, inChinese: isChinese) }
    let count = statements.count + (isOver ? 2 : 1)
    return
      "Go on with `\(typed: write("table"))`, `\(typed: write("show \(firm)"))` or `\(typed: write("save \(NewAnswer.file(park)).park"))`; `\(typed: write("undo \(count)"))` takes all of this back."
  }
}
