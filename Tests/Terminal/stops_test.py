#!/usr/bin/env python3
"""Stopping: Ctrl-C, Ctrl-Z, signals and limits, in a pseudo-terminal. Waits for text, never for time.

    [REPEAT=50] python3 Tests/Terminal/stops_test.py [PROGRAM] [NAME ...]
"""

import errno
import os
import shutil
import signal
import stat
import tempfile
import termios
import time

import pexpect

import running
import terminal
from running import every_locale
from terminal import CTRL_C, CTRL_D, CTRL_Z, ENTER, PROMPT, TAB, Prompt

# The percentage that is shown once work takes over half a second: a run is under way.
RUNNING = " %"


def long_script(folder):
    """The path of a script whose run takes many seconds: 2,000 firms over 960 months."""
    path = os.path.join(folder, "long.park")
    with open(path, "w") as file:
        file.write("scenario start=2020 end=2099 step=month\nuse china\npark p area=1000ha\n")
        for index in range(2000):
            file.write("firm f-%d park=p sector=toys arrives=2020 jobs=%d\n" % (index, index % 300 + 1))
    return path


class Folder:
    """A folder for a test."""

    def __enter__(self):
        self.path = tempfile.mkdtemp()
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


@every_locale
def test_ctrl_c_stops_a_run_and_leaves_the_session_as_it_was(**locale):
    with Folder() as folder, Prompt(**locale) as prompt:
        prompt.say("park 甲 area=1ha", "")
        prompt.send("replay %s" % long_script(folder), ENTER)
        prompt.expect(RUNNING)
        prompt.send(CTRL_C)
        prompt.expect("interrupted")
        shown = prompt.expect(PROMPT)
        assert "%" not in shown and "█" not in shown, repr(shown)
        before = prompt.say("list", "甲")
        assert "firm" not in before, repr(before)
        # What was stopped is no part of what undo takes back.
        prompt.say("undo", "undone")
        prompt.say("list", "nothing is declared")
        prompt.end()


@every_locale
def test_ctrl_c_ends_a_wait_for_what_never_comes(**locale):
    with Folder() as folder, Prompt(**locale) as prompt:
        pipe = os.path.join(folder, "pipe")
        os.mkfifo(pipe)
        prompt.say("park 甲 area=1ha", "")
        for statement in ("replay -", "replay /dev/tty", "open /dev/stdin", "replay " + pipe):
            prompt.send(statement, ENTER)
            prompt.expect("working, ")
            prompt.send(CTRL_C)
            prompt.expect("interrupted")
            prompt.expect(PROMPT)
            # What is typed now is nobody else's.
            prompt.say("print 4000 + 321", "4,321")
            prompt.say("print 4000 + 322", "4,322")
        # Nobody waits at the pipe any more.
        try:
            os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
            raise AssertionError("the pipe is still read")
        except OSError as problem:
            assert problem.errno == errno.ENXIO, problem
        prompt.say("list", "甲")
        prompt.end()


def test_a_named_pipe_is_read_once_somebody_is_there_and_is_no_place_for_a_file():
    with Folder() as folder, Prompt() as prompt:
        pipe = os.path.join(folder, "pipe")
        os.mkfifo(pipe)
        prompt.send("replay " + pipe, ENTER)
        with open(pipe, "w") as file:
            file.write("park a area=1ha\n")
            file.flush()
            file.write("park b area=2ha\n")
        prompt.expect(PROMPT)
        # Nobody may ever read it: whether somebody does or not, it is refused at once.
        link = os.path.join(folder, "link.csv")
        os.symlink(pipe, link)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        for statement in ("save " + pipe, "save --over " + pipe, "save %s --over" % pipe, "record %s --over" % pipe):
            prompt.say(statement, "error[")
        prompt.say("save " + pipe, "cannot be written: it is a pipe")
        prompt.say("scenario start=2020 end=2021", "")
        prompt.say("export %s tax" % link, "cannot be written: it is a pipe")
        assert os.read(reader, 100) == b""
        os.close(reader)
        prompt.say("save " + pipe, "cannot be written: it is a pipe")
        prompt.say("list", "park  b")
        assert stat.S_ISFIFO(os.stat(pipe).st_mode)


