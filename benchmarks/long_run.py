"""Rows about one long run: whether its last articles take as long as its first, and no more memory.

The articles are short, so that there are many of them: 2,000 a megabyte, 50,000 with `--megabytes 25`. One process
checks them all as a command does, results kept and written as JSON Lines, and looks at the clock of the processor
and at its memory after every thousand.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from statistics import median
from typing import NamedTuple

from benchmarks.rows import Row
from benchmarks.startup import CHECK, articles, environment

EVERY = 1_000
SENTENCES = 3  # of an article

# What every thousand is held against is a fixed piece of work right behind it: other programs slow down both.
_RUN = """
import json, re, resource, sys, time
from factcheck.cli import run

every, *arguments = sys.argv[1:]
TEXT = "In 2019 some 1,234 people were found in 16 towns. " * 300
NUMBER = re.compile(r"(\\w+) ([\\d,]+)")
measured = []

def pace():
    begin = time.process_time()
    for _ in range(60):
        {found[1]: found[2] for found in NUMBER.finditer(TEXT)}, TEXT.lower().split()
    return time.process_time() - begin

class Counting:
    lines, begin = 0, time.process_time()
    def write(self, text):
        self.lines += text.count("\\n")
        if self.lines % int(every) == 0:
            took = time.process_time() - self.begin
            measured.append((took, pace(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3))
            self.begin = time.process_time()
    def flush(self): pass
    def isatty(self): return False

sys.stdout = Counting()
run(arguments)
sys.__stdout__.write(json.dumps(measured))
"""


class _Thousand(NamedTuple):
    """What a thousand articles took: seconds of the processor, and megabytes at most up to their end."""

    seconds: float
    pace: float  # seconds that a fixed piece of work took just then
    peak: float


def late_time(megabytes: float) -> Row:
    """The time of every late thousand of a long run, against that of its first ones."""
    run = _run(megabytes)
    first = median(one.seconds / one.pace for one in run[1:4])  # before, the corpus is read
    return Row(
        f"time per article late in a run of {len(run) * EVERY:,} / at its beginning",
        tuple(one.seconds / one.pace / first for one in run[len(run) // 2 :]),
        most=1.15,
        note=f"{1e3 * run[1].seconds / EVERY:.1f} ms an article of {SENTENCES} sentences at first",
    )


def late_memory(megabytes: float) -> Row:
    """The most memory of a long run, against that of its first two thousand articles."""
    run = _run(megabytes)
    first, last = run[1].peak, run[-1].peak
    return Row(
        f"peak of memory of a run of {len(run) * EVERY:,} / of its first {2 * EVERY:,}",
        (last / first,),
        most=1.1,
        note=f"{last:.0f} MB and {first:.0f} MB",
    )


@cache
def _run(megabytes: float) -> list[_Thousand]:
    """The thousands of one run, at least five of them."""
    count = max(5, int(megabytes * 2)) * EVERY
    with articles(count, SENTENCES) as folder:
        command = (sys.executable, "-c", _RUN, str(EVERY), *CHECK[3:], "1", str(folder))
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment())
    return [_Thousand(*told) for told in json.loads(done.stdout)][: count // EVERY]
