#!/usr/bin/env python3
"""Output: the pager and tables at several widths, in a pseudo-terminal. Waits for text, never for time.

    [REPEAT=50] python3 Tests/Terminal/output_test.py [PROGRAM] [NAME ...]
"""

import os
import re
import shutil
import signal
import tempfile
import unicodedata

import pexpect

import running
import terminal
from running import every_locale
from terminal import BELL, CTRL_C, ENTER, ESCAPES, PROMPT, Prompt

SCENARIO = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "../../Scenarios/longyou-toy-plant.park")
# The first and the last line of the answer to `assumptions`, which has some seventy.
QUESTION, FIRST, LAST = "assumptions", "model.agglomeration", "park.opex"
END = "(END)"


class Reader(Prompt):
    """A prompt with a scenario whose long answers go through a pager."""

    def __init__(self, pager, **settings):
        super().__init__(arguments=["-i", SCENARIO], PAGER=pager, **settings)

    def ask(self, *texts):
        """Asks what has a long answer, and waits for texts in it."""
        self.send(QUESTION, ENTER)
        for text in texts:
            self.expect(text)

    def works(self):
        """The prompt is back, edits lines and answers."""
        self.expect(PROMPT)
        self.say("print 1 + 1", "2\r\n")
        self.end()


@every_locale
def test_a_long_answer_is_read_page_by_page(**locale):
    with Reader("less", **locale) as prompt:
        prompt.ask(FIRST, ":")
        prompt.send("G")
        prompt.expect(LAST)
        prompt.expect(END)
        prompt.send("g")
        prompt.expect(FIRST)
        prompt.send("q")
        prompt.works()


def test_without_a_name_the_pager_is_less():
    with Reader(None, LANG="C.UTF-8") as prompt:
        prompt.ask(FIRST, ":")
        prompt.send("G")
        prompt.expect(END)
        prompt.send("q")
        prompt.works()


def test_without_less_the_answer_is_printed_and_nothing_said_of_it():
    folder = tempfile.mkdtemp()
    try:
        for name in ("env", "sh"):
            os.symlink(shutil.which(name), os.path.join(folder, name))
        with Reader(None, LANG="C.UTF-8", PATH=folder) as prompt:
            prompt.ask(FIRST)
            shown = prompt.expect(LAST)
            assert "there is no pager" not in shown, shown
            prompt.works()
    finally:
        shutil.rmtree(folder)


def test_chinese_is_chinese_in_the_pager_under_any_locale():
    with Reader("less", LC_ALL="C") as prompt:
        prompt.say("format headings=zh", "")
        prompt.ask("名称", ":")
        prompt.send("q")
        prompt.works()


def test_a_short_answer_is_printed():
    with Reader("sed s/2021/paged/", LANG="C.UTF-8") as prompt:
        prompt.say("events", "2021-07-01")
        prompt.ask(LAST)
        prompt.works()


def test_none_is_run_where_none_is_wanted():
    for settings in ({"pager": ""}, {"pager": "cat"}, {"pager": " cat "}, {"pager": "false", "TERM": "dumb"}):
        with Reader(LANG="C.UTF-8", **settings) as prompt:
            prompt.ask(FIRST, LAST)
            prompt.works()
    with Reader("false", LANG="C.UTF-8") as prompt:
        prompt.say("format pager=off", "")
        prompt.ask(FIRST, LAST)
        prompt.expect(PROMPT)
        prompt.say("format pager=on", "")
        prompt.ask(PROMPT)
        prompt.send(ENTER)
        prompt.works()


def test_safe_runs_no_pager():
    home = tempfile.mkdtemp()
    mark = os.path.join(home, "mark")
    try:
        with Prompt(arguments=["--safe", "-i", SCENARIO], PAGER="touch %s; cat" % mark) as prompt:
            prompt.send(QUESTION, ENTER)
            prompt.expect(LAST)
            prompt.expect(PROMPT)
            assert not os.path.exists(mark)
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_a_pager_that_is_not_there_is_said_once():
    with Reader("no-such-pager -x", LANG="C.UTF-8") as prompt:
        prompt.ask("there is no pager `no-such-pager -x`", FIRST, LAST, PROMPT)
        prompt.send(QUESTION, ENTER)
        shown = prompt.expect(LAST)
        assert "there is no pager" not in shown, shown
        prompt.works()


def test_a_pager_that_ends_early_does_no_harm():
    for pager in ("head -n 1", "exec 0<&-; echo closed", "true", "false"):
        with Reader(pager, LANG="C.UTF-8") as prompt:
            for _ in range(3):
                prompt.ask(PROMPT)
            prompt.send(ENTER)
            prompt.works()


def test_a_killed_pager_does_no_harm():
    # It has made the terminal its own and hidden the cursor.
    for kill in ("kill -KILL $$", "kill -TERM $$", "kill -SEGV $$"):
        with Reader(r"stty raw -echo; printf '\033[?25l'; head -n 2; " + kill) as prompt:
            prompt.ask("evidence", "\x1b[?25h", PROMPT)
            prompt.send(ENTER)
            prompt.works()


