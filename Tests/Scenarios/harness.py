"""What every check of a study shares: running the program, reading its CSV files, and saying what holds.

Python's standard library only: the tables are read by somebody else's CSV reader, and money is added up in whole fen.
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARKLINE = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build/release/parkline").resolve()
FOLDER = ROOT / "Scenarios"
TIDY_HEADER = "scenario,branch,scope_kind,scope,metric,period_start,period_end,unit,value".split(",")

failures = 0
scenarios_seen = set()


def check(holds, claim, seen=""):
    """Print whether `claim` holds, with what was seen, and count it if it does not."""
    global failures
    failures += not holds
    print(f"{'ok  ' if holds else 'FAIL'}  {claim}" + (f": {seen}" if seen != "" else ""))


def near(value, target, tolerance, claim):
    """Check that `value` is within the share `tolerance` of `target`."""
    off = float(value) / float(target) - 1
    check(abs(off) <= tolerance, f"{claim} is {float(target):,.6g} within {tolerance:.1%}",
          f"{float(value):,.6g}, {off:+.2%}")


def launched(arguments):
    """Run the program, from the root of the project."""
    return subprocess.run([str(PARKLINE), *map(str, arguments)], capture_output=True, timeout=120, cwd=ROOT)


def run(scenario, statements=""):
    """Run a scenario, then statements; standard output as bytes."""
    done = launched([scenario] + (["-c", statements] if statements else []))
    if done.returncode != 0:
        print(done.stderr.decode(), file=sys.stderr)
        sys.exit(f"FAIL  {scenario.name} ends with status {done.returncode}")
    return done.stdout


def exported(scenario, exports, before=""):
    """Run a scenario with several exports, twice; the rows of each, as dictionaries."""
    texts = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            statements = [before] if before else []
            statements += [f'export "{folder}/{name}.csv" {what}' for name, what in exports.items()]
            run(scenario, "; ".join(statements))
            texts.append({name: Path(folder, name + ".csv").read_bytes() for name in exports})
    check(texts[0] == texts[1], f"{scenario.name}: exporting again gives the same bytes", f"{len(exports)} files")
    return {name: rows(f"{scenario.stem}/{name}", text, "tidy" in exports[name]) for name, text in texts[0].items()}


def rows(name, text, is_tidy):
    """Read a CSV file, checking its form."""
    decoded = text.decode("utf-8")
    # newline="" leaves the line ends to the reader, as the csv module asks for.
    table = list(csv.reader(io.StringIO(decoded, newline=""), strict=True))
    header, body = table[0], table[1:]
    well_formed = (body and all(len(row) == len(header) for row in body) and b"\r" not in text
                   and decoded.endswith("\n") and len(set(header)) == len(header)
                   and (header == TIDY_HEADER if is_tidy else header[:2] == ["period_start", "period_end"]))
    check(well_formed, f"{name}.csv is well formed", f"{len(body)} rows of {len(header)}")
    return [dict(zip(header, row)) for row in body]


def column(name, header_start, table):
    """The values of one column by beginning of period."""
    key = next(key for key in table[0] if key == header_start or key.startswith(header_start + " ("))
    return {row["period_start"]: Decimal(row[key]) for row in table if row[key] not in ("", "–")}


def taxes_add_up(scenario, tables):
    """Sum by tax = sum by level = tax, to the fen, in each step, in both layouts."""
    whole = column("tax", "tax", tables["steps"])
    for division in ("tax", "level", "firm"):
        sums = dict.fromkeys(whole, Decimal(0))
        for row in tables["by-" + division]:
            sums[row["period_start"]] += Decimal(row["tax (yuan)"])
        wrong = [period for period in whole if sums[period] != whole[period]]
        check(not wrong, f"{scenario.stem}: tax by {division} adds up to tax in every step",
              f"{len(whole)} steps" if not wrong else wrong)
        tidy = {(row["scope"], row["period_start"]): row["value"] for row in tables["tidy-by-" + division]}
        wide = {(row["scope"], row["period_start"]): row["tax (yuan)"] for row in tables["by-" + division]}
        check(tidy == wide, f"{scenario.stem}: tax by {division} is the same in both layouts", f"{len(wide)} values")
    cents = all(re.fullmatch(r"-?\d+\.\d\d", row["tax (yuan)"]) for row in tables["steps"])
    check(cents, f"{scenario.stem}: money has two decimals and nothing else")
    ends = [(row["period_start"], row["period_end"]) for row in tables["steps"]]
    check(all(a[1] == b[0] for a, b in zip(ends, ends[1:])), f"{scenario.stem}: the steps follow one another")


def every_number_is_cited(scenario):
    """Each attribute with a figure, a date or yes/no, in any branch, and each assumption has a `cite` with evidence."""
    references = {"park", "phase", "sector", "sectors", "city", "core", "to", "base", "pattern", "profile", "title",
                  "between", "host", "home"}
    kinds = "city travel rail park phase sector firm cohort boost tax screen link enclave incentive".split()
    with tempfile.TemporaryDirectory() as folder:
        run(scenario, f'save "{folder}/saved.park"')
        lines = Path(folder, "saved.park").read_text("utf-8").splitlines()
    cited = set()
    for line in lines:
        match = re.match(r'cite ([\w-]+(?:\.\w+)?) ".*" .*evidence=[SDMA]', line)
        if match:
            cited.add(match.group(1))
    written = []
    for line in lines:
        words = line.split()
        if words and words[0] == "assume":
            written.append(words[1])
        if words and words[0] in kinds + ["set"] and words[1] not in ("scenario", "model"):
            plain = re.sub(r'"[^"]*"', "", line)
            for attribute in re.findall(r" (\w+)=", plain):
                is_city = attribute == "from" and words[0] in ("travel", "rail")
                if attribute not in references and not is_city:
                    written.append(f"{words[1]}.{attribute}")
    missing = [name for name in written if name not in cited]
    check(written and not missing, f"{scenario.stem}: every figure has a source",
          f"{len(written)} figures" if not missing else missing)
    return lines


def branch_tables(scenario, exports):
    """The tables of several branches from one run: `exports` has for each branch a metric list by name."""
    with tempfile.TemporaryDirectory() as folder:
        statements = []
        for branch, tables in exports.items():
            statements.append(f"switch {branch}")
            statements += [f'export "{folder}/{branch}.{name}.csv" {what}' for name, what in tables.items()]
        run(scenario, "; ".join(statements))
        return {branch: {name: rows(f"{scenario.stem}/{branch}/{name}",
                                    Path(folder, f"{branch}.{name}.csv").read_bytes(), "tidy" in what)
                         for name, what in tables.items()}
                for branch, tables in exports.items()}


def printed(scenario, statements):
    """What statements behind a scenario print, without what the scenario itself prints."""
    return run(scenario, 'print "::"; ' + statements).decode().rsplit("::\n", 1)[1].splitlines()


def present_value(flow, rate=0.08, months=12):
    """Flows by beginning of step, in order, valued at the start of the first, each at its middle (Model 10)."""
    years = months / 12
    return sum(float(amount) * (1 + rate) ** -((step + 0.5) * years) for step, amount in enumerate(flow.values()))


# What `parkline check` doubts of the studies, each doubt a piece of its sentence. A new one is read, and mended or kept here.
DOUBTS = {
    # The platforms book sales of the whole country and take next to no land: what the study says of them.
    **dict.fromkeys(("quzhou-smart-industry-park", "quzhou-ranges", "quzhou-robust", "quzhou-calibrated"), [
        "all other firms of `quzhou` together sell", "of tax a mu of occupied land", "the firms of `followers` together sell"]),
    "anti-gradient": ["is spent before the scenario starts"],
    "mountain-ocean": ["is spent before the scenario starts"],
}


def is_laid_out(scenario):
    """Laid out as `fmt` does, without mistake, with no doubts but the known, and saved the same, branch by branch."""
    scenarios_seen.add(scenario.name)
    check(launched(["fmt", "--check", scenario]).returncode == 0, f"{scenario.stem}: is laid out")
    checked = launched(["check", scenario])
    found = [line for line in checked.stderr.decode().split("\n") if line.startswith(("error[", "warning["))]
    known = DOUBTS.get(scenario.stem, [])
    check(checked.returncode == 0 and len(found) == len(known) and all(part in line for part, line in zip(known, found)),
          f"{scenario.stem}: `check` finds the known doubts and nothing else", checked.stderr.decode())
    with tempfile.TemporaryDirectory() as folder:
        run(scenario, f'save "{folder}/a.park"; open "{folder}/a.park"; save "{folder}/b.park"')
        saved = [Path(folder, name).read_bytes() for name in ("a.park", "b.park")]
        check(saved[0] == saved[1], f"{scenario.stem}: saved and opened, it is saved the same",
              f"{len(saved[0])} bytes")
        # A saved scenario begins with `main`; its other branches follow, each after a word of its own.
        names = ["main"] + re.findall(r"^branch ([\w-]+)", saved[0].decode(), re.MULTILINE)
        asked = "; ".join(f'switch {name}; print "::"; export - tax, net_local, jobs, investment' for name in names)
        first, again = (run(path, asked).decode().split("::\n")[1:] for path in (scenario, Path(folder, "a.park")))
        check(first == again, f"{scenario.stem}: and has the same figures", " ".join(names))


def findings_can_fail(scenario, figure, other):
    """With one figure of the script changed, some `expect` of it does not hold: exit code 4."""
    text = scenario.read_text("utf-8")
    check(figure in text and "\nexpect " in text, f"{scenario.stem}: has `{figure}`, and findings")
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder, scenario.name)
        changed.write_text(text.replace(figure, other, 1), "utf-8")
        status = launched([changed]).returncode
    check(status == 4, f"{scenario.stem}: with `{other}` a finding fails", f"status {status}")


SHARED_EXPORTS = {"steps": "tax, tax.local, tax.central, tax.vat, tax.surtax, local_share, jobs, investment, "
                           "land.serviced, land.occupied per=step",
                  "years": "tax, tax.local, local_share, jobs, land.serviced, market_potential, rail_uplift",
                  "tidy": "tax, tax.local, local_share, jobs, investment layout=tidy per=step"}
for part in ("tax", "level", "firm"):
    SHARED_EXPORTS["by-" + part] = f"tax by={part} per=step"
    SHARED_EXPORTS["tidy-by-" + part] = f"tax by={part} per=step layout=tidy"
