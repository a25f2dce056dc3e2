import Diagnostics
import Language
import Reports

/// Scripts that are opened, changed and closed, and what is said of them.
extension LanguageServer {
  /// An editor is told after so long what was found by then, seconds.
  private static let patience = 0.03
  /// What a run found is told with the rest where the run takes no longer, seconds.
  private static let quickRun = 0.04

  mutating func open(_ parameters: JSONValue) {
    guard let document = parameters["textDocument"], let uri = document["uri"]?.string,
      let text = document["text"]?.string
    else { return }
    let opened = OpenText(
      uri: uri, version: document["version"]?.int, bytes: Array(text.utf8), encoding: encoding)
    scripts[uri] = OpenScript(opened, newSession(for: opened.name))
  }

  mutating func change(_ parameters: JSONValue) {
    guard let uri = parameters["textDocument"]?["uri"]?.string,
      let changes = parameters["contentChanges"]?.items
    else { return }
    _ = scripts[uri]?.change(changes, version: parameters["textDocument"]?["version"]?.int)
  }

  mutating func close(_ parameters: JSONValue) {
    guard let uri = parameters["textDocument"]?["uri"]?.string,
      scripts.removeValue(forKey: uri) != nil
    else { return }
    notify("textDocument/publishDiagnostics", ["uri": .text(uri), "diagnostics": []])
  }

  // MARK: Work

  /// Whether something is still to be found out.
  public var hasWork: Bool { exit == nil && scripts.values.contains { !$0.isTold || !$0.isRun } }

  /// Whether nothing but runs of long scripts is left to do.
  public var isOnlyLongWork: Bool { scripts.values.allSatisfy { $0.isTold } }

  /// Finds out a piece of what is still open, and says it. What takes long looks at `stop`.
  public mutating func work() {
    // What was changed last comes first to whoever types; which of several, nobody can tell.
    guard exit == nil,
      let uri = scripts.filter({ !$0.value.isTold }).keys.min()
        ?? scripts.filter({ !$0.value.isRun }).keys.min(),
      var script = scripts.removeValue(forKey: uri)
    else { return }
    if script.isTold {
      run(&script)
    } else {
      read(&script)
    }
    scripts[uri] = script
  }

  private mutating func read(_ script: inout OpenScript) {
    let start = clock()
    let (stop, clock) = (stop, clock)
    var isLate = false
    script.reading.read {
      isLate = clock() - start > LanguageServer.patience
      return !stop.isAsked && !isLate
    }
    if !script.reading.isDone {
      if isLate { tell(script.reading.found, of: &script) }
      script.isTold = false
      return
    }
    // A run that is done at once is said with the rest, so that nothing is shown that goes away again.
    if script.timeOfRun <= LanguageServer.quickRun,
      script.reading.statements.count <= 1000
    {
      run(&script)
      if script.isRun, script.isTold { return }
    }
    tell(script.reading.found, of: &script)
  }

  private mutating func run(_ script: inout OpenScript) {
    let start = clock()
    var session = newSession(for: script.text.name)
    session.stop = stop
    let problems = RunOfScript.problems(of: script.reading.source, from: session)
    if let problems {
      script.timeOfRun = clock() - start
      script.isRun = true
      tell(problems, of: &script)
    } else if stop.reason != .interrupt {
      // It takes too long to be of use.
      script.isRun = true
    }
  }

  private mutating func tell(_ problems: [Diagnostic], of script: inout OpenScript) {
    notify("textDocument/publishDiagnostics", script.diagnostics(problems))
    script.isTold = true
  }

  // MARK: Requests

  typealias Handler = @Sendable (inout LanguageServer, JSONValue) throws(Refusal) -> JSONValue

  /// What is answered.
  static let requests: [String: Handler] = [
    "textDocument/completion": { (server, asked) throws(Refusal) in try server.complete(asked) },
    "textDocument/definition": { (server, asked) throws(Refusal) in try server.define(asked) },
    "textDocument/formatting": { (server, asked) throws(Refusal) in try server.format(asked) },
    "textDocument/hover": { (server, asked) throws(Refusal) in try server.hover(asked) },
    "textDocument/prepareRename": { (server, asked) throws(Refusal) in
      try server.prepareRename(asked)
    },
    "textDocument/rename": { (server, asked) throws(Refusal) in try server.rename(asked) },
  ]

  /// The script that a request is about, read to its end.
  mutating func script(_ parameters: JSONValue) throws(Refusal) -> OpenScript {
    guard let uri = parameters["textDocument"]?["uri"]?.string else {
      throw Refusal(code: .wrongParameters, message: "a textDocument is needed")
    }
    guard var script = scripts[uri] else {
      throw Refusal(code: .wrongParameters, message: "`\(uri)` is not open")
    }
    script.reading.read()
    scripts[uri] = script
    return script
  }

  /// The script that a request is about, and where in it.
  mutating func place(
    _ parameters: JSONValue
  ) throws(Refusal) -> (script: OpenScript, offset: Int) {
    let script = try script(parameters)
    guard let offset = script.text.offset(parameters["position"]) else {
      throw Refusal(code: .wrongParameters, message: "a position is needed")
    }
    return (script, offset)
  }
}
