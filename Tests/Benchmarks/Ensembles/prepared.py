"""What no draw reaches, worked out once with numpy: sizes for a realisation of 1, and profiles of an opening date.

A profile says, for each step, what a firm of size 1 does in it, given the month in which it opens:

| row | meaning |
|---|---|
| END | ramp times survival at the step's end, from the opening on |
| HALF | the same half a year before the step begins: what agglomeration of the step goes by |
| FLOW | ramp times survival in the middle of the active part, times its length in years |
| GAIN | survival times (ramp - break_even) / (1 - break_even) there, times the length |
| ALIVE | survival there, times the length |
| KEEP | survival at the step's end over that at its beginning |
| HELD | part of the site that it holds at the step's beginning |
| SPENT | part of its own investment that is spent in the step |
| SPAN | length of the active part in months |
| TAXED, REBATE | what a holiday leaves of the tax on profit, and the rebates' share: means over the ages of the active part |
| GAIN_TAXED, FLOW_TAXED | GAIN and FLOW times TAXED |
"""

import numpy as np

import study as s

END, HALF, FLOW, GAIN, ALIVE, KEEP, HELD, SPENT, SPAN, TAXED, REBATE, GAIN_TAXED, FLOW_TAXED = range(13)
ROWS = 13

# Columns of a sector's numbers as the peers use them.
(KAPPA, FIRST, SCALE, BREAK_EVEN, BUILD, VAT_RATE, CIT_RATE, PIT_RATE, MARGIN, RESEARCH, WAGE, INPUT, BUILDING,
 ATTRACTION) = range(14)


def integral(keys, ages):
    """Of a stepwise schedule by age in years, from 0 to each age."""
    total = np.zeros_like(ages)
    for index, (key, value) in enumerate(keys):
        end = keys[index + 1][0] if index + 1 < len(keys) else np.inf
        total += value * np.clip(ages - key, 0, end - key)
    return total


def ramp(ages, sector):
    """Share of full size by age in months; 0 before the opening."""
    kappa = np.log((1 - sector.first) / 0.1) / (12 * sector.ramp)
    return np.where(ages >= 0, 1 - (1 - sector.first) * np.exp(-kappa * np.maximum(ages, 0)), 0.0)


def survival(ages, sector):
    """Share of firms that are still there, by age in months; 1 before the opening."""
    return np.exp(-sector.survival_scale * integral(s.HAZARD, np.maximum(ages, 0) / 12))


def curve(opens, sector, times):
    """Part of a firm's own investment that is spent before each time; with no time to build, all in the opening's step."""
    if sector.build == 0:
        return (times > opens).astype(float)
    share = np.clip((times - opens + sector.build) / sector.build, 0, 1)
    return (3 - 2 * share) * share * share


def mean_share(keys, youngest, oldest):
    """Mean of a schedule over ages in months."""
    span = np.maximum(oldest - youngest, 1e-300) / 12
    return np.where(oldest > youngest,
                    (integral(keys, oldest / 12) - integral(keys, youngest / 12)) / span, 0.0)


def profile(opens, sector, steps, park):
    """Profiles, shaped (rows, …, steps), for months of opening of any shape, in a park."""
    opens = np.asarray(opens, float)[..., None]
    begin = 12.0 * np.arange(steps)
    end = begin + 12
    first = np.maximum(opens, begin)
    span = np.maximum(end - first, 0)
    age = np.where(span > 0, (first + end) / 2 - opens, -1.0)
    rows = np.empty((ROWS,) + np.broadcast(opens, begin).shape)
    # Who arrives as a step ends belongs to the next one; whose building is done then is open.
    opened = end >= opens if sector.build else end > opens
    rows[END] = np.where(opened, ramp(end - opens, sector) * survival(end - opens, sector), 0)
    rows[HALF] = ramp(begin - 6 - opens, sector) * survival(begin - 6 - opens, sector)
    alive = survival(age, sector) * span / 12
    rows[FLOW] = ramp(age, sector) * alive
    rows[GAIN] = np.where(span > 0, (ramp(age, sector) - sector.break_even) / (1 - sector.break_even) * alive, 0)
    rows[ALIVE] = alive
    rows[KEEP] = survival(end - opens, sector) / survival(begin - opens, sector)
    rows[HELD] = survival(begin - opens - 12, sector)
    rows[SPENT] = curve(opens, sector, end) - curve(opens, sector, begin)
    rows[SPAN] = span
    youngest, oldest = np.maximum(begin - opens, 0), np.maximum(end - opens, 0)
    rows[TAXED] = 1 - mean_share(s.HOLIDAY, youngest, oldest) if park == s.HOLIDAY_PARK else 1.0
    rows[REBATE] = mean_share(s.REBATE, youngest, oldest) if park == s.REBATE_PARK else 0.0
    rows[GAIN_TAXED], rows[FLOW_TAXED] = rows[GAIN] * rows[TAXED], rows[FLOW] * rows[TAXED]
    return rows


