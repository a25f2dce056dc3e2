"""Programs on pseudo-terminals, for every test here: what they are sent, what they answer, what their screens show.

`Terminal` is a program on a pseudo-terminal; `Prompt` is Parkline on one; `Screen` is a program in tmux. Tests wait for
text, or for the screen to show something: never for time. `running.py` runs them.
"""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import termios
import time
import uuid

import pexpect

# Whoever runs the tests may hold signals back, as the threads of a test runner do, or ignore them, as
# a shell does for what it runs behind itself; a program would inherit that, and no key could stop it.
signal.pthread_sigmask(signal.SIG_SETMASK, ())
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGQUIT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGWINCH):
    signal.signal(number, signal.SIG_DFL)

# The program under test; `running.main` takes another from the command line.
PROGRAM = os.path.abspath(".build/debug/parkline")
# How long to wait for a text before it is missed, s. Nothing is ever waited for to the end where all is well.
TIMEOUT = int(os.environ.get("TIMEOUT", 60))
PROMPT = "parkline> "
MORE = "......... "
LOCALES = {
    "C.UTF-8": {"LANG": "C.UTF-8"},
    "LC_ALL=C": {"LC_ALL": "C"},
    "a locale that is not installed": {"LC_ALL": "zh_CN.UTF-8"},
    "none": {},
}
ENTER, TAB, ESCAPE, BACKSPACE, DELETE = "\r", "\t", "\x1b", "\x7f", "\x1b[3~"
UP, DOWN, RIGHT, LEFT, ALT_ENTER = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b\r"
CTRL_A, CTRL_C, CTRL_D, CTRL_E, CTRL_R, CTRL_Z = "\x01", "\x03", "\x04", "\x05", "\x12", "\x1a"
BELL = "\x07"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[78=>]|\x1b\][^\x07]*\x07")


def pasted(text):
    """What a terminal sends when a text is pasted."""
    return "\x1b[200~" + text + "\x1b[201~"


def stopped(process):
    """Whether a process has been stopped, as by Ctrl-Z."""
    with open("/proc/%d/stat" % process) as file:
        return file.read().rpartition(")")[2].split()[0] == "T"


def environment(home, **settings):
    """A clean environment: nothing of the caller's terminal or locale gets in. None takes a name out."""
    names = {"PATH": os.environ["PATH"], "HOME": home, "TERM": "xterm-256color", "SWIFT_BACKTRACE": "enable=no", **settings}
    return {name: value for name, value in names.items() if value is not None}


class Terminal:
    """A program on a pseudo-terminal of its own, with a home of its own."""

    def __init__(self, program, arguments=(), home=None, columns=80, rows=24, **settings):
        self.home = home or tempfile.mkdtemp()
        self.owns_home = home is None
        self.child = pexpect.spawn(
            program, list(arguments), env=environment(self.home, **settings), dimensions=(rows, columns),
            encoding="utf-8", codec_errors="replace", timeout=TIMEOUT, echo=False)
        self.child.delaybeforesend = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.close(force=True)
        if self.owns_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def expect(self, text):
        """Waits for a text; what came before it."""
        self.child.expect_exact(text)
        return self.child.before

    def send(self, *keys):
        self.child.send("".join(keys))


class Prompt(Terminal):
    """Parkline on a terminal of its own."""

    def __init__(self, home=None, arguments=(), columns=80, **settings):
        super().__init__(
            PROGRAM, arguments, home, columns, **{"NO_COLOR": "1", "PAGER": "", **settings})
        self.expect(PROMPT)

    def expect(self, text):
        return ESCAPES.sub("", super().expect(text))

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
        """Ctrl-D on an empty line ends the program well.

        A dumb terminal shows its prompt before the editor takes over, and what is typed between the two is lost.
        """
        for _ in range(100):
            if not termios.tcgetattr(self.child.child_fd)[3] & termios.ICANON:
                break
            time.sleep(0.01)
        self.send(CTRL_D)
        self.child.expect(pexpect.EOF)
        self.child.close()
        assert self.child.exitstatus == 0, self.child.exitstatus


class Screen:
    """A program in tmux, to see what a user sees."""

    def __init__(self, command, columns=80, rows=24, **settings):
        self.home = tempfile.mkdtemp()
        self.socket = "parkline-test-" + uuid.uuid4().hex[:8]
        outside = environment(self.home, LANG="C.UTF-8")
        inside = {name: value for name, value in environment(self.home, **settings).items() if name != "TERM"}
        # With `env -i` and `-u` tmux's own variables and locale do not reach the program.
        words = ["env", "-i", "TERM=" + settings.get("TERM", "screen-256color")]
        words += ["%s=%s" % pair for pair in inside.items()] + command.split()
        self.outside = outside
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), *words)
        self.tmux("set", "-g", "escape-time", "0")
        self.tmux("set", "-g", "window-size", "manual")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["tmux", "-L", self.socket, "kill-server"], env=self.outside,
                       stderr=subprocess.DEVNULL)
        shutil.rmtree(self.home, ignore_errors=True)

    def tmux(self, *words):
        return subprocess.run(["tmux", "-u", "-L", self.socket, *words], env=self.outside, check=True,
                              capture_output=True, text=True).stdout

    def send(self, text):
        self.tmux("send-keys", "-l", text)

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def resize(self, columns, rows=24):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def resize_and_settle(self, columns, rows=24):
        """Resizes, and waits until the program has heard of it and waits for a key again."""
        self.resize(columns, rows)
        tty, pid = self.tmux("display-message", "-p", "#{pane_tty} #{pane_pid}").split()
        self.wait("the new size", lambda _: subprocess.check_output(
            ["stty", "-F", tty, "size"], text=True).split() == [str(rows), str(columns)])
        self.wait("sleeping", lambda _: open("/proc/%s/stat" % pid).read().split()[2] == "S")

    def rows(self):
        rows = self.tmux("capture-pane", "-p").split("\n")
        while rows and not rows[-1].strip():
            rows.pop()
        return [row.rstrip() for row in rows]

    def cursor(self):
        x, y = self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(x), int(y)

    def wait(self, what, is_so):
        """Waits until `is_so` of the screen's rows, and returns them."""
        limit = time.monotonic() + TIMEOUT
        while True:
            rows = self.rows()
            if is_so(rows):
                return rows
            if time.monotonic() > limit:
                raise AssertionError("%s\n%s\ncursor %s" % (what, "\n".join(rows), self.cursor()))
            time.sleep(0.02)

    def wait_for(self, text):
        return self.wait("waited for " + repr(text), lambda rows: any(text in row for row in rows))

    def wait_for_rows(self, *wanted):
        """Waits until the last rows are these."""
        return self.wait("waited for\n" + "\n".join(wanted),
                         lambda rows: rows[-len(wanted):] == list(wanted))

    def wait_for_cursor(self, x, y):
        self.wait("cursor should be at %d %d" % (x, y), lambda _: self.cursor() == (x, y))
