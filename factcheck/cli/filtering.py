"""The options of `check` that keep findings silent, and what they have to say at the end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import together

if TYPE_CHECKING:
    from factcheck.filters import Filter
    from factcheck.filters.baseline import Baseline


# The options that keep findings silent.
silencing = together(
    click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Tell only what this file does not know (see `factcheck baseline create`).",
    ),
    click.option(
        "--diff-base",
        metavar="REVISION",
        help="Tell only what stands on lines that differ from this revision of the git repository.",
    ),
)


class Silencing:
    """The filters that the options ask for.

    Args:
        given: the options of `check`.
        paths: what is to be checked.

    Raises:
        UserError: one of them cannot be used.
    """

    def __init__(self, given: dict[str, Any], paths: tuple[Path, ...]) -> None:
        self.filters: list[Filter] = []
        self._file: Path | None = given["baseline"]
        self._baseline = _baseline(self._file) if self._file else None
        self._all_rules = not given["select"] and not given["ignore"]
        if self._baseline:  # before all others: a fingerprint needs to see every finding
            self.filters.append(self._baseline)
        if given["diff_base"] is not None:
            self.filters.append(_changes(given["diff_base"], paths))

    @property
    def wanted(self) -> bool:
        """Whether any finding may be kept silent."""
        return bool(self.filters)

    def close(self) -> None:
        """Say on standard error what the run has shown of the baseline itself."""
        from factcheck.cli.telling import say

        gone = self._baseline.gone if self._baseline and self._all_rules else 0
        if gone:
            findings = "1 known finding is" if gone == 1 else f"{gone:,} known findings are"
            renew = f"renew it with `factcheck baseline create --output {self._file}`"
            say(str(self._file), f"{findings} gone; {renew}")


def _baseline(path: Path) -> Baseline:
    from factcheck.filters.baseline import Baseline

    return Baseline(path)


def _changes(revision: str, paths: tuple[Path, ...]) -> Filter:
    from factcheck.filters.changes import Changes

    return Changes(revision, paths)
