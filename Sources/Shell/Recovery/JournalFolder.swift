import Diagnostics
import Glibc

/// The folder with the journals of sessions: of those that live, and of those that ended badly.
///
/// Beside `Files` the only door to the disk, because it is no command's and no script's.
public struct JournalFolder: Sendable {
  /// Journals that nobody recovered and that are kept at most.
  static let limit = 20

  let path: String

  public init(path: String) {
    self.path = path
  }

  /// A session that was left unsaved or ended badly.
  struct Abandoned: Sendable {
    let file: JournalFile
    let statements: Int
    /// When it was last written, since 1970. Names end in numbers of processes, which begin anew, so that
    /// those of one second do not tell which was later.
    let changed: (seconds: Int, nanoseconds: Int)

    /// The local time at which it began, as its name says: `2026-11-22 14:03:11`.
    var begun: String { JournalFolder.time(ofName: file.path) }
  }

  /// A journal of which nothing can be read, not even how many statements it has.
  struct Unreadable: Sendable {
    /// The local time at which its session began, as its name says.
    let begun: String
    /// Where it is now.
    let path: String
  }

  /// The sessions that were left unsaved or ended badly, the newest first, and those of them of which
  /// nothing can be read; those that live are not among them.
  ///
  /// What cannot be read is put aside, so that it is found once. Journals without a statement go, and
  /// so do the oldest beyond the limit.
  func abandoned() -> (sessions: [Abandoned], unreadable: [Unreadable]) {
    var found: [Abandoned] = []
    var unreadable: [Unreadable] = []
    for name in names {
      guard let file = JournalFile.find(path + "/" + name) else { continue }
      let count = file.statementCount
      guard count > 0 else {
        guard file.own() else { continue }
        if file.isWithoutRecords {
          file.remove()
        } else {
          unreadable.append(
            Unreadable(begun: JournalFolder.time(ofName: file.path), path: file.setAside()))
        }
        continue
      }
      found.append(Abandoned(file: file, statements: count, changed: file.state.changed))
    }
    found.sort {
      ($0.changed.seconds, $0.changed.nanoseconds, $0.file.path)
        > ($1.changed.seconds, $1.changed.nanoseconds, $1.file.path)
    }
    for old in found.dropFirst(JournalFolder.limit) where old.file.own() {
      old.file.remove()
    }
    return (Array(found.prefix(JournalFolder.limit)), unreadable)
  }

  /// Makes a new journal that is this shell's; `begun` is the local time, as in `Abandoned`.
  func make(begun: String) throws(Diagnostic) -> JournalFile {
    makeFolder()
    let time = begun.map { $0 == " " ? "T" : $0 == ":" ? "-" : $0 }
    let stem = "\(path)/\(String(time)).\(getpid())"
    for attempt in 0..<100 {
      let file = attempt == 0 ? stem + ".journal" : "\(stem).\(attempt).journal"
      if access(file, F_OK) == 0 { continue }
      return try JournalFile.make(file)
    }
    throw .file("cannot be written", stem + ".journal", EEXIST)
  }

  /// Waits until the disk knows which journals there are.
  func sync() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private var names: [String] {
    Files.disk(StopSignal()).list(path).filter { $0.hasSuffix(".journal") }
  }

  /// Makes the folders on the way that are missing. What cannot be made shows when a journal is.
  private func makeFolder() {
    for end in path.indices.dropFirst() where path[end] == "/" {
      mkdir(String(path[..<end]), 0o700)
    }
    mkdir(path, 0o700)
  }

  /// `2026-11-22 14:03:11` of `…/2026-11-22T14-03-11.4711.journal`.
  static func time(ofName path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let halves = (name.split(separator: ".").first ?? "").split(separator: "T")
    guard halves.count == 2 else { return String(name) }
    return halves[0] + " " + halves[1].map { $0 == "-" ? ":" : $0 }
  }
}
