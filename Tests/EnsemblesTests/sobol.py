"""Writes two files from scipy (1.17), whose Sobol' points use S. Joe's and F. Y. Kuo's direction numbers:

    python3 Tests/EnsemblesTests/sobol.py

* Sources/Ensembles/Streams/DirectionTable.swift: the numbers of the first 1,024 dimensions, packed.
* Tests/EnsemblesTests/Sobol.txt: unscrambled points of some dimensions, as the program has to find them again.
"""

import pathlib

import numpy
import scipy.stats
from scipy.stats import qmc

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIMENSIONS = 1024
WIDTH = 96

numbers = numpy.load(pathlib.Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz")


def packed(dimension):
    """The inner coefficients of the polynomial, then the initial numbers without their last bit, always 1."""
    polynomial = int(numbers["poly"][dimension])
    degree = polynomial.bit_length() - 1
    bits = [polynomial >> place & 1 for place in range(degree - 1, 0, -1)]
    for place in range(degree):
        value = int(numbers["vinit"][dimension][place])
        assert value % 2 == 1 and value < 2 << place
        bits += [value >> bit & 1 for bit in range(place, 0, -1)]
    bits += [0] * (-len(bits) % 6)
    return "".join(chr(48 + int("".join(map(str, bits[at : at + 6])), 2)) for at in range(0, len(bits), 6))


def table():
    text = "".join(packed(dimension) for dimension in range(1, DIMENSIONS))
    lines = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
    return (
        "/// The direction numbers of S. Joe and F. Y. Kuo (new-joe-kuo-6, 2008) for the dimensions after the\n"
        "/// first; written by Tests/EnsemblesTests/sobol.py. Of each dimension the inner coefficients of its\n"
        "/// polynomial, the highest power first, then its initial numbers without their last bit, each in\n"
        "/// as many bits as it can have; six bits to a character from `0` on, each dimension from a new one.\n"
        "enum DirectionTable {\n"
        f"  static let dimensions = {DIMENSIONS}\n"
        "  /// Characters to a line.\n"
        f"  static let width = {WIDTH}\n"
        "  static let text: StaticString = #\"\"\"\n"
        + "".join(f"    {line}\n" for line in lines)
        + "    \"\"\"#\n}\n"
    )


def points():
    shown = [0, 1, 2, 3, 4, 7, 12, 36, 37, 100, 511, 512, 1022, 1023]
    draws = [*range(20), 255, 256, 1000, 4095, 65535, 131071]
    lines = ["dimensions " + " ".join(map(str, shown))]
    engine = qmc.Sobol(DIMENSIONS, scramble=False, bits=32)
    for draw in draws:
        if draw > engine.num_generated:
            engine.fast_forward(draw - engine.num_generated)
        values = engine.random(1)
        words = [int(values[0, dimension] * 2**32) for dimension in shown]
        lines.append(f"{draw} " + " ".join(f"{word:08x}" for word in words))
    return "\n".join(lines) + "\n"


(ROOT / "Sources/Ensembles/Streams/DirectionTable.swift").write_text(table())
(ROOT / "Tests/EnsemblesTests/Sobol.txt").write_text(points())
