#!/usr/bin/env python3
"""Whatever keys are pressed, the prompt goes on: random ones in both modes, and those that once ended it.

    python3 Tests/Terminal/keys_test.py PROGRAM [WORD...]      SEEDS=40 for more than a sample
"""

import os
import random
import shutil
import tempfile

import pexpect

import running
from terminal import CTRL_C, ENTER, ESCAPE, PROMPT, Prompt

SEEDS = int(os.environ.get("SEEDS", "12" if running.WHOLE else "3"))
MODES = {"emacs": "bind -e\n", "vi": "bind -v\n"}
# Each ended the shell behind an empty line in vi's command mode.
ONCE_FATAL = ["$x", "$de", "k$x", "$D", "$ia", "\x05s", "\x05C", "\x05\x0b", "\x05rx", "$X", "$p", "$P", "$~", "$ced"]
# Not Ctrl-D, Ctrl-Z and Ctrl-\\, which leave, nor Enter, which would run what came about.
CONTROLS = [chr(code) for code in range(1, 27) if chr(code) not in "\x04\x0a\x0d\x1a"] + ["\x7f", "\x1f"]
KEYS = ["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1bb", "\x1bf", "\x1bd", "\x1b\x7f",
        "\x1b<", "\x1b>", "\x1by", "\x1b\r", "\x1bu", "\x1bl", "\x1bc", "\x1bt", "\x1b[200~a\nb 园\x1b[201~"]
TEXTS = list("abcdefghijklmnopqrstuwxyzABCDEFGHIJKLMNOPQRSTUWXYZ0123456789 $^%|;,.~!@&*()[]{}<>?/'\"-+=_`") + ["园", "区", "é", "park "]


class Keys(Prompt):
    """The prompt in one of the editor's modes."""

    def __init__(self, mode):
        self.place = tempfile.mkdtemp()
        with open(os.path.join(self.place, ".editrc"), "w") as file:
            file.write(MODES[mode])
        super().__init__(home=self.place, LANG="C.UTF-8", VISUAL="true", EDITOR="true")

    def __exit__(self, *_):
        super().__exit__()
        shutil.rmtree(self.place, ignore_errors=True)

    def idle(self):
        """Waits until all that was sent is read: Ctrl-C throws away what nobody has read yet."""
        quiet = 0
        while quiet < 3:
            try:
                self.child.read_nonblocking(65536, timeout=0.01)
                quiet = 0
            except pexpect.TIMEOUT:
                with open("/proc/%d/stat" % self.child.pid) as file:
                    quiet = quiet + 1 if file.read().rsplit(") ", 1)[1][0] == "S" else 0

    def lives(self, keys):
        """Behind these keys the prompt answers as ever, once they are given up."""
        for piece in (keys, ESCAPE, CTRL_C, CTRL_C):
            self.send(piece)
            self.idle()
        self.say("print 17 + 25", "42\r\n")


def test_keys_that_once_ended_it_do_no_harm():
    for keys in ONCE_FATAL:
        with Keys("vi") as prompt:
            prompt.send(ENTER)
            prompt.expect(PROMPT)
            # In vi Escape and a key at once are Escape, then the key.
            prompt.lives(ESCAPE + keys)


def of_mode(mode):
    for seed in range(SEEDS):
        dice = random.Random("%s %d" % (mode, seed))
        with Keys(mode) as prompt:
            for _ in range(30):
                pressed = [dice.choice(dice.choice([CONTROLS, KEYS, TEXTS, TEXTS, [ESCAPE]])) for _ in range(dice.randint(1, 12))]
                try:
                    prompt.lives("".join(pressed))
                except Exception as error:
                    raise AssertionError("seed %d, mode %s, keys %r" % (seed, mode, pressed)) from error


def test_any_keys_of_emacs_do_no_harm():
    of_mode("emacs")


def test_any_keys_of_vi_do_no_harm():
    of_mode("vi")


if __name__ == "__main__":
    running.main(globals())
