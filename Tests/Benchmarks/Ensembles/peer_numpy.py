"""The scenario in numpy: all draws of a chunk at once, in arrays of (firm or month's intake, draw).

What no draw reaches is prepared once. Firms that are let in on arrival in every draw of the chunk use tables, so do
months of cohorts; what waits or follows the moving phase is computed. Intakes are followed one by one while any draw of
the chunk has a credit, a loss or a rebate there; from then on they are added up by matrix products.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

import inputs as i
import prepared as p
import study as s
from prepared import (ALIVE, ATTRACTION, BREAK_EVEN, BUILD, BUILDING, CIT_RATE, END, FIRST, FLOW, FLOW_TAXED, GAIN,
                      GAIN_TAXED, HALF, HELD, INPUT, KAPPA, KEEP, MARGIN, PIT_RATE, REBATE, RESEARCH, SCALE, SPAN, SPENT,
                      TAXED, VAT_RATE, WAGE)

TAX, NET, JOBS, INVESTMENT = range(4)
CHUNK = 1024
CARRIED = int(s.CARRY_LOSSES)
# The integral of the hazard by age in months, straight between knots; the last goes on.
KNOTS = 12.0 * np.array([key for key, _ in s.HAZARD] + [200])
HAZARD_SUMS = p.integral(s.HAZARD, KNOTS / 12)
LOCAL, CENTRAL = np.array(s.LOCAL), np.array(s.CENTRAL)


def fen(amount, rounded):
    return np.rint(amount * 100) if rounded else amount * 100


def survival(ages, scale):
    return np.exp(-scale * np.interp(ages, KNOTS, HAZARD_SUMS))


def spent_before(opens, build, time):
    """Part of its own investment that a firm has spent before a time; at once where it builds for no time."""
    share = np.clip((time - opens + build) / np.where(build > 0, build, 1.0), 0, 1)
    return np.where(build > 0, (3 - 2 * share) * share * share, time > opens)


class Line:
    """What the line does to each draw."""

    def __init__(self, study, values):
        shorter = np.where(study.served, np.maximum(s.LEAST_TIME, study.time - values[:, i.SAVING, None]), study.time)
        shorter = np.minimum(shorter, study.time)
        before = (study.gdp * np.exp2(-study.time / s.RAIL_DECAY)).sum()
        self.uplift = np.log((study.gdp * np.exp2(-shorter / s.RAIL_DECAY)).sum(1) / before)

        def nearness(time):
            return np.clip((s.SIPHON_FAR - time) / (s.SIPHON_FAR - s.SIPHON_NEAR), 0, 1)
        core = 1 + s.CORE
        self.siphon = -study.siphon * (nearness(shorter[:, core]) - nearness(study.time[core]))

    def factor(self, line, siphon):
        return np.exp(s.RAIL_ELASTICITY * self.uplift * line + self.siphon * siphon)


class Group:
    """Tenants or months' intakes of one park that are followed together, shaped (member, draw)."""

    def __init__(self, sector, tenants, place, weight, start, eligible):
        self.sector, self.tenants, self.place, self.weight = sector[tenants], tenants, place, weight
        self.start, self.eligible = start, eligible

    def column(self, name):
        return self.sector[:, name, None]


class Tables(Group):
    """Members whose profile is the same in every draw."""

    def __init__(self, profiles, *rest):
        super().__init__(*rest)
        self.profiles = profiles  # (member, row, step)

    def rows(self, members, n):
        return np.moveaxis(self.profiles[members, :, n], 1, 0)[..., None]


