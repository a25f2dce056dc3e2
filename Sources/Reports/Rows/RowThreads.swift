import Diagnostics
import Glibc

/// Rows of several parts, each made and put into bytes by one of some threads, and handed on in the order of
/// the parts: the bytes are those of one thread. What is made ahead is bounded, however many rows there are.
struct RowThreads {
  private let shape: RowShape
  private let source: RowSource
  private let count: Int

  /// More make nothing sooner, for one thread hands on to the disk.
  private static let most = 4

  /// Nil where one thread does it as soon.
  init?(_ shape: RowShape, _ source: RowSource) {
    let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    count = min(RowThreads.most, processors, source.parts.count)
    guard source.isLong, count > 1 else { return nil }
    self.shape = shape
    self.source = source
  }

  /// Puts all rows into a sink until that is closed, behind an opening where there are any; how many. Throws
  /// what keeps the first part that fails from being made.
  func write(to sink: ByteSink, behind opening: String) throws(Diagnostic) -> Int {
    let (shape, source) = (shape, source)
    let pieces = PartPieces(parts: source.parts.count, ahead: count)
    let threads = (0..<count).compactMap { _ in
      OwnThread.start(stack: OwnThread.deepStack, isDetached: false) {
        while let part = pieces.nextPart() {
          let own = ByteSink { pieces.add(Array($0), to: part) }
          let made = Result { () throws(Diagnostic) in
            try shape.write(part..<part + 1, of: source, to: own, behind: "")
          }
          own.flush()
          pieces.end(part, made)
        }
      }
    }
    defer {
      pieces.close()
      for thread in threads { pthread_join(thread, nil) }
    }
    // Where the system has no thread left.
    guard !threads.isEmpty else {
      return try shape.write(source.parts, of: source, to: sink, behind: opening)
    }
    var rows = 0
    for part in source.parts {
      var isFirst = true
      while let piece = pieces.take(from: part) {
        if isFirst { sink.append(rows == 0 ? opening : shape.between) }
        isFirst = false
        sink.pass(piece)
        if sink.isClosed { return rows }
      }
      rows += try pieces.rows(of: part)
    }
    return rows
  }
}
