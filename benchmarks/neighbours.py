"""How long the checkers that a newsroom may already run take over the same articles, for scale.

`python -m benchmarks.neighbours [--megabytes 1]`. They judge spelling, style and wording; none of them looks at a
number, a source, a leftover or a help line, so that a ratio here says how the waiting compares, not the work.
Those that are not installed are left out. Every program is started anew and reads the same files, as in a commit
hook; the cache of factcheck is off. Times are those of the processor.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.articles import Writer
from benchmarks.rows import Row

OURS = (sys.executable, "-m", "factcheck", "check", "--no-cache", "--jobs", "1", "--quiet")
NEIGHBOURS = {
    "proselint": ("proselint", "check"),
    "codespell": ("codespell",),
    "write-good": ("write-good",),
    "alex": ("alex", "--quiet"),
    "textlint": ("textlint",),  # with the rules that its own configuration names, where there is one
    "harper-cli": ("harper-cli", "lint"),
}
ROUNDS = 5


def compare(name: str, files: list[str]) -> Row:
    """factcheck against one other program, in turn."""
    rounds = [(_seconds(*OURS, *files), _seconds(*NEIGHBOURS[name], *files)) for _ in range(ROUNDS)]
    ours, theirs = (median(side) for side in zip(*rounds, strict=True))
    return Row(
        f"factcheck / {name}, which does another job",
        tuple(us / them for us, them in rounds),
        note=f"{ours:.1f} s and {theirs:.1f} s for {len(files)} articles",
    )


def _seconds(*command: str) -> float:
    """Seconds of the processor, those of the processes that the command starts included."""
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False)  # both end with 1 where they find something
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime


def main() -> None:
    """Write the articles, compare with everything that is installed, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=1.0, help="how much text is checked (default 1)")
    megabytes = parser.parse_args().megabytes
    writer = Writer(seed=4)
    with tempfile.TemporaryDirectory() as folder:
        files, size = [], 0
        while size < megabytes * 1e6:
            path = Path(folder, f"{len(files):05}.md")
            size += path.write_text(writer.article(), "utf-8")
            files.append(str(path))
        for name in NEIGHBOURS:
            if shutil.which(name):
                print(compare(name, files), flush=True)
            else:
                print(f"{name} is not installed")


if __name__ == "__main__":
    main()
