"""factcheck: a linter for the content of anti-trafficking publications.

>>> from factcheck import Linter
>>> report = Linter().check_text("Child trafficking earns $32 billion a year.", format="markdown")
>>> [d.rule for d in report.diagnostics]
['missing-hotline', 'outdated-number']
"""

from __future__ import annotations

from factcheck.version import __version__

TYPE_CHECKING = False  # of typing, whose import is most of the time in which Ctrl-C is not yet heard
if TYPE_CHECKING:
    from typing import Any

    from factcheck.linter import Linter as Linter
    from factcheck.model import Report as Report

__all__ = ["Linter", "Report", "__version__"]


def __getattr__(name: str) -> Any:
    """Load the heavy parts only when they are asked for, so that `factcheck --help` is quick."""
    if name == "Linter":
        from factcheck.linter import Linter

        return Linter
    if name == "Report":
        from factcheck.model import Report

        return Report
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
