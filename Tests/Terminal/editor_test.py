#!/usr/bin/env python3
"""Drives the line editor by itself, through a small demo, in real terminals: pexpect for what it answers, tmux for what it shows.

Everything waits for text (or for the screen to show something), nothing for time.
Build the demo first: EDITOR_DEMO=1 swift build --product editor-demo

    python3 Tests/Terminal/editor_test.py [DEMO] [NAME ...]      SEEDS=40 for more random edits

Runs the tests whose names contain one of NAME, each under every locale it is made for.
"""

import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import termios
import time

import pexpect

import running
import terminal
from running import every_locale
from terminal import (
    ALT_ENTER, BACKSPACE, BELL, CTRL_A, CTRL_C, CTRL_D, CTRL_E, CTRL_R, DELETE, DOWN, ENTER, ESCAPE, LEFT,
    LOCALES, RIGHT, TAB, UP, environment, pasted)

# The demo; `running.main` takes another from the command line.
terminal.PROGRAM = os.path.abspath(".build/debug/editor-demo")
PROMPT = "情景> "
MORE = "..... "
NO_UNICODE = {"LC_ALL": "C", "DEMO_LOCALE": "C"}
# How many sequences of random edits are drawn, from which seed on, and how long they are.
SEEDS = range(int(os.environ.get("SEED", 1)), int(os.environ.get("SEED", 1)) + int(os.environ.get("SEEDS", 3)))
STEPS = 80


class Session(terminal.Terminal):
    """The demo on a pseudo-terminal."""

    def __init__(self, editrc=None, columns=80, rows=24, prompt=PROMPT, **settings):
        home = tempfile.mkdtemp()
        if editrc is not None:
            with open(os.path.join(home, ".editrc"), "w") as file:
                file.write(editrc)
        super().__init__(terminal.PROGRAM, (), home, columns, rows, **settings)
        self.owns_home = True
        self.prompt = prompt
        # A narrow screen breaks the prompt; its last visible character shows that keys are read.
        self.expect(">") if columns in range(1, 8) else self.ready()

    def ready(self):
        self.expect(self.prompt)

    def answers(self, *keys, answer, ends=False):
        """Sends keys and waits for the demo's answer, then for its prompt."""
        self.send(*keys)
        before = self.expect(answer)
        if not ends:
            self.ready()
        return before

    def line(self, *keys, gives):
        """Sends keys and Enter; the demo must get the line `gives`."""
        return self.answers(*keys, ENTER, answer='[line "%s"]' % gives)


class Screen(terminal.Screen):
    """The demo in tmux, or another program."""

    def __init__(self, command=None, **settings):
        super().__init__(command or terminal.PROGRAM, **settings)


# ---------------------------------------------------------------- completion

@every_locale
def test_one_candidate_is_inserted_with_its_ending(**locale):
    with Session(**locale) as s:
        s.line("rep", TAB, "now", gives="report now")
        s.line("ar", TAB, "3", gives="area=3")
        s.line("衢", TAB, "x", gives="衢州 x")


def test_an_ending_that_is_there_is_not_inserted_twice():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("rep x", LEFT * 2, TAB, "now", gives="report nowx")


@every_locale
def test_the_common_prefix_is_inserted_and_the_rest_listed(**locale):
    with Session(**locale) as s:
        s.send("情", TAB)
        s.expect("情景")
        s.expect("scenario")
        s.expect("情况")
        s.expect("the state of things")
        s.ready()
        s.line("况 1", gives="情况 1")
        s.send("re", TAB)
        s.expect("report")
        s.expect("back to the first day")
        s.ready()
        s.line("s", TAB, "2", gives="reset 2")


def test_the_list_keeps_the_text_after_the_cursor():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("x r y", LEFT * 2, TAB)
        s.expect("run the scenario")
        s.ready()
        s.line("u", TAB, gives="x run y")


def test_no_candidate_beeps():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("nothing", TAB)
        s.expect(BELL)
        s.line(gives="nothing")


def test_many_candidates_are_counted_and_then_shown_by_the_page():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("many", TAB)
        before = s.expect("130 ways to go on; Tab again to see them")
        assert "many-1" not in before, before
        s.ready()
        s.send(TAB)
        s.expect("many-0")
        s.expect("many-21")
        before = s.expect("1-22 of 130, Tab for more")
        assert "many-22" not in before, before
        s.ready()
        for page in range(1, 5):
            s.send(TAB)
            s.expect("number %d\x1b" % (22 * page))
            s.expect("%d-%d of 130, Tab for more" % (22 * page + 1, 22 * page + 22))
            s.ready()
        s.send(TAB)
        s.expect("111-130 of 130")
        s.expect("\r\n")
        s.ready()
        # It begins again; any other key ends it, and the next Tab counts again.
        s.send(TAB)
        s.expect("1-22 of 130")
        s.ready()
        s.send("x", BACKSPACE, TAB)
        s.expect("130 ways")
        s.ready()
        s.line("7", gives="many-7")


def test_a_list_longer_than_the_screen_is_shown_by_the_page():
    for columns in (40, 20):
        with Screen(columns=columns, rows=10, LANG="C.UTF-8") as s:
            s.wait_for_rows("情景>")
            s.send("some")
            s.press("Tab")
            wanted = ["some-%d   number %d" % (n, n) for n in range(8)]
            more = "1-8 of 12, Tab for more"
            more = more if columns > 30 else "1-8 of 12, Tab for…"
            s.wait("the first page", lambda rows: rows == wanted + [more, "情景> some-"])
            s.press("Tab")
            wanted = ["some-%-2d  number %d" % (n, n) for n in range(8, 12)]
            s.wait_for_rows("情景> some-", *wanted, "9-12 of 12", "情景> some-")


