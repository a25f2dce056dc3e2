#!/usr/bin/env python3
"""Edits at the prompt of Parkline, in pseudo-terminals and in tmux. Everything waits for text, nothing for time.

    python3 Tests/Terminal/editing_test.py [PROGRAM] [NAME ...]

Runs the tests whose names contain one of NAME, each under every locale it is made for.
"""

import os
import shutil
import tempfile
import time

import running
import terminal
from running import every_locale
from terminal import ALT_ENTER, BACKSPACE, CTRL_E, ENTER, MORE, PROMPT, RIGHT, TAB, UP, Prompt, pasted

UNDO, REDO, EDIT = "\x1f", "\x18\x12", "\x18\x05"


class Screen(terminal.Screen):
    """Parkline in tmux, to see what a user sees."""

    def __init__(self, columns=80, rows=24, **settings):
        super().__init__(terminal.PROGRAM, columns=columns, rows=rows, **settings)
        self.wait_for_prompt()

    def wait_for_prompt(self):
        self.wait("a prompt", lambda rows: rows and rows[-1] == PROMPT.strip())

    def fill(self):
        """Fills the screen, so that tmux has no empty rows to play with when it is resized."""
        self.send("\r" * 30)
        self.wait("full", lambda rows: len(rows) == 24 and rows[-1] == rows[0] == PROMPT.strip())

    def ends_with(self, *rows):
        self.wait_for_rows(*rows)


def program(folder, text):
    """A program that stands for an editor."""
    path = os.path.join(folder, "editor")
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + text)
    os.chmod(path, 0o755)
    return path


# ---------------------------------------------------------------- rows of one statement

@every_locale
def test_an_open_bracket_goes_on_and_comes_back_whole(**locale):
    with Prompt(**locale) as prompt:
        prompt.say("park 园 area=1ha", "\n")
        prompt.send("print 1 + max(2,", ENTER)
        prompt.expect("........( ")
        prompt.say("3)", "4")
        # Up brings both rows; the number in the first is changed there.
        prompt.send(UP)
        prompt.expect("3)")
        prompt.send(UP, CTRL_E, BACKSPACE * 2, "9,", ENTER)
        prompt.expect("10")
        prompt.expect(PROMPT)
        prompt.end()


def test_alt_enter_goes_on_in_the_next_row():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("park a area=1ha", ALT_ENTER)
        prompt.expect(MORE)
        prompt.send("park 乙 area=2ha", ENTER)
        prompt.expect(PROMPT)
        prompt.say("list park", "prompt:2")
        prompt.end()


def test_a_dumb_terminal_asks_for_the_rest():
    with Prompt(LANG="C.UTF-8", TERM="dumb") as prompt:
        prompt.send("print max(1,", ENTER)
        prompt.expect("........( ")
        before = prompt.say("2)", "2")
        assert "\x1b" not in before + prompt.child.before, before
        prompt.end()


# ---------------------------------------------------------------- pastes

@every_locale
def test_a_paste_is_one_edit_and_runs_nothing(**locale):
    with Prompt(**locale) as prompt:
        prompt.send(pasted("park 甲 area=1ha\r\npark 乙 area=2ha\n"))
        prompt.expect("area=2ha")
        prompt.send(UNDO)
        prompt.say("list", "nothing is declared")
        prompt.send(pasted("park 甲 area=1ha\r\npark 乙 area=2ha\n"), UNDO, REDO, ENTER)
        prompt.expect(PROMPT)
        prompt.say("list park", "prompt:")
        prompt.say("save -", "park 乙 area=2ha")
        prompt.end()


def test_a_pasted_tab_or_control_character_presses_no_key():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send(pasted("park\ta\x03\x1bM area=1ha"), BACKSPACE, ENTER)
        prompt.expect(PROMPT)
        prompt.end()


def test_a_script_of_5000_lines_is_pasted_and_runs():
    lines = ["# %d" % n for n in range(4999)] + ["print 40 + 2"]
    with Prompt(LANG="C.UTF-8") as prompt:
        start = time.monotonic()
        prompt.send(pasted("\n".join(lines)))
        prompt.expect("40 + 2")
        prompt.send("0")
        prompt.expect("0")
        prompt.send(ENTER)
        prompt.expect("60")
        prompt.expect(PROMPT)
        assert time.monotonic() - start < 10, time.monotonic() - start
        prompt.end()


# ---------------------------------------------------------------- undo

