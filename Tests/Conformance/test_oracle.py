"""Pencil cases for the oracle: expected values from a pencil, a statute or a published table (DOMAIN.md), never from
the code under test. Run: python3 -m unittest -v test_oracle (in this folder), or python3 test_oracle.py."""

import copy
import math
import os
import random
import re
import stat
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import appraisal
import compare
import oracle as o
from features import ALL, PROGRAM_HAS
from generate import generate
from oracle import Oracle, Refused, to_script

PLAIN = {"output_per_job": 1_000_000.0, "value_added": 0.3, "margin": 0.1, "wage": 80_000.0, "jobs_per_area": 0.01,
         "investment_per_area": 4000.0, "exports": 0.0, "building_share": 0.5, "growth": 0.0, "build": 0.0, "ramp": 0.0,
         "first": 0.0, "hazard": 0.0, "break_even": 0.0, "rail_elasticity": 0.0, "attraction_elasticity": 0.0,
         "vat": 0.13, "cit": 0.25, "pit": 0.01}
# Whether what `swift test` samples is tried whole, as in `.ci/run`.
WHOLE = os.environ.get("WHOLE") == "1"
ALL_LOCAL = {"central": 0.0, "province": 0.0, "local": 1.0}


def seeds(count):
    """Seeds of generated scenarios: every fifth, odd and even ones in turn, or all of them where everything is tried."""
    return range(0, count, 1 if WHOLE else 5)


def world(start="2020", end="2024", step="year", sector=None, **kinds):
    """A small scenario: one city, one park of 10 ha without phases, one plain sector."""
    s = {"scenario": {"name": "pencil", "start": start, "end": end, "step": step},
         "city": {"cy1": {"gdp": 2e11}}, "sector": {"sc1": {**PLAIN, **(sector or {})}},
         "park": {"pk1": {"city": "cy1", "area": 100_000.0}}}
    for kind, rows in kinds.items():
        s[kind] = {**s.get(kind, {}), **rows}
    return s


def firm(**a):
    return {"park": "pk1", "sector": "sc1", "arrives": "2020", "jobs": 100.0, **a}


def phase(**a):
    return {"park": "pk1", "area": 100_000.0, "investment": 1e8, "start": "2020", "complete": "2020", **a}


def steps(s, metric, kind="", scope=""):
    """A metric step by step."""
    run = Oracle(s)
    return [run.value(metric, kind, scope, n, n)[0] for n in range(run.clock.steps)]


def age_steps(*rates):
    return o.Schedule({"by": "age", "keys": [(12.0 * i, r) for i, r in enumerate(rates)]}, None)


class Time(unittest.TestCase):
    def test_from_and_until_dates(self):
        clock = o.Clock({"start": "2020", "end": "2021", "step": "month"})
        self.assertEqual((clock.begin("2021"), clock.end("2021")), (12, 24))
        self.assertEqual((clock.begin("2021H2"), clock.end("2021H2")), (18, 24))
        self.assertEqual((clock.begin("2021Q3"), clock.end("2021Q3")), (18, 21))
        self.assertEqual((clock.begin("2021-06"), clock.end("2021-06")), (17, 18))
        self.assertAlmostEqual(clock.begin("2021-06-16"), 17.5, 12)
        self.assertAlmostEqual(clock.end("2021-02-28"), 14, 12)
        self.assertEqual(clock.begin("2015"), -60)

    def test_span_and_start_must_fit_the_steps(self):
        for a in ({"start": "2020-02", "end": "2021-01", "step": "year"}, {"start": "2020", "end": "2021H1", "step": "year"},
                  {"start": "2020-02", "end": "2020-12", "step": "quarter"}):
            with self.assertRaises(Refused):
                o.Clock(a)
        self.assertEqual(o.Clock({"start": "2020H2", "end": "2021-12-31", "step": "half"}).steps, 3)

    def test_fiscal_years(self):
        clock = o.Clock({"start": "2024-04", "end": "2027-03", "step": "year", "fiscal": 4})
        self.assertEqual([clock.year_of(n) for n in range(3)], [2024, 2025, 2026])
        self.assertEqual(clock.year_label(0, 0), "FY2024")
        clock = o.Clock({"start": "2024-11", "end": "2026-01", "step": "quarter", "fiscal": 2})
        self.assertEqual([clock.year_of(n) for n in range(5)], [2024, 2025, 2025, 2025, 2025])
        self.assertEqual(clock.year_label(0, 0), "FY2024 (3 months)")
        for a in ({"start": "2024", "end": "2027", "step": "year", "fiscal": 4}, {"start": "2024", "end": "2026", "step": "half", "fiscal": 4},
                  {"start": "2024-04", "end": "2027", "step": "year", "fiscal": 4}, {"start": "2024-04", "end": "2025-03", "step": "quarter", "fiscal": 2}):
            with self.assertRaises(Refused):
                o.Clock(a)

    def test_part_years(self):
        clock = o.Clock({"start": "2024-10", "end": "2027-01", "step": "month"})
        self.assertEqual(clock.year_label(0, 2), "2024 (3 months)")
        self.assertEqual(clock.year_label(3, 14), "2025")
        self.assertEqual(clock.year_label(27, 27), "2027 (1 month)")

    def test_schedules(self):
        clock = o.Clock({"start": "2020", "end": "2021", "step": "year"})
        held = o.Schedule({"by": "date", "keys": [("2021", 0.08), ("2025", 0.05)]}, clock)
        self.assertEqual([held.at(t) for t in (0, 12, 59.9, 60, 99)], [0.08, 0.08, 0.08, 0.05, 0.05])
        straight = o.Schedule({"by": "date", "straight": True, "keys": [("2021", 0.08), ("2025", 0.04)]}, clock)
        self.assertAlmostEqual(straight.at(36), 0.06, 15)

    def test_growth_schedule_compounds_piece_by_piece(self):
        clock = o.Clock({"start": "2020", "end": "2024", "step": "year"})
        g = o.Schedule({"by": "date", "keys": [("2020", 0.10), ("2021", 0.20)]}, clock)
        self.assertAlmostEqual(o.growth_factor(g, 24.0), 1.1 * 1.2, 14)
        self.assertAlmostEqual(o.growth_factor(g, 18.0), 1.1 * 1.2 ** 0.5, 14)
        self.assertAlmostEqual(o.growth_factor(0.1, 6.0), 1.1 ** 0.5, 14)


class Curves(unittest.TestCase):
    def test_s_curve(self):
        self.assertEqual(o.s_curve(0.5), 0.5)
        self.assertEqual(o.s_curve(0.25), 0.15625)
        self.assertEqual((o.s_curve(0.0), o.s_curve(1.0)), (0.0, 1.0))

    def test_ramp_is_first_at_opening_and_nine_tenths_after_the_ramp(self):
        for first in (0.0, 0.3, 0.85):
            p = {"ramp": 60.0, "first": first}
            self.assertAlmostEqual(o.ramp_share(p, 60.0), 0.9, 14)
            self.assertAlmostEqual(o.ramp_share(p, 0.0), first, 14)
        self.assertEqual(o.ramp_share({"ramp": 0.0, "first": 0.3}, 0.0), 1.0)
        self.assertEqual(o.ramp_share({"ramp": 60.0, "first": 0.3}, -0.1), 0.0)
        self.assertAlmostEqual(o.ramp_share({"ramp": 60.0, "first": 0.0}, 30.0), 1 - math.sqrt(0.1), 14)

    def test_survival_is_the_exponential_of_the_integrated_hazard(self):
        p = {"hazard": age_steps(0.016, 0.063, 0.095, 0.08, 0.08), "survival_scale": 1.0}
        self.assertAlmostEqual(o.survival(p, 60.0), math.exp(-0.334), 14)       # 0.716, not DOMAIN's 0.693
        self.assertAlmostEqual(o.survival(p, 30.0), math.exp(-0.016 - 0.063 - 0.0475), 14)
        self.assertAlmostEqual(o.survival({**p, "survival_scale": 0.5}, 60.0), math.exp(-0.167), 14)

    def test_survival_meets_domain_5_4_once_yearly_shares_are_made_rates(self):
        shares = (0.016, 0.063, 0.095, 0.090, 0.087)                            # yearly closing shares by age, as in the library
        p = {"hazard": age_steps(*(-math.log(1 - h) for h in shares)), "survival_scale": 1.0}
        self.assertAlmostEqual(o.survival(p, 36.0), 0.834, 3)
        self.assertAlmostEqual(o.survival(p, 60.0), 0.693, 3)

    def test_bass_meets_domain_5_11(self):
        self.assertAlmostEqual(o.bass(0.03, 0.38, 5), 0.33, 2)
        self.assertAlmostEqual(o.bass(0.03, 0.38, 10), 0.81, 2)
        self.assertAlmostEqual(o.bass(0.016, 0.304, 5), 0.17, 2)
        self.assertAlmostEqual(o.bass(0.05, 0.50, 10), 0.96, 2)

    def test_phase_in(self):
        self.assertEqual(o.phase_in(-1e-9, 24.0), 0.0)
        self.assertEqual(o.phase_in(0.0, 24.0), 0.0)
        self.assertEqual(o.phase_in(24.0, 24.0), 0.5)
        self.assertEqual(o.phase_in(48.0, 24.0), 0.75)
        self.assertEqual((o.phase_in(0.0, 0.0), o.phase_in(-0.1, 0.0)), (1.0, 0.0))

    def test_profit_share(self):
        self.assertEqual(o.profit_share(1.0, 0.5), 1.0)
        self.assertEqual(o.profit_share(0.75, 0.5), 0.5 / 0.75)
        self.assertAlmostEqual(o.profit_share(0.4, 0.5), -0.5, 14)              # a loss below break-even
        self.assertEqual(o.profit_share(0.0, 0.0), 0.0)


# GDP in 亿 yuan, minutes to Quzhou.
CITIES = {"hangzhou": (20059.00, 75), "jinhua": (6011.27, 25), "shanghai": (47218.66, 120), "shaoxing": (7791.00, 85),
          "wenzhou": (8730.60, 100), "ningbo": (16452.80, 130), "suzhou": (24653.37, 150), "jiaxing": (7062.45, 105),
          "lishui": (1964.40, 60), "huzhou": (4015.10, 105), "taizhou": (6240.68, 135)}
BEYOND = ["hangzhou", "huzhou", "jiaxing", "shanghai", "suzhou"]


def quzhou(saves=None, **rail):
    s = {"scenario": {"name": "1c", "start": "2025", "end": "2025", "step": "year"},
         "city": {"quzhou": {"gdp": 2125.20e8, "core": "hangzhou"}, **{n: {"gdp": g * 1e8} for n, (g, _) in CITIES.items()}},
         "travel": {n + "-line": {"from": "quzhou", "to": n, "time": float(t)} for n, (_, t) in CITIES.items()},
         "park": {"pk1": {"city": "quzhou", "area": 1e5}}}
    if saves is not None:
        s["rail"] = {"hsr": {"from": "quzhou", "to": BEYOND, "opens": "2025", "saves": float(saves), "half_life": 0.0, **rail}}
    return Oracle(s)


