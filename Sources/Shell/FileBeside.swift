import Diagnostics
import Glibc

/// A new file that takes the place of another once all of it is on the disk.
///
/// It has no name until then, where the file system can do that, so that nothing of it is left
/// however the program ends; else a name of its own, which ends with `.partial`
/// (Docs/Decisions/0072).
struct FileBeside {
  /// `O_TMPFILE` of Linux, which Swift does not see: the same on every machine but for `O_DIRECTORY`.
  private static let withoutName = 0o20_000_000 | O_DIRECTORY

  let descriptor: Int32
  /// Where it is to stand.
  private let target: String
  /// What the user calls that place.
  private let path: String
  /// Its name for a moment, or from the beginning.
  private let temporary: String
  private let folder: String
  private let isNamed: Bool

  init(_ target: String, named path: String) throws(Diagnostic) {
    self.target = target
    self.path = path
    temporary = "\(target).\(getpid()).partial"
    let parent = ScriptFile.folder(of: target)
    folder = parent.isEmpty ? "." : parent
    let nameless = open(folder, O_WRONLY | FileBeside.withoutName | O_CLOEXEC, 0o666)
    isNamed = nameless < 0
    // One of that name is left from a program that is no more.
    if isNamed { unlink(temporary) }
    descriptor =
      isNamed ? open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) : nameless
    guard descriptor >= 0 else { throw .file("cannot be written", path, errno) }
  }

  /// Where the system finds it before it has its name.
  var place: String { isNamed ? temporary : "/proc/self/fd/\(descriptor)" }

  /// Puts it in its place, if nothing is there. False where something is; then it is given up.
  func takeFreePlace() throws(Diagnostic) -> Bool {
    guard fsync(descriptor) == 0 else { throw failure() }
    guard linkat(AT_FDCWD, place, AT_FDCWD, target, isNamed ? 0 : AT_SYMLINK_FOLLOW) == 0 else {
      guard errno == EEXIST else { throw failure() }
      drop()
      return false
    }
    drop()
    syncFolder()
    return true
  }

  /// Gives it up.
  func drop() {
    close(descriptor)
    if isNamed { unlink(temporary) }
  }

  /// Waits until all of it is on the disk. What throws leaves it to be given up.
  func settle() throws(Diagnostic) {
    guard fsync(descriptor) == 0 else { throw .file("cannot be written", path, errno) }
  }

  /// Puts it in its place; the file that was there is gone.
  func takePlace() throws(Diagnostic) {
    guard fsync(descriptor) == 0 else { throw failure() }
    // Between the name and the place no signal ends the program.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    if !isNamed {
      let link = "/proc/self/fd/\(descriptor)"
      // One of that name is left from a program that is no more.
      unlink(temporary)
      guard linkat(AT_FDCWD, link, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0 else {
        throw failure()
      }
    }
    guard rename(temporary, target) == 0 else {
      let problem = failure()
      unlink(temporary)
      throw problem
    }
    guard close(descriptor) == 0 else { throw .file("cannot be written", path, errno) }
    syncFolder()
  }

  /// Waits until the disk knows the new name, where it can say so: else a machine that stops now has
  /// the old file.
  private func syncFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Why it cannot be; the file is given up.
  private func failure() -> Diagnostic {
    let cause = errno
    drop()
    return .file("cannot be written", path, cause)
  }
}
