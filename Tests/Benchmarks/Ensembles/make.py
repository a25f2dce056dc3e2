#!/usr/bin/env python3
"""Writes the benchmark's scenario.

    python3 make.py > workload.park
    python3 make.py --firms 128 --years 15

With `--values A,B,…` the eight inputs are these numbers instead of distributions, in the order of `inputs.py`.
"""

import argparse

import study as s
from inputs import INPUTS


def month(number):
    """A month of the calendar, by its number since the start."""
    year, month = divmod(number, 12)
    return f"{s.START + year}-{month + 1:02d}"


def month_until(number):
    """The month that ends at a number."""
    return month(number - 1)


def schedule(keys):
    return "{" + ", ".join(f"{key}y: {share:.0%}" for key, share in keys) + "}"


def script(study, values=None):
    """The scenario as a script; values, where given, in place of the distributions."""
    lines = ["# The benchmark of ensembles: written by make.py, read beside study.py. Firms are invented.",
             f'scenario "Two parks and a line" start={s.START} end={s.START + study.years - 1} step=year', "use china", ""]
    for column, input in enumerate(INPUTS):
        value = input.distribution if values is None else f"{float(values[column])!r}{input.unit}"
        lines.append(f'assume {input.name} "{input.title}" = {value}')
    lines += ["", "# Every kind of firm earns and grows by the assumptions."]
    for name, sector in s.SECTORS.items():
        lines.append(f"set {name} margin={sector.margin:.0%} * earnings growth=trend")
    lines += ["set model agglomeration=density", "", "# Where it lies, and the line.",
              f"city quzhou gdp={s.GDP / 1e8:.2f}亿元/year core={s.OTHERS[s.CORE][0]} internal_time={s.INTERNAL_TIME:.0f}min"]
    for name, gdp, _, _ in s.OTHERS:
        lines.append(f"city {name} gdp={gdp / 1e8:.2f}亿元/year")
    for name, _, time, _ in s.OTHERS:
        lines.append(f"travel to-{name} from=quzhou to={name} time={time:.0f}min")
    served = ", ".join(name for name, _, _, served in s.OTHERS if served)
    lines.append(f"rail line from=quzhou to=[{served}] opens={s.RAIL_OPENS} saves=saving half_life={s.RAIL_HALF_LIFE:.0f}y")
    lines += ["", "# Land."]
    for park in s.PARKS:
        lines.append(f"park {park.name} city=quzhou reference_jobs={park.reference_jobs} "
                     f"land_price={park.land_price:.0f} yuan/m2 opex={park.opex:.1%}")
        for phase in park.phases:
            lines.append(f"phase {phase.name} park={park.name} area={phase.hectares}ha investment={phase.investment / 1e6:.0f}M "
                         f"public={phase.public:.0%} start={month(phase.start)} complete={month_until(phase.complete)}"
                         + (" delay=slip" if phase.slips else ""))
    lines += ["", "# What is promised.",
              f"incentive holiday park={s.PARKS[s.HOLIDAY_PARK].name} type=holiday tax=cit schedule={schedule(s.HOLIDAY)}",
              f"incentive rebate park={s.PARKS[s.REBATE_PARK].name} type=rebate schedule={schedule(s.REBATE)} "
              f"agreements_until={month_until(s.AGREEMENTS_UNTIL)}",
              "enclave deal park=west host=quzhou home=hangzhou share={"
              + ", ".join(f"{s.START + key // 12}: {share:.0%}" for key, share in s.ENCLAVE_SHARE) + "} honour=honoured",
              "", "# Who comes."]
    for firm in study.firms:
        lines.append(f"firm {firm.name} park={s.PARKS[firm.park].name} sector={firm.sector} arrives={month(firm.arrives)} "
                     f"jobs={firm.jobs:g} * realised")
    for cohort in study.cohorts:
        pattern = f"bass p={cohort.p} q={cohort.q}" if cohort.bass else "even"
        lines.append(f"cohort {cohort.name} park={s.PARKS[cohort.park].name} sector={cohort.sector} "
                     f"from={month(cohort.begins)} until={month_until(cohort.ends)} firms={cohort.firms:g} * interest "
                     f"jobs={cohort.jobs:g} * realised pattern={pattern}")
    return "\n".join(lines) + "\n"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--firms", type=int, default=64)
    options.add_argument("--years", type=int, default=30)
    options.add_argument("--values", type=lambda text: [float(part) for part in text.split(",")])
    chosen = options.parse_args()
    print(script(s.study(chosen.firms, chosen.years), chosen.values), end="")


if __name__ == "__main__":
    main()