class Rail(unittest.TestCase):
    def test_market_potential_of_domain_1c(self):
        self.assertAlmostEqual(quzhou().network.potential("quzhou", 0) / 1e8, 16850, delta=1.0)
        for saves, percent in ((34, 58.4), (10, 12.7), (2, 2.3)):
            run = quzhou(saves)
            self.assertAlmostEqual(run.value("rail_uplift", "park", "pk1", 0, 0)[0] * 100, percent, 1)
            self.assertAlmostEqual(run.value("market_potential", "park", "pk1", 0, 0)[0] / 1e8,
                                   16850 * (1 + percent / 100), delta=10)

    def test_long_run_effect_of_domain_1c(self):
        for saves, percent in ((34, 5.9), (10, 1.5), (2, 0.29)):
            gain = math.exp(0.125 * quzhou(saves).network.uplift("quzhou", 12)) - 1
            self.assertAlmostEqual(gain * 100, percent, 1 if percent > 1 else 2)

    def test_siphon_of_domain_9_3(self):
        self.assertAlmostEqual(o.core_closeness(75), 0.750, 3)
        self.assertAlmostEqual(o.core_closeness(73), 0.783, 3)
        self.assertEqual((o.core_closeness(41), o.core_closeness(120), o.core_closeness(None)), (1, 0, 0))
        self.assertAlmostEqual(quzhou(2).network.siphon_log("quzhou", 12_000) * 100, -0.1, 1)
        self.assertAlmostEqual(quzhou(34).network.siphon_log("quzhou", 12_000) * 100, -0.8, 1)
        self.assertAlmostEqual(quzhou(34).network.siphon_log("quzhou", 24), -0.04 * 0.7881 * 0.25 / 2, 5)
        self.assertEqual(quzhou(34).network.siphon_log("hangzhou", 12_000), 0.0)

    def test_lines_never_go_below_five_minutes_and_never_up(self):
        self.assertEqual(o.line_time(20.0, {"time": None, "saves": 30.0}), 5.0)
        self.assertEqual(o.line_time(20.0, {"time": 30.0, "saves": None}), 20.0)
        self.assertEqual(o.line_time(20.0, {"time": 3.0, "saves": None}), 5.0)
        self.assertEqual(o.line_time(None, {"time": 30.0, "saves": None}), 30.0)
        self.assertIsNone(o.line_time(None, {"time": None, "saves": 9.0}))

    def test_each_line_gets_its_own_gain_in_order_of_actual_opening(self):
        s = world(city={"cy2": {"gdp": 1e12}}, travel={"tr1": {"from": "cy1", "to": "cy2", "time": 60.0}},
                  rail={"late": {"from": "cy1", "to": ["cy2"], "opens": "2020", "delay": 24.0, "time": 30.0, "half_life": 0.0},
                        "soon": {"from": "cy2", "to": ["cy1"], "opens": "2021", "saves": 20.0, "half_life": 12.0}})
        network = Oracle(s).network
        mp = lambda minutes: 2e11 * 2 ** (-1 / 3) + 1e12 * 2 ** (-minutes / 30)
        self.assertAlmostEqual(network.uplift("cy1", 24), math.log(mp(40) / mp(60)) / 2 + math.log(mp(30) / mp(40)), 12)
        self.assertAlmostEqual(network.potential("cy1", 12), mp(40), delta=1)      # open at the instant: counted
        self.assertAlmostEqual(network.potential("cy1", 11.9), mp(60), delta=1)

    def test_rail_employment_lifts_jobs_and_payroll_at_both_ends(self):
        s = world(city={"cy2": {"gdp": 1e12}}, travel={"tr1": {"from": "cy1", "to": "cy2", "time": 60.0}},
                  rail={"rl1": {"from": "cy2", "to": ["cy1"], "opens": "2021", "saves": 0.0, "employment": 0.1,
                                "half_life": 12.0}}, firm={"fm1": firm()})
        self.assertEqual(steps(s, "jobs")[0], 100)
        self.assertAlmostEqual(steps(s, "jobs")[1], 105, 12)
        self.assertAlmostEqual(steps(s, "payroll")[1], 8e6 * (1 + 0.1 * (1 - 2 ** -0.5)), delta=0.01)
        self.assertEqual(steps(s, "output"), [1e8] * 5)


class Phases(unittest.TestCase):
    def test_an_empty_park_only_spends_and_the_spending_is_the_budget(self):
        s = world(phase={"ph1": phase(investment=1e8, start="2020", complete="2021", overrun=0.2, public=0.25)})
        self.assertEqual(steps(s, "investment"), [6e7, 6e7, 0, 0, 0])
        self.assertEqual(steps(s, "investment.public"), [1.5e7, 1.5e7, 0, 0, 0])
        self.assertEqual(steps(s, "investment.cumulative"), [6e7] + [1.2e8] * 4)
        self.assertEqual(steps(s, "jobs.construction"), [30, 30, 0, 0, 0])
        self.assertEqual(steps(s, "land.serviced"), [0, 10, 10, 10, 10])
        for metric in ("output", "tax", "jobs", "firms", "land.occupied"):
            self.assertEqual(steps(s, metric), [0] * 5)

    def test_a_phase_begun_before_the_start_counts_in_the_stock_only(self):
        s = world(phase={"ph1": phase(start="2018", complete="2021", profile="linear")})
        self.assertEqual(steps(s, "investment"), [2.5e7, 2.5e7, 0, 0, 0])
        self.assertEqual(steps(s, "investment.cumulative")[0], 7.5e7)

    def test_delay_stretches_the_spending_and_the_opening(self):
        s = world(phase={"ph1": phase(complete="2020", delay=12.0)})
        self.assertEqual(steps(s, "investment")[:2], [5e7, 5e7])
        self.assertEqual(steps(s, "land.serviced")[:2], [0, 10])

    def test_odd_budgets_add_up_to_the_fen(self):
        for public in (0.0, 1 / 3, 0.7, 1.0):
            s = world(step="month", phase={"ph1": phase(investment=1234567.89, start="2020-02-10", complete="2022-11-05",
                                                        public=public)})
            run = Oracle(s)
            whole = [run.fen(m, "", "", 0, 59)[0] for m in ("investment", "investment.public", "investment.private")]
            self.assertEqual(whole, [123456789, round(123456789 * public), 123456789 - round(123456789 * public)])


class Firms(unittest.TestCase):
    def test_a_plain_firm(self):
        s = world(firm={"fm1": firm(arrives="2020-07")}, tax={})
        self.assertEqual(steps(s, "jobs"), [100] * 5)
        self.assertEqual(steps(s, "output"), [5e7] + [1e8] * 4)
        self.assertEqual(steps(s, "value_added")[1], 3e7)
        self.assertEqual(steps(s, "profit")[1], 1e7)
        self.assertEqual(steps(s, "payroll")[:2], [4e6, 8e6])
        self.assertEqual(steps(s, "land.occupied")[0], 1.0)
        self.assertEqual(steps(s, "investment")[:2], [4e7, 0])
        self.assertEqual(steps(s, "investment.private")[0], 4e7)
        self.assertAlmostEqual(steps(s, "jobs.construction")[0], 10.0, 12)
        self.assertEqual(steps(s, "jobs_per_ha")[0], 100)
        self.assertEqual(steps(s, "occupancy")[0], 0.1)
        self.assertIsNone(steps(s, "tax_per_mu", "park", "nowhere")[0])

    def test_one_year_of_building_spends_on_the_s_curve(self):
        s = world(step="half", sector={"build": 12.0}, firm={"fm1": firm()})
        self.assertEqual(steps(s, "investment")[:3], [2e7, 2e7, 0])
        self.assertEqual(steps(s, "jobs")[:3], [0, 100, 100])              # opens at the end of 2020: counted then
        self.assertEqual(steps(s, "output")[:3], [0, 0, 5e7])
        self.assertEqual(steps(s, "land.occupied")[:2], [1, 1])

    def test_an_arrival_at_a_step_end_belongs_to_the_next(self):
        s = world(firm={"fm1": firm(arrives="2021")})
        for metric, first in (("jobs", 0), ("firms", 0), ("firms.waiting", 0), ("investment", 0), ("land.occupied", 0)):
            self.assertEqual(steps(s, metric)[0], first, metric)
        self.assertEqual(steps(s, "jobs")[1], 100)

    def test_output_at_the_middle_of_the_open_part(self):
        s = world(sector={"ramp": 60.0, "first": 0.2, "hazard": 0.05, "growth": 0.1}, firm={"fm1": firm(arrives="2020Q4")})
        age = 0.125
        ramp = 1 - 0.8 * math.exp(-math.log(8) / 5 * age)
        self.assertAlmostEqual(steps(s, "output")[0], 1e8 * ramp * math.exp(-0.05 * age) * 1.1 ** 0.875 * 0.25, delta=0.01)

    def test_size_rules(self):
        s = world()
        run = Oracle(s)
        size = lambda **a: o.Establishment("firm", "fm1", {"park": "pk1", "sector": "sc1", "arrives": "2020", **a}, run).size
        one = size(land=20_000.0)
        self.assertEqual((one.jobs, one.output, one.land, one.investment), (200, 2e8, 20_000, 8e7))
        two = size(output=5e7)
        self.assertEqual((two.jobs, two.land), (50, 5000))
        three = size(jobs=80.0, output=5e7, land=0.0)
        self.assertEqual((three.jobs, three.output, three.land, three.investment), (80, 5e7, 0, 0))
        for bad in ({"investment": 1e6}, {"floor": 100.0}, {"local_tax": 1e6}):
            with self.assertRaises(Refused):
                size(**bad)

    def test_pre_scenario_firm_is_simply_older(self):
        s = world(sector={"ramp": 60.0, "first": 0.0, "hazard": 0.1}, firm={"fm1": firm(arrives="2015")})
        self.assertAlmostEqual(steps(s, "jobs")[0], 100 * (1 - 0.1 ** 1.2) * math.exp(-0.6), 10)
        self.assertEqual(steps(s, "investment")[0], 0)
        self.assertEqual(steps(s, "investment.cumulative")[0], 4e7)


class Room(unittest.TestCase):
    def test_firms_wait_for_land_and_do_not_block_smaller_ones(self):
        s = world(phase={"ph1": phase(area=15_000.0, complete="2020"), "ph2": phase(area=10_000.0, complete="2021-06")},
                  firm={"fm1": firm(jobs=100.0), "fm2": firm(jobs=100.0, arrives="2020-02"), "fm3": firm(jobs=50.0, arrives="2020-03")})
        # ph1 completes at the end of 2020: nobody is admitted in 2020; then fm1 takes 1 ha of ph1 at 2021, fm3 the rest,
        # and fm2, before fm3 in the queue, takes ph2 when it completes in the middle of 2021.
        self.assertEqual(steps(s, "firms.waiting"), [3, 0, 0, 0, 0])
        events = {e[1]: e for e in Oracle(s).events}
        self.assertEqual([events[f][2:5:2] for f in ("fm1", "fm2", "fm3")], [("ph1", 12), ("ph2", 18), ("ph1", 12)])

    def test_land_is_let_again_one_year_after_closing(self):
        s = world(end="2026", sector={"hazard": 0.5}, park={"pk1": {"city": "cy1", "area": 10_000.0}},
                  firm={"fm1": firm(jobs=100.0), "fm2": firm(jobs=40.0, arrives="2020-02")})
        # fm1 frees 1 − e^(−0.5·(a−1)): 0 at 1, 0.39 at 2, 0.63 at 3 years; fm2 needs 0.4: admitted at the start of 2023.
        occupied = [1, math.exp(-0.5), math.exp(-1)]
        for got, want in zip(steps(s, "land.occupied"), occupied):
            self.assertAlmostEqual(got, want, 12)
        self.assertEqual([e[1:5] for e in Oracle(s).events], [("fm1", None, 1.0, 0), ("fm2", None, 1.0, 36)])

    def test_the_earliest_phase_then_the_first_declared(self):
        s = world(phase={"ph1": phase(complete="2021-03"), "ph2": phase(complete="2020"), "ph3": phase(complete="2020")},
                  firm={"fm1": firm(arrives="2021")})
        self.assertEqual(Oracle(s).events[0][2], "ph2")

    def test_a_landless_firm_comes_at_once_or_with_the_phase_it_names(self):
        s = world(sector={"jobs_per_area": 0.0}, phase={"ph1": phase(complete="2021-06")},
                  firm={"fm1": firm(), "fm2": firm(phase="ph1")})
        self.assertEqual([(e[1], e[4]) for e in Oracle(s).events], [("fm1", 0), ("fm2", 18)])
        self.assertEqual(steps(s, "jobs", "phase", "ph1"), [0, 100, 100, 100, 100])
        self.assertEqual(steps(s, "firms.waiting"), [1, 0, 0, 0, 0])

    def test_floor_binds_too(self):
        s = world(sector={"floor_per_job": 20.0}, phase={"ph1": phase(floor=2500.0, complete="2020")},
                  firm={"fm1": firm(arrives="2021"), "fm2": firm(arrives="2021")})
        self.assertEqual(steps(s, "floor.occupied")[1], 2000)
        self.assertEqual(steps(s, "floor.vacant")[1], 500)
        self.assertEqual(steps(s, "firms.waiting")[1:], [1] * 4)


def cohort(**a):
    return {"park": "pk1", "sector": "sc1", "from": "2020", "until": "2021", "firms": 24.0, "jobs": 10.0, **a}


