#!/usr/bin/env python3
"""Run the scenarios in `Scenarios/` and hold their CSV files against what is known from outside.

    python3 Tests/Scenarios/check.py [PARKLINE [STUDY ...]]        (default: .build/release/parkline, all studies)

Prints one line a check and ends with status 1 if any fails. Each study has a file of its own beside this one: `parks`,
`railway`, `mountain_ocean`, `anti_gradient`, `port_town`. None of them asks the program for what it can work out. Public cases
with published values are scripts of their own, in `Published`; `published` runs them.
"""

import sys

import anti_gradient
import harness
import mountain_ocean
import parks
import port_town
import published
import railway

STUDIES = {study.__name__: study for study in (parks, railway, mountain_ocean, anti_gradient, port_town, published)}
chosen = sys.argv[2:] or list(STUDIES)
for name in chosen:
    STUDIES[name].run_checks()
if set(chosen) == set(STUDIES):
    unread = {path.name for path in harness.FOLDER.glob("*.park")} - harness.scenarios_seen
    harness.check(not unread, "every file in Scenarios is checked", sorted(unread) or len(harness.scenarios_seen))
print("all hold" if harness.failures == 0 else f"{harness.failures} do not hold")
sys.exit(harness.failures != 0)
