#!/usr/bin/env python3
"""What the journal of a session costs a statement, and what it adds to the first prompt.

    python3 Tests/Benchmarks/journal.py [.build/release/parkline]

Types statements at a pseudo-terminal, one after the other, once with a home and once without one (HOME empty); the difference is the journal. The
home lies in memory (/dev/shm), where syncing waits for nothing, and then on the disk of the temporary folder. Prints a Markdown table.
"""

import os
import pty
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
NEXT = b"\x1b[?2004h"


class Shell:
    """Parkline on a pseudo-terminal."""

    def __init__(self, home, *arguments):
        self.begun = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.execve(PROGRAM, [PROGRAM, *arguments], {"HOME": home, "TERM": "xterm", "LANG": "C.UTF-8"})
        self.buffer = b""
        self.wait()
        self.first = time.perf_counter() - self.begun

    def wait(self):
        """Until the next line begins."""
        while b"> " not in self.buffer.partition(NEXT)[2]:
            select.select([self.terminal], [], [])
            self.buffer += os.read(self.terminal, 65536)
        self.buffer = b""

    def say(self, line):
        """Seconds from the first key to the next prompt."""
        begun = time.perf_counter()
        os.write(self.terminal, line.encode() + b"\r")
        self.wait()
        return time.perf_counter() - begun

    def kill(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def statements(home, count=300):
    """The median of one statement's seconds."""
    shell = Shell(home, "--no-history")
    shell.say("park p area=1ha")
    times = [shell.say(f"set p area={n}ha") for n in range(100, 100 + count)]
    shell.kill()
    return statistics.median(times)


def first_prompt(home, runs=60):
    """The median of the seconds to the first prompt."""
    times = []
    for _ in range(runs):
        shell = Shell(home)
        times.append(shell.first)
        shell.kill()
    return statistics.median(times)


def main():
    rows = []
    for name, parent in (("in memory", "/dev/shm"), ("on disk", tempfile.gettempdir())):
        home = tempfile.mkdtemp(dir=parent)
        # Alternately, so that a busy machine is busy for both.
        pairs = [(statements(""), statements(home)) for _ in range(5)]
        without, kept = (statistics.median(column) for column in zip(*pairs))
        cost = statistics.median(kept - without for without, kept in pairs)
        rows.append((f"a statement without a journal, and with one {name}",
                     f"{without * 1000:.2f} ms, {kept * 1000:.2f} ms", ""))
        rows.append((f"the journal {name}" + ("" if parent == "/dev/shm" else ", its sync included"), f"{cost * 1000:.2f} ms",
                     "1 ms" if parent == "/dev/shm" else ""))
        shutil.rmtree(home)
    home = tempfile.mkdtemp(dir="/dev/shm")
    empty = first_prompt(home)
    for _ in range(20):
        shell = Shell(home)
        for n in range(10):
            shell.say(f"park p-{n} area=1ha")
        shell.kill()
    with open(os.path.join(home, ".local/state/parkline/history"), "w") as file:
        file.write("".join(f"firm f-{n} park=p sector=toys arrives=2020 jobs={n}\n" for n in range(100_000)))
    rows.append(("the first prompt in an empty home", f"{empty * 1000:.1f} ms", "15 ms"))
    rows.append(("with 20 sessions to recover and 100,000 lines of history", f"{first_prompt(home) * 1000:.1f} ms", "15 ms"))
    shutil.rmtree(home)
    print("| what | median | at most |\n|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
