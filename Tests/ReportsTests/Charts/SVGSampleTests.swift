import Diagnostics
import Foundation
import Reports
import Testing

/// Every kind of picture in both languages; with SVG_SAMPLES a folder, they are written there to be seen.
@Suite("SVG samples")
struct SVGSampleTests {
  private static let styles = [
    FigureStyle(), FigureStyle(magnitudes: .tenThousands, language: .chinese),
  ]

  @Test("nothing overlaps, nothing leaves the picture", arguments: SVGSamples.all.map(\.name))
  func sound(name: String) throws {
    let sample = try #require(SVGSamples.all.first { $0.name == name })
    for style in Self.styles {
      for (width, height) in [(800.0, 450.0), (400, 300), (240, 160), (1200, 500)] {
        let svg = SVGChart(width: width, height: height, style: style).document(sample.chart)
        #expect(SVGPicture(svg).faults == [], "\(name) \(width) \(style.language)")
      }
    }
  }

  @Test("pictures are written where they can be looked at")
  func written() throws {
    guard let folder = ProcessInfo.processInfo.environment["SVG_SAMPLES"] else { return }
    for sample in SVGSamples.all {
      for style in Self.styles {
        for theme in SVGChart.Theme.allCases {
          for width in [800.0, 400] {
            let chart = SVGChart(
              width: width, height: width == 400 ? 300 : 450, style: style, theme: theme)
            let name =
              "\(sample.name)-\(style.language.rawValue)-\(theme.rawValue)-\(Int(width)).svg"
            try chart.document(sample.chart)
              .write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
          }
        }
      }
    }
    for seed in UInt64(0)..<150 {
      var generator = SVGGenerator(seed: seed)
      let chart = generator.chart()
      try generator.painter().document(chart)
        .write(toFile: folder + "/generated-\(seed).svg", atomically: true, encoding: .utf8)
    }
  }
}
