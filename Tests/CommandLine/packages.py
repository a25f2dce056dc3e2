#!/usr/bin/env python3
"""Holds the packages that `export --package` writes against Frictionless, and against Python.

    PYTHON Tests/CommandLine/packages.py PROGRAM

PYTHON has frictionless 5. Each format and many names are exported into one folder; Frictionless finds the
package valid, and each file invalid once one byte of it is flipped; Python's hashlib, csv and json read
the same bytes, columns and rows; `verify` agrees. Without frictionless: exit code 77.
"""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile

try:
    import frictionless
except ImportError:
    print("frictionless is not installed")
    sys.exit(77)

SCRIPT = r'''
scenario "衢州 \"智慧\" 园" start=2020 end=2024
use china
park p "园，区" area=9ha
firm f "=SUM(A1), \"玩具\"" park=p sector=toys arrives=2021 jobs=30
firm g "a	tab, a \\ and it's" park=p sector=digital arrives=2022 jobs=20 to 40
'''
EXPORTS = [
    ("tax.csv", "tax, jobs by=firm"), ("excel.csv", "tax by=firm --excel"), ("raw.csv", "tax by=firm --raw"),
    ("税收.tsv", "tax, local_share by=firm"), ("tax.tsv", "tax layout=tidy"), ("tidy.csv", "tax, jobs layout=tidy by=firm"),
    ("steps.csv", "tax per=step"), ("rows.json", "tax layout=tidy"), ("lines.ndjson", "tax by=firm"),
    ("a b, 'c'.csv", "jobs --nominal"), ("book.xlsx", "tax"), ("page.md", "tax"), ("curve.svg", "tax"),
]


def run(program, folder, *arguments, text=None):
    return subprocess.run(
        [program, *arguments], cwd=folder, input=text, capture_output=True, text=True, check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1800000000"})


def errors(folder):
    report = frictionless.validate(os.path.join(folder, "datapackage.json"))
    return report.flatten(["name", "rowNumber", "type", "message"])


def rows(name, data, dialect):
    text = data.decode("utf-8-sig")
    if name.endswith(".csv"):
        return list(csv.reader(io.StringIO(text, newline="")))
    if name.endswith(".tsv"):
        return [line.split(dialect["delimiter"]) for line in text.splitlines()]
    items = json.loads(text) if name.endswith(".json") else [json.loads(line) for line in text.splitlines()]
    return [list(items[0])] + [list(item.values()) for item in items]


def check_resource(folder, resource):
    name = resource["path"]
    with open(os.path.join(folder, name), "rb") as file:
        data = file.read()
    assert resource["bytes"] == len(data), name
    assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest(), name
    if "schema" not in resource:
        return
    found = rows(name, data, resource.get("dialect"))
    assert [field["name"] for field in resource["schema"]["fields"]] == found[0], name
    for field, cells in zip(resource["schema"]["fields"], zip(*found[1:])):
        for cell in cells:
            if field["type"] == "number" and cell not in ("", None):
                float(cell)
            if field["type"] == "date":
                assert len(cell) == 10 and cell[4] == cell[7] == "-", cell


def together(program, count=12):
    """Programs that export into one folder at the same moment keep each other's receipts."""
    with tempfile.TemporaryDirectory() as folder:
        begun = [
            subprocess.Popen(
                [program, "-"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, text=True)
            for _ in range(count)]
        for number, one in enumerate(begun):
            one.stdin.write(SCRIPT + f"export {number}.csv tax --package\n")
            one.stdin.flush()
        for one in begun:
            one.stdin.close()
        assert [one.wait() for one in begun] == [0] * count
        with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
            listed = [resource["path"] for resource in json.load(file)["resources"]]
        assert sorted(listed) == sorted(f"{number}.csv" for number in range(count)), listed


def main(program):
    program = os.path.abspath(program)
    together(program)
    with tempfile.TemporaryDirectory() as folder:
        script = SCRIPT + "".join(f'export "{name}" {what} --package\n' for name, what in EXPORTS)
        written = run(program, folder, text=script)
        assert written.returncode == 0, written.stderr
        path = os.path.join(folder, "datapackage.json")
        with open(path, encoding="utf-8") as file:
            package = json.load(file)
        assert package["created"] == "2027-01-15T08:00:00Z", package["created"]
        assert sorted(r["path"] for r in package["resources"]) == sorted(name for name, _ in EXPORTS)
        assert not errors(folder), errors(folder)
        for resource in package["resources"]:
            check_resource(folder, resource)
        names = [name for name, _ in EXPORTS]
        good = run(program, folder, "verify", *names)
        assert good.returncode == 0, good.stdout + good.stderr
        with open(path, "rb") as file:
            before = file.read()
        again = run(program, folder, text=script)
        with open(path, "rb") as file:
            assert again.returncode == 0 and file.read() == before, "the same export changed the package"
        for name in names:
            whole = os.path.join(folder, name)
            with open(whole, "rb") as file:
                data = file.read()
            flipped = bytearray(data)
            flipped[len(data) // 2] ^= 1
            with open(whole, "wb") as file:
                file.write(flipped)
            assert errors(folder), f"frictionless does not see what changed in {name}"
            bad = run(program, folder, "verify", name)
            assert bad.returncode == 3 and "receipt-differs" in bad.stderr, (name, bad.stderr)
            with open(whole, "wb") as file:
                file.write(data)
        assert not errors(folder)
    print(f"{len(EXPORTS)} files: valid, and none with a byte flipped")


if __name__ == "__main__":
    main(sys.argv[1])
