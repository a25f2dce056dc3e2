import Diagnostics
import Glibc
import Testing

@testable import Terminal

@Suite struct HistoryFileTests {
  private let folder: String

  init() {
    // `mkdtemp` wants a name that ends in six of these, which it replaces.
    let blanks = String(repeating: "X", count: 6)
    var template = Array("/tmp/history-\(blanks)".utf8CString)
    folder = String(cString: mkdtemp(&template))
  }

  private func write(_ bytes: [UInt8], to path: String) {
    let file = fopen(path, "w")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  @Test(
    "a statement is a line and comes back",
    arguments: ["plain", "two\nlines", "back\\slash \\n", "衢州\r\n", "tab\tinside", " spaces "])
  func roundTrip(statement: String) {
    let line = HistoryFile.line(for: statement)
    #expect(line.utf8.last == 10 && line.utf8.filter { $0 == 10 }.count == 1)
    #expect(HistoryFile.statement(in: line.utf8.dropLast()) == statement)
  }

  @Test("no file is no problem, and the first entry makes it, for its owner only")
  func firstEntry() {
    let path = folder + "/a/b/history"
    let file = HistoryFile(path: path)
    #expect(file.load() == ([], nil))
    #expect(file.append("one") == nil)
    #expect(file.append("two") == nil)
    #expect(file.load() == (["one", "two"], nil))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(folder + "/a", &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test("lines that are no clean text are left out")
  func uncleanLines() {
    let path = folder + "/history"
    write(Array("good\n".utf8) + [0xFF, 0x41, 10] + Array("\u{1b}[31m\n\n好\n".utf8), to: path)
    #expect(HistoryFile(path: path).load() == (["good", "好"], nil))
  }

  @Test("a line cut short swallows nothing")
  func cutShort() {
    let path = folder + "/history"
    write(Array("one\nhalf".utf8), to: path)
    #expect(HistoryFile(path: path).append("two") == nil)
    #expect(HistoryFile(path: path).load().entries == ["one", "half", "two"])
  }

  @Test("of a long file the last 2,000 entries are loaded, and of a huge one the last 4 MB")
  func limits() {
    let path = folder + "/history"
    write((0..<3000).flatMap { Array("entry \($0)\n".utf8) }, to: path)
    let entries = HistoryFile(path: path).load().entries
    #expect(entries.count == 2000 && entries.first == "entry 1000" && entries.last == "entry 2999")
    let long = [UInt8](repeating: 65, count: 3 << 20)
    write(long + [10] + long + [10] + Array("last\n".utf8), to: path)
    #expect(HistoryFile(path: path).load().entries.map(\.utf8.count) == [3 << 20, 4])
  }

  @Test("a history that is a link stays one, also where it is cut down")
  func link() {
    let (path, real) = (folder + "/history", folder + "/kept/real")
    mkdir(folder + "/kept", 0o700)
    let line = [UInt8](repeating: 65, count: 3 << 20) + [10]
    write(line + line + line, to: real)
    symlink("kept/real", path)
    var notices = 0
    let problem = HistoryFile(path: path).append("one", notice: { _ in notices += 1 })
    #expect(problem == nil && notices == 1)
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(lstat(real, &status) == 0 && status.st_size < 5 << 20)
    #expect(HistoryFile(path: path).load().entries.last == "one")
  }

  @Test("what is no file is a problem, not an error")
  func problems() {
    #expect(HistoryFile(path: folder).load() == ([], "`\(folder)` is not a file"))
    #expect(HistoryFile(path: folder).append("x") == "`\(folder)`: Is a directory")
    #expect(HistoryFile(path: "/dev/null").load() == ([], "`/dev/null` is not a file"))
    let pipe = folder + "/pipe"
    mkfifo(pipe, 0o600)
    #expect(HistoryFile(path: pipe).load().problem == "`\(pipe)` is not a file")
    #expect(HistoryFile(path: pipe).append("x") == "`\(pipe)` is not a file")
    #expect(HistoryFile(path: "/proc/no/history").append("x") != nil)
    #expect(HistoryFile(path: "").append("x") != nil)
  }
}
