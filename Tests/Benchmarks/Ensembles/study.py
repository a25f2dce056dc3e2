"""The scenario of the benchmark as data, in the model's inner units: yuan, square metres, months since the start.

`make.py` writes it as a script of Parkline, the peers compute it. So a figure stands in one place, and what could
still differ between program and peers is how they compute.
"""

import random
from dataclasses import dataclass, field

START = 2020
MU = 10_000 / 15
HECTARE = 10_000.0


@dataclass(frozen=True)
class Sector:
    """A kind of firm as `china.park` has it. Money a year and job, spans in months, ages in years."""

    output_per_job: float
    value_added: float
    margin: float
    wage: float
    vat: float
    cit: float
    pit: float
    jobs_per_hectare: float = 0.0
    investment_per_mu: float = 0.0
    building_share: float = 0.0
    exports: float = 0.0
    creditable: float = 0.9
    research: float = 0.0
    ramp: float = 5.0
    first: float = 0.14
    break_even: float = 0.0
    build: float = 0.0
    survival_scale: float = 1.0
    attraction_elasticity: float = 0.087


PLANT = dict(investment_per_mu=3e6, building_share=0.2, break_even=0.5, survival_scale=0.5)
SECTORS = {
    "toys": Sector(0.70e6, 0.25, 0.05, 70e3, 0.13, 0.25, 0.003, 110, exports=0.6, build=12, **PLANT),
    "electronics": Sector(1.50e6, 0.22, 0.06, 95e3, 0.13, 0.15, 0.008, 90, research=0.04, build=12, **PLANT),
    "medicine": Sector(1.30e6, 0.35, 0.12, 95e3, 0.13, 0.15, 0.008, 60, research=0.04, build=18, **PLANT),
    "materials": Sector(3.50e6, 0.22, 0.07, 100e3, 0.13, 0.25, 0.010, 25, build=18, **PLANT),
    "equipment": Sector(1.30e6, 0.25, 0.07, 95e3, 0.13, 0.25, 0.008, 60, build=12, **PLANT),
    "digital": Sector(1.00e6, 0.60, 0.12, 138e3, 0.06, 0.15, 0.021, 600, investment_per_mu=3e6, ramp=3),
    "platform": Sector(10.0e6, 0.05, 0.03, 120e3, 0.13, 0.25, 0.015, creditable=0.98, ramp=3),
    "logistics": Sector(1.00e6, 0.30, 0.04, 84e3, 0.09, 0.25, 0.005, 15, build=12, **PLANT),
}
HAZARD = [(0, 0.0161), (1, 0.0651), (2, 0.0998), (3, 0.0928), (5, 0.0856), (7, 0.0731), (10, 0.05)]

# Taxes: central and local share. VAT and its surtax, income of firms and persons, property, land, stamp.
TAXES = ("vat", "surtax", "cit", "pit", "property", "land-use", "stamp")
CENTRAL = (0.5, 0.0, 0.6, 0.6, 0.0, 0.0, 0.0)
LOCAL = (0.5, 1.0, 0.4, 0.4, 1.0, 1.0, 1.0)
SURTAX, PROPERTY, LAND_USE, STAMP = 0.12, 0.012 * 0.7, 4.0, 0.0003
INPUT_EQUIPMENT, INPUT_BUILDINGS = 0.13, 0.09
CARRY_LOSSES, RESEARCH_DEDUCTION = 5.0, 1.0

# Numbers of the model.
AGGLOMERATION_CAP, QUEUE_DECAY = 1.2, 0.3
RAIL_DECAY, RAIL_ELASTICITY, LEAST_TIME = 30.0, 0.038, 5.0
SIPHON, SIPHON_HALF_LIFE, SIPHON_NEAR, SIPHON_FAR, SIPHON_SIZE = 0.04, 2.0, 60.0, 120.0, 0.5

# The city of both parks, the others, and the line: GDP in yuan a year, travel in minutes.
GDP, INTERNAL_TIME = 2125.20e8, 10.0
OTHERS = [
    ("hangzhou", 20059e8, 75.0, True),
    ("jinhua", 6011.27e8, 25.0, False),
    ("shanghai", 47218.66e8, 120.0, True),
    ("shaoxing", 7791e8, 85.0, False),
    ("ningbo", 16452.80e8, 130.0, False),
]
CORE = 0
RAIL_OPENS, RAIL_HALF_LIFE = "2025-12-26", 4.0
RAIL_OPENS_MONTHS = 71 + 25 / 31


@dataclass(frozen=True)
class Phase:
    name: str
    hectares: float
    investment: float
    public: float
    start: int  # month since the scenario's start at which the work begins
    complete: int  # and by which it is done, but for the delay
    slips: bool = False


@dataclass(frozen=True)
class Park:
    name: str
    reference_jobs: float
    land_price: float  # yuan a square metre
    opex: float
    phases: tuple


PARKS = (
    Park("east", 1500, 240.0, 0.01, (
        Phase("east-1", 20, 900e6, 1.0, -36, -12),
        Phase("east-2", 26, 900e6, 0.7, 24, 60, slips=True))),
    Park("west", 1200, 180.0, 0.015, (
        Phase("west-1", 22, 800e6, 0.8, -24, 0),
        Phase("west-2", 14, 600e6, 1.0, 48, 84))),
)
# A holiday on the tax on profit in the east, rebates to those who came by July 2024 in the west, an enclave there.
HOLIDAY_PARK, REBATE_PARK = 0, 1
HOLIDAY = [(0, 1.0), (2, 0.5), (5, 0.0)]
REBATE, AGREEMENTS_UNTIL = [(0, 0.5), (3, 0.25), (6, 0.0)], 55
ENCLAVE_SHARE = [(0, 0.5), (180, 0.3)]  # by month


@dataclass(frozen=True)
class Firm:
    name: str
    park: int
    sector: str
    arrives: int
    jobs: float


@dataclass(frozen=True)
class Cohort:
    name: str
    park: int
    sector: str
    begins: int
    ends: int
    firms: float
    jobs: float
    bass: bool
    p: float = 0.03
    q: float = 0.38


@dataclass(frozen=True)
class Study:
    """What is asked of every peer: so many years, so many firms, these cohorts."""

    years: int = 30
    firms: tuple = ()
    cohorts: tuple = field(default_factory=tuple)


COHORTS = (
    Cohort("studios", 0, "digital", 0, 120, 70, 40, bass=True),
    Cohort("makers", 0, "equipment", 24, 144, 16, 80, bass=False),
    Cohort("boards", 1, "electronics", 36, 156, 14, 90, bass=False),
    Cohort("traders", 1, "platform", 12, 132, 30, 10, bass=True),
)


def study(firms=64, years=30):
    """So many named firms over so many years; the larger the number of firms, the smaller each, so that land binds alike."""
    dice = random.Random(12)
    kinds = list(SECTORS)
    named = []
    for index in range(firms):
        arrives = dice.choice([dice.randint(-36, -1), dice.randint(0, 239), dice.randint(0, 119)])
        sector = kinds[dice.randrange(len(kinds))]
        most = 100 if sector == "logistics" else 200
        jobs = dice.randint(20, most) * 64 / firms
        named.append(Firm(f"firm-{index + 1}", index % 2, sector, arrives, jobs))
    return Study(years, tuple(named), COHORTS)
