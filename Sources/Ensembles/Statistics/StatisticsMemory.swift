/// How much memory the statistics of an ensemble take, shared between its columns.
public enum StatisticsMemory {
  /// Of all columns together, bytes: what leaves room for everything else within 300 MB.
  public static let usual = 200_000_000

  /// Of each of `columns` columns, bytes. A column keeps each of its values while they fit, 8 bytes a
  /// value; then summaries of blocks, whose size follows from it, so that statistics can only be merged
  /// with those of as much memory.
  public static func perColumn(of columns: Int, within total: Int = usual) -> Int {
    // The exact sums and the small things of a column take 2 kB beside it.
    max(1024, total / max(1, columns) - 2048)
  }
}