@every_locale
def test_the_line_is_undone_by_words(**locale):
    with Prompt(**locale) as prompt:
        prompt.send("print 1 + 二三", UNDO, "2", ENTER)
        prompt.expect("3")
        prompt.expect(PROMPT)
        prompt.send("print 4 + 1", UNDO, UNDO, REDO, REDO, "0", ENTER)
        prompt.expect("14")
        prompt.expect(PROMPT)
        prompt.end()


def test_a_completion_is_one_step():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("assum", TAB)
        prompt.expect("assum")
        prompt.send("e", UNDO)
        prompt.cancel()
        prompt.end()


# ---------------------------------------------------------------- hints and colours

def test_the_history_hints_what_was_said_before():
    home = tempfile.mkdtemp()
    try:
        with Prompt(home=home, LANG="C.UTF-8") as prompt:
            prompt.say("print 40 + 2", "42")
            prompt.end()
        with Prompt(home=home, LANG="C.UTF-8", NO_COLOR="") as prompt:
            prompt.send("print 4")
            prompt.expect("0 + 2")
            prompt.send(RIGHT, "0", ENTER)
            prompt.expect("60")
            prompt.expect(PROMPT)
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_usage_is_shown_behind_the_cursor_and_leaves_nothing():
    for columns in (80, 40, 20):
        with Screen(columns=columns, LANG="C.UTF-8") as screen:
            screen.send("park ")
            screen.wait("a hint", lambda rows: rows[-1].startswith("parkline> park ") and len(rows[-1]) > 16)
            rows = screen.rows()
            assert len(rows[-1]) < columns, rows
            screen.press("C-c")
            screen.wait("given up", lambda rows: rows[-2:] == ["parkline> park ^C", "parkline>"])


def test_colours_end_with_their_words():
    with Prompt(LANG="C.UTF-8", NO_COLOR="") as prompt:
        prompt.send("print 1 + max(2, 30)")
        # The last bracket and its partner, and then nothing more.
        prompt.expect("\x1b[1;4m)\x1b[0m")
        prompt.send(ENTER)
        prompt.expect("31")
        prompt.expect(PROMPT)
        prompt.send("print 衢州", ENTER)
        prompt.expect("print\x1b[0m ")
        prompt.expect(PROMPT)
        prompt.end()


def test_no_colour_and_no_hint():
    for settings in ({"NO_COLOR": "1"}, {"NO_COLOR": "", "CLICOLOR": "0"}, {"NO_COLOR": "", "TERM": "dumb"}):
        with Prompt(LANG="C.UTF-8", **settings) as prompt:
            prompt.send("print 1 + max(2, 3)", ENTER)
            prompt.expect("4")
            seen = prompt.child.before
            prompt.expect(PROMPT)
            prompt.send("print 1 + m")
            prompt.expect("+ m")
            seen += prompt.child.before
            for code in ("\x1b[1m", "\x1b[9", "\x1b[3", "\x1b[4", "\x1b[0m"):
                assert code not in seen, (settings, seen)
            prompt.cancel()
            prompt.end()


# ---------------------------------------------------------------- the screen

