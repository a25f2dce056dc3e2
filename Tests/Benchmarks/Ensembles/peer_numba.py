"""The scenario in numba: one draw after another in scalar code, draws side by side on all cores.

What no draw reaches is prepared once; ramp and survival of what opens on a fixed date come from tables, those of
what waits or follows the moving phase are computed. Rounding to the fen is an option: off in timed runs.
"""

from math import exp, log

import numpy as np
from numba import njit, prange

import inputs as i
import prepared as p
import study as s
from prepared import (ALIVE, BREAK_EVEN, BUILD, BUILDING, CIT_RATE, END, FIRST, FLOW, GAIN, HALF, HELD, HOLIDAY, INPUT,
                      KAPPA, KEEP, MARGIN, PIT_RATE, REBATE, RESEARCH, SCALE, SPAN, SPENT, VAT_RATE, WAGE)

TAX, NET, JOBS, INVESTMENT = range(4)
HAZARD_AGES = np.array([key for key, _ in s.HAZARD], float)
HAZARDS = np.array([value for _, value in s.HAZARD])
HAZARD_SUMS = np.concatenate([[0.0], np.cumsum(np.diff(HAZARD_AGES) * HAZARDS[:-1])])
HOLIDAYS, REBATES = np.array(s.HOLIDAY, float), np.array(s.REBATE, float)
# Sums of an establishment in a step: of all its firms, then of those of them that get a rebate, times its share.
VAT, CIT, PAY, LIVE, OUT = range(5)
CARRIED = int(s.CARRY_LOSSES)
RING = CARRIED + 1


@njit(cache=True)
def survival(age, scale):
    """By age in months."""
    if age <= 0:
        return 1.0
    age /= 12
    index = HAZARD_AGES.size - 1
    while age < HAZARD_AGES[index]:
        index -= 1
    return exp(-scale * (HAZARD_SUMS[index] + HAZARDS[index] * (age - HAZARD_AGES[index])))


@njit(cache=True)
def area(keys, age):
    total = 0.0
    for index in range(keys.shape[0]):
        if age > keys[index, 0]:
            end = keys[index + 1, 0] if index + 1 < keys.shape[0] else age
            total += keys[index, 1] * (min(age, end) - keys[index, 0])
    return total


@njit(cache=True)
def spent_before(opens, build, time):
    if build == 0:
        return 1.0 if time > opens else 0.0
    share = min(max((time - opens + build) / build, 0.0), 1.0)
    return (3 - 2 * share) * share * share


@njit(cache=True)
def fill_profile(rows, opens, sector, steps):
    """The profile of `prepared.py` for one opening that is no date of the tables."""
    kappa, first, scale, even, build = sector[KAPPA], sector[FIRST], sector[SCALE], sector[BREAK_EVEN], sector[BUILD]
    for n in range(steps):
        begin, end = 12.0 * n, 12.0 * n + 12
        active = max(opens, begin)
        span = end - active
        at_begin, at_end = survival(begin - opens, scale), survival(end - opens, scale)
        rows[n, KEEP] = at_end / at_begin
        rows[n, HELD] = survival(begin - opens - 12, scale)
        rows[n, SPENT] = spent_before(opens, build, end) - spent_before(opens, build, begin)
        rows[n, END] = (1 - (1 - first) * exp(-kappa * (end - opens))) * at_end if span > 0 or span == 0 and build > 0 else 0.0
        half = begin - 6 - opens
        rows[n, HALF] = (1 - (1 - first) * exp(-kappa * half)) * survival(half, scale) if half >= 0 else 0.0
        if span <= 0:
            for row in (FLOW, GAIN, ALIVE, SPAN, HOLIDAY, REBATE):
                rows[n, row] = 0.0
            continue
        age = (active + end) / 2 - opens
        size = 1 - (1 - first) * exp(-kappa * age)
        alive = survival(age, scale) * span / 12
        rows[n, FLOW], rows[n, GAIN] = size * alive, (size - even) / (1 - even) * alive
        rows[n, ALIVE], rows[n, SPAN] = alive, span
        low, high = (active - opens) / 12, (end - opens) / 12
        rows[n, HOLIDAY] = (area(HOLIDAYS, high) - area(HOLIDAYS, low)) / (high - low)
        rows[n, REBATE] = (area(REBATES, high) - area(REBATES, low)) / (high - low)


