"""What factcheck itself has written, and never checks as an article."""

from __future__ import annotations

from typing import Final

GENERATOR: Final = '<meta name="generator" content="factcheck">'  # in the head of a page
HEADING: Final = "## factcheck\n"  # begins a Markdown report
HEAD: Final = 1_000  # bytes in which one of them stands

_MARKS: Final = (GENERATOR.encode(), HEADING.encode())


def is_report(head: bytes) -> bool:
    """Whether a file is a report of this program.

    Args:
        head: its first `HEAD` bytes or more.
    """
    page, markdown = _MARKS
    return head.startswith(markdown) or (head[:9].lower() == b"<!doctype" and page in head[:HEAD])
