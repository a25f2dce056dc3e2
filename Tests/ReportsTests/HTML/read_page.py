"""Reads a page with Python's readers of HTML and of XML, and compares its texts with what was written:
`read_page.py PAGE.html EXPECTED.json`. Without arguments it says whether it can."""

import html.parser
import json
import re
import sys
import xml.etree.ElementTree as ElementTree

EMPTY = {"meta", "br", "rect", "path", "circle", "line"}
KNOWN = EMPTY | set(
    "html head title style body a main header h1 h2 p ul ol li time nav section div figure figcaption "
    "svg desc text tspan details summary table caption span thead tbody tr th td pre".split()
)


def check(holds, *what):
    if not holds:
        sys.exit("not as written: " + " ".join(ascii(one)[:300] for one in what))


class Page(html.parser.HTMLParser):
    """The texts of the elements whose names are asked for, and what must hold of every page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.ids = set()
        self.links = []
        self.labels = []
        self.texts = []
        # The same of what is folded away.
        self.folded = []

    def handle_starttag(self, name, attributes):
        check(name in KNOWN, "element", name)
        self.open.append((name, []))
        for key, value in attributes:
            check(not key.startswith("on") and key not in ("src", "style"), "attribute", key)
            if key == "id":
                check(value not in self.ids, "id twice", value)
                self.ids.add(value)
            if key == "href":
                check(value.startswith("#"), "link", value)
                self.links.append(value[1:])
            if key == "aria-labelledby":
                self.labels += value.split()

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)
        self.handle_endtag(name)

    def handle_endtag(self, name):
        check(self.open and self.open[-1][0] == name, "end of", name, self.open[-1:])
        text = "".join(self.open.pop()[1])
        within = any(other == "details" for other, _ in self.open)
        (self.folded if within else self.texts).append((name, text))
        if name in ("span", "tspan", "a", "time") and self.open:
            self.open[-1][1].append(text)

    def handle_data(self, text):
        if self.open:
            self.open[-1][1].append(text)

    def of(self, name):
        return [text for other, text in self.texts if other == name]


# What brings something from elsewhere, or runs.
FETCHING = {"script", "link", "img", "image", "iframe", "object", "embed", "audio", "video", "source", "base"}
REFERENCES = {"src", "srcset", "href", "action", "formaction", "data", "poster", "background", "ping"}


def main(file, expected):
    with open(file, encoding="utf-8", newline="") as stream:
        source = stream.read()
    with open(expected, encoding="utf-8") as stream:
        expected = json.load(stream)
    page = Page()
    page.feed(source)
    page.close()
    check(not page.open, "left open", page.open)
    for target in page.links + page.labels:
        check(target in page.ids, "nothing called", target)
    tree = ElementTree.fromstring(source.encode())
    for element in tree.iter():
        kind = element.tag.rpartition("}")[2]
        check(kind not in FETCHING, "fetches", kind)
        for name, value in element.attrib.items():
            name = name.rpartition("}")[2]
            check(name not in REFERENCES or value.startswith("#"), "a reference to elsewhere", name, value)
            check(not name.startswith("on"), "runs", name, value)
            check(name != "style" or "url(" not in value, "a reference to elsewhere", value)
        check(kind != "style" or not re.search(r"url\((?!#)|@import", element.text), "a style elsewhere")
    count = 0
    below = {e for details in tree.iter("details") for e in details.iter()}
    for name in expected.pop("folded", []):
        for reader, found in (
            ("html", [text for _, text in page.folded]),
            ("xml", ["".join(e.itertext()) for e in below]),
        ):
            check(any(text == name or text.startswith(name + " ") for text in found), reader, "folded", name)
        count += 1
    for name, texts in expected.items():
        for reader, found in (
            ("html", page.of(name)),
            ("xml", ["".join(e.itertext()) for e in tree.iter() if e.tag == name and e not in below]),
        ):
            check(len(found) == len(texts), reader, name, len(found), len(texts))
            for one, other in zip(found, texts):
                check(one == other, reader, name, one, other)
        count += len(texts)
    print(f"{count} texts as written")


if __name__ == "__main__" and len(sys.argv) > 1:
    main(*sys.argv[1:])
