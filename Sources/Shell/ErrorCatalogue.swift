import Analysis
import Diagnostics
import Language
import ParkModel

/// One kind of error: what it means, what to do about it, and the smallest script that makes it.
public struct ErrorRow: Sendable {
  public let slug: String
  /// A few words, such as `a name that nothing bears`.
  public let title: String
  /// Lines of one paragraph.
  public let text: String
  /// A script that makes this error and no other; nil where none can be shown.
  public let example: String?
  /// Why none can be shown.
  public let reason: String?

  /// What the example makes Parkline say; nil without one.
  public var rendering: String? { rendering(nil) }

  private func rendering(_ wording: Wording?) -> String? {
    let renderer = DiagnosticRenderer(wording: wording)
    guard let example else { return nil }
    var session = Session(files: .none)
    do throws(Diagnostic) {
      try Interpreter.replay(Script(SourceText(name: "example", text: example)), in: &session)
      return session.doubts().map { renderer.render($0.diagnostic) }.joined()
    } catch {
      return renderer.render(error)
    }
  }

  /// What its page is called among those of a language: `error bad-unit`.
  public var pageName: String { "error \(slug)" }

  /// What `explain` prints. Its page in another language has the title as its first line.
  func page(_ wording: Wording?) -> String {
    let colon: Sentence = ": "
    var page = slug + colon.text(wording)
    page += (wording?.pages[pageName] ?? "\(title)\n\n\(text)") + "\n"
    if let example, let rendering = rendering(wording) {
      let lines = example.split(separator: "\n").map { "  \($0)\n" }.joined()
      let word: Sentence = "for example"
      page += "\n\(word.text(wording))\n\n\(lines)\n\(rendering)"
    }
    return page
  }
}

/// Every kind of error, in alphabetical order: the rows of `Errors.md`, which is part of the
/// program. `explain` and `Docs/Errors.md` read them.
public enum ErrorCatalogue {
  public static let rows: [ErrorRow] = {
    let text = String(decoding: PackageResources.Errors_md, as: UTF8.self)
    var blocks: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { blocks.append([]) }
      if !blocks.isEmpty { blocks[blocks.count - 1].append(line) }
    }
    return blocks.map(row)
  }()

  /// The row of a slug.
  static func row(named slug: String) -> ErrorRow? { rows.first { $0.slug == slug } }

  /// A heading with the slug, a line with the title, a paragraph, then the example, indented.
  private static func row(_ lines: [Substring]) -> ErrorRow {
    let absence = "No example: "
    let rest = lines.dropFirst(2)
    let example = rest.filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
    let paragraph = rest.filter { !$0.hasPrefix("    ") && !$0.hasPrefix(absence) && !$0.isEmpty }
    return ErrorRow(
      slug: String(lines[0].dropFirst(3)), title: lines.count > 1 ? String(lines[1]) : "",
      text: paragraph.joined(separator: "\n"),
      example: example.isEmpty ? nil : example.joined(separator: "\n"),
      reason: rest.first { $0.hasPrefix(absence) }.map { String($0.dropFirst(absence.count)) })
  }
}

extension Files {
  /// A disk without files, on which nothing stays.
  static let none = Files(
    read: { (path) throws(Diagnostic) in throw .noSuchFile(path) },
    write: { (_, _) throws(Diagnostic) in },
    list: { _ in [] })
}
