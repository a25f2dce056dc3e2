public import Diagnostics
public import Reports

/// The only door to the disk. A shell that may not touch files is given another.
public struct Files: Sendable {
  /// What is done to a database of runs that is open, in a transaction.
  public typealias Database = (RunDatabase) throws(Diagnostic) -> Void

  /// What puts a file into a sink; what it throws leaves the file as it was.
  public typealias Writing = (ByteSink) throws(Diagnostic) -> Void

  /// What is done in a folder while no other program does the like.
  public typealias Alone =
    @Sendable (
      _ folder: String, _ body: () throws(Diagnostic) -> Void
    ) throws(Diagnostic) -> Void

  /// The bytes of a file.
  public var read: @Sendable (String) throws(Diagnostic) -> [UInt8]
  /// Puts bytes into a file: all of them, or none.
  public var write: @Sendable (String, [UInt8]) throws(Diagnostic) -> Void
  /// Puts into a file what comes through a sink: all of it, or none.
  public var stream: @Sendable (String, Writing) throws(Diagnostic) -> Void
  /// Puts bytes into several files: the first cannot be written and another not but for what happens
  /// between two names of a folder.
  public var writeTogether: @Sendable ([(path: String, bytes: [UInt8])]) throws(Diagnostic) -> Void
  /// Does something while no other program that asks does the like in a folder, where that can be had.
  public var alone: Alone
  /// Puts bytes behind a file that is there: all of them, or none.
  public var append: @Sendable (String, [UInt8]) throws(Diagnostic) -> Void
  /// Adds to a database of runs, or makes one: what the body does counts whole or not at all. The body may
  /// be asked twice, where another program makes the file at the same time.
  public var database: @Sendable (String, Database) throws(Diagnostic) -> Void
  /// What is in a folder, hidden files too, folders with a `/` at their end; nothing where it
  /// cannot be read.
  public var list: @Sendable (String) -> [String]
  /// The first bytes of a file that is there, as many as asked for; nil where there is nothing to lose:
  /// no such file, an empty one, a device or a pipe.
  public var beginning: @Sendable (String, Int) -> [UInt8]?

  public init(
    read: @escaping @Sendable (String) throws(Diagnostic) -> [UInt8],
    write: @escaping @Sendable (String, [UInt8]) throws(Diagnostic) -> Void,
    list: @escaping @Sendable (String) -> [String],
    append: (@Sendable (String, [UInt8]) throws(Diagnostic) -> Void)? = nil,
    database: (@Sendable (String, Database) throws(Diagnostic) -> Void)? = nil,
    beginning: (@Sendable (String, Int) -> [UInt8]?)? = nil,
    writeTogether: (
      @Sendable ([(path: String, bytes: [UInt8])]) throws(Diagnostic) -> Void
    )? = nil,
    alone: Alone? = nil,
    stream: (@Sendable (String, Writing) throws(Diagnostic) -> Void)? = nil
  ) {
    if let stream {
      self.stream = stream
    } else {
      self.stream = { (path, writing) throws(Diagnostic) in
        try write(path, try ByteSink.bytes(of: writing))
      }
    }
    if let writeTogether {
      self.writeTogether = writeTogether
    } else {
      self.writeTogether = { (files) throws(Diagnostic) in
        for file in files { try write(file.path, file.bytes) }
      }
    }
    if let alone {
      self.alone = alone
    } else {
      self.alone = { (_, body) throws(Diagnostic) in try body() }
    }
    self.beginning =
      beginning ?? { path, count in
        guard let bytes = try? read(path), !bytes.isEmpty else { return nil }
        return Array(bytes.prefix(count))
      }
    if let append {
      self.append = append
    } else {
      self.append = { (path, bytes) throws(Diagnostic) in
        let before = try read(path)
        try write(path, before + bytes)
      }
    }
    if let database {
      self.database = database
    } else {
      self.database = { (path, body) throws(Diagnostic) in
        try Files.database(path, body, read: read, write: write)
      }
    }
    self.read = read
    self.write = write
    self.list = list
  }
}