@njit(cache=True)
def felt(month, half_life):
    since = (month - s.RAIL_OPENS_MONTHS) / 12
    return 1 - 2 ** (-since / half_life) if since >= 0 else 0.0


@njit(cache=True)
def taxed(profit, kept, n, keep):
    """What of a profit is taxed after losses kept; keeps a loss. `kept` is a ring of steps, its last place their sum."""
    kept[RING] -= kept[n % RING]
    kept[n % RING] = 0.0
    if profit < 0:
        kept[n % RING] = -profit
        profit = 0.0
    elif kept[RING] != 0.0:
        for step in range(n - CARRIED, n):
            used = min(profit, kept[step % RING])
            profit -= used
            kept[step % RING] -= used
    elif kept[RING] == 0.0:
        return profit
    total = 0.0
    for place in range(RING):
        kept[place] *= keep
        total += kept[place]
    kept[RING] = total
    return profit


@njit(cache=True)
def fen(amount, rounded):
    return np.rint(amount * 100) if rounded else amount * 100


@njit(cache=True)
def post(sums, sector, land, own, share, rounded):
    """Tax of an establishment's step, and what of it the host keeps, in fen."""
    tax, net = 0.0, 0.0
    building = s.PROPERTY * sector[BUILDING] * own
    for index in range(7):
        if index == 0:
            amount, given = sums[VAT], sums[5 + VAT]
        elif index == 1:
            amount, given = s.SURTAX * sums[VAT], s.SURTAX * sums[5 + VAT]
        elif index == 2:
            amount, given = sums[CIT], sums[5 + CIT]
        elif index == 3:
            amount, given = sector[PIT_RATE] * sums[PAY], sector[PIT_RATE] * sums[5 + PAY]
        elif index == 4:
            amount, given = building * sums[LIVE], building * sums[5 + LIVE]
        elif index == 5:
            amount, given = s.LAND_USE * land * sums[LIVE], s.LAND_USE * land * sums[5 + LIVE]
        else:
            amount, given = s.STAMP * sums[OUT], s.STAMP * sums[5 + OUT]
        local = amount * s.LOCAL[index]
        kept = fen(local, rounded)
        tax += kept + fen(amount * s.CENTRAL[index], rounded)
        net += kept - fen(given * s.LOCAL[index], rounded) - fen(local * share, rounded)
    return tax, net


@njit(cache=True)
def operate(row, n, pay, out, input_tax, sector, margin, holiday, kept, credit, sums, weight, rebate):
    """One vintage's step of a firm of output `out` a year (growth, rail, agglomeration in it); returns its credit after it."""
    flow = row[FLOW]
    due = sector[VAT_RATE] * out * flow
    credit += input_tax * row[SPENT]
    vat = max(0.0, due - credit)
    credit = max(0.0, credit - due) * row[KEEP]
    profit = taxed(out * (margin * row[GAIN] - sector[RESEARCH] * flow), kept, n, row[KEEP])
    cit = sector[CIT_RATE] * profit
    if holiday:
        cit *= 1 - row[HOLIDAY]
    sums[VAT] += weight * vat
    sums[CIT] += weight * cit
    sums[PAY] += weight * pay * flow
    sums[LIVE] += weight * row[ALIVE]
    sums[OUT] += weight * out * flow
    if rebate:
        part = weight * row[REBATE]
        sums[5 + VAT] += part * vat
        sums[5 + CIT] += part * cit
        sums[5 + PAY] += part * pay * flow
        sums[5 + LIVE] += part * row[ALIVE]
        sums[5 + OUT] += part * out * flow
    return credit