def until_it_runs(prompt):
    """Waits until a statement is at work: the terminal has its own modes again."""
    limit = time.monotonic() + terminal.TIMEOUT
    while not termios.tcgetattr(prompt.child.child_fd)[3] & termios.ICANON:
        assert time.monotonic() < limit
        time.sleep(0.01)


@running.every({
    "alone": {"keys": CTRL_D, "said": None},
    "behind a line": {"keys": "print 4000 + 321\r" + CTRL_D, "said": "4,321"},
    "behind a line and before another": {"keys": "print 4000 + 321\r" + CTRL_D + "print 5000 + 1\r", "said": "4,321"},
    "before a line": {"keys": CTRL_D + "print 5000 + 1\r", "said": None},
})
def test_ctrl_d_typed_ahead_ends_the_shell_once_its_turn_comes(keys, said):
    for settings in ({}, {"TERM": "dumb"}):
        with Folder() as folder, Prompt(**settings) as prompt:
            pipe = os.path.join(folder, "pipe")
            os.mkfifo(pipe)
            prompt.say("park b area=2ha", "")
            prompt.send("replay " + pipe, ENTER)
            until_it_runs(prompt)
            prompt.send(keys)
            with open(pipe, "w") as file:
                file.write("park a area=1ha\n")
            if said:
                prompt.expect(said)
            prompt.child.expect(pexpect.EOF)
            shown = prompt.child.before
            assert "2 statements are unsaved" in shown and "5,001" not in shown, shown
            prompt.child.close()
            assert prompt.child.exitstatus == 0, prompt.child.exitstatus


def test_ctrl_d_typed_ahead_behind_letters_ends_nothing():
    with Folder() as folder, Prompt() as prompt:
        pipe = os.path.join(folder, "pipe")
        os.mkfifo(pipe)
        for keys in ("pri" + CTRL_D, "pri\0"):
            prompt.send("replay " + pipe, ENTER)
            until_it_runs(prompt)
            prompt.send(keys)
            with open(pipe, "w") as file:
                file.write("print 1\n")
            prompt.expect(PROMPT)
            prompt.send("nt 4000 + 321", ENTER)
            prompt.expect("4,321")
            prompt.expect(PROMPT)
        # Ctrl-Space, which input methods are switched by, is no Ctrl-D, typed ahead or not.
        prompt.send("\0")
        prompt.say("print 4000 + 322", "4,322")
        prompt.send("replay " + pipe, ENTER)
        until_it_runs(prompt)
        prompt.send("\0")
        with open(pipe, "w") as file:
            file.write("print 1\n")
        prompt.expect(PROMPT)
        prompt.say("print 4000 + 323", "4,323")
        prompt.end()


def test_what_is_recorded_to_the_terminal_leaves_the_typing_alone():
    with Prompt() as prompt:
        prompt.say("park a area=1ha", "")
        prompt.say("record /dev/tty --over", "park a area=1ha\r\n")
        prompt.say("park b area=2ha", "park b area=2ha\r\n")
        prompt.say("print 4000 + 321", "4,321")
        prompt.say("record -", "not-recording")
        prompt.end()


def script(path, **settings):
    """The program at work on a script, on a terminal, once it shows how far it is."""
    child = pexpect.spawn(
        terminal.PROGRAM, [path], env={"PATH": os.environ["PATH"], "TERM": "xterm", **settings},
        dimensions=(24, 80), encoding="utf-8", timeout=20, echo=False)
    child.delaybeforesend = None
    return child


def test_ctrl_c_ends_a_script_with_130_and_what_it_said_stands():
    with Folder() as folder:
        path = long_script(folder)
        with open(path) as file:
            text = file.read()
        with open(path, "w") as file:
            file.write("print 4000 + 321\n" + text + "table tax\nsave %s/kept.park\n" % folder)
        child = script(path)
        child.expect_exact("4,321")
        child.expect_exact(RUNNING)
        child.send(CTRL_C)
        child.expect_exact("interrupted")
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == 130, (child.exitstatus, child.signalstatus)
        assert os.listdir(folder) == ["long.park"], os.listdir(folder)


def test_ctrl_c_ends_a_wait_for_lines_of_a_pipe():
    with Folder() as folder:
        out = os.path.join(folder, "out")
        child = pexpect.spawn(
            "/bin/sh", ["-c", "(echo 'print 4000 + 321'; cat) | '%s' 2>&1 | tee '%s'" % (terminal.PROGRAM, out)],
            env={"PATH": os.environ["PATH"], "TERM": "xterm"}, encoding="utf-8", timeout=20, echo=False)
        child.expect_exact("4,321")
        child.send(CTRL_C)
        child.expect(pexpect.EOF)
        child.close()


