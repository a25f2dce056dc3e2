#!/usr/bin/env python3
"""How fast the release program is, as ratios and differences taken in one run of hyperfine.

    python3 Tests/Benchmarks/run.py [.build/release/parkline]

Needs hyperfine and sqlite3. Prints a Markdown table; Docs/Benchmarks.md keeps one with its date and machine.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECTORS = "toys paper electronics medicine materials equipment digital platform logistics".split()
EDITS = 10


def firms(count, years=30):
    """A park of so many named firms, with a line and agglomeration, as a script."""
    dice = random.Random(1)
    lines = [
        f"scenario \"{count} firms\" start=2020 end={2019 + years}",
        "use china",
        "city q gdp=2125亿元/year core=z",
        "city z gdp=20059亿元/year",
        "travel q-z from=q to=z time=75min",
        "rail line from=q to=[z] opens=2025 saves=10min",
        f"park p city=q area={2 * count}ha reference_jobs=5000",
    ]
    for index in range(count):
        lines.append(
            f"firm f-{index} park=p sector={dice.choice(SECTORS)} arrives={dice.randint(2020, 2044)} "
            f"jobs={dice.randint(20, 300)}")
    return "\n".join(lines) + "\n"


def layout_rates(folder):
    """Millions of tokens a second that `fmt --check` reads and lays out, by lines of a script laid out already."""
    rates = []
    for count in (1_000, 10_000, 100_000):
        path = os.path.join(folder, f"layout-{count}.park")
        with open(path, "w") as file:
            file.write(firms(count))
        subprocess.run([PROGRAM, "fmt", path], check=True)
        [empty, seconds] = medians([f"{PROGRAM} -c quit", f"{PROGRAM} fmt --check {path}"], runs=10)
        # `firm NAME`, four attributes of three tokens, and the end of the line.
        rates.append((count, 15 * count / (seconds - empty) / 1e6))
    return rates


def declarations(count):
    """So many declarations of firms, each of 20 tokens, without a span: they are read and built, not run."""
    lines = ["use china", "park p area=1000ha"]
    for index in range(count):
        lines.append(
            f"firm firm-{index} \"企业 {index}\" park=p sector=digital arrives=2020-{index % 12 + 1:02d} "
            f"jobs={index % 300 + 1} investment={index % 70 + 1}百万元")
    return "\n".join(lines) + "\n"


# The tokens of such a line: three words and texts, five attributes of three, one unit, one end.
TOKENS = 20


def stream(years=30, firms=0):
    """One cohort of monthly vintages over all the years, or so many firms that come in the first."""
    lines = firms_head(years, firms)
    if firms:
        lines += [f"firm f-{n} park=p sector=toys arrives=2020 jobs=60" for n in range(firms)]
    else:
        lines.append(f"cohort c park=p sector=toys from=2020 until={2019 + years} firms=600 jobs=60")
    return "\n".join(lines) + "\n"


def firms_head(years, count):
    return ["scenario \"stream\" start=2020 end=" + str(2019 + years), "use china", "city q gdp=2125亿元/year core=z",
            "city z gdp=20059亿元/year", "travel q-z from=q to=z time=75min", "rail line from=q to=[z] opens=2025 saves=10min",
            "park p city=q area=900ha reference_jobs=5000"]


def medians(commands, runs=40):
    """The median seconds of each command, all measured in one call."""
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        subprocess.run(
            ["hyperfine", "-N", "--style", "none", "--warmup", "5", "--runs", str(runs), "--export-json", result.name]
            + commands, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [entry["median"] for entry in json.load(result)["results"]]


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for count in (500, 1_000, 5_000, 20_000):
            paths[count] = os.path.join(folder, f"{count}.park")
            with open(paths[count], "w") as file:
                file.write(firms(count))
        edits = "; ".join(f"set f-1 jobs={50 + n}; print tax[2049]" for n in range(EDITS))
        once = "print tax[2049]"
        quzhou = os.path.join(ROOT, "Scenarios/quzhou-smart-industry-park.park")
        quit, sqlite, replay, base, edited = medians([
            f"{PROGRAM} -c quit", "sqlite3 :memory: 'select 1'", f"{PROGRAM} {quzhou}",
            f"{PROGRAM} {paths[500]} -c '{once}'", f"{PROGRAM} {paths[500]} -c '{once}; {edits}'"])
        one, five, twenty = medians([f"{PROGRAM} {paths[n]}" for n in (1_000, 5_000, 20_000)], runs=7)
        # What thirty years of a scenario cost beside its first: the run again after an edit, with and without.
        rerun = {}
        for name, text in (("cohort", stream()), ("firms", stream(firms=40))):
            path = os.path.join(folder, f"{name}.park")
            with open(path, "w") as file:
                file.write(text)
            change = "set p area=899ha; print tax[2049]; set p area=900ha; print tax[2049]; "
            few, many = medians([f"{PROGRAM} {path} -c '{once}; {change * n}'" for n in (1, 51)], runs=20)
            rerun[name] = (many - few) / 100
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        subprocess.run([PROGRAM, paths[20_000]], check=True, stdout=subprocess.DEVNULL)
        peak = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
        rates = layout_rates(folder)
        scripts = {}
        for count in (1_000, 10_000, 100_000):
            scripts[count] = os.path.join(folder, f"declarations-{count}.park")
            with open(scripts[count], "w") as file:
                file.write(declarations(count))
        # What starting takes is no reading.
        read = [median - quit for median in medians([f"{PROGRAM} {path} -c quit" for path in scripts.values()], runs=7)]
    rows = [
        ("`parkline -c quit` against `sqlite3 :memory: 'select 1'`", f"{quit / sqlite:.2f} times", "3 times"),
        ("`parkline -c quit`", f"{quit * 1000:.1f} ms", ""),
        ("the Quzhou scenario replayed, with its tables", f"{replay * 1000:.1f} ms", "30 ms"),
        ("500 firms, 30 years: run again after an edit", f"{(edited - base) / EDITS * 1000:.1f} ms", "20 ms"),
        ("500 firms: read, run, one figure", f"{base * 1000:.1f} ms", ""),
        ("1,000 firms: read and run", f"{one * 1000:.0f} ms", ""),
        ("5,000 firms: read and run", f"{five * 1000:.0f} ms", ""),
        ("20,000 firms: read and run, the whole ledger", f"{twenty * 1000:.0f} ms", "1,000 ms"),
        ("20,000 firms against 5,000", f"{twenty / five:.2f} times", ""),
        ("20,000 firms: memory at most", f"{peak / 1024:.0f} MiB", "1,024 MiB"),
        ("a cohort of 360 monthly vintages: run again", f"{rerun['cohort'] * 1000:.2f} ms", ""),
        ("40 firms: run again", f"{rerun['firms'] * 1000:.2f} ms", ""),
        ("that cohort against 40 firms", f"{rerun['cohort'] / rerun['firms']:.2f} times", "1 time"),
    ]
    for count, rate in rates:
        rows.append((f"`fmt`: {count:,} lines laid out", f"{rate:.1f} million tokens a second", "at least 1"))
    for count, reading in zip(scripts, read):
        rows.append((
            f"{count:,} declarations of firms: read and built", f"{reading * 1000:.0f} ms, "
            f"{count * TOKENS / reading / 1e6:.1f} million tokens a second", "at least 1"))
    print("| what | median | at most |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
