public import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports
import Simulation

extension Program {
  /// What `parkline ensemble` is asked for.
  public struct EnsembleRequest: Sendable {
    public var file: String
    /// Metrics, each of them or several by commas; those that matter most where there are none.
    public var metrics: [String] = []
    /// What is said otherwise than in the script, as it is typed: `draws=1000`.
    public var settings: [String] = []
    /// `3/8`; all draws where it is nil.
    public var shard: String?
    /// Where the part goes; nil for a table on standard output.
    public var out: String?
    /// As many as there are processors where it is nil.
    public var threads: Int?
    /// The version of the program.
    public var engine: String

    public init(file: String, engine: String) {
      self.file = file
      self.engine = engine
    }
  }

  /// Draws the futures of a script's scenario, or a part of them: `parkline ensemble`.
  public func ensemble(_ request: EnsembleRequest) -> Diagnostic.Exit {
    session = Session(files: files, stop: stop)
    session.problems = ProblemList()
    session.problems?.isAnswering = false
    session.hush()
    do throws(Diagnostic) {
      let shard = try request.shard.map { text throws(Diagnostic) in try Shard(text) } ?? .whole
      if let out = request.out { try Program.check(out, of: shard) }
      let source = try ScriptFile.read(request.file, scripts ?? session.files)
      session.scriptFolder = ScriptFile.folder(of: request.file)
      session.replaying = [request.file]
      try Interpreter.replay(Script(source), in: &session, after: pass)
      guard session.problems?.isEmpty == true else { return session.problems?.exit ?? .usage }
      session.problems = nil
      // It is on from here on, also where the script says nothing of it.
      let statement = (["ensemble"] + request.settings).joined(separator: " ")
      if !request.settings.isEmpty || EnsembleSettings(session.scenario) == nil {
        // Also where the script ends with `quit`.
        session.isOver = false
        let settings = SourceText(name: "command line", text: statement)
        try Interpreter.replay(Script(settings), in: &session, after: pass)
      }
      let part = try part(request, shard)
      try give(part, to: request.out)
      return .done
    } catch {
      return report(error)
    }
  }

  /// Puts parts together: `parkline merge`.
  public func merge(_ paths: [String], out: String?) -> Diagnostic.Exit {
    do throws(Diagnostic) {
      if let out { try Program.check(out, of: .whole) }
      var merge = PartMerge()
      for path in paths {
        let bytes = try (scripts ?? files).read(path)
        try merge.add(EnsemblePart(bytes, from: path), from: path)
      }
      try give(try merge.whole(), to: out)
      return .done
    } catch {
      return report(error)
    }
  }

  // MARK: Parts

  private func part(
    _ request: EnsembleRequest, _ shard: Shard
  ) throws(Diagnostic) -> EnsemblePart {
    let scenario = session.scenario
    guard let settings = EnsembleSettings(scenario) else {
      throw Diagnostic("no-ensemble", "`\(request.file)` switches its ensemble off")
    }
    // What no run can be made of says so before any draw does.
    let central = try session.project(RunView())
    let metrics = try metrics(request.metrics, central)
    let run = try EnsembleRun(scenario, settings, central: central, stop: stop)
    if run.parameters.isEmpty {
      complain("nothing in `\(request.file)` is uncertain: every draw is the plain run\n")
    }
    return try PartRun(run, metrics, like: central).part(
      shard, engine: request.engine,
      identity: ScenarioID(scenario).text,
      threads: max(1, request.threads ?? Session.processors), stop: stop)
  }

  private func metrics(
    _ words: [String], _ central: Projection
  ) throws(Diagnostic) -> [Metric] {
    let names = words.flatMap { $0.split { $0 == "," || $0 == " " } }.map(String.init)
    var metrics: [Metric] = []
    for name in names.isEmpty ? Headline.metrics : names {
      guard
        let metric = MetricTable.metric(name, taxes: central.taxes, levels: central.levels)
      else {
        let all = MetricTable.names(taxes: central.taxes, levels: central.levels)
        throw Diagnostic(
          "unknown-metric", "there is no metric `\(escapingControls(name))`",
          help: nearest(to: name, in: all).prefix(1).map { "did you mean `\($0)`?" })
      }
      guard !metrics.contains(where: { $0.name == metric.name }) else { continue }
      metrics.append(metric)
    }
    return metrics
  }

  // MARK: Answers

  /// Writes a part, or a table of it.
  private func give(_ part: EnsemblePart, to path: String?) throws(Diagnostic) {
    // A part in which no draw can be run may still be one of a whole in which others can.
    if part.header.isWhole, let first = part.columns.first?.firstMissing,
      part.columns.allSatisfy({ $0.count == 0 })
    {
      throw Diagnostic(
        "no-value", "no draw of \(part.header.draws) has a value: \(said: first.reason)")
    }
    guard let path else {
      let layout = TextLayout(width: session.width, style: FigureStyle())
      return try write(layout.render(PartTable.shown(part)))
    }
    if let format = Program.format(of: path) {
      return try (scripts ?? files).write(
        path, format.bytes(of: [PartTable.tidy(part)]))
    }
    try (scripts ?? files).write(path, part.bytes)
  }

  /// The format of a table's file by its ending; nil for a part, and for pictures, which hold none.
  private static func format(of path: String) -> FileFormat? {
    path.split(separator: "/").last?.split(separator: ".").dropFirst().last.flatMap {
      FileFormat.named(String($0)).flatMap { $0.content == .picture ? nil : $0 }
    }
  }

  /// A table says what all draws come to.
  private static func check(_ path: String, of shard: Shard) throws(Diagnostic) {
    if let format = format(of: path), format.content == .runs {
      throw Diagnostic(
        "conflict", "`\(path)` would be a database of runs, and draws alone are none",
        help: ["`export \(path)` in the script adds the run with its statistics"], exit: .usage)
    }
    guard shard.count > 1, format(of: path) != nil else { return }
    throw Diagnostic(
      "bad-shard", "`\(path)` is a table, and a part of the draws makes none",
      help: ["`--out part.\(shard.index)` keeps the part for `parkline merge`"])
  }
}

extension Headline {
  /// The metrics that it says.
  static let metrics = ["tax", "jobs", "investment.cumulative"]
}
