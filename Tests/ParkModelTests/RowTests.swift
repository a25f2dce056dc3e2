import Diagnostics
import Language
import ParkModel
import Quantities
import Testing

private let rows = EntityKind.allCases.flatMap { kind in
  kind.row.attributes.map { (kind, $0.name) }
}

@Test("the example of every kind reads without error", arguments: EntityKind.allCases)
func examples(kind: EntityKind) throws {
  let read = try scenario(kind.row.example)
  #expect(kind.row.kind == kind)
  #expect(!kind.row.summary.isEmpty)
  #expect(
    kind == .model || kind == .scenario
      ? read.header != nil || kind == .model : read.all.map(\.kind) == [kind])
}

@Test("the example of every kind reads back to itself", arguments: EntityKind.allCases)
func examplesReadBack(kind: EntityKind) throws {
  let script = try scenario(kind.row.example).script
  #expect(script == kind.row.example + "\n")
}

@Test("every attribute has a summary, a range that is not empty and a known unit", arguments: rows)
func attributeRows(kind: EntityKind, name: String) throws {
  let row = try #require(kind.row.attribute(named: name))
  #expect(!row.summary.isEmpty)
  #expect(kind.row.attributes.filter { $0.name == name }.count == 1)
  guard case .number(let unit, let range) = row.form else { return }
  #expect(range.lowerBound < range.upperBound)
  if !unit.text.isEmpty {
    #expect(UnitTable.known(unit.text).dimension == unit.dimension)
  }
  #expect(row.fallback == nil || !row.isRequired)
}

@Test("every number takes both ends of its range, and nothing beyond them", arguments: rows)
func ranges(kind: EntityKind, name: String) throws {
  let row = try #require(kind.row.attribute(named: name))
  guard case .number(let unit, let range) = row.form else { return }
  let suffix = unit.text.hasPrefix("1/") ? String(unit.text.dropFirst()) : " " + unit.text
  func reads(_ value: Double) -> Diagnostic? {
    let target: String
    switch kind {
    case .ensemble, .model: target = kind.rawValue
    case .correlate: target = "correlate a b"
    case .observe: target = "observe tax[2021]"
    default: target = "x"
    }
    // A `-` before what cannot be less than nothing says how much less than before it is.
    let size = NumberFormat.shortest(value.magnitude) + suffix
    let shown = value >= 0 ? size : range.lowerBound < 0 ? "-\(size)" : "0\(suffix) - \(size)"
    let text = "set \(target) \(name)=\(shown)"
    return problem(declared(kind) + "\n" + text)
  }
  // What refers to nothing, or has to hold with other attributes, is not at stake here.
  let ofOthers: Set<String> = ["unknown-name", "shares-do-not-add-up", "conflict"]
  func isRefused(_ problem: Diagnostic?) -> Bool {
    problem.map { !ofOthers.contains($0.slug) } ?? false
  }
  #expect(!isRefused(reads(range.lowerBound)))
  #expect(!isRefused(reads(range.upperBound)))
  #expect(reads(range.upperBound.nextUp * (1 + 1e-9) + 1e-9)?.slug == "out-of-range")
  #expect(reads(range.lowerBound.nextDown - 1e-3)?.slug == "out-of-range")
}

/// A statement that declares `x`.
private func declared(_ kind: EntityKind) -> String {
  switch kind {
  case .model, .scenario: "scenario start=2018 end=2020"
  case .tax: "tax x base=vat rate=5% local=100%"
  case .ensemble: "ensemble draws=2"
  case .correlate: "assume a = 1 to 2\nassume b = 1 to 2\ncorrelate a b 0.5"
  case .observe: "observe tax[2021] value=10亿元"
  default:
    kind.row.example.split(separator: " ", maxSplits: 2).enumerated()
      .map { $0.offset == 1 ? "x" : String($0.element) }.joined(separator: " ")
  }
}

@Test(
  "every attribute refuses a text of another kind",
  arguments: rows.filter { $0.0 != .scenario && $0.0 != .model && $0.0 != .metric })
func otherKinds(kind: EntityKind, name: String) {
  #expect(problem(declared(kind) + "\nset x \(name)=[1, 2]") != nil)
  #expect(problem(declared(kind) + "\nset x \(name)=\"\u{0}\" + 1") != nil)
}
