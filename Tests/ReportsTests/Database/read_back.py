"""Reads a database of runs with Python's sqlite3 and compares it with what was written:
`read_back.py FILE.sqlite EXPECTED.json`."""

import json
import sqlite3
import sys


def check(holds, *what):
    if not holds:
        sys.exit("not as written: " + " ".join(ascii(one)[:300] for one in what))


def main(file, expected):
    with open(expected, encoding="utf-8") as stream:
        expected = json.load(stream)
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    check(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity")
    check(database.execute("PRAGMA foreign_key_check").fetchall() == [], "references")
    runs = database.execute(
        "SELECT scenario, branch, notes, script FROM runs ORDER BY id").fetchall()
    check(runs == [tuple(run) for run in expected["runs"]], "runs", runs, expected["runs"])
    rows = database.execute(
        """SELECT run, scope_kind, scope, scope_title, label, unit, period_start, period_end, statistic,
        value, fen FROM figures ORDER BY run, label, scope_kind, scope, scope_title, period_start,
        statistic""").fetchall()
    wanted = sorted((tuple(row) for row in expected["rows"]), key=lambda row: (
        row[0], *(row[place].encode() for place in (4, 1, 2, 3, 6)), (row[8] or "").encode()))
    check(len(rows) == len(wanted), "rows", len(rows), len(wanted))
    for own, other in zip(rows, wanted):
        check(own == other, own, other)
        check(type(own[10]) is type(other[10]), "fen", own, other)
    for (run,) in database.execute("SELECT DISTINCT run FROM figures").fetchall():
        own = database.execute("SELECT sum(fen) FROM figures WHERE run = ?", (run,)).fetchone()[0]
        sum_ = sum(row[10] for row in wanted if row[0] == run and row[10] is not None)
        check((own or 0) == sum_, "sum", run, own, sum_)
    print(f"{len(rows)} values as written")


if __name__ == "__main__":
    main(*sys.argv[1:])
