import Diagnostics
import Foundation
import Testing

@testable import Terminal

/// Programs of others that read and answer through pipes.
@Suite struct PipedProgramTests {
  /// A folder with a program of these lines.
  private func folder(_ script: String, mode: Int = 0o755) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("piped-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("draw").path
    try ("#!/bin/sh\n" + script + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return folder.path
  }

  private func run(
    _ script: String, _ input: [UInt8] = [1, 2, 3], seconds: Double = 20,
    stop: StopSignal = StopSignal()
  ) throws -> PipedProgram.Outcome {
    let folder = try folder(script)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return PipedProgram(searchPath: folder, seconds: seconds).run("draw", ["-x"], input, stop: stop)
  }

  @Test("it answers what it is given, however much that is")
  func answers() throws {
    let much = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    #expect(try run("cat", much) == .answer(much))
    #expect(try run("printf %s \"$1\"") == .answer(Array("-x".utf8)))
    #expect(try run("exit 0", much) == .answer([]))
  }

  @Test("one that fails is told with what it said first")
  func fails() throws {
    #expect(
      try run("echo 'no such font' >&2; echo more >&2; exit 3")
        == .failure("it ended with status 3: no such font"))
    #expect(try run("kill -9 $$") == .failure("it was ended by signal 9"))
  }

  @Test("one that hangs is killed, with what it started")
  func hangs() throws {
    let began = PipedProgram.now
    #expect(
      try run("sleep 60 & sleep 60", seconds: 1) == .failure("it gave no answer within 1 s"))
    #expect(PipedProgram.now - began < 5)
  }

  @Test("who asks for an end need not wait")
  func stops() throws {
    let stop = StopSignal()
    stop.ask(.interrupt, afterLooks: 3)
    let began = PipedProgram.now
    #expect(try run("sleep 60", stop: stop) == .failure("it was stopped"))
    #expect(PipedProgram.now - began < 2)
  }

  @Test("only programs in folders named from the root on are found")
  func lookup() throws {
    let folder = try folder("cat")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let name = (folder as NSString).lastPathComponent
    let path = folder + "/draw"
    #expect(ProgramLookup.path(of: "draw", in: "/nowhere:\(folder)") == path)
    for search in ["", ":", ".:", name, "./\(name)", "/nowhere", "\(path):/dev/null"] {
      #expect(ProgramLookup.path(of: "draw", in: search) == nil, "\(search)")
      #expect(
        PipedProgram(searchPath: search).run("draw", [], [], stop: StopSignal()) == .missing)
    }
    #expect(ProgramLookup.path(of: path, in: folder) == nil)
    #expect(ProgramLookup.path(of: "", in: folder) == nil)
    let closed = try self.folder("cat", mode: 0o644)
    defer { try? FileManager.default.removeItem(atPath: closed) }
    #expect(ProgramLookup.path(of: "draw", in: "\(closed)") == nil)
    #expect(ProgramLookup.path(of: "draw", in: "\(closed):\(folder)") == path)
  }
}
