#!/usr/bin/env python3
"""What a program on Unix is expected to do: colour, streams that are closed, full or gone, locales.

    [WHOLE=1] python3 Tests/Terminal/conventions_test.py [PROGRAM]
"""

import itertools
import os
import signal
import subprocess
import tempfile

import pexpect

import running
import terminal

STAGE = "scenario start=2020 end=2021; park p area=1ha; "


def shell(line, folder=None, **settings):
    """A line of a shell in which `$P` is the program: its status, what it printed, and its messages."""
    result = subprocess.run(
        ["/bin/bash", "-c", line], capture_output=True, text=True, cwd=folder, check=False, stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "P": terminal.PROGRAM, "SWIFT_BACKTRACE": "enable=no",
             **settings})
    return result.returncode, result.stdout, result.stderr


def on_terminal(arguments, **settings):
    """What the program shows on a terminal of its own."""
    child = pexpect.spawn(
        terminal.PROGRAM, arguments, env={"PATH": os.environ["PATH"], **settings}, encoding="utf-8", timeout=20,
        echo=False)
    # It ends by itself: there is nothing to wait for behind it, neither here nor in what it runs on.
    child.delayafterclose = child.ptyproc.delayafterclose = 0
    child.expect(pexpect.EOF)
    child.wait()
    child.close()
    return child.before


def test_colour_is_what_everybody_asked_for():
    # no-color.org, bixense.com/clicolors: what the user types counts most, then NO_COLOR, then the forces. How they are
    # weighed against each other is in TerminalTests.everyColour; here, that the program asks each of them.
    for no, force, cli, term, choice in itertools.product(
            (None, "", "1"), (None, "0", "1"), (None, "0", "1"), ("xterm", "dumb"), (None, "auto", "always", "never")):
        settings = {"TERM": term}
        for name, value in (("NO_COLOR", no), ("CLICOLOR_FORCE", force), ("CLICOLOR", cli)):
            if value is not None:
                settings[name] = value
        asked = len(settings) - 1 + (term == "dumb") + (choice is not None)
        if asked > 1 and not running.WHOLE:
            continue
        arguments = (["--color", choice] if choice else []) + ["-c", "x"]
        for is_terminal in (False, True):
            if choice in ("always", "never"):
                wanted = choice == "always"
            elif no:
                wanted = False
            elif force == "1":
                wanted = True
            else:
                wanted = is_terminal and term != "dumb" and cli != "0"
            if is_terminal:
                shown = on_terminal(arguments, **settings)
            else:
                shown = shell("$P %s" % " ".join(arguments), **settings)[2]
            assert ("\x1b[31" in shown) == wanted, (settings, choice, is_terminal, shown)


def test_a_pipe_gets_data_and_nothing_else():
    status, output, errors = shell("printf 'print 1 + 1\\npark p area=1ha\\nprint 2 + 2' | $P", TERM="xterm")
    assert (status, output, errors) == (0, "2\n4\n", ""), (status, output, errors)


def test_results_and_messages_go_where_they_belong():
    status, output, errors = shell("$P -c 'print 1 + 1; nonsense'")
    assert (status, output) == (2, "2\n") and "unknown-command" in errors, (status, output, errors)


def test_a_reader_that_goes_away_ends_it_quietly_by_the_signal():
    status, output, errors = shell("$P -c \"$(printf 'help values;%.0s' {1..2000})\" | head -n 1; exit ${PIPESTATUS[0]}")
    assert status == 128 + signal.SIGPIPE and not errors, (status, errors)
    assert output.count("\n") == 1
    # The same where whoever started it ignores that signal.
    status, _, errors = shell(
        "trap '' PIPE; $P -c \"$(printf 'help values;%.0s' {1..2000})\" | head -n 1; exit ${PIPESTATUS[0]}")
    assert status == 128 + signal.SIGPIPE and not errors, (status, errors)


def test_a_full_disk_is_a_sentence_and_leaves_what_was_there():
    status, _, errors = shell("$P -c help > /dev/full")
    assert status == 5 and "the disk is full" in errors, (status, errors)
    with tempfile.TemporaryDirectory() as folder:
        os.symlink("/dev/full", os.path.join(folder, "link.csv"))
        for command in ("save /dev/full", "export link.csv tax"):
            status, _, errors = shell("$P -c '%s%s'" % (STAGE, command), folder)
            assert status == 5 and "the disk is full" in errors, (command, status, errors)


