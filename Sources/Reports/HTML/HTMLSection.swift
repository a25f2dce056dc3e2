/// A heading and the blocks below it.
struct HTMLSection {
  /// nil before the first heading.
  var title: String?
  /// 1 is the first that has a heading.
  var number: Int
  var blocks: [Block] = []

  /// Blocks as sections: those before the first heading come first.
  static func sections(_ blocks: [Block], _ style: FigureStyle) -> [HTMLSection] {
    var sections = [HTMLSection(title: nil, number: 0)]
    for block in blocks {
      if case .heading(let note) = block {
        sections.append(HTMLSection(title: note.text(style), number: sections.count))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections.filter { $0.title != nil || !$0.blocks.isEmpty }
  }

  /// Sections that need no table of contents.
  private static let few = 3

  /// The table of contents of a page of more than a few sections.
  static func contents(
    _ sections: [HTMLSection], _ words: HTMLWords, into markup: inout HTMLMarkup
  ) {
    guard sections.count(where: { $0.title != nil }) > few else { return }
    markup.put("<nav aria-labelledby=\"contents\">\n<p id=\"contents\">")
    markup.put(text: words.contents)
    markup.put("</p>\n<ol>\n")
    for section in sections {
      guard let title = section.title else { continue }
      markup.put("<li><a href=\"#s")
      markup.put(section.number)
      markup.put("\">")
      markup.put(text: HTMLMarkup.line(title))
      markup.put("</a></li>\n")
    }
    markup.put("</ol>\n</nav>\n")
  }
}

/// What stands below the title, and how many tables and pictures there were so far.
struct HTMLBody {
  let style: FigureStyle
  private var tables = 0
  private var pictures = 0

  init(style: FigureStyle) { self.style = style }

  mutating func add(_ section: HTMLSection, to markup: inout HTMLMarkup) {
    if let title = section.title {
      markup.put("<section id=\"s")
      markup.put(section.number)
      markup.put("\" aria-labelledby=\"s")
      markup.put(section.number)
      markup.put("-title\">\n<h2 id=\"s")
      markup.put(section.number)
      markup.put("-title\">")
      markup.put(text: HTMLMarkup.line(title))
      markup.put("</h2>\n")
    } else {
      markup.put("<div class=\"lead\">\n")
    }
    for block in section.blocks { add(block, to: &markup) }
    if section.title != nil { markup.put("</section>\n") } else { markup.put("</div>\n") }
  }

  private mutating func add(_ block: Block, to markup: inout HTMLMarkup) {
    switch block {
    case .heading: break
    case .sentence(let text): markup.paragraph(text)
    case .table(let table): add(table, to: &markup)
    case .chart(let chart):
      let words = SVGDescription(chart: chart, style: style)
      let notes = chart.sentences(style)
      figure(words.title, notes, chart.table, to: &markup) { [style] id, size in
        SVGChart(width: size.width, height: size.height, style: style)
          .plainElement(chart, id: id)
      }
    case .timeline(let timeline):
      let notes = timeline.notes.map { $0.text(style) }
      figure(timeline.title.text(style), notes, timeline.table, to: &markup) {
        [style] id, size in
        SVGTimeline(timeline, width: size.width, style: style).element(id: id)
      }
    case .flows(let map):
      let notes = map.table.sentences(style)
      // What it leaves out stands in the table alone.
      figure(map.title.text(style), notes, map.table, isOpen: true, to: &markup) {
        [style] id, size in
        SVGFlowMap(map, width: size.width, style: style).element(id: id)
      }
    case .tree(let tree): HTMLTree(tree, style: style).write(into: &markup)
    case .text(let text):
      markup.put("<pre tabindex=\"0\">")
      // Readers of HTML leave out a line end right behind the tag.
      if text.hasPrefix("\n") { markup.put("\n") }
      markup.put(text: text)
      markup.put("</pre>\n")
    }
  }

  private mutating func add(_ table: Table, to markup: inout HTMLMarkup) {
    tables += 1
    HTMLTable(table, number: tables, style: style).write(into: &markup)
  }

  /// A picture for wide pages and paper, and one for narrow pages; what it shows as a table below, folded
  /// unless `isOpen` says that it is to be read.
  private mutating func figure(
    _ title: String, _ notes: [String], _ table: Table, isOpen: Bool = false,
    to markup: inout HTMLMarkup,
    _ draw: (String, (width: Double, height: Double)) -> String
  ) {
    pictures += 1
    markup.put("<figure>\n<figcaption>")
    markup.put(text: HTMLMarkup.line(title))
    markup.put("</figcaption>\n<div class=\"broad\">\n")
    markup.put(markup: draw("f\(pictures)", (880, 400)))
    markup.put("</div>\n<div class=\"narrow\">\n")
    markup.put(markup: draw("f\(pictures)-narrow", (380, 300)))
    markup.put("</div>\n")
    for note in notes { markup.paragraph(note, "note") }
    markup.put("</figure>\n")
    markup.put(isOpen ? "<details open=\"open\">\n<summary>" : "<details>\n<summary>")
    markup.put(text: HTMLWords(language: style.language).asTable)
    markup.put("</summary>\n")
    add(table, to: &markup)
    markup.put("</details>\n")
  }
}
