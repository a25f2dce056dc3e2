/// Where the lines of a shell come from: a terminal, a pipe or a test.
public protocol LineSource {
  /// The next line, asked for with a prompt where there is somebody to see it.
  mutating func next(prompt: String) -> LineEvent
}

public enum LineEvent: Sendable, Equatable {
  case line(String)
  /// The line was given up; what was begun is dropped.
  case cancelled
  /// A line of bytes that are not text.
  case broken
  /// Lines cannot be read, and why: a folder, a disk that fails. That is no end of a script.
  case unread(String)
  case end
}
