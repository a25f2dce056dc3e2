import Diagnostics
import Quantities
import Synchronization
import TestSupport
import Testing

@testable import Reports

@Suite("bytes on their way to a file")
struct ByteSinkTests {
  private func text(_ write: (ByteSink) -> Void) -> String {
    String(decoding: ByteSink.bytes(of: write), as: UTF8.self)
  }

  private func number(
    _ put: (UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8>
  ) -> String {
    text { sink in
      let room = sink.room(for: NumberBytes.most)
      let end = put(room)
      #expect(end - room <= NumberBytes.most)
      sink.end(at: end)
    }
  }

  @Test("numbers are written as everywhere else")
  func numbers() {
    var generator = SeededGenerator(seed: 5)
    var values: [Double] = [
      0, -0.0, 1, -1, 0.1, 9.5, 10, 99, 100, 999_999_999_999_999, 1e15, -1e15, 1e15 + 2, 1e16, 1e22,
      .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.001, 123_456.789, -42,
    ]
    for _ in 0..<20_000 {
      let bits = Double(bitPattern: generator.next())
      if bits.isFinite { values.append(bits) }
      values.append(Double(Int64.random(in: -10_000_000...10_000_000, using: &generator)))
      values.append(Double(Int64.random(in: -10_000_000...10_000_000, using: &generator)) / 100)
    }
    for value in values {
      #expect(number { NumberBytes.put(shortest: value, at: $0) } == NumberFormat.shortest(value))
    }
    for fen in [0, 1, -1, 9, 10, 99, 100, -100, 12_345, .max, .min]
      + values.prefix(5000).compactMap({ Int64(exactly: $0.rounded()) })
    {
      #expect(number { NumberBytes.put(fen: fen, at: $0) } == NumberFormat.yuan(fen: fen))
    }
  }

  @Test("what is longer than a piece comes whole and in order")
  func pieces() {
    let long = String(repeating: "衢州", count: 200_000)
    #expect(
      text { sink in
        for part in ["a", long, "b", long, "", "c"] { sink.append(part) }
      } == "a" + long + "b" + long + "c")
  }

  @Test("a sink that nobody wants more of drops the rest, and rows are made no further")
  func closed() throws {
    var pieces = 0
    let made = Atomic(0)
    let sink = ByteSink { _ in
      pieces += 1
      return false
    }
    let endless = RowSource(columns: [Table.Column("a"), Table.Column("b")]) { batch, take in
      for number in 0..<100_000_000 {
        made.store(number, ordering: .relaxed)
        batch.add(RowBatch.Value.number(Double(number)))
        batch.add(Table.Cell.text("衢州"))
        guard batch.endRow(take) else { return }
      }
    }
    let shape = RowShape(leads: ["", ","], end: "\n", text: { $0 })
    try shape.write(endless, to: sink)
    sink.append("more")
    sink.flush()
    #expect(pieces == 1)
    #expect(made.load(ordering: .relaxed) < 100_000)
  }

  @Test("rows that are made are the bytes of the same table in every format of text")
  func formats() throws {
    var table = Table(
      columns: [
        Table.Column("名,称"), Table.Column("tax", unit: "yuan", isNumeric: true),
        Table.Column("tax"),
      ])
    table.priceYear = 2020
    for number in 0..<3000 {
      table.rows.append([
        .text("=\"f-\(number % 7)\"\n|"),
        number % 5 == 0 ? .undefined : .money(fen: Int64(number) * 7),
        .measured(Table.Measured(Double(number) / 3, number % 2 == 0 ? "yuan" : "jobs")),
      ])
    }
    let rows = table.rows
    let source = RowSource(columns: table.columns, priceYear: 2020) { batch, take in
      for row in rows {
        for cell in row { batch.add(cell) }
        guard batch.endRow(take) else { return }
      }
    }
    for format in FileFormat.texts {
      #expect(try format.bytes(of: Document(rows: source)) == format.bytes(of: [table]))
    }
    #expect(try source.table().rows.count == rows.count)
  }

  /// Rows in parts, of which one may have none, and one may fail.
  private func parts(_ counts: [Int], failing: Int? = nil, isLong: Bool = true) -> RowSource {
    RowSource(
      columns: [Table.Column("name"), Table.Column("value")], priceYear: nil, isLong: isLong,
      parts: counts.count
    ) { (part, batch, take) throws(Diagnostic) in
      for number in 0..<counts[part] {
        batch.add(Table.Cell.text("part \(part), \(number % 11)"))
        batch.add(RowBatch.Value.number(Double(number)))
        guard batch.endRow(take) else { return }
      }
      if part == failing { throw Diagnostic("conflict", "part \(part) cannot be made") }
    }
  }

  @Test("parts that threads make side by side are the bytes of one thread")
  func threads() throws {
    let counts = [0, 90_000, 1, 0, 200_000, 7, 30_000, 0]
    for format in FileFormat.texts {
      let alone = try format.bytes(of: Document(rows: parts(counts, isLong: false)))
      #expect(try format.bytes(of: Document(rows: parts(counts))) == alone)
    }
    let nothing = Document(rows: parts([0, 0, 0]))
    #expect(try FileFormat.named("json")?.bytes(of: nothing) == Array("[]\n".utf8))
  }

  @Test("a part that cannot be made ends the rows, and a closed sink the threads")
  func failures() {
    let shape = RowShape(leads: ["", ","], end: "\n", text: { $0 })
    var taken = 0
    let sink = ByteSink {
      taken += $0.count
      return true
    }
    let problem = #expect(throws: Diagnostic.self) {
      try shape.write(parts([50_000, 50_000, 9, 3_000_000, 3_000_000], failing: 2), to: sink)
    }
    #expect(problem?.message == "part 2 cannot be made")
    #expect(taken > 100_000)
    var pieces = 0
    let closed = ByteSink { _ in
      pieces += 1
      return false
    }
    #expect(throws: Never.self) {
      try shape.write(parts(Array(repeating: 3_000_000, count: 20)), to: closed)
    }
    #expect(pieces == 1)
    #expect(closed.isClosed)
  }
}
