/// Where a program keeps what outlives it, by the XDG Base Directory Specification.
public struct StandardFolders: Sendable, Equatable {
  /// The folder of history and journals, without a `/` at its end; nil without a home.
  public let state: String?
  /// The folder of the start-up file; nil without a home.
  public let configuration: String?

  /// `environment` gives the value of a variable. A value that is no absolute path counts as none,
  /// as the specification says.
  public init(environment: (String) -> String?) {
    func folder(_ variable: String, behindHome rest: String) -> String? {
      func absolute(_ name: String) -> String? {
        guard let value = environment(name), value.hasPrefix("/") else { return nil }
        return value == "/" ? "" : value.hasSuffix("/") ? String(value.dropLast()) : value
      }
      return (absolute(variable) ?? absolute("HOME").map { $0 + rest }).map { $0 + "/parkline" }
    }
    state = folder("XDG_STATE_HOME", behindHome: "/.local/state")
    configuration = folder("XDG_CONFIG_HOME", behindHome: "/.config")
  }

  /// The statements of all shells.
  public var history: String? { state.map { $0 + "/history" } }
  /// The folder with a journal of each session.
  public var sessions: String? { state.map { $0 + "/sessions" } }
  /// The script that runs at the beginning of a conversation.
  public var startFile: String? { configuration.map { $0 + "/start.park" } }
}
