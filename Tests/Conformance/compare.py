"""Feeds random scenarios to a `parkline` binary and compares every number with the oracle.

    python3 compare.py BINARY A..B            seeds A to B, both included
    python3 compare.py BINARY 17 --shrink     one seed; look for a smaller scenario that still differs, and print it
    python3 compare.py BINARY FILE.json       a scenario dict kept in a file (what --shrink writes)

Options: --show N differences per seed (5), --keep FOLDER to keep scripts and tables, --fen N more fen allowed on every
money number (to tell a reading from noise), --by KINDS (scenario,park,phase,firm,sector,tax,level,jurisdiction), --per step|year,
--metrics PREFIXES, --jobs N processes, --with FEATURES (names of features.py joined by commas, or all: beyond what the program has).
--appraise also compares what `appraise` says of each city's net local flows: NPV, internal rate, paybacks.

What counts as equal. Money: within N fen, N the leaves of that sum whose amount lies so near a half fen that
rounding noise could turn it. Other numbers: within 1e-9 of the value (or 1e-12 of the metric's largest value in the
run, for differences of big numbers). An undefined value is an empty cell. A ratio whose denominator is itself noise
(below 1e-9 of the largest) is not compared. Scenarios where noise could turn a whole decision (a firm fits or not)
are reported as knife-edges and not compared.
"""

import argparse
import copy
import csv
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal, InvalidOperation

from appraisal import LINES, Appraisal, lost, lost_beside
from features import PROGRAM_HAS, named
from generate import generate
from oracle import Oracle, Refused, is_money, to_script

REMAINDER = "(none)"
HEADER = "scenario,branch,scope_kind,scope,metric,period_start,period_end,unit,value".split(",")
SCOPES = {"scenario": "", "park": "park", "phase": "phase", "firm": "firm", "sector": "sector", "tax": "tax", "level": "level", "jurisdiction": "jurisdiction"}
DENOMINATORS = {"tax_per_mu": "land.occupied", "jobs_per_ha": "land.occupied", "tax_per_serviced_mu": "land.serviced",
                "jobs_per_serviced_ha": "land.serviced", "occupancy": "land.serviced",
                "investment_per_mu": "land.serviced", "local_share": "tax"}


class Options:
    """What to compare and how strictly."""

    def __init__(self, binary, by=tuple(SCOPES), per=("step", "year"), metrics=(), fen=0, keep=None, features=PROGRAM_HAS,
                 appraise=False):
        self.binary, self.by, self.per, self.metrics, self.fen, self.keep = binary, by, per, metrics, fen, keep
        self.features, self.appraise = features, appraise


def wanted_metrics(oracle, by, options):
    names = oracle.metrics(SCOPES[by])
    return [m for m in names if not options.metrics or any(m.startswith(p) for p in options.metrics)]


def statements(oracle, folder, options):
    """The export statements, one file per kind of scope and of period."""
    lines, files = [], []
    for by in options.by:
        metrics = wanted_metrics(oracle, by, options)
        if not metrics or not oracle.scopes(SCOPES[by]):
            continue
        for per in options.per:
            path = os.path.join(folder, f"{by}-{per}.csv")
            scope = f" by={SCOPES[by]}" if SCOPES[by] else ""
            lines.append(f"export {path} {', '.join(metrics)}{scope} per={per} layout=tidy")
            files.append((by, per, path))
    return "; ".join(lines), files


def year_key(start, fiscal):
    """The fiscal year that a first day lies in."""
    return (int(start[:4]) * 12 + int(start[5:7]) - 1 - (fiscal - 1)) // 12


