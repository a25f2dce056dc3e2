import Testing

@testable import Reports

/// What holds of every picture.
@Suite("SVG pictures")
struct SVGPropertyTests {
  @Test("any chart is an SVG whose texts neither touch nor leave it", arguments: 0..<12)
  func sound(block: Int) {
    for seed in block * 16..<(block + 1) * 16 {
      var generator = SVGGenerator(seed: UInt64(seed))
      let chart = generator.chart()
      let svg = generator.painter().document(chart)
      let faults = SVGPicture(svg).faults.map { String($0.prefix(300)) }
      #expect(faults == [], "seed \(seed)")
    }
  }

  @Test("a number of three decimals, with an exponent, or none would be found")
  func geometry() {
    #expect(["0", "-1.25", "M0 1.5L-2 3Z", "M3 4v5"].allSatisfy(SVGPicture.isGeometry))
    #expect(
      !["", "1.234", "1e9", "nan", "inf", "1.", ".5", "M1.2.3"].contains {
        SVGPicture.isGeometry($0)
      })
  }

  @Test("the same chart gives the same bytes")
  func same() {
    for seed in UInt64(0)..<10 {
      var (a, b) = (SVGGenerator(seed: seed), SVGGenerator(seed: seed))
      let (first, second) = (a.chart(), b.chart())
      #expect(a.painter().document(first) == b.painter().document(second))
    }
  }

  @Test("names keep their distance and stay as near as they can")
  func spread() {
    #expect(SVGEndLabels.spread([], apart: 18, within: 0...300) == [])
    #expect(SVGEndLabels.spread([50, 200], apart: 18, within: 0...300) == [50, 200])
    // Two at one place part evenly; at an edge the first stays there.
    #expect(SVGEndLabels.spread([100, 100], apart: 18, within: 0...300) == [91, 109])
    #expect(SVGEndLabels.spread([0, 0, 290], apart: 20, within: 0...300) == [0, 20, 290])
    #expect(SVGEndLabels.spread([300, 300], apart: 20, within: 0...300) == [280, 300])
    // More than there is room for begin at the top.
    #expect(SVGEndLabels.spread([5, 5, 5], apart: 20, within: 0...10) == [0, 20, 40])
  }

  @Test("no text is wider than what it is cut to, and what fits is whole")
  func cut() {
    for name in SVGGenerator.names {
      let whole = SVGTextWidth.of(name, size: 12)
      for width in [0.0, 5, 12, 40, 100, 300] {
        let cut = SVGTextWidth.clipped(name, to: width, size: 12)
        #expect(SVGTextWidth.of(cut, size: 12) <= width + 1e-9)
        if whole <= width { #expect(cut == name) }
      }
    }
  }

  @Test("a letter has three marks at most, so that it stays in its line; families are whole")
  func marks() {
    #expect(SVGText.name("ab\u{301}\u{302}\u{303}c") == "ab\u{301}\u{302}\u{303}c")
    #expect(SVGText.name("ab\u{301}\u{302}\u{303}\u{304}c") == "ab\u{301}\u{302}\u{303}c")
    #expect(SVGText.name("👩‍👩‍👧‍👦 क्ष्म्यि") == "👩‍👩‍👧‍👦 क्ष्म्यि")
    #expect(SVGTextWidth.of(String(repeating: "👩\u{200D}", count: 99) + "👩", size: 10) == 1400)
  }

  @Test("lines break after spaces and between Chinese characters, not before a comma")
  func lines() {
    let english = SVGTextWidth.wrapped("one two three four", to: 60, size: 12, most: 9)
    #expect(english.allSatisfy { SVGTextWidth.of($0, size: 12) <= 60 + 4.4 })
    #expect(english.joined() == "one two three four")
    let chinese = SVGTextWidth.wrapped("金额按价格，计算", to: 60, size: 12, most: 9)
    #expect(chinese == ["金额按价", "格，计算"])
    #expect(SVGTextWidth.wrapped("一二三四五六七八九", to: 36, size: 12, most: 2) == ["一二三", "四五…"])
  }
}