def test_chinese_wraps_and_resizes_without_debris():
    for locale in ({"LANG": "C.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "zh_CN.UTF-8"}):
        with Screen(columns=40, **locale) as screen:
            # No statement and no hint: only the text itself.
            text = "园区" * 14 + "，情景"
            screen.fill()
            screen.send(text)
            for columns in (40, 20, 61, 33, 40):
                screen.resize_and_settle(columns)
                first = (columns - len(PROMPT)) // 2
                rows = [PROMPT + text[:first]]
                rest = text[first:]
                while rest:
                    rows.append(rest[:columns // 2])
                    rest = rest[columns // 2:]
                screen.wait("redrawn at %d: %s" % (columns, rows), lambda shown: shown[-len(rows):] == rows
                            and not any("园区" in row for row in shown[:-len(rows)]))
            screen.press("C-c")
            screen.wait_for("^C")


def test_a_resize_takes_hint_and_margin_along():
    with Screen(columns=60, LANG="C.UTF-8") as screen:
        screen.fill()
        screen.send("list {a,\x1b\rpark ")
        screen.wait("rows", lambda rows: rows[-2].startswith("parkline> list") and rows[-1].startswith("........{ park"))
        for columns in (20, 37, 80, 20):
            screen.resize_and_settle(columns)
            screen.wait("redrawn at %d" % columns, lambda rows: sum("park " in row or row.endswith("park") for row in rows) == 1
                        and rows[-2] == "parkline> list {a," and len(rows[-1]) < columns)


def test_twenty_columns():
    with Screen(columns=20, LANG="C.UTF-8") as screen:
        screen.send("print max(1, 2, 3, 4)")
        screen.ends_with("parkline> print max(", "1, 2, 3, 4)")
        screen.press("Enter")
        screen.wait("4", lambda rows: rows[-2:] == ["4", "parkline>"])
        screen.send("re")
        screen.press("Tab")
        screen.wait("a list", lambda rows: rows[-1].startswith("parkline> re") and any(row.startswith("redo") for row in rows)
                    and all(len(row) <= 20 for row in rows))
        screen.press("C-c")
        screen.wait_for_prompt()


def test_a_size_of_zero_counts_as_80_by_24():
    with Prompt(LANG="C.UTF-8") as prompt:
        for rows, columns in ((0, 0), (24, 0), (0, 80), (5, 20), (0, 0)):
            prompt.child.setwinsize(rows, columns)
            prompt.send("print 1 + ", "1", ENTER)
            prompt.expect("2")
            prompt.expect(PROMPT)
        # Text of 60 columns is one row of 80.
        prompt.child.setwinsize(0, 0)
        prompt.send("print %s" % "+".join("1" * 25), ENTER)
        prompt.expect("25")
        prompt.expect(PROMPT)
        prompt.end()


def test_many_completions_come_by_the_page():
    home = tempfile.mkdtemp()
    try:
        path = os.path.join(home, "many.park")
        with open(path, "w") as file:
            file.write("".join("park 园%d area=1ha\n" % n for n in range(240)))
        with Prompt(home=home, arguments=[path, "-i"], LANG="C.UTF-8") as prompt:
            prompt.send("show ", TAB)
            prompt.expect("240 ways to go on; Tab again to see them")
            prompt.expect("show ")
            prompt.send(TAB)
            prompt.expect("1-22 of 240, Tab for more")
            prompt.expect("show ")
            prompt.send(TAB)
            prompt.expect("23-44 of 240, Tab for more")
            prompt.expect("show ")
            prompt.send("23", TAB)
            prompt.expect("园239")
            prompt.cancel()
            prompt.end()
    finally:
        shutil.rmtree(home)


# ---------------------------------------------------------------- another editor

def test_edit_opens_the_scenario_and_takes_what_comes_back():
    folder = tempfile.mkdtemp()
    try:
        change = program(folder, "cp \"$1\" '%s/seen'; sed -i 's/area=1ha/area=7ha/' \"$1\"\n" % folder)
        with Prompt(LANG="C.UTF-8", VISUAL=change, TMPDIR=folder) as prompt:
            prompt.say("park 甲 area=1ha", "\n")
            prompt.send("edit", ENTER)
            prompt.expect(PROMPT)
            prompt.say("save -", "park 甲 area=7ha")
            assert open(os.path.join(folder, "seen")).read() == "park 甲 area=1ha\n"
            prompt.say("undo", "edited")
            prompt.say("save -", "park 甲 area=1ha")
            assert sorted(os.listdir(folder)) == ["editor", "seen"], os.listdir(folder)
            prompt.end()
    finally:
        shutil.rmtree(folder)


def test_edit_keeps_a_text_with_an_error():
    folder = tempfile.mkdtemp()
    try:
        change = program(
            folder, "if grep -q '7h$' \"$1\"; then sed -i 's/7h$/8ha/' \"$1\"; else sed -i 's/1ha/7h/' \"$1\"; fi\n")
        with Prompt(LANG="C.UTF-8", columns=200, EDITOR=change, TMPDIR=folder) as prompt:
            prompt.say("park 甲 area=1ha", "\n")
            prompt.send("edit", ENTER)
            prompt.expect("error[")
            prompt.expect("edit:1:")
            prompt.expect("your text is kept in `%s/parkline-" % folder)
            prompt.expect(PROMPT)
            prompt.say("save -", "park 甲 area=1ha")
            kept = [name for name in os.listdir(folder) if name.endswith(".park")]
            assert len(kept) == 1 and os.stat(os.path.join(folder, kept[0])).st_mode & 0o777 == 0o600
            # Opened again, it is the same text, and this time it is mended.
            prompt.send("edit", ENTER)
            prompt.expect(PROMPT)
            prompt.say("save -", "park 甲 area=8ha")
            assert not [name for name in os.listdir(folder) if name.endswith(".park")]
            prompt.end()
    finally:
        shutil.rmtree(folder)


def test_a_kept_text_does_not_undo_what_came_since():
    folder = tempfile.mkdtemp()
    try:
        # It says what it was given, leaves an error behind the first time, and later makes 3 of 2.
        change = program(
            folder, "cd %s; [ -f given ] && w=s/2ha/3ha/ || w=s/1ha/7h/; cat \"$1\" >> given; echo -- >> given; sed -i $w \"$1\"\n"
            % folder)
        with Prompt(LANG="C.UTF-8", columns=200, EDITOR=change, TMPDIR=folder) as prompt:
            prompt.say("edit draft", "no text with an error is kept")
            prompt.say("park 甲 area=1ha", "\n")
            prompt.say("edit", "your text is kept in")
            prompt.say("park newer area=2ha", "\n")
            # The scenario as it is, with what came since; the other text is named and stays.
            prompt.send("edit", ENTER)
            prompt.expect("your text with an error is still in `%s/parkline-" % folder)
            prompt.expect("and `edit draft` opens it")
            prompt.expect(PROMPT)
            prompt.say("save -", "park newer area=3ha")
            with open(os.path.join(folder, "given")) as file:
                first, second = file.read().split("--\n")[:2]
            assert "newer" not in first and "park newer area=2ha" in second and "area=1ha" in second
            # It is still there for whoever asks, and has its error.
            prompt.say("edit draft", "edit:1:")
            prompt.say("save -", "park newer area=3ha")
            prompt.end()
    finally:
        shutil.rmtree(folder)


def test_edit_last_runs_what_comes_back():
    folder = tempfile.mkdtemp()
    try:
        change = program(folder, "sed -i 's/40/60/' \"$1\"\n")
        with Prompt(LANG="C.UTF-8", VISUAL=change, TMPDIR=folder) as prompt:
            prompt.say("print 40 + 2", "42")
            prompt.say("edit last", "62")
            prompt.say("edit last", "62")
            prompt.end()
    finally:
        shutil.rmtree(folder)


def test_what_was_edited_comes_back_after_a_kill():
    folder = tempfile.mkdtemp()
    try:
        change = program(folder, "sed -i 's/area=1ha/area=7ha/' \"$1\"\n")
        with Prompt(home=folder, LANG="C.UTF-8", VISUAL=change, TMPDIR=folder) as prompt:
            prompt.say("park 甲 area=1ha", "\n")
            prompt.send("edit", ENTER)
            prompt.expect(PROMPT)
            prompt.say("save -", "area=7ha")
            prompt.child.kill(9)
            prompt.child.wait()
        with Prompt(home=folder, LANG="C.UTF-8", VISUAL="false") as prompt:
            prompt.send("recover", ENTER)
            prompt.expect(PROMPT)
            prompt.say("save -", "park 甲 area=7ha")
            prompt.say("undo", "edited")
            prompt.say("save -", "park 甲 area=1ha")
            prompt.end()
    finally:
        shutil.rmtree(folder)


def test_an_editor_that_gives_up_changes_nothing():
    with Prompt(LANG="C.UTF-8", VISUAL="false") as prompt:
        prompt.say("park 甲 area=1ha", "\n")
        prompt.say("edit", "nothing is changed")
        prompt.say("edit last", "nothing is changed")
        prompt.say("save -", "park 甲 area=1ha")
        prompt.end()
    # An editor that takes the file away: no text is kept, and none is said to be.
    with Prompt(LANG="C.UTF-8", VISUAL="rm") as prompt:
        prompt.say("park 甲 area=1ha", "\n")
        answer = prompt.say("edit", "nothing is changed\r\n")
        assert "there is no such file" in answer and "kept" not in answer, answer
        prompt.say("save -", "park 甲 area=1ha")
        prompt.end()
    with Prompt(LANG="C.UTF-8", VISUAL="no-such-editor -x") as prompt:
        prompt.say("edit", "there is no editor `no-such-editor -x`")
        prompt.end()
    with Prompt(LANG="C.UTF-8", columns=200, VISUAL="true", TMPDIR="/no-such-folder") as prompt:
        prompt.say("edit", "there is no place for the text in `/no-such-folder`: No such file")
        prompt.end()


def test_the_line_is_edited_elsewhere_and_waits():
    folder = tempfile.mkdtemp()
    try:
        change = program(folder, "sed -i 's/40/60/' \"$1\"\n")
        with Prompt(LANG="C.UTF-8", VISUAL=change, TMPDIR=folder) as prompt:
            prompt.send("print 40 + 2", EDIT)
            prompt.expect("60 + 2")
            prompt.send("2", ENTER)
            prompt.expect("82")
            prompt.expect(PROMPT)
            prompt.end()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    running.main(globals())
