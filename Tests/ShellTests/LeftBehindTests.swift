import Diagnostics
import Foundation
import Shell
import Synchronization
import Testing

/// A statement that was left behind goes on without effect.
@Suite struct LeftBehindTests {
  @Test("what a statement that was left behind still reads is not kept as read by the next")
  func reads() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkline-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let isReading = Gate()
    let slow = Gate()
    let isLeft = Gate()
    let files = Files(
      read: { (path) throws(Diagnostic) in
        if path == "slow.park" {
          isReading.open()
          slow.pass()
        } else {
          slow.open()
          isLeft.pass()
        }
        return Array("park \(path.prefix(1)) area=1ha\n".utf8)
      },
      write: { (_, _) throws(Diagnostic) in }, list: { _ in [] })
    let said = Mutex("")
    let say: @Sendable (String) -> Void = { text in said.withLock { $0 += text } }
    let program = Program(
      files: files, width: nil, renderer: DiagnosticRenderer(), write: { say($0) },
      complain: { say($0) })
    program.keep(
      in: SessionJournal(folder: JournalFolder(path: folder), begun: "2026-11-22 14:03:11"))
    let statements = Mutex(0)
    program.carryOut = { stop, work in
      let number = statements.withLock { count in
        count += 1
        return count
      }
      guard number == 1 else {
        work()
        return true
      }
      Thread.detachNewThread {
        work()
        isLeft.open()
      }
      isReading.pass()
      stop.ask(.interrupt)
      return false
    }
    var lines = Lines(rest: ["replay slow.park", "replay b.park"])
    _ = program.converse(&lines, prompt: "> ", remember: { _ in })
    #expect(said.withLock { $0 }.contains("interrupted"))
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let journal = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    #expect(journal.contains("b.parkpark b area=1ha") && !journal.contains("slow.parkpark"))
  }

  /// Lines of an array.
  private struct Lines: LineSource {
    var rest: [String]

    mutating func next(prompt: String) -> LineEvent {
      rest.isEmpty ? .end : .line(rest.removeFirst())
    }
  }

  /// Lets nobody pass until it is open.
  private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() { semaphore.signal() }

    func pass() {
      semaphore.wait()
      semaphore.signal()
    }
  }
}
