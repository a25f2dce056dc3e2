import Glibc

/// The variables that whoever started the program gave it.
enum Environment {
  /// The value of a variable; nil where there is none of the name.
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