def read_table(path, per, oracle):
    """{(scope, metric, period key): text of the value}, and complaints about the form."""
    rows, complaints, clock = {}, [], oracle.clock
    ends = {key: clock.iso(clock.end_of(last)) for key, _, last in oracle.periods(per)}
    with open(path, newline="", encoding="utf-8") as f:
        reader = csv.reader(f)
        header = next(reader, [])
        if header != HEADER:
            return {}, [f"header is {','.join(header)}"]
        for line in reader:
            row = dict(zip(HEADER, line))
            period = row["period_start"] if per == "step" else year_key(row["period_start"], clock.fiscal)
            key, end = (row["scope"], row["metric"], period), ends.get(period)
            if row["period_end"] != end:
                complaints.append(f"{row['period_start']} ends {row['period_end']}, oracle {end}")
            if key in rows:
                complaints.append(f"two rows for {key}")
            rows[key] = row["value"]
    return rows, complaints


def labels(oracle, printed):
    """Complaints about what years are called, in the table printed last."""
    got = [json.loads(line).get("period") for line in printed.splitlines() if line.startswith("{")]
    expected = [oracle.clock.year_label(a, b) for _, a, b in oracle.periods("year")]
    return [] if got == expected else [f"years are called {got}, oracle {expected}"]


class Judge:
    """Compares one table with the oracle."""

    def __init__(self, oracle, kind, per, options):
        self.oracle, self.kind, self.options = oracle, kind, options
        self.periods = {key: (a, b) for key, a, b in oracle.periods(per)}
        self._largest = {}

    def largest(self, metric):
        """The metric's largest size anywhere in this kind of scope, one period at a time."""
        if metric not in self._largest:
            values = [self.oracle.value(metric, self.kind, scope, a, b)[0]
                      for scope in self.oracle.scopes(self.kind) for a, b in self.periods.values()]
            self._largest[metric] = max((abs(v) for v in values if v is not None), default=0.0)
        return self._largest[metric]

    def shaky(self, metric, scope, a, b):
        """A ratio over what is only noise."""
        below = DENOMINATORS.get(metric)
        if below is None:
            return False
        value = abs(self.oracle.value(below, self.kind, scope, a, b)[0])
        return 0 < value < 1e-9 * self.largest(below)

    def remainder(self, metric, key, text, scopes):
        """What belongs to no part is the whole less the parts; ratios have none to compare."""
        if metric in DENOMINATORS or text == "":
            return None
        a, b = self.periods[key]
        read = self.oracle.fen if is_money(metric) else self.oracle.value
        whole, slack = read(metric, "", "", a, b)
        parts = [read(metric, self.kind, scope, a, b) for scope in scopes]
        rest = whole - sum(part[0] for part in parts)
        if metric == "net_local.additional":         # rounded once for what is asked, so for the remainder, too
            rest = 0
            for n in range(a, b + 1):
                net, tax, land = (self.oracle.fen(m, "", "", n, n)[0] - sum(self.oracle.fen(m, self.kind, scope, n, n)[0] for scope in scopes)
                                  for m in ("net_local", "tax.local", "land_income"))
                rest += net - self.oracle.not_additional(n, tax + land)[0]
        got = float(text) * (100 if is_money(metric) else 1)
        size = abs(whole) + sum(abs(part[0]) for part in parts)
        if abs(got - rest) > 1e-9 * size + slack + sum(part[1] for part in parts):
            return f"program {text}, oracle {rest!r}"
        return None

    def complaint(self, scope, metric, key, text):
        """None if the program's text is right, else what is wrong with it."""
        a, b = self.periods[key]
        expected, slack = self.oracle.value(metric, self.kind, scope, a, b)
        if self.shaky(metric, scope, a, b):
            return None
        if text is None:
            return None if expected in (None, 0) else f"no row, oracle {expected!r}"
        if expected is None or text == "":
            if expected is None and text == "":
                return None
            return f"program {text or 'undefined'}, oracle {'undefined' if expected is None else repr(expected)}"
        try:
            got = Decimal(text)
        except InvalidOperation:
            return f"program {text!r} is not a number, oracle {expected!r}"
        if is_money(metric):
            fen, slack = self.oracle.fen(metric, self.kind, scope, a, b)
            off = got * 100 - fen
            if abs(off) <= slack + self.options.fen:
                return None
            return f"program {text}, oracle {Decimal(fen) / 100:.2f} (off by {off} fen, {slack} allowed)"
        allowed = 1e-9 * abs(expected) + 1e-12 * self.largest(metric) + 1e-9 + slack
        decimals = len(text.partition(".")[2])
        if metric in ("tax_per_mu", "tax_per_serviced_mu", "investment_per_mu", "market_potential") and decimals == 2:
            allowed += 0.0051                        # printed as money
        if abs(float(got) - expected) <= allowed:
            return None
        return f"program {text}, oracle {expected!r}"


