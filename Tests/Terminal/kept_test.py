#!/usr/bin/env python3
"""What outlives a shell: sessions that were killed, histories, start-up files. Waits for text, never for time.

    python3 Tests/Terminal/kept_test.py [PROGRAM] [NAME ...]
"""

import difflib
import os
import random
import re
import shutil
import signal
import stat
import subprocess
import tempfile

import pexpect

import running
import terminal
from terminal import CTRL_D, ENTER, UP, Prompt

# What the editor sends at the beginning of each line and never else.
NEXT = "\x1b[?2004h"
OFFER = "can be recovered: `recover list`"


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
    return terminal.ESCAPES.sub("", prompt.child.before)


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
            assert " with 7 statements can be recovered: `recover list`" in said, said
            prompt.say("recover", "7 statements are back")
            prompt.say("save -", "switch main")
            do(prompt, "switch late")
            for line, answer in (
                    ("save -", "set 衢州 area=2ha"), ("undo", "undone: "), ("history", "show 衢州")):
                prompt.send(line, ENTER)
                prompt.expect(answer)
                prompt.expect("> ")
            do(prompt, "save %s" % home.file("a.park"))
            prompt.end()
        with home.shell() as prompt:
            assert OFFER not in said_before(prompt)
            prompt.say("recover", "there is no session to recover")
            prompt.end()
        assert home.journals == []


def test_a_signal_and_a_closed_terminal_leave_the_session():
    for how in (signal.SIGTERM, signal.SIGHUP, "close"):
        with Home() as home:
            with home.shell() as prompt:
                do(prompt, "park a area=1ha")
                if how != "close":
                    kill(prompt, how)
            with home.shell() as prompt:
                assert OFFER in said_before(prompt), how


def leave(prompt, *keys):
    """Leaves a shell well; what it said at that."""
    prompt.send(*keys)
    prompt.child.expect(pexpect.EOF)
    prompt.child.close()
    assert prompt.child.exitstatus == 0, prompt.child.exitstatus
    return terminal.ESCAPES.sub("", prompt.child.before)


def test_leaving_says_what_is_unsaved_and_keeps_it():
    for keys in ((CTRL_D,), ("quit", ENTER), ("exit", ENTER), ("q", ENTER)):
        with Home() as home:
            with home.shell() as prompt:
                do(prompt, "park a area=1ha", "list", "park b area=2ha; park c area=3ha", "park d area=", "park d area=4ha")
                said = leave(prompt, *keys)
                assert "4 statements are unsaved: `recover` brings them back in the next shell" in said, said
            with home.shell() as prompt:
                assert OFFER in said_before(prompt)
                prompt.say("recover", "5 statements are back")
                prompt.say("save -", "park d area=4ha")
                # Brought back, it is still in no file.
                assert "4 statements are unsaved" in leave(prompt, *keys)
            with home.shell() as prompt:
                prompt.say("recover", "6 statements are back")
                prompt.say("save %s" % home.file("study.park"), "saved 4 statements")
                assert "unsaved" not in leave(prompt, *keys)
            assert home.journals == []


def test_what_is_saved_recorded_or_taken_back_is_left_without_a_word():
    with Home() as home:
        study = home.write("park a area=1ha\nbranch late\nset a area=2ha\nswitch main\n", "study.park")
        for lines in (
                ("list",), ("park b area=1ha", "undo"), ("park b area=1ha", "save %s" % study, "list"),
                ("switch late", "switch main", "switch late; switch main"), ("format units=万",), ("park b area=1ha", "undo", "redo", "undo"),
                ("park b area=1ha", "record %s --over" % home.file("r.park")), ("open %s" % study,),
                ("park c area=1ha", "save %s" % home.file("new.park"), "open %s" % study)):
            with open(study, "w") as file:
                file.write("park a area=1ha\nbranch late\nset a area=2ha\nswitch main\n")
            with home.shell(study, "-i") as prompt:
                do(prompt, *lines)
                said = leave(prompt, CTRL_D)
            assert "unsaved" not in said and home.journals == [], (lines, said)
            if os.path.exists(home.file("new.park")):
                os.remove(home.file("new.park"))


