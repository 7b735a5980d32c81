"""Articles and file names that try to write into the report themselves, and drafts as they come."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from factcheck import Linter
from factcheck.model import Diagnostic, Edit, FileReport, Fix, Severity, Span
from tests.reports.builders import report

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.md"))

FRAGMENTS = [
    "the shelter has 40 beds ", "é", "😀", "\n", "\r\n", "\r", "\t", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028",
    "\u202e", "\u200b", "\ufffe", "\ud800", "%0A", "%", ",", ":", "::error file=x::y", "::", "##[error]z", "\\",
    '"', "'", "`", "```", "*", "_", "~~~", "# ", "- ", "1. ", "> ", "| a | b |", "<b>",
    "<script>alert(1)</script>", "</testcase>", "]]>", "<!--",
    "&", "&amp;", "&#64;", "{0}", "{{x}}", "[a](b)", "![a](b)", "](javascript:x)",
    "[a]: http://a.example", "http://a.example/b_c_", "www.a.example", "ftp://a.example", "me@a.example",
    "@editor", "@org/team", "#12", "GH-3", "!4", "closes #5", "org/repo#6", ":tada:", "$x$", "<http://a.example>",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)
PATHS = st.lists(
    st.sampled_from(
        ["a", " ", "é", "\n", "\r", "\x1b[1m", ",", ":", "%0A", "::", "<b>", '"', "&", "@b", "#1", "\udcff"]
    ),
    min_size=1,
    max_size=6,
).map(lambda parts: f"x{''.join(parts)}.md")


@st.composite
def reports(draw: st.DrawFn) -> FileReport:
    """The report of a hostile article with findings anywhere in it."""
    source = draw(HOSTILE)
    places = st.lists(st.integers(0, len(source)), min_size=2, max_size=2).map(sorted)
    found = [
        Diagnostic("invented-rule", "invented", severity, message, Span(*place), fix=fix)
        for severity, message, place, fix in draw(
            st.lists(st.tuples(st.sampled_from(Severity), HOSTILE, places, fixes(len(source))), max_size=4)
        )
    ]
    return report(source, *found, path=draw(PATHS))


@st.composite
def fixes(draw: st.DrawFn, length: int) -> Fix | None:
    """No fix, or one of a few edits that do not overlap."""
    ends = sorted(draw(st.lists(st.integers(0, length), max_size=3, unique=True)))
    edits = tuple(Edit(start, end, draw(HOSTILE)) for start, end in zip(ends[::2], ends[1::2], strict=False))
    return Fix(draw(HOSTILE), draw(st.booleans()), edits) if edits else None


def drafts() -> list[FileReport]:
    """The example drafts, checked."""
    linter = Linter()
    return [linter.check_bytes(path.read_bytes(), f"examples/{path.name}") for path in EXAMPLES]