@njit(cache=True)
def growth_and_rail(row, n, log_growth, uplift, siphon, grown, railed):
    """Growth and rail in the middle of the active part of a step."""
    if row[SPAN] == 12.0 or row[SPAN] == 0.0:
        return grown[n], railed[n]
    middle = 12.0 * n + 12 - row[SPAN] / 2
    rail = exp(s.RAIL_ELASTICITY * uplift * felt(middle, s.RAIL_HALF_LIFE) + siphon * felt(middle, s.SIPHON_HALF_LIFE))
    return exp(log_growth * middle / 12), rail


@njit(cache=True)
def market(gdp, time, served, saving):
    """What the line adds to the logarithm of the market potential, and to the nearness of the core."""
    before = after = 0.0
    for city in range(gdp.size):
        shorter = time[city]
        if served[city] and shorter > s.LEAST_TIME:
            shorter = max(s.LEAST_TIME, shorter - saving)
        before += gdp[city] * 2 ** (-time[city] / s.RAIL_DECAY)
        after += gdp[city] * 2 ** (-shorter / s.RAIL_DECAY)
        if city == 1 + s.CORE:
            nearer = nearness(shorter) - nearness(time[city])
    return log(after / before), nearer


@njit(cache=True)
def nearness(time):
    return min(1.0, max(0.0, (s.SIPHON_FAR - time) / (s.SIPHON_FAR - s.SIPHON_NEAR)))


