"""How fast factcheck is, as ratios to what its user waits for anyway; prints a table and writes JSON.

`python -m benchmarks.speed [NAME …] [--megabytes 5] [--json speed.json]`; NAME chooses rows by a part of their
function's name. To add a row, write a function from the size of the run in megabytes to a `Row` and name it in
`ROWS`.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import hostile, long_run, startup, throughput
from benchmarks.rows import Row

ROWS: tuple[Callable[[float], Row], ...] = (
    throughput.throughput,
    throughput.growth,
    throughput.long_article,
    startup.cold_start,
    startup.help_start,
    startup.explain_start,
    startup.rules_start,
    startup.search_start,
    startup.unchanged,
    startup.two_workers,
    startup.peak_memory,
    startup.flat_memory,
    long_run.late_time,
    long_run.late_memory,
    hostile.hostile,
)


def main() -> None:
    """Measure, print, write; ends with status 1 where a bound is not kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="a part of a row's name; all rows where none")
    parser.add_argument("--megabytes", type=float, default=5.0, help="how much text is checked (default 5)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the figures are written for programs")
    given = parser.parse_args()
    measured = []
    for function in ROWS:
        if not given.names or any(name in function.__name__ for name in given.names):
            measured.append(function(given.megabytes))
            print(measured[-1], flush=True)
    if given.json:
        machine = {"python": platform.python_version(), "machine": platform.machine()}
        told = {**machine, "megabytes": given.megabytes, "rows": [row.as_json() for row in measured]}
        given.json.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")
    sys.exit(not all(row.kept for row in measured))


if __name__ == "__main__":
    main()
