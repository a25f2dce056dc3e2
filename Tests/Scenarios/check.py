#!/usr/bin/env python3
"""Run the scenarios in `Scenarios/` and hold their CSV files against what is known of the two parks.

    python3 Tests/Scenarios/check.py [PARKLINE]        (default: .build/release/parkline)

Prints one line a check and ends with status 1 if any fails. Python's standard library only: the tables are read by
somebody else's CSV reader, and money is added up in whole fen.
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
QUZHOU = ROOT / "Scenarios/quzhou-smart-industry-park.park"
LONGYOU = ROOT / "Scenarios/longyou-toy-plant.park"
TIDY_HEADER = "scenario,branch,scope_kind,scope,metric,period_start,period_end,unit,value".split(",")

failures = 0


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


def run(scenario, statements=""):
    """Run a scenario, then statements; standard output as bytes."""
    arguments = [str(PARKLINE), str(scenario)] + (["-c", statements] if statements else [])
    done = subprocess.run(arguments, capture_output=True, timeout=120, cwd=ROOT)
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
    """Each attribute written with a figure, a date or yes/no has a `cite` with an evidence code."""
    references = {"park", "phase", "sector", "sectors", "city", "core", "to", "base", "pattern", "profile", "title"}
    kinds = "city travel rail park phase sector firm cohort boost tax".split()
    with tempfile.TemporaryDirectory() as folder:
        run(scenario, f'save "{folder}/saved.park"')
        lines = Path(folder, "saved.park").read_text("utf-8").splitlines()
    cited = set()
    for line in lines:
        match = re.match(r'cite ([\w-]+\.\w+) ".*" .*evidence=[SDMA]', line)
        if match:
            cited.add(match.group(1))
    written = []
    for line in lines:
        words = line.split()
        if words and words[0] in kinds:
            plain = re.sub(r'"[^"]*"', "", line)
            for attribute in re.findall(r" (\w+)=", plain):
                is_city = attribute == "from" and words[0] in ("travel", "rail")
                if attribute not in references and not is_city:
                    written.append(f"{words[1]}.{attribute}")
    missing = [name for name in written if name not in cited]
    check(written and not missing, f"{scenario.stem}: every figure has a source",
          f"{len(written)} figures" if not missing else missing)
    return lines


SHARED_EXPORTS = {"steps": "tax, tax.local, tax.central, tax.vat, tax.surtax, local_share, jobs, investment, "
                           "land.serviced, land.occupied per=step",
                  "years": "tax, tax.local, local_share, jobs, land.serviced, market_potential, rail_uplift",
                  "tidy": "tax, tax.local, local_share, jobs, investment layout=tidy per=step"}
for part in ("tax", "level", "firm"):
    SHARED_EXPORTS["by-" + part] = f"tax by={part} per=step"
    SHARED_EXPORTS["tidy-by-" + part] = f"tax by={part} per=step layout=tidy"


def quzhou():
    tables = exported(QUZHOU, SHARED_EXPORTS | {"investment": "investment by=firm layout=tidy"})
    taxes_add_up(QUZHOU, tables)
    lines = every_number_is_cited(QUZHOU)
    check(run(QUZHOU) == run(QUZHOU), "quzhou: running again prints the same bytes")

    # What was reported in July 2021 (DOMAIN 0.1 to 0.6), read as half-years.
    tax, local = column("tax", "tax", tables["steps"]), column("local", "tax.local", tables["steps"])
    near(tax["2021-01-01"], 1.000e9, 0.02, "quzhou: tax of the first half of 2021")
    near(tax["2020-01-01"], 484.5e6, 0.02, "quzhou: tax of the first half of 2020")
    near(local["2021-01-01"], 638e6, 0.02, "quzhou: local tax of the first half of 2021")
    near(local["2020-01-01"], 328.3e6, 0.02, "quzhou: local tax of the first half of 2020")
    share = column("share", "local_share", tables["years"])["2021-01-01"]
    check(abs(share - Decimal("0.638")) <= Decimal("0.03"), "quzhou: local share of 2021 is 0.638 ± 0.03", share)
    land = column("land", "land.serviced", tables["steps"])
    # Land is in hectares or square metres, as the header says.
    unit = next(key for key in tables["steps"][0] if key.startswith("land.serviced"))
    hectares = 1 if "(ha)" in unit else 10_000
    check(land["2020-01-01"] / hectares < 41, "quzhou: phase II is not complete in June 2020", land["2020-01-01"])
    check(land["2020-07-01"] / hectares == Decimal("41.5"), "quzhou: 41.5 ha at the end of 2020", land["2020-07-01"])
    # What no firm spends is what the phases spend.
    spent = sum(Decimal(row["value"]) for row in tables["investment"] if row["scope"] == "(none)")
    check(abs(spent - 12_350_000_000) <= Decimal("0.10"), "quzhou: the phases spend 12.35 bn yuan", spent)
    check(any(line.startswith("phase p2") and "complete=2020-12" in line for line in lines),
          "quzhou: phase II is complete in December 2020")

    # Markets (DOMAIN 1c): 16,850 亿 before the line, 2.3 % more with it.
    market = column("market", "market_potential", tables["years"])
    near(market["2024-01-01"], 16_850e8, 0.0005, "quzhou: market potential before the line")
    gain = market["2026-01-01"] / market["2024-01-01"] - 1
    check(abs(gain - Decimal("0.023")) < Decimal("0.0005"), "quzhou: the line adds 2.3 % to it", f"{gain:.4%}")
    check(column("u", "rail_uplift", tables["years"])["2024-01-01"] == 0, "quzhou: nothing is felt before it opens")

    # The doubling is not a growth rate (DOMAIN 8.3).
    yearly = column("tax", "tax", tables["years"])
    growth = [float(yearly[f"{y}-01-01"] / yearly[f"{y - 1}-01-01"] - 1) for y in range(2020, 2031)]
    check(all(b < a for a, b in zip(growth, growth[1:5])) and growth[2] < 0.3,
          "quzhou: growth falls year by year after 2020", " ".join(f"{g:.0%}" for g in growth))
    check(all(g < 0.1 for g in growth[3:]), "quzhou: and stays below 10 % from 2023")
    check(max(yearly.values()) < 2 * yearly["2021-01-01"], "quzhou: tax never reaches twice that of 2021",
          f"{float(max(yearly.values())):,.0f}")


def longyou():
    tables = exported(LONGYOU, SHARED_EXPORTS)
    taxes_add_up(LONGYOU, tables)
    lines = every_number_is_cited(LONGYOU)
    check(run(LONGYOU) == run(LONGYOU), "longyou: running again prints the same bytes")

    # What was announced (DOMAIN 0.8), in 2023, the first whole year after the opening.
    jobs, local = column("j", "jobs", tables["steps"]), column("l", "tax.local", tables["steps"])
    check(jobs["2023-01-01"] == 350, "longyou: 350 jobs at full operation", jobs["2023-01-01"])
    check(7_000_000 < local["2023-01-01"] < 8_000_000, "longyou: more than 7 m yuan of local tax", local["2023-01-01"])
    vat, surtax = column("v", "tax.vat", tables["steps"]), column("s", "tax.surtax", tables["steps"])
    near(surtax["2023-01-01"], vat["2023-01-01"] / 10, 1e-6, "longyou: surtaxes at the county rate")
    unit = next(key for key in tables["steps"][0] if key.startswith("land.occupied"))
    land = column("land", "land.occupied", tables["steps"])["2023-01-01"] / (1 if "(ha)" in unit else 10_000)
    check(Decimal("2.9") < land < Decimal("3.7"), "longyou: about 3 ha of land", land)
    check(any(line.startswith("cite plant") and "kind=announced" in line for line in lines),
          "longyou: the announcement is cited as one")

    # As plants go: filling, perhaps closing, and so less than announced in every year.
    expected = exported(LONGYOU, {"years": "jobs, tax.local"}, before="unset plant ramp survival_scale")["years"]
    check(max(column("j", "jobs", expected).values()) < 350, "longyou: the expected plant stays below 350 jobs",
          max(column("j", "jobs", expected).values()))
    check(max(column("l", "tax.local", expected).values()) < local["2023-01-01"],
          "longyou: and below the announced tax", max(column("l", "tax.local", expected).values()))


quzhou()
longyou()
print("all hold" if failures == 0 else f"{failures} do not hold")
sys.exit(failures != 0)
