/// A script, a line typed at the prompt or a built-in library: the text that spans point into.
///
/// A class because thousands of declarations of one file share it; it never changes.
public final class SourceText: Sendable {
  /// What the reader calls it: a path, `prompt` or `library china`.
  public let name: String
  /// The text in UTF-8.
  public let utf8: [UInt8]
  /// The number of the first line, above 1 where a line is one of a session's.
  public let firstLine: Int
  /// The offset at which each line begins.
  private let lineStarts: [Int]

  public init(name: String, utf8: [UInt8], firstLine: Int = 1) {
    self.name = name
    self.utf8 = utf8
    self.firstLine = firstLine
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  public convenience init(name: String, text: String, firstLine: Int = 1) {
    self.init(name: name, utf8: Array(text.utf8), firstLine: firstLine)
  }

  /// The text that a span covers.
  public func text(in span: Span) -> String {
    String(decoding: utf8[clamped(span)], as: UTF8.self)
  }

  /// The index of the line that holds an offset, from 0.
  func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The offsets of a line, without its line break.
  func lineRange(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The line that holds an offset, and where it begins.
  public func line(of offset: Int) -> (text: String, start: Int) {
    let range = lineRange(lineIndex(of: offset))
    return (String(decoding: utf8[range], as: UTF8.self), range.lowerBound)
  }

  /// The number of the line that holds an offset, as a reader counts it.
  public func lineNumber(of offset: Int) -> Int { firstLine + lineIndex(of: offset) }

  /// The lines after the one that holds an offset; nil where there are none.
  public func rest(afterLineOf offset: Int) -> SourceText? {
    let next = lineIndex(of: offset) + 1
    guard next < lineStarts.count else { return nil }
    return SourceText(
      name: name, utf8: Array(utf8[lineStarts[next]...]), firstLine: firstLine + next)
  }

  /// The column of an offset, counted in characters from 1.
  public func column(of offset: Int) -> Int {
    let range = lineRange(lineIndex(of: offset))
    let end = min(max(offset, range.lowerBound), range.upperBound)
    return String(decoding: utf8[range.lowerBound..<end], as: UTF8.self).count + 1
  }

  private func clamped(_ span: Span) -> Range<Int> {
    let lower = min(max(span.lower, 0), utf8.count)
    return lower..<min(max(span.upper, lower), utf8.count)
  }
}

/// A piece of a source, as half-open UTF-8 offsets.
public struct Span: Sendable, Equatable {
  public var lower: Int
  public var upper: Int

  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The smallest span that covers both.
  public func joined(_ other: Span) -> Span {
    Span(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A span and the source it lies in.
public struct Location: Sendable {
  public var source: SourceText
  public var span: Span

  public init(_ source: SourceText, _ span: Span) {
    self.source = source
    self.span = span
  }

  /// `file:line:column`, as editors read it.
  public var address: String { "\(place):\(source.column(of: span.lower))" }

  /// `file:line`.
  public var place: String { "\(source.name):\(source.lineNumber(of: span.lower))" }
}
