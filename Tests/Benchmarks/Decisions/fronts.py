"""What Platypus's NSGA-II reaches on ZDT1 and DTLZ2: areas and volumes below the corner 1.1, which the tests hold ours to.

    V/bin/pip install platypus-opt==1.4.1
    V/bin/python Tests/Benchmarks/Decisions/fronts.py
"""

import random

from platypus import DTLZ2, NSGAII, ZDT1


def area(points, corner):
    total, last = 0.0, corner
    for x, y in sorted(points):
        if x < corner and y < last:
            total += (corner - x) * (last - y)
            last = y
    return total


def volume(points, corner):
    order = sorted((p for p in points if p[2] < corner), key=lambda p: p[2])
    ends = [p[2] for p in order[1:]] + [corner]
    return sum((end - p[2]) * area([(q[0], q[1]) for q in order[: i + 1]], corner) for i, (p, end) in enumerate(zip(order, ends)))


for problem, size in ((ZDT1(), area), (DTLZ2(3), volume)):
    found = []
    for seed in range(5):
        random.seed(seed)
        search = NSGAII(problem, population_size=100)
        search.run(100 * 251)
        found.append(size([tuple(s.objectives) for s in search.result], 1.1))
    print(type(problem).__name__, " ".join(f"{v:.4f}" for v in found))