def test_what_is_unsaved_is_counted():
    with Home() as home:
        study = home.write("park a area=1ha\n", "study.park")
        for lines, count in (
                (("set a area=2ha",), 1), (("set a area=2ha", "set a area=3ha", "undo"), 1), (("branch late",), 1),
                (("save %s" % study, "set a area=2ha", "set a area=4ha"), 2),
                (("open %s" % study, "set a area=2ha"), 1), (("set a area=2ha", "open %s" % study), 1),
                (("set a area=2ha", "open %s" % study, "undo", "set a area=3ha"), 2),
                (("set a area=2ha", "save %s" % study, "undo"), 1), (("replay %s" % home.write("park z area=1ha\npark x area=1ha\n", "z.park"),), 1)):
            home.write("park a area=1ha\n", "study.park")
            with home.shell(study, "-i") as prompt:
                do(prompt, *lines)
                said = leave(prompt, CTRL_D)
            words = "1 statement is unsaved" if count == 1 else "%d statements are unsaved" % count
            assert words in said and len(home.journals) == 1, (lines, said)
            for name in home.journals:
                os.remove(home.file(".local/state/parkline/sessions", name))


def test_where_nothing_is_kept_leaving_says_so():
    with Home() as home:
        with home.shell("--safe") as prompt:
            do(prompt, "park a area=1ha")
            assert "1 statement is unsaved, and no session is kept here" in leave(prompt, CTRL_D)
        assert home.journals == []


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
                second.say("recover", "there is no session to recover")
                do(second, "park b area=1ha")
                kill(second)
            kill(first)
        with home.shell() as first, home.shell() as second:
            assert "2 sessions can be recovered, the last of " in said_before(second)
            first.say("recover list", "statements")
            first.say("recover", "1 statement is back")
            second.say("recover 2", "there is no session 2")
            second.say("recover", "1 statement is back")
            first.say("recover", "there is no session to recover")
            for number, prompt in enumerate((first, second)):
                prompt.say("save %s" % home.file("%d.park" % number), "saved 1 statement")
                prompt.end()
        assert home.journals == []


def test_the_list_has_titles_and_all_can_be_forgotten():
    with Home() as home:
        study = home.write('scenario "A study 衢州" start=2020 end=2022\n', "study.park")
        for lines in (("park a area=1ha", 'scenario "By the river" start=2020 end=2030'), ("open %s" % study, "undo", "redo"),
                      ("print 1", "park b area=2ha")):
            with home.shell() as prompt:
                do(prompt, *lines)
                kill(prompt)
        with home.shell() as prompt:
            said = said_before(prompt)
            assert "3 sessions can be recovered, the last of 20" in said and said.count("recover") == 2, said
            prompt.send("recover list", ENTER)
            for word in ("print 1", "A study 衢州", "By the river", "drops them all"):
                prompt.expect(word)
            prompt.expect("> ")
            prompt.say("recover all", "one session is brought back")
            prompt.say("recover 7 --forget", "there is no session 7")
            prompt.say("recover 2 --forget", "forgotten: the session of")
            prompt.say("recover --forget all", "forgotten: 2 sessions")
            prompt.say("recover --forget all", "there is no session to recover")
            prompt.say("recover list", "there is no session to recover")
            prompt.end()
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
            prompt.say("recover", "there is no session to recover")
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
            prompt.say("save %s" % home.file("a.park"), "saved 1 statement")
            prompt.end()
        assert home.journals == [name + ".damaged"]


