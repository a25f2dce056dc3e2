#!/usr/bin/env python3
"""What the prompt knows: Tab through the real program, and the completions of shells.

    python3 Tests/Terminal/knows_test.py [PROGRAM] [NAME ...]
"""

import os
import shutil
import tempfile

import pexpect

import running
import terminal
from running import every_locale
from terminal import ENTER, PROMPT, TAB, Prompt

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def stage(prompt):
    prompt.say("scenario start=2024 end=2030", "2030: tax 0 yuan")
    prompt.say("use china", "2030: tax 0 yuan")
    prompt.say("park 智慧园 area=10ha", "2030: tax 0 yuan")


def answer_of(prompt, *keys):
    """Presses keys and Enter; all that is said until the next prompt."""
    prompt.send(*keys, ENTER)
    return prompt.expect(PROMPT)


@every_locale
def test_tab_completes_names_in_any_script(**locale):
    with Prompt(**locale) as prompt:
        stage(prompt)
        prompt.send("show 智", TAB)
        assert "park 智慧园" in answer_of(prompt)


def test_tab_completes_a_statement_word_by_word():
    with Prompt() as prompt:
        stage(prompt)
        prompt.send("firm plant pa", TAB, "智", TAB, "sec", TAB, "toys arr", TAB, "2024 jobs=")
        prompt.send("350", ENTER)
        prompt.expect("2030: tax")
        prompt.expect(PROMPT)
        assert "firm plant park=智慧园 sector=toys arrives=2024 jobs=350" in answer_of(prompt, "save -")


def test_tab_completes_units_behind_numbers_and_behind_in():
    with Prompt() as prompt:
        stage(prompt)
        prompt.send("park b area=41.5公", TAB, ENTER)
        prompt.expect(PROMPT)
        assert "41.5公顷" in answer_of(prompt, "save -")
        prompt.send("print 20ha in k", TAB, "\x15print 20ha in m", TAB)
        # Several begin so: they are listed with what they are.
        prompt.expect("a square metre")
        prompt.send("u", ENTER)
        prompt.expect("300 mu")


def test_tab_quotes_files_that_need_it():
    home = tempfile.mkdtemp()
    folder = os.getcwd()
    try:
        os.chdir(home)
        with open("my 衢州 study.park", "w") as file:
            file.write("park inside area=1ha\n")
        with Prompt(home=home) as prompt:
            prompt.send("replay my", TAB, ENTER)
            prompt.expect(PROMPT)
            assert "park inside area=1ha" in answer_of(prompt, "save -")
    finally:
        os.chdir(folder)
        shutil.rmtree(home)


def test_help_keys_has_the_keys_of_the_editor():
    with Prompt(columns=80) as prompt:
        page = answer_of(prompt, "help keys")
        # Each key and what it does are in one row.
        for key, meaning in ("Ctrl-X Ctrl-E ", "edit the line"), ("Tab ", "complete"), ("Ctrl-R ", "search"):
            assert [row for row in page.split("\n") if key in row and meaning in row], (key, page)


def test_words_have_colours_while_they_are_typed():
    with Prompt(NO_COLOR="") as prompt:
        stage(prompt)
        for keys, word, style in (
                ("show 智慧园 ", "智慧园", "35"), ("print nothing-such ", "nothing-such", "4;31"),
                ("park b area=41.5ha ", "area", "94")):
            prompt.send(keys)
            prompt.child.expect_exact("\x1b[%sm%s\x1b[0m" % (style, word))
            prompt.cancel()


def test_a_hint_says_what_is_missing_and_offers_the_only_word():
    with Prompt(NO_COLOR="") as prompt:
        stage(prompt)
        prompt.send("phase p1 park=智慧园 ")
        prompt.expect("start=… complete=…")
        prompt.cancel()
        prompt.send("phase p1 park=智慧园 sta")
        prompt.expect("rt=")
        # Right takes it.
        prompt.send("\x1b[C", "2018 complete=2019 area=10ha", ENTER)
        prompt.expect(PROMPT)
        assert "start=2018" in answer_of(prompt, "save -")


class Bash:
    """A bash that completes `parkline`, in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        for name in ("study.park", "my study.park", "notes.txt"):
            open(os.path.join(self.folder, name), "w").close()
        os.mkdir(os.path.join(self.folder, "bin"))
        os.symlink(terminal.PROGRAM, os.path.join(self.folder, "bin/parkline"))
        environment = {
            "PATH": os.path.join(self.folder, "bin") + ":" + os.environ["PATH"], "TERM": "dumb",
            "HOME": self.folder, "PS1": "$ ", "INPUTRC": "/dev/null", "LANG": "C.UTF-8"}
        self.child = pexpect.spawn(
            "bash", ["--norc", "--noprofile"], env=environment, cwd=self.folder, encoding="utf-8",
            timeout=20)
        self.child.delaybeforesend = None
        self.child.expect_exact("$ ")
        self.child.sendline("bind 'set enable-bracketed-paste off'; source '%s'; PS1='do''ne> '"
                            % os.path.join(ROOT, "Docs/Completions/parkline.bash"))
        self.child.expect_exact("done> ")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)
        shutil.rmtree(self.folder)

    def completes(self, typed, expected):
        """Tab behind `typed` makes it `expected`."""
        self.child.send(typed + TAB)
        self.child.expect_exact(expected)
        self.child.send("\x15\r")
        self.child.expect_exact("done> ")


def test_bash_completes_tools_options_and_scripts():
    with Bash() as bash:
        bash.completes("parkline fm", "parkline fmt ")
        bash.completes("parkline verify-p", "parkline verify-proof ")
        bash.completes("parkline --keep", "parkline --keep-going ")
        bash.completes("parkline fmt --ch", "parkline fmt --check ")
        bash.completes("parkline --color ne", "parkline --color never ")
        bash.completes("parkline --color=ne", "parkline --color=never ")
        bash.completes("parkline st", "parkline study.park ")
        bash.completes("parkline check my", "parkline check my\\ study.park ")
        bash.completes("parkline study.park --js", "parkline study.park --json-errors ")


if __name__ == "__main__":
    running.main(globals())
