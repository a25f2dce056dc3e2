public import Quantities

/// A document as one page for a browser and for paper: nothing of it is elsewhere, and nothing of it runs.
///
/// It is HTML that readers of XML understand, too. Hovering over a figure shows it exactly. The same
/// document gives the same bytes.
public struct HTMLPage: Sendable {
  /// Language, magnitudes and decimals of everything that the page shows.
  public var style: FigureStyle
  /// Below the title; empty for none.
  public var subtitle: String
  /// Who answers for it; empty for nobody.
  public var author: String
  public var date: CalendarDate?
  /// In what prices its money is, in words: `real money of 2021`; empty where tables say it.
  public var prices: String

  public init(
    style: FigureStyle = FigureStyle(), subtitle: String = "", author: String = "",
    date: CalendarDate? = nil, prices: String = ""
  ) {
    self.style = style
    self.subtitle = subtitle
    self.author = author
    self.date = date
    self.prices = prices
  }

  /// The whole file, UTF-8.
  public func bytes(_ document: Document) -> [UInt8] {
    let words = HTMLWords(language: style.language)
    let title = document.title.isEmpty ? words.report : document.title
    let sections = HTMLSection.sections(document.blocks, style)
    var markup = HTMLMarkup()
    markup.reserve(64 * 1024)
    // Its first letters tell a page of this program from any other.
    markup.put("<!--Parkline-->\n<!DOCTYPE html>\n<html lang=\"")
    let language = style.language == .chinese ? "zh-CN" : "en"
    markup.put(text: language)
    markup.put("\" xml:lang=\"")
    markup.put(text: language)
    markup.put("\">\n")
    HTMLPage.head(title: title, author: author, into: &markup)
    markup.put("<body>\n<a class=\"skip\" href=\"#main\">")
    markup.put(text: words.skip)
    markup.put("</a>\n<main id=\"main\">\n")
    header(title, words, into: &markup)
    HTMLSection.contents(sections, words, into: &markup)
    var body = HTMLBody(style: style)
    for section in sections { body.add(section, to: &markup) }
    markup.put("</main>\n</body>\n</html>\n")
    return markup.bytes
  }

  private static func head(title: String, author: String, into markup: inout HTMLMarkup) {
    markup.put(
      """
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="generator" content="Parkline"/>

      """)
    if !author.isEmpty {
      markup.put("<meta name=\"author\" content=\"")
      markup.put(text: HTMLMarkup.line(author))
      markup.put("\"/>\n")
    }
    markup.put("<title>")
    markup.put(text: HTMLMarkup.line(title))
    markup.put("</title>\n<style>\n")
    markup.put(markup: HTMLStyle.sheet)
    markup.put("</style>\n</head>\n")
  }

  private func header(_ title: String, _ words: HTMLWords, into markup: inout HTMLMarkup) {
    markup.put("<header>\n<h1>")
    markup.put(text: HTMLMarkup.line(title))
    markup.put("</h1>\n")
    if !subtitle.isEmpty { markup.paragraph(subtitle, "subtitle") }
    if !author.isEmpty || date != nil || !prices.isEmpty {
      markup.put("<ul class=\"byline\">\n")
      if !author.isEmpty { markup.item(author) }
      if let date {
        markup.put("<li><time datetime=\"")
        markup.put(text: date.text)
        markup.put("\">")
        markup.put(text: words.date(date))
        markup.put("</time></li>\n")
      }
      if !prices.isEmpty { markup.item(prices) }
      markup.put("</ul>\n")
    }
    markup.put("</header>\n")
  }

}
