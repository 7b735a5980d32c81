"""Markdown for a comment on a pull request or a job's summary. Nothing of an article acts as markup in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from factcheck.model import FileError, FileReport
from factcheck.reports.own import HEADING
from factcheck.reports.reporter import Reporter
from factcheck.reports.style import Style
from factcheck.reports.summary import Summary
from factcheck.reports.text import summary_line
from factcheck.reports.visible import visible
from factcheck.reports.where import Where

_MOST = 60_000  # characters: GitHub refuses a comment of more than 65,536
_MARKUP = re.compile(r"[]!#$&()*+.:<=>@\\[^_`{|}~-]")
# Code hosts look for people, issues and emoji in the text that is left when the markup is gone.
_ACTING = re.compile(r"[@#!](?=\w)|:(?=[\w+-]+:)|\bGH-(?=\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"(\b(?:\w+://|www\.)[^\s`]*[^\s`.,;:)])", re.IGNORECASE)
_APART = "\u200b"


class MarkdownReporter(Reporter):
    """Keeps the sections until the counts that stand above them are known."""

    def __init__(self, out: TextIO, style: Style) -> None:
        super().__init__(out, style)
        self._sections: list[str] = []
        self._errors: list[str] = []
        self._room = _MOST
        self._left_out = 0

    def add(self, result: FileReport | FileError) -> None:
        if isinstance(result, FileError):
            self._keep(f"- {_escaped(result.path)}: {_escaped(result.message)}\n", self._errors)
            return
        heading = f"### {_escaped(result.document.path)}\n\n"
        for text in _findings(result):
            if self._keep(heading + text, self._sections):
                heading = ""

    def _keep(self, text: str, among: list[str]) -> bool:
        """Keep a text if there is room for it."""
        if len(text) > self._room:
            self._left_out += 1
            return False
        among.append(text)
        self._room -= len(text)
        return True

    def close(self, summary: Summary) -> None:
        self.out.write(f"{HEADING}\n{summary_line(summary)}\n\n")
        self.out.writelines(self._sections)
        if self._errors:
            self.out.write("### Could not be checked\n\n")
            self.out.writelines([*self._errors, "\n"])
        if self._left_out:
            self.out.write(f"… and {self._left_out:,} more, for which a comment has no room.\n")


def _findings(report: FileReport) -> Iterator[str]:
    where = Where(report.document)
    for found in report.diagnostics:
        at = where(found.span.start)
        place = f"line {at.partition(':')[0]}" if report.document.editable else at
        urls = {report.references[key].url for key in found.references if key in report.references}
        body = "\\\n  ".join(_told(part, urls) for part in found.message.split("\n") if part.strip())
        yield f"- **{found.severity}** in {place}: `{found.rule}`\n\n  {body}\n\n"


def _told(text: str, urls: set[str]) -> str:
    """A line of a message. Addresses of the reference set are links, others code, which no host makes a link."""
    parts = _ADDRESS.split(visible(text.strip()))
    addresses = (f"<{part}>" if part in urls else f"`{part}`" for part in parts[1::2])
    return "".join(_escaped(part) + next(addresses, "") for part in parts[::2])


def _escaped(text: str) -> str:
    """The text in one line, as text only: no markup, mention, reference to an issue, or link."""
    apart = _ACTING.sub(lambda match: match[0] + _APART, visible(text))
    return _MARKUP.sub(r"\\\g<0>", apart)