def differences(s, options, note=""):
    """(kind, list of lines): kind is "same", "differs", "refused", "knife-edge"."""
    oracle = Oracle(s, options.features)
    if oracle.knife_edges:
        return "knife-edge", oracle.knife_edges[:3]
    with tempfile.TemporaryDirectory(prefix="parkline-") as temporary:
        folder = temporary
        if options.keep:
            folder = os.path.abspath(os.path.join(options.keep, note.replace(" ", "-") or "scenario"))
            os.makedirs(folder, exist_ok=True)
        script = os.path.join(folder, "scenario.park")
        with open(script, "w", encoding="utf-8") as f:
            f.write(f"# {note}\n" + to_script(s))
        command, files = statements(oracle, folder, options)
        asked = appraisals(oracle) if options.appraise else []
        if options.appraise and oracle.has("appraise-additional"):
            asked += appraisals(oracle, additional=True)
        command = "; ".join([command] * bool(command) + ["table firms; last ndjson"] + [f"{text}; last csv" for text, _ in asked])
        done = subprocess.run([options.binary, script, "-c", command], capture_output=True, text=True, timeout=300,
                              stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            return "refused", [f"exit {done.returncode}"] + (done.stderr or done.stdout).strip().splitlines()[:12]
        found = labels(oracle, done.stdout)
        for by, per, path in files:
            if not os.path.exists(path):
                found.append(f"{by} per {per}: no table written")
                continue
            rows, complaints = read_table(path, per, oracle)
            judge = Judge(oracle, SCOPES[by], per, options)
            found += [f"{by} per {per}: {c}" for c in complaints]
            metrics, scopes = wanted_metrics(oracle, by, options), oracle.scopes(SCOPES[by])
            expected = {(scope, m, key): None for key in judge.periods for m in metrics for scope in scopes}
            for scope, metric, key in expected:
                wrong = judge.complaint(scope, metric, key, rows.get((scope, metric, key)))
                if wrong:
                    found.append(f"{by} {scope or '(all)'} {metric} {key}: {wrong}")
            for (scope, metric, key), text in rows.items():
                if scope == REMAINDER:
                    wrong = judge.remainder(metric, key, text, scopes)
                    if wrong:
                        found.append(f"{by} {scope} {metric} {key}: {wrong}")
            strange = sorted({f"{k[0]} {k[1]} {k[2]}" for k in rows
                              if k not in expected and k[0] != REMAINDER})
            if strange:
                found.append(f"{by} per {per}: {len(strange)} rows not expected, as {strange[0]}")
        found += appraised(asked, done.stdout)
        return ("differs" if found else "same"), found


def figures(printed):
    """The tables of figures among what was printed as CSV: [rows, the first of them the head]."""
    lines, tables = printed.splitlines(), []
    for i, line in enumerate(lines):
        if line.startswith("figure,unit,"):
            rows = list(csv.reader(lines[i:]))
            tables.append(rows[:next((k for k, row in enumerate(rows) if len(row) != len(rows[0])), len(rows))])
    return tables


def appraisals(oracle, additional=False):
    """[(statement, {city: what the oracle makes of it})] of section 10, of whole flows or of what is additional: the cities side by side,
    and the latter of each city alone, too. A city without any flow has no column."""
    cities = list(oracle.s["city"])
    whole = {city: Appraisal(oracle, city) for city in [*cities, ""]}
    if not any(any(one.flows) for one in whole.values()):
        return []
    if not additional:
        return [("appraise", whole)]
    beside = {city: Appraisal(oracle, city, lost=rows) for city, rows in {**lost_beside(oracle), "": lost(oracle)}.items()}
    return [("appraise additional=yes", beside)] + [(f"appraise of {city} additional=yes", {city: Appraisal(oracle, city, lost=lost(oracle, city))})
                                                    for city in cities if any(whole[city].flows)]


def appraised(asked, printed):
    """Complaints about what the program makes of the cities' flows."""
    tables = figures(printed)
    if len(tables) != len(asked):
        return [f"appraise: {len(tables)} tables of {len(asked)}"]
    return [f"{text} {wrong}" for (text, flows), rows in zip(asked, tables) for wrong in judged_figures(flows, rows)]


def judged_figures(flows, rows):
    """Complaints about one table of figures: each of its columns, and that its lines add up."""
    columns = {i: name for i, name in enumerate(rows[0]) if i > 1 and name != "meaning"}
    found = [f"no column for {city}" for city, one in flows.items() if city and any(one.flows) and city not in columns.values()]
    for row in rows[1:]:
        for i, name in columns.items():
            one = flows["" if name == "total" else name]
            wrong = one.complaint(row[0], row[i]) if any(one.flows) else None
            if wrong:
                found.append(f"{name} {row[0]}: {wrong}")
        if row[0] in LINES and "total" in columns.values() and len(columns) > 1:
            amounts = {name: float(row[i]) for i, name in columns.items()}
            rest = amounts.pop("total") - sum(amounts.values())
            if abs(rest) > 0.0051 * (len(amounts) + 1) + 1e-15 * sum(map(abs, amounts.values())):
                found.append(f"{row[0]}: columns are {rest!r} short of the total")
    shown = {row[0] for row in rows[1:]}
    return found + [f"no row for {line}" for line in LINES if line not in shown and any(any(one.lines[line]) for one in flows.values())]


# ---------------------------------------------------------------------------------------------- shrinking

REFERENCES = {"core", "from", "to", "city", "jurisdiction", "park", "phase", "sector", "sectors", "base", "between", "host",
              "home", "tax", "origin"}


def without(s, kind, name):
    """The scenario without one entity and all that refers to it."""
    s = copy.deepcopy(s)
    gone, s_kinds = {name}, [k for k in s if k not in ("scenario", "model")]
    s[kind].pop(name)
    again = True
    while again:
        again = False
        for k in s_kinds:
            for n, a in list(s[k].items()):
                for key, value in list(a.items()):
                    if key not in REFERENCES or (key in ("from", "to") and k not in ("travel", "rail")):
                        continue
                    words = value if isinstance(value, list) else [value[4:] if str(value).startswith("tax:") else value]
                    if not gone.intersection(words):
                        continue
                    kept = [w for w in words if w not in gone]
                    if isinstance(value, list) and kept:
                        a[key] = kept
                    elif key in ("core", "jurisdiction", "origin") or (key == "phase" and k != "phase"):
                        del a[key]
                    else:
                        s[k].pop(n)
                        gone.add(n)
                        again = True
                        break
    return {k: v for k, v in s.items() if v or k == "scenario"}


def simpler(s):
    """Smaller scenarios: one entity less, one optional attribute less, a schedule flattened to its first value."""
    for kind in ("incentive", "enclave", "link", "screen", "cohort", "firm", "boost", "rail", "tax", "phase", "park", "travel", "city", "sector"):
        for name in list(s.get(kind, {})):
            yield without(s, kind, name)
    for kind, rows in s.items():
        if kind == "scenario":
            continue
        for name in list(rows):
            if kind == "model":
                yield {**s, "model": {k: v for k, v in rows.items() if k != name}}
                continue
            for key, value in rows[name].items():
                smaller = copy.deepcopy(s)
                del smaller[kind][name][key]
                yield smaller
                if isinstance(value, dict):
                    smaller = copy.deepcopy(s)
                    smaller[kind][name][key] = value["keys"][0][1]
                    yield smaller


NEEDED = {"city": {"gdp"}, "tax": {"base", "rate", "central", "province", "local"}, "phase": {"start", "complete"},
          "sector": {"output_per_job", "value_added", "margin", "wage", "investment_per_area", "exports", "building_share",
                     "growth", "build", "ramp", "first", "hazard", "break_even", "rail_elasticity", "attraction_elasticity",
                     "vat", "cit", "pit"}, "park": {"area"}, "cohort": {"firms", "until"}, "link": {"between", "complementarity"}, "enclave": {"park", "host", "home"},
          "incentive": {"type"}}


def legal(s):
    """Did the shrinking leave what every entity must have?"""
    for kind, needed in NEEDED.items():
        for name, a in s.get(kind, {}).items():
            if not needed <= a.keys():
                return False
    return all(a.keys() & {"investment", "spending"} for a in s.get("phase", {}).values())


def shrink(s, options):
    """A small scenario that still differs (or is still refused) the same way."""
    kind = differences(s, options)[0]
    again = True
    while again:
        again = False
        for smaller in simpler(s):
            try:
                if legal(smaller) and differences(smaller, options)[0] == kind:
                    s, again = smaller, True
                    break
            except (Refused, KeyError, TypeError, ValueError, ZeroDivisionError):
                continue
    return s


# ---------------------------------------------------------------------------------------------- the command

def scenario_named(text, features):
    if text.endswith(".json"):
        with open(text, encoding="utf-8") as f:
            return os.path.basename(text), json.load(f)
    return f"seed {text}", generate(int(text), features)


def one(task):
    text, options = task
    note, s = scenario_named(text, options.features)
    try:
        return note, *differences(s, options, note)
    except (Refused, subprocess.TimeoutExpired) as e:
        return note, "broken", [repr(e)]


def main():
    parser = argparse.ArgumentParser(description="Compare a parkline binary with the oracle.")
    parser.add_argument("binary")
    parser.add_argument("seeds", help="A..B, one seed, or a .json scenario")
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--keep")
    parser.add_argument("--fen", type=int, default=0)
    parser.add_argument("--by", default=",".join(SCOPES))
    parser.add_argument("--per", default="step,year")
    parser.add_argument("--metrics", default="")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--appraise", action="store_true")
    parser.add_argument("--with", dest="features", default="")
    a = parser.parse_args()
    options = Options(os.path.abspath(a.binary), a.by.split(","), a.per.split(","),
                      [m for m in a.metrics.split(",") if m], a.fen, a.keep, named(a.features), a.appraise)
    first, dots, last = a.seeds.partition("..")
    names = [str(n) for n in range(int(first), int(last) + 1)] if dots else [a.seeds]
    counts = {}
    with ProcessPoolExecutor(a.jobs) as pool:
        for note, kind, found in pool.map(one, [(n, options) for n in names]):
            counts[kind] = counts.get(kind, 0) + 1
            if kind != "same":
                print(f"{note}: {kind}, {len(found)} lines")
                for line in found[:a.show if kind != "refused" else 13]:
                    print("   ", line)
    print(", ".join(f"{n} {kind}" for kind, n in sorted(counts.items())))
    if a.shrink and len(names) == 1 and not counts.get("same"):
        small = shrink(scenario_named(names[0], options.features)[1], Options(options.binary, options.by, options.per, options.metrics, a.fen,
                                                                                   features=options.features, appraise=a.appraise))
        path = os.path.join(a.keep or tempfile.gettempdir(), "shrunk.json")
        with open(path, "w", encoding="utf-8") as f:
            json.dump(small, f, indent=1)
        print(f"\nsmaller, also in {path}:\n" + to_script(small))
        print("\n".join(differences(small, options, "shrunk")[1][:20]))
    sys.exit(0 if set(counts) <= {"same", "knife-edge"} else 1)


if __name__ == "__main__":
    main()