@njit(cache=True)
def run(study, value, out, scratch, rounded):
    """One draw: its four metrics by year into `out`."""
    (steps, firms, cohorts, sector, size, park, arrives, firm_profile, cohort_profile, share, phase_park, phase_area,
     phase_budget, phase_public, phase_start, phase_complete, phase_slips, land_price, opex, reference_jobs, enclave_share,
     felt_step, felt_month, felt_opening, opening_lag, opening_middle, gdp, time, served, siphon_size) = study
    (late, counts, late_count, firm_phase, firm_opens, firm_rows, table, grown, railed, half, free, unsold, asked, sums,
     kept, credits, late_opens) = scratch
    phases = phase_area.size
    realised, log_growth, earnings = value[i.REALISED], log(1 + value[i.TREND]), value[i.EARNINGS]
    uplift, nearer = market(gdp, time, served, value[i.SAVING])
    siphon = -siphon_size * nearer
    for n in range(steps):
        grown[n] = exp(log_growth * (n + 0.5))
        railed[n] = exp(s.RAIL_ELASTICITY * uplift * felt_step[0, n] + siphon * felt_step[1, n])
        for metric in range(4):
            out[metric, n] = 0.0
        for place in range(park.max() + 1):
            half[place, n] = 0.0

    complete = scratch_complete(phase_complete, phase_slips, value[i.SLIP])

    # Who comes when, step by step.
    counts[:] = 0.0
    late_count[:] = 0.0
    firm_phase[:] = -2
    unsold[:] = phase_area
    queue = np.zeros(cohorts)
    for n in range(steps):
        begin, end = 12.0 * n, 12.0 * n + 12
        for phase in range(phases):
            free[phase] = phase_area[phase] if complete[phase] < end else 0.0
        for firm in range(firms):
            if firm_phase[firm] >= 0:
                row = firm_profile[firm] if table[firm] else firm_rows[firm]
                free[firm_phase[firm]] -= size[firm, 2] * realised * row[n, HELD]
        for cohort in range(cohorts):
            land = size[firms + cohort, 2] * realised
            if land == 0.0:
                continue
            for phase in range(phases):
                if phase_park[phase] != park[firms + cohort]:
                    continue
                held = 0.0
                for year in range(n):
                    for month in range(12):
                        held += counts[cohort, phase, year, month] * cohort_profile[cohort, n - year, month, HELD]
                if late_count[cohort, phase] > 0.0:
                    held += late_count[cohort, phase] * late[cohort, n, HELD]
                free[phase] -= land * held

        for firm in range(firms):
            if firm_phase[firm] != -2 or arrives[firm] >= end:
                continue
            build, land = sector[firm, BUILD], size[firm, 2] * realised
            if land == 0.0:
                firm_phase[firm], table[firm] = -1, True
                continue
            best, admitted = -1, 0.0
            for phase in range(phases):
                if phase_park[phase] != park[firm] or complete[phase] >= end:
                    continue
                if free[phase] < land - 1e-11 * phase_area[phase]:
                    continue
                day = max(arrives[firm], complete[phase])
                if arrives[firm] < begin and n > 0:
                    day = max(day, begin)
                if best < 0 or day < admitted:
                    best, admitted = phase, day
            if best < 0:
                continue
            firm_phase[firm] = best
            table[firm] = admitted == arrives[firm]
            if not table[firm]:
                fill_profile(firm_rows[firm], admitted + build, sector[firm], steps)
            firm_opens[firm] = admitted + build
            row = firm_profile[firm] if table[firm] else firm_rows[firm]
            free[best] -= land * row[n, HELD]
            sold = min(land, unsold[best])
            unsold[best] -= sold
            if admitted >= 0:
                out[NET, n] += fen(land_price[park[firm]] * sold, rounded)

        for cohort in range(cohorts):
            tenant = firms + cohort
            wanted = queue[cohort]
            for month in range(12):
                asked[month] = share[cohort, 12 * n + month]
                if asked[month] > 0.0:
                    asked[month] *= value[i.INTEREST] * exp(sector[tenant, p.ATTRACTION] * uplift * felt_month[12 * n + month])
                wanted += asked[month]
            asked[0] += queue[cohort]
            queue[cohort] = 0.0
            if wanted == 0.0:
                continue
            land = size[tenant, 2] * realised
            if land == 0.0:
                for month in range(12):
                    counts[cohort, 0, n, month] = asked[month]
                continue
            left = wanted
            for phase in range(phases):
                if phase_park[phase] != park[tenant] or complete[phase] >= end:
                    continue
                taken = min(left, free[phase] / land)
                if taken < 1e-9:
                    continue
                for month in range(12):
                    count = asked[month] * (taken / wanted)
                    if 12 * n + month + 0.5 >= complete[phase]:
                        counts[cohort, phase, n, month] = count
                    else:
                        if late_count[cohort, phase] == 0.0:
                            late_opens[cohort] = complete[phase]
                            fill_profile(late[cohort], complete[phase] + sector[tenant, BUILD], sector[tenant], steps)
                        late_count[cohort, phase] += count
                left -= taken
                free[phase] -= taken * land
                sold = min(taken * land, unsold[phase])
                unsold[phase] -= sold
                out[NET, n] += fen(land_price[park[tenant]] * sold, rounded)
            queue[cohort] = max(0.0, left) * (1 - s.QUEUE_DECAY) if left > 0 else 0.0

    # Jobs, and what agglomeration goes by.
    for firm in range(firms):
        if firm_phase[firm] == -2:
            continue
        row = firm_profile[firm] if table[firm] else firm_rows[firm]
        jobs = size[firm, 0] * realised
        for n in range(steps):
            out[JOBS, n] += jobs * row[n, END]
            half[park[firm], n] += jobs * row[n, HALF]
    for cohort in range(cohorts):
        place, jobs = park[firms + cohort], size[firms + cohort, 0] * realised
        for phase in range(phases):
            for year in range(steps):
                if counts[cohort, phase, year].max() == 0.0:
                    continue
                for n in range(year, steps):
                    ends = halves = 0.0
                    for month in range(12):
                        count = counts[cohort, phase, year, month]
                        ends += count * cohort_profile[cohort, n - year, month, END]
                        halves += count * cohort_profile[cohort, n - year, month, HALF]
                    out[JOBS, n] += jobs * ends
                    half[place, n] += jobs * halves
            if late_count[cohort, phase] > 0.0:
                for n in range(steps):
                    out[JOBS, n] += jobs * late_count[cohort, phase] * late[cohort, n, END]
                    half[place, n] += jobs * late_count[cohort, phase] * late[cohort, n, HALF]
    for place in range(reference_jobs.size):
        for n in range(steps):
            ratio = max(half[place, n], reference_jobs[place]) / reference_jobs[place]
            half[place, n] = min(s.AGGLOMERATION_CAP, ratio ** value[i.DENSITY])

    # What each pays.
    for firm in range(firms):
        if firm_phase[firm] == -2:
            continue
        row = firm_profile[firm] if table[firm] else firm_rows[firm]
        place, own = park[firm], size[firm, 3] * realised
        output, pay = size[firm, 1] * realised, size[firm, 0] * realised * sector[firm, WAGE]
        opens = firm_opens[firm] if firm_phase[firm] >= 0 else arrives[firm] + sector[firm, BUILD]
        spent = own * spent_before(opens, sector[firm, BUILD], 0.0)
        kept[:] = 0.0
        credit = spent * sector[firm, INPUT] if opens >= 0 else 0.0
        for n in range(steps):
            if row[n, SPAN] == 0.0 and row[n, SPENT] == 0.0:
                continue
            growth, rail = growth_and_rail(row[n], n, log_growth, uplift, siphon, grown, railed)
            sums[0, :] = 0.0
            credit = operate(row[n], n, pay * growth, output * growth * rail * half[place, n], own * sector[firm, INPUT],
                             sector[firm], sector[firm, MARGIN] * earnings, place == 0, kept, credit, sums[0], 1.0,
                             place == 1 and arrives[firm] < s.AGREEMENTS_UNTIL)
            tax, net = post(sums[0], sector[firm], size[firm, 2] * realised, own,
                            enclave_share[place, n] * value[i.HONOURED], rounded)
            out[TAX, n] += tax
            out[NET, n] += net
            # What is rounded is the amount to date.
            to_date = spent + own * row[n, SPENT]
            out[INVESTMENT, n] += fen(to_date, rounded) - fen(spent, rounded)
            spent = to_date
    for cohort in range(cohorts):
        tenant = firms + cohort
        place, own = park[tenant], size[tenant, 3] * realised
        output, pay = size[tenant, 1] * realised, size[tenant, 0] * realised * sector[tenant, WAGE]
        for phase in range(phases):
            if phase_park[phase] != place and phase > 0:
                continue
            sums[:] = 0.0
            some = False
            for year in range(steps):
                if counts[cohort, phase, year].max() == 0.0:
                    continue
                some = True
                for month in range(12):
                    count = counts[cohort, phase, year, month]
                    if count == 0.0:
                        continue
                    kept[:] = 0.0
                    credit = 0.0
                    rebate = place == 1 and 12 * year + month + 0.5 < s.AGREEMENTS_UNTIL
                    for n in range(year, steps):
                        row = cohort_profile[cohort, n - year, month]
                        growth, rail = growth_and_rail(row, n, log_growth, uplift, siphon, grown, railed)
                        credit = operate(row, n, pay * growth, output * growth * rail * half[place, n],
                                         own * sector[tenant, INPUT], sector[tenant], sector[tenant, MARGIN] * earnings,
                                         place == 0, kept, credit, sums[n], count, rebate)
                        sums[n, 10] += count * row[SPENT]
            if late_count[cohort, phase] > 0.0:
                some = True
                count = late_count[cohort, phase]
                kept[:] = 0.0
                credit = 0.0
                rebate = place == 1 and late_opens[cohort] < s.AGREEMENTS_UNTIL
                for n in range(steps):
                    row = late[cohort, n]
                    growth, rail = growth_and_rail(row, n, log_growth, uplift, siphon, grown, railed)
                    credit = operate(row, n, pay * growth, output * growth * rail * half[place, n],
                                     own * sector[tenant, INPUT], sector[tenant], sector[tenant, MARGIN] * earnings,
                                     place == 0, kept, credit, sums[n], count, rebate)
                    sums[n, 10] += count * row[SPENT]
            if not some:
                continue
            spent = 0.0
            for n in range(steps):
                tax, net = post(sums[n], sector[tenant], size[tenant, 2] * realised, own,
                                enclave_share[place, n] * value[i.HONOURED], rounded)
                out[TAX, n] += tax
                out[NET, n] += net
                to_date = spent + own * sums[n, 10]
                out[INVESTMENT, n] += fen(to_date, rounded) - fen(spent, rounded)
                spent = to_date

    # What the zones build, and what it costs to run.
    for phase in range(phases):
        spent = public = 0.0
        for n in range(-1, steps):
            progress = min(1.0, max(0.0, (12.0 * n + 12 - phase_start[phase]) / (complete[phase] - phase_start[phase])))
            spent_now = fen(phase_budget[phase] * (3 - 2 * progress) * progress * progress, rounded)
            public_now = spent_now * phase_public[phase]
            if rounded:
                public_now = np.rint(public_now)
            if n >= 0:
                out[INVESTMENT, n] += spent_now - spent
                out[NET, n] -= public_now - public
                if complete[phase] <= 12.0 * n:
                    out[NET, n] -= fen(opex[phase_park[phase]] * phase_budget[phase] * phase_public[phase], rounded)
            spent, public = spent_now, public_now
    for n in range(steps):
        for metric in (TAX, NET, INVESTMENT):
            out[metric, n] /= 100