def test_sigterm_and_sighup_during_a_run_end_it_as_they_should():
    for number in (signal.SIGTERM, signal.SIGHUP):
        with Folder() as folder:
            child = script(long_script(folder))
            child.expect_exact(RUNNING)
            os.kill(child.pid, number)
            child.expect(pexpect.EOF)
            # The bar is gone: the last that was written took it away.
            assert child.before.endswith("\r\x1b[K"), repr(child.before[-40:])
            child.close()
            assert child.signalstatus == number, (child.exitstatus, child.signalstatus)
            assert os.listdir(folder) == ["long.park"], os.listdir(folder)


def to_the_front(shell):
    """Types `fg`, behind a blank: a shell that takes its terminal back on a busy machine may lose the first key.
    Back once the job goes on: what is typed while the shell still has the terminal is the shell's."""
    shell.send(" fg\n")
    until = time.monotonic() + 20
    while time.monotonic() < until:
        leader = os.tcgetpgrp(shell.child_fd)
        if leader != shell.pid and not terminal.stopped(leader):
            return
        time.sleep(0.02)
    raise AssertionError("fg brought nothing to the front")


def test_ctrl_z_stops_and_fg_goes_on_at_the_prompt_and_during_a_run():
    with Folder() as folder:
        path = long_script(folder)
        shell = pexpect.spawn(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": folder, "PS1": "shell: "},
            dimensions=(24, 80), encoding="utf-8", timeout=20, echo=False)
        shell.delaybeforesend = None
        shell.expect_exact("shell: ")
        shell.send("'%s'\n" % terminal.PROGRAM)
        shell.expect_exact(PROMPT)
        shell.send("print 4000 ")
        shell.expect_exact("4000")
        shell.send(CTRL_Z)
        shell.expect_exact("Stopped")
        shell.expect_exact("shell: ")
        to_the_front(shell)
        shell.expect_exact(PROMPT)
        shell.send("+ 321\r")
        shell.expect_exact("4,321")
        shell.expect_exact(PROMPT)
        shell.send("replay %s\r" % path)
        shell.expect_exact(RUNNING)
        shell.send(CTRL_Z)
        shell.expect_exact("Stopped")
        shell.expect_exact("shell: ")
        to_the_front(shell)
        shell.expect_exact(RUNNING)
        shell.send(CTRL_C)
        shell.expect_exact("interrupted")
        shell.expect_exact(PROMPT)
        shell.send("quit\r")
        shell.expect_exact("shell: ")
        shell.close(force=True)


def test_ctrl_z_and_ctrl_c_while_an_editor_runs():
    with Folder() as folder:
        # Shows a line of the file, waits for one from the keyboard and adds a park of that name.
        editor = os.path.join(folder, "editor")
        with open(editor, "w") as file:
            file.write("#!/bin/sh\ntrap 'echo given up; exit 1' INT\necho editing $((40 + 2))\n"
                       "read line\necho \"park $line area=9ha\" >> \"$1\"\n")
        os.chmod(editor, 0o755)
        shell = pexpect.spawn(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            env={"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": folder, "PS1": "shell: ",
                 "EDITOR": editor, "TMPDIR": folder},
            dimensions=(24, 80), encoding="utf-8", timeout=20, echo=False)
        shell.delaybeforesend = None
        shell.expect_exact("shell: ")
        shell.send("'%s'\n" % terminal.PROGRAM)
        shell.expect_exact(PROMPT)
        shell.send("park a area=1ha\r")
        shell.expect_exact(PROMPT)
        for _ in range(2):
            shell.send("edit\r")
            shell.expect_exact("editing 42")
            shell.send(CTRL_Z)
            shell.expect_exact("Stopped")
            shell.expect_exact("shell: ")
            to_the_front(shell)
            shell.expect_exact(terminal.PROGRAM)
            shell.send(CTRL_C)
            shell.expect_exact("given up")
            shell.expect_exact(PROMPT)
            # What is typed now is the shell's.
            shell.send("print 4000 + 321\r")
            shell.expect_exact("4,321")
            shell.expect_exact(PROMPT)
        shell.send("edit\r")
        shell.expect_exact("editing 42")
        shell.send(CTRL_Z)
        shell.expect_exact("Stopped")
        shell.expect_exact("shell: ")
        to_the_front(shell)
        shell.expect_exact(terminal.PROGRAM)
        shell.send("added\n")
        shell.expect_exact(PROMPT)
        shell.send("list\r")
        shell.expect_exact("park  added")
        shell.expect_exact(PROMPT)
        shell.send("quit\r")
        shell.expect_exact("shell: ")
        left = [name for name in os.listdir(folder) if name.startswith("parkline-")]
        assert not left, left
        shell.close(force=True)


