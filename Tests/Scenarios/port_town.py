"""The Information Port Town: the curve of its tax against what was published, fitted and not."""

from math import exp, log

import second
from harness import FOLDER, branch_tables, check, column, every_number_is_cited, findings_can_fail, is_laid_out, near

PORT_TOWN = FOLDER / "information-port-town.park"
PUBLISHED = {2014: 1.7e6, 2019: 1_821e6, 2020: 3_055e6}  # yuan
QUARTER_2020, RISE_2020 = 654e6, 0.5534


def logistic():
    """The logistic curve through the three published years: its ceiling, rate and middle."""
    def odds(ceiling, year):
        return log(PUBLISHED[year] / (ceiling - PUBLISHED[year]))

    low, high = PUBLISHED[2020] * 1.0001, PUBLISHED[2020] * 10
    for _ in range(200):
        ceiling = (low + high) / 2
        # From 2014 to 2019 the odds have to rise five times as much as from 2019 to 2020.
        rises_too_fast = 5 * (odds(ceiling, 2020) - odds(ceiling, 2019)) > odds(ceiling, 2019) - odds(ceiling, 2014)
        low, high = (ceiling, high) if rises_too_fast else (low, ceiling)
    rate = odds(ceiling, 2020) - odds(ceiling, 2019)
    return ceiling, rate, 2019 - odds(ceiling, 2019) / rate


def run_checks():
    is_laid_out(PORT_TOWN)
    every_number_is_cited(PORT_TOWN)
    findings_can_fail(PORT_TOWN, "q=1.342", "q=1.30")
    tables = branch_tables(PORT_TOWN, {"main": {"quarters": "tax, jobs, firms per=step", "years": "tax, jobs, firms"}})
    quarters = column("t", "tax", tables["main"]["quarters"])
    years = {int(start[:4]): tax for start, tax in column("t", "tax", tables["main"]["years"]).items()}
    sums = {year: sum(tax for start, tax in quarters.items() if start.startswith(str(year))) for year in years}
    check(sums == years, "port town: the quarters add up to the years, to the fen", f"{len(years)} years")

    # Published, and what the articles say of themselves.
    average = (PUBLISHED[2019] / PUBLISHED[2014]) ** (1 / 5) - 1
    check(abs(average - 3.04) < 0.005, "port town: the published years do rise by 304 % on average", f"{average:.1%}")
    for year, tax in PUBLISHED.items():
        near(years[year], tax, 0.02, f"port town: tax of {year}, which was fitted,")
    near(years[2020] / years[2019], 1.6782, 0.01, "port town: tax of 2020 over that of 2019")

    second.agrees(PORT_TOWN)
    ceiling, rate, middle = logistic()
    check(abs(ceiling - 3762e6) < 1e6 and abs(rate - 1.528) < 1e-3 and abs(middle - 2019.04) < 5e-3,
          "port town: the logistic curve is the one in the file", f"{ceiling / 1e6:.0f} m, {rate:.3f}, {middle:.2f}")
    for year in range(2015, 2019):
        share = float(years[year]) / (ceiling / (1 + exp(-rate * (year - middle))))
        check(0.5 < share < 2, f"port town: {year} is within a factor of two of it", f"{share:.2f}")

    # Not fitted.
    near(quarters["2020-01-01"], QUARTER_2020, 0.02, "port town: the first quarter of 2020, which was not fitted,")
    miss = float(quarters["2019-01-01"]) / (QUARTER_2020 / (1 + RISE_2020)) - 1
    check(-0.25 < miss < -0.15, "port town: that of 2019 is missed by a fifth, as the file says", f"{miss:+.1%}")
    growth = [float(years[year] / years[year - 1] - 1) for year in range(2015, 2025)]
    check(all(b < a for a, b in zip(growth, growth[1:])), "port town: growth falls in each year",
          " ".join(f"{g:.0%}" for g in growth))
    people = column("j", "jobs", tables["main"]["years"])["2020-01-01"]
    firms = column("f", "firms", tables["main"]["years"])["2020-01-01"]
    near(people, 30_000, 0.02, "port town: people at the end of 2020")
    check(firms > 2000, "port town: more than 2,000 firms by then", f"{float(firms):,.0f}")
