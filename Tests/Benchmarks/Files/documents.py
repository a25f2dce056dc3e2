#!/usr/bin/env python3
"""How long a workbook, a report and a plot take.

    PYTHON Tests/Benchmarks/Files/documents.py [.build/release/parkline]

PYTHON has openpyxl and XlsxWriter. Times of the program are those of the whole statement less those of a program that
reads the same script and runs it (`print tax[2020]`). The workbook is ten figures of 400 firms in 25 years; the peers write the
same cells (numbers, days, names), without its units, notes, formulas, chart and sheet of assumptions: openpyxl as it is usually
used and write-only, XlsxWriter in constant memory.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

import openpyxl
import xlsxwriter

from firms import FIGURES, write

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
STUDY = os.path.abspath("Scenarios/quzhou-smart-industry-park.park")
ROUNDS, FIRMS, YEARS, MANY = 7, 400, 25, 40


def seconds(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


def openpyxl_whole(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save("whole.xlsx")


def openpyxl_only(rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save("only.xlsx")


def xlsxwriter_constant(rows):
    book = xlsxwriter.Workbook("constant.xlsx", {"constant_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write_datetime(number, column, value, day)
            else:
                sheet.write(number, column, value)
    book.close()


def main():
    with tempfile.TemporaryDirectory(dir=os.getcwd()) as folder:
        os.chdir(folder)
        write("firms.park", FIRMS, YEARS)

        def run(script, *statements):
            return lambda: subprocess.run([PROGRAM, script, "-c", "; ".join(statements)], check=True, capture_output=True)

        workbook = f"export a.xlsx {', '.join(FIGURES)} by=firm --over"
        run("firms.park", workbook)()
        sheet = openpyxl.load_workbook("a.xlsx", data_only=True).worksheets[0]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        works = {
            "firms": run("firms.park", "print tax[2020]"), "workbook": run("firms.park", workbook),
            "openpyxl": lambda: openpyxl_whole(rows), "openpyxl, write-only": lambda: openpyxl_only(rows),
            "XlsxWriter": lambda: xlsxwriter_constant(rows),
            "study": run(STUDY, "print tax[2030]"), "report": run(STUDY, "report a.html --over"),
            "plot": run(STUDY, *["plot tax, tax.local"] * MANY),
            "plot by sector": run(STUDY, *["plot tax by=sector kind=areas"] * MANY),
        }
        times = {name: [] for name in works}
        for _ in range(ROUNDS):
            for name, work in works.items():
                times[name].append(seconds(work))
        middle = {name: statistics.median(times[name]) for name in works}
        own = middle["workbook"] - middle["firms"]
        print(f"workbook of {len(rows)} rows and {len(rows[2])} columns: {own * 1000:.0f} ms")
        for peer in ("openpyxl", "openpyxl, write-only", "XlsxWriter"):
            print(f"{peer}: {middle[peer] * 1000:.0f} ms, {middle[peer] / own:.1f} times as long")
        for name, count in (("report", 1), ("plot", MANY), ("plot by sector", MANY)):
            each = (middle[name] - middle["study"]) / count
            print(f"{name}: {each * 1000:.1f} ms beside the run of {middle['study'] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
