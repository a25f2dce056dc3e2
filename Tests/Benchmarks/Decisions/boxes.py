"""What EMA Workbench finds in the data of the tests of boxes, and how long it takes.

    python3 -m venv V; V/bin/pip install ema_workbench==2.5.3
    V/bin/python Tests/Benchmarks/Decisions/boxes.py expected > Tests/EnsemblesTests/Decisions/Boxes.json
    V/bin/python Tests/Benchmarks/Decisions/boxes.py bryant FOLDER > Tests/EnsemblesTests/Decisions/Bryant.csv
    V/bin/python Tests/Benchmarks/Decisions/boxes.py time

`expected` is by case: every step of every box (draws, those of interest, the limits of restricted inputs), quasi-p-values
of the last step, and the leaves of a tree. Data come from splitmix64, so that Swift makes the same (BoxTests.swift). `bryant`
takes the columns of EMA Workbench's example data that its example uses. `time` writes one line: rows, inputs, seconds.
"""

import json
import logging
import math
import os
import sys
import time

import numpy as np
import pandas as pd
from ema_workbench.analysis import cart, prim

logging.disable(logging.CRITICAL)
sys.setrecursionlimit(10_000)


def uniforms(seed):
    state = seed
    mask = (1 << 64) - 1
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield ((z ^ (z >> 31)) >> 11) / 9007199254740992


def rows(seed, count, inputs, kinds, rule):
    """Inputs between 0 and 1, or a category of so many kinds; then the number that decides."""
    chance = uniforms(seed)
    x, y = [], []
    for _ in range(count):
        row = [next(chance) for _ in range(inputs)]
        row = [math.floor(v * kinds[i]) if i in kinds else v for i, v in enumerate(row)]
        x.append(row)
        y.append(rule(row, next(chance)))
    return x, y


def twenties(row):
    return [math.floor(v * 20) / 20 for v in row]


CASES = {
    # 2 of 8 inputs decide; a few exceptions either way.
    "noisy": (16, 10_000, 8, {}, lambda x, u: u < 0.95 if x[1] > 0.55 and x[4] < 0.6 else u < 0.006),
    "slope": (17, 3_000, 5, {}, lambda x, u: x[0] + x[1] * x[2] + 0.3 * u > 1.3),
    "kinds": (18, 4_000, 4, {2: 4, 3: 3}, lambda x, u: u < 0.9 if x[2] in (1, 3) and x[0] < 0.5 else u < 0.05),
    "two": (19, 5_000, 4, {}, lambda x, u: (x[0] < 0.25 and x[1] < 0.3) or (x[2] > 0.8 and x[3] > 0.6)),
    "ties": (20, 1_000, 3, {}, lambda x, u: x[0] >= 0.7 and x[1] <= 0.5),
}


def frame(name):
    seed, count, inputs, kinds, rule = CASES[name]
    x, y = rows(seed, count, inputs, kinds, rule)
    if name == "ties":
        x = [twenties(row) for row in x]
        y = [rule(row, 0) for row in x]
    data = pd.DataFrame(x, columns=[str(i) for i in range(inputs)])
    for i in range(inputs):
        data[str(i)] = data[str(i)].map(lambda v: str(int(v))).astype(object) if i in kinds else data[str(i)].astype(float)
    return data, np.array(y, dtype=bool)


def limit(values):
    low, high = values
    return sorted(float(v) for v in low) if isinstance(low, set) else [float(low), float(high)]


def described(box, whole):
    steps = []
    for i, row in box.peeling_trajectory.iterrows():
        lims = box.box_lims[i]
        changed = {c: limit(lims[c]) for c in whole.columns if list(lims[c]) != list(whole[c])}
        steps.append({"count": int(row.n), "hits": int(row.k), "limits": changed})
    last = {c: [None if v < 0 else float(v) for v in p] for c, p in box.qp[-1].items()}
    return {"steps": steps, "chances": last}


def found(x, y, boxes):
    algorithm = prim.Prim(x, y, threshold=0.1)
    result = [described(algorithm.find_box(), algorithm.box_init) for _ in range(boxes)]
    tree = cart.CART(x, y)
    tree.build_tree()
    # Its leaves as scikit-learn has them: categories are columns of their own there.
    ends = tree.clf.apply(tree._x.astype(np.float32))
    leaves = sorted([int((ends == e).sum()), int(y[ends == e].sum())] for e in set(ends))
    return {"boxes": result, "leaves": leaves}


def bryant(folder):
    data = pd.read_csv(os.path.join(folder, "bryant et al 2010 data.csv"), index_col=False)
    return data.iloc[:, 2:11], data.iloc[:, 15].values


if __name__ == "__main__":
    what = sys.argv[1]
    examples = os.path.join(os.path.dirname(prim.__file__), "..", "examples", "data")
    if what == "expected":
        cases = {name: found(*frame(name), 2 if name == "two" else 1) for name in CASES}
        x, y = bryant(examples)
        x.columns = [str(i) for i in range(x.shape[1])]
        cases["bryant"] = found(x.astype(float), y == 1, 1)
        text = json.dumps(cases)
        print(text.replace('}, {"count"', '},\n{"count"').replace('"boxes"', '\n"boxes"'))
    elif what == "bryant":
        x, y = bryant(sys.argv[2] if len(sys.argv) > 2 else examples)
        for row, interest in zip(x.values, y):
            print(",".join([repr(float(v)) for v in row] + [str(int(interest))]))
    else:
        x, y = frame("noisy")
        start = time.perf_counter()
        prim.Prim(x, y, threshold=0.1).find_box()
        print(f"10000 8 {time.perf_counter() - start:.3f}")
