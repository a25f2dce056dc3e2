"""Seeded random scenarios that cover the space the oracle knows: `generate(seed, features)` gives the same dict for ever.

What a newer rule of the contract asks for (features.py) is drawn on top, each of a stream of chances of its own, so that a seed is
the same scenario with it and without it but for what the rule adds. The dict's form is described at the head of oracle.py. Every scenario is legal: one the contract would refuse (a
pledge too low, a size that cannot be derived) is mended by giving the firm plain jobs instead.
"""

import calendar
import random

from features import ALL, PROGRAM_HAS
from oracle import SIZE_ATTRIBUTES, STEP_MONTHS, Establishment, Oracle, Refused, levied

# How long scenarios run, in steps, by step: short enough that hundreds take a minute.
SPANS = {"year": (3, 15), "half": (4, 20), "quarter": (6, 28), "month": (6, 60)}


class Maker:
    """One scenario in the making: a stream of chances, and the months it spans."""

    def __init__(self, seed):
        self.r = random.Random(f"parkline-{seed}")
        self.seed = seed
        self.crowded = self.chance(0.35)     # little land, much closing: sites are let again and again

    # ---- chances

    def chance(self, p):
        return self.r.random() < p

    def pick(self, *choices):
        return self.r.choice(choices)

    def number(self, low, high, places=None):
        """A number between two ends: mostly a tidy one, now and then one with all its digits."""
        x = self.r.uniform(low, high)
        if places is not None:
            return round(x, places)
        if self.chance(0.15):
            return x
        scale = max(abs(low), abs(high))
        return round(x, 0 if scale > 1000 else 1 if scale > 100 else 2 if scale > 5 else 3)

    # ---- dates

    def date(self, low, high, kind=None):
        """A date text whose period begins at or after the month `low` and before `high` (months since the start)."""
        month = self.origin + self.r.randint(int(low), max(int(low), int(high) - 1))
        year, m = divmod(month, 12)
        kind = kind or self.pick("month", "month", "month", "quarter", "half", "year", "day")
        if kind == "day":
            days = calendar.monthrange(year, m + 1)[1]
            return f"{year}-{m + 1:02d}-{self.pick(1, days, 15, self.r.randint(1, days)):02d}"
        if kind == "quarter":
            return f"{year}Q{m // 3 + 1}"
        if kind == "half":
            return f"{year}H{m // 6 + 1}"
        if kind == "year":
            return f"{year}"
        return f"{year}-{m + 1:02d}"

    def months_of(self, text):
        """(begin, end) of a date in months since the start, as the oracle reads it."""
        from oracle import Clock
        clock = Clock.__new__(Clock)
        clock.origin = self.origin
        return clock.begin(text), clock.end(text)

    def later(self, text, low, high, minimum=0.01):
        """An "until" date after the beginning of `text`, between low and high months on."""
        begin = self.months_of(text)[0]
        for _ in range(20):
            until = self.date(begin + low, begin + high + 1)
            if self.months_of(until)[1] >= begin + minimum:
                return until
        return self.date(begin + high, begin + high + 1, "month")

    # ---- schedules

    def maybe_schedule(self, make, p=0.2, by="date", straight=0.2):
        """A plain value or, with chance p, a schedule of two to four of them."""
        if not self.chance(p):
            return make()
        if by == "age":
            keys = [0.0] + sorted(self.r.sample([6.0, 12.0, 18.0, 24.0, 36.0, 48.0, 60.0, 84.0], self.r.randint(1, 3)))
            keys = [float(k) for k in keys]
        else:
            texts = {self.date(-24, self.span, "month") if self.chance(0.8) else self.date(-24, self.span)
                     for _ in range(self.r.randint(2, 4))}
            by_month = {}
            for text in sorted(texts):
                by_month.setdefault(self.months_of(text)[0], text)
            keys = [by_month[m] for m in sorted(by_month)]
        return {"by": by, "straight": self.chance(straight), "keys": [(k, make()) for k in keys]}

    def duration(self, *choices):
        return float(self.pick(*choices))

    # ---- entities

    def scenario(self):
        step = self.pick("year", "half", "quarter", "month")
        length = STEP_MONTHS[step]
        count = self.r.randint(*SPANS[step])
        year = self.r.randint(2015, 2024)
        offset = self.r.randrange(12 // length)
        self.origin, self.span, self.step = year * 12 + offset * length, count * length, step
        start = {"year": f"{year}", "half": f"{year}H{offset + 1}", "quarter": f"{year}Q{offset + 1}",
                 "month": f"{year}-{offset + 1:02d}"}[step]
        if self.chance(0.2):
            start = f"{year}-{offset * length + 1:02d}-01"
        last = self.origin + self.span - 1
        y, m = divmod(last, 12)
        end = {"year": f"{y}", "half": f"{y}H{m // 6 + 1}", "quarter": f"{y}Q{m // 3 + 1}",
               "month": f"{y}-{m + 1:02d}"}[step]
        if self.chance(0.2):
            end = f"{y}-{m + 1:02d}-{calendar.monthrange(y, m + 1)[1]:02d}"
        self.s = {"scenario": {"name": f"seed {self.seed}", "start": start, "end": end, "step": step}}

    def model(self):
        model = {}
        if self.chance(0.3):
            model["agglomeration"] = self.number(0.0, 0.3)
        if self.chance(0.3):
            model["rail_decay"] = self.number(15, 60)
        if self.chance(0.3):
            model["siphon"] = self.number(0.0, 0.1)
        if self.chance(0.3):
            model["queue_decay"] = self.pick(0.0, 0.5, 0.1)
        self.s["model"] = model

    def cities(self):
        names = ["cy1", "cy2", "cy3"][:self.r.randint(1, 3)]
        self.s["city"] = {}
        for name in names:
            a = {"gdp": self.number(2e10, 4e11) * self.pick(1, 1, 10)}
            if self.chance(0.3):
                a["internal_time"] = self.number(5, 25)
            if len(names) > 1 and self.chance(0.6):
                a["core"] = self.pick(*[n for n in names if n != name])
            self.s["city"][name] = a
        self.s["travel"] = {}
        for i, one in enumerate(names):
            for other in names[i + 1:]:
                if self.chance(0.8):
                    pair = [one, other]
                    self.r.shuffle(pair)
                    self.s["travel"][f"tr{len(self.s['travel']) + 1}"] = {
                        "from": pair[0], "to": pair[1], "time": self.number(20, 150)}

    def rails(self):
        cities = list(self.s["city"])
        self.s["rail"] = {}
        if len(cities) < 2:
            return
        linked = {frozenset((a["from"], a["to"])) for a in self.s["travel"].values()}
        previous = None
        for i in range(self.r.randint(0, 4)):
            home = previous["from"] if previous and self.chance(0.3) else self.pick(*cities)
            others = [c for c in cities if c != home]
            known = [c for c in others if frozenset((home, c)) in linked]
            a = {"from": home}
            if known and self.chance(0.6):
                self.r.shuffle(known)
                a["to"] = known[:self.r.randint(1, len(known))]
                a["saves"] = self.pick(0.0, self.number(1, 40), self.number(20, 160), self.number(1, 40))
            else:
                a["to"] = [self.pick(*others)]
                a["time"] = self.pick(self.number(1, 9), self.number(3, 120), self.number(3, 120))
            if previous and self.chance(0.35):
                a["opens"] = previous["opens"]
                if "delay" in previous:
                    a["delay"] = previous["delay"]
            else:
                a["opens"] = self.date(-60, self.span + 6)
                if self.chance(0.5):
                    a["delay"] = self.duration(6, 12, 18, 7, 24, 4.4)
            if self.chance(0.5):
                a["employment"] = self.number(0, 0.15)
            if self.chance(0.6):
                a["half_life"] = self.duration(0, 0, 12, 24, 48, 30)
            self.s["rail"][f"rl{i + 1}"] = a
            previous = a

    def profile(self):
        """Every attribute of a sector that has no default on the model page, and some that have."""
        a = {"output_per_job": self.number(200_000, 3_000_000),
             "value_added": self.maybe_schedule(lambda: self.number(0.1, 0.7)),
             "margin": self.maybe_schedule(lambda: self.number(0.01, 0.2), by=self.pick("date", "date", "age")),
             "wage": self.maybe_schedule(lambda: self.number(50_000, 200_000))}
        if self.chance(0.08):
            a["margin"] = -self.number(0.01, 0.1)
        if self.chance(0.8):
            a["jobs_per_area"] = self.number(20, 300, 0) / 1e4
        if self.chance(0.5):
            a["floor_per_job"] = self.number(10, 60)
        a["investment_per_area"] = self.number(500, 9000)
        a["exports"] = self.maybe_schedule(lambda: self.number(0, 0.5), 0.1)
        a["building_share"] = self.number(0.2, 0.8)
        a["growth"] = self.maybe_schedule(lambda: self.number(-0.03, 0.1), 0.3, straight=0)
        a["build"] = self.duration(0, 0, 6, 12, 18, 7, 24)
        a["ramp"] = self.duration(0, 36, 60, 60, 30, 120)
        a["first"] = self.pick(0.0, 0.2, 0.3, self.number(0, 0.85))
        closing = 0.6 if self.crowded else 0.15
        a["hazard"] = self.maybe_schedule(lambda: self.number(0, closing), 0.7, by="age", straight=0.15)
        if self.chance(0.4):
            a["survival_scale"] = self.pick(1.0, self.number(0.5, 2), self.pick(0.0, 0.5))
        a["break_even"] = self.pick(0.0, 0.5, self.number(0, 0.9))
        a["rail_elasticity"] = self.number(0, 0.3)
        a["attraction_elasticity"] = self.number(-0.3, 0.6)
        a["vat"] = self.maybe_schedule(lambda: self.pick(0.13, 0.09, 0.06, self.number(0, 0.2)))
        a["cit"] = self.maybe_schedule(lambda: self.pick(0.25, 0.15))
        a["pit"] = self.number(0, 0.1)
        return a

    def sectors(self):
        self.s["sector"] = {f"sc{i + 1}": self.profile() for i in range(self.r.randint(1, 3))}

    def shares(self, scheduled):
        """Shares of the levels that sum to 1; now and then all three scheduled by the same keys."""
        def split():
            central, province = self.pick((0.5, 0.0), (0.6, 0.0), (0.0, 0.0), (0.25, 0.25), (1.0, 0.0), (0.4, 0.1))
            return central, province, 1 - central - province
        one = split()
        if scheduled and self.chance(0.15):
            other = split()
            key = self.date(0, self.span, "month")
            return {level: {"by": "date", "straight": False, "keys": [(f"{self.origin // 12 - 1}", a), (key, b)]}
                    for level, a, b in zip(("central", "province", "local"), one, other)}
        return {"central": one[0], "province": one[1], "local": one[2]}

    def taxes(self):
        """Several instruments on all bases; a surtax may be levied on a surtax. A tax on `investment`, and what is
        levied on it, has a plain rate: the page does not say when a schedule is read before a firm is open."""
        rows, plain = {}, set()
        for i in range(self.pick(0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9)):
            name = f"tx{i + 1}"
            bases = ["vat", "profit", "payroll", "output", "value_added", "land", "building", "investment"]
            base = "tax:" + self.pick(*rows) if rows and self.chance(0.3) else self.pick(*bases)
            on_investment = base == "investment" or base[4:] in plain
            if on_investment:
                plain.add(name)
            p = 0 if on_investment else 0.25
            sector_rate = {"vat": "sector.vat", "profit": "sector.cit", "payroll": "sector.pit"}.get(base)
            if sector_rate and self.chance(0.6):
                rate = sector_rate
            elif base == "land":
                rate = self.maybe_schedule(lambda: self.number(0.6, 30), p)
            else:
                high = {"profit": 0.3, "vat": 0.2, "payroll": 0.1, "output": 0.01, "value_added": 0.05,
                        "building": 0.012, "investment": 0.03}.get(base, 0.15)
                rate = self.maybe_schedule(lambda: self.number(0, high, 4), p)
            a = {"base": base, "rate": rate, **self.shares(not on_investment)}
            if self.chance(0.35):
                a["county_rate"] = self.number(0.5, 20) if base == "land" else self.number(0, 0.1, 4)
            rows[name] = a
        self.s["tax"] = rows

    def parks(self):
        self.s["park"], self.s["phase"] = {}, {}
        for i in range(self.r.randint(1, 3)):
            name = f"pk{i + 1}"
            a = {"city": self.pick(*self.s["city"])}
            if self.chance(0.5):
                a["urban"] = self.pick("yes", "no", "no")
            phases = self.pick(0, 1, 1, 2, 2, 3, 4)
            a["area"] = self.number(2, 60, 1) * 1e4 if phases else self.number(0.5, 3 if self.crowded else 12, 1) * 1e4
            if self.chance(0.6):
                a["reference_jobs"] = float(self.r.randint(5, 600))
            self.s["park"][name] = a
            for _ in range(phases):
                self.phase(name)

    def phase(self, park):
        start = self.date(-48, -6 if self.crowded and self.chance(0.6) else self.span)
        a = {"park": park}
        if self.chance(0.9):
            a["area"] = self.number(0.3, 2.5 if self.crowded else 9, 2) * 1e4
        if self.chance(0.7):
            a["floor"] = self.number(500, 60_000)
        a["investment"] = self.number(1e6, 5e8, self.pick(0, 0, 2))
        if self.chance(0.6):
            a["public"] = self.pick(0.0, 1.0, 0.5, self.number(0, 1))
        a["start"] = start
        a["complete"] = self.later(start, 2, self.pick(6, 18, 36))
        if self.chance(0.4):
            a["delay"] = self.duration(6, 12, 3, 9.6, 18)
        if self.chance(0.4):
            a["overrun"] = self.number(0, 0.8)
        if self.chance(0.4):
            a["profile"] = self.pick("linear", "s-curve")
        self.s["phase"][f"ph{len(self.s['phase']) + 1}"] = a

    def size(self, rule):
        """Size attributes after one of the rules of section 4."""
        jobs = float(self.r.randint(5, 400))
        land = self.number(0.05, 3, 2) * 1e4
        output = self.number(5e6, 4e8)
        a = {"jobs": {"jobs": jobs}, "output": {"output": output},
             "local_tax": {"local_tax": self.number(5e5, 2e7)}, "total_tax": {"total_tax": self.number(1e6, 4e7)},
             "jobs+local_tax": {"jobs": jobs, "local_tax": self.number(5e5, 2e7)},
             "jobs+total_tax": {"jobs": jobs, "total_tax": self.number(1e6, 4e7)},
             "jobs+output": {"jobs": jobs, "output": output}, "land": {"land": land}}[rule]
        if rule != "land" and self.chance(0.25):
            a["land"] = self.pick(0.0, land, land)
        if self.chance(0.15):
            a["floor"] = self.pick(0.0, self.number(100, 9000))
        if self.chance(0.25):
            a["investment"] = self.number(1e6, 2e8)
        return a

    def overrides(self):
        """Now and then a firm differs from its sector."""
        a = {}
        if self.chance(0.35):
            fresh = self.profile()
            for key in self.r.sample(sorted(fresh), self.r.randint(1, 3)):
                if key not in ("jobs_per_area", "investment_per_area", "output_per_job", "building_share"):
                    a[key] = fresh[key]
        return a

    def home(self):
        park = self.pick(*self.s["park"])
        phases = [p for p, a in self.s["phase"].items() if a["park"] == park]
        a = {"park": park}
        if phases and self.chance(0.25):
            a["phase"] = self.pick(*phases)
        a["sector"] = self.pick(*self.s["sector"])
        return a

    def settled(self, kind, name, head, smaller):
        """A firm or cohort with a size that can be derived; plain jobs where the drawn pledge or rule cannot be."""
        rules = ("jobs", "jobs", "output", "local_tax", "total_tax", "jobs+local_tax", "jobs+total_tax", "jobs+output", "land")
        size = self.size(self.pick(*rules))
        for key in ("jobs", "output", "local_tax", "total_tax", "land", "floor", "investment"):
            if key in size and smaller != 1:
                size[key] = round(size[key] / smaller, 2)
        extra = self.overrides()
        a = {**head, **size, **extra}
        if "output" in a:
            self.pledge_beside(a)
        try:
            e = Establishment(kind, name, a, self.judge)
            if e.size.jobs > 20_000 or e.size.output > 1e11:
                raise Refused("out of proportion")
        except Refused:
            a = {**head, "jobs": float(self.r.randint(5, 200)), **extra}
        return a

    def pledge_beside(self, a):
        """Now and then a pledge beside the output: 0.5 to 1.5 times the tax that would be due. Of a chance of its own,
        so that the rest of a seed stays as it was."""
        r = random.Random(f"pledge {a['output']}")
        if r.random() < 0.5:
            return
        local = r.random() < 0.5
        try:
            e = Establishment("firm", "", {"arrives": a.get("from"), **a}, self.judge)
        except Refused:
            return
        due = levied(a, e.profile, self.judge.taxes, e.urban, e.intended, local, 1.0)
        free = levied(a, e.profile, self.judge.taxes, e.urban, e.intended, local, 0.0)
        if due - free > 1:
            a["local_tax" if local else "total_tax"] = round(free + (due - free) * r.uniform(0.5, 1.5), 2)

    def firms(self):
        self.judge = Oracle({**self.s, "firm": {}, "cohort": {}}, ())
        self.s["firm"] = {}
        for i in range(self.r.randint(4, 12) if self.crowded else self.r.randint(0, 7)):
            head = {**self.home(), "arrives": self.date(-72, self.span) if self.chance(0.4) else self.date(0, self.span)}
            name = f"fm{i + 1}"
            self.s["firm"][name] = self.settled("firm", name, head, 1)

    def cohorts(self):
        self.s["cohort"] = {}
        for i in range(self.pick(0, 1, 1, 2, 2, 3, 4)):
            head = self.home()
            shape = self.pick("long", "long", "past", "short")
            if shape == "short":                     # half a step long, somewhere in the span
                half = max(1, STEP_MONTHS[self.step] // 2)
                begin = self.r.randrange(0, self.span - half + 1)
                year, m = divmod(self.origin + begin, 12)
                if half == 1 and self.step == "month":
                    head["from"] = f"{year}-{m + 1:02d}-{self.r.randint(1, 14):02d}"
                    head["until"] = f"{year}-{m + 1:02d}-{self.r.randint(15, 28):02d}"
                else:
                    head["from"] = f"{year}-{m + 1:02d}"
                    year, m = divmod(self.origin + begin + half - 1, 12)
                    head["until"] = f"{year}-{m + 1:02d}"
            else:
                head["from"] = self.date(-36, 0) if shape == "past" else self.date(0, self.span)
                head["until"] = self.later(head["from"], 1, 72, 0.5)
            head["firms"] = float(self.r.randint(1, 60))
            if self.chance(0.6):
                head["pattern"] = self.pick("even", "bass", "bass")
                if head["pattern"] == "bass" and self.chance(0.5):
                    head["p"], head["q"] = self.number(0.01, 0.06), self.number(0.2, 0.6)
            name = f"co{i + 1}"
            self.s["cohort"][name] = self.settled("cohort", name, head, 10)

    def boosts(self):
        self.s["boost"] = {}
        for i in range(self.r.randint(0, 4)):
            a = {"park": self.pick(*self.s["park"]), "from": self.date(-36, self.span)}
            if self.chance(0.5):
                a["sectors"] = self.r.sample(sorted(self.s["sector"]), self.r.randint(1, len(self.s["sector"])))
            if self.chance(0.5):
                a["until"] = self.later(a["from"], 3, 48)
            if self.chance(0.6):
                a["half_life"] = self.duration(0, 6, 12, 36)
            if self.chance(0.7):
                a["productivity"] = self.maybe_schedule(lambda: self.number(-0.2, 0.3), 0.2)
            if "productivity" not in a or self.chance(0.6):
                a["attraction"] = self.maybe_schedule(lambda: self.number(-0.4, 0.8), 0.2)
            self.s["boost"][f"bo{i + 1}"] = a


    # ---- what parks ask, give and share; drawn last, so that the rest of a seed stays as it was

    def beyond(self):
        """Energy, emissions and jobs beyond the gate of every sector, and now and then of a firm of its own."""
        def numbers():
            return {"energy": self.maybe_schedule(lambda: self.number(0, 2e-4, 7)), "emissions": self.number(1, 3),
                    "indirect": self.maybe_schedule(lambda: self.number(0, 1), 0.1, by=self.pick("date", "age")),
                    "induced": self.number(-0.1, 0.8)}
        for a in self.s["sector"].values():
            a.update(numbers())
        for kind in ("firm", "cohort"):
            for a in self.s[kind].values():
                if self.chance(0.15):
                    fresh = numbers()
                    a.update({key: fresh[key] for key in self.r.sample(sorted(fresh), self.r.randint(1, 2))})
        for name in ("leakage", "displacement", "substitution", "deadweight"):
            if self.chance(0.2):
                self.s["model"][name] = self.maybe_schedule(lambda: self.number(0, 0.7))
        if self.chance(0.2):
            self.s["model"]["multiplier"] = self.number(0.8, 2)

    def prices(self):
        for a in self.s["park"].values():
            if self.chance(0.5):
                a["land_price"] = self.maybe_schedule(lambda: self.number(50, 900), 0.3)
            if self.chance(0.5):
                a["opex"] = self.maybe_schedule(lambda: self.number(0, 0.1), 0.2)

    def some_sectors(self, p):
        if not self.chance(p):
            return {}
        return {"sectors": self.r.sample(sorted(self.s["sector"]), self.r.randint(1, len(self.s["sector"])))}

    def screens(self):
        self.s["screen"] = {}
        for i in range(self.pick(0, 0, 1, 1, 2)):
            a = {"park": self.pick(*self.s["park"]), **self.some_sectors(0.3)}
            limits = {"max_energy": lambda: self.number(5e-5, 2e-4, 7), "min_tax": lambda: self.number(0, 1500),
                      "min_investment": lambda: self.number(500, 8000), "max_emissions": lambda: self.number(10, 20_000)}
            wanted = self.r.sample(sorted(limits), self.pick(1, 1, 2))
            for key in wanted:
                a[key] = self.maybe_schedule(limits[key], 0.3)
            self.s["screen"][f"gate{i + 1}"] = a

    def linking(self):
        self.s["link"] = {}
        parks = list(self.s["park"])
        for i in range(self.pick(0, 1, 1, 2) if len(parks) > 1 else 0):
            a = {"between": self.r.sample(parks, 2), "complementarity": self.number(0, 1)}
            if self.chance(0.8):
                a["from"] = self.date(-24, self.span)
            if self.chance(0.6):
                a["half_life"] = self.duration(0, 6, 12, 36)
            if self.chance(0.8):
                a["attraction"] = self.maybe_schedule(lambda: self.number(-0.5, 1))
            if self.chance(0.8):
                a["multiplier"] = self.maybe_schedule(lambda: self.number(-0.3, 1))
            self.s["link"][f"chain{i + 1}"] = a

    def enclaves(self):
        self.s["enclave"] = {}
        if len(self.s["city"]) < 2:
            return
        for park in self.s["park"]:
            if not self.chance(0.45):
                continue
            host, home = self.r.sample(list(self.s["city"]), 2)
            others = [c for c in self.s["city"] if c not in (host, home)]
            a = {"park": park, "host": host, "home": home,
                 "share": self.maybe_schedule(lambda: self.pick(1.0, 0.5, self.number(0, 1)), 0.3)}
            if self.chance(0.4):
                a["honour"] = self.maybe_schedule(lambda: self.number(0, 1), 0.2)
            if others and self.chance(0.2):         # a third city has a part too: together not more than all
                a["share"], a["honour"] = self.number(0, 0.6), 1.0
                self.s["enclave"][f"third-{park}"] = {"park": park, "host": host, "home": others[0],
                                                      "share": self.number(0, 0.4)}
            self.s["enclave"][f"outpost-{park}"] = a

    def incentives(self):
        self.s["incentive"] = {}
        kinds = ("holiday", "rebate", "rebate", "capex") if self.s["tax"] else ("rebate", "capex")
        for i in range(self.r.randint(0, 5)):
            kind = self.pick(*kinds)
            a = {"park": self.pick(*self.s["park"]), **self.some_sectors(0.3), "type": kind}
            if kind == "capex":
                a["share"] = self.maybe_schedule(lambda: self.number(0, 0.6), 0.3)
            else:
                a["schedule"] = self.maybe_schedule(lambda: self.pick(0.0, 1.0, 0.5, self.number(0, 1)), 0.8, by="age")
                if kind == "holiday" or (self.s["tax"] and self.chance(0.3)):
                    a["tax"] = self.pick(*self.s["tax"])
            if kind == "rebate" and self.chance(0.5):
                a["agreements_until"] = self.date(-24, self.span)
            self.s["incentive"][f"gift{i + 1}"] = a

    def spendings(self):
        """Some phases say what they spend a year, by date, instead of a budget and its profile."""
        for a in self.s["phase"].values():
            if not self.chance(0.3):
                continue
            a.pop("investment"), a.pop("profile", None)
            a["spending"] = self.maybe_schedule(lambda: self.pick(0.0, self.number(1e5, 3e8), self.number(1e5, 3e8, 2)), 0.8)

    def fiscal(self):
        """Some scenarios have years that begin in another month. Yearly steps begin there too, so that such a scenario is moved on
        by some months, if it stays legal."""
        if not self.chance(0.35):
            return
        head, length = self.s["scenario"], STEP_MONTHS[self.step]
        if self.step != "year":
            head["fiscal"] = self.origin % length + 1 + length * self.r.randrange(12 // length)
            return
        self.moved_on(self.r.randint(2, 12) - 1)

    def moved_on(self, months):
        """The same scenario some months later, its years beginning in the month in which it begins, if it stays legal."""
        first, last = self.origin + months, self.origin + self.span + months - 1
        moved = {**self.s["scenario"], "start": f"{first // 12}-{first % 12 + 1:02d}", "end": f"{last // 12}-{last % 12 + 1:02d}", "fiscal": first % 12 + 1}
        try:
            Oracle({**self.s, "scenario": moved}, ())
        except Refused:
            return
        self.s["scenario"], self.origin = moved, first

    # ---- newer rules of the contract, each drawn of a stream of its own

    def add(self, feature):
        self.r = random.Random(f"{feature}-{self.seed}")
        getattr(self, "with_" + feature.replace("-", "_"))()

    def with_counts(self):
        """What the ages of incentives count; and some more of the usual kind, full for three years and half for two. Steps may lie in
        two calendar years."""
        if self.chance(0.25):
            self.moved_on(self.r.randint(1, 11))
        if not any(a["base"] == "profit" for a in self.s["tax"].values()) and self.chance(0.5):
            self.s["tax"]["cit"] = {"base": "profit", "rate": 0.25, "central": 0.6, "province": 0.0, "local": 0.4}
        if any(a["base"] == "profit" for a in self.s["tax"].values()) and self.chance(0.35):
            self.s["tax"]["levy"] = {"base": "profit", "rate": self.number(0.02, 0.1, 3), **self.shares(False)}
        counts = ["years", "years", "age"] + ["profit"] * 3 * any(a["base"] == "profit" for a in self.s["tax"].values())
        for i in range(self.pick(0, 1, 1, 2)):
            a = {"park": self.pick(*self.s["park"]), **self.some_sectors(0.2), "type": "rebate",
                 "schedule": {"by": "age", "straight": self.chance(0.1), "keys": self.pick(
                     [(0.0, 1.0), (36.0, 0.5), (60.0, 0.0)], [(0.0, 0.8), (24.0, 0.4), (36.0, 0.0)], [(0.0, 0.0), (12.0, 0.7)])}}
            if self.s["tax"] and self.chance(0.6):
                a["tax"] = self.pick(*self.s["tax"], *[t for t, b in self.s["tax"].items() if b["base"] == "profit"] * 3)
                a["type"] = self.pick("holiday", "holiday", "rebate")
            self.s["incentive"][f"years{i + 1}"] = a
        for a in self.s["incentive"].values():
            if a["type"] != "capex" and self.chance(0.75):
                a["counts"] = self.pick(*counts)

    def with_pledge_year(self):
        """Firms that promise something for a year some way off, and cohorts whose promise is of their first firms."""
        parks = [p for p, a in self.s["park"].items() if self.chance(0.6)]
        for i, park in enumerate(parks):
            head = {"park": park, "sector": self.pick(*self.s["sector"]), "arrives": self.date(self.span // 3, self.span)}
            size = self.size(self.pick("output", "local_tax", "total_tax", "jobs+local_tax", "jobs+output"))
            extra = {"growth": self.maybe_schedule(lambda: self.number(-0.05, 0.12), 0.4, straight=0), "land": 0.0, "floor": 0.0}
            self.s["firm"][f"late{i + 1}"] = {**head, **size, **extra}

    def with_losses(self):
        """Margins on both sides of zero, slow ramps under a high break-even, research, purchases of which less is creditable."""
        taxes = self.s["tax"]
        if not any(a["base"] == "profit" for a in taxes.values()) and self.chance(0.7):
            taxes["cit"] = {"base": "profit", "rate": 0.25, "central": 0.6, "province": 0.0, "local": 0.4}
        for a in taxes.values():
            if a["base"] == "profit" and self.chance(0.85):
                if self.chance(0.85):
                    a["carry_losses"] = self.duration(0, 12, 24, 36, 60, 60, 60, 120, 18, 7)
                if self.chance(0.7):
                    a["research_deduction"] = self.maybe_schedule(lambda: self.pick(1.0, 0.75, self.number(0, 1)), 0.3)
        for a in self.s["sector"].values():
            self.losing(a)
        for kind in ("firm", "cohort"):
            for a in self.s[kind].values():
                if self.chance(0.2):
                    fresh = {}
                    self.losing(fresh)
                    a.update({key: fresh[key] for key in self.r.sample(sorted(fresh), min(2, len(fresh)))})

    def losing(self, a):
        if self.chance(0.5):
            a.update({"break_even": self.pick(0.5, 0.3, self.number(0, 0.9)), "ramp": self.duration(36, 60, 120), "first": self.pick(0.0, 0.1)})
        if self.chance(0.4):
            a["margin"] = self.maybe_schedule(lambda: self.number(-0.1, 0.2), 0.9, by=self.pick("date", "date", "age"))
        if self.chance(0.15 if self.step == "year" else 0.35):       # good and bad parts of a year
            year, month = divmod(self.origin + self.r.randint(0, 6), 12)
            keys, sign = [], self.pick(1, -1)
            for i in range(self.r.randint(4, 9)):
                keys.append((f"{year + (month + 3 * i) // 12}-{(month + 3 * i) % 12 + 1:02d}", sign * (-1) ** i * self.number(0.02, 0.15)))
            a["margin"] = {"by": "date", "straight": False, "keys": keys + [(f"{year + 3}", 0.1)]}
        if self.chance(0.6):
            a["research"] = self.maybe_schedule(lambda: self.number(0, 0.08), 0.2)
        if self.chance(0.6):
            a["creditable"] = self.maybe_schedule(lambda: self.pick(0.9, 0.0, 1.0, self.number(0, 1)), 0.2)
        if self.chance(0.07):                       # nobody is left after some time: survival underflows to nothing
            a["hazard"] = {"by": "age", "straight": False, "keys": [(0.0, 0.1), (self.pick(12.0, 18.0, 30.0), 100.0)]}
            a["survival_scale"] = 20.0

    def with_credits(self):
        """Input tax on equipment and buildings, at rates that change, refunded or not, by the tax's shares or by its own."""
        taxes = self.s["tax"]
        if not any(a["base"] == "vat" for a in taxes.values()) and self.chance(0.7):
            taxes["vat"] = {"base": "vat", "rate": self.pick(0.13, "sector.vat"), "central": 0.5, "province": 0.0, "local": 0.5}
            taxes["onvat"] = {"base": "tax:vat", "rate": 0.12, "county_rate": 0.1, "central": 0.0, "province": 0.0, "local": 1.0}
        for a in taxes.values():
            if a["base"] != "vat" or not self.chance(0.85):
                continue
            if "county_rate" not in a and self.chance(0.15):
                a["county_rate"] = self.number(0.01, 0.1, 4)
            if self.chance(0.9):
                a["input_equipment"] = self.maybe_schedule(lambda: self.pick(0.13, 0.17, self.number(0, 0.2)), 0.3)
            if self.chance(0.8) or "input_equipment" not in a:
                a["input_buildings"] = self.maybe_schedule(lambda: self.pick(0.09, 0.11, 0.0), 0.3)
            if self.chance(0.6):
                a["refund"] = self.maybe_schedule(lambda: self.pick(0.0, 0.6, 1.0, self.number(0, 1)), 0.3)
                if self.chance(0.5):
                    a["refund_local"] = self.pick(0.5, 0.0, 1.0, 0.15, self.number(0, 1))
        for a in self.s["sector"].values():
            if self.chance(0.25):
                a["building_share"] = self.maybe_schedule(lambda: self.number(0.1, 0.9), 1)
        for a in self.s["firm"].values():           # some are at work on their buildings as the scenario starts
            if self.months_of(a["arrives"])[0] < 0 and self.chance(0.5):
                begun = self.pick(6, 12, 12, 24)
                a["arrives"] = self.date(-begun, 1 - begun, "month")
                a["build"] = self.duration(12, 24, 18, begun, begun, begun)

    def with_job_growth(self):
        for rows in (self.s["sector"], self.s["firm"], self.s["cohort"]):
            for a in rows.values():
                if self.chance(0.6 if rows is self.s["sector"] else 0.2):
                    a["job_growth"] = self.maybe_schedule(lambda: self.number(-0.06, 0.08), 0.25, straight=0)

    def with_replace(self):
        """Cohorts that are kept up: closures come back a year later, also after the cohort's last year."""
        for a in self.s["cohort"].values():
            if self.chance(0.7):
                a["replace"] = self.pick(1.0, 1.0, 0.5, self.number(0, 1))
            if self.chance(0.3):
                a["hazard"] = self.maybe_schedule(lambda: self.number(0, 0.8), 0.6, by="age")

    def with_relocation(self):
        for kind in ("firm", "cohort"):
            for a in self.s[kind].values():
                if self.chance(0.5):
                    a["origin"] = self.pick(*self.s["city"])
                    if self.chance(0.6):
                        a["moved"] = self.maybe_schedule(lambda: self.pick(1.0, 0.5, self.number(0, 1)), 0.2)

    def with_handover(self):
        if self.chance(0.25) and "fiscal" not in self.s["scenario"]:
            self.moved_on(self.r.randint(1, 11))
        for a in self.s["city"].values():
            if self.chance(0.7):
                a["handover"] = self.pick(1.0, 0.2, 0.5, self.number(0, 1))
                if self.chance(0.7):
                    a["handover_base"] = self.pick(0.0, self.number(1e5, 2e6), self.number(1e5, 2e7), self.number(1e6, 2e8))
        for a in self.s["tax"].values():            # some fall away within a year
            if a["base"] in ("output", "profit", "payroll", "value_added") and self.chance(0.5):
                first = self.origin // 12
                a["rate"] = {"by": "date", "straight": False, "keys": [(f"{first}", self.number(0, 0.1, 4)), (f"{first + self.pick(0, 1, 2)}-{self.pick('04', '07', '10')}", 0.0)]}

    def with_additional(self):
        """Nothing to draw: the shares are there already."""

    def with_set_aside(self):
        """Parks that sell their land, and may keep only a part of what it brings."""
        for a in self.s["park"].values():
            if "land_price" not in a and self.chance(0.4):
                a["land_price"] = self.maybe_schedule(lambda: self.number(50, 900), 0.3)
            if self.chance(0.75):
                a["land_set_aside"] = self.maybe_schedule(lambda: self.pick(0.0, 1.0, 0.1, self.number(0, 1)), 0.4)

    def deals(self):
        """The enclaves; parks that are none become one now and then, without a share or with one."""
        for park in self.s["park"] if len(self.s["city"]) > 1 else ():
            if not any(a["park"] == park for a in self.s["enclave"].values()) and self.chance(0.6):
                host, home = self.r.sample(list(self.s["city"]), 2)
                a = self.s["enclave"][f"deal-{park}"] = {"park": park, "host": host, "home": home}
                if self.chance(0.4):
                    a["share"] = self.maybe_schedule(lambda: self.number(0, 1), 0.3)
                if self.chance(0.3):
                    a["honour"] = self.maybe_schedule(lambda: self.number(0, 1), 0.4)
        return list(self.s["enclave"].values())

    def with_contribution(self):
        """Sums from far below to above what the park's phases cost, some of them for parks that cost the public nothing."""
        for a in self.deals():
            if self.chance(0.75) or "share" not in a:
                a["contribution"] = self.pick(self.number(1e4, 1e7), self.number(1e6, 3e8), self.number(1e6, 3e8, 2), self.number(1e8, 2e9))

    def with_net(self):
        """Shares of what rebates leave; most of such parks get a rebate more, on one tax or on all."""
        for a in self.deals():
            if "share" not in a and ("contribution" not in a or self.chance(0.5)):
                a["share"] = self.number(0.2, 1)
            if self.chance(0.75):
                a["net"] = self.pick("yes", "yes", "yes", "no")
            if self.chance(0.6):
                gift = {"park": a["park"], **self.some_sectors(0.2), "type": "rebate",
                        "schedule": self.maybe_schedule(lambda: self.pick(1.0, 0.5, self.number(0, 1)), 0.7, by="age")}
                if self.s["tax"] and self.chance(0.5):
                    gift["tax"] = self.pick(*self.s["tax"])
                if self.chance(0.3):
                    gift["agreements_until"] = self.date(-24, self.span)
                self.s["incentive"][f"netted{len(self.s['incentive']) + 1}"] = gift

    def with_fixed(self):
        for a in self.deals():
            if self.chance(0.8) or not a.keys() & {"share", "contribution"}:
                a["fixed"] = self.maybe_schedule(lambda: self.pick(0.0, self.number(1e4, 1e7), self.number(1e5, 5e7, 2)), 0.5, straight=0.35)
                if "honour" not in a and self.chance(0.3):
                    a["honour"] = self.maybe_schedule(lambda: self.number(0, 1), 0.6, straight=0.4)

    def with_appraise_additional(self):
        """More scenarios in which not everything is additional, by dates too."""
        for name in ("leakage", "displacement", "substitution", "deadweight"):
            if name not in self.s["model"] and self.chance(0.3):
                self.s["model"][name] = self.maybe_schedule(lambda: self.pick(0.5, 0.25, self.number(0, 1)), 0.4, straight=0.35)

    def mended(self, features):
        """Firms whose pledge no longer fits, or comes out of all proportion, have plain jobs instead; once moved on in time, a
        scenario may also begin where a line or phase of it cannot."""
        judge = Oracle({**self.s, "firm": {}, "cohort": {}}, features)
        for kind in ("firm", "cohort"):
            for name, a in self.s[kind].items():
                try:
                    e = Establishment(kind, name, a, judge)
                    if e.size.jobs > 20_000 or e.size.output > 1e11:
                        raise Refused("out of proportion")
                except Refused:
                    jobs = float(random.Random(f"mended-{self.seed}-{name}").randint(5, 200))
                    self.s[kind][name] = {**{k: v for k, v in a.items() if k not in SIZE_ATTRIBUTES}, "jobs": jobs}


def generate(seed, features=PROGRAM_HAS):
    """The scenario dict of a seed, with what the features add."""
    maker = Maker(seed)
    for part in (maker.scenario, maker.model, maker.cities, maker.rails, maker.sectors, maker.taxes, maker.parks,
                 maker.boosts, maker.firms, maker.cohorts, maker.beyond, maker.prices, maker.screens, maker.linking,
                 maker.enclaves, maker.incentives, maker.spendings, maker.fiscal):
        part()
    for feature in ALL:
        if feature in features:
            maker.add(feature)
    if features:
        maker.mended(features)
    return {kind: rows for kind, rows in maker.s.items() if rows or kind == "scenario"}


if __name__ == "__main__":
    import sys
    from features import named
    from oracle import to_script
    words = sys.argv[1:]                            # SEED [--with FEATURES]
    wanted = named(words[words.index("--with") + 1]) if "--with" in words else PROGRAM_HAS
    print(to_script(generate(int(words[0]) if words else 1, wanted)), end="")
