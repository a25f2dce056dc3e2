"""A study calculated a second time: its script read here, its figures worked out by the oracle of Tests/Conformance.

The oracle is written from the model page alone, and this reader from the language page: neither looks at the Swift. It reads what the
studies write (declarations, `assume`, `set`, `unset`, `remove`, `branch`, `switch`, `use`), the built-in libraries from their own
scripts, and skips every statement that only shows something. A value is a number with a unit, a product or difference of such,
a schedule, a list or a word.
"""

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Conformance"))
import oracle  # noqa: E402

WHOLE = os.environ.get("WHOLE") == "1"
LIBRARIES = ROOT / "Sources/ParkModel/Library"
KINDS = "city travel rail sector tax park phase boost firm cohort screen link enclave incentive".split()
# Each unit in what the oracle counts in: yuan, months for durations, minutes for travel, m2, tonnes.
MONEY = {"yuan": 1, "元": 1, "万元": 1e4, "百万元": 1e6, "亿元": 1e8, "亿": 1e8, "万": 1e4, "k": 1e3, "M": 1e6, "m": 1e6, "bn": 1e9}
AREA = {"m2": 1, "ha": 1e4, "亩": 1e4 / 15, "mu": 1e4 / 15}
TIME = {"y": 12, "years": 12, "year": 12, "months": 1, "month": 1}
UNITS = {**MONEY, **AREA, **TIME, "%": 0.01, "min": 1, "tce": 1, "tCO2": 1, "t": 1, "jobs": 1}
DATE = r"\d{4}(?:H[12]|Q[1-4]|-\d\d(?:-\d\d)?)?"
DATES = {"start", "end", "arrives", "opens", "complete", "from", "until", "agreements_until"}
NAMES = {"step", "core", "to", "city", "jurisdiction", "park", "phase", "sector", "sectors", "base", "between", "host", "home", "origin",
         "profile", "pattern", "urban", "type", "tax", "counts", "title"}


def number_of(text):
    """`20亿元/year`, `300万元/亩`, `0.5/百万元`, `12%`: in base units. `/year` is the oracle's own for money and rates."""
    match = re.match(r"-?[\d,]*\.?\d+", text)
    value, rest = float(match.group(0).replace(",", "")), text[match.end():].strip()
    over = False
    for word, mark in re.findall(r"([^\s/*%]+|%)\s*(/?)", rest) if rest and not rest.startswith("/") else []:
        words = [word] if word in UNITS else re.findall(r"bn|M|k|yuan", word)
        for unit in words:
            value = value / UNITS[unit] if over and unit not in TIME else value * (1 if over else UNITS[unit])
        over = over or mark == "/"
    if rest.startswith("/"):
        value /= UNITS[rest[1:].strip()] if rest[1:].strip() not in TIME else 1
    return value


