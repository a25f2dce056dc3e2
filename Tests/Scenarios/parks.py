"""The two parks of July 2021, against what was reported of them."""

from decimal import Decimal

import second
from harness import (FOLDER, SHARED_EXPORTS, branch_tables, check, column, every_number_is_cited, exported,
                     findings_can_fail, is_laid_out, near, present_value, run, taxes_add_up)

QUZHOU = FOLDER / "quzhou-smart-industry-park.park"
RANGES = FOLDER / "quzhou-ranges.park"
ROBUST = FOLDER / "quzhou-robust.park"
CALIBRATED = FOLDER / "quzhou-calibrated.park"
LONGYOU = FOLDER / "longyou-toy-plant.park"


def quzhou():
    tables = exported(QUZHOU, SHARED_EXPORTS | {"investment": "investment by=firm layout=tidy"})
    taxes_add_up(QUZHOU, tables)
    lines = every_number_is_cited(QUZHOU)
    check(run(QUZHOU) == run(QUZHOU), "quzhou: running again prints the same bytes")

    # What was reported in July 2021, read as half-years.
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

    # Markets: 16,850 亿 before the line, 2.3 % more with it.
    market = column("market", "market_potential", tables["years"])
    near(market["2024-01-01"], 16_850e8, 0.0005, "quzhou: market potential before the line")
    gain = market["2026-01-01"] / market["2024-01-01"] - 1
    check(abs(gain - Decimal("0.023")) < Decimal("0.0005"), "quzhou: the line adds 2.3 % to it", f"{gain:.4%}")
    check(column("u", "rail_uplift", tables["years"])["2024-01-01"] == 0, "quzhou: nothing is felt before it opens")

    # The doubling is not a growth rate.
    yearly = column("tax", "tax", tables["years"])
    growth = [float(yearly[f"{y}-01-01"] / yearly[f"{y - 1}-01-01"] - 1) for y in range(2020, 2031)]
    check(all(b < a for a, b in zip(growth, growth[1:5])) and growth[2] < 0.3,
          "quzhou: growth falls year by year after 2020", " ".join(f"{g:.0%}" for g in growth))
    check(all(g < 0.1 for g in growth[3:]), "quzhou: and stays below 10 % from 2023")
    check(max(yearly.values()) < 2 * yearly["2021-01-01"], "quzhou: tax never reaches twice that of 2021",
          f"{float(max(yearly.values())):,.0f}")


def quzhou_ranges():
    printed = run(RANGES).decode()
    statistics = printed[printed.index("tax mean"):]
    row = next(line for line in statistics.splitlines() if line.startswith("2035"))
    mean, low, median, high = (float(cell.replace(",", "")) for cell in row.split()[1:5])
    check(low < median < high and low < mean < high, "quzhou: the tax of 2035 lies within its range",
          f"{low:,.0f} to {high:,.0f} M yuan")
    check("128 draws (sobol, seed 1)" in printed and "could not be run" not in printed,
          "quzhou: every draw of the ranges can be run")


def quzhou_robust():
    printed = run(ROBUST).decode()
    rows = {line.split()[0]: line.split() for line in printed[printed.index("plan "):].splitlines()[2:5]}
    # By hand: the best in the mean has the least mean regret, and the means and mean regrets of two plans differ by the same.
    mean, regret = ({name: float(row[column].replace(",", "")) for name, row in rows.items()} for column in (1, 3))
    check(set(rows) == {"main", "small", "late"} and min(regret, key=regret.get) == max(mean, key=mean.get) == "small",
          "quzhou: the small plan is the least wrong in money")
    check(all(abs((mean[a] - mean[b]) - (regret[b] - regret[a])) < 0.25 for a in rows for b in rows),
          "quzhou: regrets differ as the means do")
    check("coverage 100 % of `tax[2035] < 2.5bn yuan`, density 100 %" in printed and "  set pace = uniform(0.5, " in printed,
          "quzhou: the tax falls short where few tenants come")


