"""The command line: options in, a report and an exit status out.

This file brings nothing with it, so that Ctrl-C is heard from the first moment on, while all else still loads.
"""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130  # 128 and the number of the signal, as shells have it


def main() -> None:
    """Run the command line and leave with its exit status."""
    _know_names_as_utf8()
    status = run(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is over: Python's own end is not to be interrupted
    sys.exit(status)


def _know_names_as_utf8() -> None:
    """Begin again where names of files are read in the encoding of an old locale: reports would differ by it."""
    if sys.getfilesystemencoding() != "utf-8" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def run(arguments: list[str]) -> int:
    """Run the command line.

    Returns:
        0: nothing at or above `--fail-on`; 1: something; 2: the check could not be run; 130: interrupted.
    """
    try:
        from factcheck.cli.program import called

        return called(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
