import Foundation
import Language
import ParkModel
import Quantities
import Reports

@testable import Shell

/// The words of the language by what they are, in English and in Chinese, as editors colour them.
struct EditorWords {
  let kinds = sorted(EntityKind.allCases.map(\.rawValue) + chinese("kinds"))
  let commands = sorted(
    CommandTable.rows.map(\.name).filter { EntityKind(rawValue: $0) == nil } + chinese("commands"))
  let attributes = sorted(attributeNames + chinese("attributes") + chinese(of: attributeNames))
  let choices = sorted(choiceNames + chinese("choices") + chinese(of: choiceNames))
  let functions = sorted(
    Array(FunctionHelp.names) + chinese("figures", where: FunctionHelp.names.contains))
  let metrics = sorted(
    Array(FunctionHelp.metrics) + chinese("figures") { !FunctionHelp.names.contains($0) })
  let units = sorted(UnitTable.names + UsualUnits.names(of: .area))
  let magnitudes = sorted(Magnitude.rows.map(\.word))
  let keywords = sorted(["and", "false", "in", "not", "of", "or", "to", "true"])

  private static let attributeNames =
    EntityKind.allCases.flatMap { $0.row.attributes.map(\.name) }
    + CommandTable.rows.flatMap { $0.signature.attributes.map(\.name) }

  private static let choiceNames =
    (EntityKind.allCases.flatMap { $0.row.attributes.flatMap(Completion.values) }
    + CommandTable.rows.flatMap { $0.signature.attributes.flatMap(\.choices) })
    .filter { $0.allSatisfy { $0.isLetter || $0 == "-" || $0 == "_" } }

  /// What words are called in Chinese, of whatever sort they are there: `city=` is 城市 as the kind is.
  private static func chinese(of names: [String]) -> [String] {
    names.flatMap(TypedChinese.names(of:))
  }

  private static func chinese(_ area: String, where takes: (String) -> Bool = { _ in true })
    -> [String]
  {
    TypedChinese.words.filter { $0.area == area }.flatMap(\.rows).filter { takes($0.english) }
      .flatMap(\.chinese)
  }

  /// The longest first, so that no word hides one that goes on.
  private static func sorted(_ words: [String]) -> [String] {
    Set(words).sorted { ($0.count, $1) > ($1.count, $0) }
  }
}

/// The TextMate grammar: Visual Studio Code, Sublime Text and whatever else reads such.
enum TextMateGrammar {
  private static let words = EditorWords()
  private static let letter = #"[\p{L}\p{N}_-]"#

  private static func any(_ words: [String]) -> String {
    "(?:" + words.map { NSRegularExpression.escapedPattern(for: $0) }.joined(separator: "|") + ")"
  }

  private static func word(_ words: [String]) -> String {
    "(?<!\(letter))\(any(words))(?!\(letter))"
  }

  private static func rule(_ name: String, _ pattern: String) -> JSONValue {
    ["name": .text("\(name).park"), "match": .text(pattern)]
  }

  private static func captured(_ pattern: String, _ names: [(Int, String)]) -> JSONValue {
    let captures = names.map { number, name in
      JSONValue.Member("\(number)", ["name": .text("\(name).park")])
    }
    return ["match": .text(pattern), "captures": .object(captures)]
  }

