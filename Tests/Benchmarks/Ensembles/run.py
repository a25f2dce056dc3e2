#!/usr/bin/env python3
"""Times an ensemble end to end: numpy, numba and the program, one after another in one run; prints ratios.

    python3 run.py .build/release/parkline                       # 100,000 draws, 5 rounds
    python3 run.py .build/release/parkline --draws 20000 --rounds 1
    python3 run.py .build/release/parkline --sizes               # draws, firms and years at three sizes each

Each contender starts anew in each round, so what is timed has start-up, draws, runs, quantiles and the file with them in
it. numba's compiled code is in its cache before the first round. Seconds are of the clock; beside them stand those of
the processor, which say more where others use the machine.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

import make
import program
import study as s

FOLDER = os.path.dirname(os.path.abspath(__file__))
PEERS = ("numba", "numpy")


def timed(command):
    """Seconds of the clock and of the processor, and the most memory in MB, of a command."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=complaint)
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Contest:
    """What is run at one size."""

    def __init__(self, binary, draws, firms, years, threads, folder):
        self.draws, self.folder = draws, folder
        size = ["--draws", str(draws), "--firms", str(firms), "--years", str(years), "--threads", str(threads)]
        self.commands = {
            peer: [sys.executable, os.path.join(FOLDER, "peer.py"), peer, *size, "--out", os.path.join(folder, f"{peer}.csv")]
            for peer in PEERS}
        script = os.path.join(folder, f"workload-{firms}-{years}.park")
        with open(script, "w") as file:
            file.write(make.script(s.study(firms, years)))
        wanted = ", ".join(program.METRICS)
        self.commands["program"] = [
            binary, "--no-rc", script, "-c",
            f"ensemble draws={draws}; export {os.path.join(folder, 'program.csv')} {wanted} layout=tidy"]

    def warm(self):
        """Fills numba's cache."""
        subprocess.run([*self.commands["numba"], "--draws", "64"], cwd=FOLDER, check=True)

    def measure(self, rounds, contenders):
        """Medians of each contender, from rounds in which each takes its turn."""
        found = {name: [] for name in contenders}
        for _ in range(rounds):
            for name in contenders:
                found[name].append(timed(self.commands[name]))
        return {name: tuple(statistics.median(column) for column in zip(*runs)) for name, runs in found.items()}


def knows_ensembles(binary):
    done = subprocess.run([binary, "--no-rc", "-c", "help ensemble"], capture_output=True)
    return done.returncode == 0


def plain_run(binary, folder, runs=20):
    """Seconds of one run of the scenario at the prompt: an edit and the question after it, start-up taken off."""
    script = os.path.join(folder, "plain.park")
    values = [9.8, 1.0, 0.75, 0.04, 1.0, 0.05, 0.8, 1.0]
    with open(script, "w") as file:
        file.write(make.script(s.study(), values))

    def seconds(count):
        edits = "; ".join(f"set trend={0.04 + step / 1e5!r}; print tax[{s.START}]" for step in range(count))
        return statistics.median(timed([binary, "--no-rc", script, "-c", edits or "now"])[0] for _ in range(3))
    return (seconds(runs) - seconds(0)) / runs


def show(title, draws, found):
    print(f"\n{title}\n")
    print("| | seconds | of the processor | µs a draw | MB | times the program |")
    print("|---|---|---|---|---|---|")
    for name, (clock, processor, memory) in found.items():
        ratio = f"{clock / found['program'][0]:.1f}" if "program" in found else ""
        print(f"| {name} | {clock:.2f} | {processor:.2f} | {clock / draws * 1e6:.1f} | {memory:.0f} | {ratio} |", flush=True)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("program")
    asked.add_argument("--draws", type=int, default=100_000)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--contenders", default="numba,numpy,program")
    asked.add_argument("--sizes", action="store_true", help="three sizes of draws, firms and years")
    chosen = asked.parse_args()
    binary = os.path.abspath(chosen.program)
    contenders = chosen.contenders.split(",")
    with tempfile.TemporaryDirectory() as folder:
        if "program" in contenders and not knows_ensembles(binary):
            contenders.remove("program")
            print(f"The program has no ensembles yet; a plain run takes {plain_run(binary, folder) * 1e6:.0f} µs.")
        sizes = [(chosen.draws, 64, 30)]
        if chosen.sizes:
            sizes = [(chosen.draws // 4, 64, 30), (chosen.draws // 2, 64, 30), *sizes,
                     *((chosen.draws // 4, firms, 30) for firms in (32, 128)),
                     *((chosen.draws // 4, 64, years) for years in (15, 60))]
        print(f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; {chosen.threads} threads; "
              f"medians of {chosen.rounds} rounds.")
        for draws, firms, years in sizes:
            contest = Contest(binary, draws, firms, years, chosen.threads, folder)
            if "numba" in contenders:
                contest.warm()
            show(f"{draws:,} draws, {firms} firms, {years} years", draws, contest.measure(chosen.rounds, contenders))


if __name__ == "__main__":
    main()
