import Glibc

/// What the process can know of its terminal without writing to it.
public enum TerminalState {
  /// Takes the user's locale, and makes sure that text is UTF-8 whatever that locale says; true when
  /// it is. Call it once, before a `LineEditor` is made.
  ///
  /// `LC_ALL=C` and locales that are not installed are common, and libedit loses Chinese in them, so
  /// then only the characters come from another locale. Numbers keep their points everywhere.
  public static func prepareLocale() -> Bool {
    _ = setlocale(LC_ALL, "")
    _ = setlocale(LC_NUMERIC, "C")
    for fallback in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if isUnicode { break }
      _ = setlocale(LC_CTYPE, fallback)
    }
    return isUnicode
  }

  /// Whether a locale is installed here: its characters and its messages.
  public static func hasLocale(_ name: String) -> Bool {
    guard let locale = newlocale((1 << LC_CTYPE) | (1 << LC_MESSAGES), name, nil) else {
      return false
    }
    freelocale(locale)
    return true
  }

  /// Whether `descriptor` is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// Columns of standard output now, 80 where nobody knows.
  public static func width() -> Int { TerminalSize(of: STDOUT_FILENO).columns }

  /// Rows of standard output now, 24 where nobody knows.
  public static func height() -> Int { TerminalSize(of: STDOUT_FILENO).rows }

  /// Whether the locale in force writes text as UTF-8.
  public static var isUnicode: Bool {
    guard let name = nl_langinfo(Int32(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
