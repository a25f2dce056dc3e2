#!/usr/bin/env python3
"""Stopping: Ctrl-C, Ctrl-Z, signals and limits, in a pseudo-terminal. Waits for text, never for time.

    [REPEAT=50] python3 Tests/Terminal/stops_test.py [PROGRAM] [NAME ...]
"""

import os
import shutil
import tempfile

import prompt_test
from prompt_test import CTRL_C, ENTER, PROMPT, Prompt, every_locale

# The percentage that is shown once work takes over half a second: a run is under way.
RUNNING = " %"


def long_script(folder):
    """The path of a script whose run takes many seconds: 2,000 firms over 960 months."""
    path = os.path.join(folder, "long.park")
    with open(path, "w") as file:
        file.write("scenario start=2020 end=2099 step=month\nuse china\npark p area=1000ha\n")
        for index in range(2000):
            file.write("firm f-%d park=p sector=toys arrives=2020 jobs=%d\n" % (index, index % 300 + 1))
    return path


class Folder:
    """A folder for a test."""

    def __enter__(self):
        self.path = tempfile.mkdtemp()
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


@every_locale
def test_ctrl_c_stops_a_run_and_leaves_the_session_as_it_was(**locale):
    with Folder() as folder, Prompt(**locale) as prompt:
        prompt.say("park 甲 area=1ha", "")
        prompt.send("replay %s" % long_script(folder), ENTER)
        prompt.expect(RUNNING)
        prompt.send(CTRL_C)
        prompt.expect("interrupted")
        shown = prompt.expect(PROMPT)
        assert "%" not in shown and "█" not in shown, repr(shown)
        before = prompt.say("list", "甲")
        assert "firm" not in before, repr(before)
        # What was stopped is no part of what undo takes back.
        prompt.say("undo", "undone")
        prompt.say("list", "nothing is declared")
        prompt.end()


if __name__ == "__main__":
    prompt_test.main(globals())
