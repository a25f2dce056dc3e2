"""The eight uncertain inputs: how the script says each, and its inverse transform.

Columns of points and of values are in the order of `INPUTS`; values are in the units of `study.py`, but a delay in years.
"""

from dataclasses import dataclass
from math import log, sqrt
from typing import Callable

import numpy as np
from scipy.special import ndtri


@dataclass(frozen=True)
class Input:
    name: str
    title: str
    distribution: str  # in the script
    unit: str  # of a value that takes its place
    quantile: Callable


def uniform(low, high):
    return lambda u: low + (high - low) * u


def triangular(low, mode, high):
    below = (mode - low) / (high - low)

    def quantile(u):
        return np.where(u < below, low + np.sqrt(u * (high - low) * (mode - low)),
                        high - np.sqrt((1 - u) * (high - low) * (high - mode)))
    return quantile


def normal(mean, deviation):
    return lambda u: mean + deviation * ndtri(u)


def lognormal(median, sigma):
    return lambda u: median * np.exp(sigma * ndtri(u))


def interval(low, high):
    """Nine draws in ten lie between two positive ends: lognormal."""
    return lognormal(sqrt(low * high), log(high / low) / (2 * ndtri(0.95)))


INPUTS = (
    Input("saving", "Minutes that the line saves", "2min to 34min", "min", interval(2, 34)),
    Input("slip", "Delay of the second phase in the east", "uniform(0y, 2.5y)", "y", uniform(0, 2.5)),
    Input("realised", "Jobs that come, of those announced", "triangular(40%, 80%, 100%)", "", triangular(0.4, 0.8, 1)),
    Input("trend", "Growth of output and wages a year", "normal(4%, 1.5%)", "", normal(0.04, 0.015)),
    Input("earnings", "Margins, of the library's", "lognormal(1, 0.15)", "", lognormal(1, 0.15)),
    Input("density", "Exponent of agglomeration", "uniform(0.02, 0.08)", "", uniform(0.02, 0.08)),
    Input("honoured", "Share of the enclave's deal that is honoured", "uniform(60%, 100%)", "", uniform(0.6, 1)),
    Input("interest", "Firms of the cohorts, of those expected", "triangular(50%, 100%, 140%)", "",
          triangular(0.5, 1, 1.4)),
)
SAVING, SLIP, REALISED, TREND, EARNINGS, DENSITY, HONOURED, INTEREST = range(8)


def values(points):
    """Values at points of the unit cube, one row a draw."""
    return np.column_stack([input.quantile(points[:, column]) for column, input in enumerate(INPUTS)])


def points(draws, seed=1):
    """Scrambled points of Sobol', as many as asked."""
    from scipy.stats import qmc
    from math import ceil, log2
    found = qmc.Sobol(len(INPUTS), seed=seed).random_base2(ceil(log2(max(draws, 2))))[:draws]
    return np.clip(found, 2.0 ** -33, 1 - 2.0 ** -33)
