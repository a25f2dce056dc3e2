"""Section 10: what flows of money are worth. Plain sums over one flow a step, cash in the middle of the step, valued at the scenario's
start; times in years."""

import math


def present_value(flows, rate, middles):
    """NPV = sum of CF_n (1 + r)^(-tm_n)."""
    return sum(flow * (1 + rate) ** -t for flow, t in zip(flows, middles))


def turning_rates(flows, middles, low=-0.99, high=1000.0, parts=4000):
    """Between which rates the present value changes sign: [(rate, rate), ...], looked for on a grid that is even in ln(1 + r)."""
    rates = [(1 + low) * ((1 + high) / (1 + low)) ** (i / parts) - 1 for i in range(parts + 1)]
    signs = [(rate, present_value(flows, rate, middles)) for rate in rates]
    return [(a, b) for (a, x), (b, y) in zip(signs, signs[1:]) if (x < 0) != (y < 0)]


def payback(flows, delta):
    """Years from the start until the flows to date stay above zero, interpolated in the step; None if they end below, or were never below
    (then there is nothing to pay back)."""
    to_date, years = 0.0, None
    for n, flow in enumerate(flows):
        if to_date < 0 <= to_date + flow:
            years = (n - to_date / flow) * delta
        to_date += flow
    return years if to_date >= 0 else None


# The lines of section 10: sign, metric; benefits before costs.
BENEFITS = {"local tax": (1, "tax.local"), "land income": (1, "land_income"), "rebates": (-1, "rebates"), "refunds": (-1, "refunds.local"),
            "passed on": (1, "transfers"), "lost to parks": (-1, "displaced"), "handed over": (-1, "handover")}
COSTS = {"set aside": (-1, "set_aside"), "public investment": (-1, "investment.public"), "running costs": (-1, "opex"),
         "contributions": (1, "contributions"), "grants": (-1, "grants")}
LINES = {**BENEFITS, **COSTS}


JUDGED = ("local tax", "land income")         # of which a part is not additional


def lost(oracle, city=""):
    """Section 10: {line: [(fen, unsure fen) of each step]} of what is not additional: of the fen that tax and land income of a step
    together lose, rounded once, tax bears its own, rounded, and land income the rest."""
    tax, land = [], []
    for n in range(oracle.clock.steps):
        paid, sold = (amount(oracle, line, city, n)[0] for line in JUDGED)
        both, tie = oracle.not_additional(n, paid + sold)
        own, own_tie = oracle.not_additional(n, paid)
        tax.append((own, own_tie))
        land.append((both - own, tie + own_tie))
    return dict(zip(JUDGED, (tax, land)))


def lost_beside(oracle):
    """{city: what it loses} where all stand side by side: what the whole loses on a line, divided by largest remainders (note 101)."""
    cities, whole = list(oracle.s["city"]), lost(oracle)
    result = {city: {line: [] for line in JUDGED} for city in cities}
    for line in JUDGED:
        for n, (fen, unsure) in enumerate(whole[line]):
            exact = [(1 - oracle.additionality(n)) * amount(oracle, line, city, n)[0] for city in cities]
            parts, tie = divided(exact, fen)
            for city, part, x in zip(cities, parts, exact):
                result[city][line].append((part, (tie + unsure) if x else 0))
    return result


def divided(exact, total):
    """(whole numbers near these that add up to the total, 1 where noise could turn them): largest remainders."""
    parts = [math.floor(x) for x in exact]
    order = sorted((i for i, x in enumerate(exact) if x), key=lambda i: parts[i] - exact[i])
    rest = total - sum(parts)
    for i in order[:max(0, rest)]:
        parts[i] += 1
    left = [exact[i] - math.floor(exact[i]) for i in order]
    noise = 1e-4 + 1e-12 * sum(map(abs, exact))
    close = 0 < rest < len(order) and left[rest - 1] - left[rest] < noise
    return parts, int(close or not 0 <= rest <= len(order) or any(x < noise or x > 1 - noise for x in left))


def amount(oracle, line, city, n):
    """(fen, slack) of a line in a step, above zero where the metric is."""
    return oracle.fen(LINES[line][1], "jurisdiction" if city else "", city, n, n)


