import Diagnostics
import Foundation
import Reports
import Shell
import Synchronization

/// A conversation with a shell whose disk is a dictionary, as the text that a reader would see.
final class Conversation {
  private let disk: Disk
  private var program: Program?
  private let text = Text()
  private(set) var exit: Diagnostic.Exit = .done

  /// What the shell printed, results and messages in their order.
  private final class Text: @unchecked Sendable {
    var value = ""
  }

  /// Files by path.
  final class Disk: Sendable {
    let files: Mutex<[String: [UInt8]]>

    init(_ files: [String: String]) {
      self.files = Mutex(files.mapValues { Array($0.utf8) })
    }

    var access: Files {
      Files(
        read: { (path) throws(Diagnostic) in
          guard let bytes = self.files.withLock({ $0[path] }) else {
            throw Diagnostic("file", "there is no `\(path)`", exit: .file)
          }
          return bytes
        },
        write: { (path, bytes) throws(Diagnostic) in
          self.files.withLock { $0[path] = bytes }
        },
        list: { _ in self.files.withLock { $0.keys.sorted() } })
    }
  }

  /// `width` is that of the terminal; nil where there is none.
  init(files: [String: String] = [:], width: Int? = nil) {
    disk = Disk(files)
    let text = self.text
    program = Program(
      files: disk.access, width: width, renderer: DiagnosticRenderer(width: width),
      write: { text.value += $0 }, complain: { text.value += $0 })
    program?.measure = { width }
    convert { .answer((FileFormat.named("png")?.conversion?.signature ?? []) + $0) }
  }

  /// Says lines, as at the prompt; what the shell answered.
  @discardableResult
  func say(_ lines: String...) -> String { say(lines) }

  @discardableResult
  func say(_ lines: [String]) -> String {
    var source = Lines(lines: lines, text: nil)
    text.value = ""
    exit = program?.converse(&source, prompt: "parkline> ", remember: { _ in }) ?? .fault
    let answer = text.value
    text.value = ""
    return answer.hasSuffix("\n\n") || answer == "\n" ? String(answer.dropLast()) : answer
  }

  /// Runs a script as a file would be run.
  @discardableResult
  func run(_ path: String) -> String {
    text.value = ""
    exit = program?.run(file: path) ?? .fault
    return text.value
  }

  /// Has other programs answer so.
  func convert(_ answer: @escaping @Sendable ([UInt8]) -> OutsideConverter.Outcome) {
    program?.converter = OutsideConverter { _, _, input, _ in answer(input) }
  }

  /// Sets the time of the calendar, seconds from 1970 on.
  func setClock(_ seconds: Int, offset: Int = 0) {
    program?.calendarClock = { CalendarMoment(seconds: seconds, offset: offset) }
  }

  /// Has no program started, as `--safe` does.
  func convertNothing() { program?.converter = nil }

  /// Begins in Chinese, as a locale asks; what is said of that.
  @discardableResult
  func beginInChinese() -> String? {
    program?.beginInChinese()
    return program?.languageNotice
  }

  /// What a conversation without scripts begins with.
  func banner() -> String { program?.banner("1.0") ?? "" }

  /// Asks the statement at hand to end.
  var stop: StopSignal { program?.stop ?? StopSignal() }

  /// Asks each statement to end once it has looked so often whether it is to.
  func askAfter(looks: Int) {
    program?.carryOut = { signal, work in
      signal.ask(.interrupt, afterLooks: looks)
      work()
      return true
    }
  }

  /// Lets every statement run to its end again.
  func askNever() {
    program?.carryOut = { _, work in
      work()
      return true
    }
  }

  /// Works draws out on so many threads.
  func use(threads: Int) { program?.threads = threads }

  /// Whether scripts go on after an error.
  var keepsGoing: Bool {
    get { program?.keepsGoing ?? false }
    set { program?.keepsGoing = newValue }
  }

  /// What a conversation behind scripts begins with.
  func opening(_ files: [String]) -> String? { program?.opening(files) ?? nil }

  var session: Session { program?.session ?? Session(files: disk.access) }

  /// Tells the shell of its surroundings.
  func explain(outside: OutsideHelp) { program?.explain(outside: outside) }

  /// What Tab offers behind a text.
  func suggestions(_ text: String) -> [Suggestion] {
    Completion.suggestions(for: text, in: session).suggestions
  }

  func highlights(_ text: String) -> [Highlight] { program?.highlights(of: text) ?? [] }

  func hint(_ text: String) -> TypingHint? { program?.hint(for: text) ?? nil }

  func bytes(_ path: String) -> [UInt8]? { disk.files.withLock { $0[path] } }

  func file(_ path: String) -> String? {
    disk.files.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The whole conversation of these lines, with its prompts.
  func transcript(of lines: [String]) -> String {
    var source = Lines(lines: lines, text: text)
    text.value = ""
    exit = program?.converse(&source, prompt: "parkline> ", remember: { _ in }) ?? .fault
    return text.value.hasSuffix("\n\n") ? String(text.value.dropLast()) : text.value
  }

  /// Lines from an array; with a text, they are written into it behind their prompt.
  private struct Lines: LineSource {
    var lines: [String]
    let text: Text?

    mutating func next(prompt: String) -> LineEvent {
      guard !lines.isEmpty else { return .end }
      let line = lines.removeFirst()
      text?.value += prompt + line + "\n"
      return .line(line)
    }
  }
}
