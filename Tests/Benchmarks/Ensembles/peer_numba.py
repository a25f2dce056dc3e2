"""The scenario in numba: one draw after another in scalar code, draws side by side on all cores.

What no draw reaches is prepared once; ramp and survival of what opens on a fixed date come from tables, those of
what the moving phase lets in are computed. A firm or a month's intake is followed step by step while it has a credit,
a loss or a rebate; from then on its taxes are linear in its size, and it is added to what its cohort has. Rounding to
the fen is an option, with leaves by phase as the ledger has them: off in timed runs.
"""

from math import exp, log

import numpy as np
from numba import njit, prange, set_num_threads

import inputs as i
import prepared as p
import study as s
from prepared import (ALIVE, ATTRACTION, BREAK_EVEN, BUILD, BUILDING, CIT_RATE, END, FIRST, FLOW, FLOW_TAXED, GAIN,
                      GAIN_TAXED, HALF, HELD, INPUT, KAPPA, KEEP, MARGIN, PIT_RATE, REBATE, RESEARCH, SCALE, SPAN, SPENT,
                      TAXED, VAT_RATE, WAGE)

TAX, NET, JOBS, INVESTMENT = range(4)
HAZARD_AGES = np.array([key for key, _ in s.HAZARD], float)
HAZARDS = np.array([value for _, value in s.HAZARD])
HAZARD_SUMS = np.concatenate([[0.0], np.cumsum(np.diff(HAZARD_AGES) * HAZARDS[:-1])])
HOLIDAYS, REBATES = np.array(s.HOLIDAY, float), np.array(s.REBATE, float)
PLACES = len(s.PARKS)

# Sums of an establishment by step: amounts of taxes, pay, output; the same of rebates; what is alive and spent; then of
# those without a history, in full-size firms, flow and taxable gain.
VAT, CIT, PAY, OUT, R_VAT, R_CIT, R_PAY, R_OUT, R_LIVE, LIVE, BUILT, PLAIN_FLOW, PLAIN_GAIN = range(13)
CARRIED = int(s.CARRY_LOSSES)
RING = CARRIED + 1
BLOCK = 64


# ---- Profiles of what opens on no date of the tables: as in prepared.py.

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
def integral(keys, age):
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
def fill_profile(profiles, which, opens, sector, tenant, place, first_step, steps):
    """The profile of an opening from the step of the admission on, which is the first place of each row."""
    kappa, first, scale = sector[tenant, KAPPA], sector[tenant, FIRST], sector[tenant, SCALE]
    even, build = sector[tenant, BREAK_EVEN], sector[tenant, BUILD]
    at_begin = 1.0
    for n in range(first_step, steps):
        lag = n - first_step
        begin, end = 12.0 * n, 12.0 * n + 12
        active = max(opens, begin)
        span = end - active
        at_end = survival(end - opens, scale)
        profiles[which, KEEP, lag] = at_end / at_begin
        at_begin = at_end
        profiles[which, HELD, lag] = survival(begin - opens - 12, scale)
        profiles[which, SPENT, lag] = spent_before(opens, build, end) - spent_before(opens, build, begin)
        opened = span > 0 or span == 0 and build > 0
        profiles[which, END, lag] = (1 - (1 - first) * exp(-kappa * (end - opens))) * at_end if opened else 0.0
        half = begin - 6 - opens
        profiles[which, HALF, lag] = (1 - (1 - first) * exp(-kappa * half)) * survival(half, scale) if half >= 0 else 0.0
        profiles[which, TAXED, lag], profiles[which, REBATE, lag] = 1.0, 0.0
        if span <= 0:
            for row in (FLOW, GAIN, ALIVE, SPAN, GAIN_TAXED, FLOW_TAXED):
                profiles[which, row, lag] = 0.0
            continue
        age = (active + end) / 2 - opens
        size = 1 - (1 - first) * exp(-kappa * age)
        alive = survival(age, scale) * span / 12
        profiles[which, FLOW, lag], profiles[which, GAIN, lag] = size * alive, (size - even) / (1 - even) * alive
        profiles[which, ALIVE, lag], profiles[which, SPAN, lag] = alive, span
        low, high = (active - opens) / 12, (end - opens) / 12
        if place == s.HOLIDAY_PARK:
            profiles[which, TAXED, lag] = 1 - (integral(HOLIDAYS, high) - integral(HOLIDAYS, low)) / (high - low)
        if place == s.REBATE_PARK:
            profiles[which, REBATE, lag] = (integral(REBATES, high) - integral(REBATES, low)) / (high - low)
        profiles[which, GAIN_TAXED, lag] = profiles[which, GAIN, lag] * profiles[which, TAXED, lag]
        profiles[which, FLOW_TAXED, lag] = profiles[which, FLOW, lag] * profiles[which, TAXED, lag]


