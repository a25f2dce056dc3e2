#!/usr/bin/env python3
"""Prints the code blocks of a page, so that what it says is what is run.

    page.py PAGE HEADING [LANGUAGE] [NUMBER]

HEADING is that of a section (`## HEADING`); of its blocks in LANGUAGE (sh) the one of NUMBER, from 1 on, or all.
"""

import re
import sys

page, heading = sys.argv[1:3]
language = sys.argv[3] if len(sys.argv) > 3 else "sh"
text = open(page, encoding="utf-8").read()
section = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.M | re.S)
if section is None:
    sys.exit(f"{page} has no section {heading}")
blocks = re.findall(rf"^```{language}$\n(.*?)^```$", section.group(1), re.M | re.S)
if len(sys.argv) > 4:
    blocks = blocks[int(sys.argv[4]) - 1:int(sys.argv[4])]
if not blocks:
    sys.exit(f"{page} has no such block in {heading}")
print("".join(blocks), end="")
