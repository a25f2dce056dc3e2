import Analysis
import Diagnostics
import Ensembles
import Language
import ParkModel
import Reports
import Simulation

/// One part of a report; nothing stands where it has no blocks.
struct ReportSection: Sendable {
  let heading: Table.Note
  /// Whether it says where in the script things stand: then it is asked of the script that the page
  /// shows, line by line.
  var isOfScript = false
  let blocks: @Sendable (inout Session, ReportWords, Projection) throws(Diagnostic) -> [Block]

  private init(
    _ heading: String, chinese: String,
    blocks:
      @escaping @Sendable (inout Session, ReportWords, Projection) throws(Diagnostic) ->
      [Block]
  ) {
    self.heading = Table.Note(heading, chinese: chinese)
    self.blocks = blocks
  }

  /// One of statements, which stand above their answers.
  private static func saying(
    _ heading: String, chinese: String,
    _ statements: @escaping @Sendable (Session, ReportWords, Projection) -> [String]
  ) -> ReportSection {
    ReportSection(heading, chinese: chinese) { (session, words, projection) throws(Diagnostic) in
      let said = statements(session, words, projection)
      guard !said.isEmpty else { return [] }
      let isChinese = session.settings.style.language == .chinese
      let shown = said.map { "`\($0)`" }.joined(separator: isChinese ? "、" : ", ")
      var blocks: [Block] = [.sentence((isChinese ? "命令：" : "At the prompt: ") + shown)]
      for statement in said { blocks += try session.reported(statement) }
      return named(blocks, Table.Note(heading, chinese: chinese))
    }
  }

  /// Tables without a name are called what the picture before them is, or else the section.
  private static func named(_ blocks: [Block], _ heading: Table.Note) -> [Block] {
    let charts = blocks.count { if case .chart = $0 { true } else { false } }
    var name = heading
    return blocks.map { block in
      switch block {
      case .chart(let chart) where charts == 1: name = chart.title
      case .table(var table) where table.name == nil:
        table.name = name
        return .table(table)
      default: break
      }
      return block
    }
  }

  /// Every part, in order.
  static let rows: [ReportSection] = [
    saying("Year by year", chinese: "逐年数据") { session, words, _ in
      let levels = session.scenario.levels
      let usual = "tax, tax.\(levels.own.name), jobs"
      return words.figures.isEmpty
        ? ["plot \(usual)", "table"] : ["plot \(words.figures)", "table \(words.figures)"]
    },
    saying("Tax by level of government", chinese: "各级政府税收") { session, _, _ in
      ["plot tax by=level kind=areas", divided("tax", by: .level, session)]
    },
    saying("Tax by sector", chinese: "分行业税收") { session, _, _ in
      hasSeveral(.sector, session)
        ? ["plot tax by=sector kind=areas", divided("tax", by: .sector, session)] : []
    },
    saying("By park", chinese: "分园区") { session, _, _ in
      hasSeveral(.park, session)
        ? ["tax", "jobs"].map { divided($0, by: .park, session) } : []
    },
    saying("How sure this is, and what it hangs on", chinese: "区间与主要影响因素") {
      session, _, projection in
      guard EnsembleSettings(session.scenario) != nil, let last = projection.calendar.years.last
      else {
        return []
      }
      let figure = "tax.\(session.scenario.levels.own.name)[\(projection.calendar.label(last))]"
      return ["print \(figure)", "plot \(figure) kind=tornado top=10", "tornado \(figure) top=10"]
    },
    saying("What it is worth", chinese: "值不值得") { _, _, _ in ["appraise"] },
    ReportSection("When things come", chinese: "建设与入驻进度") {
      (session, _, projection) throws(Diagnostic) in
      TimelineView.timeline(projection, session.scenario).map { [.timeline($0)] } ?? []
    },
    ReportSection("Who pays and who receives", chinese: "谁缴纳，谁受益") {
      (session, _, projection) throws(Diagnostic) in
      FlowView.map(projection, session.scenario).map { [.flows($0)] } ?? []
    },
    ReportSection("What is doubtful", chinese: "存疑之处") {
      (session, _, _) throws(Diagnostic) in
      let doubts = session.doubts()
      return doubts.isEmpty ? [] : [.table(table(of: doubts, session.wording))]
    }.ofScript,
    saying("Assumptions and their sources", chinese: "假设与来源") { _, _, _ in
      ["assumptions"]
    }.ofScript,
    saying("Events", chinese: "事件") { _, _, _ in ["events"] },
    ReportSection("Where this comes from", chinese: "数据来历") {
      (session, words, _) throws(Diagnostic) in
      let id = ScenarioID(session.scenario)
      let isChinese = session.settings.style.language == .chinese
      return [
        .sentence(
          isChinese
            ? "情景编号 \(id.text)，由 Parkline \(Engine.version) 计算。把下面的脚本存为文件，即可重新得出本页全部数字。"
            : "Scenario \(id.text), run by Parkline \(Engine.version). Saved as a file, the script below "
              + "makes every figure of this page again."),
        .text(session.scenario.plainScript),
      ]
    },
  ]

  /// The table of a metric by part. What draws say of each part takes a row a part and year: then of many
  /// years every fifth is enough for paper, up to the last.
  private static func divided(
    _ metric: String, by division: Division, _ session: Session
  ) -> String {
    let table = "table \(metric) by=\(division.rawValue)"
    guard EnsembleSettings(session.scenario) != nil,
      let calendar = session.branches.current.projection?.calendar, calendar.years.count > 10,
      let last = calendar.years.last
    else { return table }
    let first = calendar.years[(calendar.years.count - 1) % 5]
    return "\(table) years=\(calendar.label(first))..\(calendar.label(last)) every=5y"
  }

  private static func table(of doubts: [Doubt], _ wording: Wording?) -> Table {
    var table = Table(columns: [
      Table.Column("doubt", chinese: "疑点"), Table.Column("beside it", chinese: "参照"),
      Table.Column("where", chinese: "出处"),
    ])
    table.name = Table.Note("doubts", chinese: "疑点")
    table.rows = doubts.map { doubt in
      let found = doubt.diagnostic
      let beside =
        found.notes.map { $0.message.text(wording) } + found.help.map { $0.text(wording) }
      return [
        .text(found.message.text(wording)),
        .text(beside.joined(separator: wording == nil ? "; " : "；")),
        .text(found.location?.place ?? ""),
      ]
    }
    return table
  }

  private var ofScript: ReportSection {
    var section = self
    section.isOfScript = true
    return section
  }

  /// Whether things of a scenario are of several parts.
  private static func hasSeveral(_ division: Division, _ session: Session) -> Bool {
    let scenario = session.scenario
    if division == .park { return scenario.entities(.park).count > 1 }
    let tenants = scenario.entities(.firm) + scenario.entities(.cohort)
    return Set(tenants.compactMap { $0.reference(Firm.sector) }).count > 1
  }
}
