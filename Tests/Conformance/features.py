"""Which of the newer rules of the contract a program has.

The oracle knows every rule of MODEL.md. A program gets them one by one: while one is missing, scenarios do not use its
attributes and the oracle reckons by the rule that stood before it. Naming a rule here switches it on for `compare.py` and
`generate.py` alike; `compare.py --with counts,losses` (or `--with all`) does so for one run."""

FEATURES = {
    "counts": "incentives count age, calendar years, or years from the first profit (6)",
    "pledge-year": "a pledge is of the intended opening; numbers per job are carried there by growth (4)",
    "losses": "profit below break-even is a loss; losses are carried; research is deducted; creditable purchases (4, 6)",
    "credits": "input tax on investment is credited, and refunded in part (6)",
    "job-growth": "jobs of one plant grow or shrink by the year (4)",
    "replace": "a cohort's closures are replaced a year later (5)",
    "relocation": "a firm that came from another city takes its tax along (6)",
    "handover": "a city hands over to the province from what is above a base (6)",
    "additional": "net_local.additional (6, 7)",
    "set-aside": "a part of land income has to be spent elsewhere (6)",
    "contribution": "an enclave's home city pays towards what its park costs the public (6)",
    "net": "an enclave's share is of what rebates leave (6)",
    "fixed": "an enclave's host pays a fixed sum a year beside the share, or instead of it (6)",
    "appraise-additional": "appraise additional=yes (10)",
}
ALL = tuple(FEATURES)

# What the program of this commit has; see FEATURES for the order in which it gets them.
PROGRAM_HAS = ALL


def named(text):
    """The features that a comma-separated list names, with those the program has."""
    if text == "all":
        return ALL
    wanted = [word for word in text.split(",") if word]
    unknown = [word for word in wanted if word not in FEATURES]
    if unknown:
        raise SystemExit(f"no feature is called {', '.join(unknown)}; there are: {', '.join(ALL)}")
    return tuple(name for name in ALL if name in PROGRAM_HAS or name in wanted)
