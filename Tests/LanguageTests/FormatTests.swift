import Diagnostics
import Language
import Testing

/// A script laid out, or what is wrong with it.
private func format(_ text: String) -> String {
  let outcome = ScriptFormatter.format(SourceText(name: "test", text: text)) {
    (word, place) throws(Diagnostic) in
    switch word {
    case "scenario": return .declaration(named: false)
    case "city", "firm", "park", "phase": return .declaration(named: true)
    case "assume", "unit": return .definition
    case "set": return .change
    case "cite": return .citation
    case "export", "save": return .file
    case "goal", "help": return .words
    case "nonsense": throw Diagnostic("unknown-command", "no such thing", at: place)
    default: return .expressions
    }
  }
  switch outcome {
  case .text(let text): return text
  case .problems(let problems): return problems.map { $0.slug }.joined(separator: " ") + "\n"
  }
}

@Test("names line up, and attributes as long as neighbours have the same ones in the same places")
func columns() {
  #expect(
    format(
      """
      city quzhou gdp=2125.20亿元/year core=hangzhou
      city hangzhou gdp=20059亿元/year
      phase p1 park=smart area=20ha investment=5.2bn start=2018 complete=2019
      phase p2 park=smart area=21.5ha investment=7.15bn start=2019 complete=2020-12 delay=0y to 1.5y
      """) == """
        city quzhou   gdp=2125.20亿元/year core=hangzhou
        city hangzhou gdp=20059亿元/year
        phase p1 park=smart area=20ha   investment=5.2bn  start=2018 complete=2019
        phase p2 park=smart area=21.5ha investment=7.15bn start=2019 complete=2020-12 delay=0y to 1.5y

        """)
}

@Test("a Chinese character is two columns wide")
func wideCharacters() {
  #expect(
    format("city 衢州 “衢” gdp=1\ncity q “衢州市” gdp=2")
      == "city 衢州 \"衢\"     gdp=1\ncity q    \"衢州市\" gdp=2\n")
}

@Test("a block ends at a blank line, a comment, another word; not at a source")
func blocks() {
  #expect(
    format(
      """
      city a gdp=1
      cite a.gdp "somewhere"
      city bcd gdp=1

      city e gdp=1
      # why
      city fgh gdp=1
      park p area=1ha
      """) == """
        city a   gdp=1
        cite a.gdp "somewhere"
        city bcd gdp=1

        city e gdp=1
        # why
        city fgh gdp=1
        park p area=1ha

        """)
}

@Test("behind the name everything begins in one column, and goes on in columns while it is alike")
func otherOrder() {
  #expect(
    format("park a area=1ha city=q\npark bcd city=qu area=1ha\npark ef city=q area=1ha")
      == "park a   area=1ha city=q\npark bcd city=qu area=1ha\npark ef  city=q  area=1ha\n")
}

@Test("comments behind statements line up, those before stay, blank lines become one")
func commentsLineUp() {
  #expect(
    format(
      "\n\n# head  \n\n\n  park a area=1ha # one\nassume saving=2min#two\nsave x #  three\n\n\n#end\n\n"
    )
      == """
      # head

      park a area=1ha       # one
      assume saving = 2min  #two
      save x                #  three

      #end

      """)
}

@Test(
  "one space, ASCII marks, canonical values; texts and files as they are",
  arguments: [
    ("table tax,jobs  every=5y", "table tax, jobs every=5y"),
    ("table tax,jobs[smart,2030] by=park --raw", "table tax, jobs[smart, 2030] by=park --raw"),
    ("export a.csv tax,--b , c", "export a.csv tax, - -b, c"),
    ("print １２．３５亿元＋３亿元", "print 12.35亿元 + 3亿元"),
    ("print (1+2 )*-3^2", "print (1 + 2) * -3^2"),
    ("print tax[ 2030 ]/smart.area in 万元/亩", "print tax[2030] / smart.area in 万元/亩"),
    ("export out/a-1.csv tax", "export out/a-1.csv tax"), ("export - tax", "export - tax"),
    ("export \"a  b，c.csv\" tax", "export \"a  b，c.csv\" tax"), ("save", "save"),
    ("park a “智慧， 园” area＝１ha", "park a \"智慧， 园\" area=1ha"),
    ("park a; park b", "park a\npark b"),
    ("park a \\\n area=1ha", "park a \\\n  area=1ha"),
    ("city a gdp={2021:8,\n  2025:5,}", "city a gdp={2021: 8, 2025: 5}"),
    ("assume g=5%", "assume g = 5%"), ("assume g “Growth”=5%", "assume g \"Growth\" = 5%"),
    ("set g=6%", "set g = 6%"), ("set a area=2ha", "set a area=2ha"),
    ("unit USD = 6.47 yuan\nprint 2 bn USD", "unit USD = 6.47 yuan\nprint 2bn USD"),
    (
      "goal tax[2030]==5bn by  smart.area within 1ha to 50 ha",
      "goal tax[2030]==5bn by smart.area within 1ha to 50 ha"
    ),
    ("cite smart.area “China  Daily”   kind=law", "cite smart.area \"China  Daily\" kind=law"),
    ("", ""), ("# only", "# only"), ("\u{FEFF}park a\r\n", "park a"),
  ])
func canonical(text: String, expected: String) {
  #expect(format(text) == (expected.isEmpty ? "" : expected + "\n"))
}

@Test(
  "what does not read is an error, each statement's own",
  arguments: [
    ("park a area=", "missing-value"), ("print 1 +", "syntax"), ("nonsense", "unknown-command"),
    ("park \"a", "syntax"), ("goal (1", "unclosed"), ("print (1\npark b\nprint 2", "unclosed"),
    ("goal \"a", "unclosed"), ("park = 3\nnonsense\npark a", "syntax unknown-command"),
    ("goal $", "syntax"), ("cite a", "syntax"), ("assume g", "syntax"), ("=", "syntax"),
  ])
func refused(text: String, slugs: String) {
  #expect(format(text) == slugs + "\n")
}

@Test("a statement stays on as many lines as it was given, and the rest of them below it")
func severalLines() {
  let once = format(
    """
    cite a.gdp  "a long sentence" \\
         kind=announced evidence=S # c
    park a \\
    area=1ha  city=[b,
    c]
    goal tax[2030] == 5bn \\
      by smart.area
    """)
  #expect(
    once == """
      cite a.gdp "a long sentence" \\
        kind=announced evidence=S  # c
      park a \\
        area=1ha city=[b, c]
      goal tax[2030] == 5bn \\
        by smart.area

      """)
  #expect(format(once) == once)
}

@Test("nothing is lined up over a gap that is wide, or beyond a wide line")
func gaps() {
  let long = String(repeating: "n", count: 40)
  #expect(
    format("park a area=1ha\npark \(long) area=1ha") == "park a area=1ha\npark \(long) area=1ha\n")
  let title = String(repeating: "t", count: 95)
  let wide = "city a \"\(title)\" gdp=1 core=quzhou"
  let narrow = "city \(String(repeating: "b", count: 20)) \"x\" gdp=1 core=quzhou"
  #expect(format(wide + "\n" + narrow) == wide + "\n" + narrow + "\n")
}
