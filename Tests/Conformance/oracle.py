"""An independent reference implementation of the model page (MODEL.md, sections 1 to 7 as far as listed below).

Written from the contract alone, never from the Swift engine: where the two differ, one of them has a bug, or the
page says too little (see README.md beside this file for every reading that had to be chosen).

Covers: scenario, city, travel, rail, sector, park, phase, firm, cohort, boost, tax, incentive, screen, link, enclave,
model, with every rule of their sections (section 10 is in appraisal.py). Leaves out: ensembles, distributions, nominal money. Rules that a program has
not got yet can be left out by name (features.py).

THE SCENARIO DICT
    {"scenario": {"name", "start", "end", "step"},
     "model":  {attribute: value},                 # agglomeration, rail_decay, siphon, queue_decay (, construction_jobs),
                                                   # leakage, displacement, substitution, multiplier, deadweight
     "city": {name: {...}}, "travel": {...}, "rail": {...}, "sector": {...}, "tax": {...},
     "park": {...}, "phase": {...}, "boost": {...}, "firm": {...}, "cohort": {...},
     "screen": {...}, "link": {...}, "enclave": {...}, "incentive": {...}}
Every kind is a dict from name to attributes, in order of declaration; attribute names are MODEL.md's.

Values, in base units:
    money               yuan; money/year: yuan per year; per area: yuan per m2
    energy              tce per yuan of value added; emissions: tonnes per tce; screen.max_emissions: tonnes per year
    area, floor         m2; jobs_per_area: jobs per m2; floor_per_job: m2 per job
    travel times        minutes (city.internal_time, travel.time, rail.time, rail.saves, model.rail_decay)
    durations           MONTHS (delay, half_life, build, ramp, carry_losses, ages of a schedule); the formulas turn them into years
    shares, rates       plain numbers (0.3 for 30 %); hazard and growth per year
    dates               text as in the language: "2021", "2021H1", "2021Q3", "2021-06", "2021-06-15"
    flags               "yes" / "no"; names of entities as text; lists as Python lists
    schedules           {"by": "date" | "age", "straight": bool, "keys": [(date text or months, value), ...]}
    tax rate            a number, a schedule, or "sector.vat" / "sector.cit" / "sector.pit"; base "land" in yuan/m2/year
"""

import calendar
import math
import re
from bisect import bisect_right

from features import ALL

MU = 10000.0 / 15.0          # m2 in one mu
HECTARE = 10000.0            # m2 in one hectare
STEP_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
LEVELS = ("central", "province", "local")
MODEL_DEFAULTS = {"agglomeration": 0.05, "rail_decay": 30.0, "siphon": 0.04, "queue_decay": 0.3,
                  "construction_jobs": 0.5e-6,        # per yuan
                  "leakage": 0.0, "displacement": 0.0, "substitution": 0.0, "multiplier": 1.0, "deadweight": 0.0}
PROFILE_DEFAULTS = {"floor_per_job": 0.0, "survival_scale": 1.0, "exports": 0.0, "building_share": 0.0,
                    "growth": 0.0, "build": 0.0, "ramp": 0.0, "first": 0.0, "hazard": 0.0, "break_even": 0.0,
                    "rail_elasticity": 0.0, "attraction_elasticity": 0.0, "margin": 0.0, "value_added": 0.0,
                    "wage": 0.0, "vat": 0.0, "cit": 0.0, "pit": 0.0, "energy": 0.0, "emissions": 0.0,
                    "indirect": 0.0, "induced": 0.0, "job_growth": 0.0, "creditable": 0.9, "research": 0.0}
SECTOR_ATTRIBUTES = ("output_per_job", "value_added", "margin", "wage", "jobs_per_area", "floor_per_job",
                     "investment_per_area", "exports", "building_share", "growth", "build", "ramp", "first",
                     "hazard", "survival_scale", "break_even", "energy", "emissions", "rail_elasticity",
                     "attraction_elasticity", "indirect", "induced", "vat", "cit", "pit", "job_growth", "creditable",
                     "research")
SIZE_ATTRIBUTES = ("jobs", "output", "local_tax", "total_tax", "investment", "land", "floor")
PLEDGES = ("output", "local_tax", "total_tax")


class Refused(Exception):
    """A scenario the contract says must be refused."""


# ---------------------------------------------------------------------------------------------- 1. Time

class Clock:
    """Section 1: the grid of steps, and instants counted in months since the scenario's start."""

    def __init__(self, scenario):
        self.step_months = STEP_MONTHS[scenario["step"]]
        self.fiscal = scenario.get("fiscal", 1)
        self.origin = 0
        start = self._absolute(scenario["start"])[0]
        if start != int(start) or (int(start) - (self.fiscal - 1)) % self.step_months != 0:
            raise Refused("the scenario does not start where a step of the calendar starts")
        self.origin = int(start)
        end = self._absolute(scenario["end"])[1]
        if end <= 0 or end % self.step_months != 0:
            raise Refused("the span is not a whole number of steps")
        self.steps = int(end) // self.step_months
        self.delta = self.step_months / 12.0

    def _absolute(self, text):
        """(first instant, end instant) of the period a date names, in months after self.origin."""
        m = re.fullmatch(r"(\d{4})(?:H([12])|Q([1-4])|-(\d\d)(?:-(\d\d))?)?", text)
        if not m:
            raise Refused(f"not a date: {text}")
        year, half, quarter, month, day = (int(x) if x else None for x in m.groups())
        base = year * 12 - self.origin
        if half:
            return base + 6 * (half - 1), base + 6 * half
        if quarter:
            return base + 3 * (quarter - 1), base + 3 * quarter
        if day:
            days = calendar.monthrange(year, month)[1]
            whole = base + month - 1
            return whole + (day - 1) / days, whole + day / days
        if month:
            return base + month - 1, base + month
        return base, base + 12

    def begin(self, text):
        """A "from" attribute: the beginning of the period it names."""
        return self._absolute(text)[0]

    def end(self, text):
        """An "until" attribute: the end of the period it names."""
        return self._absolute(text)[1]

    def start_of(self, n):
        return n * self.step_months

    def end_of(self, n):
        return (n + 1) * self.step_months

    def middle_of(self, n):
        return (n + 0.5) * self.step_months

    def year_of(self, n):
        """The fiscal year step n lies in, named by the year in which it begins (steps never straddle one)."""
        return (self.origin + n * self.step_months - (self.fiscal - 1)) // 12

    def calendar_year(self, t):
        """The calendar year (whatever `fiscal` is) an instant lies in; its end belongs to the next."""
        return math.floor((self.origin + t) / 12)

    def calendar_year_of(self, n):
        """The calendar year step n counts for: the one in which it begins."""
        return (self.origin + n * self.step_months) // 12

    def calendar_years(self, a, b):
        """(from, to) of the stretches of [a, b] between the turns of calendar years."""
        first = (self.calendar_year(a) + 1) * 12 - self.origin
        cuts = [a] + [x for x in range(int(first), math.ceil(b) + 1, 12) if a < x < b] + [b]
        return zip(cuts, cuts[1:])

    def year_label(self, first, last):
        """What the year of the steps first to last is called: `2024`, `FY2024`, `2027 (9 months)`."""
        name = ("" if self.fiscal == 1 else "FY") + str(self.year_of(first))
        months = (last - first + 1) * self.step_months
        return name if months == 12 else f"{name} ({months} month{'' if months == 1 else 's'})"

    def iso(self, months):
        """The ISO date of a whole month since the scenario's start."""
        absolute = self.origin + int(months)
        return f"{absolute // 12:04d}-{absolute % 12 + 1:02d}-01"


class Schedule:
    """Section 1 and Language 2: a value that changes with the date or with an age; keys in months.

    Steps hold a value from their key (inclusive) to the next; straight ones are interpolated between keys.
    Before the first key the first value holds, after the last the last.
    """

    def __init__(self, spec, clock):
        self.by_age = spec["by"] == "age"
        self.straight = spec.get("straight", False)
        self.keys = [k if self.by_age else clock.begin(k) for k, _ in spec["keys"]]
        self.values = [v for _, v in spec["keys"]]
        if any(a >= b for a, b in zip(self.keys, self.keys[1:])):
            raise Refused("schedule keys must rise")

    def at(self, x):
        i = bisect_right(self.keys, x) - 1
        if i < 0:
            return self.values[0]
        if self.straight and i + 1 < len(self.keys):
            w = (x - self.keys[i]) / (self.keys[i + 1] - self.keys[i])
            return self.values[i] + (self.values[i + 1] - self.values[i]) * w
        return self.values[i]

    def pieces(self, a, b):
        """(from, to) of the stretches of [a, b] between keys."""
        cuts = [a] + [k for k in self.keys if a < k < b] + [b]
        return zip(cuts, cuts[1:])

    def integral(self, a, b):
        """Integral over [a, b], months times value."""
        total = 0.0
        for x, y in self.pieces(a, b):
            if self.straight:        # straight on each piece: the value at its middle is its mean
                total += (y - x) * self.at((x + y) / 2)
            else:
                total += (y - x) * self.at(x)
        return total


