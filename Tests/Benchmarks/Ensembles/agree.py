#!/usr/bin/env python3
"""Compares the peers with the program, figure by figure.

    python3 agree.py .build/release/parkline [--points 40] [--firms 64] [--years 30]

Money has to agree to a fen in rounded runs, or to 1e-9, whichever is more; jobs to 1e-9.
"""

import argparse

import numpy as np

import inputs
import peer_numba
import peer_numpy
import program
import study as s

BOUND = 1e-9
NAMES = ("tax", "net_local", "jobs", "investment")


def largest(found, expected):
    """For each metric the largest relative difference, and of money the largest in fen."""
    difference = np.abs(found - expected)
    scale = np.maximum(np.abs(expected), 1e-300)
    relative = np.where(difference <= 0.0101, 0.0, difference / scale)
    relative[:, 2] = (difference / scale)[:, 2]
    return relative, difference


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--points", type=int, default=40)
    options.add_argument("--firms", type=int, default=64)
    options.add_argument("--years", type=int, default=30)
    options.add_argument("--peers", default="numba,numpy")
    chosen = options.parse_args()
    study = s.study(chosen.firms, chosen.years)
    # Values are read back from the script, so both start from the same numbers.
    values = inputs.values(inputs.points(chosen.points, seed=7))
    expected = np.array([program.metrics(chosen.program, study, row) for row in values])
    worst = 0.0
    for name in chosen.peers.split(","):
        peer = {"numba": peer_numba, "numpy": peer_numpy}[name]
        for rounded in (True, False):
            found = np.moveaxis(peer.metrics(study, values, rounded), 2, 0)
            relative, difference = largest(found, expected)
            print(f"{name}, {'rounded' if rounded else 'not rounded'}:")
            for metric, title in enumerate(NAMES):
                draw, year = np.unravel_index(relative[:, metric].argmax(), relative[:, metric].shape)
                print(f"  {title:10} largest {relative[draw, metric, year]:.1e} (draw {draw}, {s.START + year}: program "
                      f"{expected[draw, metric, year]!r}, peer {found[draw, metric, year]!r}), "
                      f"largest absolute {difference[:, metric].max():.2g}")
            if rounded:
                worst = max(worst, relative.max())
    print(f"{chosen.points} draws of {chosen.firms} firms over {chosen.years} years: "
          + ("agree" if worst <= BOUND else "DIFFER"))
    raise SystemExit(int(worst > BOUND))


if __name__ == "__main__":
    main()
