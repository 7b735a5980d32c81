"""The bar of a long run."""

from __future__ import annotations

import io

import pytest

from factcheck.cli import progress
from factcheck.cli.progress import Progress


def test_the_bar_shows_how_far_and_makes_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    out = io.StringIO()
    bar = Progress(4, out)
    bar.step()
    assert out.getvalue().startswith("\r━━━━━━━╌") and out.getvalue().endswith(" 1 of 4 articles")
    bar.clear()
    assert out.getvalue().endswith("\r\x1b[K")


def test_of_a_run_of_unknown_length_the_articles_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    out = io.StringIO()
    bar = Progress(None, out)
    for _ in range(1_200):
        bar.step()
    assert out.getvalue().endswith("\r1,200 articles")


def test_nothing_is_wiped_that_was_not_drawn() -> None:
    out = io.StringIO()
    Progress(4, out).clear()
    assert out.getvalue() == ""


def test_no_bar_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert progress.watched(1000) is None
    monkeypatch.setattr("sys.stderr", Terminal())
    assert progress.watched(1000) is not None
    assert progress.watched(3) is None
    assert progress.watched(None) is not None
