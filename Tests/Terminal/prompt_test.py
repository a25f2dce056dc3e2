#!/usr/bin/env python3
"""Drives the prompt of Parkline in a pseudo-terminal. Everything waits for text, nothing for time.

    python3 Tests/Terminal/prompt_test.py [PROGRAM] [NAME ...]

Runs the tests whose names contain one of NAME, each under every locale it is made for.
"""

import contextlib
import io
import multiprocessing
import multiprocessing.connection
import os
import re
import shutil
import signal
import stat
import sys
import tempfile
import termios
import time
import traceback

import pexpect

# Whoever runs the tests may hold signals back, as the threads of a test runner do, or ignore them, as
# a shell does for what it runs behind itself; a program would inherit that, and no key could stop it.
signal.pthread_sigmask(signal.SIG_SETMASK, ())
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH):
    signal.signal(number, signal.SIG_DFL)

PROGRAM = ".build/debug/parkline"
PROMPT = "parkline> "
MORE = "......... "
LOCALES = {
    "C.UTF-8": {"LANG": "C.UTF-8"},
    "LC_ALL=C": {"LC_ALL": "C"},
    "a locale that is not installed": {"LC_ALL": "zh_CN.UTF-8"},
    "none": {},
}
ENTER, TAB, UP, LEFT, BACKSPACE = "\r", "\t", "\x1b[A", "\x1b[D", "\x7f"
CTRL_A, CTRL_C, CTRL_D, CTRL_R = "\x01", "\x03", "\x04", "\x12"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[78=>]|\x1b\][^\x07]*\x07")


class Prompt:
    """Parkline on a terminal of its own, with a home of its own."""

    def __init__(self, home=None, arguments=(), columns=80, **settings):
        self.home = home or tempfile.mkdtemp()
        self.owns_home = home is None
        environment = {
            "PATH": os.environ["PATH"], "HOME": self.home, "TERM": "xterm-256color",
            "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1", "PAGER": "", **settings}
        # None takes a name out.
        environment = {name: value for name, value in environment.items() if value is not None}
        self.child = pexpect.spawn(
            PROGRAM, list(arguments), env=environment, dimensions=(24, columns), encoding="utf-8",
            codec_errors="replace", timeout=20, echo=False)
        self.child.delaybeforesend = None
        self.expect(PROMPT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def expect(self, text):
        self.child.expect_exact(text)
        return ESCAPES.sub("", self.child.before)

    def send(self, *keys):
        self.child.send("".join(keys))

    def say(self, line, answer):
        """Says a line and waits for its answer and the next prompt; what came before the answer."""
        self.send(line, ENTER)
        before = self.expect(answer)
        self.expect(PROMPT)
        return before

    def cancel(self, *keys):
        """Ctrl-C, behind some keys; the next prompt is a new line's."""
        self.send(*keys, CTRL_C)
        self.expect("^C")
        self.expect(PROMPT)

    def end(self):
        """Ctrl-D on an empty line ends the program well."""
        self.send(CTRL_D)
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus == 0, self.child.exitstatus


def every_locale(test):
    test.locales = LOCALES
    return test


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


def test_a_paste_waits_for_enter():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("\x1b[200~park a area=1ha\npark 乙 area=2ha\x1b[201~")
        prompt.expect("乙 area=2ha")
        prompt.send(ENTER)
        prompt.expect(PROMPT)
        prompt.say("list park", "prompt:2")
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
                "/bin/sh", ["-c", "stty sane; stty -a; '%s'; stty -a; echo over" % PROGRAM],
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


def chosen(tests, words):
    """The tests of a module's names whose names hold one of `words`, once for each of their locales."""
    for name, test in list(tests.items()) * int(os.environ.get("REPEAT", "1")):
        if not name.startswith("test_") or (words and not any(word in name for word in words)):
            continue
        for locale, variables in getattr(test, "locales", {"": {}}).items():
            yield name[5:].replace("_", " ") + (" (%s)" % locale if locale else ""), test, variables


def outcome(label, test, variables):
    """Runs one test: whether it held, what it says of itself, and how long it took in seconds."""
    start, told = time.monotonic(), io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            test(**variables)
    except Exception:
        traceback.print_exc(file=told)
        return False, "FAIL  %s\n%s" % (label, told.getvalue()), time.monotonic() - start
    return True, "ok    %s\n%s" % (label, told.getvalue()), time.monotonic() - start


def answer(pipe, *test):
    """Sends the outcome of a test to whoever started this process."""
    pipe.send(outcome(*test))
    pipe.close()


def side_by_side(tests, most):
    """The outcomes of tests, `most` of them at a time, each in a process of its own: they wait more than they work."""
    context, waiting, running = multiprocessing.get_context("fork"), list(tests), {}
    while waiting or running:
        while waiting and len(running) < most:
            test = waiting.pop(0)
            inward, outward = context.Pipe(duplex=False)
            process = context.Process(target=answer, args=(outward, *test))
            process.start()
            outward.close()
            running[inward] = process, test[0]
        for pipe in multiprocessing.connection.wait(list(running)):
            process, label = running.pop(pipe)
            try:
                yield pipe.recv()
            except EOFError:
                yield False, "FAIL  %s\nits process ended without an answer\n" % label, 0
            process.join()


def main(tests):
    """Runs those of `tests`, a module's names, that begin with `test_`; REPEAT times each, ATONCE of them side by side."""
    global PROGRAM
    words = sys.argv[1:]
    if words:
        PROGRAM = os.path.abspath(words.pop(0))
    failed = passed = 0
    for held, text, seconds in side_by_side(chosen(tests, words), int(os.environ.get("ATONCE", "4"))):
        passed, failed = passed + held, failed + (not held)
        print("%5.1f s  %s" % (seconds, text), end="", flush=True)
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main(globals())