@njit(cache=True)
def scratch_complete(complete, slips, slip):
    moved = complete.copy()
    for phase in range(complete.size):
        if slips[phase]:
            moved[phase] += 12 * slip
    return moved


BLOCK = 64


@njit(cache=True, parallel=True)
def run_all(study, values, rounded):
    """The metrics of every draw, shaped (metric, year, draw)."""
    steps, firms, cohorts, phases = study[0], study[1], study[2], study[11].size
    draws = values.shape[0]
    found = np.empty((4, steps, draws))
    for block in prange((draws + BLOCK - 1) // BLOCK):
        scratch = (np.empty((cohorts, steps, p.ROWS)), np.empty((cohorts, phases, steps, 12)), np.empty((cohorts, phases)),
                   np.empty(firms, np.int64), np.empty(firms), np.empty((firms, steps, p.ROWS)), np.empty(firms, np.bool_),
                   np.empty(steps), np.empty(steps), np.empty((2, steps)), np.empty(phases), np.empty(phases), np.empty(12),
                   np.empty((steps, 11)), np.empty(RING + 1), np.empty(12), np.empty(cohorts))
        out = np.empty((4, steps))
        for draw in range(block * BLOCK, min(draws, (block + 1) * BLOCK)):
            run(study, values[draw], out, scratch, rounded)
            found[:, :, draw] = out
    return found


def arrays(prepared):
    """A study for numba: a tuple of arrays, profiles with a step's numbers side by side."""
    names = ("steps firms cohorts sector size park arrives firm_profile cohort_profile share phase_park phase_area phase_budget "
             "phase_public phase_start phase_complete phase_slips land_price opex reference_jobs enclave_share felt_step "
             "felt_month felt_opening opening_lag opening_middle gdp time served siphon").split()
    held = {name: getattr(prepared, name) for name in names}
    held["firm_profile"] = np.ascontiguousarray(np.moveaxis(prepared.firm_profile, 1, 2))
    held["cohort_profile"] = np.ascontiguousarray(np.moveaxis(prepared.cohort_profile, 1, 3))
    return tuple(held[name] for name in names)


def metrics(study, values, rounded=False):
    """Tax, net local of the host, jobs and investment of every year and draw."""
    return run_all(arrays(p.Prepared(study)), np.ascontiguousarray(values), rounded)
