"""Rows about what a command costs from its start to its end, against importing spaCy: seconds and memory.

Each command runs in a process of its own, in turn with what it is held against. What it costs is what the system
counts for it and its workers: seconds of the processor, so that other programs on the machine cost nothing, and
the most memory that it held at once. The corpus is kept from a run before, as after anybody's first check.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.articles import Writer
from benchmarks.rows import Row

ROUNDS = 5
UNCHANGED = 200  # articles
FACTCHECK = (sys.executable, "-m", "factcheck")
CHECK = (*FACTCHECK, "check", "--quiet", "--fail-on", "never", "--format", "jsonl", "--jobs")
SPACY = (sys.executable, "-c", "import spacy")
READING = (
    *SPACY[:2],
    "import spacy, sys, pathlib\nfor path in pathlib.Path(sys.argv[1]).iterdir(): path.read_bytes()",
)

# A small process in between: a child's peak of memory is never told as less than what its parent held.
_COUNT = """
import json, resource, subprocess, sys, time
begin = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
wall, used = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, wall, used.ru_maxrss]))
"""


class Cost(NamedTuple):
    """What a command took: seconds of the processor, seconds of the clock, kilobytes at most (of one process)."""

    seconds: float
    wall: float
    peak: int


def cold_start(_megabytes: float) -> Row:
    """Checking one article that was never checked, everything read anew but the kept corpus."""
    with articles(1) as folder:
        return _seconds("checking one article", (*CHECK, "1", "--no-cache", str(folder)), SPACY, most=1.5)


def help_start(_megabytes: float) -> Row:
    """The help."""
    return _seconds("--help", (*FACTCHECK, "--help"), SPACY, most=0.08)


def explain_start(_megabytes: float) -> Row:
    """Explaining a rule."""
    return _seconds("explain", (*FACTCHECK, "explain", "missing-hotline"), SPACY, most=0.12)


def rules_start(_megabytes: float) -> Row:
    """The list of all rules."""
    return _seconds("rules", (*FACTCHECK, "rules"), SPACY, most=0.12)


def search_start(_megabytes: float) -> Row:
    """A search in the reference set."""
    return _seconds("corpus search", (*FACTCHECK, "corpus", "search", "runaways"), SPACY, most=0.2)


def unchanged(_megabytes: float) -> Row:
    """A second run over articles that have not changed, with the report for people."""
    with articles(UNCHANGED) as folder:
        command = (*FACTCHECK, "check", "--quiet", "--fail-on", "never", "--jobs", "1", str(folder))
        cost_of(*command)
        return _seconds(f"{UNCHANGED} unchanged articles", command, (*READING, str(folder)), most=0.15)


def two_workers(megabytes: float) -> Row:
    """2,000 articles (400 a megabyte) with two processes, by the clock: it needs a machine with two free cores."""
    with articles(count := int(megabytes * 400)) as folder:
        rounds = [[cost_of(*CHECK, jobs, "--no-cache", str(folder)) for jobs in "12"] for _ in range(3)]
    one, two = (Cost(*map(median, zip(*costs, strict=True))) for costs in zip(*rounds, strict=True))
    return Row(
        "one process / two processes, by the clock",
        tuple(alone.wall / both.wall for alone, both in rounds),
        least=1.7,
        note=f"{count} articles in {one.wall:.1f} s and {two.wall:.1f} s, "
        f"{one.seconds:.1f} s and {two.seconds:.1f} s of the processor; "
        f"{os.cpu_count()} cores, {os.getloadavg()[0]:.1f} at work",
    )


def peak_memory(_megabytes: float) -> Row:
    """The most memory that checking one article takes."""
    with articles(1) as folder:
        command = (*CHECK, "1", "--no-cache", str(folder))
        return _peak("peak of memory, checking one article / importing spaCy", command, SPACY, most=1.6)


def flat_memory(megabytes: float) -> Row:
    """The most memory that many articles take, against a hundred of them."""
    with articles(100) as few, articles(count := int(megabytes * 250)) as many:
        ours, theirs = ((*CHECK, "1", "--no-cache", str(folder)) for folder in (many, few))
        return _peak(f"peak of memory, {count} articles / 100", ours, theirs, most=1.1, rounds=1)


def cost_of(*command: str) -> Cost:
    """What a command takes, its workers included.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    counted = (sys.executable, "-S", "-c", _COUNT, *command)
    done = subprocess.run(counted, stdout=subprocess.PIPE, check=True, env=environment())
    return Cost(*json.loads(done.stdout))


def environment() -> dict[str, str]:
    """The environment, in which Python keeps what it has compiled, as in anybody's installation."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _seconds(name: str, ours: tuple[str, ...], theirs: tuple[str, ...], most: float) -> Row:
    rounds = _in_turn(ours, theirs, lambda cost: cost.seconds, ROUNDS)
    us, them = (median(side) for side in zip(*rounds, strict=True))
    ratios = tuple(one / other for one, other in rounds)
    return Row(f"{name} / importing spaCy", ratios, most=most, note=f"{us:.2f} s and {them:.2f} s")


def _peak(name: str, ours: tuple[str, ...], theirs: tuple[str, ...], most: float, rounds: int = 3) -> Row:
    peaks = _in_turn(ours, theirs, lambda cost: cost.peak / 1e3, rounds)
    us, them = (median(side) for side in zip(*peaks, strict=True))
    return Row(name, tuple(one / other for one, other in peaks), most=most, note=f"{us:.0f} MB and {them:.0f} MB")


def _in_turn(
    ours: tuple[str, ...], theirs: tuple[str, ...], figure: Callable[[Cost], float], rounds: int
) -> list[tuple[float, float]]:
    cost_of(*ours), cost_of(*theirs)  # their modules are compiled, as in anybody's installation
    return [(figure(cost_of(*ours)), figure(cost_of(*theirs))) for _ in range(rounds)]


@contextmanager
def articles(count: int, sentences: int = 32) -> Iterator[Path]:
    """A folder of made-up articles, and meanwhile a cache folder of their own, in which the corpus is kept."""
    writer = Writer(seed=5)
    with TemporaryDirectory() as name:
        folder = Path(name, "articles")
        folder.mkdir()
        for number in range(count):
            (folder / f"{number:05}.md").write_text(writer.article(sentences), "utf-8")
        before = os.environ.get("FACTCHECK_CACHE_DIR")
        os.environ["FACTCHECK_CACHE_DIR"] = str(Path(name, "cache"))
        try:
            cost_of(*CHECK, "1", "--no-cache", str(folder / "00000.md"))
            yield folder
        finally:
            del os.environ["FACTCHECK_CACHE_DIR"]
            os.environ.update({"FACTCHECK_CACHE_DIR": before} if before is not None else {})