  static var text: String {
    let name = #"\p{L}[\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*"#
    let number = #"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?(?:[eE][+-]?[0-9]+)?"#
    let unit = "(?:\(any(words.magnitudes)) ?)?\(any(words.units))(?:/\(any(words.units)))*"
    let rules: [JSONValue] = [
      rule("comment.line.number-sign", "[#＃].*$"),
      [
        "name": "string.quoted.double.park", "begin": "[\"“]", "end": "[\"”]|$",
        "patterns": [rule("constant.character.escape", #"\\."#)],
      ],
      captured(
        "(?:^|[;；])\\s*(\(any(words.kinds)))(?!\(letter))(?:\\s+(\(name))(?![\\p{L}\\p{N}_.=＝-]))?",
        [(1, "storage.type"), (2, "entity.name.type")]),
      captured("(?:^|[;；])\\s*(\(any(words.commands)))(?!\(letter))", [(1, "keyword.control")]),
      captured(
        "(?<!\(letter))(\(any(words.attributes)))(?=[=＝](?![=＝]))",
        [(1, "entity.other.attribute-name")]),
      captured("(?<![=＝])[=＝](\(any(words.choices)))(?!\(letter))", [(1, "constant.language")]),
      rule(
        "constant.numeric.date",
        "(?<!\(letter))[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?|[HhQq][1-4])(?!\(letter))"),
      captured(
        "(?<!\(letter))(\(number))(?: ?(\(unit)|\(any(words.magnitudes)))(?!\(letter)|[=＝])|([%％])|(?!\(letter)))",
        [(1, "constant.numeric"), (2, "keyword.other.unit"), (3, "keyword.other.unit")]),
      captured("(?<!\(letter))(\(any(words.functions)))(?=[(（])", [(1, "support.function")]),
      rule("support.variable.metric", word(words.metrics)),
      rule("keyword.operator.word", word(words.keywords)),
      rule("keyword.other.option", "(?<!\\S)--[a-z-]+"),
      rule("keyword.operator", #"==|!=|<=|>=|\.\.|[-+*/^<>=＝＋×÷−]"#),
    ]
    let grammar: JSONValue = [
      "name": "Parkline", "scopeName": "source.park", "fileTypes": ["park"],
      "patterns": .array(rules),
    ]
    return grammar.fileText
  }
}

/// The syntax file of Vim and Neovim.
enum VimSyntax {
  private static let words = EditorWords()

  private static func any(_ words: [String]) -> String {
    #"\%("#
      + words.map { word in
        word.map { #"\.*[]^$~/"#.contains($0) ? "\\\($0)" : String($0) }.joined()
      }.joined(separator: #"\|"#) + #"\)"#
  }

  private static func match(_ group: String, _ pattern: String, _ more: String = "") -> String {
    "syn match \(group) /\(pattern)/\(more)\n"
  }

  static var text: String {
    var text = """
      " Vim syntax file
      " Language: Parkline scripts (*.park)
      " Written by the tests from the tables of the language: Docs/Editors.md.

      if exists("b:current_syntax")
        finish
      endif

      " Names have inner hyphens.
      syn iskeyword @,48-57,_,192-255,-
      syn case match


      """
    text += match("parkMetric", "\\<" + any(words.metrics) + "\\>")
    text += match("parkFunction", "\\<" + any(words.functions) + "\\ze[(（]")
    text += match("parkKeyword", "\\<" + any(words.keywords) + "\\>")
    text += match("parkOption", #"\%(^\|\s\)\zs--[a-z-]\+"#)
    text += match("parkChoice", "[=＝]\\zs" + any(words.choices) + "\\>")
    text += match("parkAttribute", "\\<" + any(words.attributes) + #"\ze[=＝]\%([=＝]\)\@!"#)
    text += match(
      "parkNumber", #"\<[0-9０-９][0-9０-９,，]*\%([.．][0-9０-９]\+\)\=\%([eE][+-]\=[0-9]\+\)\="#,
      " nextgroup=parkUnit")
    text += match(
      "parkUnit",
      " \\=\\%(" + any(words.magnitudes) + " \\=\\)\\=" + any(words.units) + #"\%(\/"#
        + any(words.units) + #"\)*\>[=＝]\@!\|[%％]\|"# + " \\=" + any(words.magnitudes) + "\\>",
      " contained")
    text += match("parkDate", #"\<[0-9]\{4}\%(-[0-9]\{1,2}\%(-[0-9]\{1,2}\)\=\|[HhQq][1-4]\)\>"#)
    text += match("parkName", #"\K\k*"#, " contained")
    text += match(
      "parkKind", #"\%(^\|[;；]\)\s*\zs"# + any(words.kinds) + "\\>",
      " nextgroup=parkName skipwhite")
    text += match("parkCommand", #"\%(^\|[;；]\)\s*\zs"# + any(words.commands) + "\\>")
    text += #"syn region parkString start=/["“]/ skip=/\\./ end=/["”]/ oneline"# + "\n"
    text += match("parkComment", "[#＃].*$")
    text += "\n"
    for (group, link) in [
      ("parkAttribute", "Identifier"), ("parkChoice", "Constant"), ("parkCommand", "Statement"),
      ("parkComment", "Comment"), ("parkDate", "Number"), ("parkFunction", "Function"),
      ("parkKeyword", "Operator"), ("parkKind", "Type"), ("parkMetric", "Special"),
      ("parkName", "Title"), ("parkNumber", "Number"), ("parkOption", "PreProc"),
      ("parkString", "String"), ("parkUnit", "Tag"),
    ] {
      text += "hi def link \(group) \(link)\n"
    }
    return text + "\nlet b:current_syntax = \"park\"\n"
  }
}