def input_share(sector):
    """Tax in a yuan of a firm's own spending."""
    share, buildings, equipment = sector.building_share, s.INPUT_BUILDINGS, s.INPUT_EQUIPMENT
    return share * buildings / (1 + buildings) + (1 - share) * equipment / (1 + equipment)


def numbers(sector):
    row = np.zeros(14)
    row[KAPPA] = np.log((1 - sector.first) / 0.1) / (12 * sector.ramp)
    row[FIRST], row[SCALE], row[BREAK_EVEN], row[BUILD] = (
        sector.first, sector.survival_scale, sector.break_even, sector.build)
    row[VAT_RATE] = sector.vat * (1 - sector.creditable * (1 - sector.value_added)) * (1 - sector.exports)
    row[CIT_RATE], row[PIT_RATE], row[MARGIN] = sector.cit, sector.pit, sector.margin
    row[RESEARCH] = s.RESEARCH_DEDUCTION * sector.research
    row[WAGE], row[INPUT], row[BUILDING] = sector.wage, input_share(sector), sector.building_share
    row[ATTRACTION] = sector.attraction_elasticity
    return row


def sizes(tenant):
    """Jobs, output a year, land and own investment of a tenant at a realisation of 1."""
    sector = s.SECTORS[tenant.sector]
    land = tenant.jobs / sector.jobs_per_hectare * s.HECTARE if sector.jobs_per_hectare else 0.0
    return tenant.jobs, tenant.jobs * sector.output_per_job, land, land * sector.investment_per_mu / s.MU


def monthly_share(cohort, months):
    """Part of a cohort's firms that come in each month since the start, before attraction."""
    edges = np.clip(np.arange(months + 1), cohort.begins, cohort.ends)
    years, length = (edges - cohort.begins) / 12, (cohort.ends - cohort.begins) / 12
    if not cohort.bass:
        return np.diff(years) / length

    def come(y):
        fading = np.exp(-(cohort.p + cohort.q) * y)
        return (1 - fading) / (1 + cohort.q / cohort.p * fading)
    return np.diff(come(years)) / come(np.float64(length))


def felt(months, half_life):
    """How much of the line's effect is felt, so many months after the start."""
    since = (np.asarray(months, float) - s.RAIL_OPENS_MONTHS) / 12
    return np.where(since >= 0, 1 - np.exp2(-np.maximum(since, 0) / half_life), 0.0)


