"""The output formats, each in its own file and loaded only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

from factcheck.reports.reporter import ArticleReporter, Reporter
from factcheck.reports.style import Style

if TYPE_CHECKING:
    from factcheck.reports.summary import Summary as Summary

__all__ = ["FORMATS", "ArticleReporter", "Reporter", "Style", "Summary", "reporter"]

# name of the format: its module and class, and the file ending that means it (none where it would be a guess)
FORMATS = {
    "text": ("factcheck.reports.text", "TextReporter", ".txt"),
    "short": ("factcheck.reports.short", "ShortReporter", ""),
    "statistics": ("factcheck.reports.statistics", "StatisticsReporter", ""),
    "html": ("factcheck.reports.html", "HtmlReporter", ".html"),
    "json": ("factcheck.reports.json", "JsonReporter", ".json"),
    "jsonl": ("factcheck.reports.jsonl", "JsonlReporter", ".jsonl"),
    "sarif": ("factcheck.reports.sarif", "SarifReporter", ".sarif"),
    "github": ("factcheck.reports.github", "GithubReporter", ""),
    "gitlab": ("factcheck.reports.gitlab", "GitlabReporter", ""),
    "rdjson": ("factcheck.reports.rdjson", "RdjsonReporter", ".rdjson"),
    "junit": ("factcheck.reports.junit", "JunitReporter", ".xml"),
    "markdown": ("factcheck.reports.markdown", "MarkdownReporter", ""),
    "claimreview": ("factcheck.reports.claimreview", "ClaimreviewReporter", ".jsonld"),
}


def reporter(name: str, out: TextIO, style: Style) -> Reporter:
    """The reporter of an output format, writing to `out`.

    Raises:
        KeyError: there is no such format.
    """
    module, cls, _ = FORMATS[name]
    made: Reporter = getattr(import_module(module), cls)(out, style)
    return made


def __getattr__(name: str) -> Any:
    """Load the counts when they are asked for: `factcheck --help` only names the formats."""
    if name == "Summary":
        from factcheck.reports.summary import Summary

        return Summary
    raise AttributeError(f"module 'factcheck.reports' has no attribute {name!r}")