class Reader:
    """The branches of a study, each as the scenario dict of oracle.py."""

    def __init__(self, path):
        self.branches, self.at = {"main": self.empty()}, "main"
        self.read(Path(path))

    @staticmethod
    def empty():
        return {"scenario": {}, "model": {}, "assume": {}, "kinds": {}, **{kind: {} for kind in KINDS}}

    @property
    def here(self):
        return self.branches[self.at]

    def read(self, path):
        text = re.sub(r"\\\n\s*", " ", path.read_text("utf-8"))
        for line in text.split("\n"):
            words = self.words(line)
            if words:
                self.statement(words)

    @staticmethod
    def words(line):
        """The words of a line without its comment; brackets, quotes and what stands round an operator keep together."""
        line = re.sub(r'"[^"]*"', '""', line).split("#")[0].strip()
        line = re.sub(r"\s*([*=])\s*", r"\1", line)
        words, depth = [""], 0
        for mark in line:
            depth += (mark in "([{") - (mark in ")]}")
            if mark == " " and depth == 0:
                words.append("")
            else:
                words[-1] += mark
        # A unit that stands apart belongs to the number before it.
        joined = []
        for word in filter(None, words):
            if joined and "=" in joined[-1] and "=" not in word and re.match(r"(yuan|months?|tce|tCO2|y|min|jobs)\b", word):
                joined[-1] += " " + word
            else:
                joined.append(word)
        return joined

    def statement(self, words):
        first, rest = words[0], words[1:]
        if first == "use":
            self.read(LIBRARIES / (rest[0] + ".park"))
        elif first == "scenario":
            self.here["scenario"] = {"name": "s", "step": "year", **self.attributes(rest, self.here)}
        elif first in KINDS:
            name = rest[0]
            self.here["kinds"][name] = first
            self.here[first][name] = self.attributes(rest[1:], self.here)
        elif first == "assume":
            name, _, value = " ".join(rest).replace('""', "").partition("=")
            self.here["assume"][name.strip()] = value.strip()
        elif first == "set":
            self.change(rest)
        elif first == "unset":
            kind = self.here["kinds"][rest[0]]
            for name in rest[1:]:
                self.here[kind][rest[0]].pop(name.rstrip(","))
        elif first == "remove":
            self.here[self.here["kinds"].pop(rest[0])].pop(rest[0])
        elif first == "branch":
            self.branches[rest[0]] = {key: {name: dict(value) if isinstance(value, dict) else value for name, value in part.items()}
                                      for key, part in self.here.items()}
            self.at = rest[0]
        elif first == "switch":
            self.at = rest[0]

    def change(self, rest):
        if "=" in rest[0]:
            name, _, value = rest[0].partition("=")
            self.here["assume"][name] = value
        elif rest[0] in ("model", "scenario"):
            self.here[rest[0]].update(self.attributes(rest[1:], self.here))
        else:
            self.here[self.here["kinds"][rest[0]]][rest[0]].update(self.attributes(rest[1:], self.here))

    def attributes(self, words, branch):
        found = {}
        for word in words:
            name, mark, value = word.partition("=")
            if mark:
                found[name] = value
        return found

    # Worked out when asked for, since an assumption may be set later.
    def scenario(self, branch="main"):
        """The scenario dict of a branch."""
        b = self.branches[branch]
        model = {name: self.value(value, name, b) for name, value in b["model"].items()}
        result = {"scenario": dict(b["scenario"]), "model": dict(oracle.MODEL_DEFAULTS)}
        stated = {**self.model_defaults(), **model}
        result["model"].update({name: value for name, value in stated.items() if name in oracle.MODEL_DEFAULTS})
        for kind in KINDS:
            result[kind] = {}
            for name, attributes in b[kind].items():
                is_way = kind in ("travel", "rail")
                result[kind][name] = {key: value if is_way and key == "from" else self.value(value, key, b)
                                      for key, value in attributes.items()}
        for profile in result["sector"].values():
            profile.setdefault("rail_elasticity", stated["rail_elasticity"])
        # What the page lets be left out and the oracle does not. Without a line no market counts, however large.
        for kind, defaults in (("rail", {"half_life": 48.0}), ("city", {"gdp": 1.0, "internal_time": 10.0}),
                               ("boost", {"from": "1900"}), ("phase", {"investment": 0.0})):
            for thing in result[kind].values():
                for key, value in defaults.items():
                    thing.setdefault(key, value)
        return {key: value for key, value in result.items() if value}

    @staticmethod
    def model_defaults():
        lines = re.findall(r"set model (\w+)=(\S+)", (LIBRARIES / "model.park").read_text("utf-8"))
        return {name: number_of(value) for name, value in lines}

    def value(self, text, name, b):
        text = text.strip()
        if name in DATES or name in NAMES or re.fullmatch(r"sector\.\w+", text):
            if text.startswith("["):
                return [item.strip() for item in text[1:-1].split(",")]
            return text
        if text.startswith("{"):
            keys = [key.split(":") for key in text[1:-1].split(",")]
            by_date = all(re.fullmatch(DATE, key.strip()) for key, _ in keys)
            return {"by": "date" if by_date else "age", "straight": False,
                    "keys": [(key.strip() if by_date else number_of(key.strip()), self.value(value, name, b)) for key, value in keys]}
        if "*" in text:
            product = 1.0
            for factor in text.split("*"):
                product *= self.value(factor.strip("() "), name, b)
            return product
        if " - " in text:
            first, second = text.split(" - ")
            return self.value(first, name, b) - self.value(second, name, b)
        if re.match(r"-?[\d.]", text):
            return number_of(text)
        if "." in text:
            owner, attribute = text.split(".")
            return self.value(b[b["kinds"][owner]][owner][attribute], attribute, b)
        return self.value(b["assume"][text], name, b)


def run(path, branch="main", **changes):
    """The oracle's run of a branch; `changes` are attributes by `name__attribute`, as written in a script."""
    reader = Reader(path)
    for key, value in changes.items():
        name, attribute = key.split("__")
        reader.branches[branch][reader.branches[branch]["kinds"][name]][name][attribute] = value
    return oracle.Oracle(reader.scenario(branch))


def years(seen, metric, kind="", scope=""):
    """A metric by year."""
    return {label: seen.value(metric, kind, scope, first, last)[0] for label, first, last in seen.periods("year")}


def npv(seen, metric, kind="", scope="", rate=0.08):
    """Present value at the scenario's start, cash in the middle of each step."""
    return sum(seen.value(metric, kind, scope, n, n)[0] * (1 + rate) ** -(seen.clock.middle_of(n) / 12) for n in range(seen.clock.steps))


def agrees(study, branches=("main",), metrics="tax, tax.local, net_local, jobs, output, emissions", by="", runs=None, sample=1):
    """Check that every year of every branch of a study, as exported, is what the oracle works out: the findings rest on these.

    The oracle's runs by branch are handed back.
    """
    from harness import branch_tables, check
    # `swift test` samples what `.ci/run` tries whole: the first `sample` branches.
    branches = branches if WHOLE else branches[:sample]
    names = [name.strip() for name in metrics.split(",")]
    what = f"{metrics} layout=tidy" + (f" by={by}" if by else "")
    tables = branch_tables(study, {branch: {"second": what} for branch in branches})
    runs = runs or {branch: run(study, branch) for branch in branches}
    for branch in branches:
        seen = runs[branch]
        wrong, count = [], 0
        for row in tables[branch]["second"]:
            if row["metric"] not in names or row["scope"] == "(none)" or row["value"] == "":
                continue
            first, last = next((f, l) for label, f, l in seen.periods("year") if str(label) == row["period_start"][:4])
            value = seen.value(row["metric"], by, row["scope"] if by else "", first, last)[0]
            count += 1
            # A leaf is rounded to the fen; what is added up in another order may be off by a few.
            if abs(float(row["value"]) - value) > 1e-9 * abs(value) + 0.05:
                wrong.append((row["scope"], row["metric"], row["period_start"], row["value"], value))
        check(count and not wrong, f"{study.stem}: `{branch}` is the same calculated a second time from the model page"
              + (f", by {by}" if by else ""), wrong[:3] or f"{count} yearly figures")
    return runs


if __name__ == "__main__":
    seen = run(sys.argv[1], *sys.argv[2:3])
    for metric in ("tax", "tax.local", "jobs"):
        print(metric, {year: round(value, 2) for year, value in years(seen, metric).items()})
    print("npv(tax.local)", round(npv(seen, "tax.local"), 2))