def opening_middle(opens):
    """The middle of the active part of the step in which something opens."""
    return (opens + 12 * (opens // 12 + 1)) / 2


def opening_felt(opens):
    """What is felt there of the line and of the siphon, in a last axis of two."""
    middle = opening_middle(opens)
    return np.stack([felt(middle, s.RAIL_HALF_LIFE), felt(middle, s.SIPHON_HALF_LIFE)], -1)


class Prepared:
    """A study as arrays."""

    def __init__(self, study):
        steps = self.steps = study.years
        months = self.months = 12 * steps
        self.firm_order = np.array(sorted(range(len(study.firms)), key=lambda index: study.firms[index].arrives))
        firms = [study.firms[index] for index in self.firm_order]
        tenants = self.tenants = firms + list(study.cohorts)
        self.firms, self.cohorts = len(firms), len(study.cohorts)
        self.sector = np.array([numbers(s.SECTORS[tenant.sector]) for tenant in tenants])
        self.size = np.array([sizes(tenant) for tenant in tenants])
        self.park = np.array([tenant.park for tenant in tenants])
        self.arrives = np.array([firm.arrives for firm in firms], float)
        # When a firm is let in that finds room at once: not before a phase is complete.
        ready = [min(phase.complete for phase in park.phases if not phase.slips) for park in s.PARKS]
        self.usual = np.array([max(firm.arrives, ready[firm.park]) if sizes(firm)[2] else firm.arrives for firm in firms], float)

        # Profiles, with the steps of a row side by side: of firms that do not wait; of firms let in at a step's beginning, by
        # the steps since; of what a cohort brings in a month of the year, by the steps since.
        def profiles(tenant, admitted):
            sector = s.SECTORS[tenant.sector]
            return profile(admitted + sector.build, sector, steps, tenant.park)
        self.firm_profile = np.array([profiles(firm, day) for firm, day in zip(firms, self.usual)])
        self.waited_profile = np.array([profiles(firm, 0.0) for firm in firms])
        middles = np.arange(12) + 0.5
        self.cohort_profile = np.array([np.swapaxes(profiles(cohort, middles), 0, 1) for cohort in study.cohorts])
        self.share = np.array([cohort.firms * monthly_share(cohort, months) for cohort in study.cohorts])

        phases = [(park, phase) for park, held in enumerate(s.PARKS) for phase in held.phases]
        self.phase_park = np.array([park for park, _ in phases])
        self.phase_area = np.array([phase.hectares * s.HECTARE for _, phase in phases])
        self.phase_budget = np.array([phase.investment for _, phase in phases])
        self.phase_public = np.array([phase.public for _, phase in phases])
        self.phase_start = np.array([phase.start for _, phase in phases], float)
        self.phase_complete = np.array([phase.complete for _, phase in phases], float)
        self.phase_slips = np.array([phase.slips for _, phase in phases])
        self.land_price = np.array([park.land_price for park in s.PARKS])
        self.opex = np.array([park.opex for park in s.PARKS])
        self.reference_jobs = np.array([park.reference_jobs for park in s.PARKS])
        self.enclave_share = np.array([[0.0] * steps, [
            [share for key, share in s.ENCLAVE_SHARE if key <= 12 * step][-1] for step in range(steps)]])

        # The line: what is felt in the middle of months and of steps, and in the middle of what opens in a step.
        centre = 12.0 * np.arange(steps) + 6
        self.felt_step = np.array([felt(centre, s.RAIL_HALF_LIFE), felt(centre, s.SIPHON_HALF_LIFE)])
        # Of what opens within a step, by tenant and month: the middle of its active part, and what is felt of the line then.
        self.firm_opens = self.usual + self.sector[:self.firms, BUILD]
        self.firm_felt = opening_felt(self.firm_opens)
        opens = np.array([np.arange(months) + 0.5 + s.SECTORS[cohort.sector].build for cohort in study.cohorts])
        self.cohort_middle = opening_middle(opens)[:, :12] - 12 * (opens[:, :12] // 12)
        self.cohort_lag = (opens[:, :12] // 12).astype(int)
        self.cohort_felt = opening_felt(opens)
        self.felt_month = felt(np.arange(months) + 0.5, s.RAIL_HALF_LIFE)
        self.gdp = np.array([s.GDP] + [city[1] for city in s.OTHERS])
        self.time = np.array([s.INTERNAL_TIME] + [city[2] for city in s.OTHERS])
        self.served = np.array([False] + [city[3] for city in s.OTHERS])
        self.siphon = s.SIPHON * max(0.0, 1 - (s.GDP / s.OTHERS[s.CORE][1]) / s.SIPHON_SIZE)
