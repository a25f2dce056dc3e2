"""Runs the tests of a file side by side: every `*_test.py` here ends with `running.main(globals())`.

    python3 Tests/Terminal/NAME_test.py [PROGRAM] [NAME ...]

runs the tests whose names contain one of NAME, each in every case it is made for, ATONCE of them at a time (4),
REPEAT times each (1).
"""

import contextlib
import io
import multiprocessing
import multiprocessing.connection
import os
import sys
import time
import traceback

import terminal
from terminal import LOCALES

# Whether what `swift test` samples is tried whole, as in `.ci/run`.
WHOLE = os.environ.get("WHOLE") == "1"


def every(cases):
    """Marks a test that is run once for each of some cases, by their labels, whose variables it takes."""
    def mark(test):
        test.cases = cases
        return test
    return mark


# Run once in each locale, which it takes as variables of the environment.
every_locale = every(LOCALES)


def long(test):
    """Marks a test that takes longest of its file, and so begins first."""
    test.is_long = True
    return test


def chosen(tests, words):
    """The tests of a module's names whose names hold one of `words`, once for each of their cases."""
    order = sorted(tests.items(), key=lambda named: not getattr(named[1], "is_long", False))
    for name, test in order * int(os.environ.get("REPEAT", "1")):
        if not name.startswith("test_") or (words and not any(word in name for word in words)):
            continue
        for case, variables in getattr(test, "cases", {"": {}}).items():
            yield name[5:].replace("_", " ") + (" (%s)" % case if case else ""), test, variables


def outcome(label, test, variables):
    """Runs one test: whether it held, what it says of itself, and how long it took in seconds."""
    start, told = time.monotonic(), io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            test(**variables)
    except Exception:
        traceback.print_exc(file=told)
        return False, "FAIL  %s\n%s" % (label, told.getvalue()), time.monotonic() - start
    return True, "ok    %s\n%s" % (label, told.getvalue()), time.monotonic() - start


def answer(pipe, *test):
    """Sends the outcome of a test to whoever started this process."""
    pipe.send(outcome(*test))
    pipe.close()


def side_by_side(tests, most):
    """The outcomes of tests, `most` of them at a time, each in a process of its own: they wait more than they work."""
    context, waiting, running = multiprocessing.get_context("fork"), list(tests), {}
    while waiting or running:
        while waiting and len(running) < most:
            test = waiting.pop(0)
            inward, outward = context.Pipe(duplex=False)
            process = context.Process(target=answer, args=(outward, *test))
            process.start()
            outward.close()
            running[inward] = process, test[0]
        for pipe in multiprocessing.connection.wait(list(running)):
            process, label = running.pop(pipe)
            try:
                yield pipe.recv()
            except EOFError:
                yield False, "FAIL  %s\nits process ended without an answer\n" % label, 0
            process.join()


def main(tests):
    """Runs those of `tests`, a module's names, that begin with `test_`; REPEAT times each, ATONCE of them side by side."""
    words = sys.argv[1:]
    if words:
        terminal.PROGRAM = os.path.abspath(words.pop(0))
    failed = passed = 0
    for held, text, seconds in side_by_side(chosen(tests, words), int(os.environ.get("ATONCE", "4"))):
        passed, failed = passed + held, failed + (not held)
        print("%5.1f s  %s" % (seconds, text), end="", flush=True)
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(1 if failed or not passed else 0)
