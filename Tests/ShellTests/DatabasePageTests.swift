import Foundation
import Reports
import Testing

/// What Docs/Files.md says of databases.
@Suite struct DatabasePageTests {
  private static let page = (try? Scripts.text("Docs/Files.md")) ?? ""

  /// A database of two branches, as the page speaks of it.
  private static func database() throws -> DatabaseConnection {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("export runs.sqlite tax, jobs by=park", "branch late", "set p2 delay=3y")
    let answer = conversation.say("export runs.sqlite tax, jobs --branches")
    #expect(answer.hasPrefix("added 72 values of 2 branches to runs.sqlite\n"), "\(answer)")
    return try DatabaseConnection(.memory(conversation.bytes("runs.sqlite") ?? []))
  }

  private static let questions = page.components(separatedBy: "## SQLite")[1]
    .components(separatedBy: "```sql\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }

  @Test("its questions have answers", arguments: questions)
  func answers(_ question: String) throws {
    let rows = try Self.database().rows(question)
    #expect(!rows.isEmpty && rows.allSatisfy { !$0.contains(nil) }, "\(rows)")
  }

  @Test("there are three or more")
  func several() { #expect(Self.questions.count >= 3) }

  @Test("it names every column of every table, and nothing opens a database but as it says")
  func columns() throws {
    let database = try Self.database()
    for table in ["runs", "scopes", "metrics", "values", "figures"] {
      #expect(Self.page.contains("`\(table)`") || Self.page.contains("`\"\(table)\"`"))
      for column in try database.rows("SELECT name FROM pragma_table_info('\(table)')") {
        #expect(Self.page.contains("`\(column[0] ?? "?")`"), "\(table).\(column)")
      }
    }
    #expect(try database.rows("PRAGMA application_id") == [["1348563563"]])
    #expect(try database.rows("PRAGMA user_version") == [["1"]])
  }

  @Test("the script of a run makes the same run")
  func again() throws {
    let script = try #require(
      try Self.database().rows("SELECT script FROM runs WHERE branch = 'late'").first?[0])
    let conversation = Conversation(files: ["again.park": script])
    conversation.run("again.park")
    conversation.say("export again.sqlite tax, jobs")
    let again = try DatabaseConnection(.memory(conversation.bytes("again.sqlite") ?? []))
    let question = "SELECT metric, period_start, value, fen FROM figures WHERE scope_kind = '' "
    #expect(
      try again.rows(question + "ORDER BY 1, 2")
        == Self.database().rows(question + "AND branch = 'late' ORDER BY 1, 2"))
  }
}
