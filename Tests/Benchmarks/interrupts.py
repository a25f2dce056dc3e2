#!/usr/bin/env python3
"""How long Ctrl-C takes to bring the prompt back, in the worst cases, each at many random moments.

    python3 Tests/Benchmarks/interrupts.py [.build/release/parkline] [ROUNDS] [NAME ...]

From the writing of Ctrl-C to the terminal until the prompt is on it again. Prints a Markdown table;
Docs/Benchmarks.md keeps one with its date and machine.
"""

import os
import random
import sys
import tempfile
import time

import pexpect

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
program = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
words = sys.argv[3:]
import run  # noqa: E402  The scenarios are those of the other benchmarks.

# Pastes are no longer marked: the line is taken, and what it says runs.
RUNS = "\x1b[?2004l"
HEAD = "scenario start=2020 end=2049\nuse china\npark p area=900ha\n"


EDITS = "set rename remove firm assume replay open".split()


def branches(count):
    lines = [HEAD] + [f"firm f-{n} park=p sector=toys arrives=2021 jobs=20\n" for n in range(50)]
    return "".join(lines + [f"branch b-{n}\nset f-1 jobs={n + 20}\n" for n in range(count)])


def circle(count):
    return HEAD + "".join(f"assume a-{n} = a-{(n + 1) % count} + 1\n" for n in range(count))


def chain(count):
    return HEAD + "assume a-0 = 1\n" + "".join(f"assume a-{n} = a-{n // 2} + 1\n" for n in range(1, count))


def cases():
    """Name, what is there before, and the statements to be stopped; `FILE` is a file of the text behind."""
    firms = run.firms(20_000)
    yield "20,000 firms: read and run", "", ["replay FILE"], firms
    yield "20,000 firms: questions and edits", firms, [
        "set f-1 jobs=99", "table tax, jobs by=firm", "events", "list", "list firm", "save -", "explain tax[2049]",
        "export - tax by=firm layout=tidy", "check", "print npv(tax)", "show f-1", "fir f-1", "show f-2000x",
        "rename f-17 g-17", "remove q --cascade", "appraise tax cost=investment", "assumptions", "undo"], ""
    yield "100,000 declarations: read", "", ["replay FILE", "open FILE"], run.declarations(100_000)
    yield "100,000 declarations: questions and edits", run.declarations(100_000), [
        "list", "save -", "show firm-99999x", "check", "set firm-1 jobs=9",
        "remove firm-5", "rename firm-5 firm-x", "firm z park=pp sector=digital arrives=2020 jobs=2",
        "assumptions", "undo"], ""
    yield "1,000 branches", branches(1000), [
        "compare " + " ".join(f"b-{n}" for n in range(1000)) + " tax, jobs", "branches", "save -", "undo",
        "open FILE"], branches(1000)
    yield "a cohort of 360 vintages, by steps", run.stream(), [
        "table tax by=tax per=step", "explain tax[2049] depth=12", "set p area=899ha", "events"], ""
    yield "a circle of 5,000 names", "", ["replay FILE"], circle(5000)
    yield "5,000 names that rest on each other", chain(5000), ["assume z = a-4999", "set a-0 = 2", "check", "assumptions"], ""
    yield "explain a figure of 500 firms", run.firms(500), [
        "explain tax", "explain tax[2049] depth=20", "explain sum(tax) / sum(jobs) depth=20",
        "explain tax[2049] --proof FILE"], " "
    yield "many runs of the Quzhou study", study(), [
        "sweep followers.firms=51..150 step=1 smart.area=41..50ha step=0.1ha tax[2030] --limit=10000",
        "goal if(jobs[2030] > 14000, 10, 30) == 20 by followers.firms within 10 to 900",
        "switching npv(net_local) == 0", "audit tax[2030]", "bridge main other npv(net_local)",
        "calibrate tenants.firms in 20 to 200, network.vat in 6% to 13%, followers.firms in 20 to 300"], ""
    yield "plans and futures", plans(), [
        "discover npv(net_local) < 2bn yuan", "discover tax[2030] < 2bn yuan boxes=3",
        "robust npv(net_local), jobs[2030] by followers.firms in 50 to 300 among draws draws=1000 size=100 rounds=50",
        "regret npv(net_local) among main, other", "evpi npv(net_local) among main, other"], ""
    long = "1" + "+1" * 5_000_000
    yield "a line of 10 MB", "", ["replay FILE"], f"assume a = {long}\n"
    yield "a line of 10 MB that is a list", "", ["replay FILE"], "rail r from=[" + "a, " * 3_000_000 + "a]\n"
    yield "a text of 10 MB", "", ["replay FILE"], "park p \"" + "园" * 3_300_000 + "\" area=1ha\n"
    yield "a comment of 10 MB, and 3,000,000 blank lines", "", ["replay FILE"], "#" + "x" * 10_000_000 + "\n" * 3_000_000
    deep = "(" * 90 + "1" + ")" * 90
    yield "deep expressions", "", ["replay FILE"], HEAD + "".join(f"assume d-{n} = {deep} + {deep}\n" for n in range(20_000))


