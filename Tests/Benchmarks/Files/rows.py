#!/usr/bin/env python3
"""How long `export FILE.csv … layout=tidy` takes for a million rows, beside polars' write_csv and DuckDB's COPY of the same rows.

    PYTHON Tests/Benchmarks/Files/rows.py [.build/release/parkline] [ROWS]

PYTHON has polars and duckdb. The time of the program is that of the whole export less that of one that writes a single
row, so it includes asking the run for its figures; the peers have theirs in memory. All write to the same disk, in
turn. Seconds are those of a clock and, in brackets, of the processor. The memory is what the program took at most in all,
with a million rows and with one.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb
import polars

from firms import FIGURES, write

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
ROUNDS, YEARS = 9, 25


def timed(work):
    """Seconds of the clock and of the processor, its children's too."""
    def used():
        return sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
                   for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    clock, processor = time.monotonic(), used()
    work()
    return time.monotonic() - clock, used() - processor


def main():
    count = ROWS // (len(FIGURES) * YEARS)
    with tempfile.TemporaryDirectory(dir=os.getcwd()) as folder:
        os.chdir(folder)
        write("many.park", count, YEARS)

        def export(figures):
            with open("memory", "w", encoding="utf-8") as report:
                subprocess.run(
                    ["/usr/bin/time", "-f", "%M", PROGRAM, "many.park", "-c", f"export a.csv {figures} layout=tidy --over"],
                    check=True, stdout=subprocess.DEVNULL, stderr=report)
            with open("memory", encoding="utf-8") as report:
                memory.append(int(report.read().split()[-1]) / 1024)

        memory = []
        every = ", ".join(FIGURES) + " by=firm"
        export(every)
        frame = polars.read_csv("a.csv")
        table = duckdb.connect()
        table.execute("CREATE TABLE rows AS SELECT * FROM read_csv('a.csv', all_varchar = false)")
        size = os.path.getsize("a.csv") / 1e6
        memory.clear()
        times = {"one row": [], "all rows": [], "polars": [], "DuckDB": []}
        for _ in range(ROUNDS):
            times["one row"].append(timed(lambda: export("tax years=2020")))
            times["all rows"].append(timed(lambda: export(every)))
            times["polars"].append(timed(lambda: frame.write_csv("b.csv")))
            times["DuckDB"].append(timed(lambda: table.execute("COPY rows TO 'c.csv' (HEADER)")))
        middle = {name: [statistics.median(one) for one in zip(*pairs)] for name, pairs in times.items()}
        own = [all_rows - one for all_rows, one in zip(middle["all rows"], middle["one row"])]
        print(f"{frame.height} rows, {size:.0f} MB: {own[0]:.3f} s ({own[1]:.3f})")
        for peer in ("polars", "DuckDB"):
            print(f"{peer}: {middle[peer][0]:.3f} s ({middle[peer][1]:.3f}), "
                  f"{middle[peer][0] / own[0]:.2f} times as long ({middle[peer][1] / own[1]:.2f})")
        print(f"memory at most: {max(memory[1::2]):.0f} MB, with one row {max(memory[::2]):.0f} MB")


if __name__ == "__main__":
    main()
