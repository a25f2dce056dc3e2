#!/usr/bin/env python3
"""One peer from start to end: draws, runs, mean and five quantiles of four metrics for every year.

    python3 peer.py numba --draws 100000 --out numba.csv
    python3 peer.py numpy --draws 100000 --values values.npy

Draws are scrambled points of Sobol' (scipy) unless a file has the values of the inputs, one row a draw. `--rounded` rounds
amounts to the fen as the program does. `--seconds` says on standard error where the time went.
"""

import argparse
import csv
import os
import sys
import time

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
NAMES = ("tax", "net_local", "jobs", "investment")


def options():
    asked = argparse.ArgumentParser()
    asked.add_argument("peer", choices=("numba", "numpy"))
    asked.add_argument("--draws", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--firms", type=int, default=64)
    asked.add_argument("--years", type=int, default=30)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--values")
    asked.add_argument("--rounded", action="store_true")
    asked.add_argument("--seconds", action="store_true")
    asked.add_argument("--out")
    return asked.parse_args()


def statistics(found, threads):
    """Mean and quantiles of each metric and year, shaped (metric, year, statistic)."""
    import numpy as np
    from concurrent.futures import ThreadPoolExecutor
    rows = found.reshape(-1, found.shape[-1])

    def one(row):
        return [row.mean(), *np.quantile(row, QUANTILES)]
    with ThreadPoolExecutor(threads) as pool:
        return np.array(list(pool.map(one, rows))).reshape(found.shape[:-1] + (-1,))


def main():
    asked = options()
    # Both peers spread draws over threads; a library's own threads would only get in their way.
    os.environ.update(OPENBLAS_NUM_THREADS="1", NUMBA_NUM_THREADS=str(asked.threads))
    times = [("", time.perf_counter())]

    def done(what):
        times.append((what, time.perf_counter()))
    import numpy as np
    import inputs
    import study as s
    if asked.peer == "numba":
        import peer_numba as peer
    else:
        import peer_numpy as peer
    done("imports")
    values = np.load(asked.values) if asked.values else inputs.values(inputs.points(asked.draws, asked.seed))
    done("draws")
    found = peer.metrics(s.study(asked.firms, asked.years), values, asked.rounded, threads=asked.threads)
    done("runs")
    table = statistics(found, asked.threads)
    done("statistics")
    if asked.out:
        with open(asked.out, "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["metric", "year", "mean"] + [f"p{round(100 * share)}" for share in QUANTILES])
            for metric, name in enumerate(NAMES):
                for year in range(asked.years):
                    writer.writerow([name, s.START + year, *(repr(float(value)) for value in table[metric, year])])
    if asked.seconds:
        for (_, before), (what, after) in zip(times, times[1:]):
            print(f"{what} {after - before:.3f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