class Over:
    """Section 1: the active part of a step, or the ages that it covers, in months; dated numbers of taxes, shares of an
    enclave and an incentive's schedule are read as their mean over it."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def mean(self, schedule):
        if self.high <= self.low:
            return schedule.at(self.high)
        return schedule.integral(self.low, self.high) / (self.high - self.low)


def compiled(value, clock):
    """Turns schedule dicts into Schedule objects; everything else stays."""
    return Schedule(value, clock) if isinstance(value, dict) and "keys" in value else value


def read(value, instant, age):
    """Section 1: a number as it is; a schedule by date at the instant, one by age at the age (both in months), or its
    mean where these are stretches."""
    if isinstance(value, Schedule):
        at = age if value.by_age else instant
        return at.mean(value) if isinstance(at, Over) else value.at(at)
    return value


def growth_factor(growth, instant, since=0.0):
    """Section 4: what `growth` makes of one yuan (or job) between an instant, the scenario's start, and another.

    A schedule compounds piece by piece: each stretch between keys at its own yearly rate.
    """
    if not isinstance(growth, Schedule):
        return (1.0 + growth) ** ((instant - since) / 12.0)
    if instant < since:
        return 1.0 / growth_factor(growth, since, instant)
    factor = 1.0
    for x, y in growth.pieces(since, instant):
        factor *= (1.0 + growth.at(x)) ** ((y - x) / 12.0)
    return factor


def phase_in(months, half_life):
    """Section 4, L: how far an effect has come `months` after its start; 0 before; half-life 0: all at once.

    With half-life 0 the starting instant itself already counts (what opens at an instant is open at it).
    """
    if months < 0:
        return 0.0
    if half_life == 0:
        return 1.0
    return 1.0 - 2.0 ** (-months / half_life)


# ---------------------------------------------------------------------------------------------- 3. Phases

def clamp01(u):
    return min(1.0, max(0.0, u))


def s_curve(u):
    """Section 3: share of a budget spent when the share u of the time has passed, s-curve."""
    return 3 * u * u - 2 * u * u * u


class Phase:
    """Section 3: one phase's spending and the capacity it brings at its completion (delay included)."""

    def __init__(self, name, a, clock):
        self.name, self.park = name, a["park"]
        self.area, self.floor = a.get("area", 0.0), a.get("floor", 0.0)
        if "spending" in a and ("investment" in a or "profile" in a):
            raise Refused(f"{name} says both spending and investment or profile")
        self.public = a.get("public", 1.0)
        self.start = clock.begin(a["start"])
        self.delay, self.end = a.get("delay", 0.0), clock.end(a["complete"])
        self.completion = self.end + self.delay
        if self.completion <= self.start:
            raise Refused(f"{name} completes before it starts")
        self.linear = a.get("profile", "s-curve") == "linear"
        self.more = 1 + a.get("overrun", 0.0)
        self.spending = compiled(a["spending"], clock) if "spending" in a else None
        self.budget = (a["investment"] if self.spending is None else self._spending_until(self.end)) * self.more

    def _spending_until(self, x):
        """The integral of `spending` from the start to x, both before any delay: months of it count as twelfths of a year."""
        if not isinstance(self.spending, Schedule):
            return self.spending * (x - self.start) / 12.0
        return self.spending.integral(self.start, x) / 12.0

    def spent(self, t):
        """Yuan spent by the instant t, since the phase's own start. `spending` is shifted by a delay."""
        if self.spending is not None:
            return self._spending_until(min(self.end, max(self.start, t - self.delay))) * self.more
        u = clamp01((t - self.start) / (self.completion - self.start))
        return self.budget * (u if self.linear else s_curve(u))


# ---------------------------------------------------------------------------------------------- 4. Rail

def line_time(old, line):
    """Section 4, Rail: the travel time after a line opens; None where there is none.

    `time` brings it down to that (or creates it); `saves` lowers an existing one; never below 5 min, never up.
    """
    if line["time"] is not None:
        new = max(5.0, line["time"])
        return new if old is None else min(old, new)
    if old is None:
        return None
    return min(old, max(5.0, old - line["saves"]))


def core_closeness(minutes):
    """Section 4, psi: 1 up to 60 min from the core, straight down to 0 at 120 min, 0 without a travel time."""
    if minutes is None:
        return 0.0
    return clamp01((120.0 - minutes) / 60.0)


class Network:
    """Section 4, Rail: market potential, uplift and siphon of every city, line after line in order of opening."""

    def __init__(self, s, model, clock):
        self.cities = s.get("city", {})
        self.siphon = model["siphon"]
        self.decay = math.log(2) / model["rail_decay"]
        lines = []
        for order, a in enumerate(s.get("rail", {}).values()):
            to = a["to"] if isinstance(a["to"], list) else [a["to"]]
            if ("time" in a) == ("saves" in a) or ("time" in a and len(to) > 1):
                raise Refused("a line takes either `saves`, or `time` with a single `to`")
            lines.append({"from": a["from"], "to": to, "opening": clock.begin(a["opens"]) + a.get("delay", 0.0),
                          "order": order, "time": a.get("time"), "saves": a.get("saves"),
                          "employment": a.get("employment", 0.0), "half_life": a.get("half_life", 48.0)})
        self.lines = sorted(lines, key=lambda line: (line["opening"], line["order"]))
        times = {}
        for a in s.get("travel", {}).values():
            times[frozenset((a["from"], a["to"]))] = a["time"]
        self.times = [times]                           # travel times after 0, 1, 2 … lines
        for line in self.lines:
            times = dict(times)
            for end in line["to"]:
                pair = frozenset((line["from"], end))
                new = line_time(times.get(pair), line)
                if new is not None:
                    times[pair] = new
            self.times.append(times)
        self.log_potential = {c: [math.log(self.potential_after(c, k)) for k in range(len(self.times))]
                              for c in self.cities}
        self._uplift, self._siphon, self._jobs = {}, {}, {}

    def potential_after(self, city, k):
        """Market potential of a city with the first k lines: own GDP at its internal time, and every city reached."""
        total = 0.0
        for other, a in self.cities.items():
            if other == city:
                minutes = a.get("internal_time", 10.0)
            else:
                minutes = self.times[k].get(frozenset((city, other)))
            if minutes is not None:
                total += a["gdp"] * math.exp(-self.decay * minutes)
        return total

    def potential(self, city, t):
        """Market potential with the lines open at the instant t, that instant included."""
        return self.potential_after(city, sum(1 for line in self.lines if line["opening"] <= t))

    def uplift(self, city, t):
        """The log uplift: each line's own gain, phased in from its opening with its half-life."""
        if (city, t) not in self._uplift:
            self._uplift[city, t] = sum(
                (self.log_potential[city][k + 1] - self.log_potential[city][k])
                * phase_in(t - line["opening"], line["half_life"])
                for k, line in enumerate(self.lines) if line["opening"] <= t)
        return self._uplift[city, t]

    def siphon_log(self, city, t):
        """The pull of the core: how much closer each line brings it, phased in over a half-life of 2 years."""
        if (city, t) not in self._siphon:
            core = self.cities[city].get("core")
            total = 0.0
            if core is not None:
                weight = max(0.0, 1.0 - (self.cities[city]["gdp"] / self.cities[core]["gdp"]) / 0.5)
                pair = frozenset((city, core))
                for k, line in enumerate(self.lines):
                    gain = (core_closeness(self.times[k + 1].get(pair)) - core_closeness(self.times[k].get(pair)))
                    total -= self.siphon * weight * gain * phase_in(t - line["opening"], 24.0)
            self._siphon[city, t] = total
        return self._siphon[city, t]

    def extra_jobs(self, city, t):
        """e_city: the lines with an end in the city add their `employment` share, phased in."""
        if (city, t) not in self._jobs:
            self._jobs[city, t] = sum(line["employment"] * phase_in(t - line["opening"], line["half_life"])
                                      for line in self.lines if city == line["from"] or city in line["to"])
        return self._jobs[city, t]


# ---------------------------------------------------------------------------------------------- 4. Boosts

class Boosts:
    """Section 4, Boost: the product over the boosts that name the park and the sector, have begun and not ended."""

    def __init__(self, s, clock):
        self.rows = []
        for a in s.get("boost", {}).values():
            self.rows.append({"park": a["park"], "sectors": a.get("sectors"), "from": clock.begin(a["from"]),
                              "until": clock.end(a["until"]) if "until" in a else math.inf,
                              "half_life": a.get("half_life", 0.0),
                              "productivity": compiled(a.get("productivity", 0.0), clock),
                              "attraction": compiled(a.get("attraction", 0.0), clock)})
        self._cache = {}

    def factor(self, what, park, sector, t):
        key = what, park, sector, t
        if key not in self._cache:
            product = 1.0
            for b in self.rows:
                if b["park"] == park and (b["sectors"] is None or sector in b["sectors"]) and b["from"] <= t < b["until"]:
                    product *= 1.0 + read(b[what], t, t - b["from"]) * phase_in(t - b["from"], b["half_life"])
            self._cache[key] = product
        return self._cache[key]


# ---------------------------------------------------------------------------------------------- 5. Links, screens

class Links:
    """Section 5, Link: what joins two parks raises arrivals and indirect jobs in both; several multiply."""

    def __init__(self, s, clock):
        self.rows = []
        for name, a in s.get("link", {}).items():
            if len(a["between"]) != 2 or a["between"][0] == a["between"][1]:
                raise Refused(f"{name} does not join two parks")
            self.rows.append({"parks": a["between"], "from": clock.begin(a["from"]) if "from" in a else -math.inf,
                              "half_life": a.get("half_life", 0.0),
                              "complementarity": compiled(a["complementarity"], clock),
                              "attraction": compiled(a.get("attraction", 0.0), clock),
                              "multiplier": compiled(a.get("multiplier", 0.0), clock)})

    def factor(self, what, park, t):
        product = 1.0
        for link in self.rows:
            if park in link["parks"]:
                strength = read(link[what], t, 0.0) * read(link["complementarity"], t, 0.0)
                product *= 1.0 + strength * phase_in(t - link["from"], link["half_life"])
        return product


class Screen:
    """Section 5, Screen: what one park asks of those who come, as values at full size."""

    def __init__(self, name, a, clock):
        self.name, self.park, self.sectors = name, a["park"], a.get("sectors")
        self.limits = {key: compiled(a[key], clock)
                       for key in ("max_energy", "min_tax", "min_investment", "max_emissions") if key in a}
        if self.sectors is None and not self.limits:
            raise Refused(f"{name} asks for nothing")

    def verdicts(self, e, t):
        """[(what, value, limit, passed)] of an establishment that comes at the instant t."""
        found = []
        if self.sectors is not None:
            found.append(("sectors", None, None, e.sector in self.sectors))
        at = lambda name: read(e.profile[name], e.screened_at(t), 0.0)
        for key, limit in self.limits.items():
            limit = read(limit, t, 0.0)
            if key == "max_energy":
                value = at("energy")
            elif key == "max_emissions":
                value = e.size.output * at("value_added") * at("energy") * at("emissions")
            elif e.size.land <= 0:
                continue                            # nothing per area for those who use no land
            elif key == "min_tax":
                value = e.full_tax / e.size.land
            else:
                value = e.size.investment / e.size.land
            found.append((key, value, limit, value >= limit if key.startswith("min") else value <= limit))
        return found


# ---------------------------------------------------------------------------------------------- 6. Enclaves, incentives

class Enclave:
    """Section 6, enclave: a share of a park's local tax, a fixed sum a year, or both go on from the host to the home city, which
    contributes to what the park's phases spend of public money."""

    def __init__(self, name, a, clock):
        self.park, self.host, self.home = a["park"], a["host"], a["home"]
        if self.host == self.home:
            raise Refused(f"{name} shares with itself")
        if not a.keys() & {"share", "fixed", "contribution"}:
            raise Refused(f"{name} agrees on nothing")
        self.share, self.honour = compiled(a.get("share", 0.0), clock), compiled(a.get("honour", 1.0), clock)
        self.fixed, self.contribution = compiled(a.get("fixed", 0.0), clock), a.get("contribution", 0.0)
        self.net = a.get("net", "no") == "yes"
        for value in (self.share, self.honour, self.fixed):
            if isinstance(value, Schedule) and value.by_age:
                raise Refused(f"{name} is read by date")

    def part(self, over, t):
        return read(self.share, over, 0.0) * read(self.honour, t, 0.0)

    def fixed_in(self, begin, end, opens):
        """Yuan that are due beside the share in the step [begin, end] for the time after `opens`."""
        begin = max(begin, opens)
        if end <= begin:
            return 0.0
        return read(self.honour, (begin + end) / 2, 0.0) * read(self.fixed, Over(begin, end), 0.0) * (end - begin) / 12.0

    def contributed(self, t, phases):
        """D(t): the part of the contribution that public money to date is of all that the park's phases ever spend."""
        ever = sum(p.public * p.budget for p in phases)
        return self.contribution * (sum(p.public * p.spent(t) for p in phases) / ever) if ever else 0.0