def test_a_journal_with_a_damaged_beginning_is_not_passed_over():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha", "park b area=2ha", "park c area=3ha")
            kill(prompt)
        (name,) = home.journals
        path = home.file(".local/state/parkline/sessions", name)
        whole = open(path, "rb").read()
        open(path, "wb").write(whole.replace(b"lines ", b"limes ", 1))
        with home.shell() as prompt:
            prompt.send("recover", ENTER)
            prompt.expect("0 statements are back")
            prompt.expect("the journal is damaged behind statement 0")
            prompt.expect(".damaged")
            prompt.expect("> ")
            do(prompt, "park d area=4ha")
            kill(prompt)
        assert [other for other in home.journals if other.endswith(".damaged")], home.journals
        with home.shell() as prompt:
            prompt.say("recover", "1 statement is back")
            prompt.end()


FIRST_LINES = (b"Xarkline-journal 1\n", b"\n", b"parkline-journal 2\n", b"parkline-journxl 1\n", b"parkline-journal 1")


@running.every({repr(line): {"line": line} for line in FIRST_LINES})
def test_a_journal_with_a_damaged_first_line_is_said_once_and_put_aside(line):
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha", "park b area=2ha")
            kill(prompt)
        (name,) = home.journals
        path = home.file(".local/state/parkline/sessions", name)
        whole = open(path, "rb").read()
        damaged = line + whole.split(b"\n", 1)[1]
        open(path, "wb").write(damaged)
        # One that can be read is offered beside it.
        with home.shell(columns=400) as prompt:
            said = said_before(prompt)
            minute = name[:10] + " " + name[11:16].replace("-", ":")
            assert "A session of %s cannot be read; what is left of it is in `%s.damaged`" % (minute, path) in said, said
            assert OFFER not in said, said
            do(prompt, "park c area=3ha")
            kill(prompt)
        assert open(path + ".damaged", "rb").read() == damaged
        with home.shell(columns=400) as prompt:
            said = said_before(prompt)
            assert "cannot be read" not in said and OFFER in said, said
            # One that comes while a shell is there is said by `recover`, where there is nothing else too.
            for question in ("recover list", "recover --forget all", "recover"):
                os.rename(path + ".damaged", path)
                prompt.say(question, "cannot be read")
            prompt.end()


def test_a_journal_without_records_goes_without_a_word():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park a area=1ha")
            kill(prompt)
        (name,) = home.journals
        path = home.file(".local/state/parkline/sessions", name)
        for text in (b"", b"parkline-jou", b"parkline-journal 1\n"):
            open(path, "wb").write(text)
            with home.shell() as prompt:
                assert "session" not in said_before(prompt), (text, said_before(prompt))
                prompt.end()
            assert home.journals == [], text


# MARK: Every statement of a long session


# How many statements are said before each kill: `swift test` takes a sample, `.ci/run` kills behind each.
STRIDE = int(os.environ.get("STRIDE", "1" if running.WHOLE else "5"))


def generated(dice, home, known):
    """One line of a session after the other: edits of all sorts, branches, undo, files that are then gone. Not all are right."""
    parks = ["smart", "衢州", "river", "智慧园"]
    number = 0
    yield 'scenario "generated 生成" start=2020 end=2022'
    yield "use china"
    while True:
        number += 1
        park = dice.choice(known or parks)
        firm = "firm-%d" % dice.randint(1, 30)
        area = dice.randint(1, 400)
        branch = dice.choice(["late", "no-rail", "高铁"])
        script = home.write(
            "park script-%d area=%dha\n# from a file\nsector s-%d output_per_job=1M\nfirm f-%d park=script-%d sector=s-%d arrives=2021 jobs=20\n"
            % ((number, area) + (number,) * 4), "script-%d.park" % number)
        yield dice.choice([
            "park %s area=%dha # 面积 %d" % (dice.choice(parks), area, number),
            'park %s "园区 %d" area=%d亩' % (dice.choice(parks), number, area),
            "set %s area=%dha" % (park, area),
            'set %s "title %d"' % (park, number),
            "unset %s title" % park,
            "rename %s %s" % (park, dice.choice(parks)),
            "remove %s --cascade" % park,
            "firm %s park=%s sector=toys arrives=2021 jobs=%d" % (firm, park, area),
            "set %s jobs=%d; set %s arrives=2023" % (firm, area, firm),
            "remove %s" % firm,
            "assume g-%d = %d%%" % (number, area % 20),
            "cohort c-%d park=%s sector=digital from=2021 until=2025 firms=%d jobs=30" % (number, park, area),
            "boost b-%d park=%s sectors=[toys,\\\n digital] productivity=5%%" % (number, park),
            'cite %s.area "a source" kind=reported' % park,
            "set vat local=%d%% central=%d%%" % (area % 50, 100 - area % 50),
            "branch %s-%d" % (branch, number % 3), "switch main", "switch %s-%d" % (branch, number % 3),
            "undo", "redo", "advance", "rewind", "list", "print 17 + 25",
            'replay "%s"' % script, 'replay "%s"' % script, "park %s area=2ha" % dice.choice(parks),
            'open "%s"' % script if dice.random() < 0.2 else "redo",
        ])


