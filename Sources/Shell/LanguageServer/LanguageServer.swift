public import Diagnostics
import Language
import Reports

/// `parkline lsp`: what editors ask of scripts, by the Language Server Protocol.
///
/// A value that takes bytes and gives bytes; whoever has it reads and writes them. What is answered comes
/// from where the prompt has it: completion, the pages of help, the errors, `fmt`.
public struct LanguageServer {
  /// What was said of its life.
  private enum State { case new, initialized, shutDown }

  var frames = MessageFrames()
  private var state = State.new
  /// What is to be written.
  private var output: [UInt8] = []
  /// Whether the conversation is over, and what the program reports then.
  public private(set) var exit: Diagnostic.Exit?
  var encoding = TextPlaces.Encoding.utf16
  /// Whether the editor speaks Chinese.
  private var isChinese = false
  /// Open scripts by their address.
  var scripts: [String: OpenScript] = [:]
  let files: Files
  /// Asks long work to stop, when something comes in.
  let stop: StopSignal
  /// Seconds from some moment on.
  let clock: () -> Double
  /// The folder in which relative paths begin.
  let currentFolder: String

  public init(
    files: Files, stop: StopSignal = StopSignal(), currentFolder: String = "",
    clock: @escaping () -> Double = { 0 }
  ) {
    self.files = files
    self.stop = stop
    self.clock = clock
    self.currentFolder = currentFolder
  }

  /// Takes what came in, and answers every message that is whole.
  public mutating func receive(_ bytes: [UInt8]) {
    frames.add(bytes)
    while exit == nil, let frame = frames.next() {
      switch frame {
      case .broken(let reason): fail(.null, .noJSON, reason)
      case .message(let body): take(body)
      }
    }
  }

  /// Nothing more will come.
  public mutating func end() {
    if exit == nil { exit = state == .shutDown ? .done : .fault }
  }

  /// Takes what is to be written.
  public mutating func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  /// The session before the first statement of any script.
  func newSession(for name: String) -> Session {
    // What editors ask is not stopped in the middle; what runs for them is, and has a signal of its own.
    var session = Session(files: files)
    session.currentFolder = currentFolder
    if isChinese { session.settings.speak(.chinese) }
    session.beginCheck(of: name)
    session.isOnlyRead = true
    return session
  }

  // MARK: Messages

  private mutating func take(_ body: [UInt8]) {
    let message: JSONValue
    do throws(NoJSON) {
      message = try JSONValue(body)
    } catch {
      frames.putBack(body)
      return fail(.null, .noJSON, "this is no JSON: \(error.reason), at byte \(error.offset)")
    }
    guard case .object = message else {
      return fail(.null, .noRequest, "a message is an object")
    }
    let id = message["id"]
    guard let method = message["method"]?.string else {
      // An answer: nothing was asked.
      if message["result"] != nil || message["error"] != nil { return }
      return fail(id ?? .null, .noRequest, "a message has a method")
    }
    let parameters = message["params"] ?? .null
    guard let id else { return take(notification: method, parameters) }
    take(request: method, id, parameters)
  }

  private mutating func take(request method: String, _ id: JSONValue, _ parameters: JSONValue) {
    switch (method, state) {
    case ("initialize", .new):
      state = .initialized
      answer(id, initialize(parameters))
    case (_, .new):
      fail(id, .notInitialized, "the first request is `initialize`")
    case ("initialize", _):
      fail(id, .noRequest, "`initialize` comes once")
    case (_, .shutDown):
      fail(id, .noRequest, "nothing is answered behind `shutdown`")
    case ("shutdown", _):
      state = .shutDown
      answer(id, .null)
    default:
      guard let handler = LanguageServer.requests[method] else {
        return fail(id, .noMethod, "there is no method `\(method)`")
      }
      do throws(Refusal) {
        answer(id, try handler(&self, parameters))
      } catch {
        fail(id, error.code, error.message)
      }
    }
  }

  private mutating func take(notification method: String, _ parameters: JSONValue) {
    if method == "exit" { return end() }
    // What comes too early or too late is dropped, and so is what nobody here knows.
    guard state == .initialized else { return }
    switch method {
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose": close(parameters)
    default: break
    }
  }

  private mutating func initialize(_ parameters: JSONValue) -> JSONValue {
    let offered = parameters["capabilities"]?["general"]?["positionEncodings"]?.items ?? []
    if offered.contains("utf-8") { encoding = .utf8 }
    isChinese = parameters["locale"]?.string?.lowercased().hasPrefix("zh") ?? false
    return [
      "capabilities": [
        "positionEncoding": .text(encoding.rawValue),
        "textDocumentSync": ["openClose": true, "change": 2],
        "completionProvider": ["triggerCharacters": ["=", ".", "[", "("]],
        "hoverProvider": true,
        "definitionProvider": true,
        "renameProvider": ["prepareProvider": true],
        "documentFormattingProvider": true,
      ],
      "serverInfo": ["name": "parkline", "version": .text(Engine.version)],
    ]
  }

  // MARK: Answers

  private mutating func answer(_ id: JSONValue, _ result: JSONValue) {
    send(["jsonrpc": "2.0", "id": id, "result": result])
  }

  private mutating func fail(_ id: JSONValue, _ code: Refusal.Code, _ message: String) {
    send([
      "jsonrpc": "2.0", "id": id,
      "error": ["code": JSONValue(code.rawValue), "message": .text(message)],
    ])
  }

  mutating func notify(_ method: String, _ parameters: JSONValue) {
    send(["jsonrpc": "2.0", "method": .text(method), "params": parameters])
  }

  private mutating func send(_ message: JSONValue) {
    let body = Array(message.line.utf8)
    output += Array("Content-Length: \(body.count)\r\n\r\n".utf8)
    output += body
  }
}

/// Why a request has no result.
struct Refusal: Error {
  /// The protocol's numbers.
  enum Code: Int {
    case noJSON = -32700
    case noRequest = -32600
    case noMethod = -32601
    case wrongParameters = -32602
    case notInitialized = -32002
    case failed = -32803
  }

  var code: Code
  var message: String
}