class Incentives:
    """Section 6: holidays, rebates and capex grants."""

    def __init__(self, s, clock, taxes):
        self.clock = clock
        self.profit_taxes = [x.name for x in taxes if x.base == "profit"]
        self.rows = []
        self.count_profit = any(a.get("counts") == "profit" for a in s.get("incentive", {}).values())
        for a in s.get("incentive", {}).values():
            self.rows.append({**a, "schedule": compiled(a.get("schedule", 0.0), clock),
                              "share": compiled(a.get("share", 0.0), clock),
                              "until": clock.end(a["agreements_until"]) if "agreements_until" in a else math.inf})

    def of(self, kind, e):
        return [a for a in self.rows if a["type"] == kind and a["park"] == e.park
                and ("sectors" not in a or e.sector in a["sectors"])]

    def share(self, a, v, over):
        """Section 1: the mean of an incentive's schedule over the active part, by the ages that `counts` gives it."""
        schedule, counts = a["schedule"], a.get("counts", "age")
        if not isinstance(schedule, Schedule):
            return schedule
        if not schedule.by_age:
            return over.mean(schedule)
        if counts == "age":
            return Over(over.low - v.opening, over.high - v.opening).mean(schedule)
        zero = self.clock.calendar_year(v.opening) if counts == "years" else self._first_profit(a, v)
        total = 0.0
        for x, y in self.clock.calendar_years(over.low, over.high):
            years = 0 if zero is None else max(0, self.clock.calendar_year(x) - zero)
            total += (y - x) * schedule.at(12.0 * years)
        return total / (over.high - over.low)

    def _first_profit(self, a, v):
        """Section 6, counts=profit: the first calendar year whose taxable profit adds up to more than 0; None until then. The year
        at hand counts as it stands: its own age is 0 either way."""
        tax = a.get("tax") if a.get("tax") in self.profit_taxes else next(iter(self.profit_taxes), None)
        return min((year for year, sum_ in v.taxable.get(tax, {}).items() if sum_ > 0), default=None)

    def due(self, v, tax, over):
        """What is left of a tax: the largest holiday counts."""
        shares = [self.share(a, v, over) for a in self.of("holiday", v.owner) if a["tax"] == tax]
        return 1.0 - max(shares, default=0.0)

    def repaid(self, v, agreed, tax, over):
        """The share of a tax's local part that is paid back: rebates add, up to the tax paid."""
        shares = [self.share(a, v, over) for a in self.of("rebate", v.owner)
                  if agreed < a["until"] and a.get("tax", tax) == tax]
        return min(1.0, sum(shares))

    def granted(self, e, t):
        """The share of own spending that is paid; never more than the spending."""
        return min(1.0, sum(read(a["share"], t, 0.0) for a in self.of("capex", e)))


# ---------------------------------------------------------------------------------------------- 6. Taxes

class Affine:
    """A number c + s·output, for the inversion of a tax pledge."""

    def __init__(self, constant, slope=0.0):
        self.constant, self.slope = constant, slope

    def __add__(self, other):
        return Affine(self.constant + other.constant, self.slope + other.slope)

    def __mul__(self, k):
        return Affine(self.constant * k, self.slope * k)


def not_negative(x):
    """Section 6: a base below zero counts as zero (for an affine base: one that falls with output)."""
    if isinstance(x, Affine):
        return Affine(0.0) if x.constant < 0 or x.slope < 0 else x
    return max(0.0, x)


class Tax:
    """Section 6: one instrument."""

    def __init__(self, name, a, clock):
        self.name, self.base = name, a["base"]
        self.rate = compiled(a["rate"], clock)
        self.county_rate = compiled(a.get("county_rate"), clock)
        self.shares = {level: compiled(a.get(level, 0.0), clock) for level in LEVELS}
        if not any(isinstance(x, Schedule) for x in self.shares.values()):
            if abs(sum(self.shares.values()) - 1) > 1e-9:
                raise Refused(f"the shares of {name} do not sum to 1")
        self.carry = a.get("carry_losses", 0.0)
        self.research_deduction = compiled(a.get("research_deduction", 0.0), clock)
        self.input_equipment = compiled(a.get("input_equipment", 0.0), clock)
        self.input_buildings = compiled(a.get("input_buildings", 0.0), clock)
        self.refund = compiled(a.get("refund", 0.0), clock)
        self.refund_local = compiled(a.get("refund_local"), clock)
        self.credits = "input_equipment" in a or "input_buildings" in a
        if (self.credits or "refund" in a) and self.base != "vat":
            raise Refused(f"{name} has credits but is not on value added")
        if ("carry_losses" in a or "research_deduction" in a) and self.base != "profit":
            raise Refused(f"{name} carries losses but is not on profit")

    def input_share(self, building_share, over, ages):
        """Section 6, Credits: the tax in one yuan of own spending, buildings and equipment at the rates in force, each a mean."""
        e, b = read(self.input_equipment, over, ages), read(self.input_buildings, over, ages)
        return building_share * b / (1 + b) + (1 - building_share) * e / (1 + e)

    def refunded_to(self, level, over, ages):
        """Section 6, Credits: the share of a refund that a level pays."""
        if self.refund_local is None:
            return read(self.shares[level], over, ages)
        local = read(self.refund_local, over, ages)
        return {"central": 1 - local, "province": 0.0, "local": local}[level]

    def rate_in(self, urban, profile, t, age):
        """The rate in force: the county's in a park that is not urban, where one is given."""
        rate = self.rate if urban or self.county_rate is None else self.county_rate
        if isinstance(rate, str):
            rate = profile[rate.split(".")[1]]
        return read(rate, t, age)


def in_order(taxes):
    """Taxes so that each surtax comes after what it is levied on."""
    done, rest = [], list(taxes)
    while rest:
        ready = [x for x in rest if not x.base.startswith("tax:") or x.base[4:] in {d.name for d in done}]
        if not ready:
            raise Refused("taxes levied on each other, or on an unknown tax")
        done += ready
        rest = [x for x in rest if x not in ready]
    return done


ON_OUTPUT = ("vat", "profit", "output", "value_added")      # section 4: the bases of taxes that depend on output


def tax_amounts(taxes, urban, profile, base_of, t, age, due=lambda tax: 1.0, factor=None, paid=lambda tax, amount: amount):
    """Section 6: every tax on one establishment, before rounding: base (never below zero) times rate, times what
    credits and then holidays leave due; a surtax is levied on what is left. Section 4: times f where output and a pledge are
    given, and the tax depends on output; a surtax bears f only through its base."""
    amounts = {}
    for tax in taxes:
        base = amounts[tax.base[4:]] if tax.base.startswith("tax:") else base_of(tax)
        rate = tax.rate_in(urban, profile, t, age)
        if factor is not None and tax.base in ON_OUTPUT:
            rate *= factor
        amounts[tax.name] = paid(tax, not_negative(base) * rate) * due(tax.name)
    return amounts


def vat_share(profile, t, age):
    """Section 6: the part of output value-added tax is levied on: creditable purchases are deducted, exports are free."""
    at = lambda name: read(profile[name], t, age)
    return (1 - at("creditable") * (1 - at("value_added"))) * (1 - at("exports"))


# ---------------------------------------------------------------------------------------------- 4. Size, ramp, survival

class Intended:
    """Section 4, Size: the intended opening t_p, where a pledge is stated and schedules are read; and what growth makes by then
    of a yuan stated per job (1 where nothing is pledged)."""

    def __init__(self, a, profile, arrival, pledge_year):
        self.at = max(0.0, arrival + profile["build"]) if pledge_year else arrival + profile["build"]
        self.reference = self.at if pledge_year and any(key in a for key in PLEDGES) else 0.0
        self.carried = growth_factor(profile["growth"], self.reference)


def full_operation(a, profile, taxes, urban, intended, local, factor=None):
    """Section 4, Size: the taxes (or their local part) of a year at full operation, as a function of output.

    At full operation nothing is ramping, dying, growing, boosted; one year; own spending is over. What is not given
    follows output: jobs = output/output_per_job, land = jobs/jobs_per_area, investment = land·investment_per_area.
    Rates and other schedules are read at the intended opening, age 0; what is stated per job is carried there by growth.
    """
    opening = intended.at
    output = Affine(0.0, 1.0)
    if "jobs" in a:
        jobs = Affine(a["jobs"])
    elif profile.get("output_per_job"):
        jobs = Affine(0.0, 1.0 / (profile["output_per_job"] * intended.carried))
    else:
        raise Refused("jobs cannot be derived: give jobs or output_per_job")
    if "land" in a:
        land = Affine(a["land"])
    elif profile.get("jobs_per_area"):
        land = jobs * (1.0 / profile["jobs_per_area"])
    else:
        land = Affine(0.0)
    if "investment" in a:
        investment = Affine(a["investment"])
    else:
        investment = land * profile.get("investment_per_area", 0.0)
    at = lambda name: read(profile[name], opening, 0.0)
    bases = {"output": output, "value_added": output * at("value_added"),
             "payroll": jobs * (at("wage") * intended.carried), "vat": output * vat_share(profile, opening, 0.0), "land": land,
             "building": investment * at("building_share"), "investment": Affine(0.0)}

    def base_of(tax):
        if tax.base != "profit":
            return bases[tax.base]
        return output * (at("margin") - read(tax.research_deduction, opening, 0.0) * at("research"))

    amounts = tax_amounts(taxes, urban, profile, base_of, opening, 0.0, factor=factor)
    total = Affine(0.0)
    for tax in taxes:
        share = read(tax.shares["local"], opening, 0.0) if local else 1.0
        total = total + amounts[tax.name] * share
    return total


def pledged_output(a, profile, taxes, urban, intended):
    """Section 4, Size: the yearly output whose taxes at full operation equal the pledge."""
    local = "local_tax" in a
    total = full_operation(a, profile, taxes, urban, intended, local)
    pledge = a["local_tax"] if local else a["total_tax"]
    if total.slope <= 0:
        raise Refused("no tax depends on output: the pledge cannot be turned into an output")
    if pledge < total.constant:
        raise Refused("the pledge is below the taxes that do not depend on output")
    return (pledge - total.constant) / total.slope


