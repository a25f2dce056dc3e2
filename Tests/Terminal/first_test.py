#!/usr/bin/env python3
"""The first minutes at a terminal: the language of the locale, the banner, `new` and `tour`.

    python3 Tests/Terminal/first_test.py [PROGRAM] [NAME ...]
"""

import atexit
import os
import shutil
import subprocess
import tempfile

import running
import terminal
from running import every
from terminal import CTRL_C, CTRL_D, ENTER, PROMPT, TAB, Prompt, Screen

WORDS = {"en": ["demo", "tour", "new", "help"], "zh": ["演示", "教程", "新建", "帮助"]}
NOTICE = "`format language=en` 改为英文"


# A folder in which the locale zh_CN.UTF-8 is installed, made once for all tests; None where it cannot be made.
locales = None


def make_locales():
    """Installs the locale for these tests. Its description comes with Debian's `locales`, which `.ci/run` installs."""
    global locales
    if not os.path.exists("/usr/share/i18n/locales/zh_CN"):
        return
    locales = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, locales, ignore_errors=True)
    made = subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", os.path.join(locales, "zh_CN.UTF-8")],
                          capture_output=True)
    assert os.path.exists(os.path.join(locales, "zh_CN.UTF-8")), made.stderr


def with_locales(test):
    """Runs a test in a Chinese locale; without one it says that it is left out."""
    if locales is None:
        return print("left out: there is no /usr/share/i18n/locales/zh_CN")
    test(LOCPATH=locales, LC_ALL="zh_CN.UTF-8")


def first_screen(home=None, **settings):
    """What stands before the first prompt."""
    with Prompt(home=home, **settings) as prompt:
        shown = terminal.ESCAPES.sub("", prompt.child.before)
        prompt.end()
    return shown


def says(shown, language):
    """Whether the words of a language begin the rows of the first screen, and no others."""
    first = [row.split()[0] for row in shown.splitlines() if row.startswith("  ")]
    assert first == WORDS[language], shown


@every({"C": {"LC_ALL": "C"}, "none": {}, "C.UTF-8": {"LANG": "C.UTF-8"},
        "one that does not exist": {"LC_ALL": "zh_XX.UTF-8"},
        "one that is not installed": {"LANG": "zh_CN.UTF-8"}})
def test_the_first_screen_is_english_where_the_locale_is(**settings):
    shown = first_screen(**settings)
    says(shown, "en")
    assert NOTICE not in shown and "Ctrl-D ends." in shown, shown


@every({"C": {"LC_ALL": "C"}, "one that does not exist": {"LC_ALL": "zh_XX.UTF-8"}})
def test_the_first_screen_is_ascii_without_a_chinese_locale(**settings):
    assert first_screen(**settings).isascii()


def test_the_first_screen_is_chinese_in_a_chinese_locale():
    def look(**settings):
        shown = first_screen(**settings)
        says(shown, "zh")
        assert NOTICE in shown, shown
    with_locales(look)


def test_a_start_up_file_says_the_language_of_the_first_screen_too():
    def look(**settings):
        home = tempfile.mkdtemp()
        try:
            os.makedirs(os.path.join(home, ".config/parkline"))
            with open(os.path.join(home, ".config/parkline/start.park"), "w") as file:
                file.write("format language=en\n")
            shown = first_screen(home=home, **settings)
            says(shown, "en")
            assert NOTICE not in shown, shown
            with open(os.path.join(home, ".config/parkline/start.park"), "w") as file:
                file.write("format language=zh\n")
            says(first_screen(home=home, LANG="C.UTF-8"), "zh")
        finally:
            shutil.rmtree(home)
    with_locales(look)


@every({"%d %s" % (columns, language): {"columns": columns, "language": language}
        for columns in (80, 40) for language in ("en", "zh")})
def test_the_first_screen_fits(columns, language):
    def look(**settings):
        with Screen(terminal.PROGRAM, columns=columns, PAGER="cat", NO_COLOR="1", **settings) as screen:
            rows = screen.wait_for(PROMPT.strip())
            screen.tmux("resize-window", "-x", "200", "-y", "40")
            assert all(len(row.encode("gbk", "replace")) <= columns for row in rows), rows
            words = [row.split()[0] for row in rows if row.startswith("  ") and not row.startswith("   ")]
            assert [word for word in words if word in WORDS[language]] == WORDS[language], rows
    if language == "zh":
        with_locales(look)
    else:
        look(LANG="C.UTF-8")


def test_new_asks_says_what_is_wrong_and_writes_the_statements():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("new", ENTER)
        prompt.expect("1/5 Which years?")
        prompt.expect("new> ")
        for answer, next_question in [
                ("soon", "names no first and last year"), ("2026..2030", "2/5"), ("chnia", "did you mean `china`?"),
                ("", "3/5"), ("", "4/5"), ("River", "is missing"), ("River, 10ha (", "have no place here"),
                ("River, 10ha", "5/5"), ("Plant, tyos, 5", "did you mean `toys`?")]:
            prompt.send(answer, ENTER)
            prompt.expect(next_question)
            prompt.expect("new> ")
        prompt.send("Plant, toys, 350", ENTER)
        prompt.expect('> scenario "River" start=2026 end=2030')
        prompt.expect('park river "River" city=quzhou area=10ha')
        prompt.expect('firm plant "Plant" park=river sector=toys arrives=2027 jobs=350')
        prompt.expect("`undo 6`")
        prompt.expect(PROMPT)
        prompt.say("undo 6", "undone: firm plant declared")
        prompt.say("list", "nothing is declared")
        prompt.end()


