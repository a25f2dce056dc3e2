#!/usr/bin/env python3
"""Measures pictures and pages in Chromium: no text of a picture covers another, and no page is wider than its
window.

    python3 Tests/CommandLine/boxes.py PROGRAM [FOLDER]

Writes the pictures of each kind and the reports of the studies, in English and Chinese, and opens them at
1,200, 900 and 400 pixels without a network. With FOLDER a screenshot of each is left there to be looked at.
Without chromium: exit code 77.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

STUDIES = ["quzhou-smart-industry-park", "mountain-ocean", "longyou-toy-plant"]
PICTURES = [
    "tax, tax.local", "tax by=sector kind=areas", "jobs by=firm", "tax by=tax kind=waterfall",
    "tax, tax.local kind=bars every=5y", "tax by=firm kind=bars every=5y", "tax[2030] kind=tornado",
]
WIDTHS = [1200, 900, 400]
# Texts of one picture that share more than a pixel each way, and how far the page reaches beyond its window.
SCRIPT = """
<script>
addEventListener('load', () => {
  const found = []
  let count = 0
  for (const picture of document.querySelectorAll('svg')) {
    const boxes = [...picture.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()])
      .filter(([text, box]) => box.width > 0 && text.textContent.trim())
    count += boxes.length
    boxes.forEach(([text, a], index) => {
      for (const [other, b] of boxes.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        const lines = Math.min(a.height, b.height)
        if (across > 1 && down > 1 + lines / 4) found.push([text.textContent, other.textContent])
      }
    })
  }
  const beyond = document.documentElement.scrollWidth - innerWidth
  document.title = 'boxes ' + JSON.stringify({count, beyond, found: found.slice(0, 5)})
})
</script>
"""


def chromium(page, width, *options):
    return subprocess.run(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         "--host-resolver-rules=MAP * ~NOTFOUND", "--window-size=%d,2000" % width, *options, "file://" + page],
        capture_output=True, text=True, check=False, timeout=120).stdout


def measured(path, width):
    """What the script says of a page or a picture."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".svg"):
        text = "<!DOCTYPE html><html><body style='margin:0'>%s</body></html>" % text.split("?>", 1)[1]
    # What the page itself forbids is allowed to the script that measures it.
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    copy = path + ".measured.html"
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", SCRIPT + "</body>"))
    said = re.search(r"<title>boxes (.*?)</title>", chromium(copy, width, "--dump-dom"))
    assert said, "%s says nothing at %d" % (path, width)
    text = said[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return json.loads(text)


def main():
    if not shutil.which("chromium"):
        print("chromium is not installed")
        sys.exit(77)
    program = os.path.abspath(sys.argv[1])
    shots = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "Scenarios"))
    texts = 0
    with tempfile.TemporaryDirectory() as folder:
        for study in STUDIES:
            with open(os.path.join(root, study + ".park"), encoding="utf-8") as file:
                script = "".join(line for line in file if not line.startswith("export "))
            for language in ["en", "zh"]:
                stem = "%s-%s" % (study, language)
                script_path = os.path.join(folder, stem + ".park")
                with open(script_path, "w", encoding="utf-8") as file:
                    file.write(script)
                statements = ["format headings=%s" % language, "report %s.html language=%s" % (stem, language)]
                statements += ["export %s-%d.svg %s" % (stem, place, words) for place, words in enumerate(PICTURES)]
                result = subprocess.run(
                    [program, script_path, "-c", "; ".join(statements)], cwd=folder, capture_output=True,
                    text=True, check=False)
                assert result.returncode == 0, result.stderr
                for name in sorted(name for name in os.listdir(folder) if name.startswith(stem)
                                   and name.endswith((".svg", ".html")) and "measured" not in name):
                    path = os.path.join(folder, name)
                    for width in WIDTHS if name.endswith(".html") else WIDTHS[:1]:
                        said = measured(path, width)
                        assert said["count"] > 0 and not said["found"], (name, width, said)
                        assert name.endswith(".svg") or said["beyond"] <= 0, (name, width, said)
                        texts += said["count"]
                        if shots:
                            shot = os.path.join(shots, "%s-%d.png" % (name, width))
                            chromium(path, width, "--screenshot=" + shot)
    print("%d texts, none over another" % texts)


main()
