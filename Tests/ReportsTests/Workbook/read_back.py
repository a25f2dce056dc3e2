"""Reads a workbook with openpyxl, and its texts by the standard library alone, and compares them with
what was written: `read_back.py FILE.xlsx EXPECTED.json`. `read_back.py --sums FILE.xlsx EXPECTED.json` adds
up again what formulas add up. Without arguments it says whether it can."""

import datetime
import decimal
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def escaped(text):
    """A text as cells hold it: ECMA-376 22.9.2.19."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", lambda m: f"_x{ord(m[0]):04X}_", text)


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def check(holds, *what):
    if not holds:
        sys.exit("not as written: " + " ".join(ascii(one)[:300] for one in what))


def shared(file):
    """The texts of a workbook, as the standard says that they are read."""
    with zipfile.ZipFile(file) as parts:
        check(parts.testzip() is None, "a sum of the zip file")
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))
        root = ElementTree.fromstring(parts.read("xl/sharedStrings.xml"))
        sheets = [
            ElementTree.fromstring(parts.read(f"xl/worksheets/sheet{index + 1}.xml"))
            for index in range(sum(n.startswith("xl/worksheets/sheet") for n in parts.namelist()))
        ]
    texts = [unescaped(item.find(MAIN + "t").text or "") for item in root]
    check(len(texts) == len(set(texts)) == int(root.get("uniqueCount")), "each text once")
    cells = [
        {c.get("r"): c for c in sheet.iter(MAIN + "c")} for sheet in sheets
    ]
    uses = sum(c.get("t") == "s" for sheet in cells for c in sheet.values())
    check(uses == int(root.get("count")), "uses of texts")
    return texts, cells


def main(file, expected):
    with open(expected, encoding="utf-8") as stream:
        expected = json.load(stream)
    texts, raw = shared(file)
    formulas = openpyxl.load_workbook(file)
    values = openpyxl.load_workbook(file, data_only=True)
    names = [sheet["name"] for sheet in expected["sheets"]]
    check(formulas.sheetnames == names, formulas.sheetnames, names)
    for key, value in expected["properties"].items():
        own = getattr(formulas.properties, key)
        check(own == value or str(own) == value, key, own, value)
    count = 0
    for sheet, cells in zip(expected["sheets"], raw):
        own, plain = formulas[sheet["name"]], values[sheet["name"]]
        check((own.freeze_panes or "") == sheet["frozen"], own.freeze_panes, sheet["frozen"])
        check(len(own._charts) == sheet["charts"], sheet["name"], "charts", len(own._charts))
        for name, (kind, *what) in sheet["cells"].items():
            count += 1
            cell, value = own[name], plain[name].value
            if kind == "text":
                # openpyxl takes away what protects an escape, and leaves escapes as they are.
                check((value or "") == escaped(what[0]).replace("x005F_", ""), name, value, what)
                check(cell.data_type in "sn" and cells[name].get("t") == "s", name, "is a text")
                read = texts[int(cells[name].find(MAIN + "v").text)]
                check(read == what[0], name, read, what)
            elif kind == "number":
                check(value == what[0] and type(value) in (int, float), name, value, what)
            elif kind == "share":
                check(value == what[0] and cell.number_format == "0.0%", name, value, what)
            elif kind == "money":
                written = cells[name].find(MAIN + "v").text
                check(decimal.Decimal(written) == decimal.Decimal(what[0]), name, written, what)
                check(re.fullmatch(r"-?\d+\.\d\d", written), name, written)
                check(value == float(what[0]), name, value, what)
                check(cell.number_format == "#,##0.00", name, cell.number_format)
            elif kind == "date":
                check(value == datetime.datetime.fromisoformat(what[0]), name, value, what)
                check(cell.is_date and "yyyy" in cell.number_format, name, cell.number_format)
            elif kind == "formula":
                check(cell.data_type == "f" and cell.value == what[0], name, cell.value, what)
                check(value == what[1], name, value, what)
            else:
                sys.exit(f"no such kind: {kind}")
        filled = {c.coordinate for row in own.iter_rows() for c in row if c.value is not None}
        check(filled <= set(sheet["cells"]), "cells that nobody wrote", filled - set(sheet["cells"]))
    print(f"{count} cells as written")


def added(raw, formula):
    """What `SUM(B2:D2)` or `SUM(B2,B5)` of the cells of a sheet comes to, exactly."""
    total = decimal.Decimal(0)
    for term in re.fullmatch(r"SUM\((.*)\)", formula)[1].split(","):
        first, last = (term.split(":") * 2)[:2]
        for column in range(column_of(first), column_of(last) + 1):
            for row in range(row_of(first), row_of(last) + 1):
                value = raw.get((row, column))
                total += value if value is not None else 0
    return total


def column_of(name):
    return openpyxl.utils.column_index_from_string(re.match("[A-Z]+", name)[0])


def row_of(name):
    return int(re.search("[0-9]+", name)[0])


def sums(file, expected):
    """Every formula is a sum and comes to the value that it carries; what is no formula comes to the fen
    to what was written."""
    with open(expected, encoding="utf-8") as stream:
        expected = json.load(stream)
    _, sheets = shared(file)
    count = 0
    for cells, (fen, places) in zip(sheets, expected):
        values, formulas = {}, {}
        for name, cell in cells.items():
            value = cell.find(MAIN + "v")
            if value is None or cell.get("t") == "s":
                continue
            place = row_of(name), column_of(name)
            values[place] = decimal.Decimal(value.text)
            if cell.find(MAIN + "f") is not None:
                formulas[place] = cell.find(MAIN + "f").text
        for place, formula in formulas.items():
            count += 1
            sum_ = added(values, formula)
            check(float(sum_) == float(values[place]), file, place, formula, sum_, values[place])
        plain = sum(value for place, value in values.items() if place not in formulas)
        check(plain.scaleb(places) == fen if values else fen == 0, file, plain, fen, places)
    print(f"{count} sums as carried")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--sums"]:
        sums(*sys.argv[2:])
    elif len(sys.argv) > 1:
        main(*sys.argv[1:])
