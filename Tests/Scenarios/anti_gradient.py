"""Gates open and closed: when each figure overtakes, if it does, and the carbon from value added by hand."""

from decimal import Decimal

import second
from harness import (FOLDER, branch_tables, check, column, every_number_is_cited, findings_can_fail, is_laid_out, near,
                     present_value)

ANTI_GRADIENT = FOLDER / "anti-gradient.park"
PATHS = {"main": "closed", "thin": "thin-closed"}

# Energy of the kinds of firms in tce for 10,000 yuan of value added; 2.5 t of carbon a tce.
ENERGY = {"paper": 1.5, "materials": 2.0, "electronics": 0.15, "medicine": 0.15, "equipment": 0.10}
DIRTY = {"paper", "materials"}


def overtakes(open_gate, closed_gate):
    """The first year from which on the closed path stays ahead, or None."""
    behind = [year for year in open_gate if closed_gate[year] <= open_gate[year]]
    later = [year for year in open_gate if not behind or year > behind[-1]]
    return int(later[0][:4]) if later else None


def added_up(flow):
    total, sums = Decimal(0), {}
    for year, amount in flow.items():
        total += amount
        sums[year] = total
    return sums


def run_checks():
    is_laid_out(ANTI_GRADIENT)
    every_number_is_cited(ANTI_GRADIENT)
    findings_can_fail(ANTI_GRADIENT, "max_energy=0.52tce/万元", "max_energy=1.6tce/万元")
    exports = {"years": "tax, tax.local, net_local, jobs, emissions, land.occupied, land.serviced, firms.rejected",
               "sectors": "value_added, emissions by=sector"}
    tables = branch_tables(ANTI_GRADIENT, {branch: exports for pair in PATHS.items() for branch in pair})

    for branch, table in tables.items():
        # A file has a row for each sector of the library, also for those of which no firm asks.
        grown = [row for row in table["sectors"] if float(row["value_added (yuan)"]) > 0]
        wrong = [row for row in grown
                 if abs(float(row["value_added (yuan)"]) / 1e4 * ENERGY[row["scope"]] * 2.5
                        - float(row["emissions (t)"])) > 1e-6 * max(1.0, float(row["emissions (t)"]))]
        check(not wrong, f"anti-gradient: carbon of `{branch}` is value added by energy by 2.5",
              f"{len(grown)} values")
        occupied, serviced = (column("l", f"land.{name}", table["years"]) for name in ("occupied", "serviced"))
        check(all(occupied[year] <= serviced[year] for year in occupied),
              f"anti-gradient: `{branch}` lets no land twice")
        sectors = {row["scope"] for row in grown}
        check(bool(sectors & DIRTY) != branch.endswith("closed"), f"anti-gradient: who comes in `{branch}`",
              sorted(sectors))
        rejected = float(list(column("r", "firms.rejected", table["years"]).values())[-1])
        asked = 8 + 6 if branch.endswith("closed") else 0
        check(abs(rejected - asked) < 1e-6, f"anti-gradient: `{branch}` turns {asked} firms away", rejected)

    # The years of the study's findings; None is never.
    found = {}
    for gates in PATHS.items():
        for name in ("tax", "jobs"):
            series = [column("x", name, tables[branch]["years"]) for branch in gates]
            found[gates[0], name] = overtakes(*series)
            if name == "tax":
                found[gates[0], "sum"] = overtakes(*map(added_up, series))
    check(found == {("main", "jobs"): 2032, ("main", "tax"): 2038, ("main", "sum"): None,
                    ("thin", "jobs"): 2039, ("thin", "tax"): None, ("thin", "sum"): None},
          "anti-gradient: jobs overtake in 2032, tax in 2038, tax of all years never, and with half the firms jobs alone",
          found)

    # A ninth of the carbon, and 27 yuan of local tax a tonne.
    pair = [tables[branch]["years"] for branch in ("main", "closed")]
    carbon = [float(sum(column("e", "emissions", years).values())) for years in pair]
    worth = [present_value(column("n", "net_local", years)) for years in pair]
    near(carbon[1] / carbon[0], 0.109, 0.005, "anti-gradient: carbon behind the closed gate, as a share,")
    near((worth[0] - worth[1]) / (carbon[0] - carbon[1]), 26.9, 0.005,
         "anti-gradient: local tax given up a tonne, in yuan,")
    near(worth[0] - worth[1], 134.7e6, 0.002, "anti-gradient: local tax given up, in present value,")
    second.agrees(ANTI_GRADIENT, ("main", "closed", "thin", "thin-closed"))