def test_a_page_has_room_for_a_wrapped_line():
    with Screen(columns=20, rows=10, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("a" * 20 + " some")
        s.press("Tab")
        s.wait("the first page", lambda rows: len(rows) == 10 and rows[-3] == "1-7 of 12, Tab for…"
               and rows[-2:] == rows_of("a" * 20 + " some-", 20))


def test_the_list_fits_the_screen():
    for columns in (80, 40, 20):
        with Screen(columns=columns, LANG="C.UTF-8") as s:
            s.wait_for(PROMPT.strip())
            s.send("r")
            s.press("Tab")
            rows = s.wait("list", lambda rows: len(rows) > 4 and rows[-1] == PROMPT + "r")
            report, reset, run = rows[-4:-1]
            if columns > 20:
                assert report.split() == ["report", "write", "a", "report"], report
                assert len({row.index(word) for row, word in
                            [(report, "write"), (reset, "back"), (run, "run the")]}) == 1
            assert run.endswith("…") if columns < 80 else len(run) == 79, run
            x, y = s.cursor()
            assert x == 7, x


def test_a_list_of_chinese_is_aligned():
    with Screen(columns=40, LC_ALL="C") as s:
        s.wait_for(PROMPT.strip())
        s.send("情")
        s.press("Tab")
        s.wait_for_rows("情景  scenario", "情况  the state of things", "情景> 情")


def test_names_without_summaries_make_a_grid():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for(PROMPT.strip())
        s.send("bare")
        s.press("Tab")
        s.wait_for_rows("bare-0    bare-111  bare-222  bare-333", "bare-37   bare-148  bare-259  bare-370",
                        "bare-74   bare-185  bare-296  bare-407", "情景> bare-")


def test_the_list_stands_below_a_wrapped_line():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for(PROMPT.strip())
        line = rows_of("rep " + "园区" * 12, 40)
        s.send("rep " + "园区" * 12)
        s.press("Home", "Right", "Right", "Tab")
        s.wait_for_rows(*line, "report  write a report", "reset   back to the first day", *line)
        s.wait_for_cursor(8, 5)


# ---------------------------------------------------------------- Ctrl-C, Ctrl-D, Ctrl-Z

@every_locale
def test_ctrl_c_gives_the_line_up(**locale):
    with Session(**locale) as s:
        s.answers("some 文字", CTRL_C, answer="[cancelled]")
        s.answers(CTRL_C, answer="[cancelled]")
        s.line("next", gives="next")


def test_ctrl_c_in_a_wrapped_line_leaves_no_debris():
    with Screen(columns=30, LANG="C.UTF-8") as s:
        s.wait_for(PROMPT.strip())
        s.send("模拟" * 20)
        s.press("Home")
        s.wait_for_cursor(6, 1)
        s.press("C-c")
        s.wait_for_rows(*rows_of("模拟" * 20 + "^C", 30), "[cancelled]", "情景>")


def test_ctrl_d():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("abc", CTRL_A, CTRL_D, gives="bc")
        s.line("州x", CTRL_A, CTRL_D, gives="x")
        s.send(CTRL_D)
        s.expect("[end]")
        s.child.expect(pexpect.EOF)


def test_ctrl_z_and_fg_bring_the_line_back():
    with Screen(command="bash --norc -i", columns=60, LANG="C.UTF-8", PS1="$ ") as s:
        s.wait_for("$")
        s.send(terminal.PROGRAM + "\r")
        s.wait_for_rows("情景>")
        s.send("half 一半")
        s.press("Left", "C-z")
        s.wait_for("Stopped")
        s.send("stty -a | tr ' ' '\\n' | grep -cx -e icanon -e echo -e isig; fg\r")
        rows = s.wait_for_rows("3", terminal.PROGRAM, "情景> half 一半")
        assert s.cursor() == (6 + 7, len(rows) - 1), s.cursor()
        s.send("X\r")
        s.wait_for('[line "half 一X半"]')


def test_stop_and_continue_from_outside():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("half")
        s.expect("half")
        s.child.kill(signal.SIGSTOP)
        while "T" != open("/proc/%d/stat" % s.child.pid).read().split()[2]:
            pass
        s.child.kill(signal.SIGCONT)
        s.expect("half")
        s.line("x", gives="halfx")


# ---------------------------------------------------------------- history

@every_locale
def test_up_and_down(**locale):
    with Session(**locale) as s:
        s.line("first 一", gives="first 一")
        s.line("second", gives="second")
        s.line(UP, UP, "!", gives="first 一!")
        s.line("draft", UP, UP, DOWN, DOWN, "?", gives="draft?")


def test_up_moves_inside_a_line_with_newlines_first():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line(pasted("one\n中文二\nthree"), gives="one\\n中文二\\nthree")
        s.line(UP, UP, "x", UP, "y", gives="one\\n中文x二\\nthree".replace("one", "oney"))
        s.line("draft", UP, UP, UP, UP, DOWN, DOWN, DOWN, DOWN, "z", gives="draftz")


def test_a_long_line_survives_the_history():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("old", gives="old")
        s.answers(pasted("long " * 1000), UP, DOWN, ENTER, answer="[long line: 5000]")


@every_locale
def test_search(**locale):
    with Session(**locale) as s:
        for statement in ["table 上海 tax", "table 一 jobs", "run 2030"]:
            s.line(statement, gives=statement)
        s.line(CTRL_R, "上海", gives="table 上海 tax")
        s.line(CTRL_R, "TABLE", CTRL_R, ENTER, gives="table 一 jobs")
        s.line(CTRL_R, "一", RIGHT, "!", gives="table 一 jobs!")
        s.send("keep", CTRL_R, "nothing like it")
        s.expect(BELL)
        s.line("\x07", " me", gives="keep me")
        s.answers(CTRL_R, "run", CTRL_C, answer="[cancelled]")
        s.line(CTRL_R, "runx", BACKSPACE, ESCAPE, ESCAPE, RIGHT, gives="run 2030")


def test_the_search_redraws_right():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for(PROMPT.strip())
        s.send("投资 5.2bn\r")
        s.wait_for("[line")
        s.wait_for_rows("情景>")
        s.press("C-r")
        s.send("5.")
        s.wait_for_rows("history '5.': 投资 5.2bn")
        s.send("5")
        s.wait_for_rows("not in history '5.5': 投资 5.2bn")
        s.press("End")
        s.wait_for_rows("情景> 投资 5.2bn")
        s.wait_for_cursor(6 + 10, 3)


def test_the_history_file_is_shared():
    folder = tempfile.mkdtemp()
    path = folder + "/new/deep/history"
    try:
        with Session(DEMO_HISTORY=path, LANG="C.UTF-8") as a, \
                Session(DEMO_HISTORY=path, LANG="C.UTF-8") as b:
            a.line("from a", gives="from a")
            b.line(pasted("from\nb \\ 二"), gives="from\\nb \\\\ 二")
            a.line("again a", gives="again a")
        assert open(path).read() == "from a\nfrom\\nb \\\\ 二\nagain a\n"
        assert os.stat(path).st_mode & 0o777 == 0o600
        assert os.stat(folder + "/new").st_mode & 0o777 == 0o700
        with Session(DEMO_HISTORY=path, LC_ALL="C") as c:
            c.line(UP, UP, gives="from\\nb \\\\ 二")
    finally:
        shutil.rmtree(folder)


def test_a_bad_history_file_is_only_mentioned():
    with Session(DEMO_HISTORY="/tmp", LANG="C.UTF-8") as s:
        s.send("x\r")
        s.expect("[history: `/tmp`")
        s.ready()


# ---------------------------------------------------------------- text

@every_locale
def test_chinese_is_typed_and_edited(**locale):
    with Session(**locale) as s:
        s.line("衢州市", BACKSPACE, gives="衢州")
        s.line("衢州市", LEFT, LEFT, BACKSPACE, gives="州市")
        s.line("衢州市", CTRL_A, DELETE, gives="州市")
        s.line("一丁上", LEFT, "é", CTRL_E, "亿元，ü", gives="一丁é上亿元，ü")


def test_the_cursor_is_right_in_chinese():
    for locale in LOCALES.values():
        with Screen(columns=40, **locale) as s:
            s.wait_for_rows("情景>")
            s.send("衢州 area=41.5公顷")
            s.wait_for_cursor(6 + 18, 1)
            s.press("Left", "Left", "BSpace")
            s.wait_for_rows("情景> 衢州 area=41.公顷")
            s.wait_for_cursor(6 + 13, 1)
            s.press("Home", "Right", "DC")
            s.wait_for_rows("情景> 衢 area=41.公顷")
            s.wait_for_cursor(6 + 2, 1)


def test_a_wide_character_that_does_not_fit_wraps():
    with Screen(columns=20, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("a" + "模" * 10)
        s.wait_for_rows("情景> a" + "模" * 6, "模" * 4)
        s.wait_for_cursor(8, 2)
        s.press("Left", "Left", "Left", "Left")
        s.wait_for_cursor(0, 2)
        s.press("BSpace")
        s.wait_for_rows("情景> a" + "模" * 6, "模" * 3)


def test_a_combining_mark_stays_in_the_text():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("cafe\u0301 x", LEFT, "y", gives="cafe\u0301 yx")


def test_bytes_that_are_no_text():
    with Session(**LOCALES["C.UTF-8"]) as s:
        os.write(s.child.child_fd, b"a\xff\xc3(b\xc2\x85c\r")
        s.expect('[line "a\ufffd\ufffd(b\ufffdc"]')


def test_without_any_unicode_locale_nothing_is_lost():
    with Session(prompt="??> ", **NO_UNICODE) as s:
        s.line("衢州 a", gives="衢州 a")
        s.line(pasted("情\n景"), gives="情\\n景")
        s.answers(UP, CTRL_C, answer="[cancelled]")
        s.send("情", TAB)
        s.expect("情况")
        s.ready()
        s.line(CTRL_R, "衢", gives="衢州 a")


# ---------------------------------------------------------------- paste, newlines

@every_locale
def test_a_paste_is_one_line(**locale):
    with Session(**locale) as s:
        s.line("<", pasted("park 园\r\nphase p1\n\tfirm\x1b[A\x03\n"), ">",
               gives="<park 园\\nphase p1\\n\\tfirm[A>")


def test_a_paste_of_20000_characters_is_quick():
    with Session(**LOCALES["C.UTF-8"]) as s:
        for text in ["园区 area=41.5ha\n" * 1250, "x" * 20000]:
            start = time.monotonic()
            s.send(pasted(text))
            s.send(ENTER)
            s.expect("[long line: %d]" % len(text.rstrip("\n")))
            s.ready()
            took = time.monotonic() - start
            assert took < 1, took
            print("      20,000 characters: %.2f s" % took)


def test_a_paste_in_the_history_search_is_searched():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("find me", gives="find me")
        s.line(CTRL_R, pasted("d m"), gives="find me")


@every_locale
def test_alt_enter_inserts_a_newline(**locale):
    with Session(**locale) as s:
        s.line("一", ALT_ENTER, "two", gives="一\\ntwo")


def test_lines_with_newlines_are_shown():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.tmux("set-buffer", "park 园\nphase p1\n")
        s.tmux("paste-buffer", "-p")
        s.wait_for_rows("情景> park 园", MORE + "phase p1")
        s.press("Up", "Home")
        s.press("C-c")
        s.wait_for_rows("情景> park 园", MORE + "phase p1^C", "[cancelled]", "情景>")


# ---------------------------------------------------------------- rows of one line

@every_locale
def test_enter_goes_on_in_an_open_bracket(**locale):
    with Session(**locale) as s:
        s.send("list {a,", ENTER)
        s.expect("....")
        s.send("二\\", ENTER)
        s.expect("....")
        s.line("c}", gives="list {a,\\n二\\\\\\nc}")
        # It comes back whole, and can be changed in its middle.
        s.line(UP, UP, "!", gives="list {a,\\n二!\\\\\\nc}")


def test_enter_in_the_middle_of_a_whole_line_ends_it():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("list {a}", LEFT * 3, gives="list {a}")
        s.line("list {a", ENTER, "}", LEFT, UP, gives="list {a\\n}")


def test_a_statement_of_several_rows_is_shown_with_a_margin():
    for columns in (40, 20):
        with Screen(columns=columns, LANG="C.UTF-8") as s:
            s.wait_for_rows("情景>")
            s.send("list {a,\r")
            s.wait_for_rows("情景> list {a,", ".....")
            s.send("园区\r}")
            s.wait_for_rows("情景> list {a,", MORE + "园区", MORE + "}")
            s.press("Up", "Up", "C-a")
            s.wait_for_cursor(6, 1)
            s.press("Down")
            s.wait_for_cursor(6, 2)
            s.press("C-k")
            s.wait_for_rows("情景> list {a,", ".....", MORE + "}")
            s.press("Enter")
            s.wait("its end", lambda rows: rows[-1] == "情景>" and rows[1:4] == ["情景> list {a,", ".....", MORE + "}"])


def test_a_script_of_5000_lines_stays_quick():
    with Session(**LOCALES["C.UTF-8"]) as s:
        lines = ["firm f-%d park=园区 sector=toys jobs=%d" % (n, n) for n in range(5000)]
        start = time.monotonic()
        s.send(pasted("\n".join(lines)))
        s.expect("f-4999 park=园区 sector=toys jobs=4999")
        pasted_in = time.monotonic() - start
        start = time.monotonic()
        for letter in "abcdefghij":
            s.send(letter)
            s.expect(letter)
        s.send(UP * 40)
        s.expect("f-4960")
        for letter in "klmnopqrst":
            s.send(letter)
            s.expect(letter)
        typed = time.monotonic() - start
        s.answers(CTRL_C, answer="[cancelled]")
        print("      pasted in %.2f s, 40 keys in %.2f s" % (pasted_in, typed))
        assert pasted_in < 3 and typed < 3, (pasted_in, typed)


# ---------------------------------------------------------------- undo

CTRL_UNDERSCORE, REDO = "\x1f", "\x18\x12"


@every_locale
def test_undo_and_redo(**locale):
    with Session(**locale) as s:
        s.line("one 二三 four", CTRL_UNDERSCORE, gives="one 二三 ")
        s.line("one 二三 four", CTRL_UNDERSCORE * 2, "!", gives="one !")
        s.line("one 二三 four", CTRL_UNDERSCORE * 3, REDO * 2, gives="one 二三 ")
        s.line("one two", "\x18\x15", "\x1b_", "!", gives="one two!")


def test_each_edit_is_one_step():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("x", pasted("a b\nc d"), CTRL_UNDERSCORE, "y", gives="xy")
        s.line("one two", "\x17", CTRL_UNDERSCORE, gives="one two")
        s.line("one two", "\x15", "x\x19", CTRL_UNDERSCORE * 2, gives="")
        s.line("rep", TAB, CTRL_UNDERSCORE, gives="rep")
        s.line("draft", UP, CTRL_UNDERSCORE, gives="draft")
        s.line("abcdef", BACKSPACE * 4, CTRL_UNDERSCORE, gives="abcdef")
        s.line("a", "\x1b\r", "b", CTRL_UNDERSCORE * 2, gives="a")


def test_nothing_to_undo_beeps():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send(CTRL_UNDERSCORE)
        s.expect(BELL)
        s.line("a", CTRL_UNDERSCORE * 3, REDO * 3, gives="a")


def test_undo_in_vi():
    with Session(editrc="bind -v\n", **LOCALES["C.UTF-8"]) as s:
        s.line("one two", ESCAPE, "0dwu", gives="one two")
        s.line("one two", ESCAPE, "0dwuU", gives="two")
        s.line("one two", ESCAPE, "uu", "iz", gives="z")
        s.line("one two", CTRL_UNDERSCORE, gives="one ")


# ---------------------------------------------------------------- hints

def test_the_history_hints_and_is_taken():
    for key, taken in [(RIGHT, "run 2030 now"), (CTRL_E, "run 2030 now"), ("\x06", "run 2030 now"),
                       ("\x1b[F", "run 2030 now"), ("\x1bf", "run"), ("\x1b[1;3C", "run"),
                       ("\x1b[1;5C" * 2, "run 2030")]:
        with Session(**LOCALES["C.UTF-8"]) as s:
            s.line("run 2030 now", gives="run 2030 now")
            s.send("ru")
            s.expect("\x1b[90mn 2030 now\x1b[0m")
            s.send(key[:len(key) // 2] if taken == "run 2030" else "")
            s.expect(" 2030 now" if taken == "run 2030" else "")
            s.line(key[len(key) // 2:] if taken == "run 2030" else key, gives=taken)


def test_a_hint_is_no_text():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("run 2030", gives="run 2030")
        s.send("ru")
        s.expect("n 2030")
        s.line(gives="ru")
        s.send("run")
        s.expect(" 2030")
        s.line(LEFT, RIGHT, "x", gives="runx")


def test_a_hint_of_usage_is_only_shown():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("usage ")
        s.wait_for_rows('情景> usage NAME ["TITLE"] 面积=…')
        s.press("Right")
        s.send("x")
        s.wait_for_rows("情景> usage x")


def test_a_hint_leaves_nothing_behind():
    with Screen(columns=20, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("usage ")
        # Cut to the row, whatever its width.
        s.wait_for_rows('情景> usage NAME […')
        s.wait_for_cursor(12, 1)
        s.press("Enter")
        s.wait_for_rows("情景> usage", '[line "usage "]', "情景>")
        s.send("us")
        s.wait_for_rows("情景> usage")
        s.press("C-c")
        s.wait_for_rows("情景> us^C", "[cancelled]", "情景>")
        s.send("us")
        s.wait_for_rows("情景> usage")
        s.resize_and_settle(30)
        s.wait_for_rows("情景> usage")
        s.press("Tab")
        s.send("e")
        s.wait_for_rows("情景> use")
        left = s.tmux("capture-pane", "-p", "-S", "-")
        assert left.count("NAME") == 0, left


def test_without_colour_there_is_no_hint():
    with Session(LANG="C.UTF-8", NO_COLOR="1") as s:
        s.line("run 2030", gives="run 2030")
        before = s.line("ru", RIGHT, gives="ru")
        s.send("run 衢州 (")
        before += s.expect("(")
        assert "2030" not in before and "\x1b[9" not in before and "m" not in before, before


# ---------------------------------------------------------------- colours

def colours(screen):
    """The pieces of the last row, each with what sets it apart."""
    rows = [row for row in screen.tmux("capture-pane", "-p", "-e").split("\n") if row.strip()]
    pieces, now = [], set()
    for codes, text in re.findall("\x1b\\[([0-9;]*)m|([^\x1b]+)", rows[-1]):
        for code in codes.split(";") if not text else []:
            if code in ("", "0"):
                now = set()
            elif code in ("39", "49"):
                now = now - {"35", "31", "32", "94", "90"}
            else:
                now = now | {code}
        if text and pieces and pieces[-1][1] == now:
            pieces[-1] = (pieces[-1][0] + text, now)
        elif text:
            pieces.append((text, now))
    return pieces


def coloured(screen, *pieces):
    """Waits until the last row has these pieces, each with its colours."""
    wanted = [(text, set(codes)) for text, *codes in pieces]
    screen.wait("colours %s, not %s" % (wanted, colours(screen)), lambda _: colours(screen) == wanted)


def test_the_text_is_coloured_while_it_is_typed():
    with Screen(columns=60, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("run 衢州 12 wrong x")
        coloured(s, ("情景> ",), ("run", "1"), (" ",), ("衢州", "35"), (" 12 ",), ("wrong", "4", "31"), (" x",))
        # A word that is no longer what it was loses its colour.
        s.press("C-a", "C-d")
        coloured(s, ("情景> un ",), ("衢州", "35"), (" 12 ",), ("wrong", "4", "31"), (" x",))


def test_brackets_are_shown_in_pairs():
    with Screen(columns=60, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("f（a[1])")
        coloured(s, ("情景> f",), ("（", "1", "4"), ("a[1]",), (")", "1", "4"))
        s.press("Left", "Left")
        coloured(s, ("情景> f（a",), ("[", "1", "4"), ("1",), ("]", "1", "4"), (")",))
        s.press("C-e")
        s.send(")")
        coloured(s, ("情景> f（a[1])",), (")", "4", "31"))


# ---------------------------------------------------------------- the table of keys

NAMED = {"Enter": "\r", "Alt-Enter": "\x1b\r", "Tab": "\t", "Up": UP, "Down": DOWN, "Left": LEFT, "Right": RIGHT,
         "Home": "\x1b[H", "End": "\x1b[F", "Delete": DELETE, "Backspace": BACKSPACE, "Alt-Backspace": "\x1b\x7f",
         "Ctrl-Left": "\x1b[1;5D", "Ctrl-Right": "\x1b[1;5C", "Alt-Left": "\x1b[1;3D", "Alt-Right": "\x1b[1;3C"}


def bytes_of(keys):
    """What a terminal sends for `Ctrl-X Ctrl-E` or `Esc dw`."""
    sent = ""
    for key in keys.split(" "):
        if key in NAMED:
            sent += NAMED[key]
        elif key.startswith("Ctrl-"):
            sent += chr(ord(key[5]) & 0x1F)
        elif key.startswith("Alt-"):
            sent += "\x1b" + key[4].lower()
        else:
            sent += ESCAPE if key == "Esc" else key
    return sent


# For each row of the table: keys before and after the one that is tried, and the line they give. The second
# is for keys of vi's command mode, in which `i` inserts again.
EFFECTS = {
    "run the line; with": [("run it", "", "run it")],
    "go on in the next row": [("one", "two\r", "one\\ntwo")],
    "complete the word": [("rep", "\r", "report ")],
    "take the grey hint": [(("old hint", "old"), "\r", "old hint")],
    "take a word of the hint": [(("old hint two", "old"), "\r", "old hint")],
    "the row above": [(("past one", ""), "\r", "past one"), (("past one", ""), "\r", "past one")],
    "the row below": [(("past one", "draft" + UP), "\r", "draft"), (("past one", "draft" + UP), "\r", "draft")],
    "search the history": [(("past one", ""), "ast\r", "past one"), (("past one", ""), "ast\r", "past one")],
    "take back": [("one two", "\r", "one "), ("one two", "\r", "one ")],
    "make it again": [("one two\x1f", "\r", "one two"), ("one two\x1f", "\r", "one two")],
    "edit the line in": [("ab", "\r", "edited ab"), ("ab", "\r", "edited ab")],
    "give the line up": [("ab", "", None)],
    "end the program": [("", "", "end")],
    "stop the program": [("ab", "", "stopped")],
    "clear the screen": [("ab", "", "cleared")],
    "character to the left": [("ab", "x\r", "axb"), ("ab", "ix\r", "xab")],
    "character to the right": [("ab" + LEFT * 2, "x\r", "axb"), ("abc\x1b[H", "ix\r", "axbc")],
    "word to the left": [("one two", "x\r", "one xtwo"), ("one two", "ix\r", "one xtwo")],
    "word to the right": [("one two\x1b[H", None, None), ("one two\x1b[H", "ix\r", "one xtwo")],
    "beginning of the row": [("ab\x1b\rcd", "x\r", "ab\\nxcd"), ("abcd", "ix\r", "xabcd")],
    "end of the row": [("ab\x1b\rcd" + UP + "\x1b[H", "x\r", "abx\\ncd"), ("abcd\x1b[H", "ax\r", "abcdx")],
    "beginning of the first row": [("ab\x1b\rcd", "x\r", "xab\\ncd")],
    "end of the last row": [("ab\x1b\rcd" + UP, "x\r", "ab\\ncdx")],
    "character before": [("abc", "\r", "ab"), ("abc", "\r", "ac")],
    "character under": [("abc" + LEFT, "\r", "ab"), ("abc", "\r", "ab")],
    "beginning of the word": [("one two", "\r", "one ")],
    "end of the word": [("one two\x1b[H", "\r", " two"), ("one two\x1b[H", "\r", "two")],
    "delete the row": [("one two", "x\r", "x")],
    "delete to the end of the row": [("ab\x1b\rcd" + UP + LEFT, "\r", "a\\ncd"), ("abcd" + LEFT, "\r", "ab")],
    "put back": [("one two\x17", "\r", "one two"), ("one two\x17", "\r", "one two")],
}


def test_every_key_of_the_table_does_what_it_says():
    folder = tempfile.mkdtemp()
    try:
        program = editor_script(folder, "sed -i 's/^/edited /' \"$1\"\n")
        for editrc in ("", "bind -v\n"):
            with Session(editrc=editrc, VISUAL=program, columns=200, **LOCALES["C.UTF-8"]) as s:
                s.send("keys\r")
                s.expect('[line "keys"]')
                s.child.expect_exact("\x1b[?2004h")
                rows = re.findall("\\[key (.*?): (.*)\\]\r", s.child.before)
                s.ready()
            assert len(rows) > 25, rows
            for keys, summary in rows:
                for key in keys.split(", "):
                    press(key, summary, editrc, VISUAL=program)
    finally:
        shutil.rmtree(folder)


def press(key, summary, editrc, **settings):
    found = [word for word in EFFECTS if word in summary]
    # What the summary begins with counts: "delete to the end of the row" is also "end of the row".
    assert found, "no effect is known of `%s`" % summary
    effects = EFFECTS[min(found, key=summary.index)]
    isCommand = key.startswith("Esc")
    assert not isCommand or len(effects) > 1, (key, summary)
    before, after, gives = effects[1 if isCommand else 0]
    with Session(editrc=editrc, **settings, **LOCALES["C.UTF-8"]) as s:
        if isinstance(before, tuple):
            past, before = before
            s.line(past, gives=past)
            s.send(before)
            if "hint" in summary:
                s.expect("hint")
        elif before:
            s.send(before)
        if after is None:
            # A word to the right: emacs goes behind it, vi to the next one.
            after, gives = "x\r", "onex two"
        if gives == "stopped":
            # Without a shell above it nothing stops; the terminal is given back and taken again.
            s.send(bytes_of(key))
            s.expect("\x1b[?2004l")
            s.expect("\x1b[?2004h")
            return
        if gives == "cleared":
            s.send(bytes_of(key))
            s.expect("\x1b[2J")
            return
        if gives == "end":
            s.answers(bytes_of(key), answer="[end]", ends=True)
            return
        if gives is None:
            s.answers(bytes_of(key), after, answer="[cancelled]")
            return
        s.send(bytes_of(key), after)
        try:
            s.expect('[line "%s"]' % gives)
        except pexpect.ExceptionPexpect:
            raise AssertionError("%s (%s): %r" % (key, summary, s.child.before[-200:]))


# ---------------------------------------------------------------- another editor

def editor_script(folder, text):
    path = os.path.join(folder, "edit-it")
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)
    return path


def test_the_line_is_edited_elsewhere():
    folder = tempfile.mkdtemp()
    try:
        keep = "ls -l \"$2\" > '%s/listed'; stty -a > '%s/modes'; cat \"$2\" > '%s/before'; echo $1 > '%s/word'\n" % ((folder,) * 4)
        program = editor_script(folder, keep + "printf 'one 二\\ntwo\\n' > \"$2\"\n")
        with Session(VISUAL=program + " -x", EDITOR="false", TMPDIR=folder, **LOCALES["C.UTF-8"]) as s:
            s.line("some 文字", "\x18\x05", gives="one 二\\ntwo")
            assert open(folder + "/before").read() == "some 文字\n"
            assert open(folder + "/word").read() == "-x\n"
            assert open(folder + "/listed").read().startswith("-rw------- ")
            assert " icanon" in open(folder + "/modes").read()
            s.line("abc", "\x18\x05", CTRL_UNDERSCORE, gives="abc")
        assert sorted(os.listdir(folder)) == ["before", "edit-it", "listed", "modes", "word"]
    finally:
        shutil.rmtree(folder)


def test_an_editor_that_fails_changes_nothing():
    with Session(VISUAL="false", **LOCALES["C.UTF-8"]) as s:
        s.line("some 文字", "\x18\x05", "!", gives="some 文字!")
    with Session(VISUAL="no-such-editor", **LOCALES["C.UTF-8"]) as s:
        s.send("some 文字", "\x18\x05")
        s.expect("there is no editor `no-such-editor`")
        s.line("!", gives="some 文字!")
    with Session(VISUAL="true", TMPDIR="/proc", **LOCALES["C.UTF-8"]) as s:
        s.send("some 文字", "\x18\x05")
        s.expect("there is no place for the text in `/proc`")
        s.line("!", gives="some 文字!")


def test_vi_on_the_line_and_a_stop_within():
    with Screen(command="bash --norc -i", columns=60, LANG="C.UTF-8", PS1="$ ", VISUAL="vi") as s:
        s.wait_for("$")
        s.send(terminal.PROGRAM + "\r")
        s.wait_for_rows("情景>")
        s.send("half")
        s.press("C-x", "C-e")
        s.wait("vi", lambda rows: rows and rows[0] == "half")
        s.press("C-z")
        s.wait_for("Stopped")
        s.send("fg\r")
        s.wait("vi again", lambda rows: rows and rows[0] == "half")
        s.send("Anow\x1b:wq\r")
        s.wait_for_rows("情景> halfnow")
        s.send("!\r")
        s.wait_for('[line "halfnow!"]')


# ---------------------------------------------------------------- the screen

LONG = "园区area=41.5公顷 投资=5.2bn 情景模拟 firms=80 从2020到2030年 jobs=60 x"


def rows_of(text, columns, prompt=PROMPT):
    """How libedit breaks `text` into rows."""
    import unicodedata
    rows, width = [""], 0
    for character in prompt + text:
        w = 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if width + w > columns:
            rows.append("")
            width = 0
        rows[-1] += character
        width += w
    return [row.rstrip() for row in rows]


def test_resizing_redraws():
    for text in [LONG, "模" * 50, "a" + "模" * 50, "模拟 x" * 14, "abc " * 30, "一\x1b\r" + "二 三" * 20]:
        for back in (0, 3, 30):
            for typed in (True, False):
                check_resizing(text, back, typed)


def check_resizing(text, back, typed):
    """On a full screen, so that tmux has no empty rows to play with: what was printed before must
    stay, whole and without debris."""
    with Screen(columns=60, LANG="C.UTF-8", DEMO_LINES="40") as s:
        s.wait_for_rows("情景>")
        shown = text.split("\x1b\r")

        def expected(columns):
            rows = rows_of(shown[0], columns)
            for part in shown[1:]:
                rows += rows_of(part, columns, prompt=MORE)
            return ["[39]", "[ready]"] + rows

        if typed:
            s.send(text)
        else:
            s.tmux("set-buffer", "\n".join(shown))
            s.tmux("paste-buffer", "-p")
        s.wait_for_rows(*expected(60))
        if back:
            before = s.cursor()
            s.press("-N", str(back), "Left")
            s.wait("moved", lambda _: s.cursor() != before)
        for columns in (40, 100, 33, 41, 60):
            s.resize_and_settle(columns)
            case = "%r back %d typed %s at %d" % (text, back, typed, columns)
            s.wait(case + "\nwanted\n" + "\n".join(expected(columns)),
                   lambda rows: rows[-len(expected(columns)):] == expected(columns))
        s.send("\x1b<[")
        s.wait_for("情景> [" + text[0])


def test_random_editing_is_drawn_right():
    """Edits at random places; after each the screen must show the model's text and cursor."""
    for seed in SEEDS:
        edit_at_random(seed, columns=random.Random(seed).choice([20, 21, 40, 57]), steps=STEPS)


def row_start(text, place):
    """Where the row of a text begins that holds a place."""
    return text.rfind("\n", 0, place) + 1


def row_end(text, place):
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def edit_at_random(seed, columns, steps):
    chance = random.Random(seed)
    text, cursor, done = "", 0, []
    with Screen(columns=columns, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        for step in range(steps):
            kind = chance.choice(["type"] * 5 + ["left", "left", "right", "erase", "erase", "delete",
                                                 "home", "end", "newline", "kill"])
            if len(text) > 8 * columns // 2:
                kind = "kill"
            if kind == "type":
                new = "".join(chance.choice("园区情景模拟投资ab 1=，" + "园" * 5) for _ in range(chance.choice([1, 1, 2, 9])))
                s.send(new)
                text, cursor = text[:cursor] + new + text[cursor:], cursor + len(new)
            elif kind in ("left", "right"):
                count = chance.choice([1, 2, 3, columns // 2, columns])
                s.press("-N", str(count), kind.capitalize())
                cursor = max(0, cursor - count) if kind == "left" else min(len(text), cursor + count)
            elif kind == "erase":
                s.press("BSpace")
                text, cursor = text[:max(0, cursor - 1)] + text[cursor:], max(0, cursor - 1)
            elif kind == "delete":
                s.press("DC")
                text = text[:cursor] + text[cursor + 1:]
            elif kind == "home":
                s.press("C-a")
                cursor = row_start(text, cursor)
            elif kind == "end":
                s.press("C-e")
                cursor = row_end(text, cursor)
            elif kind == "newline" and chance.random() < 0.3:
                s.send("\x1b\r")
                text, cursor = text[:cursor] + "\n" + text[cursor:], cursor + 1
            elif kind == "kill" and (chance.random() < 0.3 or len(text) > 8 * columns // 2):
                if cursor == len(text):
                    s.press("C-a")
                    cursor = row_start(text, cursor)
                if cursor == len(text):
                    # An empty last row: what is deleted is the newline before it.
                    s.press("BSpace")
                    text, cursor = text[:max(0, cursor - 1)], max(0, cursor - 1)
                else:
                    s.press("C-k")
                    # At the end of a row, the newline.
                    end = row_end(text, cursor)
                    text = text[:cursor] + text[end if end > cursor else end + 1:]
            done.append((kind, text, cursor))
            rows, place = picture(text, cursor, columns)
            first = 1
            s.wait("seed %d step %d, %d columns: %r\nwanted cursor %s\n%s" % (
                seed, step, columns, done[-3:], (place[0], place[1] + first), "\n".join(rows)),
                lambda shown: shown[first:] == trimmed(rows)
                and s.cursor() == (place[0], place[1] + first))


def trimmed(rows):
    while rows and not rows[-1]:
        rows = rows[:-1]
    return rows


def picture(text, cursor, columns, prompt=PROMPT):
    """The rows of prompt and text, and the cursor's column and row in them."""
    rows, column, place = [""], 0, None
    for index, character in enumerate(prompt + text + "\0"):
        width = 0 if character in "\0\n" else 2 if ord(character) > 0x2000 else 1
        if column + width > columns:
            rows.append("")
            column = 0
        if index - len(prompt) == cursor:
            place = (column, len(rows) - 1)
        if character == "\n":
            rows.append(MORE)
            column = len(MORE)
        elif character != "\0":
            rows[-1] += character
            column += width
            if column == columns:
                rows.append("")
                column = 0
    return [row.rstrip() for row in rows], place


def test_odd_widths_do_not_crash():
    with Screen(columns=40, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("a" * 50)
        s.wait_for_rows(*rows_of("a" * 50, 40))
    for columns in (0, 1, 2, 3, 5, 20):
        with Session(columns=columns, **LOCALES["C.UTF-8"]) as s:
            s.send(LONG, CTRL_A, "r", TAB, CTRL_E, LEFT * 20, BACKSPACE, CTRL_R, "x", "\x07", CTRL_C)
            s.expect("[cancelled]")
            s.child.setwinsize(24, 80)
            s.send("ok", ENTER)
            s.expect('[line "ok"]')
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send(LONG * 5)
        for columns in (3, 0, 1, 2, 200, 20):
            s.child.setwinsize(5, columns)
        s.answers(CTRL_C, answer="[cancelled]")
        s.line("ok", gives="ok")


def test_a_line_taller_than_the_screen():
    numbers = ["%d 行" % n for n in range(30)]
    shown = [(MORE if n else PROMPT) + "%d 行" % n for n in range(30)]
    with Screen(columns=40, rows=10, LANG="C.UTF-8", DEMO_LINES="20") as s:
        s.wait_for_rows("情景>")
        s.tmux("set-buffer", "\n".join(numbers))
        s.tmux("paste-buffer", "-p")
        s.wait("its end", lambda rows: rows == shown[-10:])
        s.send("!")
        s.wait("typing", lambda rows: rows == shown[-10:-1] + [shown[29] + "!"])
        s.press("-N", "29", "Up")
        s.press("Home")
        s.wait("its start", lambda rows: rows == shown[:10])
        s.send("衢")
        s.wait("typing at the start", lambda rows: rows == ["情景> 衢0 行"] + shown[1:10])
        s.press("-N", "12", "Down")
        s.wait("the middle", lambda rows: rows == shown[3:13])
        s.resize_and_settle(30, 8)
        s.wait("smaller", lambda rows: rows[-1] == shown[12] and len(rows) == 8)
        s.press("Enter")
        s.wait_for_rows("情景>")
        left = [row.rstrip() for row in s.tmux("capture-pane", "-p", "-S", "-").split("\n")]
        start = len(left) - 1 - left[::-1].index("情景> 衢0 行")
        assert left[start:start + 30] == ["情景> 衢0 行"] + shown[1:29] + [shown[29] + "!"], left


def test_ctrl_l_clears_the_screen():
    with Screen(columns=40, LANG="C.UTF-8", DEMO_LINES="5") as s:
        s.wait_for_rows("情景>")
        s.send("情 景")
        s.press("Left", "C-l")
        s.wait("clear", lambda rows: rows == ["情景> 情 景"])
        s.wait_for_cursor(9, 0)


def test_ctrl_s_does_not_freeze():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("a", "\x13", "b", gives="ab")


def test_a_narrow_screen_is_drawn_right():
    with Screen(columns=20, LANG="C.UTF-8") as s:
        s.wait_for_rows("情景>")
        s.send("模拟从2020到2030年")
        s.wait_for_rows(*rows_of("模拟从2020到2030年", 20))


# ---------------------------------------------------------------- escape, function keys, vi, editrc

def test_escape_alone_does_not_hang():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("a", ESCAPE)
        s.expect("a")
        # A second Escape shows that the first one is over; what is typed later is text again.
        s.line(ESCAPE, ESCAPE, "\x1b[C", "b", gives="ab")


def test_meta_keys():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("one two", "\x1bb", "X", gives="one Xtwo")
        s.line("one two", ESCAPE, "b", "X", gives="one Xtwo")


def test_unknown_function_keys_insert_nothing():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.line("a", "\x1b[5~", "\x1b[15;5~", "\x1b[[A", "\x1bOP", "\x1b[I", "\x1b[97;5u",
               "\x1b]11;rgb:1818/1818/1818\x07", "\x1b]11;rgb:1/1/1\x1b\\", "\x1b[<0;3;4M", "b", gives="ab")
        s.line("ä°Ä", CTRL_A, "ö", gives="öä°Ä")
        s.line("ab", "\x1b[1~", "x", "\x1b[4~", "y", "\x1b[1;5D", "z", gives="zxaby")


def test_editrc_binds_and_names_the_program():
    editrc = 'demo:bind "^G" line-complete\nbind "^[[5~" ed-move-to-beg\nbind "^[[A" ed-move-to-beg\n' \
             'other:bind "^C" ed-insert\n'
    with Session(editrc=editrc, **LOCALES["C.UTF-8"]) as s:
        s.line("rep", "\x07", "x", gives="report x")
        s.line("b", "\x1b[5~", "a", gives="ab")
        s.line("b", UP, "a", gives="ab")
        s.answers("x", CTRL_C, answer="[cancelled]")


@every_locale
def test_vi_mode(**locale):
    with Session(editrc="bind -v\n", **locale) as s:
        s.line("情景 two", ESCAPE, "0dwix", gives="xtwo")
        s.line("ab", LEFT, "c", UP, DOWN, gives="acb")
        s.answers("xy", CTRL_C, answer="[cancelled]")
        s.answers("xy", ESCAPE, CTRL_C, answer="[cancelled]")
        s.line("rep", TAB, "z", gives="report z")
        s.line(pasted("p\nq"), ESCAPE, "x", gives="p\\n")
        s.line(ESCAPE, "kkk", "A!", gives="acb!")
        s.line(CTRL_R, "two", gives="xtwo")
        s.line("é", "\x1b[5~", "b", "\x1b[3~", gives="éb")
        s.send("\x1b[3~")
        s.expect(BELL)
        s.line("ok", gives="ok")
        s.send(CTRL_D)
        s.expect("[end]")


def test_vi_knows_the_rows_of_a_line():
    rows = pasted("ab\ncd\nef")
    with Session(editrc="bind -v\n", **LOCALES["C.UTF-8"]) as s:
        for keys, gives in [("0x", "ab\\ncd\\nf"), ("k0x", "ab\\nd\\nef"), ("kk$x", "a\\ncd\\nef"),
                            ("k0lD", "ab\\nc\\nef"), ("k0C10", "ab\\n10\\nef"), ("k$d0", "ab\\nd\\nef"),
                            ("k0d$", "ab\\n\\nef"), ("k0r0", "ab\\n0d\\nef"), ("k0Du", "ab\\ncd\\nef"),
                            ("kk010lx", "ab\\ncd\\ne"), ("k0D0D", "ab\\n\\nef")]:
            s.line(rows, ESCAPE, keys, gives=gives)
        s.line("one two", ESCAPE, "0D", "i10", gives="10")


def test_escape_in_vi_commands_waits_for_nothing():
    with Session(editrc="bind -v\n", **LOCALES["C.UTF-8"]) as s:
        s.line("ab", ESCAPE, ESCAPE, "x", gives="a")
        # It gives an operator up.
        s.line("ab", ESCAPE, "d", ESCAPE, "x", gives="a")


def test_edit_off_means_no_editor():
    home = tempfile.mkdtemp()
    with open(home + "/.editrc", "w") as file:
        file.write("edit off\n")
    child = pexpect.spawn(terminal.PROGRAM, env=environment(home, LANG="C.UTF-8"), encoding="utf-8")
    child.expect_exact("[no editor]")
    child.close(force=True)
    shutil.rmtree(home)


# ---------------------------------------------------------------- restoring the terminal

def test_the_terminal_is_restored():
    endings = [("quit\r", None), (CTRL_D, None), ("die\t", None), ("x", signal.SIGTERM),
               ("x", signal.SIGHUP), ("x", signal.SIGINT), ("x", signal.SIGQUIT), ("x", signal.SIGABRT), ("x", signal.SIGSEGV), ("crash\t", None)]
    for modes in ["sane", "sane -ixon intr ^K -echoctl"]:
        with Screen(command="bash --norc -i", columns=100, LANG="C.UTF-8", PS1="$ ") as s:
            s.wait_for("$")
            s.send("ulimit -c 0; stty " + modes + "\r")
            for number, (keys, killed) in enumerate(endings):
                s.send("clear; stty -g > $HOME/before; %s\r" % terminal.PROGRAM)
                s.wait_for_rows("情景>")
                s.send(keys)
                if killed:
                    s.wait_for("情景> x")
                    pid = subprocess.check_output(
                        ["pgrep", "-P", s.tmux("display-message", "-p", "#{pane_pid}").strip()])
                    os.kill(int(pid), killed)
                s.wait("the shell is back", lambda rows: rows[-1] == "$")
                s.send("stty -g > $HOME/after; echo done-$((%d+1))\r" % number)
                s.wait_for("done-%d" % (number + 1))
                before, after = (open(s.home + "/" + name).read() for name in ("before", "after"))
                assert before == after, (modes, keys, killed, before, after)


def test_the_terminal_is_as_before_between_two_lines():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.child.send("sleep\r")
        s.expect('[line "sleep"]')
        modes = termios.tcgetattr(s.child.child_fd)
        assert modes[3] & termios.ICANON and modes[3] & termios.ISIG, modes
        s.expect("[slept]")
        s.ready()


def test_paste_mode_is_turned_off_when_killed():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.child.kill(signal.SIGTERM)
        s.expect("\x1b[?2004l")
        s.child.expect(pexpect.EOF)
        s.child.wait()
        assert s.child.signalstatus == signal.SIGTERM


def test_what_is_typed_ahead_is_kept():
    with Session(**LOCALES["C.UTF-8"]) as s:
        s.send("sleep\r")
        s.expect('[line "sleep"]')
        s.send("ahead 先\r")
        s.expect('[line "ahead 先"]')


def test_what_is_typed_ahead_comes_once_behind_the_prompt():
    with Screen(**LOCALES["C.UTF-8"]) as s:
        s.wait_for_rows("[ready]", PROMPT.strip())
        tty = s.tmux("display-message", "-p", "#{pane_tty}").strip()
        s.send("pause\r")
        # From here on the terminal itself shows what is typed.
        s.wait("its own modes", lambda _: " icanon" in subprocess.check_output(
            ["stty", "-a", "-F", tty], text=True))
        s.send("ahead 先")
        s.wait_for_rows('[line "pause"]', "ahead 先")
        s.wait_for_rows('[line "pause"]', PROMPT + "ahead 先")


# ---------------------------------------------------------------- plain terminals

def test_a_dumb_terminal_gets_no_escapes():
    with Session(TERM="dumb", **LOCALES["C.UTF-8"]) as s:
        s.send("re", TAB)
        seen = s.expect("back to the first day")
        s.ready()
        seen += s.line("p", TAB, "x", gives="report x")
        seen += s.answers("文字", CTRL_C, answer="[cancelled]")
        s.child.setwinsize(24, 40)
        seen += s.line("y", gives="y")
        assert "\x1b" not in seen, seen
        s.send(CTRL_D)
        s.expect("^D\r\n[end]")


def test_no_colour_means_none():
    for settings, coloured in [({}, True), ({"NO_COLOR": "1"}, False)]:
        with Session(LANG="C.UTF-8", **settings) as s:
            s.send("r", TAB)
            seen = s.expect("run the scenario")
            assert ("\x1b[1m" in seen) == coloured, seen


def test_unknown_terminal_types():
    for term in ["no-such-terminal", ""]:
        with Session(TERM=term, **LOCALES["C.UTF-8"]) as s:
            s.line("ok 好", gives="ok 好")


if __name__ == "__main__":
    running.main(globals())