class Appraisal:
    """Flows of one jurisdiction ("" for all) in a run of the oracle, line by line, less what is `lost` of them."""

    def __init__(self, oracle, city, rate=0.08, lost={}):
        kind = "jurisdiction" if city else ""
        clock = oracle.clock
        steps = range(clock.steps)
        self.middles = [clock.middle_of(n) / 12 for n in steps]
        self.rate, self.delta = rate, clock.delta
        cells = {line: [amount(oracle, line, city, n) for n in steps] for line in LINES}
        for line, rows in lost.items():
            cells[line] = [(fen - off, slack + unsure) for (fen, slack), (off, unsure) in zip(cells[line], rows)]
        self.unsure = [sum(rows[n][1] for rows in cells.values()) / 100 for n in steps]    # yuan
        self.lines = {line: [sign * c[0] / 100 for c in cells[line]] for line, (sign, _) in LINES.items()}
        self.slacks = {line: sum(c[1] for c in cells[line]) / 100 for line in LINES}
        self.flows = [sum(LINES[line][0] * cells[line][n][0] for line in LINES) / 100 for n in steps]
        self.slack = sum(self.slacks.values())
        self.jobs = oracle.value("jobs", kind, city, clock.steps - 1, clock.steps - 1)[0]
        self.sunk = oracle.sunk(city)

    def discounted(self):
        return [flow * (1 + self.rate) ** -t for flow, t in zip(self.flows, self.middles)]

    def worth(self, *lines):
        """The present value of some lines."""
        return sum(present_value(self.lines[line], self.rate, self.middles) for line in lines)

    def close(self, text, right, lines):
        """None where an amount is the sum of these lines, within rounding noise."""
        sizes = sum(abs(x) for line in lines for x in self.lines[line])
        allowed = 1e-11 * sizes + sum(self.slacks[line] for line in lines) + 0.1
        return None if text != "" and abs(float(text) - right) <= allowed else f"program {text or 'undefined'}, oracle {right:.2f}"

    def quotient(self, text, above, below, noise):
        """None where the text is above / below, both amounts within the noise; no quotient where nothing is below."""
        if 0 < abs(below) <= noise:
            return None
        if text == "" or below <= 0:
            return None if text == "" and below <= 0 else f"program {text or 'undefined'}, oracle {above!r} / {below!r}"
        return None if abs(float(text) * below - above) <= noise * (1 + abs(float(text))) else f"program {text}, oracle {above / below!r}"

    def complaint(self, figure, text):
        """What is wrong with a figure of the program's (None if nothing); rates are judged by what they make of the flows."""
        sizes = sum(abs(flow) for flow in self.flows)
        if figure in LINES:
            return self.close(text, self.worth(figure), [figure])
        if figure in ("benefits", "costs"):
            lines = BENEFITS if figure == "benefits" else COSTS
            return self.close(text, self.worth(*lines), lines)
        noise = 1e-11 * sum(abs(x) for line in LINES for x in self.lines[line]) + self.slack + 0.01
        if figure == "benefit–cost ratio":
            return self.quotient(text, self.worth(*BENEFITS), -self.worth(*COSTS), noise)
        if figure == "jobs":
            return None if abs(float(text) - self.jobs) <= 1e-9 * (1 + self.jobs) else f"program {text}, oracle {self.jobs!r}"
        if figure == "cost of a job":
            costs = -self.worth(*COSTS)
            if self.jobs == 0 or costs <= 0:
                return None if text == "" or self.jobs != 0 and 0 < -costs <= noise else f"program {text}, oracle undefined"
            if costs <= noise:
                return None
            right = costs / self.jobs
            allowed = noise / self.jobs + 1e-9 * abs(right) + 0.0051
            return None if text != "" and abs(float(text) - right) <= allowed else f"program {text or 'undefined'}, oracle {right!r}"
        if figure == "sunk":
            return None if abs(round(float(text) * 100) - self.sunk[0]) <= self.sunk[1] else f"program {text}, oracle {self.sunk[0] / 100:.2f}"
        if figure in ("net flow", "net present value"):
            right = sum(self.flows if figure == "net flow" else self.discounted())
            return None if abs(float(text) - right) <= 1e-11 * sizes + self.slack + 0.1 else f"program {text}, oracle {right:.2f}"
        if figure in ("payback", "discounted payback"):
            right = payback(self.flows if figure == "payback" else self.discounted(), self.delta)
            if text == "" or right is None:
                return None if text == "" and right is None else f"program {text or 'never'}, oracle {right}"
            return None if abs(float(text) - right) <= 1e-6 * (1 + right) else f"program {text}, oracle {right!r}"
        if figure == "internal rate of return":
            turns = turning_rates(self.flows, self.middles)
            if text in ("none", "several"):
                return None if (len(turns) > 1) == (text == "several") and (not turns) == (text == "none") else f"program {text}, oracle between {turns}"
            rate = float(text)
            weight = sum(abs(flow) * (1 + rate) ** -t for flow, t in zip(self.flows, self.middles))
            weight += 1e9 * sum(off * (1 + rate) ** -t for off, t in zip(self.unsure, self.middles))
            if len(turns) == 1 and abs(present_value(self.flows, rate, self.middles)) <= 1e-9 * weight:
                return None
            return f"program {text}, oracle between {turns}"
        return None
