#!/usr/bin/env python3
"""How long `export FILE.sqlite` takes beside SQLite's own prepared inserts of the same rows into the same tables.

    python3 Tests/Benchmarks/Files/sqlite.py [.build/release/parkline] [ROWS]

Needs a C compiler, libsqlite3-dev and the release program. The time of the program is that of the whole export less
that of a run that writes one figure; it includes asking the run for its figures. Both write to the same disk, in turn.
"""

import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from firms import FIGURES, write

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS, YEARS = 5, 25


def seconds(command, folder):
    start = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.monotonic() - start


def main():
    count = ROWS // (len(FIGURES) * YEARS)
    with tempfile.TemporaryDirectory(dir=os.getcwd()) as folder:
        peer = os.path.join(folder, "inserts")
        subprocess.run(["cc", "-O2", "-o", peer, os.path.join(HERE, "inserts.c"), "-lsqlite3"], check=True)
        write(os.path.join(folder, "many.park"), count, YEARS)
        def export(figures):
            return [PROGRAM, "many.park", "-c", f"export a.sqlite {figures}"]

        ours, base, theirs = [], [], []
        for _ in range(ROUNDS):
            for command, times in [(export("tax years=2020"), base), (export(", ".join(FIGURES) + " by=firm"), ours)]:
                if os.path.exists(os.path.join(folder, "a.sqlite")):
                    os.remove(os.path.join(folder, "a.sqlite"))
                times.append(seconds(command, folder))
            with sqlite3.connect(os.path.join(folder, "a.sqlite")) as database:
                schema = [sql for (sql,) in database.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
                if not theirs:
                    with open(os.path.join(folder, "rows"), "w") as file:
                        for row in database.execute('SELECT * FROM "values"'):
                            file.write("\t".join("" if cell is None else repr(cell) if isinstance(cell, float)
                                                 else str(cell) for cell in row) + "\n")
            database.close()
            other = os.path.join(folder, "b.sqlite")
            if os.path.exists(other):
                os.remove(other)
            with sqlite3.connect(other) as database:
                for sql in schema:
                    database.execute(sql)
            database.close()
            answer = subprocess.run([peer, other, os.path.join(folder, "rows")], check=True, capture_output=True, text=True)
            count, own = answer.stdout.split()
            theirs.append(float(own))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        middle = statistics.median
        own = middle(ours) - middle(base)
        print(f"{count} values: {own:.2f} s, prepared inserts {middle(theirs):.2f} s, ratio {own / middle(theirs):.2f}; "
              f"at most {memory:.0f} MB")


if __name__ == "__main__":
    main()
