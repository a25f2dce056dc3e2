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
    let run = try Run(program, arguments, input: input, in: folder, environment: environment)
    defer { run.clear() }
    try run.process.run()
    run.process.waitUntilExit()
    return try run.result()
  }

  /// Runs a Python program of the tests.
  ///
  /// Such a program waits most of its time, for terminals to answer, so nobody waits for it on a thread
  /// that other tests could have: there are as many of these as cores. A few are let run side by side.
  static func python(_ arguments: [String]) async throws -> Result {
    await turns.take()
    let run = try Run("/usr/bin/env", [python] + arguments, environment: ["PARKLINE": path])
    defer { run.clear() }
    let outcome = await withCheckedContinuation { done in
      run.process.terminationHandler = { _ in
        done.resume(returning: Swift.Result { try run.result() })
      }
      do {
        try run.process.run()
      } catch {
        run.process.terminationHandler = nil
        done.resume(returning: .failure(error))
      }
    }
    await turns.give()
    return try outcome.get()
  }

  private static let turns = Turns(3)

  /// A Python that has pexpect: the first on the path, or the system's.
  private static let python: String = {
    let probe = try? run("/usr/bin/env", ["python3", "-c", "import pexpect"])
    return probe?.status == 0 ? "python3" : "/usr/bin/python3"
  }()
}

/// Lets so many through at a time.
private actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}

/// A program about to run, between files: nothing can fill up as a pipe can.
private struct Run: @unchecked Sendable {
  let process = Process()
  private let scratch: URL
  private var files: [URL] { ["in", "out", "err"].map { scratch.appendingPathComponent($0) } }

  init(
    _ program: String, _ arguments: [String], input: String = "", in folder: URL = Parkline.root,
    environment: [String: String]
  ) throws {
    scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkline-\(UUID().uuidString)")
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    try Data(input.utf8).write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
  }

  /// What it did, once it has ended.
  func result() throws -> Parkline.Result {
    Parkline.Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  func clear() { try? FileManager.default.removeItem(at: scratch) }
}
