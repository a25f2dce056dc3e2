#!/usr/bin/env python3
"""Drives the prompt of Parkline in a pseudo-terminal. Everything waits for text, nothing for time.

    python3 Tests/Terminal/prompt_test.py [PROGRAM] [NAME ...]

Runs the tests whose names contain one of NAME, each under every locale it is made for.
"""

import os
import shutil
import signal
import stat
import tempfile
import termios

import pexpect

import running
import terminal
from running import every_locale
from terminal import BACKSPACE, CTRL_D, CTRL_R, ENTER, LEFT, MORE, PROMPT, TAB, UP, Prompt


@every_locale
def test_a_statement_is_answered(**locale):
    with Prompt(**locale) as prompt:
        prompt.say("scenario start=2024 end=2030", "2030: tax 0 yuan")
        prompt.say("use china", "2030: tax 0 yuan")
        prompt.say("park 智慧园 area=10ha", "2030: tax 0 yuan")
        prompt.say("firm 玩具厂 park=智慧园 sector=toys arrives=2024 jobs=350", "jobs 261 (+261)")
        prompt.say("show 智慧园", "park 智慧园")
        prompt.end()


@every_locale
def test_chinese_is_edited_by_whole_characters(**locale):
    with Prompt(**locale) as prompt:
        # 衢州市 less its last, then 园 in front of the two that are left.
        prompt.send("park 衢州市", BACKSPACE, LEFT, LEFT, "园")
        prompt.send("\x05", " area=1ha", ENTER)
        prompt.expect(PROMPT)
        prompt.say("save -", "park 园衢州 area=1ha")
        prompt.end()


def test_tab_completes_commands_attributes_names_and_files():
    home = tempfile.mkdtemp()
    try:
        with open(os.path.join(home, "study.park"), "w") as file:
            file.write("park a area=1ha\n")
        with Prompt(home=home, LANG="C.UTF-8") as prompt:
            prompt.send("park smart ar", TAB)
            prompt.expect("area=")
            prompt.send("41.5ha", ENTER)
            prompt.expect(PROMPT)
            prompt.send("sh", TAB, "sma", TAB, ENTER)
            prompt.expect("41.5ha")
            prompt.expect(PROMPT)
            prompt.send("park b urban=", TAB, TAB)
            prompt.expect("yes")
            prompt.expect("no")
            prompt.cancel()
            prompt.send("replay %s/stu" % home, TAB, ENTER)
            prompt.expect("study.park")
            prompt.expect(PROMPT)
            prompt.say("list park", "study.park:1")
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_tab_shows_what_each_word_is():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("re", TAB, TAB)
        prompt.expect("redo")
        prompt.expect("make the change again")
        prompt.expect("replay")
        prompt.cancel()
        prompt.end()


@every_locale
def test_ctrl_c_clears_the_line_and_ends_nothing(**locale):
    with Prompt(**locale) as prompt:
        prompt.cancel("park 甲 area=1ha")
        prompt.cancel()
        # Also in the middle of a statement of several lines.
        prompt.send("boost x sectors=[toys,", ENTER)
        prompt.expect("........[ ")
        prompt.cancel()
        prompt.say("list", "nothing is declared")
        prompt.end()


def test_a_statement_goes_on_over_lines():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("park a \\", ENTER)
        prompt.expect(MORE)
        prompt.send("area=1ha", ENTER)
        prompt.expect(PROMPT)
        prompt.say("save -", "park a area=1ha")
        prompt.end()


@every_locale
def test_history_outlives_the_program(**locale):
    home = tempfile.mkdtemp()
    try:
        with Prompt(home=home, **locale) as prompt:
            prompt.say("park 甲 area=3ha; list", "prompt:1")
            prompt.end()
        path = os.path.join(home, ".local/state/parkline/history")
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600, oct(os.stat(path).st_mode)
        with Prompt(home=home, **locale) as prompt:
            prompt.send(UP, ENTER)
            prompt.expect("prompt:1")
            prompt.expect(PROMPT)
            prompt.end()
        with Prompt(home=home, **locale) as prompt:
            prompt.send(CTRL_R, "area=3")
            prompt.expect("area=3ha")
            prompt.send(ENTER)
            prompt.expect("prompt:1")
            prompt.expect(PROMPT)
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_a_home_that_cannot_be_written_does_no_harm():
    with Prompt(LANG="C.UTF-8", HOME="/proc") as prompt:
        prompt.say("park a area=1ha; list park", "prompt:1")
        prompt.end()


def test_an_error_is_shown_with_its_caret_and_the_shell_goes_on():
    with Prompt(LANG="C.UTF-8", NO_COLOR="1") as prompt:
        prompt.send("park 衢州 area=12.35亿元", ENTER)
        prompt.expect("error[wrong-dimension]")
        prompt.expect("prompt:1:14")
        before = prompt.expect("^^^^^^^^")
        # Two columns for each Chinese character before the culprit: "1 | park 衢州 area=".
        gap = before.rsplit("|", 1)[1]
        assert gap == " " * 16, repr(gap)
        prompt.expect(PROMPT)
        prompt.end()


def test_the_shell_stays_behind_a_file():
    home = tempfile.mkdtemp()
    try:
        path = os.path.join(home, "a.park")
        with open(path, "w") as file:
            file.write("park a area=1ha\n")
        with Prompt(home=home, arguments=[path, "-i"], LANG="C.UTF-8") as prompt:
            prompt.say("list park", "a.park:1")
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_quit_ends_it():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("quit", ENTER)
        prompt.child.expect(pexpect.EOF)
        prompt.child.close()
        assert prompt.child.exitstatus == 0


def test_the_terminal_is_left_as_it_was():
    for name, how in (("Ctrl-D", None), ("SIGTERM", signal.SIGTERM), ("SIGHUP", signal.SIGHUP)):
        master, slave = os.openpty()
        try:
            before = termios.tcgetattr(slave)
            child = pexpect.spawn(
                "/bin/sh", ["-c", "stty sane; stty -a; '%s'; stty -a; echo over" % terminal.PROGRAM],
                env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": "/dev/null/home"},
                encoding="utf-8", timeout=20, echo=False)
            child.expect_exact("speed")
            first = settings(child)
            child.expect_exact(PROMPT)
            if how is None:
                child.send(CTRL_D)
            else:
                os.kill(grandchild(child.pid), how)
            child.expect_exact("speed")
            assert settings(child) == first, name
            child.expect_exact("over")
            child.close(force=True)
            assert termios.tcgetattr(slave) == before
        finally:
            os.close(master)
            os.close(slave)


def settings(child):
    """The flags that `stty -a` prints, behind its first line."""
    child.expect_exact("iutf8")
    return child.before


def grandchild(pid):
    """The program that a shell runs."""
    with open("/proc/%d/task/%d/children" % (pid, pid)) as file:
        return int(file.read().split()[0])


if __name__ == "__main__":
    running.main(globals())