def say(prompt, line):
    """Says a statement, of one line or several, and gives what came up to the next prompt."""
    prompt.send(line if "\n" not in line else "\x1b[200~" + line + "\x1b[201~", ENTER)
    said = prompt.expect(NEXT)
    prompt.expect("> ")
    # A busy machine may need long enough to say that it works.
    return re.sub(r"working(, \d+ s)?", "", said)


def saved(prompt):
    """All branches as a script."""
    return say(prompt, "save -").replace("\r", "").split("\n", 1)[1]


def same(text, expected, line):
    """Complains of what differs between two scripts, behind a line."""
    assert text == expected, "%s\n%s" % (line, "\n".join(difflib.unified_diff(
        expected.split("\n"), text.split("\n"), "uninterrupted", "recovered", lineterm="", n=1)))


@running.long
def test_a_session_of_200_statements_comes_back_after_each_kill():
    dice = random.Random(20261122)
    with Home() as home, Home() as other:
        # What an uninterrupted session says behind each statement that it accepts.
        accepted, known = [], []
        with other.shell(columns=500, NO_COLOR="1") as prompt:
            for line in generated(dice, home, known):
                if "error[" not in say(prompt, line):
                    accepted.append((line, saved(prompt)))
                    # Mostly about what is there in the branch at hand.
                    rows = say(prompt, "list park").replace("\r", "").split("\n")[2:]
                    known[:] = [row.split()[1] for row in rows if row.split()]
                if len(accepted) == 200:
                    break
            undone = []
            while "error[" not in say(prompt, "undo"):
                undone.append(saved(prompt))
            assert len(undone) > 3
            prompt.end()
        kinds = {line.split()[0] for line, _ in accepted}
        assert kinds >= set("park set rename remove firm assume branch switch undo redo replay open advance".split()), kinds
        before = None
        for first in range(0, len(accepted), STRIDE):
            said_here = accepted[first:first + STRIDE]
            with home.shell(columns=500, NO_COLOR="1") as prompt:
                if before is not None:
                    said = say(prompt, "recover")
                    assert "back, of the session" in said and "left as" not in said, said
                    same(saved(prompt), before, said_here[0][0])
                for line, _ in said_here:
                    said = say(prompt, line)
                    assert "error[" not in said, said
                kill(prompt)
            for line, after in said_here:
                if line.startswith(("replay", "open")):
                    os.remove(line.split('"')[1])
            before = said_here[-1][1]
        with home.shell(columns=500, NO_COLOR="1") as prompt:
            say(prompt, "recover")
            assert saved(prompt) == before
            for text in undone:
                say(prompt, "undo")
                assert saved(prompt) == text
            prompt.end()
        # What `open` put away is in no file, so it is kept until somebody drops it.
        assert len(home.journals) == 1, home.journals
        with home.shell(columns=500, NO_COLOR="1") as prompt:
            assert "forgotten" in say(prompt, "recover --forget all")
            prompt.end()
        assert home.journals == []


