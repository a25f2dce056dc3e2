import Glibc

/// Where a program is.
enum ProgramLookup {
  /// The path of a program that is on a search path as `PATH` has it; nil where there is none. Folders that
  /// are not named from the root on, and empty entries, which would be the folder at hand, are passed over:
  /// what lies beside a script is nobody's program.
  static func path(of program: String, in searchPath: String) -> String? {
    guard !program.isEmpty, !program.contains("/") else { return nil }
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(program)"
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 {
        return path
      }
    }
    return nil
  }
}
