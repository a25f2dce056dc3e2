#!/usr/bin/env python3
"""No text of a script drives a terminal: control characters are shown escaped, whatever shows them.

    python3 Tests/Terminal/controls_test.py [PROGRAM]

Puts them into every text that a script can hold and into every place of a statement that may be wrong,
asks every command, and looks for raw ones in what comes out. Files and pipes of data get every byte.
"""

import json
import os
import subprocess
import tempfile

import pexpect

import running
import terminal

# Escape, bell, carriage return, tab, right-to-left override, next line, line separator; what is not seen: a space
# without width, a mark of bytes' order, a soft hyphen, the end of an isolate, a joiner between letters.
CONTROLS = "\x1b\x07\rX\t\u202e\u0085\u2028\u200b\ufeff\u00ad\u2069\u200d"
RAW = set(CONTROLS) - {"X"}


def marked(text):
    return text[:1] + CONTROLS + text[1:]


STAGE = f"""# comment {marked('comment')}
scenario "{marked('study')}" start=2020 end=2022
use china
city q "{marked('city')}" gdp=2125亿元/year
city z gdp=20059亿元/year
travel q-z from=q to=z time=75min
park p "{marked('park')}" city=q area=10ha
cite p.area "{marked('source')}" kind=reported
phase f1 "{marked('phase')}" park=p area=5ha start=2020 complete=2020-06
firm plant "{marked('firm')}" park=p sector=toys arrives=2020 jobs=30
cohort many "{marked('cohort')}" park=p sector=digital from=2020 until=2021 firms=3 jobs=4
assume g "{marked('assumption')}" = 5%
metric own-one "{marked('metric')}" = tax / jobs
unit USD "{marked('unit')}" = 6.47 yuan
rail line "{marked('rail')}" from=q to=[z] opens=2021 saves=10min
boost bo "{marked('boost')}" park=p sectors=[toys] from=2020 until=2021
tax mine "{marked('tax')}" base=profit rate=1% local=100%
incentive inc "{marked('incentive')}" tax=mine park=p type=holiday schedule=50%
"""

# What is data on a pipe, to the byte.
DATA = ["export - tax", "export - tax layout=tidy", "save -", "table tax; last csv", "table tax; last md"]
ASKED = [
    "list", "list park", "show p", "show plant", "show g", "show own-one", "events", "history", "assumptions",
    "assumptions g", "check", "table tax by=firm", "table own-one, tax", "print tax", "print g", "explain tax[2021]",
    "explain own-one[2021]", "explain tax[2021] depth=20", "appraise", "branch b2; branches",
    "branch b2; compare main b2 tax", "help", "help p", "undo", "remove p", "rename p p2", "format", "now", "advance 1y",
    "table tax; last",
]
WRONG = [
    'replay "{}"', 'open "{}"', "show {}", "{}", "print {}", "set p {}=3ha", 'set p area="{}"', 'park p2 "{}" area=1',
    'cite p.area "{}" kind="{}"', "help {}", "explain {}", 'branch "{}"', 'export "{}" tax', 'export "/no/{}.csv" tax',
    'save "/no/{}"', 'expect tax[2020] == "{}"', "list {}", "switch {}", "table tax {}=firm", "table tax by={}",
    'record "/no/{}"', "use {}", "goal {}", "set p area=1 # {}", 'print "{}"', "format units={}",
]


def run(folder, command, *options):
    """Standard output and standard error of the stage and a command, on pipes."""
    path = os.path.join(folder, "stage.park")
    with open(path, "w") as file:
        file.write(STAGE)
    result = subprocess.run(
        [terminal.PROGRAM, *options, path, "-c", command], stdin=subprocess.DEVNULL,
        capture_output=True, cwd=folder, check=False)
    return result.stdout.decode(), result.stderr.decode()


def test_the_stage_stands():
    with tempfile.TemporaryDirectory() as folder:
        output, errors = run(folder, "list; " + "save -")
        assert "error" not in errors and "warning" not in errors, errors
        # And it does hold them: what is data has them as they are.
        assert RAW <= set(output), RAW - set(output)


def test_no_answer_and_no_message_has_a_raw_one():
    with tempfile.TemporaryDirectory() as folder:
        for command in ASKED + [wrong.replace("{}", marked("tax")) for wrong in WRONG]:
            output, errors = run(folder, command)
            # A text that is printed into a pipe keeps its tabs.
            raw = RAW - {"\t"} if command.startswith('print "') else RAW
            assert not raw & set(output + errors), (command, output + errors)


def test_messages_for_programs_stay_one_line_of_json_each():
    with tempfile.TemporaryDirectory() as folder:
        for wrong in WRONG:
            _, errors = run(folder, wrong.replace("{}", marked("tax")), "--json-errors")
            # What is only not seen does no harm to whoever reads JSON.
            assert not RAW - set("\u200b\ufeff\u00ad\u200d") & set(errors), (wrong, errors)
            for line in errors.splitlines():
                json.loads(line)


def test_on_a_terminal_data_has_none_either():
    with tempfile.TemporaryDirectory() as folder:
        for command in DATA:
            path = os.path.join(folder, "stage.park")
            with open(path, "w") as file:
                file.write(STAGE)
            child = pexpect.spawn(
                terminal.PROGRAM, [path, "-c", command, "--color", "never"],
                env={"PATH": os.environ["PATH"], "TERM": "xterm", "NO_COLOR": "1"}, dimensions=(50, 200),
                encoding="utf-8", timeout=60, echo=False)
            child.expect(pexpect.EOF)
            child.close()
            shown = child.before.replace("\r\n", "\n").replace("\r\x1b[K", "")
            assert not RAW & set(shown), (command, shown)


if __name__ == "__main__":
    running.main(globals())