# MARK: Transcripts


def run(home, *arguments, text=None, folder=None):
    """Runs the program on files or a pipe; its results and messages."""
    done = subprocess.run(
        [terminal.PROGRAM, *arguments], input=text, capture_output=True, encoding="utf-8", timeout=60,
        cwd=folder or home.path, env={"HOME": home.path, "PATH": os.environ["PATH"]})
    return done.stdout, done.stderr, done.returncode


@running.long
@running.every({"seed %d" % seed: {"seed": seed} for seed in range(1, 6)})
def test_a_recorded_session_replays_to_the_same_branches(seed):
    dice = random.Random(seed)
    with Home() as home:
        first = home.write("park first area=1ha # from before\n", "first.park")
        known = []
        with home.shell(first, "-i", "-c", "park second area=2ha; park third area=3ha # why",
                        columns=500, NO_COLOR="1") as prompt:
            path = home.file("records", "session.park")
            os.mkdir(home.file("records"))
            count = 0
            for line in generated(dice, home, known):
                if "error[" not in say(prompt, line):
                    count += 1
                    rows = say(prompt, "list park").replace("\r", "").split("\n")[2:]
                    known[:] = [row.split()[1] for row in rows if row.split()]
                if count == 15:
                    say(prompt, 'record "%s"' % path)
                # What nothing bears yet is a warning at a prompt, and an error at a script's end.
                if count >= 40 and run(home, text=saved(prompt))[2] == 0:
                    break
            last = saved(prompt)
            prompt.send(CTRL_D)
            prompt.child.expect(pexpect.EOF)
        output, errors, status = run(home, path, "-c", 'print "----"; save -', folder="/")
        assert status == 0, (seed, errors)
        same(output.split("----\n")[1], last, "seed %d" % seed)


def test_record_writes_each_statement_as_it_comes():
    with Home() as home:
        path = home.file("t.park")
        home.write("park c area=3ha\n", "c.park")

        def text():
            with open(path) as file:
                return file.read()

        with home.shell() as prompt:
            do(prompt, "# about a", "park a area=1ha # here", "park a area=2ha", "help timer")
            do(prompt, 'replay "%s"' % home.file("c.park"), 'record "%s"' % path)
            assert text() == "# about a\npark a area=1ha # here\nhelp timer\nreplay c.park\n", text()
            do(prompt, "park b area=2ha", "park b area=3ha")
            assert text().endswith("park b area=2ha\n"), text()
            do(prompt, "record off", "park d area=4ha")
            assert "park d" not in text()
            prompt.say('record "%s"' % home.file("c.park"), "error[file-exists]")
            do(prompt, 'record "%s"' % path)
            assert text().endswith("park b area=2ha\npark d area=4ha\n"), text()
            kill(prompt)
        with home.shell() as prompt:
            prompt.say('record "%s"' % path, "error[file-exists]")
            do(prompt, "recover", 'record "%s" --over' % path)
            assert text().endswith("park b area=2ha\npark d area=4ha\n"), text()
            prompt.say("record", "recording to")
            prompt.end()


def test_a_recorded_name_with_quotes_and_what_is_recorded_is_no_part_of_the_session():
    with Home() as home:
        home.write("park odd area=1ha\n", 'a "b" \\c.park')
        home.write("park late area=2ha\n", "late.park")
        path = home.file("t.park")
        script = 'record "%s"; replay "%s"; assume a = 1; replay "%s"' % (
            path, home.file('a \\"b\\" \\\\c.park'), home.file("late.park"))
        with home.shell("-i", "-c", script) as prompt:
            inode = os.stat(path).st_ino
            do(prompt, "assume b = 2")
            assert os.stat(path).st_ino == inode, "the file is written anew with each statement"
            kill(prompt)
        with open(path) as file:
            # A backslash that escapes nothing stands alone.
            assert file.read() == 'replay "a \\"b\\" \\c.park"\nassume a = 1\nreplay late.park\nassume b = 2\n'
        assert run(home, path)[2] == 0
        # What `record` writes is not read, so nothing stands between the files that scripts read.
        with home.shell() as prompt:
            prompt.say("recover", "1 statement is back")
            prompt.say("list park", "late.park:1")
            prompt.end()


