#!/usr/bin/env python3
"""Runs the recipes of Docs/Files.md with the tools that they are for.

    PYTHON Tests/CommandLine/recipes.py PROGRAM [TOOL ...]

PYTHON has the packages; R and LibreOffice are found in PATH. Each recipe prints what the program answers to
`print tax[2030]`, to the fen. A tool that is named has to be there; of others those that are not there are
left out, and that is said.
"""

import csv
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "Docs", "Files.md")
STUDY = '''
scenario "衢州智慧园" start=2024 end=2034
use china
city quzhou gdp=2125亿元
park p "园, 区" city=quzhou area=30ha
phase p1 park=p area=30ha investment=10亿元 start=2024 complete=2024
firm f "玩具厂" park=p sector=toys arrives=2025 total_tax=700万元 jobs=350
firm g park=p sector=digital arrives=2026 jobs=210
'''
# A part of a recipe that only it has, whether its tool is there, and how a block of it is run.
TOOLS = {
    "pandas": ("import pandas", lambda: has("pandas"), lambda block: python(block)),
    "polars": ("import polars", lambda: has("polars"), lambda block: python(block)),
    "duckdb": ("COPY (SELECT", lambda: has("duckdb"), lambda block: duckdb(block)),
    "r": ("read.csv(", lambda: shutil.which("Rscript"), lambda block: command(["Rscript", "-e", block])),
    "openpyxl": ("import openpyxl", lambda: has("openpyxl"), lambda block: python(block)),
    "libreoffice": ("soffice ", lambda: shutil.which("soffice"), lambda block: libreoffice(block)),
}


def has(package):
    return importlib.util.find_spec(package) is not None


def command(words):
    result = subprocess.run(words, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


def python(block):
    return command([sys.executable, "-c", block])


def duckdb(block):
    *before, last = [part for part in block.split(";") if part.strip()]
    code = "import duckdb\nfor one in %r: duckdb.sql(one)\nprint(duckdb.sql(%r).fetchall()[0][0])"
    return python(code % (before, last))


def libreoffice(block):
    command(["sh", "-c", block])
    with open(os.path.join("again", "tax.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    tax = next(row for row in rows if row[0].startswith("tax"))
    return tax[rows[0].index("2030")].replace(",", "")


def blocks(page):
    return re.findall(r"^```(?:python|sql|r|sh)\n(.*?)^```", page, re.M | re.S)


def main():
    program, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    found = blocks(page[page.index("## Recipes"):page.index("## SQLite")])
    export = next(block for block in found if "parkline study.park" in block)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("study.park", "w", encoding="utf-8") as file:
            file.write(STUDY)
        command(["sh", "-c", export.replace("parkline", "'%s'" % program, 1)])
        answer = command([program, "study.park", "-c", "print tax[2030]"])
        expected = Decimal(re.search(r"\(([0-9,]+\.[0-9]{2})\)", answer)[1].replace(",", ""))
        assert expected > 0
        count = 0
        for name, (mark, is_there, run) in TOOLS.items():
            block, = [block for block in found if mark in block]
            if not is_there():
                assert name not in wanted, "%s is not there" % name
                print("left out: %s is not there" % name)
                continue
            printed = Decimal(run(block).strip())
            assert printed == expected, (name, printed, expected)
            count += 1
        print("%d recipes print %s yuan" % (count, expected))


main()
