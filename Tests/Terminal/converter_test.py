#!/usr/bin/env python3
"""A signal that ends the program during `export x.png` ends the program that draws it too, and no half file stays.

    python3 Tests/Terminal/converter_test.py [PROGRAM]
"""

import os
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else ".build/debug/parkline")
SCRIPT = "scenario start=2020 end=2024\nuse china\npark p area=10ha\nfirm f park=p sector=toys arrives=2020 jobs=9\nexport x.png tax\n"
# It draws for ever, with something that it started itself, and writes half of a picture first.
DRAW = "#!/bin/sh\ncat >/dev/null\nprintf '\\211PNG'\nsleep 600 &\necho $$ $! >started.new\nmv started.new started\nwait\n"


def is_running(process):
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait(what, holds):
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.01)


def check(number):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a.park"), "w", encoding="utf-8") as file:
            file.write(SCRIPT)
        tools = os.path.join(folder, "tools")
        os.mkdir(tools)
        with open(os.path.join(tools, "rsvg-convert"), "w", encoding="utf-8") as file:
            file.write(DRAW)
        os.chmod(file.name, 0o755)
        environment = dict(os.environ, PATH=tools + ":" + os.environ["PATH"])
        with subprocess.Popen(
                [PROGRAM, "a.park"], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            started = os.path.join(folder, "started")
            wait("nothing was started", lambda: os.path.exists(started))
            with open(started, encoding="utf-8") as file:
                processes = [int(text) for text in file.read().split()]
            assert all(is_running(process) for process in processes), processes
            program.send_signal(number)
            status = program.wait(timeout=30)
        assert status == (130 if number == signal.SIGINT else -number), status
        for process in processes:
            wait(f"signal {number}: {process} goes on", lambda p=process: not is_running(p))
        left = sorted(os.listdir(folder))
        assert left == ["a.park", "started", "tools"], left


for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    check(one)
print("the converter ends with the program")
