public import Diagnostics

/// Some draws of an ensemble, as a file: who they belong to, and the statistics of each figure.
///
/// The bytes follow from the header and from the draws; a part of all draws is the whole ensemble,
/// whether it was run at once or merged.
public struct EnsemblePart: Equatable, Sendable {
  public var header: PartHeader
  /// One for each column of the header.
  public var columns: [ColumnStatistics]

  public init(_ header: PartHeader, _ columns: [ColumnStatistics]) {
    self.header = header
    self.columns = columns
  }

  private static let mark = "parkline part "

  /// The bytes of the file.
  public var bytes: [UInt8] {
    var body = PartBytes()
    for column in columns { body.put(column) }
    let lines = header.lines + ["bytes \(body.bytes.count)"]
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8) + body.bytes
    return bytes + SHA256.digest(bytes[...])
  }

  /// Reads a file; throws what is none, what another version wrote, and what is damaged.
  ///
  /// - Parameter path: what the reader calls the file.
  public init(_ bytes: [UInt8], from path: String) throws(Diagnostic) {
    guard bytes.starts(with: EnsemblePart.mark.utf8) else {
      throw Diagnostic(
        "damaged-part", "`\(path)` is no part of an ensemble",
        help: ["`parkline ensemble FILE --shard 1/4 --out PART` writes one"])
    }
    let (lines, start) = EnsemblePart.lines(of: bytes)
    let version = lines.first.map { $0.dropFirst(EnsemblePart.mark.count) } ?? ""
    guard version == "\(PartHeader.format)" else {
      throw Diagnostic(
        "foreign-part",
        "`\(path)` has layout \(escapingControls(String(version.prefix(12)))), and this program reads "
          + "layout \(PartHeader.format)",
        help: ["make the part again with this program, or merge with the one that made it"])
    }
    guard let last = lines.last, last.hasPrefix("bytes "), let size = Int(last.dropFirst(6)),
      size >= 0
    else {
      throw .damagedPart(path, "it ends within its header")
    }
    let end = bytes.count - SHA256.size
    let found = max(0, end - start)
    guard size == found, end >= start else {
      throw .damagedPart(
        path,
        size >= found
          ? "it ends \(max(1, size - found)) bytes too early"
          : "\(found - size) bytes follow behind its end")
    }
    guard SHA256.digest(bytes[..<end]) == Array(bytes[end...]) else {
      throw .damagedPart(path, "its checksum does not match what it holds")
    }
    guard let header = PartHeader(lines: lines.dropLast()) else {
      throw .damagedPart(path, "its header does not read")
    }
    var reader = PartReader(bytes[start..<end])
    var columns: [ColumnStatistics] = []
    for column in header.columns {
      guard let statistics = reader.column(memory: header.memory, draws: header.range) else {
        throw .damagedPart(path, "the numbers of `\(column.label)` do not read")
      }
      columns.append(statistics)
    }
    guard reader.isAtEnd else { throw .damagedPart(path, "bytes follow behind its columns") }
    self.init(header, columns)
  }

  /// The lines up to the one that says how many bytes follow, and where those begin.
  private static func lines(of bytes: [UInt8]) -> (lines: [Substring], start: Int) {
    var lines: [Substring] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      guard let line = String(validating: bytes[start..<end], as: UTF8.self) else { break }
      lines.append(line[...])
      start = end + 1
      if line.hasPrefix("bytes ") { break }
    }
    return (lines, start)
  }
}

extension Diagnostic {
  fileprivate static func damagedPart(_ path: String, _ reason: Sentence) -> Diagnostic {
    Diagnostic(
      "damaged-part", "`\(path)` is damaged: \(reason)",
      help: ["copy it again, or run its shard again"])
  }
}