def test_a_disk_that_fills_up_keeps_the_old_file():
    with tempfile.TemporaryDirectory() as folder:
        # A limit on the size of files stands for the disk: it needs no rights to set.
        with open(os.path.join(folder, "old.park"), "w") as file:
            file.write("# old\n")
        firms = "".join("firm f-%d park=p sector=toys arrives=2020 jobs=1; " % n for n in range(300))
        for command in ("save old.park --over", "export new.csv tax by=firm layout=tidy"):
            status, _, errors = shell(
                "trap '' XFSZ; ulimit -f 1; $P -c '%suse china; %s%s'" % (STAGE, firms, command), folder)
            assert status == 5 and "too large" in errors, (command, status, errors)
            assert os.listdir(folder) == ["old.park"], os.listdir(folder)
            with open(os.path.join(folder, "old.park")) as file:
                assert file.read() == "# old\n"


def test_closed_streams_are_an_error_where_they_are_used_and_never_a_file():
    assert shell("$P -c 'print 1 + 1' <&-") == (0, "2\n", "")
    # A script that cannot be read is none that ended well.
    for line in ("$P <&-", "$P -i -c 'print 1 + 1' <&-", "$P -c 'print 1 + 1; replay -' <&-", "$P fmt - <&-"):
        status, _, errors = shell(line)
        assert status == 5 and "it is closed" in errors, (line, status, errors)
    status, _, errors = shell("$P -c 'print 1 + 1' >&-")
    assert status == 5 and "it is closed" in errors, (status, errors)
    assert shell("$P -c 'park p area=1ha' >&-")[0] == 0
    assert shell("$P -c 'print 1 + 1' 2>&-") == (0, "2\n", "")
    assert shell("$P -c nonsense 2>&-")[0] == 2
    with tempfile.TemporaryDirectory() as folder:
        status, _, _ = shell("$P -c '%sexport x.csv tax; print 1 + 1' <&- >&- 2>&-" % STAGE, folder)
        with open(os.path.join(folder, "x.csv")) as file:
            assert status == 5 and file.read().startswith("period_start"), status


def test_output_that_the_system_lists_among_its_devices_is_taken_as_it_is():
    with tempfile.TemporaryDirectory() as folder:
        assert shell("$P -c 'park p area=1ha; save /dev/stdout' | cat", folder)[:2] == (0, "park p area=1ha\n")
        assert shell("$P -c 'park p area=1ha; save /dev/null'", folder)[0] == 0
        line = "exec 3> >(cat > got); $P -c 'park p area=1ha; save /dev/fd/3'; exec 3>&-; wait"
        assert shell(line, folder)[0] == 0
        os.mkfifo(os.path.join(folder, "p.park"))
        status, _, errors = shell("$P -c 'park p area=1ha; save p.park'", folder)
        assert status == 5 and "`p.park` cannot be written: it is a pipe" in errors, (status, errors)


def test_carriage_returns_alone_end_the_lines_of_standard_input_as_those_of_a_file():
    for text, wanted in (
            (r"# c\rprint 1\rprint 2\r", "1\n2\n"), (r"print 1\rprint 2", "1\n2\n"), (r"\r\r# c\rprint 1", "1\n"),
            (r"print 1 + \\\r1\r", "2\n"), (r"# c\r\nprint 1\r\n", "1\n"), (r"# c\rprint 1\nprint 2\r", "2\n")):
        with tempfile.TemporaryDirectory() as folder:
            typed = shell("printf '%s' | $P" % text, folder)
            filed = shell("printf '%s' > a.park; $P a.park" % text, folder)
            assert typed == filed == (0, wanted, ""), (text, typed, filed)
    status, _, errors = shell(r"printf '# c\rnonsense\r' | $P")
    assert status == 2 and "--> standard input:2:1" in errors, (status, errors)


def test_every_locale_writes_the_same():
    line = "$P -c 'park 智慧园 \"园\" area=１ha; list'"
    wanted = shell(line, LC_ALL="C.UTF-8")
    assert wanted[0] == 0 and "智慧园" in wanted[1], wanted
    for settings in ({}, {"LC_ALL": "C"}, {"LC_ALL": "zh_CN.UTF-8"}, {"LANG": "nonsense"}, {"LC_ALL": "de_DE"}):
        # Of a locale that is not there the other shell complains, and not this one.
        assert shell(line, **settings)[:2] == wanted[:2], settings


def test_no_bar_where_nobody_could_take_it_back():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.park")
        with open(path, "w") as file:
            file.write("scenario start=2020 end=2099 step=month\nuse china\npark p area=1000ha\n")
            file.writelines("firm f-%d park=p sector=toys arrives=2020 jobs=9\n" % n for n in range(2000))
        stop = ["--limit-time", "1500ms", path]
        assert "\x1b[K" in on_terminal(stop, TERM="xterm", NO_COLOR="1")
        assert "\x1b" not in on_terminal(stop, TERM="dumb")
        assert "\x1b" not in on_terminal(stop + ["--json-errors"], TERM="xterm")
        status, output, errors = shell("$P --limit-time 1500ms %s" % path, TERM="xterm")
        assert status == 130 and not output and errors.count("\n") == 1, (status, output, errors)


if __name__ == "__main__":
    running.main(globals())