# ---- The line.

@njit(cache=True)
def felt(month, half_life):
    since = (month - s.RAIL_OPENS_MONTHS) / 12
    return 1 - 2 ** (-since / half_life) if since >= 0 else 0.0


@njit(cache=True)
def nearness(time):
    return min(1.0, max(0.0, (s.SIPHON_FAR - time) / (s.SIPHON_FAR - s.SIPHON_NEAR)))


@njit(cache=True)
def market(gdp, time, served, saving):
    """What the line adds to the logarithm of the market potential, and to the nearness of the core."""
    before = after = nearer = 0.0
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
def rail(line, siphon, felt_line, felt_siphon):
    return exp(line * felt_line + siphon * felt_siphon) if felt_line > 0 else 1.0


# ---- Taxes.

@njit(cache=True)
def taxed(profit, kept, n, keep):
    """What of a profit is taxed after losses kept; keeps a loss. `kept` is a ring of steps, its last place their sum."""
    if profit >= 0 and kept[RING] == 0.0:
        return profit
    kept[n % RING] = 0.0
    if profit < 0:
        kept[n % RING] = -profit
        profit = 0.0
    else:
        for step in range(n - CARRIED, n):
            used = min(profit, kept[step % RING])
            profit -= used
            kept[step % RING] -= used
    total = 0.0
    for place in range(RING):
        kept[place] *= keep
        total += kept[place]
    kept[RING] = total
    return profit


@njit(cache=True)
def operate(profiles, which, shift, start, steps, weight, credit, opening, opening_grown, opening_railed, pay, out, input_tax,
            sector, tenant, margin, rebate, place, grown, lifted, agglomerated, kept, sums):
    """Adds one vintage, admitted in step `start`, to an establishment's sums. `opening` is the step since then in which it opens;
    the profile's first step is `shift` before the admission."""
    kept[:] = 0.0
    research, vat_rate, cit_rate = sector[tenant, RESEARCH], sector[tenant, VAT_RATE], sector[tenant, CIT_RATE]
    lag = 0
    while start + lag < steps:
        n, at = start + lag, shift + lag
        keep, flow = profiles[which, KEEP, at], profiles[which, FLOW, at]
        credit += input_tax * profiles[which, SPENT, at]
        if lag >= opening:
            if lag == opening:
                paid = pay * opening_grown * flow
                sold = out * opening_grown * opening_railed * agglomerated[place, n]
            else:
                paid = pay * grown[n] * flow
                sold = out * lifted[place, n]
            profit = sold * (margin * profiles[which, GAIN, at] - research * flow)
            if (lag > opening and credit == 0.0 and kept[RING] == 0.0 and profit >= 0
                    and not (rebate and profiles[which, REBATE, at] > 0)):
                break
            sold *= flow
            due = vat_rate * sold
            vat = max(0.0, due - credit)
            credit = max(0.0, credit - due) * keep
            cit = cit_rate * taxed(profit, kept, n, keep) * profiles[which, TAXED, at]
            sums[VAT, n] += weight * vat
            sums[CIT, n] += weight * cit
            sums[PAY, n] += weight * paid
            sums[OUT, n] += weight * sold
            if rebate:
                part = weight * profiles[which, REBATE, at]
                sums[R_VAT, n] += part * vat
                sums[R_CIT, n] += part * cit
                sums[R_PAY, n] += part * paid
                sums[R_OUT, n] += part * sold
                sums[R_LIVE, n] += part * profiles[which, ALIVE, at]
        sums[LIVE, n] += weight * profiles[which, ALIVE, at]
        sums[BUILT, n] += weight * profiles[which, SPENT, at]
        lag += 1
    # Nothing is left of its history, and of older vintages profit is a larger part of output: linear from here. Indices
    # without a sign let the compiler use vectors.
    earlier = np.uint64(start - shift)
    margin *= weight
    research *= weight
    for n in range(np.uint64(start + lag), np.uint64(steps)):
        at = n - earlier
        sums[LIVE, n] += weight * profiles[which, ALIVE, at]
        sums[PLAIN_FLOW, n] += weight * profiles[which, FLOW, at]
        sums[PLAIN_GAIN, n] += margin * profiles[which, GAIN_TAXED, at] - research * profiles[which, FLOW_TAXED, at]


