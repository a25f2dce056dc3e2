"""Section 10: what flows of money are worth. Plain sums over one flow a step, cash in the middle of the step, valued at the scenario's
start; times in years."""


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


class Appraisal:
    """Net local flows of one jurisdiction ("" for all) in a run of the oracle."""

    def __init__(self, oracle, city, rate=0.08):
        kind = "jurisdiction" if city else ""
        clock = oracle.clock
        cells = [oracle.fen("net_local", kind, city, n, n) for n in range(clock.steps)]
        self.flows, self.slack = [c[0] / 100 for c in cells], sum(c[1] for c in cells) / 100
        self.middles = [clock.middle_of(n) / 12 for n in range(clock.steps)]
        self.rate, self.delta = rate, clock.delta

    def discounted(self):
        return [flow * (1 + self.rate) ** -t for flow, t in zip(self.flows, self.middles)]

    def complaint(self, figure, text):
        """What is wrong with a figure of the program's (None if nothing); rates are judged by what they make of the flows."""
        sizes = sum(abs(flow) for flow in self.flows)
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
            if len(turns) == 1 and abs(present_value(self.flows, rate, self.middles)) <= 1e-9 * weight:
                return None
            return f"program {text}, oracle between {turns}"
        return None
