/// The colours of pictures: Okabe and Ito's, which people who see fewer colours tell apart.
///
/// Those too pale on white, or too dark on black, are darker or paler there: lines have a contrast of 3
/// at least, names 4.5.
struct SVGPalette {
  let background: String
  let text: String
  /// Of numbers beside axes, and notes.
  let quiet: String
  let grid: String
  let axis: String
  let lines: [String]
  let names: [String]
  /// Of bars and ribbons that texts stand on: two of them on one another leave a contrast of 4.5.
  let veil: Double

  /// How many colours there are before they begin again, dashed.
  static let count = 7

  /// Blue, vermillion, bluish green, reddish purple, orange, sky blue, yellow.
  static let light = SVGPalette(
    background: "#ffffff", text: "#1b1f24", quiet: "#57606a", grid: "#e3e6ea", axis: "#8b949e",
    lines: ["#0072b2", "#d55e00", "#009e73", "#c46a9c", "#c98600", "#3b9ad9", "#9a9100"],
    names: ["#0069a6", "#b04d00", "#00785a", "#a34a7c", "#8f5f00", "#1f74ab", "#6f6900"], veil: 0.32
  )

  static let dark = SVGPalette(
    background: "#15181c", text: "#e8eaed", quiet: "#a9b0b8", grid: "#2b3037", axis: "#6b747e",
    lines: ["#2b8fcc", "#e2702a", "#12a87e", "#cc79a7", "#e69f00", "#7cc6f2", "#f0e442"],
    names: ["#58aee4", "#f08a4b", "#2cc297", "#dc94bb", "#eeb02b", "#8fd0f6", "#f0e442"], veil: 0.2)

  /// The rules of the pictures that a selector names, `#chart`: nothing else on their page is concerned.
  static func style(_ theme: SVGChart.Theme, of selector: String) -> String {
    let fixed = [
      ".g{stroke-width:1;fill:none}", ".z,\(selector) .c{stroke-width:1;fill:none}",
      ".n{fill-opacity:.2}",
      ".o1{fill-opacity:.5}", ".o2{fill-opacity:.15}",
      ".l{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}",
      ".w{stroke-width:1;stroke-linejoin:round}", ".h{fill:none;pointer-events:all}",
    ].map { "\(selector) \($0)" }.joined(separator: "\n")
    let colors =
      switch theme {
      case .light: light.rules(selector)
      case .dark: dark.rules(selector)
      case .automatic:
        light.rules(selector) + "\n@media screen and (prefers-color-scheme:dark){\n"
          + dark.rules(selector)
          + "\n}"
      }
    return "\n" + fixed + "\n" + colors + "\n"
  }

  private func rules(_ selector: String) -> String {
    var rules = [
      ".p{fill:\(background)}", ".k{fill:\(text)}", ".q{fill:\(quiet)}", ".g{stroke:\(grid)}",
      ".z{stroke:\(axis)}", ".c{stroke:\(text)}", ".w{stroke:\(background)}", ".f0{fill:\(axis)}",
      ".h:hover{stroke:\(axis)}", ".b{fill-opacity:\(veil);stroke-width:1}",
    ]
    for index in lines.indices {
      let number = index + 1
      rules += [
        ".s\(number){stroke:\(lines[index])}", ".f\(number){fill:\(lines[index])}",
        ".t\(number){fill:\(names[index])}",
      ]
    }
    return rules.map { "\(selector) \($0)" }.joined(separator: "\n")
  }
}

/// What tells one curve from another: a colour, and dashes where colours begin again.
struct SVGInk {
  let index: Int

  /// 1 to 7.
  private var number: Int { index % SVGPalette.count + 1 }
  var line: String { "s\(number)" }
  /// Of an area or a bar: paler within a line of its colour where colours begin again.
  var fill: String {
    let round = index / SVGPalette.count % 3
    return round == 0 ? plain : "\(plain) \(line) o\(round)"
  }

  /// Of a dot or a band.
  var plain: String { "f\(number)" }
  var name: String { "t\(number)" }

  /// How a line is dashed.
  var dashes: String {
    let patterns = ["none", "7 4", "2 4", "10 4 2 4", "14 5"]
    return patterns[index / SVGPalette.count % patterns.count]
  }
}
