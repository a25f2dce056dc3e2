"""Mountain and ocean: that sharing only moves money, to the fen, and that the appraisals are those of the flows."""

from decimal import Decimal

import second
from harness import (FOLDER, branch_tables, check, column, every_number_is_cited, findings_can_fail, is_laid_out, near,
                     present_value)

MOUNTAIN_OCEAN = FOLDER / "mountain-ocean.park"
BRANCHES = ("main", "linked", "own", "outbound", "lab", "fixed-sum", "all-new")
FLOWS = "tax.local, transfers, contributions, displaced, land_income, net_local by=jurisdiction"


def of_city(table, city, metric):
    """One city's flow by beginning of year, in yuan; nothing where the city does not show."""
    return {row["period_start"]: Decimal(row[f"{metric} (yuan)"]) for row in table if row["scope"] == city}


def added(*flows):
    """The sum of several flows, year by year; a city without flows is an empty one."""
    return {year: sum((flow.get(year, Decimal(0)) for flow in flows), Decimal(0)) for year in max(flows, key=len)}


def run_checks():
    is_laid_out(MOUNTAIN_OCEAN)
    every_number_is_cited(MOUNTAIN_OCEAN)
    findings_can_fail(MOUNTAIN_OCEAN, "honour=75%", "honour=90%")
    exports = {branch: {"flows": FLOWS, "whole": "tax, tax.local, transfers, net_local, jobs"} for branch in BRANCHES}
    for branch in ("own", "outbound", "lab"):
        exports[branch] |= {"park": "tax.local[outpost]", "by-tax": "tax.local[outpost], transfers[outpost] by=tax",
                            "works": "investment[works]", "park-by-firm": "tax[outpost] by=firm"}
    exports["outbound"] |= {"movers": "tax.local[ten], tax.local[others]"}
    exports["lab"] |= {"angel": "investment[angel]", "plants": "tax.local[graduates], land_income[graduates]"}
    tables = branch_tables(MOUNTAIN_OCEAN, exports)
    cities = ("quzhou", "ningbo", "hangzhou")

    # Conservation: in each year the transfers of all cities are nothing, and the cities' net flows are the whole.
    for branch in BRANCHES:
        flows, whole = tables[branch]["flows"], tables[branch]["whole"]
        for what in ("transfers", "contributions"):
            moved = added(*(of_city(flows, city, what) for city in cities))
            check(moved and not any(moved.values()), f"mountain-ocean: {what} of `{branch}` add up to nothing",
                  f"{len(moved)} years")
        net = added(*(of_city(flows, city, "net_local") for city in cities))
        check(net == column("n", "net_local", whole), f"mountain-ocean: net flows of `{branch}` add up to the whole")

    # With and without the enclave: the same park and taxes, and what Quzhou has more is what Ningbo has less.
    own, outbound, lab = (tables[branch] for branch in ("own", "outbound", "lab"))
    same = all(own[name] == outbound[name] for name in ("park", "park-by-firm", "works"))
    check(same and column("t", "tax", own["whole"]) == column("t", "tax", outbound["whole"]),
          "mountain-ocean: the enclave changes no tax, firm or yuan spent")
    gain, loss = ({year: b - a for (year, a), b in zip(of_city(own["flows"], city, "net_local").items(),
                                                       of_city(outbound["flows"], city, "net_local").values())}
                  for city in ("quzhou", "ningbo"))
    check(all(gain[year] == -loss[year] for year in gain), "mountain-ocean: what Quzhou gains Ningbo lacks, to the fen",
          f"{sum(gain.values()):,.2f}")
    # 50 % agreed, 75 % honoured. A leaf is a tax of one of two cohorts in one of two phases, each to half a fen.
    local = column("t", "tax.local[outpost]", outbound["park"])
    passed = of_city(outbound["flows"], "quzhou", "transfers")
    leaves = 2 * 2 * len({row["scope"] for row in outbound["by-tax"]})
    off = max(abs(passed[year] - local[year] * Decimal("0.375")) for year in local)
    check(off <= Decimal("0.005") * leaves * 2, "mountain-ocean: it is three eighths of the park's local tax",
          f"{off:.4f} yuan off at most")

    # What it is worth: the study's findings, from the flows.
    worth = {(branch, city): present_value(of_city(tables[branch]["flows"], city, "net_local"))
             for branch in BRANCHES for city in cities}
    received, paid = present_value(passed), -present_value(of_city(outbound["flows"], "quzhou", "contributions"))
    works = present_value(column("i", "investment[works]", outbound["works"]))
    near(worth["outbound", "ningbo"] - worth["linked", "ningbo"], -529.0e6, 0.001, "mountain-ocean: Ningbo's loss with half of the later firms moved")
    near(worth["all-new", "ningbo"] - worth["linked", "ningbo"], 123.5e6, 0.001, "mountain-ocean: Ningbo's gain if nobody had moved")
    near(worth["own", "ningbo"] - worth["linked", "ningbo"], -620.9e6, 0.001, "mountain-ocean: Ningbo's loss without a partner")
    near(paid, 415.0e6, 0.001, "mountain-ocean: Quzhou's half of the works")
    near(paid, works / 2, 1e-6, "mountain-ocean: it follows the works, half of which")
    near(received, 323.1e6, 0.001, "mountain-ocean: what is passed on to Quzhou")
    even = paid / present_value(local)
    check(0.48 < even < 0.5, "mountain-ocean: the share at which Quzhou is even is just below the one agreed",
          f"{even:.1%}")
    # Whoever moved within Ningbo brings it nothing: all of the ten's local tax, and half of that of those after.
    lost = of_city(outbound["flows"], "ningbo", "displaced")
    by_firm = {name: column("t", f"tax.local[{name}]", outbound["movers"]) for name in ("ten", "others")}
    off = max(abs(lost[year] - by_firm["ten"][year] - by_firm["others"][year] / 2) for year in lost)
    check(off < 1, "mountain-ocean: what Ningbo loses is the tax of the ten and half of that of those after", f"{off:.4f} yuan off at most")
    # The fixed sum, three quarters of 10 % of what Quzhou put in, from the first halls on: eight of the first twelve months.
    fixed = of_city(tables["fixed-sum"]["flows"], "quzhou", "transfers")
    check(abs(fixed["2022-01-01"] - 25_000_000) < 1 and all(fixed[year] == 37_500_000 for year in list(fixed)[1:]),
          "mountain-ocean: the fixed sum is three quarters of 50 m a year from May 2022 on", fixed["2022-01-01"])
    near(present_value(fixed), 370.6e6, 0.001, "mountain-ocean: what it comes to")
    links = [worth["linked", city] - worth["main", city] for city in ("quzhou", "ningbo")]
    check(0 < links[0] < links[1], "mountain-ocean: the links help both, the coast more",
          " ".join(f"{x / 1e6:.1f} m" for x in links))
    brought = worth["lab", "quzhou"] - worth["outbound", "quzhou"]
    angel = present_value(column("i", "investment[angel]", lab["angel"]))
    near(brought / angel + 1, 0.982, 0.005, "mountain-ocean: what the innovation enclave brings, in parts of the fund's cost,")
    plants = [present_value(column("x", f"{name}[graduates]", lab["plants"])) for name in ("tax.local", "land_income")]
    check(sum(plants) > (brought + angel) / 2, "mountain-ocean: more than half of it from plants at home",
          f"{sum(plants) / 1e6:.1f} m")
    runs = second.agrees(MOUNTAIN_OCEAN, BRANCHES)
    second.agrees(MOUNTAIN_OCEAN, BRANCHES, "tax.local, transfers, contributions, displaced, net_local", by="jurisdiction", runs=runs)
