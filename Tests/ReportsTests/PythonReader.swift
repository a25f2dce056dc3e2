import Foundation

/// A script in Python that reads files of this program as others would, and says what it found.
struct PythonReader {
  /// Which `PYTHON` may name.
  private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
  private let script: URL

  /// The script of a name beside the tests that call this.
  init(_ script: String, in file: String = #filePath) {
    self.script = URL(filePath: file).deletingLastPathComponent().appending(path: script)
  }

  /// Whether it finds what it needs.
  var isThere: Bool { ((try? run([]))?.status ?? 1) == 0 }

  /// What it says of a file, and of what is expected of it as JSON.
  func read(
    _ bytes: [UInt8], as name: String, _ expected: Any? = nil, _ arguments: [String] = []
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "parkline-read-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    guard let expected else { return try run(arguments + [file.path]).output }
    let json = folder.appending(path: "expected.json")
    try JSONSerialization.data(withJSONObject: expected).write(to: json)
    return try run(arguments + [file.path, json.path]).output
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [PythonReader.python, script.path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