def test_a_resize_during_a_run_does_no_harm():
    with Folder() as folder, Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("replay %s" % long_script(folder), ENTER)
        for columns in (20, 0, 200, 80):
            prompt.expect(RUNNING)
            prompt.child.setwinsize(24, columns)
        prompt.expect(RUNNING)
        prompt.send(CTRL_C)
        prompt.expect("interrupted")
        prompt.expect(PROMPT)
        prompt.say("print 4000 + 321", "4,321")
        prompt.end()


def test_a_limit_of_time_ends_a_statement_and_not_the_shell():
    with Folder() as folder, Prompt(arguments=["--limit-time", "300ms"], LANG="C.UTF-8") as prompt:
        prompt.say("park a area=1ha", "")
        prompt.say("replay %s" % long_script(folder), "time-limit")
        prompt.say("list", "prompt:1")
        prompt.end()


def test_a_limit_of_memory_ends_a_statement_and_not_the_shell():
    with Folder() as folder, Prompt(arguments=["--limit-memory", "150MB"], LANG="C.UTF-8") as prompt:
        prompt.say("park a area=1ha", "")
        prompt.say("replay %s" % long_script(folder), "memory-limit")
        prompt.say("list", "prompt:1")
        prompt.end()


def test_a_limit_of_memory_holds_while_a_script_is_cut_into_words():
    with Folder() as folder, Prompt(arguments=["--limit-memory", "300MB"]) as prompt:
        path = os.path.join(folder, "quotes.park")
        with open(path, "w") as file:
            file.write('"' * 20_000_000)
        for _ in range(2):
            prompt.say("replay %s" % path, "memory-limit")
            prompt.say("print 4000 + 321", "4,321")
        prompt.end()


def test_safe_touches_no_file_and_nothing_can_change_that():
    with Folder() as folder:
        inner = os.path.join(folder, "inner.park")
        with open(inner, "w") as file:
            file.write("park inner area=1ha\n")
        os.symlink(inner, os.path.join(folder, "link.park"))
        with open(os.path.join(folder, ".editrc"), "w") as file:
            file.write("bind -v\n")
        outer = os.path.join(folder, "outer.park")
        with open(outer, "w") as file:
            file.write("park outer area=1ha\n")
        before = sorted(os.listdir(folder))
        with Prompt(
                home=folder, arguments=["--safe", outer, "-i"], LANG="C.UTF-8", EDITOR="touch %s/edited" % folder,
                PAGER="touch %s/paged" % folder, EDITRC=folder + "/.editrc") as prompt:
            for name in (inner, folder + "/link.park", "-", "/dev/stdin", "/dev/fd/0", outer,
                         folder + "/x/../inner.park"):
                prompt.say("replay %s" % name, "error[safe]")
                prompt.say("open %s" % name, "error[safe]")
            for statement in ("save", "save %s/new" % folder, "scenario start=2020 end=2021; export %s/x.csv tax" % folder,
                              "explain tax[2020] --proof %s/p.json" % folder, "save /dev/full"):
                prompt.say(statement, "error[safe]")
            prompt.say("record %s/r.park" % folder, "error[")
            prompt.say("edit", "error[")
            # Tab knows no files, and the keys of libedit's own commands nothing.
            prompt.send("replay %s/in" % folder, TAB, "x", ENTER)
            prompt.expect("`%s/inx` is not read" % folder)
            prompt.expect(PROMPT)
            prompt.send("\x1bxbind -v", ENTER)
            prompt.expect("unknown-command")
            prompt.expect(PROMPT)
            prompt.say("save -", "park outer area=1ha")
            prompt.end()
        assert sorted(os.listdir(folder)) == before, os.listdir(folder)


if __name__ == "__main__":
    running.main(globals())