def tax_factor(a, profile, taxes, urban, intended):
    """Section 4, Size: f = (pledge - the pledged part of taxes that do not depend on output) / (that part of the others
    at full operation). None unless both output and a pledge are given."""
    if "output" not in a or not ("local_tax" in a or "total_tax" in a):
        return None
    local = "local_tax" in a
    pledge = a["local_tax"] if local else a["total_tax"]
    constant = levied(a, profile, taxes, urban, intended, local, 0.0)
    others = levied(a, profile, taxes, urban, intended, local, 1.0) - constant
    if others <= 0:
        raise Refused("no tax depends on output: the pledge beside an output cannot be met")
    if pledge < constant:
        raise Refused("the pledge is below the taxes that do not depend on output")
    return (pledge - constant) / others


def levied(a, profile, taxes, urban, intended, local, factor):
    """The taxes (or their local part) of a year at full operation of a firm whose output is given, at f = factor."""
    total = full_operation(a, profile, taxes, urban, intended, local, factor)
    return total.constant + total.slope * a["output"]


class Size:
    """Section 4, Size: full-size output (yuan/year), jobs, land (m2), floor (m2) and investment (yuan) of one firm."""

    def __init__(self, a, profile, taxes, urban, intended):
        if "local_tax" in a and "total_tax" in a:
            raise Refused("local_tax and total_tax are both pledged")
        self.factor = tax_factor(a, profile, taxes, urban, intended)
        per_job = profile.get("output_per_job")
        per_area = profile.get("jobs_per_area")
        if "output" in a:
            self.output = a["output"]
        elif "local_tax" in a or "total_tax" in a:
            self.output = pledged_output(a, profile, taxes, urban, intended)
        elif "jobs" in a:
            if per_job is None:
                raise Refused("output cannot be derived: give output or output_per_job")
            self.output = a["jobs"] * per_job
        elif "land" in a and per_area and per_job is not None:
            self.output = a["land"] * per_area * per_job
        else:
            raise Refused("output cannot be derived: give jobs, output, a tax pledge or land")
        if "jobs" in a:
            self.jobs = a["jobs"]
        elif per_job:
            self.jobs = self.output / (per_job * intended.carried)
        else:
            raise Refused("jobs cannot be derived: give jobs or output_per_job")
        if "land" in a:
            self.land = a["land"]
        else:
            self.land = self.jobs / per_area if per_area else 0.0
        self.floor = a["floor"] if "floor" in a else self.jobs * profile["floor_per_job"]
        if "investment" in a:
            self.investment = a["investment"]
        else:
            self.investment = self.land * profile.get("investment_per_area", 0.0)


def ramp_share(profile, age):
    """Section 4, R: share of full size reached at an age (months): `first` at opening, 0.9 after `ramp`."""
    if age < 0:
        return 0.0
    if profile["ramp"] == 0:
        return 1.0
    first = profile["first"]
    kappa = math.log((1 - first) / 0.1) / (profile["ramp"] / 12.0)
    return 1 - (1 - first) * math.exp(-kappa * age / 12.0)


def survival(profile, age):
    """Section 4, S: probability of being open at an age (months): exp of minus the scaled, integrated hazard."""
    if age <= 0:
        return 1.0
    hazard = profile["hazard"]
    if isinstance(hazard, Schedule):
        cumulated = hazard.integral(0.0, age) / 12.0
    else:
        cumulated = hazard * age / 12.0
    return math.exp(-profile["survival_scale"] * cumulated)


def profit_share(ramp, break_even):
    """Section 4, Profit: the part of the full margin earned at a ramp share; a loss below break-even, 0 where there is no output."""
    if ramp == 0:
        return 0.0
    return (ramp - break_even) / ((1 - break_even) * ramp)


def bass(p, q, years):
    """Section 5: cumulative Bass adoption after y years."""
    e = math.exp(-(p + q) * years)
    return (1 - e) / (1 + (q / p) * e)


# ---------------------------------------------------------------------------------------------- 5. Establishments

class Establishment:
    """A named firm or a cohort: its profile (the sector's, with its own overrides) and its size (of one firm)."""

    def __init__(self, kind, name, a, oracle):
        clock = oracle.clock
        self.kind, self.name, self.park, self.sector = kind, name, a["park"], a["sector"]
        self.phase = a.get("phase")
        self.profile = dict(PROFILE_DEFAULTS)
        for source in (oracle.s["sector"][a["sector"]], a):
            for key in SECTOR_ATTRIBUTES:
                if key in source:
                    self.profile[key] = compiled(source[key], clock)
        arrives = a["arrives"] if kind == "firm" else a["from"]
        self.arrival = clock.begin(arrives)
        self.urban = oracle.s["park"][self.park].get("urban", "yes") == "yes"
        self.intended = Intended(a, self.profile, self.arrival, oracle.has("pledge-year"))
        self.size = Size(a, self.profile, oracle.taxes, self.urban, self.intended)
        self.origin, self.moved = a.get("origin"), compiled(a.get("moved", 1.0), clock)
        if any(screen.park == self.park and "min_tax" in screen.limits for screen in oracle.screens):
            taxes = full_operation(a, self.profile, oracle.taxes, self.urban, self.intended, False, self.size.factor)
            self.full_tax = taxes.constant + taxes.slope * self.size.output
        self.needs_place = self.size.land > 0 or self.size.floor > 0
        self.exact_land = "land" in a or self.size.land == 0
        if kind == "cohort":
            self.until = clock.end(a["until"])
            if self.until <= self.arrival:
                raise Refused(f"{name} ends before it begins")
            self.firms = a["firms"]
            self.pattern = a.get("pattern", "even")
            self.p, self.q = a.get("p", 0.03), a.get("q", 0.38)
            self.replace = compiled(a.get("replace", 0.0), clock)
        self._screened_when_intended = oracle.has("pledge-year")

    def screened_at(self, t):
        """Section 1: where a screen reads the establishment's own schedules: at full operation, that is at t_p."""
        return self.intended.at if self._screened_when_intended else t

    def pattern_share(self, a, b):
        """Section 5, Cohorts: share of all the cohort's firms that arrive between the instants a and b."""
        if self.pattern == "even":
            return (b - a) / (self.until - self.arrival)
        f = lambda t: bass(self.p, self.q, (t - self.arrival) / 12.0)
        return (f(b) - f(a)) / f(self.until)


class Vintage:
    """Alike firms of one establishment admitted together: `count` of them, in one place, at one instant."""

    def __init__(self, owner, place, count, admission):
        self.owner, self.place, self.count, self.admission = owner, place, count, admission
        self.opening = admission + owner.profile["build"]
        self.credit = {}                 # tax -> yuan of input tax not yet set against it
        self.losses = {}                 # tax -> [[middle of the step, calendar year, yuan kept], ...], oldest first
        self.taxable = {}                # tax -> {calendar year: its taxable profit so far}

    def fading(self, start, end):
        """Section 6: by how much what is kept shrinks with survival over a step."""
        before = survival(self.owner.profile, self.age(start))
        return survival(self.owner.profile, self.age(end)) / before if before > 0 else 0.0

    def closed(self, a, b):
        """Section 5, Replacement: how many closed between two instants."""
        return self.count * (survival(self.owner.profile, self.age(a)) - survival(self.owner.profile, self.age(b)))

    def age(self, t):
        return t - self.opening

    def spent(self, t):
        """Section 4, Opening: own investment spent by t: s-curve over the build period, or all on the opening day.

        An opening day at t itself belongs to the step that begins at t.
        """
        full = self.count * self.owner.size.investment
        build = self.owner.profile["build"]
        if build == 0:
            return full if self.opening < t else 0.0
        return full * s_curve(clamp01((t - self.admission) / build))

    def occupying(self, t):
        """Section 5: the number of full sites still occupied at t: a closed firm's is let again after one year."""
        return self.count * survival(self.owner.profile, max(0.0, self.age(t) - 12.0))


class Place:
    """Somewhere firms can settle: a phase, or the whole of a park that has no phase (name None)."""

    def __init__(self, park, name, area, floor, completion):
        self.park, self.name, self.area, self.floor, self.completion = park, name, area, floor, completion
        self.used_land = self.used_floor = 0.0
        self.unsold = area

    def free_land(self):
        return self.area - self.used_land

    def free_floor(self):
        return self.floor - self.used_floor


# ---------------------------------------------------------------------------------------------- 8. Ledger

def fen_of(yuan):
    """Section 8: half-even to the fen."""
    return round(yuan * 100.0)


def slack_of(yuan, noise=1e-12, size=0.0):
    """How many fen a leaf may move when its amount is off by rounding noise (for comparing, no part of the model); `size` is of
    the yuan of whose differences it was made."""
    x = yuan * 100.0
    e = noise * abs(x) + 1e-12 * size + 1e-4
    return max(round(x + e) - round(x), round(x) - round(x - e))


class Ledger:
    """Sections 7 and 8: sums of leaves per metric, scope and step. Money in whole fen, the rest in floats."""

    def __init__(self, steps):
        self.steps = steps
        self.cells = {}                  # (metric, scope kind, scope) -> [[value, slack] per step]

    def add(self, metric, step, value, slack, park=None, phase=None, firm=None, sector=None, tax=None, level=None,
            jurisdiction=None):
        for kind, scope in (("", ""), ("park", park), ("phase", phase), ("firm", firm), ("sector", sector),
                            ("tax", tax), ("level", level), ("jurisdiction", jurisdiction)):
            if scope is None:
                continue
            row = self.cells.get((metric, kind, scope))
            if row is None:
                row = self.cells[metric, kind, scope] = [[0, 0] for _ in range(self.steps)]
            row[step][0] += value
            row[step][1] += slack

    def post(self, metric, step, yuan, noise=1e-12, size=0.0, **scope):
        """One leaf of money: rounded once, then only ever summed."""
        self.add(metric, step, fen_of(yuan), slack_of(yuan, noise, size), **scope)

    def at(self, metric, kind, scope, step):
        row = self.cells.get((metric, kind, scope))
        return row[step] if row else (0, 0)


# ---------------------------------------------------------------------------------------------- the run