def quzhou_calibrated():
    # What was reported and what follows by hand of the year before: 1,000 / 2.0641 and 638 / 1.9434 m yuan.
    tables = exported(CALIBRATED, {"steps": "tax, tax.local per=step"})
    tax, local = column("t", "tax", tables["steps"]), column("l", "tax.local", tables["steps"])
    near(tax["2021-01-01"], 1_000e6, 1e-5, "quzhou: tax of 2021 as calibrated")
    near(tax["2020-01-01"], 1_000e6 / 2.0641, 1e-5, "quzhou: tax of 2020 as calibrated")
    near(local["2021-01-01"], 638e6, 1e-5, "quzhou: local tax of 2021 as calibrated")
    near(local["2020-01-01"], 638e6 / 1.9434, 1e-5, "quzhou: local tax of 2020 as calibrated")
    check(run(CALIBRATED) == run(CALIBRATED), "quzhou: calibrating again prints the same bytes")
    printed = run(CALIBRATED).decode()
    check("do not tell `trade.total_tax` and `cargo.total_tax` apart" in printed.replace("\n", " "),
          "quzhou: two taxpayers of one half-year are not told apart")


def longyou():
    tables = exported(LONGYOU, SHARED_EXPORTS)
    taxes_add_up(LONGYOU, tables)
    lines = every_number_is_cited(LONGYOU)
    check(run(LONGYOU) == run(LONGYOU), "longyou: running again prints the same bytes")

    # What was announced, in 2027, the first year after the opening without credits: not reached where toys are exported.
    jobs, local = column("j", "jobs", tables["steps"]), column("l", "tax.local", tables["steps"])
    check(jobs["2023-01-01"] == 350, "longyou: 350 jobs at full operation", jobs["2023-01-01"])
    near(local["2027-01-01"], 4.18e6, 0.001, "longyou: local tax of a plant that exports three fifths")
    vat, surtax = column("v", "tax.vat", tables["steps"]), column("s", "tax.surtax", tables["steps"])
    near(surtax["2027-01-01"], vat["2027-01-01"] / 10, 1e-6, "longyou: surtaxes at the county rate")
    home = branch_tables(LONGYOU, {"at-home": {"years": "tax.local, tax.vat"}})["at-home"]["years"]
    local_at_home = column("l", "tax.local", home)
    check(7_000_000 < local_at_home["2025-01-01"] < 8_000_000,
          "longyou: more than 7 m yuan if it sells nine tenths at home", local_at_home["2025-01-01"])
    # VAT year by year: 13 % of what is sold at home, less that on nine tenths of what is bought; full from July 2022 on.
    for exports, paid_by_year in ((0.6, vat), (0.1, column("v", "tax.vat", home))):
        due = 350 * 700_000 * (1 - 0.9 * 0.75) * (1 - exports) * 0.13
        spent = 350 / 110 * 15 * 3e6
        credit = spent * (0.2 * 0.09 / 1.09 + 0.8 * 0.13 / 1.13)
        for year in range(2022, 2028):
            left = due * (0.5 if year == 2022 else 1)
            paid, credit = max(0, left - credit), max(0, credit - left)
            check(abs(float(paid_by_year[f"{year}-01-01"]) - paid) < 0.011,
                  f"longyou: VAT of {year} by hand with {exports:.0%} exported", f"{paid:,.2f}")
    # Where the credit is paid out: what stands of it at the end of 2022, half of it the county's.
    refunded = branch_tables(LONGYOU, {"refunded": {"years": "refunds, refunds.local, tax.vat"}})["refunded"]["years"]
    due = 350 * 700_000 * (1 - 0.9 * 0.75) * 0.4 * 0.13
    stands = 350 / 110 * 15 * 3e6 * (0.2 * 0.09 / 1.09 + 0.8 * 0.13 / 1.13) - due / 2
    near(column("r", "refunds", refunded)["2022-01-01"], stands, 1e-6, "longyou: the credit that is paid out")
    near(column("r", "refunds.local", refunded)["2022-01-01"], stands / 2, 1e-6, "longyou: the county's half of it")
    near(column("v", "tax.vat", refunded)["2023-01-01"], due, 1e-6, "longyou: and then VAT is paid in full")
    second.agrees(LONGYOU, ("main", "at-home", "refunded", "handed-over"))
    unit = next(key for key in tables["steps"][0] if key.startswith("land.occupied"))
    land = column("land", "land.occupied", tables["steps"])["2023-01-01"] / (1 if "(ha)" in unit else 10_000)
    check(Decimal("2.9") < land < Decimal("3.7"), "longyou: about 3 ha of land", land)
    check(any(line.startswith("cite plant") and "kind=announced" in line for line in lines),
          "longyou: the announcement is cited as one")

    # As plants go: filling, perhaps closing, and so less than announced in every year.
    expected = exported(LONGYOU, {"years": "jobs, tax.local"}, before="unset plant ramp survival_scale")["years"]
    check(max(column("j", "jobs", expected).values()) < 350, "longyou: the expected plant stays below 350 jobs",
          max(column("j", "jobs", expected).values()))
    check(max(column("l", "tax.local", expected).values()) < local["2027-01-01"],
          "longyou: and below the announced tax", max(column("l", "tax.local", expected).values()))


