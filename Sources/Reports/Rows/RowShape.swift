import Diagnostics

/// How a format of text puts rows: what stands around cells, and how it writes a text.
struct RowShape: Sendable {
  /// What stands before the value of each column; the first begins a row.
  var leads: [String]
  /// What ends a row.
  var end: String
  /// What stands between two rows.
  var between = ""
  /// What stands for no value.
  var undefined = ""
  /// A text as the format has it.
  var text: @Sendable (String) -> String

  /// Puts rows into a sink until that is closed, behind an opening where there are any; how many.
  @discardableResult
  func write(
    _ source: RowSource, to sink: ByteSink, behind opening: String = ""
  ) throws(Diagnostic) -> Int {
    let count: Int
    if let threads = RowThreads(self, source) {
      count = try threads.write(to: sink, behind: opening)
    } else {
      count = try write(source.parts, of: source, to: sink, behind: opening)
    }
    sink.rows += count
    return count
  }

  /// The same of some parts of a source.
  func write(
    _ parts: Range<Int>, of source: RowSource, to sink: ByteSink,
    behind opening: String
  ) throws(Diagnostic) -> Int {
    let texts = BytePieces([])
    let leads = BytePieces(leads + [end, between, undefined])
    let width = source.columns.count
    var count = 0
    try source.rows(of: parts) { batch in
      for new in batch.newTexts { texts.append(text(new)) }
      let longest = leads.longest + max(texts.longest, NumberBytes.most) + BytePieces.padding
      let cells = Cells(texts: texts.reader, leads: leads.reader, width: width)
      var start = 0
      while start < batch.values.count, !sink.isClosed {
        if count == 0 { sink.append(opening) }
        let room = sink.room(for: (width + 2) * longest)
        sink.end(at: cells.put(batch.values, from: start, isFirst: count == 0, at: room))
        start += width
        count += 1
      }
      return !sink.isClosed
    }
    return count
  }

  /// What rows are made of.
  private struct Cells {
    let texts: BytePieces.Reader
    let leads: BytePieces.Reader
    let width: Int

    /// Puts the row whose values begin at `start` where there is room for it; where the next byte goes.
    @inline(__always)
    func put(
      _ values: UnsafeBufferPointer<RowBatch.Value>, from start: Int, isFirst: Bool,
      at room: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
      var place = isFirst ? room : leads.put(width + 1, at: room)
      for column in 0..<width {
        place = leads.put(column, at: place)
        switch values[start + column] {
        case .text(let text): place = texts.put(text, at: place)
        case .money(let fen): place = NumberBytes.put(fen: fen, at: place)
        case .number(let number): place = NumberBytes.put(shortest: number, at: place)
        case .undefined: place = leads.put(width + 2, at: place)
        }
      }
      return leads.put(width, at: place)
    }
  }
}
