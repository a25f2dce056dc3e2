"""The Hangzhou-Quzhou line: market potential by hand, what is felt of it by when, and the price of the delay."""

from datetime import date

import second
from harness import (FOLDER, branch_tables, check, column, every_number_is_cited, findings_can_fail, is_laid_out, near,
                     present_value, printed)

RAILWAY = FOLDER / "hangzhou-quzhou-rail.park"
BRANCHES = ("main", "announced", "late", "opened")

# GDP of 2023 in 亿 yuan, minutes from Quzhou before the line, and whether the line shortens them.
MARKETS = {"Quzhou": (2125.20, 10, False), "Hangzhou": (20059.00, 75, True), "Jinhua": (6011.27, 25, False),
           "Shanghai": (47218.66, 120, True), "Shaoxing": (7791.00, 85, False), "Wenzhou": (8730.60, 100, False),
           "Ningbo": (16452.80, 130, False), "Suzhou": (24653.37, 150, True), "Jiaxing": (7062.45, 105, True),
           "Lishui": (1964.40, 60, False), "Huzhou": (4015.10, 105, True), "Taizhou": (6240.68, 135, False)}


def market_potential(saved):
    """GDP within reach in yuan, each city halved for every 30 minutes, with `saved` minutes less on the line."""
    return sum(gdp * 1e8 * 2 ** (-(minutes - saved * shorter) / 30) for gdp, minutes, shorter in MARKETS.values())


def felt(saved, opened, end):
    """The uplift of Quzhou's markets that is felt at `end`: half of its logarithm four years after the opening."""
    years = (end - opened) / 12
    share = 1 - 2 ** (-years / 4) if years > 0 else 0
    return (market_potential(saved) / market_potential(0)) ** share - 1


def run_checks():
    is_laid_out(RAILWAY)
    every_number_is_cited(RAILWAY)
    findings_can_fail(RAILWAY, "saves=34min", "saves=30min")
    tables = branch_tables(RAILWAY, dict.fromkeys(
        BRANCHES, {"steps": "market_potential, rail_uplift, tax, tax.local, net_local, jobs per=step"}))

    # Published: 16,850 亿 in all; 58.4 % more as announced, 2.3 % more as opened.
    near(market_potential(0), 16_850e8, 0.0001, "rail: the hand formula gives the published sum")
    for saved, share in ((34, 0.584), (2, 0.023)):
        gain = market_potential(saved) / market_potential(0) - 1
        check(abs(gain - share) < 0.0005, f"rail: by hand, {saved} minutes saved bring {share:.1%}", f"{gain:.4%}")

    # Months from January 2022 to the opening. The delay is counted from 26 September 2022.
    opening = 8 + 25 / 30
    lines = {"main": (0, 0), "announced": (34, opening), "late": (34, opening + 39), "opened": (2, opening + 39)}
    promised, opened = date(2022, 9, 26), date(2025, 12, 26)
    check((opened.year - promised.year) * 12 + opened.month - promised.month == 39, "rail: it came 39 months late")
    for branch, (saved, opened) in lines.items():
        table = tables[branch]["steps"]
        markets, uplift = column("m", "market_potential", table), column("u", "rail_uplift", table)
        wrong = []
        for index, period in enumerate(markets):
            end = 6 * (index + 1)
            expected = market_potential(saved if end > opened else 0)
            wrong += [period] * (abs(float(markets[period]) / expected - 1) > 1e-9)
            wrong += [period] * (abs(float(uplift[period]) - felt(saved, opened, end)) > 1e-9)
        check(not wrong, f"rail: markets of `{branch}`, and what is felt of them, are those of the hand formula",
              wrong or f"{len(markets)} half-years")

    # Gains over no line, from the exported flows: what the study prints, and how it divides the gap.
    value = {branch: present_value(column("t", "tax.local", tables[branch]["steps"]), months=6) for branch in BRANCHES}
    gains = {branch: value[branch] - value["main"] for branch in BRANCHES}
    for branch, seen in (("announced", 23.696e6), ("late", 14.431e6), ("opened", 0.19389e6)):
        near(gains[branch], seen, 0.003, f"rail: what `{branch}` brings, in present value,")
        text = printed(RAILWAY, f"switch {branch}; print line-brings in 万元")[0]
        shown = float(text.split()[0].replace(",", "")) * 1e4
        check(abs(shown - gains[branch]) < 5e4, "rail: and so says the study", text)
    delay, minutes = gains["announced"] - gains["late"], gains["late"] - gains["opened"]
    check(0.36 < delay / gains["announced"] < 0.41, "rail: the delay alone costs two fifths of the promise",
          f"{delay / 1e6:.1f} m yuan")
    check(minutes > delay, "rail: the missing minutes cost more than the delay", f"{minutes / 1e6:.1f} m yuan")
    check(gains["opened"] < 0.01 * gains["announced"], "rail: the line brings under 1 % of what was promised")
    # Those three gains again, from nothing but the model page.
    again = {branch: second.npv(seen, "tax.local") for branch, seen in second.agrees(RAILWAY, BRANCHES, sample=2).items()}
    for branch in list(again)[1:]:
        near(gains[branch], again[branch] - again["main"], 1e-6, f"rail: what `{branch}` brings, calculated a second time,")
    for name in ("tax", "jobs"):
        last = [list(column("x", name, tables[branch]["steps"]).values())[-1] for branch in BRANCHES]
        check(last[1] > last[2] > last[3] > last[0], f"rail: {name} at the end: none, promised, late, opened",
              " ".join(f"{float(x):,.6g}" for x in last))
    equal = all(column("n", "net_local", tables[branch]["steps"]) == column("t", "tax.local", tables[branch]["steps"])
                for branch in BRANCHES)
    check(equal, "rail: the line is in no budget, so net flows are the local tax")