@njit(cache=True)
def fen(amount, rounded):
    return np.rint(amount * 100) if rounded else amount * 100


@njit(cache=True)
def post(sums, first, steps, sector, tenant, land, own, before, pay, out, place, passed_on, grown, lifted, rounded, found):
    """Taxes of an establishment, what of them its host keeps, and its own spending, in fen; clears the sums."""
    building = s.PROPERTY * sector[tenant, BUILDING] * own
    ground = s.LAND_USE * land
    vat_rate, cit_rate, pit_rate = sector[tenant, VAT_RATE], sector[tenant, CIT_RATE], sector[tenant, PIT_RATE]
    if not rounded:
        for n in range(np.uint64(first), np.uint64(steps)):
            sold = out * lifted[place, n] * sums[PLAIN_FLOW, n]
            vat = sums[VAT, n] + vat_rate * sold
            income = (sums[CIT, n] + cit_rate * out * lifted[place, n] * sums[PLAIN_GAIN, n]
                      + pit_rate * (sums[PAY, n] + pay * grown[n] * sums[PLAIN_FLOW, n]))
            whole = (building + ground) * sums[LIVE, n] + s.STAMP * (sums[OUT, n] + sold)
            paid_back = ((0.5 + s.SURTAX) * sums[R_VAT, n] + 0.4 * (sums[R_CIT, n] + pit_rate * sums[R_PAY, n])
                         + (building + ground) * sums[R_LIVE, n] + s.STAMP * sums[R_OUT, n])
            local = (0.5 + s.SURTAX) * vat + 0.4 * income + whole
            found[TAX, n] += 100 * ((1 + s.SURTAX) * vat + income + whole)
            found[NET, n] += 100 * (local * (1 - passed_on[place, n]) - paid_back)
            found[INVESTMENT, n] += 100 * own * sums[BUILT, n]
    else:
        for n in range(first, steps):
            sold = out * lifted[place, n] * sums[PLAIN_FLOW, n]
            vat = sums[VAT, n] + vat_rate * sold
            cit = sums[CIT, n] + cit_rate * out * lifted[place, n] * sums[PLAIN_GAIN, n]
            pit = pit_rate * (sums[PAY, n] + pay * grown[n] * sums[PLAIN_FLOW, n])
            amounts = (vat, s.SURTAX * vat, cit, pit, building * sums[LIVE, n], ground * sums[LIVE, n],
                       s.STAMP * (sums[OUT, n] + sold))
            given = (sums[R_VAT, n], s.SURTAX * sums[R_VAT, n], sums[R_CIT, n], pit_rate * sums[R_PAY, n],
                     building * sums[R_LIVE, n], ground * sums[R_LIVE, n], s.STAMP * sums[R_OUT, n])
            for tax in range(7):
                local = amounts[tax] * s.LOCAL[tax]
                found[TAX, n] += fen(local, True) + fen(amounts[tax] * s.CENTRAL[tax], True)
                found[NET, n] += fen(local, True) - fen(given[tax] * s.LOCAL[tax], True) - fen(local * passed_on[place, n], True)
            # What is rounded is the amount to date.
            to_date = before + own * sums[BUILT, n]
            found[INVESTMENT, n] += fen(to_date, True) - fen(before, True)
            before = to_date
    sums[:] = 0.0


# ---- One draw.

@njit(cache=True)
def settle(profiles, which, start, steps, weight, land, jobs, held, phase, found, half, place):
    """What an admission means for the land of later steps, for jobs and for agglomeration; the profile begins in step `start`."""
    land *= weight
    jobs *= weight
    earlier = np.uint64(start)
    for n in range(earlier, np.uint64(steps)):
        at = n - earlier
        held[phase, n] += land * profiles[which, HELD, at]
        found[JOBS, n] += jobs * profiles[which, END, at]
        half[place, n] += jobs * profiles[which, HALF, at]


