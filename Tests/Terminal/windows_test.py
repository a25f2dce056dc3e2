#!/usr/bin/env python3
"""Resizing on a terminal that leaves rows as they are, as xterm does, and what is said at several widths.

    python3 Tests/Terminal/windows_test.py [PROGRAM] [NAME ...]
"""

import os
import tempfile

import running
import terminal
from terminal import ENTER, PROMPT, Prompt

ASKS = "\x1b[6n"
LINE = "print 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11"


def widen(prompt):
    """Gives a line of two rows at 40 columns 80 of them, up to where the terminal is asked for its cursor."""
    prompt.send(LINE)
    prompt.expect("11")
    prompt.child.setwinsize(24, 80)
    prompt.expect(ASKS)


def resized(reply):
    """What the program writes when its line of two rows, at 40 columns, gets 80, and the terminal answers so."""
    with Prompt(columns=40, LANG="C.UTF-8") as prompt:
        widen(prompt)
        prompt.send(reply)
        prompt.child.expect_exact(LINE)
        before = prompt.child.before
        # Nothing of the answer has come into the line.
        prompt.send(ENTER)
        prompt.expect("66")
        prompt.expect(PROMPT)
        prompt.end()
        return before


def test_a_row_that_a_wider_terminal_left_is_taken_away():
    column = (len(PROMPT) + len(LINE)) % 40 + 1
    assert "\x1b[1A\x1b[J" in resized("\x1b[9;%dR" % column)


def test_rows_that_a_wider_terminal_joined_are_one():
    column = len(PROMPT) + len(LINE) + 1
    before = resized("\x1b[9;%dR" % column)
    assert "\x1b[J" in before and "A" not in before, before


def test_keys_typed_before_the_answer_are_kept():
    with Prompt(columns=40, LANG="C.UTF-8") as prompt:
        widen(prompt)
        prompt.send(" + 衢州", "\x1b[9;60R", "\x7f\x7f34", ENTER)
        prompt.expect("100\r\n")
        prompt.expect(PROMPT)
        prompt.end()


def test_a_terminal_that_says_nothing_is_asked_once():
    with Prompt(columns=40, LANG="C.UTF-8") as prompt:
        widen(prompt)
        prompt.expect(LINE)
        prompt.child.setwinsize(24, 40)
        prompt.expect("print")
        assert ASKS not in prompt.child.before
        prompt.send(ENTER)
        prompt.expect("66")
        prompt.expect(PROMPT)
        prompt.end()


def test_the_banner_and_the_offer_break_between_words():
    home = tempfile.mkdtemp()
    with Prompt(home=home, columns=80, LANG="C.UTF-8") as prompt:
        prompt.say("park a area=1ha", "\n")
        prompt.send("\x04")
    for columns in (20, 40):
        with Prompt(home=home, columns=columns, LANG="C.UTF-8") as prompt:
            shown = terminal.ESCAPES.sub("", prompt.child.before)
        for row in shown.split("\r\n"):
            assert len(row) <= columns, (columns, row)
        assert " ".join(shown.split()).count("Type one of these; Ctrl-D ends.") == 1, shown


def test_behind_files_a_word_says_what_was_read():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Scenarios/longyou-toy-plant.park")
    with Prompt(arguments=["-i", path], columns=200, LANG="C.UTF-8") as prompt:
        shown = terminal.ESCAPES.sub("", prompt.child.before)
        assert "\r\n\r\n# table tax by=level" in shown, shown
        assert "Longyou toy plant, 4 declarations; branches main, at-home, refunded, handed-over\r\n2035: tax " in shown, shown
        prompt.end()


def test_behind_files_their_doubts_are_said_as_open_says_them():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "silent.park")
        with open(path, "w") as file:
            file.write("scenario start=2020 end=2022\nuse china\ncity c gdp=2000\nset model discount=8\n")
        with Prompt(columns=200) as prompt:
            prompt.send("open " + path, ENTER)
            opened = prompt.expect(PROMPT)
        with Prompt(arguments=["-i", path], columns=200) as prompt:
            shown = terminal.ESCAPES.sub("", prompt.child.before)
            said = shown[shown.index("warning["):]
            assert said.count("warning[doubtful]") == 2 and said.rstrip() in opened, (shown, opened)
            assert "doubts:" not in shown, shown
            prompt.end()


def test_an_open_quote_is_shown_in_the_margin_under_every_locale(**locale):
    with Prompt(**locale) as prompt:
        prompt.send("park a \"江滨", ENTER)
        prompt.expect("........\" ")
        prompt.send("产业园\" area=1ha", ENTER)
        prompt.expect(PROMPT)
        prompt.say("save -", "产业园")
        prompt.cancel()
        prompt.end()


test_an_open_quote_is_shown_in_the_margin_under_every_locale = running.every_locale(
    test_an_open_quote_is_shown_in_the_margin_under_every_locale)


if __name__ == "__main__":
    running.main(globals())
