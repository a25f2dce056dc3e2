"""Writes Numerics.txt, values of transcendental functions by mpmath (1.3) to 60 digits:

    python3 Tests/QuantitiesTests/numerics.py

Each line has a function, its arguments, the nearest number and what is left of the exact value, all as bits in hexadecimal.
"""

import pathlib
import random
import struct

import mpmath

mpmath.mp.dps = 60
chance = random.Random(20)


def bits(value):
    return struct.pack(">d", value).hex()


def near_one():
    return 1 + chance.uniform(-1, 1) * 2.0 ** chance.uniform(-45, -1)


def any_size():
    return struct.unpack(">d", struct.pack(">Q", chance.randrange(1, 0x7FF0000000000000)))[0]


def signed(smallest, largest):
    return chance.choice([-1, 1]) * 2.0 ** chance.uniform(smallest, largest)


def powers():
    base = chance.choice([any_size, near_one, lambda: chance.uniform(0.5, 2)])()
    return base, chance.uniform(-744, 709) / float(mpmath.log(base))


def score():
    return float(mpmath.mpf(chance.uniform(-37, 8)))


FUNCTIONS = {
    "exp": (mpmath.exp, [lambda: (chance.uniform(-745, 709.7),), lambda: (signed(-50, 1),)]),
    "log": (mpmath.log, [lambda: (any_size(),), lambda: (near_one(),), lambda: (chance.uniform(0.5, 2),)]),
    "log1p": (
        lambda x: mpmath.log(1 + x),
        [lambda: (chance.uniform(-1, 2),), lambda: (signed(-60, -1.1),), lambda: (2 ** chance.uniform(1, 1000),)],
    ),
    "pow": (lambda x, y: mpmath.power(x, y), [powers]),
    "share": (lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2, [lambda: (score(),), lambda: (chance.uniform(-3, 3),)]),
}


def main():
    lines = []
    for name, (function, samples) in FUNCTIONS.items():
        for number in range(240):
            arguments = samples[number % len(samples)]()
            exact = function(*map(mpmath.mpf, arguments))
            nearest = float(exact)
            words = [*arguments, nearest, float(exact - mpmath.mpf(nearest))]
            lines.append(" ".join([name, *map(bits, words)]))
    path = pathlib.Path(__file__).with_name("Numerics.txt")
    path.write_text("\n".join(lines) + "\n")


main()