def test_the_timer_and_the_echo_keep_out_of_the_data():
    with Home() as home:
        output, errors, _ = run(home, text="timer on\nprint 17 + 25\ntimer off\nprint 1 + 1\n")
        assert output == "42\n2\n", output
        assert re.fullmatch(r"(time [\d.,]+ m?s\n){2}", errors), errors
        script = home.write("# why\nprint 17 + \\\n  25 # sum\nprint 1 + 1; print 2 + 1\n", "a.park")
        output, errors, _ = run(home, "--echo", script, "-c", "print 4 + 4")
        assert output == "print 17 + \\\n  25\n42\nprint 1 + 1\n2\nprint 2 + 1\n3\nprint 4 + 4\n8\n", output
        assert errors == ""
        with home.shell() as prompt:
            do(prompt, "timer on")
            prompt.say("print 17 + 25", "time ")
            prompt.end()


# MARK: The start-up file


def test_the_start_up_file_runs_where_the_specification_says():
    with Home() as home:
        home.write("# mine\nuse china\nprint 17 + 25\n", ".config/parkline/start.park")
        with home.shell() as prompt:
            assert "42" in said_before(prompt)
            prompt.say("show vat", "library china")
            prompt.say("undo", "error[nothing-to-undo]")
            prompt.end()
        with home.shell("--no-rc") as prompt:
            prompt.say("list", "nothing is declared")
            prompt.end()
        home.write("print 1000 + 7\n", "elsewhere/parkline/start.park")
        with home.shell(XDG_CONFIG_HOME=home.file("elsewhere")) as prompt:
            assert "1,007" in said_before(prompt)
            prompt.end()
        # A relative path counts as none.
        with home.shell(XDG_CONFIG_HOME="elsewhere", XDG_STATE_HOME="state") as prompt:
            assert "42" in said_before(prompt)
            do(prompt, "park a area=1ha")
            assert len(home.journals) == 1
            prompt.end()
        # Scripts and pipes have nothing to do with it.
        script = home.write("print 1 + 1\n", "a.park")
        for command in ("'%s' %s" % (terminal.PROGRAM, script),
                        "echo 'print 1 + 1' | '%s'" % terminal.PROGRAM):
            child = pexpect.spawn(
                "/bin/sh", ["-c", command], env={"HOME": home.path, "PATH": os.environ["PATH"]},
                encoding="utf-8", timeout=20)
            child.expect(pexpect.EOF)
            # The title of the answer apart.
            answers = [line for line in child.before.split("\r\n") if line and not line.startswith("# ")]
            assert answers == ["2"], child.before


def test_an_error_in_the_start_up_file_is_said_and_the_shell_goes_on():
    with Home() as home:
        home.write("park a area=1ha\npark b area=1kg\npark c area=1ha\n", ".config/parkline/start.park")
        with home.shell(NO_COLOR="1") as prompt:
            said = said_before(prompt)
            assert "error[" in said and ".config/parkline/start.park:2:" in said, said
            prompt.send("save -", ENTER)
            said = prompt.expect(NEXT)
            assert "park a" in said and "park b" not in said and "park c" not in said, said
            prompt.expect("> ")
            prompt.end()
        for make in (os.mkdir, os.mkfifo):
            os.system("rm -rf '%s'" % home.file(".config/parkline/start.park"))
            make(home.file(".config/parkline/start.park"))
            with home.shell() as prompt:
                assert "start.park" in said_before(prompt)
                prompt.say("list", "nothing is declared")
                prompt.end()


