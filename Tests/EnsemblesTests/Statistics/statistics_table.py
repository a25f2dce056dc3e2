"""Writes Statistics.txt: columns of numbers and what numpy and exact fractions say of them.

A block is `column NAME`, the values in one line, the mean, the standard deviation (ddof=1; `-` where
there is none), and the quantiles at the probabilities of the first line. Quantiles are numpy's
(method "linear"), or, where numpy's
own arithmetic overflows, the same rule in fractions; mean and standard deviation are worked out in fractions and rounded once.

    python3 Tests/EnsemblesTests/Statistics/statistics_table.py > Tests/EnsemblesTests/Statistics/Statistics.txt
"""

from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np

getcontext().prec = 60
PROBABILITIES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 1]

random = np.random.default_rng(20261127)
columns = {
    "one": [3.25],
    "two": [-1.5, 8.0],
    "three": [1.0, 2.0, 4.0],
    "equal": [0.1] * 7,
    "nearly-equal": [1e9 + i * 2.0**-20 for i in (3, 1, 0, 2, 5, 9)],
    "tiny": [5e-324, 0.0, 1e-310, -5e-324, 2.5e-308],
    "huge": [1.7e308, 1.6e308, 1.5e308, -1.7e308],
    "cancelling": [1e300, 1.0, -1e300, 1e-300],
    "signs-of-nought": [0.0, -0.0, -0.0, 1.0, -1.0],
    "normal": random.normal(12.35e8, 3e8, 301).tolist(),
    "lognormal": np.exp(random.normal(0, 2, 500)).tolist(),
    "ties": random.integers(0, 9, 200).astype(float).tolist(),
    "many": random.normal(0, 1, 3000).round(4).tolist(),
}


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def shown(number):
    return repr(float(number) + 0.0)


def quantiles(values):
    with np.errstate(over="ignore", invalid="ignore"):
        found = np.quantile(np.array(values), PROBABILITIES).tolist()
    ordered = sorted(values)
    for i, p in enumerate(PROBABILITIES):
        if not np.isfinite(found[i]):
            rank = Fraction((len(values) - 1) * p)
            low, part = int(rank), rank - int(rank)
            upper = Fraction(ordered[min(low + 1, len(values) - 1)])
            found[i] = float(Fraction(ordered[low]) * (1 - part) + upper * part)
    return found


print("probabilities", *PROBABILITIES)
for name, values in columns.items():
    exact = [Fraction(value) for value in values]
    mean = sum(exact) / len(exact)
    print("column", name)
    print(*[repr(value) for value in values])
    print(shown(mean))
    if len(exact) < 2:
        print("-")
    else:
        variance = sum((value - mean) ** 2 for value in exact) / (len(exact) - 1)
        print(shown(decimal(variance).sqrt()))
    print(*[shown(q) for q in quantiles(values)])
