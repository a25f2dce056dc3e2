import Foundation

/// The built program, run as its users run it.
enum Parkline {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program beside the test bundle; `PARKLINE` names another.
  static let path: String = {
    if let chosen = ProcessInfo.processInfo.environment["PARKLINE"] { return chosen }
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0])
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("parkline").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return root.appendingPathComponent(".build/debug/parkline").path
  }()

  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program with arguments, in a folder, with text on its standard input.
  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Result {
    try run(path, arguments, input: input, in: folder, environment: environment)
  }

  /// Runs any program to its end.
  static func run(
    _ program: String, _ arguments: [String], input: String = "", in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: nothing can fill up.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// Runs a Python program of the tests.
  static func python(_ arguments: [String]) throws -> Result {
    try run("/usr/bin/env", [python] + arguments, environment: ["PARKLINE": path])
  }

  /// A Python that has pexpect: the first on the path, or the system's.
  private static let python: String = {
    let probe = try? run("/usr/bin/env", ["python3", "-c", "import pexpect"])
    return probe?.status == 0 ? "python3" : "/usr/bin/python3"
  }()
}
