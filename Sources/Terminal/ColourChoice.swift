/// Whether output is coloured: what the user asked for.
public enum ColourChoice: String, Sendable, CaseIterable {
  case auto, always, never
}

extension TerminalState {
  /// Whether to colour what goes to `output`.
  ///
  /// With `auto`, in this order: `NO_COLOR` (not empty) and `FORCE_COLOR=0` say no, `FORCE_COLOR` or
  /// `CLICOLOR_FORCE` (neither empty nor `0`) says yes, `TERM=dumb` or `CLICOLOR=0` says no, and else a terminal gets
  /// colour and a file does not. See no-color.org and bixense.com/clicolors.
  public static func wantsColour(
    choice: ColourChoice, output: Int32 = 1, environment: (String) -> String?
  ) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let refusal = environment("NO_COLOR"), !refusal.isEmpty { return false }
    if environment("FORCE_COLOR") == "0" { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), !value.isEmpty, value != "0" { return true }
    }
    if environment("TERM") == "dumb" || environment("CLICOLOR") == "0" { return false }
    return isTerminal(output)
  }
}
