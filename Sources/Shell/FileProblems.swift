import Diagnostics
import Glibc

extension Diagnostic {
  /// A file that is not there.
  static func noSuchFile(_ path: String) -> Diagnostic { file("cannot be read", path, ENOENT) }

  /// A file that cannot be used, in the system's words.
  static func file(_ what: String, _ path: String, _ code: Int32) -> Diagnostic {
    let reason: String
    switch code {
    case ENOENT:
      reason = what.contains("written") ? "its folder does not exist" : "there is no such file"
    case EISDIR: reason = "it is a folder"
    case EACCES, EPERM: reason = "it is not allowed"
    case ENOSPC, EDQUOT: reason = "the disk is full"
    case EROFS: reason = "the disk is read-only"
    case EFBIG: reason = "it is too large"
    case ENOTDIR: reason = "a part of its path is not a folder"
    case EBADF: reason = "it is closed"
    case EPIPE: reason = "nobody reads it any more"
    default: reason = String(cString: strerror(code))
    }
    return file(what, path, because: reason)
  }

  /// A file that cannot be used, for a reason in words.
  static func file(_ what: String, _ path: String, because reason: String) -> Diagnostic {
    let name = path.isEmpty ? "a file without a name" : "`\(path)`"
    return Diagnostic("file", "\(name) \(what): \(reason)", exit: .file)
  }
}
