"""What the program says of the scenario with its inputs at given values."""

import csv
import io
import os
import subprocess
import tempfile

import numpy as np

import make

METRICS = ("tax", "net_local[quzhou]", "jobs", "investment")


def metrics(program, study, values):
    """The four metrics by year of a plain run, shaped (metric, year)."""
    with tempfile.NamedTemporaryFile("w", suffix=".park", dir="/tmp") as file:
        file.write(make.script(study, values))
        file.flush()
        done = subprocess.run([os.path.abspath(program), "--no-rc", file.name, "-c", "export - " + ", ".join(METRICS)],
                              capture_output=True, text=True, check=True)
    rows = list(csv.reader(io.StringIO(done.stdout)))
    return np.array([[float(cell) for cell in row[2:]] for row in rows[1:]]).T
