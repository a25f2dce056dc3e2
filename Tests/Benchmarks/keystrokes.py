#!/usr/bin/env python3
"""How long a keystroke takes until the last byte of its repaint, through a pseudo-terminal.

    python3 Tests/Benchmarks/keystrokes.py [.build/release/parkline] [FIRMS] [ROUNDS]

A park of FIRMS firms (500) is declared; then statements are typed letter by letter, with colours, hints and Tab.
The clock runs from writing the byte to the arrival of the last byte before 8 ms of silence; so the time of the
pseudo-terminal and of this program is in it. Prints a Markdown table.
"""

import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from fcntl import ioctl

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/release/parkline")
FIRMS = int(sys.argv[2]) if len(sys.argv) > 2 else 500
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 30
SILENCE = 0.008
STATEMENTS = [
    "firm new-%d park=p sector=toys arrives=2024 jobs=max(20, 30)",
    "table tax, jobs, investment by=sector years=2021..2030 # %d",
    "print tax.local[f-%d, 2030] / p.area in 万元/亩",
    "set f-%d jobs=120 arrives=2026 sector=digital",
]


def start():
    home = tempfile.mkdtemp()
    script = os.path.join(home, "firms.park")
    with open(script, "w") as file:
        file.write("scenario start=2020 end=2049\nuse china\ncity q gdp=2125亿元/year\npark p city=q area=1000ha\n")
        for index in range(FIRMS):
            file.write("firm f-%d park=p sector=toys arrives=%d jobs=%d\n" % (index, 2020 + index % 20, 20 + index % 90))
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execve(PROGRAM, [PROGRAM, script, "-i"], {
            "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"]})
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
    return pid, terminal


def quiet(terminal, first, silence=SILENCE):
    """Reads until nothing comes for a while; when the last byte came, and what came."""
    last, seen, wait = time.perf_counter(), b"", first
    while select.select([terminal], [], [], wait)[0]:
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        last, wait = time.perf_counter(), silence
    return last, seen


def press(terminal, key):
    begun = time.perf_counter()
    os.write(terminal, key.encode())
    last, seen = quiet(terminal, 0.5)
    return (last - begun) * 1000 if seen else None


def main():
    pid, terminal = start()
    quiet(terminal, 20, 1.5)
    times = {"letter": [], "Tab": [], "Up": [], "Backspace": []}
    for round in range(ROUNDS):
        for statement in STATEMENTS:
            for letter in statement % round if "%d" in statement else statement:
                times["letter"].append(press(terminal, letter))
            times["Backspace"] += [press(terminal, "\x7f") for _ in range(3)]
            press(terminal, "\x03")
            quiet(terminal, 0.05, 0.05)
        for word in ["firm x park=", "table ta", "print tax[f-1", "show f-2", "set f-1 jo"]:
            for letter in word:
                times["letter"].append(press(terminal, letter))
            times["Tab"].append(press(terminal, "\t"))
            press(terminal, "\x03")
            quiet(terminal, 0.05, 0.05)
        times["Up"].append(press(terminal, "\x1b[A"))
        press(terminal, "\x03")
        quiet(terminal, 0.05, 0.05)
    os.write(terminal, b"\x04")
    quiet(terminal, 2, 0.2)
    os.waitpid(pid, 0)
    print("| key, with %d firms | presses | median | 99th percentile | longest |\n|---|---|---|---|---|" % FIRMS)
    for name, found in times.items():
        found = sorted(value for value in found if value is not None)
        if found:
            print("| %s | %d | %.2f ms | %.2f ms | %.2f ms |" % (
                name, len(found), statistics.median(found), found[min(len(found) - 1, int(len(found) * 0.99))], found[-1]))


if __name__ == "__main__":
    main()