def test_what_a_start_up_file_declared_comes_back_as_it_was():
    with Home() as home:
        home.write("park a area=1ha\n", ".config/parkline/start.park")
        with home.shell() as prompt:
            do(prompt, "set a area=2ha")
            kill(prompt)
        home.write("park b area=1ha\n", ".config/parkline/start.park")
        with home.shell() as prompt:
            prompt.say("recover", "1 statement is back")
            prompt.send("save -", ENTER)
            said = prompt.expect(NEXT)
            assert "park a area=2ha" in said and "park b" not in said, said


# MARK: History


def history(home):
    with open(home.file(".local/state/parkline/history"), encoding="utf-8") as file:
        return file.read().splitlines()


def test_two_shells_at_once_keep_both_histories():
    with Home() as home:
        with home.shell() as first, home.shell() as second:
            do(first, "park a area=1ha")
            do(second, "park 乙 area=1ha")
            do(first, "list park")
            do(second, "list")
            first.end()
            second.end()
        assert sorted(history(home)) == sorted(["park a area=1ha", "park 乙 area=1ha", "list park", "list"])


def test_no_history_neither_reads_nor_writes_it():
    with Home() as home:
        with home.shell() as prompt:
            do(prompt, "park secret area=1ha", "undo")
            prompt.end()
        with home.shell("--no-history") as prompt:
            do(prompt, "list")
            # Up finds what this shell said, and nothing older.
            prompt.send(UP, UP)
            prompt.say("", "nothing is declared")
            assert len(home.journals) == 0
            do(prompt, "park a area=1ha")
            assert len(home.journals) == 1
            prompt.end()
        assert history(home) == ["park secret area=1ha", "undo"]


def test_a_history_that_is_none_is_said_once_and_does_no_harm():
    def folder(path):
        os.makedirs(path)

    def unclean(path):
        with open(path, "wb") as file:
            file.write(b"\xff\xfe\0\0" * 1000 + b"\nlist park\n")

    def huge(path):
        with open(path, "wb") as file:
            file.truncate(1 << 30)
            file.seek(0, 2)
            file.write(b"\nlist park\n")

    for make, problems in ((folder, 1), (unclean, 0), (huge, 0)):
        with Home() as home:
            os.makedirs(home.file(".local/state/parkline"))
            make(home.file(".local/state/parkline/history"))
            with home.shell() as prompt:
                before = said_before(prompt)
                assert before.count("no history is kept") == problems, (make, before)
                prompt.send("park a area=1ha", ENTER)
                said = prompt.expect(NEXT)
                assert "no history" not in said, said
                prompt.expect("> ")
                prompt.say("list park", "prompt:1")
                prompt.end()
            if not problems:
                with open(home.file(".local/state/parkline/history"), "rb") as file:
                    file.seek(-36, 2)
                    assert file.read().endswith(b"list park\npark a area=1ha\nlist park\n")
                    assert os.fstat(file.fileno()).st_size < 1 << 23, "it is trimmed"


def test_homes_of_every_sort_do_no_harm():
    with Home() as home:
        os.chmod(home.path, 0o500)
        for settings in ({"HOME": "/proc"}, {"HOME": ""}, {"HOME": "/dev/null/home"}, {"HOME": home.path},
                         {"XDG_STATE_HOME": "/dev/null/x", "XDG_CONFIG_HOME": "/dev/null/y"},
                         {"XDG_STATE_HOME": "/proc", "XDG_CONFIG_HOME": "/proc"}):
            with home.shell(**settings) as prompt:
                prompt.send("park a area=1ha", ENTER)
                said = prompt.expect(NEXT)
                assert said.count("not kept") <= 1, said
                prompt.expect("> ")
                prompt.send("park b area=1ha", ENTER)
                assert "not kept" not in prompt.expect(NEXT)
                prompt.expect("> ")
                prompt.say("list park", "prompt:1")
                prompt.end()
        os.chmod(home.path, 0o700)


if __name__ == "__main__":
    running.main(globals())
