import Diagnostics
import Shell

/// How long the prompt's colours, hint and suggestions take, microseconds at the median and at the
/// 99th percentile, for texts of a scenario with so many firms:
///
///     TYPING=1 swift run -c release typing 500
@main
enum Typing {
  static func main() {
    let firms = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 500
    let program = Program(
      files: .disk(StopSignal()), width: nil, renderer: DiagnosticRenderer(), write: { _ in },
      complain: { print($0) })
    var script = "use china\ncity quzhou gdp=2125亿元/year\npark smart city=quzhou area=41.5ha\n"
    for firm in 0..<firms {
      script += "firm f\(firm)-衢 park=smart sector=toys arrives=2020 jobs=120\n"
    }
    _ = program.run(statements: script)
    let long =
      "firm new \"衢州智慧产业园\" park=smart sector=digital arrives=2020 jobs=1.5k output=30M yuan/year"
      + " land=2ha # what was reported; print tax.local[f12-衢, 2021..2030] in 万元"
      + String(repeating: ", mean(jobs[smart])", count: 3)
    for (name, text) in [
      ("a line of \(long.count) letters", long), ("a command", "tabl"),
      ("a firm's name", "show f4"), ("a name in an expression", "print jobs[f4"),
      ("a word that is none", "print zzz"), ("an attribute", "firm x park=smart ar"),
      ("5,000 lines", String(repeating: "park b area=1ha city=quzhou\n", count: 5_000)),
    ] {
      print(name)
      time("colours") { _ = program.highlights(of: text) }
      time("hint") { _ = program.hint(for: text) }
      time("suggestions") { _ = program.suggestions(for: text) }
    }
  }

  private static func time(_ what: String, _ body: () -> Void) {
    let clock = ContinuousClock()
    var times: [Int64] = []
    for _ in 0..<500 {
      let taken = clock.measure(body)
      times.append(taken.components.attoseconds / 1_000_000_000_000)
    }
    times.sort()
    print("  \(what): \(times[250]) µs, \(times[495]) µs")
  }
}