class Computed(Group):
    """Members whose opening differs between draws; where a draw does not let one in, it opens never."""

    def __init__(self, opens, *rest):
        super().__init__(*rest)
        self.opens = opens

    def rows(self, members, n):
        opens, sector = self.opens[members], self.sector[members]
        kappa, first, scale, even, build = (sector[:, name, None] for name in (KAPPA, FIRST, SCALE, BREAK_EVEN, BUILD))
        begin, end = 12.0 * n, 12.0 * n + 12
        rows = np.empty((p.ROWS,) + opens.shape)
        active = np.maximum(opens, begin)
        span = rows[SPAN] = np.maximum(end - active, 0)
        inside = span > 0

        def ramp(age):
            return 1 - (1 - first) * np.exp(-kappa * np.maximum(age, 0))
        at_end = survival(end - opens, scale)
        rows[KEEP] = at_end / survival(begin - opens, scale)
        opened = np.where(build > 0, end >= opens, end > opens)
        rows[END] = ramp(end - opens) * at_end * opened
        half = begin - 6 - opens
        rows[HALF] = ramp(half) * survival(half, scale) * (half >= 0)
        age = np.where(inside, (active + end) / 2 - opens, 0.0)
        alive = rows[ALIVE] = survival(age, scale) * span / 12
        size = ramp(age)
        rows[FLOW] = size * alive
        rows[GAIN] = (size - even) / (1 - even) * alive
        rows[SPENT] = spent_before(opens, build, end) - spent_before(opens, build, begin)
        low, high = np.maximum(begin - opens, 0), np.maximum(end - opens, 0)
        rows[TAXED], rows[REBATE] = 1.0, 0.0
        if self.place == s.HOLIDAY_PARK:
            rows[TAXED] = 1 - p.mean_share(s.HOLIDAY, low, high)
        else:
            rows[REBATE] = p.mean_share(s.REBATE, low, high)
        return rows


