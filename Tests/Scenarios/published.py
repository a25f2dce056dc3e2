"""Public cases with published values, each a script in `Published` whose `expect` statements hold what was published.

Every file has to name its source, hold, and be laid out. And each of its statements has to be able to fail: with its last figure a
fifth larger or smaller (a zero turned into one) it has to be found not to hold.
"""

import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import harness

FOLDER = harness.ROOT / "Tests/Scenarios/Published"
LEAST = 15
HEAD = ("Source", "http", "Published:", "Assumed:", "By rule:")
# Not a digit of a name such as `half-14`, nor of a longer number.
NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\d.])")


def changed(statement):
    """The statement with its last figure changed in one way, and in another; those in brackets are periods and stay."""
    outside = [m for m in NUMBER.finditer(statement)
               if statement.count("[", 0, m.start()) == statement.count("]", 0, m.start())]
    figure = next((m for m in reversed(outside) if float(m.group())), outside[-1])
    value = float(figure.group())
    others = [value * 0.8, value * 1.2] if value > 0 else [value * 1.2 or 1.0, value * 0.8 or 1.0]
    return [f"{statement[:figure.start()]}{other:.12g}{statement[figure.end():]}" for other in others]


def failing(name, lines):
    """The lines of a script, from 0, that hold what is not so; None if it fails otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        done = harness.launched(["--keep-going", path])
    text = done.stderr.decode()
    if done.returncode != (4 if text else 0) or text.count("error[") != text.count("error[expectation]"):
        return None
    return {int(line) - 1 for line in re.findall(r"^ *--> .*:(\d+):\d+$", text, re.MULTILINE)}


def study(path):
    """What is to be said of one file: whether it holds, and the claim."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    head = lines[:lines.index("")]
    done = harness.launched([path])
    others = {index: changed(line) for index, line in enumerate(lines) if line.startswith("expect ")}
    deaf = set(others)
    for way in range(2):
        with_others = [others[index][way] if index in deaf else line for index, line in enumerate(lines)]
        deaf -= failing(path.name, with_others) or set()
    return [
        (all(line.startswith("#") for line in head) and all(word in "\n".join(head) for word in HEAD),
         "says where it is from, and what is published, assumed and by rule", ""),
        (done.returncode == 0, "comes out as published", done.stderr.decode()),
        (harness.launched(["fmt", "--check", path]).returncode == 0, "is laid out", ""),
        (others and not deaf, "would not with other values", sorted(line + 1 for line in deaf) or f"{len(others)} statements"),
    ]


def run_checks():
    files = sorted(FOLDER.glob("*.park"))
    with ThreadPoolExecutor(2) as pool:
        for path, findings in zip(files, pool.map(study, files)):
            for holds, claim, seen in findings:
                harness.check(holds, f"{path.stem}: {claim}", seen)
    harness.check(len(files) >= LEAST, f"there are at least {LEAST} public cases", len(files))
