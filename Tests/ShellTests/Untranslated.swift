import Foundation
import ParkModel

@testable import Shell

/// Which literals of the sources are sentences of a session, and so have Chinese.
struct Sentences {
  /// Where literals are none, and why.
  private static let places = [
    "Analysis/Uncertainty/DrawQuestion.swift": "keys under which answers of draws are kept",
    "Analysis/Uncertainty/DrawnWorth.swift": "keys under which answers of draws are kept",
    "Ensembles/Runs/": "units of the columns of a part, in its file",
    "Ensembles/Shards/PartHeader.swift": "the header of a part, in its file",
    "ParkModel/Uncertainty/": "why a number is drawn the slow way, which nobody is told",
    "ProofVerifier/": "a program of its own, which shares no code with the shell",
    "Reports/Charts/SVG/": "markup; its words have their Chinese beside them (`headings=zh`)",
    "Reports/Formats/Database/": "SQL",
    "Reports/Formats/Workbook/": "markup",
    "Reports/HTML/": "markup; its words have their Chinese beside them (`headings=zh`)",
    "Shell/Commands/Report/ReportSection.swift": "has its Chinese beside it (`headings=zh`)",
    "Shell/DrawnHeadline.swift": "has its Chinese beside it (`headings=zh`)",
    "Shell/ExpectedFirm.swift": "has its Chinese beside it (`headings=zh`)",
    "Shell/Headline.swift": "has its Chinese beside it (`headings=zh`)",
    "Shell/LanguageServer/LanguageServer+Scripts.swift":
      "errors of the protocol, for who writes editors",
    "Shell/LanguageServer/LanguageServer.swift": "errors of the protocol, for who writes editors",
    "Shell/LanguageServer/MessageFrames.swift": "errors of the protocol, for who writes editors",
    "Terminal/EditorFunctions.swift": "what libedit calls its commands, in `bind -l`",
    "parkline/CompletionScripts.swift": "the command line, before a session begins",
    "parkline/HelpWord.swift": "the command line, before a session begins",
    "parkline/SlurmTask.swift": "the command line, before a session begins",
    "Shell/ProgramEnsemble.swift": "`parkline ensemble`, which has no session",
  ]

  /// Literals that are none, and why.
  private static let literals = [
    " per cent": "what is typed",
    "No example: ": "a mark in Errors.md",
    "assumptions by": "a statement", "edit last": "a statement", "ensemble off": "a statement",
    "remove --all": "a statement", "table tax, jobs": "a statement",
    " % of it": "a mark of a multiple, whose Chinese stands where it is shown",
    "First plant, {}, 350": "an answer to a question, with its Chinese beside it",
    "export figures.{} tax": "a statement",
    "main, late": "a list of names", "NAME.attribute in A to B, …": "what is typed",
    "Tab, Ctrl-C, Ctrl-D": "keys",
    "a newName is needed": "an error of the protocol, for who writes editors",
    "75min   3y   18 months": "values",
    "declare it: ": "the beginning of another that has a statement behind it",
    "parkline part ": "the mark of a part's file",
    "the part that lies within is ": "the beginning of another that has a statement behind it",
  ]

  /// Statements that are shown as they are, and the paragraphs of commands: these have pages.
  private let examples: Set<String>
  private let words: Set<String>
  /// The files that read the command line, before a session begins.
  private let tools: Set<String>

  init() throws {
    var examples = Set(CommandTable.rows.flatMap(\.examples))
    examples.formUnion(CommandTable.rows.map(\.details))
    examples.formUnion(EntityKind.allCases.map(\.row.example))
    examples.formUnion(FunctionHelp.rows.map(\.example))
    self.examples = examples
    words = Set(CommandTable.names)
    let folder = Scripts.root.appendingPathComponent("Sources/parkline")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    tools = Set(
      try files.filter {
        try $0.hasSuffix(".swift")
          && String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
            .contains("import ArgumentParser")
      }.map { "parkline/\($0)" })
  }

  func contains(_ literal: SourceTemplates.Literal) -> Bool {
    let file = String(literal.place.prefix { $0 != ":" })
    guard !literal.hasOwnChinese, !tools.contains(file),
      !Sentences.places.keys.contains(where: file.hasPrefix)
    else { return false }
    return literal.templates.first.map(isSentence) ?? false
  }

  /// Two words of English in a row, outside of what is typed, and no statement or unit.
  private func isSentence(_ template: String) -> Bool {
    // What has line breaks is a paragraph of a command.
    guard Sentences.literals[template] == nil, !isStatement(template),
      !template.dropLast().contains("\n"),
      !template.hasPrefix("<"), template.prefixMatch(of: #/(Ctrl|Alt|Esc)[ -]/#) == nil
    else { return false }
    let plain = template.replacing(#/`[^`]*`|"[^"]*"/#, with: "`")
      .replacing(#/(k|M|bn|tn) yuan/#, with: "")
    guard !plain.contains(#/[\u{4E00}-\u{9FFF}]/#) else { return false }
    // Or two words anywhere, where nothing else is there than gaps.
    let isPlain = !plain.contains(#/[=<>\[\]|\/;]/#)
    if isPlain, plain.matches(of: #/(^|[ `])[A-Za-z]?[a-z]{2,}($|[ `,.:?])/#).count > 1 {
      return true
    }
    return plain.contains(
      #/(^|[^A-Za-z\-_.\/{}])([a]|[A-Za-z][a-z'’\-]+) [a-z'’\-]{2,}($|[^A-Za-z\(_=\[])/#)
  }

  private func isStatement(_ template: String) -> Bool {
    if examples.contains(template) { return true }
    guard let first = template.split(separator: " ").first, words.contains(String(first)) else {
      return false
    }
    return template.contains("=") || template.contains("[") || template.contains(";")
  }
}
