#!/usr/bin/env python3
"""What outlives a shell: sessions that were killed, histories, start-up files. Waits for text, never for time.

    python3 Tests/Terminal/kept_test.py [PROGRAM] [NAME ...]
"""

import os
import shutil
import signal
import stat
import tempfile

import pexpect

import prompt_test
from prompt_test import CTRL_D, ENTER, Prompt, UP

# What the editor sends at the beginning of each line and never else.
NEXT = "\x1b[?2004h"
OFFER = "ended without `quit`"


class Home:
    """A home of its own for shells, one after the other or together."""

    def __init__(self, **settings):
        self.settings = {"LANG": "C.UTF-8", **settings}

    def __enter__(self):
        self.path = tempfile.mkdtemp()
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def shell(self, *arguments, **settings):
        return Prompt(home=self.path, arguments=arguments, **{**self.settings, **settings})

    def file(self, *parts):
        return os.path.join(self.path, *parts)

    def write(self, text, *parts):
        os.makedirs(os.path.dirname(self.file(*parts)), exist_ok=True)
        with open(self.file(*parts), "w") as file:
            file.write(text)
        return self.file(*parts)

    @property
    def journals(self):
        try:
            return sorted(os.listdir(self.file(".local/state/parkline/sessions")))
        except FileNotFoundError:
            return []


def kill(prompt, how=signal.SIGKILL):
    """Ends a shell, and waits until it is gone."""
    os.kill(prompt.child.pid, how)
    prompt.child.expect(pexpect.EOF)
    prompt.child.close()


def said_before(prompt):
    """What a shell said before its first prompt."""
    return prompt_test.ESCAPES.sub("", prompt.child.before)


def do(prompt, *lines):
    """Says lines, each once the prompt is back."""
    for line in lines:
        prompt.send(line, ENTER)
        prompt.expect(NEXT)
        prompt.expect("> ")


def test_a_killed_session_is_offered_and_comes_back():
    with Home() as home:
        with home.shell() as prompt:
            assert OFFER not in said_before(prompt)
            do(prompt, "park 衢州 area=1ha # why")
            do(prompt, "branch late", "set 衢州 area=2ha; undo; redo", "switch main", "show 衢州")
            kill(prompt)
        (journal,) = home.journals
        path = home.file(".local/state/parkline/sessions", journal)
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
        with home.shell() as prompt:
            said = said_before(prompt)
            assert "with 7 statements ended without `quit`." in said and "`recover` brings it back" in said, said
            prompt.say("recover", "7 statements are back")
            prompt.say("save -", "switch main")
            do(prompt, "switch late")
            for line, answer in (
                    ("save -", "set 衢州 area=2ha"), ("undo", "undone: "), ("history", "show 衢州")):
                prompt.send(line, ENTER)
                prompt.expect(answer)
                prompt.expect("> ")
            prompt.end()
        with home.shell() as prompt:
            assert OFFER not in said_before(prompt)
            prompt.say("recover", "every session ended with `quit`")
            prompt.end()
        assert home.journals == []


def test_a_signal_and_a_closed_terminal_leave_the_session_and_quit_does_not():
    for how in (signal.SIGTERM, signal.SIGHUP, "close", "quit"):
        with Home() as home:
            with home.shell() as prompt:
                do(prompt, "park a area=1ha")
                if how == "quit":
                    prompt.send("quit", ENTER)
                    prompt.child.expect(pexpect.EOF)
                elif how != "close":
                    kill(prompt, how)
            with home.shell() as prompt:
                assert (OFFER in said_before(prompt)) == (how != "quit"), how


def test_questions_alone_leave_nothing():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "help", "list", "history")
            assert home.journals == []
            kill(prompt)
        with home.shell() as prompt:
            assert OFFER not in said_before(prompt)


def test_what_files_said_comes_back_though_they_are_gone():
    with Home() as home:
        script = home.write("park a area=1ha\nreplay b.park\n", "a.park")
        home.write("park b area=2ha\n", "b.park")
        with home.shell(script, "-i", "-c", "park c area=3ha") as prompt:
            other = home.write("park d area=4ha\n", "d.park")
            do(prompt, 'replay "%s"' % other)
            home.write("park e area=5ha\n", "d.park")
            do(prompt, 'open "%s"' % other, "undo")
            kill(prompt)
        for name in ("a.park", "b.park", "d.park"):
            os.remove(home.file(name))
        with home.shell() as prompt:
            prompt.say("recover", "3 statements are back")
            prompt.say("list park", "b.park:1")
            prompt.say("list park", "d.park:1")
            prompt.say("redo", "opened")
            prompt.say("list park", "e")
            kill(prompt)
        # What was recovered is kept with what was done since.
        with home.shell() as prompt:
            prompt.say("recover", "back")
            prompt.say("save -", "park e area=5ha")


def test_two_shells_do_not_take_what_the_other_has():
    with Home() as home:
        with home.shell() as first:
            do(first, "park a area=1ha")
            with home.shell() as second:
                assert OFFER not in said_before(second)
                second.say("recover", "every session ended with `quit`")
                do(second, "park b area=1ha")
                kill(second)
            kill(first)
        with home.shell() as first, home.shell() as second:
            assert "2 sessions ended without `quit`" in said_before(second)
            first.say("recover list", "statements")
            first.say("recover", "1 statement is back")
            second.say("recover 2", "there is no session 2")
            second.say("recover", "1 statement is back")
            first.say("recover", "every session")
            first.end()
            second.end()
        assert home.journals == []


def test_a_session_is_not_recovered_on_top_of_another():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha")
            kill(prompt)
        with home.shell() as prompt:
            do(prompt, "park b area=1ha")
            prompt.say("recover", "error[not-empty]")
            prompt.say("recover --forget", "forgotten: the session of")
            prompt.say("recover", "every session")
            prompt.say("save -", "park b area=1ha")
            prompt.end()


def test_a_torn_journal_loses_only_what_was_being_written():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha", "park b area=2ha")
            kill(prompt)
        (name,) = home.journals
        path = home.file(".local/state/parkline/sessions", name)
        whole = open(path, "rb").read()
        for tail in (b"lines 20 0123456789abcdef\n3\npark", b"li", b"\0" * 100):
            open(path, "wb").write(whole + tail)
            with home.shell() as prompt:
                said = prompt.say("recover", "2 statements are back")
                prompt.send("save -", ENTER)
                assert "damaged" not in said + prompt.expect("park b area=2ha")
                kill(prompt)
            (name,) = home.journals
            path = home.file(".local/state/parkline/sessions", name)


def test_a_damaged_journal_comes_back_up_to_the_damage():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha", "park b area=2ha", "park c area=3ha")
            kill(prompt)
        (name,) = home.journals
        path = home.file(".local/state/parkline/sessions", name)
        whole = open(path, "rb").read()
        open(path, "wb").write(whole.replace(b"park b", b"park x"))
        with home.shell() as prompt:
            prompt.send("recover", ENTER)
            prompt.expect("1 statement is back")
            prompt.expect("the journal is damaged behind statement 1")
            prompt.expect(".damaged")
            prompt.expect("> ")
            prompt.say("save -", "park a area=1ha")
            prompt.end()
        assert home.journals == [name + ".damaged"]


if __name__ == "__main__":
    prompt_test.main(globals())