class Chunk:
    """A chunk of draws."""

    def __init__(self, study, values, rounded):
        self.study, self.values, self.rounded = study, values, rounded
        self.draws = len(values)
        self.realised, self.margins = values[:, i.REALISED], values[:, i.EARNINGS]
        self.log_growth = np.log1p(values[:, i.TREND])
        self.line = Line(study, values)
        centre = np.arange(study.steps)[:, None] + 0.5
        self.grown = np.exp(self.log_growth * centre)
        self.railed = self.line.factor(study.felt_step[0][:, None], study.felt_step[1][:, None])
        self.complete = study.phase_complete[:, None] + 12 * study.phase_slips[:, None] * values[:, i.SLIP]
        self.found = np.zeros((4, study.steps, self.draws))
        self.half = np.zeros((len(s.PARKS), study.steps, self.draws))
        self.held = np.zeros((len(study.phase_area), study.steps, self.draws))
        self.unsold = np.repeat(study.phase_area[:, None], self.draws, 1)

    # ---- Who comes when.

    def sell(self, n, phase, land, where=1.0):
        sold = np.minimum(land, self.unsold[phase])
        self.unsold[phase] -= sold
        price = self.study.land_price[self.study.phase_park[phase]]
        self.found[NET, n] += fen(price * sold * where, self.rounded)

    def let_in(self, n, firm):
        """Lets a firm in where it finds room, draw by draw; says whether any still waits."""
        study, waits = self.study, np.isinf(self.admitted[firm])
        arrives, land = study.arrives[firm], study.size[firm, 2] * self.realised
        if study.size[firm, 2] == 0:
            self.admitted[firm] = arrives
            return False
        phases = np.flatnonzero(study.phase_park == study.park[firm])
        day = np.full((len(phases), self.draws), np.inf)
        for place, phase in enumerate(phases):
            since = np.maximum(arrives, self.complete[phase])
            if arrives < 12 * n and n > 0:
                since = np.maximum(since, 12 * n)
            fits = ((self.complete[phase] < 12 * n + 12) & waits
                    & (self.free[phase] >= land - 1e-11 * study.phase_area[phase]))
            day[place] = np.where(fits, since, np.inf)
        best, since = day.argmin(0), day.min(0)
        for place, phase in enumerate(phases):
            now = np.flatnonzero((best == place) & np.isfinite(since))
            if not len(now):
                continue
            self.admitted[firm, now] = since[now]
            some = land[now]
            if len(now) == self.draws and (since == study.usual[firm]).all():
                held = study.firm_profile[firm, HELD, n:, None]
            else:
                ages = 12.0 * np.arange(n, study.steps)[:, None] - 12 - since[now] - study.sector[firm, BUILD]
                held = survival(ages, study.sector[firm, SCALE])
            self.free[phase, now] -= some * held[0]
            self.held[phase, n:, now] += (some * held).T
            sold = np.minimum(some, self.unsold[phase, now])
            self.unsold[phase, now] -= sold
            price = study.land_price[study.park[firm]] * (since[now] >= 0)
            self.found[NET, n, now] += fen(price * sold, self.rounded)
        return bool(np.isinf(self.admitted[firm]).any())

    def ask(self, n, cohort, queue):
        """A cohort's step; returns its queue after it."""
        study, tenant = self.study, self.study.firms + cohort
        months = slice(12 * n, 12 * n + 12)
        asked = study.share[cohort, months, None] * self.values[:, i.INTEREST]
        if asked.any() and study.felt_month[months].any():
            asked = asked * np.exp(study.sector[tenant, ATTRACTION] * study.felt_month[months, None] * self.line.uplift)
        wanted = queue + asked.sum(0)
        if not wanted.any():
            return queue
        asked[0] += queue
        land = study.size[tenant, 2] * self.realised
        if study.size[tenant, 2] == 0:
            self.counts[cohort, 0, months] = asked
            return np.zeros(self.draws)
        left = wanted.copy()
        shares = np.divide(asked, wanted, out=np.zeros_like(asked), where=wanted > 0)
        middles = 12.0 * n + np.arange(12)[:, None] + 0.5
        for phase in np.flatnonzero(study.phase_park == study.park[tenant]):
            taken = np.minimum(left, self.free[phase] / land)
            taken = np.where((taken >= 1e-9) & (self.complete[phase] < 12 * n + 12), taken, 0.0)
            if not taken.any():
                continue
            count = taken * shares
            if study.phase_slips[phase] or (middles < self.complete[phase]).any():
                late = middles < self.complete[phase]
                gone = np.where(late, count, 0.0).sum(0)
                count = np.where(late, 0.0, count)
                if gone.any():
                    self.late[cohort, phase] += gone
                    ages = (12.0 * np.arange(n, study.steps)[:, None] - 12 - self.complete[phase]
                            - study.sector[tenant, BUILD])
                    self.held[phase, n:] += land * gone * survival(ages, study.sector[tenant, SCALE])
            self.counts[cohort, phase, months] = count
            lags = study.steps - n
            self.held[phase, n:] += land * (study.cohort_profile[cohort, :, HELD, :lags].T @ count)
            left -= taken
            self.free[phase] -= taken * land
            self.sell(n, phase, taken * land)
        return np.maximum(left, 0) * (1 - s.QUEUE_DECAY)

    def settle(self):
        study = self.study
        self.admitted = np.full((study.firms, self.draws), np.inf)
        self.counts = np.zeros((study.cohorts, len(study.phase_area), study.months, self.draws))
        self.late = np.zeros((study.cohorts, len(study.phase_area), self.draws))
        queues = np.zeros((study.cohorts, self.draws))
        waiting, next_firm = [], 0
        for n in range(study.steps):
            open_now = self.complete < 12 * n + 12
            self.free = np.where(open_now, study.phase_area[:, None] - self.held[:, n], 0.0)
            while next_firm < study.firms and study.arrives[next_firm] < 12 * n + 12:
                waiting.append(next_firm)
                next_firm += 1
            waiting = [firm for firm in waiting if self.let_in(n, firm)]
            for cohort in range(study.cohorts):
                queues[cohort] = self.ask(n, cohort, queues[cohort])

    # ---- What they do.

    def groups(self):
        """Firms of each park, by whether their opening differs between draws; then cohorts, by phase where leaves are rounded."""
        study = self.study
        build = study.sector[:study.firms, BUILD]
        same = (self.admitted == study.usual[:, None]).all(1)
        for place in range(len(s.PARKS)):
            eligible = study.arrives < s.AGREEMENTS_UNTIL
            for certain in (True, False):
                firms = np.flatnonzero((study.park[:study.firms] == place) & (same == certain))
                if not len(firms):
                    continue
                start = np.maximum(0, study.usual[firms] // 12).astype(int)
                common = (study.sector, firms, place, None, start, eligible[firms])
                if certain:
                    yield Tables(study.firm_profile[firms], *common)
                else:
                    yield Computed(np.minimum(self.admitted[firms] + build[firms, None], 1e6), *common)

    def cohort_groups(self, cohort):
        """Lists of groups, one list for each leaf."""
        study, tenant = self.study, self.study.firms + cohort
        place = study.park[tenant]
        leaves = [[phase] for phase in range(len(study.phase_area))] if self.rounded else [list(range(len(study.phase_area)))]
        for phases in leaves:
            groups = []
            counts = self.counts[cohort, phases].sum(0)
            months = np.flatnonzero(counts.any(1))
            if len(months):
                profiles = np.zeros((len(months), p.ROWS, study.steps))
                for index, month in enumerate(months):
                    year = month // 12
                    profiles[index, :, year:] = study.cohort_profile[cohort, month % 12, :, :study.steps - year]
                groups.append(Tables(profiles, study.sector, np.full(len(months), tenant), place, counts[months], months // 12,
                                     months + 0.5 < s.AGREEMENTS_UNTIL))
            for phase in phases:
                if self.late[cohort, phase].any():
                    opens = self.complete[phase] + study.sector[tenant, BUILD]
                    start = np.array([int(self.complete[phase].min() // 12)])
                    groups.append(Computed(opens[None], study.sector, np.array([tenant]), place, self.late[cohort, phase][None],
                                           start, self.complete[phase].max(keepdims=True) < s.AGREEMENTS_UNTIL))
            if groups:
                yield groups

    def count_jobs(self, group):
        jobs = self.study.size[group.tenants, 0]
        if isinstance(group, Tables):
            if group.weight is None:
                both = np.einsum("v,vrn->rn", jobs, group.profiles[:, END:HALF + 1])[..., None] * self.realised
            else:
                both = np.einsum("vrn,vd->rnd", jobs[:, None, None] * group.profiles[:, END:HALF + 1], group.weight,
                                 optimize=True) * self.realised
            self.found[JOBS] += both[0]
            self.half[group.place] += both[1]
            return
        members = np.arange(len(jobs))
        sizes = jobs[:, None] * self.realised * (1 if group.weight is None else group.weight)
        for n in range(self.study.steps):
            rows = group.computed[n] = group.rows(members, n)
            self.found[JOBS, n] += (sizes * rows[END]).sum(0)
            self.half[group.place, n] += (sizes * rows[HALF]).sum(0)

    def middle(self, rows, n, lifted):
        """Growth, and what lifts output, in the middle of active parts: of whole steps, but for what opens in this one."""
        place_grown, place_lifted = self.grown[n], lifted[n]
        partial = ((rows[SPAN] > 0) & (rows[SPAN] < 12)).any(1)
        if not partial.any():
            return place_grown, place_lifted
        shape = (len(partial), self.draws)
        grown, lift = np.broadcast_to(place_grown, shape).copy(), np.broadcast_to(place_lifted, shape).copy()
        middle = 12.0 * n + 12 - rows[SPAN][partial] / 2
        some = np.exp(self.log_growth * middle / 12)
        grown[partial] = some
        railed = self.line.factor(p.felt(middle, s.RAIL_HALF_LIFE), p.felt(middle, s.SIPHON_HALF_LIFE))
        lift[partial] = some * railed * (place_lifted / (place_grown * self.railed[n]))
        return grown, lift

    def operate(self, group, lifted):
        """Of each step: of the members followed one by one (vat, cit, pay, output, alive, spent, rebate), and who they are; of
        the others those who are."""
        # All members of a cohort are alike: one row stands for them.
        alike = group.weight is not None
        study, size = self.study, self.study.size[group.tenants[:1] if alike else group.tenants]
        number = group.sector[:1] if alike else group.sector
        vat_rate, cit_rate, research, input_share = (number[:, name, None] for name in (VAT_RATE, CIT_RATE, RESEARCH, INPUT))
        own, output = size[:, 3, None] * self.realised, size[:, 1, None] * self.realised
        pay = size[:, 0, None] * number[:, WAGE, None] * self.realised
        margin = number[:, MARGIN, None] * self.margins
        members = len(group.tenants)
        if isinstance(group, Computed):
            opens = group.opens
            build = group.column(BUILD)
        else:
            build = group.column(BUILD)
            opens = (study.firm_opens[group.tenants][:, None] if group.weight is None else np.full((members, 1), 1e6))
        before = self.before = spent_before(opens, build, 0.0) * own
        credit = np.where(opens >= 0, before * input_share, 0.0)
        input_tax = own * input_share
        kept = np.zeros((CARRIED + 1, members, self.draws))
        lossy = np.zeros(members, bool)
        followed, plain = np.ones(members, bool), np.zeros(members, bool)
        for n in range(study.steps):
            here = np.flatnonzero(followed & (group.start <= n))
            result = None
            if len(here):
                rows = group.computed[n][:, here] if isinstance(group, Computed) else group.rows(here, n)
                mine = slice(None) if alike else here
                grown, lift = self.middle(rows, n, lifted)
                sold = output[mine] * lift
                profit = sold * (margin[mine] * rows[GAIN] - research[mine] * rows[FLOW])
                sold = sold * rows[FLOW]
                due = vat_rate[mine] * sold
                stands = credit[here]
                if rows[SPENT].any():
                    stands = stands + input_tax[mine] * rows[SPENT]
                vat = np.maximum(due - stands, 0)
                stands = credit[here] = np.maximum(stands - due, 0) * rows[KEEP]
                taxed = np.maximum(profit, 0)
                losing = (profit < 0).any(1)
                touched = losing | lossy[here]
                if touched.any():
                    who = here[touched]
                    rest = taxed[touched]
                    kept[n % (CARRIED + 1), who] = np.maximum(-profit[touched], 0)
                    for step in range(n - CARRIED, n):
                        place = step % (CARRIED + 1)
                        used = np.minimum(rest, kept[place, who])
                        rest = rest - used
                        kept[place, who] -= used
                    taxed[touched] = rest
                    keep = rows[KEEP][touched]
                    kept[:, who] *= keep
                    lossy[who] = kept[:, who].any((0, 2))
                cit = taxed * (cit_rate[mine] * rows[TAXED])
                result = (here, vat, cit, pay[mine] * grown * rows[FLOW], sold, rows[ALIVE], rows[SPENT], rows[REBATE])
                rebated = group.eligible[here] & (rows[REBATE] > 0).any(1)
                done = (~stands.any(1) & ~lossy[here] & ~losing & ~rebated & (rows[SPAN] == 12).all(1))
                followed[here[done]] = False
            yield n, result, np.flatnonzero(plain), own, output, pay, margin
            plain = ~followed & (group.start <= n)

    def post(self, n, place, group, members, sums, given):
        """Taxes of establishments, shaped (establishment, draw), from their sums and what of these is rebated."""
        sector, size = group.sector[members], self.study.size[group.tenants[members]]
        ground = s.PROPERTY * sector[:, BUILDING] * size[:, 3], s.LAND_USE * size[:, 2]
        passed = self.study.enclave_share[place, n] * self.values[:, i.HONOURED]
        if not self.rounded:
            def together(vat, cit, paid, sold, alive):
                vat, income = vat.sum(0), cit.sum(0) + sector[:, PIT_RATE] @ paid
                whole = (ground[0] + ground[1]) @ alive * self.realised + s.STAMP * sold.sum(0)
                return (1 + s.SURTAX) * vat + income + whole, (0.5 + s.SURTAX) * vat + 0.4 * income + whole
            tax, local = together(*sums)
            self.found[TAX, n] += 100 * tax
            self.found[NET, n] += 100 * local * (1 - passed)
            if given is not None:
                self.found[NET, n] -= 100 * together(*given)[1]
            return

        def amounts(vat, cit, paid, sold, alive):
            return (vat, s.SURTAX * vat, cit, sector[:, PIT_RATE, None] * paid,
                    ground[0][:, None] * self.realised * alive, ground[1][:, None] * self.realised * alive, s.STAMP * sold)
        back = amounts(*given) if given is not None else (0.0,) * 7
        for amount, rebate, local, central in zip(amounts(*sums), back, LOCAL, CENTRAL):
            kept = np.rint(amount * local * 100)
            self.found[TAX, n] += (kept + np.rint(amount * central * 100)).sum(0)
            self.found[NET, n] += (kept - np.rint(rebate * local * 100) - np.rint(amount * local * passed * 100)).sum(0)

    def pay_firms(self, group):
        lifted = self.lifted[group.place]
        followed_rows = group.computed if isinstance(group, Computed) else None
        to_date = None
        for n, result, plain, own, output, pay, margin in self.operate(group, lifted):
            if to_date is None:
                to_date = np.broadcast_to(self.before, own.shape).copy()
            if result is not None:
                here, vat, cit, paid, sold, alive, spent, rebate = result
                given = None
                if group.place == s.REBATE_PARK and (group.eligible[here, None] * rebate).any():
                    part = group.eligible[here, None] * rebate
                    given = tuple(part * amount for amount in (vat, cit, paid, sold, alive))
                self.post(n, group.place, group, here, (vat, cit, paid, sold, alive), given)
                if spent.any():
                    now = to_date[here] + own[here] * spent
                    self.found[INVESTMENT, n] += (fen(now, self.rounded) - fen(to_date[here], self.rounded)).sum(0)
                    to_date[here] = now
            if len(plain):
                rows = followed_rows[n][:, plain] if followed_rows is not None else group.rows(plain, n)
                sold = output[plain] * lifted[n] * rows[FLOW]
                gain = margin[plain] * rows[GAIN_TAXED] if followed_rows is None else margin[plain] * rows[GAIN] * rows[TAXED]
                flow = rows[FLOW] * rows[TAXED]
                cit = (group.column(CIT_RATE)[plain] * output[plain] * lifted[n]
                       * (gain - group.column(RESEARCH)[plain] * flow))
                self.post(n, group.place, group, plain,
                          (group.column(VAT_RATE)[plain] * sold, cit, pay[plain] * self.grown[n] * rows[FLOW], sold, rows[ALIVE]),
                          None)

    def pay_cohort(self, groups):
        """One establishment of a cohort: its groups are added up before they are posted."""
        steps = self.study.steps
        sums, given, spent = np.zeros((5, steps, self.draws)), np.zeros((5, steps, self.draws)), np.zeros((steps, self.draws))
        for group in groups:
            lifted, weight = self.lifted[group.place], group.weight
            number = group.sector[0]
            for n, result, plain, own, output, pay, margin in self.operate(group, lifted):
                if result is not None:
                    here, vat, cit, paid, sold, alive, built, rebate = result
                    many = weight[here]
                    parts = (vat, cit, paid, sold, alive)
                    for row, amount in enumerate(parts):
                        sums[row, n] += np.einsum("vd,vd->d", many, np.broadcast_to(amount, many.shape))
                    spent[n] += np.einsum("vd,vd->d", many, np.broadcast_to(built, many.shape))
                    if group.place == s.REBATE_PARK and (group.eligible[here, None] * rebate).any():
                        some = many * (group.eligible[here, None] * rebate)
                        for row, amount in enumerate(parts):
                            given[row, n] += np.einsum("vd,vd->d", some, np.broadcast_to(amount, many.shape))
                if not len(plain):
                    continue
                if isinstance(group, Tables):
                    factors = group.profiles[plain][:, (FLOW, GAIN_TAXED, FLOW_TAXED, ALIVE), n].T
                    flow, gain, taxed, alive = factors @ weight[plain]
                else:
                    rows = group.computed[n][:, plain]
                    flow, gain, taxed, alive = ((weight[plain] * row).sum(0) for row in (
                        rows[FLOW], rows[GAIN] * rows[TAXED], rows[FLOW] * rows[TAXED], rows[ALIVE]))
                out = output[0] * lifted[n]
                sums[0, n] += number[VAT_RATE] * out * flow
                sums[1, n] += number[CIT_RATE] * out * (margin[0] * gain - number[RESEARCH] * taxed)
                sums[2, n] += pay[0] * self.grown[n] * flow
                sums[3, n] += out * flow
                sums[4, n] += alive
        member, to_date = np.array([0]), np.zeros(self.draws)
        for n in range(steps):
            self.post(n, groups[0].place, groups[0], member, tuple(sums[:, n, None]), tuple(given[:, n, None]))
            now = to_date + own[0] * spent[n]
            self.found[INVESTMENT, n] += fen(now, self.rounded) - fen(to_date, self.rounded)
            to_date = now

    # ---- What the zones build.

    def build(self):
        study = self.study
        ends = 12.0 * np.arange(study.steps + 1)[:, None]
        for phase in range(len(study.phase_area)):
            begin, complete = study.phase_start[phase], self.complete[phase]
            progress = np.clip((ends - begin) / (complete - begin), 0, 1)
            spent = fen(study.phase_budget[phase] * (3 - 2 * progress) * progress * progress, self.rounded)
            public = spent * study.phase_public[phase]
            if self.rounded:
                public = np.rint(public)
            self.found[INVESTMENT] += np.diff(spent, axis=0)
            self.found[NET] -= np.diff(public, axis=0)
            yearly = study.opex[study.phase_park[phase]] * study.phase_budget[phase] * study.phase_public[phase]
            self.found[NET] -= fen(yearly, self.rounded) * (complete <= ends[:-1])

    def run(self):
        study = self.study
        self.settle()
        firms = list(self.groups())
        cohorts = [groups for cohort in range(study.cohorts) for groups in self.cohort_groups(cohort)]
        for group in firms + [group for groups in cohorts for group in groups]:
            group.computed = {}
            self.count_jobs(group)
        reference = study.reference_jobs[:, None, None]
        ratio = np.maximum(self.half, reference) / reference
        self.lifted = np.minimum(s.AGGLOMERATION_CAP, ratio ** self.values[:, i.DENSITY]) * (self.grown * self.railed)
        for group in firms:
            self.pay_firms(group)
        for groups in cohorts:
            self.pay_cohort(groups)
        self.build()
        self.found[[TAX, NET, INVESTMENT]] /= 100
        return self.found


def metrics(study, values, rounded=False, threads=1):
    """Tax, net local of the host, jobs and investment, shaped (metric, year, draw)."""
    prepared = p.Prepared(study)
    found = np.empty((4, study.years, len(values)))

    def work(first):
        found[:, :, first:first + CHUNK] = Chunk(prepared, values[first:first + CHUNK], rounded).run()
    starts = range(0, len(values), CHUNK)
    if threads == 1:
        for first in starts:
            work(first)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, starts))
    return found
