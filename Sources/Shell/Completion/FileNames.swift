import Diagnostics
import Language

/// The files that a name being typed may become, as the grammar needs them: quoted where they have
/// more in them than letters, digits and `. _ - /`.
struct FileNames {
  private let session: Session
  /// The name as far as it is typed, without its quote.
  private let name: String
  private let isQuoted: Bool

  init(_ typed: String, _ session: Session) {
    self.session = session
    isQuoted = typed.hasPrefix("\"")
    name = isQuoted ? unescaped(String(typed.dropFirst())) : typed
  }

  /// Offers what is in the folder at hand, hidden files only where a dot is typed: folders and files
  /// with one of some endings, and others where none of those begins as it is typed.
  func offer(to offers: inout Offers, endings: [String]) {
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    let partial = slash.map { name[name.index(after: $0)...] } ?? name[...]
    var names = session.files.list(folder).filter {
      // What no line can hold is not offered.
      (partial.hasPrefix(".") || !$0.hasPrefix(".")) && !$0.unicodeScalars.contains(where: \.isOdd)
    }
    if !endings.isEmpty {
      let usual = names.filter { name in
        name.hasSuffix("/") || endings.contains { name.hasSuffix("." + $0) }
      }
      if partial.isEmpty || usual.contains(where: { $0.utf8.starts(with: partial.utf8) }) {
        names = usual
      }
    }
    for file in names {
      let path = folder + file
      let isFolder = file.hasSuffix("/")
      // A folder is gone on with: its quote stays open.
      let text =
        isQuoted || FileNames.needsQuotes(path)
        ? String(quoted(path).dropLast(isFolder ? 1 : 0)) : path
      // What is typed bare may need quotes once it is complete.
      let matches = file.utf8.starts(with: partial.utf8)
      if matches, text.hasPrefix("\""), !isQuoted {
        offers.take(Suggestion(text, isFolder ? "folder" : "", ending: isFolder ? "" : " "))
      } else {
        offers.offer(text, isFolder ? "folder" : "", ending: isFolder ? "" : " ")
      }
    }
  }

  /// Whether a name has more in it than a bare one may.
  private static func needsQuotes(_ path: String) -> Bool {
    path.hasPrefix("--")
      || !path.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || "._-/".contains($0) }
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, or stands for a byte that is no text.
  fileprivate var isOdd: Bool {
    self == "\u{FFFD}" || properties.generalCategory == .control
      || properties.generalCategory == .format
  }
}
