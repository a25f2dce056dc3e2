public import Diagnostics
import Reports

/// Programs of others that turn one kind of file into another: the door to them, which a shell need not
/// have.
public struct OutsideConverter: Sendable {
  /// What came of it.
  public enum Outcome: Sendable {
    case answer([UInt8])
    /// There is no such program.
    case missing
    /// Why there is no answer, as the end of a sentence: `it ended with status 1`.
    case failure(Sentence)
  }

  /// Gives bytes to a program with arguments, and waits for what it answers; ends it where `stop` asks.
  public var run: @Sendable (String, [String], [UInt8], StopSignal) -> Outcome

  public init(run: @escaping @Sendable (String, [String], [UInt8], StopSignal) -> Outcome) {
    self.run = run
  }
}

extension Session {
  /// What a format's program makes of bytes; throws where it is missing, may not be started or fails.
  func converted(
    _ bytes: [UInt8], by conversion: FileFormat.Conversion, for path: String, at place: Location
  ) throws(Diagnostic) -> [UInt8] {
    let program = conversion.program
    guard let converter else {
      throw Diagnostic(
        "safe",
        "`\(escapingControls(path))` is not written: `--safe` starts no program, and touches no file",
        help: ["`plot` draws the same picture here"], exit: .file)
    }
    let outcome = converter.run(program, conversion.arguments, bytes, stop)
    try stop.check()
    let reason: Sentence
    switch outcome {
    case .answer(let answer) where answer.starts(with: conversion.signature): return answer
    case .answer(let answer):
      reason = answer.isEmpty ? "it answered nothing" : "what it answered is no such file"
    case .missing:
      throw Diagnostic(
        "no-converter", "`\(program)` makes such files, and it is not installed", at: place,
        help: [
          "on Debian and Ubuntu it is in the package `\(conversion.package)`",
          "`.\(conversion.source)` has the same picture, and needs no other program",
        ], exit: .file)
    case .failure(let why): reason = why
    }
    throw Diagnostic(
      "no-converter", "`\(program)` made no picture: \(reason.escapingControls)", at: place,
      help: ["`.\(conversion.source)` has the same picture, and needs no other program"],
      exit: .file)
  }
}