class Cohorts(unittest.TestCase):
    def test_even_arrivals_one_vintage_a_month_at_its_middle(self):
        s = world(cohort={"co1": cohort()})
        events = Oracle(s).events
        self.assertEqual([e[4] for e in events], [m + 0.5 for m in range(24)])
        for e in events:
            self.assertAlmostEqual(e[3], 1.0, 12)
        self.assertAlmostEqual(steps(s, "firms")[0], 12, 12)
        # opened at 0.5 … 11.5 months: mean open time 6 months
        self.assertAlmostEqual(steps(s, "output")[0], 12 * 1e7 * 0.5, delta=0.01)

    def test_bass_is_scaled_to_reach_all_by_the_end(self):
        s = world(cohort={"co1": cohort(pattern="bass")})
        f = lambda y: o.bass(0.03, 0.38, y)
        self.assertAlmostEqual(steps(s, "firms")[0], 24 * f(1) / f(2), 12)
        self.assertAlmostEqual(steps(s, "firms")[1], 24, 12)

    def test_what_falls_before_the_start_is_not_simulated(self):
        s = world(cohort={"co1": cohort(**{"from": "2018"})})
        self.assertAlmostEqual(steps(s, "firms")[-1], 12, 12)

    def test_part_of_a_month(self):
        s = world(cohort={"co1": cohort(**{"from": "2020-06-16", "until": "2020-07-31"})})
        events = Oracle(s).events
        self.assertAlmostEqual(events[0][3], 24 / 3, 12)
        self.assertAlmostEqual(events[0][4], 5.75, 12)
        self.assertAlmostEqual(events[1][3], 16, 12)

    def test_a_cohort_waits_for_land_and_its_queue_decays(self):
        # 24 firms of 0.1 ha; 0.6 ha: 6 admitted in 2020 out of 12; 6·0.7 wait on, and so on.
        s = world(park={"pk1": {"city": "cy1", "area": 6000.0}}, cohort={"co1": cohort()})
        self.assertAlmostEqual(steps(s, "firms")[0], 6, 12)
        waiting = steps(s, "firms.waiting")
        self.assertAlmostEqual(waiting[0], 6 * 0.7, 12)
        self.assertAlmostEqual(waiting[1], (6 * 0.7 + 12) * 0.7, 12)
        self.assertAlmostEqual(Oracle(s).events[0][3], 0.5, 12)

    def test_those_waiting_join_the_first_month(self):
        s = world(phase={"ph1": phase(area=100_000.0, complete="2020")}, cohort={"co1": cohort()})
        events = Oracle(s).events
        self.assertAlmostEqual(events[0][3], 1 + 12 * 0.7, 12)
        self.assertEqual((events[0][4], len(events)), (12.5, 12))
        s["cohort"]["co1"]["until"] = "2020"
        self.assertAlmostEqual(Oracle(s).events[0][3], 24 * 0.7, 12)
        self.assertEqual(Oracle(s).events[0][4], 12.5)

    def test_several_phases_share_every_month_in_proportion(self):
        s = world(phase={"ph1": phase(area=3000.0, start="2018", complete="2019"),
                         "ph2": phase(area=90_000.0, start="2018", complete="2020-06")}, cohort={"co1": cohort()})
        events = Oracle(s).events
        self.assertAlmostEqual(sum(e[3] for e in events if e[2] == "ph1"), 3, 12)
        self.assertAlmostEqual(events[0][3], 0.25, 12)
        self.assertEqual([e[4] for e in events if e[2] == "ph2"][:7], [6, 6, 6, 6, 6, 6, 6.5])


class Multipliers(unittest.TestCase):
    def test_agglomeration_looks_one_year_back_from_the_middle_of_the_step(self):
        s = world(park={"pk1": {"city": "cy1", "area": 100_000.0, "reference_jobs": 50.0}},
                  firm={"fm1": firm(), "fm2": firm(arrives="2020-08")})
        want = [1, 2 ** 0.05, 4 ** 0.05, 4 ** 0.05, 4 ** 0.05]
        for got, expected in zip(steps(s, "agglomeration", "park", "pk1"), want):
            self.assertAlmostEqual(got, expected, 14)
        self.assertAlmostEqual(steps(s, "output", "firm", "fm1")[1], 1e8 * 2 ** 0.05, delta=0.01)

    def test_agglomeration_is_capped_and_never_below_one(self):
        base = dict(firm={"fm1": firm(arrives="2018")})
        for reference, want in ((1e-3, 1.2), (1e6, 1.0)):
            s = world(park={"pk1": {"city": "cy1", "area": 1e5, "reference_jobs": reference}}, **base)
            self.assertEqual(steps(s, "agglomeration", "park", "pk1")[0], want)

    def test_boosts_multiply_begin_and_end(self):
        s = world(firm={"fm1": firm()}, sector={},
                  boost={"bo1": {"park": "pk1", "from": "2021", "until": "2022", "productivity": 0.1},
                         "bo2": {"park": "pk1", "from": "2022", "half_life": 6.0, "productivity": 0.2, "sectors": ["sc1"]},
                         "bo3": {"park": "pk1", "from": "2020", "productivity": 5.0, "sectors": ["other"]}})
        # bo2's half-life is 6 months, read in the middle of each year: 1/2, 7/8, 31/32 of the way; bo1 is over by then
        self.assertEqual(steps(s, "output"), [1e8, 1.1e8, 1.21e8, 1.175e8, 1.19375e8])

    def test_attraction_lifts_arrivals(self):
        s = world(cohort={"co1": cohort()}, boost={"bo1": {"park": "pk1", "from": "2021", "attraction": 0.5}})
        self.assertAlmostEqual(steps(s, "firms")[1], 12 + 18, 12)


def tax(base, rate, **a):
    return {"base": base, "rate": rate, **ALL_LOCAL, **a}