@njit(cache=True)
def run(study, value, found, scratch, rounded):
    """One draw: its four metrics by year into `found`."""
    (steps, firms, cohorts, sector, size, park, arrives, usual, firm_opens, firm_felt, firm_profile, waited_profile,
     cohort_profile, cohort_middle, cohort_lag, cohort_felt, share, phase_park, phase_area, phase_budget, phase_public,
     phase_start, phase_complete, phase_slips, land_price, opex, reference_jobs, enclave_share, felt_step, felt_month,
     gdp, time, served, siphon_size) = study
    (late_rows, late_count, late_step, counts, phase_of, admitted, firm_rows, grown, railed, half, lifted, passed_on, held,
     free, unsold, asked, queue, complete, sums, kept) = scratch
    phases = phase_area.size
    realised, log_growth, earnings = value[i.REALISED], log(1 + value[i.TREND]), value[i.EARNINGS]
    uplift, nearer = market(gdp, time, served, value[i.SAVING])
    line, siphon = s.RAIL_ELASTICITY * uplift, -siphon_size * nearer
    found[:] = 0.0
    half[:] = 0.0
    held[:] = 0.0
    counts[:] = 0.0
    late_count[:] = 0.0
    queue[:] = 0.0
    phase_of[:] = -2
    unsold[:] = phase_area
    sums[:] = 0.0
    for phase in range(phases):
        complete[phase] = phase_complete[phase] + (12 * value[i.SLIP] if phase_slips[phase] else 0.0)
    for n in range(steps):
        grown[n] = exp(log_growth * (n + 0.5))
        railed[n] = rail(line, siphon, felt_step[0, n], felt_step[1, n])

    # Who comes when, step by step: firms in the order in which they arrive, then cohorts.
    for n in range(steps):
        begin, end = 12.0 * n, 12.0 * n + 12
        for phase in range(phases):
            free[phase] = phase_area[phase] - held[phase, n] if complete[phase] < end else 0.0
        for firm in range(firms):
            if arrives[firm] >= end:
                break
            if phase_of[firm] != -2:
                continue
            place, land, jobs = park[firm], size[firm, 2] * realised, size[firm, 0] * realised
            if land == 0.0:
                phase_of[firm], admitted[firm] = -1, arrives[firm]
                settle(firm_profile, firm, 0, steps, 1.0, 0.0, jobs, held, 0, found, half, place)
                continue
            best, day = -1, 0.0
            for phase in range(phases):
                if phase_park[phase] != place or complete[phase] >= end or free[phase] < land - 1e-11 * phase_area[phase]:
                    continue
                since = max(arrives[firm], complete[phase])
                if arrives[firm] < begin and n > 0:
                    since = max(since, begin)
                if best < 0 or since < day:
                    best, day = phase, since
            if best < 0:
                continue
            phase_of[firm], admitted[firm] = best, day
            if day == usual[firm]:
                free[best] -= land * firm_profile[firm, HELD, n]
                settle(firm_profile, firm, 0, steps, 1.0, land, jobs, held, best, found, half, place)
            elif day == begin and n > 0:
                free[best] -= land
                settle(waited_profile, firm, n, steps, 1.0, land, jobs, held, best, found, half, place)
            else:
                fill_profile(firm_rows, firm, day + sector[firm, BUILD], sector, firm, place, n, steps)
                free[best] -= land * firm_rows[firm, HELD, 0]
                settle(firm_rows, firm, n, steps, 1.0, land, jobs, held, best, found, half, place)
            sold = min(land, unsold[best])
            unsold[best] -= sold
            if day >= 0:
                found[NET, n] += fen(land_price[place] * sold, rounded)

        for cohort in range(cohorts):
            tenant = firms + cohort
            place, land, jobs = park[tenant], size[tenant, 2] * realised, size[tenant, 0] * realised
            wanted = queue[cohort]
            for month in range(12):
                asked[month] = share[cohort, 12 * n + month] * value[i.INTEREST]
                if asked[month] > 0.0 and felt_month[12 * n + month] > 0.0:
                    asked[month] *= exp(sector[tenant, ATTRACTION] * uplift * felt_month[12 * n + month])
                wanted += asked[month]
            if wanted == 0.0:
                continue
            asked[0] += queue[cohort]
            queue[cohort] = 0.0
            if land == 0.0:
                for month in range(12):
                    counts[cohort, 0, month, n] = asked[month]
                    settle(cohort_profile, 12 * cohort + month, n, steps, asked[month], 0.0, jobs, held, 0, found, half, place)
                continue
            left = wanted
            for phase in range(phases):
                if phase_park[phase] != place or complete[phase] >= end:
                    continue
                taken = min(left, free[phase] / land)
                if taken < 1e-9:
                    continue
                leaf = phase if rounded else 0
                for month in range(12):
                    count = asked[month] * (taken / wanted)
                    if count == 0.0:
                        continue
                    if 12 * n + month + 0.5 >= complete[phase]:
                        counts[cohort, leaf, month, n] += count
                        settle(cohort_profile, 12 * cohort + month, n, steps, count, land, jobs, held, phase, found, half, place)
                    else:
                        late_count[cohort, phase] += count
                if late_count[cohort, phase] > 0 and complete[phase] >= begin:
                    late_step[cohort] = n
                    fill_profile(late_rows, cohort, complete[phase] + sector[tenant, BUILD], sector, tenant, place, n, steps)
                    settle(late_rows, cohort, n, steps, late_count[cohort, phase], land, jobs, held, phase, found, half, place)
                left -= taken
                free[phase] -= taken * land
                sold = min(taken * land, unsold[phase])
                unsold[phase] -= sold
                found[NET, n] += fen(land_price[place] * sold, rounded)
            if left > 0:
                queue[cohort] = left * (1 - s.QUEUE_DECAY)

    # Agglomeration, and with it what lifts output in the middle of a whole step.
    for place in range(PLACES):
        for n in range(steps):
            ratio = half[place, n] / reference_jobs[place]
            half[place, n] = min(s.AGGLOMERATION_CAP, ratio ** value[i.DENSITY]) if ratio > 1 else 1.0
            lifted[place, n] = grown[n] * railed[n] * half[place, n]
            passed_on[place, n] = enclave_share[place, n] * value[i.HONOURED]

    # What each pays.
    for firm in range(firms):
        if phase_of[firm] == -2:
            continue
        place, own, build = park[firm], size[firm, 3] * realised, sector[firm, BUILD]
        output, pay = size[firm, 1] * realised, size[firm, 0] * realised * sector[firm, WAGE]
        opens = admitted[firm] + build
        start = int(max(0.0, admitted[firm]) // 12)
        before = own * spent_before(opens, build, 0.0)
        credit = before * sector[firm, INPUT] if opens >= 0 else 0.0
        opening = int(opens // 12) - start if opens >= 0 else -1
        opening_grown = opening_railed = 1.0
        if opening >= 0:
            middle = (opens + 12 * (opens // 12 + 1)) / 2
            opening_grown = exp(log_growth * middle / 12)
            if opens == firm_opens[firm]:
                opening_railed = rail(line, siphon, firm_felt[firm, 0], firm_felt[firm, 1])
            else:
                opening_railed = rail(line, siphon, felt(middle, s.RAIL_HALF_LIFE), felt(middle, s.SIPHON_HALF_LIFE))
        input_tax, margin = own * sector[firm, INPUT], sector[firm, MARGIN] * earnings
        rebate = place == s.REBATE_PARK and arrives[firm] < s.AGREEMENTS_UNTIL
        if admitted[firm] == usual[firm]:
            operate(firm_profile, firm, start, start, steps, 1.0, credit, opening, opening_grown, opening_railed, pay, output,
                    input_tax, sector, firm, margin, rebate, place, grown, lifted, half, kept, sums)
        elif admitted[firm] == 12 * start and start > 0:
            operate(waited_profile, firm, 0, start, steps, 1.0, credit, opening, opening_grown, opening_railed, pay, output,
                    input_tax, sector, firm, margin, rebate, place, grown, lifted, half, kept, sums)
        else:
            operate(firm_rows, firm, 0, start, steps, 1.0, credit, opening, opening_grown, opening_railed, pay, output,
                    input_tax, sector, firm, margin, rebate, place, grown, lifted, half, kept, sums)
        post(sums, start, steps, sector, firm, size[firm, 2] * realised, own, before, pay, output, place, passed_on, grown,
             lifted, rounded, found)
    for cohort in range(cohorts):
        tenant = firms + cohort
        place, own = park[tenant], size[tenant, 3] * realised
        output, pay = size[tenant, 1] * realised, size[tenant, 0] * realised * sector[tenant, WAGE]
        input_tax, margin = own * sector[tenant, INPUT], sector[tenant, MARGIN] * earnings
        for leaf in range(phases if rounded else 1):
            for month in range(12):
                for year in range(steps):
                    count = counts[cohort, leaf, month, year]
                    if count == 0.0:
                        continue
                    opening = cohort_lag[cohort, month]
                    opened_in = 12 * (year + opening)
                    opening_railed = rail(line, siphon, cohort_felt[cohort, 12 * year + month, 0],
                                          cohort_felt[cohort, 12 * year + month, 1])
                    opening_grown = exp(log_growth * (opened_in + cohort_middle[cohort, month]) / 12)
                    rebate = place == s.REBATE_PARK and 12 * year + month + 0.5 < s.AGREEMENTS_UNTIL
                    operate(cohort_profile, 12 * cohort + month, 0, year, steps, count, 0.0, opening, opening_grown,
                            opening_railed, pay, output, input_tax, sector, tenant, margin, rebate, place, grown, lifted, half,
                            kept, sums)
            for phase in range(phases):
                if late_count[cohort, phase] == 0.0 or rounded and phase != leaf:
                    continue
                opens = complete[phase] + sector[tenant, BUILD]
                middle = (opens + 12 * (opens // 12 + 1)) / 2
                opening_railed = rail(line, siphon, felt(middle, s.RAIL_HALF_LIFE), felt(middle, s.SIPHON_HALF_LIFE))
                rebate = place == s.REBATE_PARK and complete[phase] < s.AGREEMENTS_UNTIL
                operate(late_rows, cohort, 0, late_step[cohort], steps, late_count[cohort, phase], 0.0,
                        int(opens // 12) - late_step[cohort], exp(log_growth * middle / 12), opening_railed, pay, output,
                        input_tax, sector, tenant, margin, rebate, place, grown, lifted, half, kept, sums)
            post(sums, 0, steps, sector, tenant, size[tenant, 2] * realised, own, 0.0, pay, output, place, passed_on, grown,
                 lifted, rounded, found)

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
                found[INVESTMENT, n] += spent_now - spent
                found[NET, n] -= public_now - public
                if complete[phase] <= 12.0 * n:
                    found[NET, n] -= fen(opex[phase_park[phase]] * phase_budget[phase] * phase_public[phase], rounded)
            spent, public = spent_now, public_now
    for n in range(steps):
        for metric in (TAX, NET, INVESTMENT):
            found[metric, n] /= 100


@njit(cache=True, parallel=True)
def run_all(study, values, rounded):
    """The metrics of every draw, shaped (metric, year, draw)."""
    steps, firms, cohorts = study[0], study[1], study[2]
    phases, rows, draws = study[18].size, study[10].shape[1], values.shape[0]
    found = np.empty((4, steps, draws))
    for block in prange((draws + BLOCK - 1) // BLOCK):
        scratch = (np.empty((cohorts, rows, steps)), np.empty((cohorts, phases)), np.empty(cohorts, np.int64),
                   np.empty((cohorts, phases if rounded else 1, 12, steps)), np.empty(firms, np.int64), np.empty(firms),
                   np.empty((firms, rows, steps)), np.empty(steps), np.empty(steps), np.empty((PLACES, steps)),
                   np.empty((PLACES, steps)), np.empty((PLACES, steps)), np.empty((phases, steps)), np.empty(phases),
                   np.empty(phases), np.empty(12), np.empty(cohorts), np.empty(phases), np.empty((13, steps)),
                   np.empty(RING + 1))
        one = np.empty((4, steps))
        many = np.empty((4, steps, BLOCK))
        first, last = block * BLOCK, min(draws, (block + 1) * BLOCK)
        for draw in range(first, last):
            run(study, values[draw], one, scratch, rounded)
            many[:, :, draw - first] = one
        found[:, :, first:last] = many[:, :, :last - first]
    return found


NAMES = ("steps firms cohorts sector size park arrives usual firm_opens firm_felt firm_profile waited_profile cohort_profile "
         "cohort_middle cohort_lag cohort_felt share phase_park phase_area phase_budget phase_public phase_start phase_complete "
         "phase_slips land_price opex reference_jobs enclave_share felt_step felt_month gdp time served siphon").split()


def arrays(prepared):
    """A study for numba: a tuple of arrays."""
    found = {name: getattr(prepared, name) for name in NAMES}
    found["cohort_profile"] = found["cohort_profile"].reshape((-1,) + found["cohort_profile"].shape[2:])
    return tuple(np.ascontiguousarray(value) if isinstance(value, np.ndarray) else value for value in found.values())


def metrics(study, values, rounded=False, threads=None):
    """Tax, net local of the host, jobs and investment of every year and draw."""
    if threads is not None:
        set_num_threads(threads)
    return run_all(arrays(p.Prepared(study)), np.ascontiguousarray(values), rounded)