def alternatives():
    """The branches of the Smart Industry Park, which leave the park as reported alone."""
    branches = ("main", "no-institute", "returnees", "late-land")
    tables = branch_tables(QUZHOU, dict.fromkeys(
        branches, {"steps": "tax, tax.local, net_local, jobs, land.serviced, firms.waiting per=step"}))
    local = {branch: column("t", "tax.local", tables[branch]["steps"]) for branch in branches}
    net = {branch: column("n", "net_local", tables[branch]["steps"]) for branch in branches}
    for branch, tax_worth in (("no-institute", -36.80e6), ("returnees", 175.93e6), ("late-land", -72.28e6)):
        gain = present_value(local[branch], months=6) - present_value(local["main"], months=6)
        near(gain, tax_worth, 0.005, f"quzhou: what `{branch}` changes in local tax, in present value,")
        before = [period for period in local["main"] if period < "2020-07"]
        check(all(local[branch][period] == local["main"][period] for period in before),
              f"quzhou: `{branch}` changes nothing of what was before it", f"{len(before)} half-years")
        near(column("t", "tax", tables[branch]["steps"])["2021-01-01"], 1.000e9, 0.02,
             f"quzhou: tax of the first half of 2021 in `{branch}`")
    gain = present_value(net["late-land"], months=6) - present_value(net["main"], months=6)
    near(gain, 32.38e6, 0.005, "quzhou: late land is late to pay, which is worth")
    land = column("l", "land.serviced", tables["late-land"]["steps"])
    waiting = column("w", "firms.waiting", tables["late-land"]["steps"])
    on_time = column("l", "land.serviced", tables["main"]["steps"])
    check(land["2021-07-01"] < land["2022-01-01"] == on_time["2022-01-01"],
          "quzhou: late land is there by the end of June 2022")
    check(waiting["2021-07-01"] > 10 and waiting["2022-07-01"] == 0, "quzhou: and until then tenants wait",
          waiting["2021-07-01"])


def run_checks():
    for scenario in (QUZHOU, RANGES, ROBUST, CALIBRATED, LONGYOU):
        is_laid_out(scenario)
    quzhou()
    quzhou_calibrated()
    findings_can_fail(QUZHOU, "total_tax=7.1亿元/year", "total_tax=6.1亿元/year")
    quzhou_ranges()
    quzhou_robust()
    alternatives()
    second.agrees(QUZHOU, ("main", "no-institute", "returnees", "late-land", "handed-over"))
    longyou()
