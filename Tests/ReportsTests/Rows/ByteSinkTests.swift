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
}