def test_a_pager_killed_from_outside_leaves_nobody_at_the_keyboard():
    for pager in ("less", "less -S", None):
        with Reader(pager, LANG="C.UTF-8") as prompt:
            prompt.send(QUESTION, ENTER)
            # The first page is whole.
            prompt.expect(FIRST)
            prompt.expect(": Space goes on, q leaves")
            with open("/proc/%d/task/%d/children" % (prompt.child.pid, prompt.child.pid), encoding="ascii") as children:
                (pager_id,) = children.read().split()
            os.kill(int(pager_id), signal.SIGKILL)
            prompt.expect(PROMPT)
            prompt.say("print 1 + 1", "2\r\n")
            prompt.end()


def test_the_terminal_is_as_before_behind_a_pager():
    show = "stty -a | tr -d '\\n'; echo"
    child = pexpect.spawn(
        "/bin/sh", ["-c", "stty sane; %s; '%s' -i '%s'; %s; echo over" % (
            show, terminal.PROGRAM, SCENARIO, show)],
        env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": "/dev/null/home",
             "PAGER": "stty raw -echo -isig; kill -KILL $$"},
        encoding="utf-8", timeout=20, echo=False)
    child.expect("speed[^\r]*")
    before = child.after
    child.expect_exact(PROMPT)
    child.send(QUESTION + ENTER)
    child.expect_exact(PROMPT)
    child.send("quit" + ENTER)
    child.expect("speed[^\r]*")
    assert child.after == before, (before, child.after)
    child.expect_exact("over")
    child.close(force=True)


def test_what_is_typed_ahead_writes_no_file_and_starts_nothing_from_the_pager():
    # `set f jobs=351`, typed for the prompt, saves a file in less; the rest start an editor, a shell and a pipe.
    with tempfile.TemporaryDirectory() as folder:
        mark = os.path.join(folder, "mark")
        for settings in ({}, {"LESSSECURE": "0"}, {"LESS": "FRX"}):
            with Reader("less", LANG="C.UTF-8", VISUAL="touch " + mark, **settings) as prompt:
                prompt.ask(FIRST, ":")
                for keys in ("set f jobs=351" + ENTER, "v", "!", "|"):
                    prompt.send(keys)
                    prompt.expect("not available")
                    # The line that says so is gone once a key comes.
                    prompt.send(ENTER)
                prompt.send("G")
                prompt.expect(LAST)
                prompt.send("q")
                prompt.works()
            assert not os.path.exists(mark)
            assert not os.path.exists("et f jobs=351")


def test_ctrl_c_belongs_to_the_pager():
    with Reader("less", LANG="C.UTF-8") as prompt:
        prompt.ask(FIRST, ":")
        prompt.send("G")
        prompt.expect(END)
        prompt.send(CTRL_C)
        # It hears it, and whether it shows its own prompt again or had not read a key yet, goes on.
        prompt.expect(BELL)
        prompt.send("g")
        prompt.expect(FIRST)
        prompt.send("q")
        prompt.works()


def test_ctrl_c_ends_a_pager_that_does_not_hear_it():
    with Reader("head -n 1; exec sleep 1000", LANG="C.UTF-8") as prompt:
        prompt.ask("evidence")
        prompt.send(CTRL_C)
        prompt.expect(PROMPT)
        prompt.send(ENTER)
        prompt.works()


def test_ctrl_z_stops_the_pager_with_the_shell_and_fg_goes_on():
    home = tempfile.mkdtemp()
    try:
        child = pexpect.spawn(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": home, "PS1": "bash$ ",
                 "PAGER": "less", "LANG": "C.UTF-8", "NO_COLOR": "1"},
            encoding="utf-8", timeout=20, echo=False, dimensions=(24, 80))
        child.expect_exact("bash$ ")
        child.send("'%s' -i '%s'\r" % (terminal.PROGRAM, SCENARIO))
        child.expect_exact(PROMPT)
        child.send(QUESTION + ENTER)
        child.expect_exact(FIRST)
        child.send("G")
        child.expect_exact(END)
        child.send("\x1a")
        child.expect_exact("Stopped")
        child.expect_exact("bash$ ")
        child.send("fg\r")
        child.expect_exact(END)
        child.send("q")
        child.expect_exact(PROMPT)
        child.send("print 1 + 1" + ENTER)
        child.expect_exact("2\r\n")
        child.expect_exact(PROMPT)
        child.send("quit" + ENTER)
        child.expect_exact("bash$ ")
        child.close(force=True)
    finally:
        shutil.rmtree(home)


def width(text):
    """Columns of a line, as far as these tests need it: Chinese is wide."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def test_tables_and_messages_fit_the_terminal():
    for columns in (20, 40, 80, 200):
        with Prompt(arguments=["-i", SCENARIO], columns=columns, LANG="C.UTF-8") as prompt:
            for line in ("table", "list", "events", "appraise", "show plant", "table taxx",
                         "firm 玩具厂 \"江滨产业园里的一家玩具厂\" park=site sector=toys arrives=2023 jobs=9"):
                prompt.send(line, ENTER)
                # The line itself wraps, and is behind the last of its words.
                prompt.expect(line.split()[-1][-4:])
                shown = prompt.expect(PROMPT)
                for row in re.split("\r?\n", shown):
                    row = ESCAPES.sub("", row).rstrip()
                    isName = row.startswith("error[") and row.endswith("]:")
                    assert width(row) <= columns or isName, (columns, line, row)
            prompt.end()


if __name__ == "__main__":
    running.main(globals())