class Oracle:
    """One plain run of a scenario. After construction, ask `table` (or `value`) for results."""

    def __init__(self, s, features=ALL):
        self.s, self.features = s, frozenset(features)
        self.clock = Clock(s["scenario"])
        self.model = {**MODEL_DEFAULTS, **s.get("model", {})}
        self.network = Network(s, self.model, self.clock)
        self.boosts = Boosts(s, self.clock)
        self.taxes = in_order([Tax(name, a, self.clock) for name, a in s.get("tax", {}).items()])
        self.tax_named = {x.name: x for x in self.taxes}
        self.links = Links(s, self.clock)
        self.screens = [Screen(name, a, self.clock) for name, a in s.get("screen", {}).items()]
        self.enclaves = [Enclave(name, a, self.clock) for name, a in s.get("enclave", {}).items()]
        self.incentives = Incentives(s, self.clock, self.taxes)
        self.jurisdiction = {park: a.get("jurisdiction", a["city"]) for park, a in s["park"].items()}
        for enclave in self.enclaves:
            if s["park"][enclave.park].get("jurisdiction", enclave.host) != enclave.host:
                raise Refused("a park's tax cannot go to two cities")
            self.jurisdiction[enclave.park] = enclave.host
        self.phases = [Phase(name, a, self.clock) for name, a in s.get("phase", {}).items()]
        self.firms = [Establishment("firm", n, a, self) for n, a in s.get("firm", {}).items()]
        self.cohorts = [Establishment("cohort", n, a, self) for n, a in s.get("cohort", {}).items()]
        self.places = {park: self._places(park, a) for park, a in s["park"].items()}
        self.nowhere = {park: Place(park, None, 0.0, 0.0, -math.inf) for park in s["park"]}
        self.land_price = {p: compiled(a["land_price"], self.clock) for p, a in s["park"].items() if "land_price" in a}
        self.set_aside = {p: compiled(a.get("land_set_aside", 0.0), self.clock) for p, a in s["park"].items()}
        self.opex = {p: compiled(a["opex"], self.clock) for p, a in s["park"].items() if "opex" in a}
        self.vintages = []
        self.queue = {c.name: 0.0 for c in self.cohorts}
        self.rejected = {e.name: 0.0 for e in self.firms + self.cohorts}
        self.rejections = []             # (instant, name, what failed)
        self._sales = {}                 # (establishment, place) -> [yuan, of them set aside], of the step at hand
        self._handed = {}                # city -> [calendar year, its local tax, its months, what was handed over of it]
        self.pending = sorted(self.firms, key=lambda f: f.arrival)      # stable: declaration order among equals
        self.waited = set()
        self.events = []                 # (step, establishment, place, count, admission, opening)
        self.knife_edges = []            # decisions that rounding noise could turn
        self.ledger = Ledger(self.clock.steps)
        self._note_knife_edge_instants()
        for n in range(self.clock.steps):
            self._step(n)

    def has(self, feature):
        """Whether a newer rule of the contract is followed (features.py)."""
        return feature in self.features

    # ---- 5. Arrivals

    def _places(self, park, a):
        """Section 3: a park's phases in order of declaration, or its own area, there all along, if it has none."""
        own = [Place(park, p.name, p.area, p.floor, p.completion) for p in self.phases if p.park == park]
        return own or [Place(park, None, a.get("area", 0.0), 0.0, -math.inf)]

    def _candidates(self, e):
        """Section 5: the places an establishment may use: the phase it names, else all of its park's."""
        if e.phase is not None:
            return [p for p in self.places[e.park] if p.name == e.phase]
        return self.places[e.park] if e.needs_place else [self.nowhere[e.park]]

    def _scope(self, park, phase=None, owner=None):
        """Where an amount belongs: park and its jurisdiction, phase, establishment and its sector."""
        scope = {"park": park, "jurisdiction": self.jurisdiction[park], "phase": phase}
        return {**scope, "firm": owner.name, "sector": owner.sector} if owner else scope

    def _turned_away(self, e, t, count):
        """Section 5, Screen: whether those who come at the instant t fail a screen of their park; counted for good."""
        failed = []
        for screen in self.screens:
            if screen.park == e.park:
                for what, value, limit, passed in screen.verdicts(e, t):
                    if value is not None and value != limit and abs(value - limit) < 1e-8 * abs(limit):
                        self.knife_edges.append(f"{what} {value!r} against {limit!r}")
                    if not passed:
                        failed.append(what)
        if failed:
            self.rejected[e.name] += count
            self.rejections.append((t, e.name, failed))
        return bool(failed)

    def _sell(self, v):
        """Section 6: the part of the land just taken that was still unsold in its phase, at the price of that instant;
        before the scenario without income."""
        sold = min(v.count * v.owner.size.land, v.place.unsold)
        v.place.unsold -= sold
        price = self.land_price.get(v.owner.park, 0.0)
        if v.admission >= 0:
            key = v.owner, v.place
            income = sold * read(price, v.admission, 0.0)
            sales = self._sales.setdefault(key, [0.0, 0.0])
            sales[0] += income
            sales[1] += income * read(self.set_aside[v.owner.park], v.admission, 0.0)

    def _step(self, n):
        self._sales = {}
        self._measure_use(n)
        self._admit_firms(n)
        for cohort in self.cohorts:
            self._admit_cohort(cohort, n)
        self._construction(n)
        self._operation(n)
        self._stocks(n)

    def _measure_use(self, n):
        """Section 5: what those already admitted occupy at the step's start."""
        for places in self.places.values():
            for place in places:
                place.used_land = place.used_floor = 0.0
        for v in self.vintages:
            self._occupy(v, self.clock.start_of(n))

    def _occupy(self, v, t):
        sites = v.occupying(t)
        v.place.used_land += sites * v.owner.size.land
        v.place.used_floor += sites * v.owner.size.floor

    def _settle(self, owner, place, count, admission, n):
        v = Vintage(owner, place, count, admission)
        self.vintages.append(v)
        self._sell(v)
        self._occupy(v, self.clock.start_of(n))
        self.events.append((n, owner.name, place.name, count, admission, v.opening))

    def _suffices(self, free, need, capacity, exact):
        """Free capacity covers a need; no need is always covered. Notes decisions within rounding noise."""
        if need == 0:
            return True
        gap = free - need
        if abs(gap) < 1e-9 * max(capacity, need) and not (gap == 0 and exact and capacity == int(capacity) and free == int(free)):
            self.knife_edges.append(f"free {free!r} against need {need!r}")
        return gap >= 0

    def _admit_firms(self, n):
        """Section 5: firms that waited, then new ones, both by arrival and then declaration; who does not fit waits,
        without holding up those behind. Arrivals before the scenario are step 0's."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        still = []
        for firm in self.pending:
            if firm.arrival >= end:
                still.append(firm)
                continue
            if firm.name not in self.waited and self._turned_away(firm, firm.arrival, 1.0):
                continue
            best = None
            for place in self._candidates(firm):
                if place.completion >= end:
                    continue
                if not (self._suffices(place.free_land(), firm.size.land, place.area, firm.exact_land)
                        and self._suffices(place.free_floor(), firm.size.floor, place.floor, False)):
                    continue
                admission = max(firm.arrival, place.completion)
                if firm.name in self.waited and firm.needs_place:
                    admission = max(admission, start)
                if best is None or admission < best[0]:
                    best = admission, place
            if best is None:
                self.waited.add(firm.name)
                still.append(firm)
            else:
                self.waited.discard(firm.name)
                self._settle(firm, best[1], 1.0, best[0], n)
        self.pending = still

    def _wanted(self, cohort, month):
        """Section 5: (middle of the month's active part, firms that want to come then); none outside from–until."""
        a, b = max(month, cohort.arrival), min(month + 1, cohort.until)
        if b <= a:
            return None
        middle = (a + b) / 2
        city = self.s["park"][cohort.park]["city"]
        attraction = (self.boosts.factor("attraction", cohort.park, cohort.sector, middle)
                      * math.exp(read(cohort.profile["attraction_elasticity"], middle, 0.0)
                                 * self.network.uplift(city, middle))
                      * self.links.factor("attraction", cohort.park, middle))
        return middle, cohort.firms * cohort.pattern_share(a, b) * attraction

    def _replacements(self, cohort, month, middle):
        """Section 5, Replacement: what closed of the vintages of earlier steps in the same month one year earlier, as far as it is
        replaced. (Called before the step's own vintages are there.)"""
        share = read(cohort.replace, middle, 0.0)
        if share == 0:
            return 0.0
        return share * sum(v.closed(month - 12, month - 11) for v in self.vintages if v.owner is cohort)

    def _room(self, cohort, place):
        """Section 5: how many of the cohort's firms a place still takes (any number where they need nothing of it)."""
        room = math.inf
        if cohort.size.land > 0:
            room = min(room, max(0.0, place.free_land()) / cohort.size.land)
        if cohort.size.floor > 0:
            room = min(room, max(0.0, place.free_floor()) / cohort.size.floor)
        return room

    def _admit_cohort(self, cohort, n):
        """Section 5, Cohorts: the step's months' wants, those left waiting joining the first month; each place in
        order takes what it can; every place's intake is spread over the months in proportion to their wants."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        months = []
        for month in range(start, end):
            wanted = self._wanted(cohort, month)
            middle, count = wanted if wanted is not None and wanted[1] != 0 else (month + 0.5, 0.0)
            count += self._replacements(cohort, month, middle)
            if count > 0 and self._turned_away(cohort, middle, count):
                middle, count = month + 0.5, 0.0    # only waiting ones come
            waiting = self.queue[cohort.name] if month == start else 0.0
            if count + waiting > 0:
                months.append((middle, count + waiting))
        total = sum(w for _, w in months)
        rest = total
        for place in self._candidates(cohort):
            if place.completion >= end or rest <= 0:
                continue
            taken = min(rest, self._room(cohort, place))
            rest -= taken
            if taken > 0:
                for middle, wanted in months:
                    self._settle(cohort, place, taken * wanted / total, max(middle, place.completion), n)
        self.queue[cohort.name] = rest * (1 - self.model["queue_decay"]) ** self.clock.delta

    # ---- 3 and 4. Spending

    def _construction(self, n):
        """Sections 3, 7 and 8: phases' and firms' own spending, each posted as the change of its rounded total."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        per_yuan = self.model["construction_jobs"]
        for p in self.phases:
            scope = self._scope(p.park, p.name)
            before, after = p.spent(start), p.spent(end)
            self._post_spending(n, before, after, p.public, scope)
            self.ledger.add("jobs.construction", n, per_yuan * (after - before), 0, **scope)
            opex = self.opex.get(p.park)
            if opex is not None and p.completion <= start:
                rate = read(opex, self.clock.middle_of(n), 0.0)
                self.ledger.post("opex", n, rate * self.clock.delta * p.public * p.spent(start), **scope)
        for (owner, place), yuan in self._sales.items():
            for metric, amount in zip(("land_income", "set_aside"), yuan):
                self.ledger.post(metric, n, amount, 1e-10, **self._scope(owner.park, place.name, owner))
        self._deals(n)
        self._step_spending = {}
        sums = {}
        for v in self.vintages:
            before, after = v.spent(start), v.spent(end)
            self._step_spending[v] = after - before
            leaf = sums.setdefault((v.owner, v.place), [0.0, 0.0, 0.0])
            leaf[0] += before
            leaf[1] += after
            # Read at the middle of the active part: of one that opens within the step, what follows the opening.
            opened = max(start, v.opening) if v.opening < end else start
            share = read(v.owner.profile["building_share"], (opened + end) / 2, v.age((opened + end) / 2))
            leaf[2] += share * (after - before)
        for (owner, place), (before, after, built) in sums.items():
            scope = self._scope(owner.park, place.name, owner)
            self._post_spending(n, before, after, 0.0, scope)
            self.ledger.add("jobs.construction", n, per_yuan * built, 0, **scope)

    def _deals(self, n):
        """Section 6, Enclaves: what the two cities pay each other beside shares of taxes: leaves of the park, in no phase and of no tax."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        for e in self.enclaves:
            phases = [p for p in self.phases if p.park == e.park]
            opens = min((p.completion for p in phases), default=0.0)
            due = e.fixed_in(start, end, opens)
            before, after = e.contributed(start, phases), e.contributed(end, phases)
            for sign, city in ((-1, e.host), (1, e.home)):
                scope = {"park": e.park, "jurisdiction": city}
                self.ledger.post("transfers", n, sign * due, **scope)
                self.ledger.add("contributions", n, -sign * (fen_of(after) - fen_of(before)), slack_of(before) + slack_of(after), **scope)

    def sunk(self, city=""):
        """Section 10: (fen, slack) of what a city's budget ("": all of them) laid out before the start."""
        total = slack = 0
        for p in self.phases:
            if city in ("", self.jurisdiction[p.park]):
                total += round(fen_of(p.spent(0.0)) * p.public)
                slack += slack_of(p.spent(0.0)) + slack_of(fen_of(p.spent(0.0)) * p.public / 100.0)
        for e in self.enclaves:
            given = e.contributed(0.0, [p for p in self.phases if p.park == e.park])
            total += fen_of(given) * ((city == e.home) - (city == e.host))
            slack += slack_of(given) * (city in (e.home, e.host))
        return total, slack

    def _post_spending(self, n, before, after, public, scope):
        """One leaf each for the public and the private part: the change of the rounded sum spent to date."""
        fen = [fen_of(before), fen_of(after)]
        paid = [round(f * public) for f in fen]
        slack = [slack_of(before), slack_of(after)]
        part = [0 if public in (0.0, 1.0) else slack_of(f * public / 100.0) for f in fen]
        post = self.ledger.add
        post("investment", n, fen[1] - fen[0], sum(slack), **scope)
        post("investment.public", n, paid[1] - paid[0], (sum(slack) if public else 0) + sum(part), **scope)
        post("investment.private", n, (fen[1] - paid[1]) - (fen[0] - paid[0]),
             (sum(slack) if public < 1 else 0) + sum(part), **scope)
        post("investment.cumulative", n, fen[1], slack[1], **scope)

    # ---- 4 and 6. Operation and taxes

    def _direct_jobs(self, v, t):
        """Section 4, Jobs: full-size jobs, ramped, surviving, with the city's rail effect on employment."""
        age = v.age(t)
        if age < 0:
            return 0.0
        city = self.s["park"][v.owner.park]["city"]
        return (v.count * v.owner.size.jobs * ramp_share(v.owner.profile, age) * survival(v.owner.profile, age)
                * (1 + self.network.extra_jobs(city, t))
                * growth_factor(v.owner.profile["job_growth"], t, max(0.0, v.opening)))

    def _agglomeration(self, park, n):
        """Section 4, Agglomeration: the park's direct jobs a year before the whole step's middle, against its
        reference; never below 1, at most 1.2."""
        reference = self.s["park"][park].get("reference_jobs")
        if reference is None:
            return 1.0
        t = self.clock.middle_of(n) - 12
        jobs = sum(self._direct_jobs(v, t) for v in self.vintages if v.owner.park == park)
        return min(1.2, (max(jobs, reference) / reference) ** self.model["agglomeration"])

    def _operation(self, n):
        """Sections 4, 6 and 8: output, value added, payroll, profit and taxes; one leaf per establishment and place
        (and per instrument and level), its vintages summed before rounding."""
        self._agg = {park: self._agglomeration(park, n) for park in self.s["park"]}
        leaves, self._sizes, local = {}, {}, {city: 0.0 for city in self.s["city"]}
        for v in self.vintages:
            leaf = leaves.setdefault((v.owner, v.place), {})
            for key, amount in self._flows(v, n).items():
                leaf[key] = leaf.get(key, 0.0) + amount
        for (owner, place), leaf in leaves.items():
            scope = self._scope(owner.park, place.name, owner)
            size = self._sizes.get((owner, place), 0.0)
            post = lambda metric, amount, **more: self.ledger.post(metric, n, amount, size=size, **{**scope, **more})
            for key, amount in leaf.items():
                if key in ("energy", "emissions"):
                    self.ledger.add(key, n, amount, 0, **scope)
                elif not isinstance(key, tuple):
                    post(key, amount)
                elif key[0] == "rebates":
                    post("rebates", amount, tax=key[1])
                elif key[0] == "transfers":
                    post("transfers", -amount, tax=key[1])
                    post("transfers", amount, tax=key[1], jurisdiction=key[2])
                elif key[0] == "refunds":
                    for metric in ("refunds", "refunds." + key[2]):
                        post(metric, amount, tax=key[1], level=key[2])
                elif key[0] == "displaced":
                    post("displaced", amount, tax=key[1], level="local", jurisdiction=owner.origin)
                else:
                    name, level = key
                    for metric in ("tax", "tax." + name, "tax." + level):
                        post(metric, amount, tax=name, level=level)
                    if level == "local":
                        local[scope["jurisdiction"]] += amount
        self._hand_over(n, local)

    def _hand_over(self, n, local):
        """Section 6, Handover: what the province's part of a city's local tax above its base grows by, year by calendar year."""
        for city, a in self.s["city"].items():
            year = self.clock.calendar_year_of(n)
            state = self._handed.setdefault(city, [year, 0.0, 0, 0.0])
            if state[0] != year:
                state[:] = [year, 0.0, 0, 0.0]
            state[1] += local[city]
            state[2] += self.clock.step_months
            due = a.get("handover", 0.0) * max(0.0, state[1] - a.get("handover_base", 0.0) * state[2] / 12.0)
            if "handover" in a:
                self.ledger.post("handover", n, due - state[3], size=10 * state[1], jurisdiction=city)
            state[3] = due

    def _is_on_investment(self, tax):
        """Whether a tax is levied on investment, or on a tax that is."""
        base = self.tax_named[tax].base
        return base == "investment" or base.startswith("tax:") and self._is_on_investment(base[4:])

    def _flows(self, v, n):
        """One vintage's flows in one step, unrounded: the rate at the middle of its open part, times that part."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        profile, size, park = v.owner.profile, v.owner.size, v.owner.park
        opened = max(start, v.opening)
        years = max(0.0, end - opened) / 12.0
        t = (opened + end) / 2 if years > 0 else self.clock.middle_of(n)
        age = v.age(t)
        over = Over(opened, end) if years > 0 else Over(start, end)
        ages = Over(over.low - v.opening, over.high - v.opening)
        spending = self._step_spending[v]
        bases = {"investment": spending}
        research = 0.0
        out = {}
        if years > 0:
            city = self.s["park"][park]["city"]
            at = lambda name: read(profile[name], t, age)
            ramp, alive, growth = ramp_share(profile, age), survival(profile, age), growth_factor(profile["growth"], t)
            grown = growth_factor(profile["growth"], t, v.owner.intended.reference)
            rail = math.exp(at("rail_elasticity") * self.network.uplift(city, t) + self.network.siphon_log(city, t))
            boost = self.boosts.factor("productivity", park, v.owner.sector, t)
            output = v.count * size.output * ramp * alive * grown * self._agg[park] * rail * boost * years
            out["output"] = output
            out["value_added"] = at("value_added") * output
            out["profit"] = output * self._margin(at("margin"), ramp, profile["break_even"])
            research = at("research") * output
            out["energy"] = out["value_added"] * at("energy")
            out["emissions"] = out["energy"] * at("emissions")
            out["payroll"] = self._direct_jobs(v, t) * at("wage") * growth * years
            bases.update(out)
            bases["vat"] = output * vat_share(profile, t, age)
            bases["land"] = v.count * size.land * alive * years
            bases["building"] = at("building_share") * v.count * size.investment * alive * years
        else:
            for base in ("output", "value_added", "profit", "payroll", "vat", "land", "building"):
                bases[base] = 0.0
        out["grants"] = spending * self.incentives.granted(v.owner, t)
        taxable = {tax.name: self._taxable(v, n, tax, bases["profit"] - read(tax.research_deduction, over, ages) * research)
                   for tax in self.taxes if tax.base == "profit"}
        base_of = lambda tax: taxable[tax.name] if tax.base == "profit" else bases[tax.base]

        def paid(tax, amount):
            if not tax.credits:
                return amount
            building_share = read(profile["building_share"], t, age)
            left, refund = self._credited(v, n, tax, amount, spending * tax.input_share(building_share, over, ages),
                                          read(tax.refund, over, ages))
            for level in LEVELS:
                out["refunds", tax.name, level] = refund * tax.refunded_to(level, over, ages)
            return left

        due = (lambda tax: self.incentives.due(v, tax, over)) if years > 0 else (lambda tax: 1.0)
        agreed = v.owner.arrival if v.owner.kind == "firm" else v.admission
        for name, amount in tax_amounts(self.taxes, v.owner.urban, profile, base_of, over, ages, due, size.factor, paid).items():
            for level in LEVELS:
                share = read(self.tax_named[name].shares[level], over, ages)
                if amount and share:
                    out[name, level] = amount * share
            local, repaid = out.get((name, "local"), 0.0), 0.0
            if years > 0 and not self._is_on_investment(name):
                repaid = self.incentives.repaid(v, agreed, name, over)
                out["rebates", name] = local * repaid
            if v.owner.origin is not None:
                out["displaced", name] = local * read(v.owner.moved, t, age)
            for enclave in self.enclaves:
                if enclave.park == park:
                    key = "transfers", name, enclave.home
                    shared = local * (1 - repaid) if enclave.net else local
                    out[key] = out.get(key, 0.0) + shared * enclave.part(over, t)
        return out

    def _margin(self, margin, ramp, break_even):
        """Section 4, Profit: what is earned of a yuan of output. Before carried losses came, there was no loss below break-even."""
        if not self.has("losses"):
            return margin * max(0.0, profit_share(ramp, break_even))
        return margin if margin < 0 else margin * profit_share(ramp, break_even)

    def _noisy(self, v, yuan):
        """Remembers of what sizes a vintage's amounts are differences."""
        key = v.owner, v.place
        self._sizes[key] = self._sizes.get(key, 0.0) + yuan

    def _taxable(self, v, n, tax, profit):
        """Section 6, Losses: what is taxed of a step's T, after what is kept of the losses of earlier steps, oldest first. A loss
        of the step itself is kept; all that is kept shrinks with survival."""
        kept = v.losses.setdefault(tax.name, [])
        middle, year = self.clock.middle_of(n), self.clock.calendar_year_of(n)
        rest, within = profit, 0.0               # within: what losses of the same calendar year make up for
        if profit < 0:
            kept.append([middle, year, -profit])
        else:
            for loss in kept:
                if middle - loss[0] <= tax.carry:
                    used = min(rest, loss[2])
                    loss[2] -= used
                    rest -= used
                    within += used if loss[1] == year else 0.0
            if rest < profit:
                self._noisy(v, profit)
        sums = v.taxable.setdefault(tax.name, {})
        sums[year] = sums.get(year, 0.0) + rest + within
        if self.incentives.count_profit and 0 < abs(sums[year]) < 1e-9 * abs(profit):
            self.knife_edges.append(f"taxable profit of {v.owner.name} in {year}: {sums[year]!r}")
        fading = v.fading(self.clock.start_of(n), self.clock.end_of(n))
        for loss in kept:
            loss[2] *= fading
        v.losses[tax.name] = [loss for loss in kept if loss[2] > 0 and middle - loss[0] <= tax.carry]
        return rest

    def _credited(self, v, n, tax, amount, paid_in, refund):
        """Section 6, Credits: (what is paid of a tax, what is refunded) in a step with the input tax `paid_in`."""
        start, end = self.clock.start_of(n), self.clock.end_of(n)
        if tax.name not in v.credit:
            v.credit[tax.name] = self._first_credit(v, tax)
        credit = v.credit[tax.name] + paid_in
        left = max(0.0, credit - amount) * v.fading(start, end)
        refunded = left * (1 - (1 - refund) ** self.clock.delta)
        v.credit[tax.name] = left - refunded
        self._noisy(v, credit)
        return max(0.0, amount - credit), refunded

    def _first_credit(self, v, tax):
        """Section 6, Credits: of one that opens at the scenario's start or later, the input of what it spent before; else none."""
        if v.opening < 0 or v.admission >= 0:
            return 0.0
        building_share = read(v.owner.profile["building_share"], v.admission / 2, v.age(v.admission / 2))
        share = tax.input_share(building_share, Over(v.admission, 0.0), Over(v.age(v.admission), v.age(0.0)))
        return v.spent(0.0) * share

    # ---- 7. Stocks

    def _stocks(self, n):
        """Section 7: what stands at the end of the step, that instant included."""
        end = self.clock.end_of(n)
        add = self.ledger.add
        for park, places in self.places.items():
            for place in places:
                if place.completion <= end:
                    add("land.serviced", n, place.area, 0, **self._scope(park, place.name))
                    add("floor.serviced", n, place.floor, 0, **self._scope(park, place.name))
        for v in self.vintages:
            e = v.owner
            scope = self._scope(e.park, v.place.name, e)
            sites = v.occupying(end)
            add("land.occupied", n, sites * e.size.land, 0, **scope)
            add("floor.occupied", n, sites * e.size.floor, 0, **scope)
            if v.opening <= end:
                add("firms", n, v.count * survival(e.profile, v.age(end)), 0, **scope)
                jobs = self._direct_jobs(v, end)
                opened = max(self.clock.start_of(n), v.opening)
                t = (opened + end) / 2 if end > opened else self.clock.middle_of(n)
                add("jobs", n, jobs, 0, **scope)
                add("jobs.indirect", n, jobs * read(e.profile["indirect"], t, v.age(t))
                    * self.links.factor("multiplier", e.park, end), 0, **scope)
                add("jobs.induced", n, jobs * read(e.profile["induced"], t, v.age(t)), 0, **scope)
        for e in self.pending:
            if e.arrival < end:
                add("firms.waiting", n, 1.0, 0, **self._scope(e.park, None, e))
        for e in self.cohorts:
            add("firms.waiting", n, self.queue[e.name], 0, **self._scope(e.park, None, e))
        for e in self.firms + self.cohorts:
            add("firms.rejected", n, self.rejected[e.name], 0, **self._scope(e.park, None, e))
        for city in self.s["city"]:
            for metric, value in (("market_potential", self.network.potential(city, end)),
                                  ("rail_uplift", math.exp(self.network.uplift(city, end)) - 1)):
                row = self.ledger.cells.setdefault((metric, "jurisdiction", city),
                                                   [[0, 0] for _ in range(self.clock.steps)])
                row[n] = [value, 0]
        for park, a in self.s["park"].items():
            for metric, value in (("market_potential", self.network.potential(a["city"], end)),
                                  ("rail_uplift", math.exp(self.network.uplift(a["city"], end)) - 1),
                                  ("agglomeration", self._agg[park])):
                row = self.ledger.cells.setdefault((metric, "park", park), [[0, 0] for _ in range(self.clock.steps)])
                row[n] = [value, 0]

    def _note_knife_edge_instants(self):
        """Instants a hair off a whole month could fall on either side of a step's end: not a fair comparison."""
        instants = [p.completion for p in self.phases] + [x["opening"] for x in self.network.lines]
        instants += [f.arrival + f.profile["build"] for f in self.firms + self.cohorts]
        for t in instants:
            if 0 < abs(t - round(t)) < 1e-9:
                self.knife_edges.append(f"instant {t!r}")

    # ---- Language 5. Periods

    def periods(self, per):
        """[(key, first step, last step)]; the key of a step is its first day, of a year its number."""
        steps = range(self.clock.steps)
        if per == "step":
            return [(self.clock.iso(self.clock.start_of(n)), n, n) for n in steps]
        years = sorted({self.clock.year_of(n) for n in steps})
        return [(y, min(n for n in steps if self.clock.year_of(n) == y), max(n for n in steps if self.clock.year_of(n) == y))
                for y in years]

    def scopes(self, by):
        """Names of the scopes of a kind, in order of declaration."""
        if by == "":
            return [""]
        if by == "level":
            return list(LEVELS)
        if by == "jurisdiction":
            return list(self.s["city"])
        if by == "firm":
            return list(self.s.get("firm", {})) + list(self.s.get("cohort", {}))
        return list(self.s.get(by, {}))

    def metrics(self, by):
        """The metrics that have a meaning for a kind of scope."""
        taxes = ["tax"] + ["tax." + t for t in self.s.get("tax", {})]
        levels = ["tax." + level for level in LEVELS]
        if self.has("credits"):
            levels += ["refunds"] + ["refunds." + level for level in LEVELS]
        if self.has("relocation"):
            levels += ["displaced"]
        if by == "tax":
            return ["tax", "local_share", "rebates", "transfers"] + levels
        if by == "level":
            return taxes
        both = ["investment", "investment.public", "investment.private", "investment.cumulative", "jobs",
                "jobs.construction", "output", "value_added", "profit", "payroll", "land.occupied", "floor.occupied",
                "firms", "tax_per_mu", "jobs_per_ha", "local_share", "jobs.indirect", "jobs.induced", "jobs.total",
                "jobs.net", "energy", "emissions", "emissions.cumulative", "land_income", "rebates", "grants", "opex",
                "transfers", "net_local"] + taxes + levels
        if self.has("set-aside"):
            both += ["set_aside"]
        if self.has("contribution") and by in ("", "park", "jurisdiction"):
            both += ["contributions"]
        if self.has("additional"):
            both += ["net_local.additional"]
        if self.has("handover") and by in ("", "jurisdiction"):
            both += ["handover"]
        if by in ("firm", "sector"):
            return both + ["firms.waiting", "firms.rejected"]
        land = ["land.serviced", "land.vacant", "floor.serviced", "floor.vacant", "occupancy", "investment_per_mu",
                "tax_per_serviced_mu", "jobs_per_serviced_ha"]
        if by == "phase":
            return both + land
        if by == "park":
            return both + land + ["firms.waiting", "firms.rejected", "market_potential", "rail_uplift", "agglomeration"]
        if by == "jurisdiction":
            return both + land + ["firms.waiting", "firms.rejected", "market_potential", "rail_uplift"]
        return both + land + ["firms.waiting", "firms.rejected"]

    def value(self, metric, kind, scope, first, last):
        """(value, slack) of a metric over steps first…last; None where undefined. Money in yuan (exact fen / 100),
        land in ha, floor in m2. Flows are summed, stocks are the last step's, ratios are made from those."""
        get = lambda m: self._raw(m, kind, scope, first, last)
        ratio = lambda a, b: None if b == 0 else a / b
        mu = lambda m2: m2 / MU
        if metric == "land.vacant" or metric == "floor.vacant":
            what = metric.split(".")[0]
            value = get(what + ".serviced")[0] - get(what + ".occupied")[0]
            return (value / HECTARE if what == "land" else value), 0
        if metric.startswith("land."):
            return get(metric)[0] / HECTARE, 0
        if metric == "occupancy":
            return ratio(get("land.occupied")[0], get("land.serviced")[0]), 0
        if metric == "jobs_per_serviced_ha":
            return ratio(get("jobs")[0], get("land.serviced")[0] / HECTARE), 0
        if metric == "jobs_per_ha":
            return ratio(get("jobs")[0], get("land.occupied")[0] / HECTARE), 0
        if metric == "local_share":
            (local, local_slack), (tax, slack) = get("tax.local"), get("tax")
            return ratio(local, tax), (0 if tax == 0 else (local_slack + slack) / tax)
        if metric in ("tax_per_mu", "tax_per_serviced_mu"):
            years = (last - first + 1) * self.clock.delta
            tax, slack = get("tax")
            area = mu(get("land.occupied" if metric == "tax_per_mu" else "land.serviced")[0])
            return ratio(tax / 100 / years, area), (0 if area == 0 else slack / 100 / years / area)
        if metric == "investment_per_mu":
            spent, slack = get("investment.cumulative")
            area = mu(get("land.serviced")[0])
            return ratio(spent / 100, area), (0 if area == 0 else slack / 100 / area)
        value, slack = get(metric)
        return (value / 100, slack / 100) if is_money(metric) else (value, slack)

    def fen(self, metric, kind, scope, first, last):
        """A money metric in whole fen, and its slack."""
        return self._raw(metric, kind, scope, first, last)

    def _raw(self, metric, kind, scope, first, last):
        if metric == "net_local":
            parts = [(sign, self._raw(part, kind, scope, first, last)) for sign, part in NET_LOCAL
                     if part != "displaced" or kind in ("", "jurisdiction")]
            return sum(sign * part[0] for sign, part in parts), sum(part[1] for _, part in parts)
        if metric == "net_local.additional":
            return self._additional(kind, scope, first, last)
        if metric == "emissions.cumulative":
            return self._raw("emissions", kind, scope, 0, last)
        if metric == "jobs.total":
            parts = [self.ledger.at(m, kind, scope, last) for m in ("jobs", "jobs.indirect", "jobs.induced")]
            return sum(part[0] for part in parts), 0
        if metric == "jobs.net":
            multiplier = read(compiled(self.model["multiplier"], self.clock), self.clock.middle_of(last), 0.0)
            return self.ledger.at("jobs", kind, scope, last)[0] * self.additionality(last) * multiplier, 0
        if is_stock(metric):
            return tuple(self.ledger.at(metric, kind, scope, last))
        cells = [self.ledger.at(metric, kind, scope, n) for n in range(first, last + 1)]
        return sum(c[0] for c in cells), sum(c[1] for c in cells)

    def additionality(self, n):
        """Section 7: A, the part of what is seen that would not be there otherwise, in the middle of a step."""
        factor = 1.0
        for name in ("leakage", "displacement", "substitution", "deadweight"):
            factor *= 1 - read(compiled(self.model[name], self.clock), self.clock.middle_of(n), 0.0)
        return factor

    def _additional(self, kind, scope, first, last):
        """Section 6: net local without the part of tax and land income that is not additional, rounded in each step for what is asked."""
        total = slack = 0
        for n in range(first, last + 1):
            net, tax, land = [self._raw(metric, kind, scope, n, n) for metric in ("net_local", "tax.local", "land_income")]
            lost, tie = self.not_additional(n, tax[0] + land[0])
            total += net[0] - lost
            slack += net[1] + tax[1] + land[1] + tie
        return total, slack

    def not_additional(self, n, fen):
        """Section 6: what of an amount of a step is not additional, half-even to the fen, and whether noise could turn the rounding (1)."""
        lost = (1 - self.additionality(n)) * fen
        return round(lost), int(abs(lost - math.floor(lost) - 0.5) < 1e-4 + 1e-12 * abs(lost))

    def table(self, by="", per="step", metrics=None):
        """{(scope, metric, period key): (value, slack)} for one kind of scope."""
        return {(scope, metric, key): self.value(metric, by, scope, first, last)
                for scope in self.scopes(by) for metric in (metrics or self.metrics(by))
                for key, first, last in self.periods(per)}


def is_money(metric):
    return metric.split(".")[0] in ("investment", "output", "value_added", "profit", "payroll", "tax", "land_income",
                                    "rebates", "grants", "opex", "transfers", "net_local", "refunds", "handover", "displaced",
                                    "set_aside", "contributions")


# Section 6, net local, with what enclaves pass on between the jurisdictions. What is displaced counts for the origin and for the
# whole, not for the park.
NET_LOCAL = ((1, "tax.local"), (1, "land_income"), (-1, "rebates"), (-1, "grants"), (-1, "investment.public"), (-1, "opex"),
             (-1, "refunds.local"), (-1, "handover"), (-1, "displaced"), (1, "transfers"),
             (-1, "set_aside"), (1, "contributions"))


def is_stock(metric):
    return metric in ("jobs", "jobs.indirect", "jobs.induced", "firms", "firms.waiting", "firms.rejected", "investment.cumulative", "market_potential", "rail_uplift",
                      "agglomeration") or metric.split(".")[0] in ("land", "floor")


# ---------------------------------------------------------------------------------------------- the script

def digits(x):
    """A number without exponent that reads back to the same binary64."""
    if isinstance(x, int):
        return str(x)
    if x == int(x) and abs(x) < 1e15:
        return str(int(x))
    text = repr(x)
    if "e" in text:
        from decimal import Decimal
        text = format(Decimal(text), "f")
    return text


def share_text(x):
    """A share in percent where that reads back exactly, else plain."""
    percent = round(x * 100, 9)
    if float(percent) / 100 == x and float(percent) * 0.01 == x:
        return digits(float(percent)) + "%"
    return digits(x)


def per_area_text(x, unit, prefix=""):
    """Something per area: per ha where that reads back exactly, else per m2."""
    per_hectare = round(x * HECTARE, 6)
    if per_hectare / HECTARE == x:
        return digits(per_hectare) + prefix + "/ha"
    return digits(x) + prefix + "/" + unit


def area_text(x):
    """An area: in ha where that reads back exactly, else in m2."""
    hectares = round(x / HECTARE, 6)
    if hectares * HECTARE == x and x >= HECTARE:
        return digits(hectares) + "ha"
    return digits(x) + "m2"


def months_text(x):
    """A duration in years where it is whole, else in months."""
    return digits(x / 12) + "y" if x % 12 == 0 else digits(x) + " months"


UNITS = {
    "number": digits, "share": share_text, "months": months_text, "minutes": lambda x: digits(x) + "min",
    "area": area_text, "floor": lambda x: digits(x) + "m2", "money": lambda x: digits(x) + " yuan",
    "money/year": lambda x: digits(x) + " yuan/year", "jobs/area": lambda x: per_area_text(x, "m2"),
    "money/area": lambda x: per_area_text(x, "m2", " yuan"), "money/area/year": lambda x: digits(x) + " yuan/m2/year",
    "energy": lambda x: digits(x) + " tce/yuan", "emissions": lambda x: digits(x) + " tCO2/tce",
    "tonnes/year": lambda x: digits(x) + " t/year",
    "word": str, "words": lambda x: "[" + ", ".join(x) + "]",
}
SECTOR_UNITS = {"output_per_job": "money/year", "value_added": "share", "margin": "share", "wage": "money/year",
                "jobs_per_area": "jobs/area", "floor_per_job": "floor", "investment_per_area": "money/area",
                "exports": "share", "building_share": "share", "growth": "share", "build": "months", "ramp": "months",
                "first": "share", "hazard": "share", "survival_scale": "number", "break_even": "share",
                "rail_elasticity": "number", "attraction_elasticity": "number", "vat": "share", "cit": "share",
                "pit": "share", "energy": "energy", "emissions": "emissions", "indirect": "number",
                "induced": "number", "job_growth": "share", "creditable": "share", "research": "share"}
FIRM_UNITS = {"park": "word", "phase": "word", "sector": "word", "arrives": "word", "jobs": "number",
              "output": "money/year", "local_tax": "money/year", "total_tax": "money/year", "investment": "money",
              "land": "area", "floor": "floor", "origin": "word", "moved": "share", **SECTOR_UNITS}
ATTRIBUTE_UNITS = {
    "city": {"gdp": "money/year", "population": "number", "internal_time": "minutes", "core": "word",
             "handover": "share", "handover_base": "money/year"},
    "travel": {"from": "word", "to": "word", "time": "minutes"},
    "rail": {"from": "word", "to": "words", "opens": "word", "delay": "months", "saves": "minutes", "time": "minutes",
             "employment": "share", "half_life": "months"},
    "sector": SECTOR_UNITS,
    "tax": {"base": "word", "rate": "share", "county_rate": "share", "central": "share", "province": "share",
            "local": "share", "input_equipment": "share", "input_buildings": "share", "refund": "share", "refund_local": "share",
            "carry_losses": "months", "research_deduction": "share"},
    "park": {"city": "word", "jurisdiction": "word", "urban": "word", "area": "area", "reference_jobs": "number",
             "land_price": "money/area", "land_set_aside": "share", "opex": "share"},
    "phase": {"park": "word", "area": "area", "floor": "floor", "investment": "money", "public": "share",
              "start": "word", "complete": "word", "delay": "months", "overrun": "share", "profile": "word",
              "spending": "money/year"},
    "boost": {"park": "word", "sectors": "words", "from": "word", "until": "word", "half_life": "months",
              "productivity": "share", "attraction": "share"},
    "firm": FIRM_UNITS,
    "cohort": {**FIRM_UNITS, "from": "word", "until": "word", "firms": "number", "pattern": "word", "p": "number",
               "q": "number", "replace": "share"},
    "screen": {"park": "word", "sectors": "words", "max_energy": "energy", "min_tax": "money/area/year",
               "min_investment": "money/area", "max_emissions": "tonnes/year"},
    "link": {"between": "words", "from": "word", "half_life": "months", "complementarity": "number",
             "attraction": "share", "multiplier": "share"},
    "enclave": {"park": "word", "host": "word", "home": "word", "share": "share", "honour": "share", "net": "word",
                "fixed": "money/year", "contribution": "money"},
    "incentive": {"park": "word", "sectors": "words", "type": "word", "tax": "word", "schedule": "share",
                  "counts": "word", "agreements_until": "word", "share": "share"},
    "model": {"agglomeration": "number", "rail_decay": "minutes", "siphon": "share", "queue_decay": "share",
              "leakage": "share", "displacement": "share", "substitution": "share", "multiplier": "number",
              "deadweight": "share"},
}


def value_text(value, unit):
    """One attribute's value in the language: a word, a list, a number with its unit, or a schedule of those."""
    if isinstance(value, dict):
        key = (lambda k: months_text(k)) if value["by"] == "age" else str
        inner = ", ".join(f"{key(k)}: {value_text(v, unit)}" for k, v in value["keys"])
        return f"ramp({inner})" if value.get("straight") else "{" + inner + "}"
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return UNITS["words"](value)
    return UNITS[unit](value)


def to_script(s):
    """The scenario dict as a Parkline script (Language 1 and 2)."""
    head = s["scenario"]
    lines = [f"scenario \"{head['name']}\" start={head['start']} end={head['end']} step={head['step']}"
             + (f" fiscal={head['fiscal']}" if "fiscal" in head else "")]
    for name, value in s.get("model", {}).items():
        lines.append(f"set model {name}={value_text(value, ATTRIBUTE_UNITS['model'][name])}")
    for kind in ("city", "travel", "rail", "sector", "tax", "park", "phase", "boost", "firm", "cohort", "screen", "link",
                 "enclave", "incentive"):
        for name, attributes in s.get(kind, {}).items():
            words = [kind, name]
            for key, value in attributes.items():
                unit = ATTRIBUTE_UNITS[kind][key]
                if kind == "tax" and key in ("rate", "county_rate") and attributes["base"] == "land":
                    unit = "money/area/year"
                words.append(f"{key}={value_text(value, unit)}")
            lines.append(" ".join(words))
    return "\n".join(lines) + "\n"


def run(s):
    """The results of a scenario dict."""
    return Oracle(s)


if __name__ == "__main__":
    import sys
    from features import PROGRAM_HAS, named
    from generate import generate
    words = sys.argv[1:]                            # SEED [--with FEATURES]
    wanted = named(words[words.index("--with") + 1]) if "--with" in words else PROGRAM_HAS
    scenario = generate(int(words[0]) if words else 1, wanted)
    print(to_script(scenario))
    oracle = Oracle(scenario, wanted)
    for per_year in oracle.periods("year"):
        row = [oracle.value(m, "", "", per_year[1], per_year[2])[0] for m in ("investment", "jobs", "output", "tax", "firms", "firms.waiting")]
        print(per_year[0], *row)
