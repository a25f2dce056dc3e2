import Glibc
import Terminal

// A stand-in for parkline: shows what the editor gives. `DEMO_…` variables choose what is tried.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

let names: [(String, String)] = [
  ("report", "write a report"), ("reset", "back to the first day"),
  ("run", "run the scenario as it stands, from its first to its last period, and keep the ledger"),
  ("area=", "serviced land"), ("情景", "scenario"), ("情况", "the state of things"), ("衢州", "Quzhou"),
]
func complete(_ before: String) -> CompletionAnswer {
  let words = before.split(separator: " ", omittingEmptySubsequences: false)
  let word = words.last.map(String.init) ?? ""
  var all = names.map { name, summary in
    Completion(text: name, summary: summary, ending: name.hasSuffix("=") ? "" : " ")
  }
  if word.hasPrefix("many") {
    all = (0..<130).map { Completion(text: "many-\($0)", summary: "number \($0)") }
  }
  if word.hasPrefix("some") {
    all = (0..<12).map { Completion(text: "some-\($0)", summary: "number \($0)") }
  }
  if word.hasPrefix("bare") { all = (0..<12).map { Completion(text: "bare-\($0 * 37)") } }
  if word.hasPrefix("die") { exit(3) }
  if word.hasPrefix("crash") { fatalError("on purpose") }
  return CompletionAnswer(
    replacing: word.utf8.count, completions: all.filter { $0.text.hasPrefix(word) })
}

let styles: [String: TextStyle] = [
  "run": .command, "firm": .kind, "area=": .attribute, "衢州": .name, "# comment": .comment,
  "wrong": .error, "\")\"": .string,
]
let elsewhere = ExternalEditor(environment: variable)

// `DEMO_LOCALE=C` is a machine without any UTF-8 locale, which environment variables cannot make.
let isUnicode = variable("DEMO_LOCALE") == "C" ? false : TerminalState.prepareLocale()
let colour = TerminalState.wantsColour(choice: .auto, environment: variable)
guard let editor = LineEditor(program: "demo", colour: colour) else {
  print("[no editor]")
  exit(2)
}
editor.complete = complete
editor.highlight = { text in
  var spans: [StyledSpan] = []
  var start = 0
  for word in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
    let end = start + word.utf8.count
    if let style = styles[String(word)] { spans.append(StyledSpan(start..<end, style)) }
    start = end + 1
  }
  return spans
}
editor.hint = { text in text.hasSuffix("usage ") ? .usage("NAME [\"TITLE\"] 面积=…") : nil }
editor.isComplete = { text in
  text.count { $0 == "{" } <= text.count { $0 == "}" } && !text.hasSuffix("\\")
}
editor.editExternally = { text in
  do throws(ExternalEditor.Problem) {
    return try elsewhere.editedText(text)
  } catch {
    print(error.message)
    return nil
  }
}
let file = variable("DEMO_HISTORY").map { HistoryFile(path: $0) }
if let file {
  let (entries, problem) = file.load()
  for entry in entries { editor.addHistory(entry) }
  if let problem { print("[history: \(problem)]") }
}
for number in 0..<(variable("DEMO_LINES").flatMap { Int($0) } ?? 0) { print("[\(number)]") }
print("[ready]")
reading: while true {
  switch editor.readLine(prompt: variable("DEMO_PROMPT") ?? "情景> ") {
  case .cancelled: print("[cancelled]")
  case .end:
    print("[end]")
    break reading
  case .line(let line):
    if line.utf8.count > 2000 {
      print("[long line: \(line.unicodeScalars.count)]")
    } else {
      print("[line \(line.debugDescription)]")
    }
    if line == "quit" { break reading }
    if line == "about" {
      print("[unicode \(isUnicode), colour \(colour), width \(TerminalState.width())]")
    }
    if line == "keys" {
      for row in KeyTable.groups.flatMap(\.rows) {
        let keys = editor.isVi ? row.viKeys : row.keys
        if !keys.isEmpty { print("[key \(keys.joined(separator: ", ")): \(row.summary)]") }
      }
    }
    if line == "pause" { sleep(2) }
    if line == "sleep" {
      sleep(2)
      print("[slept]")
    }
    if !line.isEmpty {
      editor.addHistory(line)
      if let problem = file?.append(line) { print("[history: \(problem)]") }
    }
  }
}
