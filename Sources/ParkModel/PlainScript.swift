import Diagnostics
import Language

extension Scenario {
  /// The script that makes this scenario as its meaning alone asks for it: a statement a line, one blank
  /// between its pieces, canonical values, no comments. How it was laid out changes nothing of it.
  public var plainScript: String {
    var printer = ScenarioPrinter()
    print(into: &printer)
    return printer.plainScript()
  }
}

extension BranchScript {
  /// The same of several alternatives, as `text` orders them.
  public static func plainText(of branches: [Branch], current: String) -> String {
    guard let printer = printer(of: branches, current: current) else { return "" }
    return printer.plainScript()
  }
}