@every({"Ctrl-C": {"key": CTRL_C}, "Ctrl-D": {"key": CTRL_D}})
def test_new_is_left_without_a_change(key):
    with Prompt(LANG="C.UTF-8") as prompt:
        for count in range(3):
            prompt.send("new", ENTER)
            prompt.expect("1/5")
            prompt.expect("new> ")
            for number in range(2, 2 + count):
                prompt.send(ENTER)
                prompt.expect("%d/5" % number)
                prompt.expect("new> ")
            prompt.send("half an answer" if key == CTRL_C else "", key)
            prompt.expect("left: nothing is changed")
            prompt.expect(PROMPT)
        prompt.say("list", "nothing is declared")
        prompt.end()


def test_answers_to_new_are_no_history_and_its_statements_are():
    home = tempfile.mkdtemp()
    try:
        with Prompt(home=home, LANG="C.UTF-8") as prompt:
            prompt.send("new", ENTER)
            for number in range(1, 6):
                prompt.expect("%d/5" % number)
                prompt.expect("new> ")
                prompt.send("2030..2040" if number == 1 else "", ENTER)
            prompt.expect("`undo 6`")
            prompt.expect(PROMPT)
            prompt.end()
        with open(os.path.join(home, ".local/state/parkline/history")) as file:
            kept = file.read()
        assert "start=2030" in kept and "2030..2040" not in kept, kept
        # What was not saved comes back.
        with Prompt(home=home, LANG="C.UTF-8") as prompt:
            prompt.say("recover", "6 statements are back")
            prompt.say("save -", "firm first-plant")
            prompt.say("save %s/a.park" % home, "saved")
            prompt.end()
    finally:
        shutil.rmtree(home)


def test_tab_offers_answers():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.send("new", ENTER)
        prompt.expect("1/5")
        prompt.expect("new> ")
        prompt.send(ENTER)
        prompt.expect("2/5")
        prompt.expect("new> ")
        prompt.send("ch", TAB, ENTER)
        prompt.expect("3/5")
        prompt.expect("new> ")
        prompt.send(CTRL_C)
        prompt.expect("left")
        prompt.expect(PROMPT)
        prompt.end()


def test_the_tour_checks_what_is_typed():
    with Prompt(LANG="C.UTF-8") as prompt:
        prompt.say("tour", "Step 1 of 33")
        prompt.say("scenaro start=2024 end=2035", "Step 1 waits for:")
        prompt.say('scenario "A park by the river" start=2024 end=2035', "Step 2 of 33")
        prompt.say("use china", "Step 3 of 33")
        prompt.say("city quzou gdp=2125.20亿元/year", "`rename quzou quzhou`")
        prompt.say("rename quzou quzhou", "Step 4 of 33")
        prompt.say("园区 river 城市=quzhou 面积=500亩", "`set river area=600亩`")
        prompt.say("tour stop", "waits at step 4")
        prompt.say("set river area=600亩", "2035: tax")
        prompt.say("tour", "Step 4 of 33")
        prompt.say("tour skip", "Step 5 of 33")
        prompt.send("tour skip", ENTER)
        prompt.expect("> phase p1")
        prompt.expect("Step 6 of 33")
        prompt.expect(PROMPT)
        prompt.say("tour back", "Step 5 of 33")
        prompt.say("tour stop", "waits at step 5")
        prompt.end()


def test_the_tour_in_chinese_goes_to_its_end():
    def go(**settings):
        with Prompt(columns=80, **settings) as prompt:
            prompt.send("教程", ENTER)
            prompt.expect("共 33 步")
            for number in range(1, 34):
                prompt.expect("第 %d 步" % number)
                prompt.expect("请输入：")
                prompt.expect("> ")
                prompt.send("教程 跳过", ENTER)
            prompt.expect("教程到此结束")
            prompt.expect(PROMPT)
            prompt.say("列出 企业", "玩具厂")
            prompt.say("教程 停止", "没有正在进行的教程")
            prompt.end()
    with_locales(go)


def test_demo_proposes_changes_that_work():
    with Prompt(columns=200, LANG="C.UTF-8") as prompt:
        prompt.send("demo", ENTER)
        before = prompt.expect(PROMPT)
        lines = [row.split("`")[1] for row in before.splitlines() if row.startswith("`") and "`:" in row]
        assert len(lines) == 3, before
        for line in lines:
            prompt.say(line, "2035: tax")
            prompt.say("undo", "undone")
        prompt.end()


if __name__ == "__main__":
    make_locales()
    running.main(globals())
