import Foundation
import Testing

@testable import Reports

/// Colours of pages by the Web Content Accessibility Guidelines.
@Suite("contrast of pages")
struct HTMLContrastTests {
  /// Red, green and blue, 0 to 255.
  private func parts(_ hex: String) throws -> [Double] {
    let number = try #require(Int(hex.dropFirst(), radix: 16))
    return [number >> 16, number >> 8 & 255, number & 255].map(Double.init)
  }

  /// Relative luminance (WCAG 2.2).
  private func luminance(_ parts: [Double]) -> Double {
    let linear = parts.map { part -> Double in
      part / 255 <= 0.03928 ? part / 255 / 12.92 : pow((part / 255 + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ a: [Double], _ b: [Double]) -> Double {
    let (first, second) = (luminance(a), luminance(b))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test("texts and links have a contrast of 4.5 at least on every ground")
  func texts() throws {
    for palette in [HTMLPalette.light, .dark] {
      for ground in [palette.background, palette.surface] {
        for ink in [palette.text, palette.quiet, palette.accent] {
          #expect(contrast(try parts(ink), try parts(ground)) >= 4.5, "\(ink) on \(ground)")
        }
      }
    }
  }

  @Test("so have texts on bars and ribbons, two of which may lie on one another")
  func bars() throws {
    for palette in [SVGPalette.light, .dark] {
      let (ground, text) = (try parts(palette.background), try parts(palette.text))
      for first in palette.lines + [palette.axis] {
        for second in palette.lines + [palette.axis] {
          let colors = [try parts(first), try parts(second)]
          let mixed = colors.reduce(ground) { under, over in
            zip(under, over).map { $0 * (1 - palette.veil) + $1 * palette.veil }
          }
          #expect(contrast(text, mixed) >= 4.5, "\(first) \(second)")
        }
      }
    }
    #expect(SVGPalette.style(.light, of: "x").contains("x .b{fill-opacity:0.32;stroke-width:1}"))
  }

  @Test("the colours of the dark are of screens alone")
  func screens() {
    let dark = HTMLStyle.sheet.ranges(of: "prefers-color-scheme:dark")
    #expect(dark.count == 2)
    #expect(HTMLStyle.sheet.ranges(of: "@media screen and (prefers-color-scheme:dark)").count == 2)
  }
}