def study():
    """The Quzhou study with a branch of ten changes, some of which no plan can be filled with."""
    path = os.path.join(os.path.dirname(__file__), "..", "..", "Scenarios", "quzhou-smart-industry-park.park")
    with open(path) as file:
        text = file.read()
    return text + """
switch main
branch other
set p3 delay=1y
set followers from=2019
set tenants from=2018-12
set new-line opens=2026
set new-line saves=20min
set smart land_price=35万元/亩
set freight total_tax=2.5亿元/year
set tenants firms=90
set network vat=7%
set shops from=2020
switch main
"""


def plans():
    """The Quzhou study with the ranges of its library, 2,000 futures and a second plan."""
    return study().split("\nbranch other")[0] + """
use china-ranges
ensemble draws=2000
branch other
set tenants firms=90
switch main
"""


def shell(folder, before):
    path = os.path.join(folder, "before.park")
    with open(path, "w") as file:
        file.write(before)
    child = pexpect.spawn(
        program, [path, "-i"],
        env={
            "PATH": os.environ["PATH"], "TERM": "xterm", "NO_COLOR": "1", "HOME": folder, "PAGER": ""},
        dimensions=(24, 80), encoding="utf-8", codec_errors="replace", timeout=120, echo=False)
    child.delaybeforesend = None
    child.expect_exact("parkline")
    return child


def settle(child, line):
    """Takes back what a statement did, once it was done."""
    if line == "undo":
        child.send("redo\r")
    elif line.split()[0] in EDITS:
        child.send("undo\r")
    child.send("print 4000 + 321\r")
    child.expect_exact("4,321\r\n")
    child.expect_exact("parkline")


def measure(child, line, delays):
    """Seconds that each Ctrl-C took which stopped the statement, and not what came behind it."""
    taken = []
    for delay in delays:
        child.send(line + "\r")
        child.expect_exact(RUNS)
        time.sleep(delay)
        start = time.perf_counter()
        child.send("\x03")
        if child.expect_exact(["interrupted\r\n", "^C", "parkline"]) == 0:
            child.expect_exact("parkline")
            taken.append(time.perf_counter() - start)
            child.send("print 4000 + 321\r")
            child.expect_exact("4,321\r\n")
            child.expect_exact("parkline")
        else:
            # Everything that was typed ahead is gone with the Ctrl-C, or not.
            settle(child, line)
    return taken


def main():
    dice = random.Random(1)
    print("| what was stopped | times | median | longest |\n|---|---|---|---|")
    for name, before, statements, text in cases():
        if words and not any(word in name for word in words):
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "text.park")
            with open(path, "w") as file:
                file.write(text)
            child = shell(folder, before)
            for statement in statements:
                line = statement.replace("FILE", path)
                # How long it takes when nobody stops it, so that the moments are spread over that.
                start = time.perf_counter()
                child.send(line + "\r")
                child.expect_exact(RUNS)
                child.send("print 4000 + 321\r")
                child.expect_exact("4,321\r\n")
                whole = time.perf_counter() - start
                child.expect_exact("parkline")
                settle(child, line)
                taken = sorted(measure(child, line, [dice.random() * whole for _ in range(rounds)]))
                shown = statement if len(statement) < 40 else statement[:37] + "…"
                figures = f"{taken[len(taken) // 2] * 1000:.0f} ms | {taken[-1] * 1000:.0f} ms" if taken else "– | –"
                print(f"| {name}: `{shown}` ({whole:.2f} s) | {len(taken)} | {figures} |", flush=True)
            child.close(force=True)


if __name__ == "__main__":
    main()
