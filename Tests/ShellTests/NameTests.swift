import ParkModel
import Quantities
import Shell
import Simulation
import Testing

/// Words that mean something are no names: the lists of `Names` against the tables they stand for.
@Suite struct NameTests {
  /// Commands of one word that came when scenarios had things of these names.
  static let alone = ["demo", "new", "tour"]

  @Test(
    "a command or kind is kept from being a name",
    arguments: CommandTable.names.filter { !alone.contains($0) })
  func commands(_ word: String) {
    #expect(refuses(word))
  }

  @Test("what came later may be a name still, and is a command all the same", arguments: alone)
  func commandsAlone(_ word: String) {
    let session = Conversation()
    #expect(!refuses(word))
    #expect(!session.say("park \(word) area=1ha").contains("error["))
    #expect(session.say("set \(word) area=2ha; print \(word).area").contains("2 ha"))
  }

  static let firstWords = Swift.Set(MetricTable.rows.map { String($0.name.prefix { $0 != "." }) })
    .sorted()

  @Test("the first word of a metric is kept from being a name", arguments: firstWords)
  func metrics(_ word: String) {
    // A metric with `_` could be no name anyway.
    #expect(refuses(word))
  }

  @Test("a unit is kept from being a name", arguments: UnitTable.names)
  func units(_ word: String) {
    #expect(refuses(word))
  }

  private func refuses(_ word: String) -> Bool {
    Conversation().say("park \(word) area=1ha").contains("error[")
  }
}
