/// The colours of a page, on the ground of its pictures. Texts have a contrast of 4.5 at least on either
/// ground.
struct HTMLPalette {
  let background: String
  /// Of headings of tables, of scripts, and of the row under the pointer.
  let surface: String
  let text: String
  let quiet: String
  /// Links, focus and rules.
  let accent: String
  /// Between rows.
  let line: String

  static let light = HTMLPalette(
    background: SVGPalette.light.background, surface: "#f3f6f9", text: SVGPalette.light.text,
    quiet: SVGPalette.light.quiet, accent: "#005a8c", line: "#d5dbe1")

  static let dark = HTMLPalette(
    background: SVGPalette.dark.background, surface: "#1e2329", text: SVGPalette.dark.text,
    quiet: SVGPalette.dark.quiet, accent: "#6cb8ea", line: "#363d46")

  /// As variables of CSS.
  var variables: String {
    "--background:\(background);--surface:\(surface);--text:\(text);--quiet:\(quiet);"
      + "--accent:\(accent);--line:\(line)"
  }
}