class Taxes(unittest.TestCase):
    def test_every_base_by_hand(self):
        s = world(sector={"exports": 0.1}, firm={"fm1": firm()}, tax={
            "vat": tax("vat", "sector.vat", central=0.5, local=0.5), "sur": tax("tax:vat", 0.12, county_rate=0.1),
            "sur2": tax("tax:sur", 0.5), "cit": tax("profit", "sector.cit", central=0.6, province=0.1, local=0.3),
            "pit": tax("payroll", "sector.pit"), "stamp": tax("output", 0.0003), "va": tax("value_added", 0.01),
            "soil": tax("land", 4.0), "house": tax("building", 0.0084), "deed": tax("investment", 0.03)})
        vat = 1e8 * (1 - 0.9 * 0.7) * 0.9 * 0.13
        want = {"vat": vat, "sur": vat * 0.12, "sur2": vat * 0.06, "cit": 2.5e6, "pit": 8e4, "stamp": 3e4, "va": 3e5,
                "soil": 4e4, "house": 0.0084 * 2e7, "deed": 1.2e6}
        for name, amount in want.items():
            self.assertAlmostEqual(steps(s, "tax", "tax", name)[0], amount, delta=0.011, msg=name)
        self.assertAlmostEqual(steps(s, "tax.central")[0], vat / 2 + 1.5e6, delta=0.02)
        self.assertAlmostEqual(steps(s, "tax.province")[0], 2.5e5, delta=0.01)
        self.assertEqual(steps(s, "tax.deed")[1], 0)
        s["park"]["pk1"]["urban"] = "no"
        self.assertAlmostEqual(steps(s, "tax.sur")[0], vat * 0.1, delta=0.01)

    def test_a_loss_pays_no_tax(self):
        s = world(sector={"margin": -0.05}, firm={"fm1": firm()}, tax={"cit": tax("profit", 0.25)})
        self.assertEqual(steps(s, "profit")[0], -5e6)
        self.assertEqual(steps(s, "tax"), [0] * 5)

    def test_the_toy_plant_of_domain_section_3(self):
        s = world(sector={"output_per_job": 700_000.0, "value_added": 0.25, "margin": 0.05, "wage": 70_000.0, "exports": 0.1},
                  firm={"fm1": firm(jobs=350.0)}, tax={
            "vat": tax("vat", 0.13, central=0.5, local=0.5), "sur": tax("tax:vat", 0.10),
            "cit": tax("profit", 0.25, central=0.6, local=0.4), "pit": tax("payroll", 0.01, central=0.6, local=0.4),
            "others": tax("output", 0.0018)})
        self.assertAlmostEqual(steps(s, "tax")[0] / 1e6, 14.0, 1)
        self.assertAlmostEqual(steps(s, "tax.local")[0] / 1e6, 7.4, 1)
        self.assertAlmostEqual(steps(s, "local_share")[0], 0.525, 3)
        self.assertEqual(steps(s, "jobs")[0], 350)

    def test_a_pledge_comes_back_as_tax(self):
        taxes = {"vat": tax("vat", 0.13, central=0.5, local=0.5), "sur": tax("tax:vat", 0.1), "soil": tax("land", 4.0),
                 "house": tax("building", 0.0084), "cit": tax("profit", 0.25, central=0.6, local=0.4), "pit": tax("payroll", 0.01),
                 "deed": tax("investment", 0.03)}
        for pledge in ({"local_tax": 7e6}, {"jobs": 350.0, "local_tax": 7e6}, {"total_tax": 7e6}, {"jobs": 50.0, "land": 3e4, "total_tax": 7e6}):
            s = world(tax=taxes, firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2020", **pledge}})
            metric = "tax.local" if "local_tax" in pledge else "tax"
            self.assertAlmostEqual(steps(s, metric)[1], 7e6, delta=0.05)
            if "jobs" in pledge:
                self.assertEqual(steps(s, "jobs")[0], pledge["jobs"])

    def test_a_pledge_below_the_fixed_taxes_is_refused(self):
        s = world(tax={"soil": tax("land", 4.0), "stamp": tax("output", 0.001)},
                  firm={"fm1": firm(local_tax=1e4)})
        with self.assertRaises(Refused):
            Oracle(s)

    def test_an_output_and_a_pledge_both_hold(self):
        # f = (280,000 - 200,000) / (100,000 + 60,000) = 0.5: the levy on 10 m output comes to 50,000, its surtax to 30,000,
        # and 200,000 are due on 20,000 m2 of land.
        taxes = {"levy": tax("output", 0.01), "sur": tax("tax:levy", 0.6), "soil": tax("land", 10.0)}
        fm1 = {"park": "pk1", "sector": "sc1", "arrives": "2020", "output": 1e7, "land": 2e4}
        s = world(tax=taxes, firm={"fm1": {**fm1, "local_tax": 2.8e5}})
        self.assertEqual([round(steps(s, metric)[1], 6) for metric in ("output", "tax.levy", "tax.sur", "tax.soil")],
                         [1e7, 5e4, 3e4, 2e5])
        for bad in ({"local_tax": 199_999.0}, {"local_tax": 2.8e5, "total_tax": 2.8e5}):
            with self.assertRaises(Refused):
                Oracle(world(tax=taxes, firm={"fm1": {**fm1, **bad}}))

    def test_a_pledge_is_read_at_the_opening(self):
        rate = {"by": "date", "keys": [("2020", 0.01), ("2022", 0.02)]}
        s = world(sector={"build": 12.0}, tax={"out": tax("output", rate)},
                  firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2021", "local_tax": 1e6}})
        self.assertEqual(Oracle(s).firms[0].size.output, 5e7)

    def test_tax_per_mu_is_per_year(self):
        for step in ("year", "quarter"):
            s = world(step=step, firm={"fm1": firm()}, tax={"soil": tax("land", 4.0)})
            self.assertAlmostEqual(steps(s, "tax_per_mu")[1], 4 * 10_000 / 15, 8)


LEVY = {"levy": tax("output", 0.01)}      # a firm of 100 jobs pays 1 m a year, all of it local


class Rules(unittest.TestCase):
    """Sections 5 to 7: screens, links, land, running costs, enclaves, incentives, jobs beyond the gate, energy."""

    def test_a_screen_turns_away_for_good_and_counts(self):
        clean = {"energy": 0.5e-4, "emissions": 2.0}
        for limit, passes in ((0.5e-4, True), (0.4e-4, False)):
            s = world(sector=clean, firm={"fm1": firm(arrives="2021")}, screen={"gate": {"park": "pk1", "max_energy": limit}})
            self.assertEqual(steps(s, "firms"), [0, 1, 1, 1, 1] if passes else [0] * 5)
            self.assertEqual(steps(s, "firms.rejected"), [0] * 5 if passes else [0, 1, 1, 1, 1])
            self.assertEqual(steps(s, "firms.waiting"), [0] * 5)

    def test_each_limit_of_a_screen(self):
        # 100 jobs on 1 ha: 100 m of output, 30 m of value added, 40 m invested, 1 m of tax, 3,000 t.
        s = world(sector={"energy": 0.5e-4, "emissions": 2.0}, firm={"fm1": firm()}, tax=LEVY)
        for key, met, missed in (("min_tax", 100.0, 100.1), ("min_investment", 4000.0, 4001.0),
                                 ("max_emissions", 3000.0, 2999.0), ("sectors", ["sc1"], ["sc2"])):
            for limit, count in ((met, 0), (missed, 1)):
                run = Oracle({**s, "screen": {"gate": {"park": "pk1", key: limit}}})
                self.assertEqual(run.rejected["fm1"], count, key)

    def test_months_of_a_cohort_are_screened_one_by_one(self):
        limit = {"by": "date", "straight": False, "keys": [("2020", 1e-4), ("2020-07", 1e-5)]}
        s = world(sector={"energy": 0.5e-4}, cohort={"co1": {"park": "pk1", "sector": "sc1", "jobs": 1.0, "land": 0.0, "from": "2020",
                  "until": "2020", "firms": 24.0}}, screen={"gate": {"park": "pk1", "max_energy": limit}})
        self.assertAlmostEqual(steps(s, "firms")[0], 12, 12)
        self.assertAlmostEqual(steps(s, "firms.rejected")[0], 12, 12)

    def test_a_link_raises_arrivals_and_indirect_jobs_in_both_parks(self):
        a = {"sector": "sc1", "jobs": 1.0, "land": 0.0, "from": "2020", "until": "2021", "firms": 24.0}
        s = world(park={"pk2": {"city": "cy1", "area": 0.0}, "pk3": {"city": "cy1", "area": 0.0}}, sector={"indirect": 0.5},
                  cohort={f"co{i}": {"park": f"pk{i}", **a} for i in (1, 2, 3)},
                  link={"l": {"between": ["pk2", "pk1"], "from": "2021", "complementarity": 0.5, "attraction": 0.4, "multiplier": 0.2}})
        for park, factor, jobs in (("pk1", 1.2, 1.1), ("pk2", 1.2, 1.1), ("pk3", 1, 1)):
            first, second = steps(s, "firms", "park", park)[:2]
            self.assertAlmostEqual(first, 12, 12)
            self.assertAlmostEqual(second, 12 + 12 * factor, 12)
            self.assertAlmostEqual(steps(s, "jobs.indirect", "park", park)[1], second * 0.5 * jobs, 12)

    def test_land_is_sold_once(self):
        half = {"hazard": math.log(2)}
        s = world(park={"pk1": {"city": "cy1", "area": 10_000.0, "land_price": 200.0}}, sector=half,
                  firm={"old": firm(), "new": firm(jobs=40.0, arrives="2020-07"), "past": firm(jobs=10.0, arrives="2019", hazard=0.0)})
        s["park"]["pk1"]["area"] = 11_000.0
        self.assertEqual(steps(s, "land_income", "firm", "old"), [2_000_000, 0, 0, 0, 0])
        self.assertEqual(steps(s, "land_income", "firm", "past"), [0] * 5)         # sold before the scenario
        self.assertEqual(sum(steps(s, "land_income", "firm", "new")), 0)          # let again, not sold again

    def test_running_costs_begin_with_the_step_after_completion(self):
        s = world(park={"pk1": {"city": "cy1", "area": 0.0, "opex": 0.02}}, phase={"ph1": phase(public=0.6, overrun=0.5)})
        self.assertEqual(steps(s, "opex"), [0] + [0.02 * 0.6 * 1.5e8] * 4)
        self.assertEqual(steps(s, "net_local"), [-9e7] + [-1.8e6] * 4)

    def test_an_enclave_passes_on_its_share(self):
        s = world(city={"cy2": {"gdp": 1e10}}, firm={"fm1": firm()}, tax=LEVY,
                  enclave={"e": {"park": "pk1", "host": "cy2", "home": "cy1", "share": 0.5, "honour": 0.8}})
        self.assertEqual(steps(s, "tax.local", "jurisdiction", "cy2"), [1_000_000] * 5)
        self.assertEqual(steps(s, "net_local", "jurisdiction", "cy2"), [600_000] * 5)
        self.assertEqual(steps(s, "net_local", "jurisdiction", "cy1"), [400_000] * 5)

    def test_holidays_rebates_and_grants(self):
        age = lambda *pairs: {"by": "age", "straight": False, "keys": list(pairs)}
        gifts = {"free": {"park": "pk1", "type": "holiday", "tax": "levy", "schedule": age((0.0, 1.0), (12.0, 0.4), (36.0, 0.0))},
                 "less": {"park": "pk1", "type": "holiday", "tax": "levy", "schedule": 0.1},
                 "back": {"park": "pk1", "type": "rebate", "schedule": 0.5, "agreements_until": "2020"},
                 "more": {"park": "pk1", "type": "rebate", "schedule": age((0.0, 0.0), (24.0, 0.7))},
                 "start": {"park": "pk1", "type": "capex", "share": 0.25}}
        s = world(firm={"fm1": firm(investment=4e6), "late": firm(arrives="2021", investment=0.0)},
                  tax={**LEVY, "sur": tax("tax:levy", 0.1)}, incentive=gifts)
        self.assertEqual(steps(s, "tax.levy", "firm", "fm1"), [0, 600_000, 600_000, 900_000, 900_000])
        self.assertEqual(steps(s, "tax.sur", "firm", "fm1"), [0, 60_000, 60_000, 90_000, 90_000])
        self.assertEqual(steps(s, "rebates", "firm", "fm1"), [0, 330_000, 660_000, 990_000, 990_000])
        self.assertEqual(steps(s, "rebates", "firm", "late"), [0, 0, 0, 462_000, 693_000])
        self.assertEqual(steps(s, "grants"), [1_000_000, 0, 0, 0, 0])

    def test_jobs_beyond_the_gate_energy_and_what_is_additional(self):
        s = world(sector={"energy": 0.5e-4, "emissions": 2.0, "indirect": 0.6, "induced": 0.3}, firm={"fm1": firm()},
                  model={"leakage": 0.25, "displacement": 0.5, "multiplier": 1.25, "deadweight": 0.4})
        self.assertAlmostEqual(steps(s, "jobs.total")[0], 190, 12)
        self.assertAlmostEqual(steps(s, "energy")[0], 1500, 9)
        self.assertAlmostEqual(steps(s, "emissions.cumulative")[2], 9000, 8)
        self.assertAlmostEqual(steps(s, "jobs.net")[0], 28.125, 12)


def by_age(*pairs):
    return {"by": "age", "straight": False, "keys": list(pairs)}


def by_date(*pairs):
    return {"by": "date", "straight": False, "keys": list(pairs)}


def years(s, metric, kind="", scope=""):
    """A metric year by year."""
    run = Oracle(s)
    return [run.value(metric, kind, scope, a, b)[0] for _, a, b in run.periods("year")]


LENGTHS = ("year", "half", "quarter", "month")


class Cases(unittest.TestCase):
    def near(self, got, want, delta=0.02, note=None):
        self.assertEqual(len(got), len(want), note)
        for x, y in zip(got, want):
            self.assertAlmostEqual(x, y, delta=delta, msg=f"{note} {got} {want}")


class Counting(Cases):
    """Section 6, `counts`: three years in full and two by half, of a levy of 1 m a year, opened in July 2020."""

    def rebates(self, step, counts, head={}, arrives="2020-07"):
        gift = {"park": "pk1", "type": "rebate", "schedule": by_age((0.0, 1.0), (36.0, 0.5), (60.0, 0.0)), **counts}
        s = world(end="2026", step=step, firm={"fm1": firm(arrives=arrives)}, tax=LEVY, incentive={"back": gift})
        s["scenario"].update(head)
        return years(s, "rebates")

    def test_three_years_of_rebate_at_four_step_lengths(self):
        for step in LENGTHS:
            self.near(self.rebates(step, {"counts": "years"}), [5e5, 1e6, 1e6, 5e5, 5e5, 0, 0], 0.13, step)
            for counts in ({}, {"counts": "age"}):
                self.near(self.rebates(step, counts), [5e5, 1e6, 1e6, 7.5e5, 5e5, 2.5e5, 0], 0.13, step)

    def test_a_firm_of_before_the_start_is_in_its_third_calendar_year(self):
        # Opened in December 2018: 2020 is year 2, so one more in full, two by half.
        self.near(self.rebates("year", {"counts": "years"}, arrives="2018-12-31"), [1e6, 5e5, 5e5, 0, 0, 0, 0])

    def test_calendar_years_also_where_the_scenario_s_years_begin_in_july(self):
        head = {"start": "2020-07", "end": "2026-06", "fiscal": 7}
        self.near(self.rebates("year", {"counts": "years"}, head), [1e6, 1e6, 7.5e5, 5e5, 2.5e5, 0])

    def profit(self, step, carry, margin=(("2020", -0.1), ("2022", 0.1)), tax_=None):
        gift = {"park": "pk1", "type": "holiday", "tax": "cit", "counts": "profit",
                "schedule": by_age((0.0, 1.0), (24.0, 0.5), (60.0, 0.0))}
        s = world(end="2029", step=step, firm={"fm1": firm(margin=by_date(*margin))}, incentive={"free": gift},
                  tax={"cit": tax("profit", 0.25, carry_losses=carry), **(tax_ or {})})
        return s

    def test_two_free_three_half_from_the_first_year_of_profit(self):
        for step in LENGTHS:
            # 10 m lost in 2020 and 2021 each, then earned every year. Nothing carried: free 2022 and 2023.
            self.near(years(self.profit(step, 0.0), "tax"), [0] * 4 + [1.25e6] * 3 + [2.5e6] * 3, 0.13, step)
            # All carried: 2022 and 2023 make up for them, 2024 is the first with profit.
            self.near(years(self.profit(step, 60.0), "tax"), [0] * 6 + [1.25e6] * 3 + [2.5e6], 0.13, step)

    def test_a_year_s_profit_is_its_sum(self):
        # 2020: 3 m lost in the first half, 1 m earned in the second; 2021: 1 m lost, 3 m earned. Without carrying, 2020 adds up
        # to a loss and 2021 to a profit. (Half-years of the same 2 m of 2021 are taxed though: 3 m, free in year 0.)
        margins = (("2020", -0.06), ("2020-07", 0.02), ("2021", -0.02), ("2021-07", 0.06), ("2022", 0.1))
        got = years(self.profit("half", 0.0, margins), "tax")
        self.near(got, [0, 0, 0] + [1.25e6] * 3 + [2.5e6] * 4)
        # Carried, the 1 m of late 2020 and the 3 m of late 2021 are made up for: 2022 is the first.
        self.near(years(self.profit("half", 60.0, margins), "tax"), [0] * 4 + [1.25e6] * 3 + [2.5e6] * 3)

    def test_rebates_and_holidays_of_other_taxes_count_the_first_tax_on_profit(self):
        s = self.profit("year", 60.0, tax_={"levy": tax("output", 0.01)})
        s["incentive"] = {"back": {"park": "pk1", "type": "rebate", "tax": "levy", "counts": "profit", "schedule": by_age((0.0, 0.0), (12.0, 1.0))}}
        self.near(years(s, "rebates"), [0] * 5 + [1e6] * 5)


class Pledging(Cases):
    """Section 4, Size: a pledge is of the intended opening."""

    GROWING = {"growth": 0.05}

    def test_a_pledge_in_year_ten(self):
        # 100 m promised for 2030: that then, whatever growth did until then; its 1 m a job is 1.629 m by then.
        s = world(end="2032", sector=self.GROWING, firm={"fm1": firm(arrives="2030", jobs=100.0)})
        self.near(steps(s, "output")[10:], [1e8 * 1.05 ** t for t in (10.5, 11.5, 12.5)])
        s["firm"]["fm1"] = {"park": "pk1", "sector": "sc1", "arrives": "2030", "output": 1e8}
        self.near(steps(s, "output")[10:], [1e8 * 1.05 ** t for t in (0.5, 1.5, 2.5)])
        self.near(steps(s, "jobs")[10:], [100 / 1.05 ** 10] * 3, 1e-9)
        self.near(steps(s, "payroll")[10:], [8e6 * 1.05 ** t for t in (0.5, 1.5, 2.5)])
        self.near([steps(s, "land.occupied")[10]], [1 / 1.05 ** 10], 1e-9)

    def test_a_tax_pledge_in_year_ten_is_met_as_it_opens(self):
        # 1 % of output and 1 % of pay, and 2 % of output before 2025: 100 m pay 1 m, and their people 80,000.
        taxes = {"levy": tax("output", by_date(("2020", 0.02), ("2025", 0.01))), "pit": tax("payroll", 0.01)}
        for size, output in (({"local_tax": 1.08e6}, 1e8), ({"total_tax": 1.08e6, "jobs": 100.0}, (1.08e6 - 80_000 * 1.05 ** 10) / 0.01)):
            s = world(end="2032", sector=self.GROWING, tax=taxes, firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2030", **size}})
            self.near([Oracle(s).firms[0].size.output], [output], 0.01)
            self.near(steps(s, "tax")[10:], [1.08e6 * 1.05 ** t for t in (0.5, 1.5, 2.5)], 0.02)

    def test_an_output_and_a_tax_both_hold_in_year_ten(self):
        # f = (0.58 m - 0.08 m)/1 m: the jobs that follow from the output are paid what pay is by then.
        taxes = {"levy": tax("output", 0.01), "pit": tax("payroll", 0.01)}
        s = world(end="2032", sector=self.GROWING, tax=taxes,
                  firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2030", "output": 1e8, "local_tax": 5.8e5}})
        self.near([Oracle(s).firms[0].size.factor], [0.5], 1e-12)
        self.near(steps(s, "tax")[10:11], [5.8e5 * 1.05 ** 0.5])

    def test_a_pledge_of_before_the_start_is_of_the_start(self):
        s = world(sector=self.GROWING, firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2015", "output": 1e8}})
        self.near(steps(s, "output")[:2], [1e8 * 1.05 ** t for t in (0.5, 1.5)])
        self.near(steps(s, "jobs")[:2], [100, 100], 1e-9)

    def test_a_cohort_s_pledge_is_of_its_first_firms(self):
        s = world(end="2025", step="month", sector={**self.GROWING, "build": 12.0},
                  cohort={"co1": {"park": "pk1", "sector": "sc1", "from": "2023", "until": "2024", "firms": 24.0, "output": 1e7}})
        run = Oracle(s)
        self.near([run.cohorts[0].size.jobs], [10 / 1.05 ** 4], 1e-12)
        # The firm of January 2023 opens in mid-January 2024, half a month above the pledge, and works for half a month.
        self.near([run.value("output", "", "", 48, 48)[0]], [1e7 / 24 * 1.05 ** (0.75 / 12)])

    def test_land_alone_is_no_pledge(self):
        s = world(sector=self.GROWING, firm={"fm1": {"park": "pk1", "sector": "sc1", "arrives": "2022", "land": 1e4}})
        self.near(steps(s, "jobs")[2:], [100] * 3, 1e-9)
        self.near(steps(s, "output")[2:3], [1e8 * 1.05 ** 2.5])

    def test_a_screen_reads_schedules_at_the_intended_opening(self):
        s = world(sector={"build": 12.0, "energy": by_date(("2020", 2e-4), ("2022", 1e-4))}, firm={"fm1": firm(arrives="2021")},
                  screen={"gate": {"park": "pk1", "max_energy": 1e-4}})
        self.assertEqual(Oracle(s).rejected["fm1"], 0)


class Losses(Cases):
    """Section 4, Profit, and section 6, Losses and research. A firm with 100 m of output a year."""

    def test_a_loss_while_the_ramp_is_below_break_even(self):
        s = world(sector={"ramp": 60.0, "first": 0.0, "break_even": 0.5}, firm={"fm1": firm()})
        ramp = [1 - 0.1 ** ((n + 0.5) / 5) for n in range(5)]
        self.near(steps(s, "profit"), [1e7 * (r - 0.5) / 0.5 for r in ramp])
        self.assertLess(steps(s, "profit")[0], -5e6)
        s["sector"]["sc1"]["margin"] = -0.1
        self.near(steps(s, "profit"), [-1e7 * r for r in ramp])

    def test_losses_are_used_first_in_first_out_and_one_expires(self):
        # 2020 -4 m, 2021 -3 m, 2022 +1, 2023 +1, 2024 +10, 2025 +10, carried three years: 2022 and 2023 use 2 of 2020's 4;
        # the rest of it has expired in 2024, where 2021's 3 are used.
        margin = by_date(("2020", -0.04), ("2021", -0.03), ("2022", 0.01), ("2024", 0.1))
        s = world(end="2025", firm={"fm1": firm(margin=margin)}, tax={"cit": tax("profit", 0.25, carry_losses=36.0)})
        self.near(steps(s, "tax"), [0, 0, 0, 0, 1.75e6, 2.5e6])
        s["tax"]["cit"]["carry_losses"] = 35.0       # a hair less: 2023 finds 2021's, and 2024 nothing
        self.near(steps(s, "tax"), [0, 0, 0, 0, 2.5e6, 2.5e6])
        s["tax"]["cit"]["carry_losses"] = 0.0
        self.near(steps(s, "tax"), [0, 0, 2.5e5, 2.5e5, 2.5e6, 2.5e6])

    def test_what_is_kept_dies_with_the_firms(self):
        # Ten out of a hundred close a year (as a rate): what is lost in one year is just made up for by the same in the next.
        margin = by_date(("2020", -0.1), ("2021", 0.1))
        for step in ("year", "quarter"):
            s = world(step=step, sector={"hazard": 0.1}, firm={"fm1": firm(margin=margin)}, tax={"cit": tax("profit", 0.25, carry_losses=60.0)})
            self.near(years(s, "tax")[:2], [0, 0])
            self.near(years(s, "tax")[2:3], [sum(steps(s, "profit")[2 * len(steps(s, "profit")) // 5:3 * len(steps(s, "profit")) // 5]) / 4], 0.05)

    def test_research_is_deducted_once_more(self):
        rd = {"research_deduction": by_date(("2020", 0.5), ("2021-07", 1.0))}
        s = world(sector={"research": 0.04}, firm={"fm1": firm()}, tax={"cit": tax("profit", 0.25, **rd)})
        self.near(steps(s, "tax"), [2e6, 1.75e6, 1.5e6, 1.5e6, 1.5e6])
        self.near(steps(s, "profit"), [1e7] * 5)
        s["firm"]["fm1"] = {"park": "pk1", "sector": "sc1", "arrives": "2022", "total_tax": 1.5e6}
        self.near([Oracle(s).firms[0].size.output], [1e8])
        s["sector"]["sc1"]["research"] = 0.12        # all profit deducted, and more: a loss, and no pledge can be met
        with self.assertRaises(Refused):
            Oracle(s)

    def test_creditable_purchases(self):
        s = world(sector={"creditable": 0.5}, firm={"fm1": firm()}, tax={"vat": tax("vat", 0.1)})
        self.near(steps(s, "tax")[:1], [1e7 * (1 - 0.5 * 0.7)])


class Credits(Cases):
    """Section 6, Credits. 40 m invested, half of it in buildings: 20 m·9/109 + 20 m·13/113 = 3,952,261.10 of input tax; the tax
    due is 100 m·0.37·2 % = 740,000 a year."""

    INPUT = 2e7 * 9 / 109 + 2e7 * 13 / 113

    def plant(self, step="year", end="2026", sector=None, **more):
        vat = tax("vat", 0.02, central=0.5, local=0.5, input_equipment=0.13, input_buildings=0.09, **more)
        return world(end=end, step=step, sector=sector, firm={"fm1": firm()}, tax={"vat": vat, "sur": tax("tax:vat", 0.1)})

    def test_a_toy_plant_year_by_year(self):
        self.assertAlmostEqual(self.INPUT, 3_952_261.10, 2)
        for step in LENGTHS:
            s = self.plant(step)
            self.near(years(s, "tax.vat"), [0] * 5 + [740_000 * 6 - self.INPUT, 740_000], 0.13, step)
            self.near(years(s, "tax.sur"), [0] * 5 + [74_000 * 6 - self.INPUT / 10, 74_000], 0.13, step)
            self.near(years(s, "refunds"), [0] * 7)

    def test_holidays_come_after_credits(self):
        s = self.plant()
        s["incentive"] = {"half": {"park": "pk1", "type": "holiday", "tax": "vat", "schedule": 0.5}}
        self.near(steps(s, "tax.vat"), [0] * 5 + [370_000 * 6 - self.INPUT / 2, 370_000])

    def test_refunds_leave_the_credit_and_are_split_by_the_tax_or_of_their_own(self):
        left = self.INPUT - 740_000
        s = self.plant(refund=1.0)
        self.near(steps(s, "refunds"), [left] + [0] * 6)
        self.near(steps(s, "refunds.central"), [left / 2] + [0] * 6)
        self.near(steps(s, "tax.vat"), [0] + [740_000] * 6)
        self.near(steps(s, "net_local"), [-left / 2] + [370_000 + 74_000] * 6)
        s = self.plant(refund=1.0, refund_local=0.15)
        self.near([steps(s, "refunds." + level)[0] for level in o.LEVELS], [0.85 * left, 0, 0.15 * left])
        half = self.plant(refund=0.5)                # 3,212,261 left at the end of 2020, half refunded; then 866,131 …
        self.near(steps(half, "refunds")[:2], [left / 2, (left / 2 - 740_000) / 2])
        self.near(steps(half, "tax.vat")[:4], [0, 0, 740_000 * 1.5 - left / 4 , 740_000])

    def test_a_refund_runs_by_the_year_whatever_the_step(self):
        for step in LENGTHS:                         # nothing due: half of what stands goes each year
            s = self.plant(step, refund=0.5)
            s["tax"]["vat"]["rate"] = 0.0
            self.near(years(s, "refunds")[:3], [self.INPUT / 2, self.INPUT / 4, self.INPUT / 8], 0.13, step)

    def test_input_rates_are_means_and_credit_builds_up_before_the_opening(self):
        s = self.plant(sector={"build": 24.0})       # 20 m in 2020, 20 m in 2021; 13 % becomes 17 % in July 2020
        s["tax"]["vat"]["input_equipment"] = by_date(("2019", 0.13), ("2020-07", 0.17))
        credit = 2e7 * 9 / 109 + 1e7 * 15 / 115 + 1e7 * 17 / 117
        self.near(steps(s, "tax.vat"), [0] * 7)
        self.near([Oracle(s).vintages[0].credit["vat"]], [credit - 5 * 740_000], 0.01)

    def test_what_was_spent_before_the_start_by_one_that_opens_after_it(self):
        s = self.plant(sector={"build": 24.0})
        s["firm"]["fm1"]["arrives"] = "2019"         # half before the start, half in 2020; opens in 2021
        self.near(steps(s, "tax.vat"), [0] * 6 + [740_000 * 6 - self.INPUT])
        s["tax"]["vat"]["input_equipment"] = by_date(("2010", 0.10), ("2019-07", 0.20), ("2020", 0.13))
        credit = 2e7 * 9 / 109 + 1e7 * 15 / 115 + 1e7 * 13 / 113
        self.near(steps(s, "tax.vat"), [0] * 6 + [740_000 * 6 - credit])
        s["firm"]["fm1"]["arrives"] = "2018"         # opens as the scenario starts: all of it
        s["tax"]["vat"]["input_equipment"] = 0.13
        self.near(steps(s, "tax.vat"), [0] * 5 + [740_000 * 6 - self.INPUT, 740_000])
        s["firm"]["fm1"]["arrives"] = "2017-12"      # opened a month earlier: nothing is known of it
        self.near(steps(s, "tax.vat"), [740_000] * 7)

    def test_credit_dies_with_the_firms(self):
        s = self.plant(sector={"hazard": 0.1})
        due = [740_000 * math.exp(-0.1 * (n + 0.5)) for n in range(7)]
        kept = [0.0]
        for n in range(7):
            kept.append(max(0, kept[-1] + (self.INPUT if n == 0 else 0) - due[n]) * math.exp(-0.1))
        self.near(steps(s, "tax.vat"), [max(0, due[n] - kept[n] - (self.INPUT if n == 0 else 0)) for n in range(7)])
        s = self.plant(sector={"hazard": by_age((0.0, 0.0), (12.0, 5000.0))})    # nobody survives the second year
        self.near(steps(s, "tax.vat"), [0] * 7)

    def test_f_bears_on_what_is_due_before_credits(self):
        s = self.plant()
        s["firm"]["fm1"] = {**firm(), "output": 1e8, "total_tax": 0.5 * 740_000 * 1.1}
        self.near(steps(s, "tax.vat"), [0] * 7)
        self.near([Oracle(s).vintages[0].credit["vat"]], [self.INPUT - 7 * 370_000], 0.01)


class Growing(Cases):
    def test_jobs_of_one_plant_grow_from_its_opening_or_the_start(self):
        s = world(sector={"job_growth": 0.1}, firm={"fm1": firm(arrives="2020-07")})
        self.near(steps(s, "jobs"), [100 * 1.1 ** (n + 0.5) for n in range(5)], 1e-9)
        self.near(steps(s, "payroll")[:2], [4e6 * 1.1 ** 0.25, 8e6 * 1.1])
        self.near(steps(s, "output")[1:], [1e8] * 4)
        s["firm"]["fm1"]["arrives"] = "2015"
        self.near(steps(s, "jobs"), [100 * 1.1 ** (n + 1) for n in range(5)], 1e-9)

    def test_agglomeration_sees_fewer_jobs_before_the_start(self):
        s = world(park={"pk1": {"city": "cy1", "area": 1e5, "reference_jobs": 10.0}}, sector={"job_growth": 0.1}, firm={"fm1": firm(arrives="2015")})
        self.near(steps(s, "agglomeration", "park", "pk1")[:2], [(10 * 1.1 ** t) ** 0.05 for t in (-0.5, 0.5)], 1e-12)


class Replacing(Cases):
    def test_a_cohort_is_kept_steady(self):
        # 24 firms of 0.1 ha come in 2020; whoever closes is followed a year later by another, just as his site is let again.
        for step in LENGTHS:
            s = world(end="2028", step=step, sector={"hazard": 0.3}, cohort={"co1": cohort(until="2020", replace=1.0)})
            self.near(years(s, "land.occupied"), [2.4] * 9, 1e-9, step)
            firms = years(s, "firms")
            self.near(firms[3:], [24 / (1 + 0.3)] * 6, 0.5, step)     # each site: 1/0.3 years let, one year empty
            self.near([Oracle(s).queue["co1"]], [0], 1e-9)

    def test_a_part_is_replaced_in_the_same_month_a_year_later(self):
        # One month of arrivals; 1 - e^(-0.6) of them within the year after, of whom half come back.
        s = world(step="month", end="2023", sector={"hazard": 0.6}, cohort={"co1": cohort(**{"from": "2020", "until": "2020-01", "firms": 10.0}, replace=0.5)})
        later = [(e[4], e[3]) for e in Oracle(s).events if e[0]]
        self.near([later[0][0], later[1][0]], [12.5, 13.5])           # those closed from mid-January on, replaced from January 2021
        self.near([later[0][1]], [0.5 * 10 * (1 - math.exp(-0.05 / 2))], 1e-9)
        self.near([sum(count for t, count in later if t < 24)], [0.5 * 10 * (1 - math.exp(-0.6 * 11.5 / 12))], 1e-9)

    def test_replacements_are_not_drawn_by_attraction_and_want_land(self):
        s = world(sector={"hazard": 0.3}, cohort={"co1": cohort(until="2020", replace=1.0)}, park={"pk1": {"city": "cy1", "area": 24_000.0}},
                  boost={"bo1": {"park": "pk1", "from": "2021", "attraction": 5.0}})
        self.assertLessEqual(max(steps(s, "land.occupied")), 2.4 + 1e-9)
        s["park"]["pk1"]["area"] = 1e6
        self.near(steps(s, "land.occupied"), [2.4] * 5, 1e-9)


class Moving(Cases):
    """Section 6, Relocation."""

    TAXES = {"a": tax("output", 0.0123457, central=0.5, local=0.5), "b": tax("payroll", 0.0333333), "c": tax("tax:a", 0.0777777)}

    def test_within_one_budget_it_nets_to_the_fen(self):
        s = world(step="month", sector={"hazard": 0.1, "growth": 0.03}, firm={"fm1": firm(origin="cy1")}, cohort={"co1": cohort(origin="cy1")}, tax=self.TAXES)
        run = Oracle(s)
        for n in range(run.clock.steps):
            self.assertEqual(run.fen("net_local", "jurisdiction", "cy1", n, n)[0], -run.fen("investment.public", "", "", n, n)[0])
            self.assertEqual(run.fen("net_local", "park", "pk1", n, n)[0], run.fen("tax.local", "", "", n, n)[0])
            self.assertGreater(run.fen("displaced", "", "", n, n)[0], 0)

    def test_a_part_at_the_expense_of_another_city(self):
        s = world(city={"cy2": {"gdp": 1e10}}, firm={"fm1": firm(origin="cy2", moved=0.4)}, tax=LEVY)
        self.near(steps(s, "displaced", "jurisdiction", "cy2"), [4e5] * 5)
        self.near(steps(s, "displaced", "park", "pk1"), [4e5] * 5)
        self.near(steps(s, "net_local", "jurisdiction", "cy2"), [-4e5] * 5)
        self.near(steps(s, "net_local", "jurisdiction", "cy1"), [1e6] * 5)
        self.near(steps(s, "net_local", "park", "pk1"), [1e6] * 5)
        self.near(steps(s, "net_local"), [6e5] * 5)


class HandingOver(Cases):
    """Section 6, Handover: 20 % of what a city takes in above 600,000 a year."""

    def quarters(self, rate, start="2020", end="2021"):
        return world(start=start, end=end, step="quarter", city={"cy1": {"gdp": 2e11, "handover": 0.2, "handover_base": 600_000.0}},
                     firm={"fm1": firm(arrives=start)}, tax={"levy": tax("output", rate)})

    def test_two_calendar_years_in_quarters(self):
        # 250,000 a quarter in 2020; in 2021 500,000 in each of two quarters, then nothing: the base goes on and takes some back.
        s = self.quarters(by_date(("2020", 0.01), ("2021", 0.02), ("2021-07", 0.0)))
        self.near(steps(s, "handover"), [20_000] * 4 + [70_000, 70_000, -30_000, -30_000])
        self.near(years(s, "handover"), [80_000, 80_000])
        self.near(steps(s, "net_local")[:1], [230_000])
        self.near(steps(s, "net_local", "park", "pk1")[:1], [250_000])
        self.near(steps(s, "tax.province"), [0] * 8)

    def test_a_year_of_which_the_scenario_has_a_part(self):
        s = self.quarters(0.01, "2020-07", "2021-06")
        self.near(steps(s, "handover"), [20_000] * 4)
        s["scenario"].update(start="2020-04", end="2021-03", step="year", fiscal=4)      # 750,000 in the twelve months begun in 2020
        self.near(steps(s, "handover"), [30_000])

    def test_what_is_not_additional(self):
        s = world(park={"pk1": {"city": "cy1", "area": 1e5, "land_price": 100.0}}, firm={"fm1": firm()}, tax=LEVY,
                  model={"leakage": 0.5, "deadweight": 0.2, "multiplier": 3.0})
        self.near(steps(s, "net_local"), [2e6] + [1e6] * 4)
        self.near(steps(s, "net_local.additional"), [0.4 * 2e6] + [0.4e6] * 4)


class SettingAside(Cases):
    """Section 6, Set-aside: land of 1 ha at 100 yuan a m2 brings a million."""

    PARK = {"city": "cy1", "area": 1e5, "land_price": 100.0}

    def test_the_share_of_the_day_of_admission(self):
        # In October half, though at the middle of the year a fifth: the day of admission counts, at either length of step.
        park = {**self.PARK, "land_set_aside": by_date(("2020", 0.2), ("2021-09", 0.5))}
        for step, length in (("year", 1), ("month", 12)):
            s = world(step=step, end="2022", park={"pk1": park}, firm={"one": firm(), "two": firm(arrives="2021-10")},
                      model={"deadweight": 0.4, "multiplier": 2.0})
            self.assertEqual(years(s, "land_income"), [1e6, 1e6, 0])
            self.assertEqual(years(s, "set_aside"), [2e5, 5e5, 0])
            self.assertEqual(years(s, "set_aside", "firm", "two"), [0, 5e5, 0])
            self.assertEqual(years(s, "net_local"), [8e5, 5e5, 0])
            self.assertEqual(years(s, "net_local.additional"), [4e5, 1e5, 0])      # 0.4 of the whole income is not additional
            self.assertEqual([n for n, x in enumerate(steps(s, "set_aside")) if x], [0, 12 + 9] if length == 12 else [0, 1])

    def test_land_of_before_the_scenario_and_land_let_again_set_nothing_aside(self):
        s = world(park={"pk1": {**self.PARK, "area": 11_000.0, "land_set_aside": 1.0}}, sector={"hazard": math.log(2)},
                  firm={"past": firm(jobs=10.0, arrives="2019", hazard=0.0), "old": firm(), "new": firm(jobs=40.0, arrives="2020-07")})
        self.assertEqual(steps(s, "set_aside"), [1e6, 0, 0, 0, 0])
        self.assertEqual(steps(s, "net_local"), [0] * 5)

    def test_a_cohort_is_rounded_once_a_step(self):
        # Two intakes of 100 m2 at 0.0124 yuan: a tenth of 1.24 each is 12.4 fen, of both 24.8.
        park = {**self.PARK, "land_price": 0.0124, "land_set_aside": 0.1}
        for step, expected in (("year", [0.25]), ("month", [0.12, 0.12] + [0.0] * 10)):
            s = world(end="2020", step=step, park={"pk1": park}, cohort={"co1": cohort(until="2020-02", firms=2.0, jobs=1.0)})
            self.assertEqual(steps(s, "set_aside"), expected)


class Dealing(Cases):
    """Section 6, Enclaves: `cy2` is host of the park and `cy1` at home."""

    def park_of_two(self, deal, **kinds):
        s = world(**kinds)
        s["city"]["cy2"] = {"gdp": 1e10}
        s["enclave"] = {"e": {"park": "pk1", "host": "cy2", "home": "cy1", **deal}}
        return s

    def both(self, s, metric, expected, read=years):
        """What the home city gets, and the host gives; nothing of it is of the whole, or of the park."""
        self.near(read(s, metric, "jurisdiction", "cy1"), expected, 1e-6)
        self.near(read(s, metric, "jurisdiction", "cy2"), [-x for x in expected], 1e-6)
        self.assertEqual(set(read(s, metric)) | set(read(s, metric, "park", "pk1")), {0})

    # ---- net

    TWO = {**LEVY, "other": tax("output", 0.004)}

    def test_a_share_of_what_rebates_leave_tax_by_tax(self):
        gifts = {"a": {"park": "pk1", "type": "rebate", "tax": "levy", "schedule": 0.25}, "b": {"park": "pk1", "type": "rebate", "tax": "levy", "schedule": 0.35}}
        for net, levy in (("no", 4e5), ("yes", 1.6e5)):
            s = self.park_of_two({"share": 0.5, "honour": 0.8, "net": net}, firm={"fm1": firm()}, tax=self.TWO, incentive=gifts)
            self.both(s, "transfers", [levy + 1.6e5] * 5)
            self.near(years(s, "rebates"), [6e5] * 5)
            self.near(years(s, "net_local", "jurisdiction", "cy2"), [1.4e6 - 6e5 - levy - 1.6e5] * 5)
        s["incentive"]["c"] = {"park": "pk1", "type": "rebate", "schedule": 0.9}           # 150 % of one tax: all of it, 90 % of the other
        self.both(s, "transfers", [0.5 * 0.8 * 0.1 * 4e5] * 5)

    def test_the_year_in_which_a_rebate_runs_out(self):
        # Opened in July 2020: 2021 has half a year of whole rebate. Share and rebate are means, each alone, and then multiplied.
        gift = {"park": "pk1", "type": "rebate", "schedule": by_age((0.0, 1.0), (12.0, 0.0))}
        share = by_date(("2020", 0.2), ("2021-07", 0.6))
        for step, second in (("year", 0.5 * 0.4 * 1e6), ("month", 0.6 * 5e5)):
            s = self.park_of_two({"share": share, "net": "yes"}, end="2022", step=step, firm={"fm1": firm(arrives="2020-07")}, tax=LEVY, incentive={"g": gift})
            self.near(years(s, "transfers", "jurisdiction", "cy1"), [0, second, 6e5], 0.1)

    def test_refunds_handover_and_grants_lower_nothing_and_a_tax_on_investment_has_no_rebate(self):
        gifts = {"g": {"park": "pk1", "type": "rebate", "schedule": 1.0}, "start": {"park": "pk1", "type": "capex", "share": 0.5}}
        s = self.park_of_two({"share": 0.5, "net": "yes"}, firm={"fm1": firm(investment=1e7, arrives="2020", build=12.0)},
                             tax={"stamp": tax("investment", 0.01), "onstamp": tax("tax:stamp", 0.1)}, incentive=gifts)
        s["city"]["cy2"]["handover"] = 1.0
        self.both(s, "transfers", [0.5 * 1.1 * 1e5, 0, 0, 0, 0])

    # ---- fixed

    PHASE = {"ph1": phase(start="2020", complete="2020", delay=7.0, public=0.0), "ph2": phase(start="2020", complete="2023", public=0.0)}

    def test_a_fixed_sum_from_the_first_completion_on(self):
        # c is August 2021. Of 2021: three months of 1.2 m a year and two of 2.4 m, 0.7 m; honour in the middle of October is a half. By
        # months 0.1 + 0.1, half of 0.1, half of 0.2 twice.
        deal = {"fixed": by_date(("2020", 1.2e6), ("2021-11", 2.4e6)), "honour": by_date(("2020", 1.0), ("2021-10", 0.5))}
        for step, second in (("year", 3.5e5), ("month", 4.5e5)):
            s = self.park_of_two(deal, end="2022", step=step, phase=self.PHASE)
            self.both(s, "transfers", [0, second, 1.2e6])
            self.near(years(s, "net_local", "jurisdiction", "cy2"), [0, -second, -1.2e6])
            for by, scope in (("phase", "ph1"), ("sector", "sc1")):
                self.assertEqual(years(s, "transfers", by, scope), [0, 0, 0])
        self.assertEqual(steps(s, "transfers", "jurisdiction", "cy1")[17:21], [0, 0, 1e5, 1e5])

    def test_a_fixed_sum_that_grows_straight_in_a_park_that_opens_within_a_month(self):
        # Complete on 15 June 2020: half of June. The sum rises from 0 in January 2020 to 2.4 m in January 2022: at the middle of what
        # is left of 2020 (17.5 to 24 months before its end, 8.75 after January) 0.875 m.
        rising = {"by": "date", "straight": True, "keys": [("2020", 0.0), ("2022", 2.4e6)]}
        s = self.park_of_two({"fixed": rising}, end="2021", phase={"ph1": phase(start="2019", complete="2020-06-15", public=0.0)})
        self.both(s, "transfers", [473_958.33, 1.8e6])                     # 0.875 m times 6.5/12 of a year
        s["scenario"]["step"] = "month"
        self.near(steps(s, "transfers", "jurisdiction", "cy1")[4:7], [0, 5.75e5 * 0.5 / 12, 6.5e5 / 12], 0.006)

    def test_a_fixed_sum_is_rounded_once_a_step_and_owed_without_any_firm_or_tax(self):
        for step, expected in (("year", [100.0]), ("month", [8.33] * 12)):
            s = self.park_of_two({"fixed": 100.0}, end="2020", step=step)                  # a park without phases: from the start
            self.both(s, "transfers", expected, steps)

    def test_a_fixed_sum_comes_beside_a_share(self):
        s = self.park_of_two({"fixed": 1e5, "share": 0.5, "honour": 0.8}, firm={"fm1": firm()}, tax=LEVY)
        self.both(s, "transfers", [4e5 + 8e4] * 5)
        self.assertEqual(years(s, "transfers", "tax", "levy"), [0] * 5)
        self.near(years(s, "net_local.additional", "jurisdiction", "cy1"), [4.8e5] * 5)

    # ---- contribution

    def test_a_contribution_follows_public_money(self):
        # 90 m public over two years on the straight: half of the contribution a year. An overrun does not raise it, honour does not lower it.
        build = phase(complete="2021", profile="linear", public=0.6, overrun=0.5)
        for step in LENGTHS:
            s = self.park_of_two({"contribution": 3e7, "honour": 0.1}, step=step, phase={"ph1": build})
            self.near(years(s, "contributions", "jurisdiction", "cy1"), [-1.5e7, -1.5e7, 0, 0, 0])
            self.both(s, "contributions", [-1.5e7, -1.5e7, 0, 0, 0])
            self.near(years(s, "net_local", "jurisdiction", "cy2"), [-3e7, -3e7, 0, 0, 0])
            s["phase"]["ph1"] = {**build, "delay": 12.0}
            self.both(s, "contributions", [-1e7, -1e7, -1e7, 0, 0])

    def test_on_the_s_curve_and_over_several_phases(self):
        # 60 m over four years from January 2019 on, 20 m over 2021 on the straight, and one that costs the public nothing.
        phases = {"ph1": phase(start="2019", complete="2022", public=0.6), "ph2": phase(start="2021", complete="2021", profile="linear", public=0.2),
                  "ph3": phase(start="2020", complete="2020", public=0.0)}
        s = self.park_of_two({"contribution": 4e6}, end="2023", phase=phases)
        w = (0.15625, 0.5, 0.84375, 1.0)
        paid = [0.05 * 6e7 * (w[1] - w[0]), 0.05 * (6e7 * (w[2] - w[1]) + 2e7), 0.05 * 6e7 * (w[3] - w[2]), 0]
        self.both(s, "contributions", [-x for x in paid])
        sunk = 0.05 * 6e7 * w[0]                                                           # before the start: home paid it, the host did not
        self.near([x for city in ("cy1", "cy2", "") for x in Oracle(s).sunk(city)[:1]], [sunk * 100, (6e7 * w[0] - sunk) * 100, 6e7 * w[0] * 100])
        one = appraisal.Appraisal(Oracle(s), "cy2")
        self.near(one.lines["contributions"], paid)
        self.near(one.flows, [paid[0] - 6e7 * (w[1] - w[0]), paid[1] - 6e7 * (w[2] - w[1]) - 2e7, paid[2] - 6e7 * (w[3] - w[2]), 0])

    def test_it_comes_out_to_the_fen_and_no_more_than_is_built_by_the_end(self):
        build = phase(start="2020", complete="2022", profile="linear")
        s = self.park_of_two({"contribution": 100.0}, step="month", phase={"ph1": build})
        paid = steps(s, "contributions", "jurisdiction", "cy2")
        self.assertEqual(sum(round(x * 100) for x in paid), 10_000)
        self.assertEqual({round(x * 100) for x in paid[:36]}, {277, 278})
        s["scenario"]["end"] = "2021"                                                      # a longer scenario changes no year
        self.assertEqual(steps(s, "contributions", "jurisdiction", "cy2"), paid[:24])

    def test_stated_spending_more_than_it_costs_and_nothing_to_follow(self):
        spends = {k: v for k, v in phase(start="2020", complete="2021", overrun=0.25).items() if k != "investment"}
        spends["spending"] = by_date(("2020", 3e6), ("2021", 1e6))
        s = self.park_of_two({"contribution": 2e7}, end="2021", phase={"ph1": spends})     # of 5 m: all the same
        self.both(s, "contributions", [-1.5e7, -5e6])
        s["phase"]["ph1"] = {**spends, "public": 0.0}
        self.both(s, "contributions", [0, 0])
        self.both(self.park_of_two({"contribution": 2e7}), "contributions", [0] * 5)       # a park without phases

    def test_several_deals_of_one_park(self):
        s = self.park_of_two({"share": 0.5, "fixed": 1e5}, end="2020", firm={"fm1": firm()}, tax=LEVY, phase={"ph1": phase(start="2019", complete="2019")})
        s["city"]["cy3"] = {"gdp": 1e10}
        s["enclave"]["f"] = {"park": "pk1", "host": "cy2", "home": "cy3", "share": 0.25, "net": "yes", "fixed": 3e5, "honour": 0.5, "contribution": 1e6}
        s["incentive"] = {"g": {"park": "pk1", "type": "rebate", "schedule": 0.2}}
        self.near([steps(s, "transfers", "jurisdiction", city)[0] for city in ("cy1", "cy2", "cy3")], [6e5, -8.5e5, 2.5e5])
        self.assertEqual([Oracle(s).sunk(city)[0] for city in ("cy1", "cy2", "cy3")], [0, 99 * 10**8, 10**8])


class Worth(Cases):
    """Section 10. 2.5 m laid out in 2020, 1 m a year from 2021 on."""

    FLOWS, MIDDLES = [-2.5e6] + [1e6] * 5, [n + 0.5 for n in range(6)]

    def test_present_value_is_of_the_start_with_cash_at_mid_step(self):
        annuity = (1 - 1.08 ** -5) / 0.08
        self.assertAlmostEqual(appraisal.present_value(self.FLOWS, 0.08, self.MIDDLES), (annuity - 2.5) * 1e6 * 1.08 ** -0.5, 4)
        s = world(end="2025", firm={"fm1": firm(arrives="2021")}, tax=LEVY, phase={"ph1": phase(investment=2.5e6)})
        self.near(appraisal.Appraisal(Oracle(s), "cy1").flows, self.FLOWS)

    def test_the_internal_rate_none_and_several(self):
        one = appraisal.turning_rates(self.FLOWS, self.MIDDLES)
        self.assertEqual(len(one), 1)
        rate = 0.28649290249767567                    # what five years of 1 m at r are worth 2.5 m at
        self.assertAlmostEqual((1 - (1 + rate) ** -5) / rate, 2.5, 12)
        self.assertTrue(one[0][0] <= rate <= one[0][1])
        self.assertEqual(appraisal.turning_rates([1.0, 1.0], [0.5, 1.5]), [])
        self.assertEqual(len(appraisal.turning_rates([-100.0, 230.0, -132.0], [0.5, 1.5, 2.5])), 2)     # 10 % and 20 %

    def test_payback_is_interpolated_in_the_step_and_counts_the_last_time(self):
        self.assertAlmostEqual(appraisal.payback(self.FLOWS, 1.0), 3.5, 12)
        self.assertAlmostEqual(appraisal.payback([-1.0, 2.0, -2.0, 4.0], 0.5), 1.625, 12)
        self.assertIsNone(appraisal.payback([-1.0, 0.5], 1.0))
        self.assertIsNone(appraisal.payback([0.0, 1.0], 1.0))

    def test_what_is_additional(self):
        # A is 0.8 in 2020 and 0.4 from 2021 on, in the middle of the year. Land brings 1 m in 2020, a levy 1 m a year; set aside is whole.
        s = world(end="2022", firm={"fm1": firm()}, tax=LEVY, park={"pk1": {"city": "cy1", "area": 1e5, "land_price": 100.0, "land_set_aside": 0.1}},
                  model={"deadweight": by_date(("2020", 0.2), ("2021-07", 0.6), ("2022-08", 0.3))}, phase={"ph1": phase(investment=1e6, complete="2019", start="2019")})
        for step, second in (("year", 4e5), ("month", 8e5 / 2 + 4e5 / 2)):
            s["scenario"]["step"] = step
            one = appraisal.Appraisal(Oracle(s), "cy1", lost=appraisal.lost(Oracle(s), "cy1"))
            by_year = lambda flows: [sum(flows[i * len(flows) // 3:(i + 1) * len(flows) // 3]) for i in range(3)]
            third = 4e5 if step == "year" else 4e5 * 7 / 12 + 7e5 * 5 / 12
            self.near(by_year(one.lines["local tax"]), [8e5, second, third], 0.13)
            self.near(by_year(one.lines["land income"]), [8e5, 0, 0])
            self.near(by_year(one.lines["set aside"]), [-1e5, 0, 0])
            self.near(by_year(one.flows), [1.5e6, second, third], 0.13)
            self.assertEqual(one.sunk[0], 10**8)
            self.near([sum(one.flows)], [Oracle(s).value("net_local.additional", "", "", 0, len(one.flows) - 1)[0]], 1e-6)

    def test_of_the_fen_lost_tax_bears_its_own_and_land_the_rest(self):
        for tax_fen, land_fen, part, off in ((3, 3, 0.5, (2, 1)), (1, 0, 0.5, (0, 0)), (3, 0, 0.5, (2, 0)), (1, 1, 0.5, (0, 1)), (101, 33, 0.25, (25, 9))):
            run = Oracle(world(end="2020", model={"leakage": part}))
            for metric, fen in (("tax.local", tax_fen), ("land_income", land_fen)):
                run.ledger.add(metric, 0, fen, 0, jurisdiction="cy1")
            self.assertEqual(tuple(rows[0][0] for rows in appraisal.lost(run, "cy1").values()), off)

    def test_side_by_side_the_whole_loss_is_divided_by_largest_remainders(self):
        self.assertEqual(appraisal.divided([1.3, 2.6, 0.4, 0.0], 4), ([1, 3, 0, 0], 0))
        self.assertEqual(appraisal.divided([1.3, 2.6, 0.4], 5)[0], [1, 3, 1])
        self.assertEqual(appraisal.divided([205557815.6775, 201431464.6575], 406989280), ([205557816, 201431464], 0))
        self.assertEqual(appraisal.divided([0.5, 0.5], 1)[1], 1)                           # either of them: not compared to the fen

    def test_ratio_and_cost_of_a_job(self):
        # 1 m a year over 2020 and 2021, of 10 m built in 2020; 100 jobs. Both are of the middles of their years.
        s = world(end="2021", firm={"fm1": firm(land=0.0)}, tax=LEVY, phase={"ph1": phase(investment=1e7)})
        one = appraisal.Appraisal(Oracle(s), "cy1")
        ratio, cost = (1 + 1 / 1.08) / 10, 1e7 * 1.08 ** -0.5 / 100
        self.assertIsNone(one.complaint("benefit–cost ratio", repr(ratio)))
        self.assertIn("oracle", one.complaint("benefit–cost ratio", repr(ratio * 1.00001)))
        self.assertIsNone(one.complaint("cost of a job", f"{cost:.2f}"))
        self.assertIn("oracle", one.complaint("cost of a job", f"{cost + 0.05:.2f}"))
        self.assertIsNone(one.complaint("local tax", f"{1e6 * (1.08 ** -0.5 + 1.08 ** -1.5):.2f}"))
        self.assertIn("oracle", one.complaint("local tax", f"{1e6 * (1.08 ** -0.5 + 1.08 ** -1.5) + 0.2:.2f}"))
        del s["phase"]
        one = appraisal.Appraisal(Oracle(s), "cy1")                                        # nothing is laid out
        for figure in ("benefit–cost ratio", "cost of a job"):
            self.assertIsNone(one.complaint(figure, ""))
            self.assertIn("oracle", one.complaint(figure, "0.5"))


class Properties(unittest.TestCase):
    def test_random_scenarios_keep_the_laws_of_section_8(self):
        for seed in seeds(120):
            run = Oracle(generate(seed // 2, ALL if seed % 2 else PROGRAM_HAS))
            last = run.clock.steps - 1
            for n in range(run.clock.steps):
                total = run.fen("tax", "", "", n, n)[0]
                for city in run.scopes("jurisdiction"):
                    parts = [sign * run.fen(part, "jurisdiction", city, n, n)[0] for sign, part in o.NET_LOCAL]
                    self.assertEqual(sum(parts), run.fen("net_local", "jurisdiction", city, n, n)[0])
                for metric in ("transfers", "contributions"):
                    self.assertEqual(run.fen(metric, "", "", n, n)[0], 0)
                    self.assertEqual(sum(run.fen(metric, "jurisdiction", x, n, n)[0] for x in run.scopes("jurisdiction")), 0)
                self.assertLessEqual(run.fen("set_aside", "", "", n, n)[0], run.fen("land_income", "", "", n, n)[0])
                self.assertEqual(sum(run.fen("net_local", "jurisdiction", x, n, n)[0] for x in run.scopes("jurisdiction")),
                                 run.fen("net_local", "", "", n, n)[0], f"seed {seed}")
                self.assertLessEqual(run.fen("rebates", "", "", n, n)[0], run.fen("tax.local", "", "", n, n)[0])
                for metric in ("refunds", "displaced"):
                    for by in ("tax", "park", "firm", "sector", "jurisdiction"):
                        self.assertEqual(sum(run.fen(metric, by, x, n, n)[0] for x in run.scopes(by)), run.fen(metric, "", "", n, n)[0], f"seed {seed} {by}")
                self.assertEqual(sum(run.fen("handover", "jurisdiction", x, n, n)[0] for x in run.scopes("jurisdiction")), run.fen("handover", "", "", n, n)[0])
                for by in ("tax", "level", "park", "firm", "sector", "jurisdiction"):
                    self.assertEqual(sum(run.fen("tax", by, x, n, n)[0] for x in run.scopes(by)), total, f"seed {seed} {by}")
                for by in ("park", "phase"):
                    for scope in run.scopes(by):
                        for what in ("land", "floor"):
                            serviced = run.value(what + ".serviced", by, scope, n, n)[0]
                            self.assertLessEqual(run.value(what + ".occupied", by, scope, n, n)[0], serviced * (1 + 1e-9) + 1e-9)
                self.assertEqual(run.fen("investment.public", "", "", n, n)[0] + run.fen("investment.private", "", "", n, n)[0],
                                 run.fen("investment", "", "", n, n)[0])
            for p in run.phases:
                if p.start >= 0 and p.completion <= run.clock.end_of(last):
                    self.assertEqual(round(p.spent(run.clock.end_of(last)) * 100), round(p.budget * 100))

    def test_the_order_of_independent_declarations_changes_nothing(self):
        for seed in seeds(25):
            features = tuple(f for f in ALL if f != "counts") if seed % 2 else PROGRAM_HAS     # `counts` asks which tax is first
            s = generate(seed, features)
            shuffled = copy.deepcopy(s)
            for kind in ("city", "travel", "sector", "tax", "park", "boost"):
                rows = list(shuffled.get(kind, {}).items())
                random.Random(seed).shuffle(rows)
                if rows:
                    shuffled[kind] = dict(rows)
            one, other = Oracle(s, features), Oracle(shuffled, features)
            last = one.clock.steps - 1
            for metric in ("jobs", "firms", "firms.waiting"):
                self.assertAlmostEqual(one.value(metric, "", "", 0, last)[0], other.value(metric, "", "", 0, last)[0], 6)
            for metric in ("tax", "output"):
                self.assertLessEqual(abs(one.fen(metric, "", "", 0, last)[0] - other.fen(metric, "", "", 0, last)[0]), 20 + 1e-12 * one.fen(metric, "", "", 0, last)[0])

    def test_a_rail_that_saves_nothing_changes_nothing(self):
        for seed in seeds(40):
            s = generate(seed)
            if not s.get("travel"):
                continue
            more = copy.deepcopy(s)
            pair = next(iter(s["travel"].values()))
            more.setdefault("rail", {})["idle"] = {"from": pair["from"], "to": [pair["to"]], "opens": s["scenario"]["start"], "saves": 0.0}
            for by in ("", "park"):
                self.assertEqual(Oracle(s).table(by), Oracle(more).table(by), f"seed {seed}")

    def test_totals_converge_as_steps_shrink(self):
        base = world(sector={"ramp": 60.0, "first": 0.2, "hazard": 0.05, "growth": 0.06, "build": 7.0}, end="2027",
                     park={"pk1": {"city": "cy1", "area": 40_000.0, "reference_jobs": 50.0}},
                     firm={"fm1": firm(arrives="2019-03-10"), "fm2": firm(arrives="2020-08", jobs=150.0)},
                     cohort={"co1": cohort(until="2024", firms=40.0)}, tax={"cit": tax("profit", 0.25)})
        totals = {}
        for step in ("year", "half", "quarter", "month"):
            base["scenario"]["step"] = step
            run = Oracle(base)
            totals[step] = run.value("output", "", "", 0, run.clock.steps - 1)[0]
        gaps = [abs(totals[x] / totals["month"] - 1) for x in ("year", "half", "quarter")]
        self.assertLess(gaps[0], 0.05)
        self.assertLess(gaps[2], gaps[0])

    def test_every_newer_rule_is_met_by_random_scenarios_and_leaves_the_rest_of_a_seed(self):
        deals = {"share", "honour", "net", "fixed", "contribution"}          # what is drawn of an enclave on top
        old = lambda a, keys: {key: a[key] for key in keys}
        for feature in ALL:
            if feature == "additional":
                continue
            met = 0
            for seed in range(9):
                plain, more = generate(seed, ()), generate(seed, (feature,))
                for kind in ("travel", "rail", "phase", "boost", "screen", "link"):
                    self.assertEqual(plain.get(kind), more.get(kind), f"seed {seed} {feature}")
                for name, a in plain.get("enclave", {}).items():
                    self.assertEqual(a, old(more["enclave"][name], a), f"seed {seed} {feature}")
                fresh = [set(a) - set(plain.get("enclave", {}).get(name, {})) for name, a in more.get("enclave", {}).items()]
                self.assertTrue(not any(fresh) or feature in ("contribution", "net", "fixed"), f"seed {seed} {feature}")
                self.assertLessEqual(set().union(*fresh) - {"park", "host", "home"}, deals)
                one, other = Oracle(plain, ()), Oracle(more, (feature,))
                met += any(one.table("", "step", [m]) != other.table("", "step", [m])
                           for m in ("tax", "jobs", "firms", "rebates", "net_local", "net_local.additional")) or (
                    one.table("jurisdiction", "step", ["net_local"]) != other.table("jurisdiction", "step", ["net_local"]))
            self.assertGreaterEqual(met, 3, feature)

    def test_credits_and_losses_converge_as_steps_shrink(self):
        s = world(end="2031", sector={"ramp": 60.0, "first": 0.1, "break_even": 0.5, "hazard": 0.04, "build": 18.0, "research": 0.02},
                  firm={"fm1": firm(arrives="2020-05")}, cohort={"co1": cohort(until="2024", firms=40.0, replace=0.5)},
                  tax={"cit": tax("profit", 0.25, carry_losses=60.0, research_deduction=1.0),
                       "vat": tax("vat", 0.03, input_equipment=0.13, input_buildings=0.09, refund=0.3)})
        totals = {}
        for step in ("year", "half", "quarter", "month"):
            s["scenario"]["step"] = step
            run = Oracle(s)
            totals[step] = [run.value(m, "", "", 0, run.clock.steps - 1)[0] for m in ("tax.cit", "tax.vat", "refunds")]
        for i in range(3):
            gaps = [abs(totals[x][i] / totals["month"][i] - 1) for x in ("year", "half", "quarter")]
            self.assertLess(gaps[0], 0.12)
            self.assertLess(gaps[2], min(gaps[0], 0.01))

    def test_scaling_all_money_scales_all_money(self):
        s = world(sector={"ramp": 60.0, "hazard": 0.05}, firm={"fm1": firm()}, phase={"ph1": phase(start="2019", complete="2019")},
                  tax={"vat": tax("vat", 0.13), "soil": tax("land", 4.0)})
        big = copy.deepcopy(s)
        for kind, keys in (("sector", ("output_per_job", "wage", "investment_per_area")), ("phase", ("investment",)), ("city", ("gdp",))):
            for a in big[kind].values():
                for key in keys:
                    a[key] *= 1000
        big["tax"]["soil"]["rate"] *= 1000
        big["model"] = {"construction_jobs": 0.5e-9}
        for metric in ("tax", "output", "investment", "payroll"):
            for a, b in zip(steps(s, metric), steps(big, metric)):
                self.assertLessEqual(abs(a * 1000 - b), 1000 * 0.01 * 2)
        self.assertEqual(steps(s, "jobs"), steps(big, "jobs"))


UNIT_FACTORS = {"": 1.0, "%": 0.01, "ha": 1e4, "m2": 1.0, "min": 1.0, "y": 12.0, "months": 1.0, "yuan": 1.0, "yuan/year": 1.0,
                "/ha": 1e-4, "/m2": 1.0, "yuan/ha": 1e-4, "yuan/m2": 1.0, "yuan/m2/year": 1.0,
                "tce/yuan": 1.0, "tCO2/tce": 1.0, "t/year": 1.0}


class Script(unittest.TestCase):
    def test_every_number_of_the_script_reads_back(self):
        for seed in seeds(40):
            s = generate(seed, ALL if seed % 2 else ())
            lines = {}
            for line in to_script(s).splitlines():
                words = line.split(" ")
                attributes = dict(re.findall(r"(\w+)=((?:(?! \w+=).)*)", line))
                lines[words[1]] = attributes
            for kind, rows in s.items():
                for name, a in rows.items() if kind not in ("scenario", "model") else ():
                    for key, value in a.items():
                        text = lines[name][key]
                        pairs = [(value, text)]
                        if isinstance(value, dict):
                            self.assertRegex(text, r"^ramp\(.*\)$" if value["straight"] else r"^\{.*\}$")
                            parts = text.removeprefix("ramp")[1:-1].split(", ")
                            pairs = [(v, p.split(": ")[1]) for (_, v), p in zip(value["keys"], parts)]
                        for number, written in pairs:
                            if isinstance(number, (str, list)):
                                continue
                            m = re.fullmatch(r"(-?[\d.]+) ?(.*)", written)
                            got = float(m[1]) * UNIT_FACTORS[m[2]]
                            self.assertTrue(math.isclose(got, number, rel_tol=1e-15, abs_tol=0), f"{kind} {name} {key} {written} {number!r}")

    def test_the_script_looks_like_the_language(self):
        s = world(firm={"fm1": firm()}, tax={"soil": tax("land", 4.0)}, phase={"ph1": phase(delay=7.0, area=215_000.0)},
                  sector={"hazard": {"by": "age", "keys": [(0.0, 0.016), (12.0, 0.063), (18.0, 0.07)]}, "ramp": 60.0, "jobs_per_area": 0.006})
        text = to_script(s)
        for piece in ("rate=4 yuan/m2/year", "area=21.5ha", "hazard={0y: 1.6%, 1y: 6.3%, 18 months: 7%}", "ramp=5y",
                      "jobs_per_area=60/ha", "wage=80000 yuan/year", "investment_per_area=40000000 yuan/ha", "delay=7 months",
                      "firm fm1 park=pk1 sector=sc1 arrives=2020 jobs=100"):
            self.assertIn(piece, text)


FAKE = r'''#!{python}
import csv, json, re, sys
sys.path.insert(0, {folder!r})
from decimal import Decimal
from generate import generate
from oracle import Oracle, is_money
script, command = sys.argv[1], sys.argv[3]
seed = int(re.match("# seed (\\d+)", open(script).read())[1])
run = Oracle(generate(seed, {features}), {features})
for statement in command.split("; "):
    if not statement.startswith("export"):
        if statement == "last ndjson":
            for key, a, b in run.periods("year"):
                print(json.dumps(dict(period=run.clock.year_label(a, b))))
        continue
    path, metrics, by, per = re.fullmatch(r"export (\S+) (.*?)(?: by=(\w+))? per=(\w+) layout=tidy", statement).groups()
    by = by or ""
    with open(path, "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow("scenario,branch,scope_kind,scope,metric,period_start,period_end,unit,value".split(","))
        for key, a, b in run.periods(per):
            for m in metrics.split(", "):
                for scope in run.scopes(by):
                    value = run.value(m, by, scope, a, b)[0]
                    if is_money(m):
                        text = str(Decimal(run.fen(m, by, scope, a, b)[0] + ({bend} if m == "tax" and a == b else 0)) / 100)
                    else:
                        text = "" if value is None else repr(value)
                    start = run.clock.iso(run.clock.start_of(a))
                    end = run.clock.iso(run.clock.end_of(b))
                    out.writerow(["x", "main", by, scope, m, start, end, "", text])
'''


class Compare(unittest.TestCase):
    """The comparing itself, with a stand-in for the program that answers from the oracle."""

    def stand_in(self, folder, bend, features=PROGRAM_HAS):
        path = os.path.join(folder, f"fake{bend}-{len(features)}")
        with open(path, "w", encoding="utf-8") as f:
            f.write(FAKE.format(python=sys.executable, folder=os.path.dirname(os.path.abspath(__file__)), bend=bend, features=features))
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path

    def test_right_answers_pass_and_a_bent_fen_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            for seed in (3, 8):
                s = generate(seed)
                good = compare.differences(s, compare.Options(self.stand_in(folder, 0)), f"seed {seed}")
                self.assertEqual(good, ("same", []))
                bent = compare.differences(s, compare.Options(self.stand_in(folder, 7)), f"seed {seed}")
                self.assertEqual(bent[0], "differs")
                self.assertIn("off by", bent[1][0])

    def test_newer_rules_are_asked_for_by_name(self):
        with tempfile.TemporaryDirectory() as folder:
            s = generate(4, ALL)
            options = compare.Options(self.stand_in(folder, 0, ALL), per=("year",), features=ALL)
            self.assertEqual(compare.differences(s, options, "seed 4"), ("same", []))
            metrics = [compare.wanted_metrics(Oracle(s, features), "jurisdiction", options) for features in ((), ALL)]
            self.assertEqual(set(metrics[1]) - set(metrics[0]), {"refunds", "refunds.central", "refunds.province", "refunds.local", "displaced",
                                                                 "handover", "net_local.additional", "set_aside", "contributions"})

    def test_shrinking_keeps_the_fault_and_loses_the_rest(self):
        s = generate(5)
        fault = lambda t: "differs" if t.get("park") else "same"
        real = compare.differences
        compare.differences = lambda t, options, note="": (Oracle(t) and fault(t), [])
        try:
            small = compare.shrink(s, None)
        finally:
            compare.differences = real
        self.assertEqual((len(small["park"]), small.get("firm"), small.get("tax"), small.get("phase")), (1, None, None, None))


if __name__ == "__main__":
    unittest.main()
